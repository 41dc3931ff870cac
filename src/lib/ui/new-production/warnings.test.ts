import { expect, test } from 'vitest';
import { readScript } from '#lib/domain/scripts/index.ts';
import type { WarningCode } from '#lib/domain/scripts/types.ts';
import { en } from '../text/en.ts';
import { zhHans } from '../text/zh-Hans.ts';
import { groupWarnings } from './warnings.ts';

const at = (code: WarningCode, line: number) => ({ code, line });

test('what was not read stands first, then what stands most often', () => {
	const groups = groupWarnings([
		at('heading-no-time', 3),
		at('number-missing', 5),
		at('number-missing', 9),
		{ ...at('text-before-first-scene', 12), data: { lines: 2 } }
	]);
	expect(groups.map(({ code, count, lost }) => [code, count, lost])).toEqual([
		['text-before-first-scene', 1, true],
		['number-missing', 2, false],
		['heading-no-time', 1, false]
	]);
});

test('places that were only counted are in the count of their kind', () => {
	const [group] = groupWarnings([
		at('cue-without-at', 3),
		{ ...at('more', 900), data: { code: 'cue-without-at', count: 40 } }
	]);
	expect(group).toMatchObject({ code: 'cue-without-at', count: 41, shown: [{ line: 3 }] });
});

test('every doubt about a script is a sentence in both languages, with its own figures said', () => {
	const script = [
		'A note nobody reads.',
		'INT. VILLA DAY',
		'Somebody enters.',
		'EXT. - NIGHT #4#',
		'INT. VILLA - LATER #4#',
		'Nothing. [[never closed'
	].join('\n\n');
	const read = readScript(script);
	if (!read.ok) throw new Error(read.reason);
	expect(read.script.warnings.length).toBeGreaterThan(3);
	for (const dictionary of [en, zhHans]) {
		for (const { code, data } of read.script.warnings) {
			expect(dictionary.script.kinds[code]).not.toBe('');
			const details: Readonly<Record<string, ((data: object) => string) | undefined>> = dictionary.script
				.details as never;
			if (data && details[code]) expect(details[code](data)).not.toMatch(/undefined|NaN/);
		}
	}
});
