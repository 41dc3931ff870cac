import { describe, expect, test } from 'vitest';
import { FLAG_RULES } from '#lib/domain/hours/flag-rules.ts';
import { RULES } from '#lib/domain/schedule/conflicts.ts';
import { en } from './text/en.ts';
import { zhHans } from './text/zh-Hans.ts';

describe('every rule has its sentence', () => {
	test.each([
		['English', en],
		['Chinese', zhHans]
	])('in %s, with no gap where a figure stands', (_language, words) => {
		const said = {
			rule: 'S1',
			day: 'D1',
			fromDay: 'D1',
			toDay: 'D2',
			who: 'Lin',
			scene: '3',
			worked: '1 h',
			limit: '2 h',
			over: '3 h',
			rest: '4 h',
			short: '5 h',
			minutes: '6 h',
			overlap: '7 h',
			pages: '1/8',
			place: 'Villa',
			from: '10:00',
			to: '12:00',
			until: '22:00',
			latest: '21:00',
			onSet: '8 h',
			sun: '16:58',
			dark: '40 min'
		};
		const figures = { people: 2, moves: 2, early: 1, decided: 1, overlap: 5, strips: 2 };
		for (const rule of Object.keys(RULES)) {
			const sentence = words.findings.sentences[rule as keyof typeof en.findings.sentences];
			expect(sentence, `rule ${rule}`).toBeTypeOf('function');
			const reasons = [
				'',
				'away',
				'only',
				'travel',
				'fitting',
				'rehearsal',
				'contract',
				'hours',
				'late',
				'long'
			];
			for (const reason of [...reasons, 'before', 'after', 'none'])
				expect(sentence({ ...said, reason }, figures)).not.toMatch(/undefined|NaN/);
		}
	});
});

test.each([
	['English', en],
	['Chinese', zhHans]
])('every flag of hours has its sentence in %s, with no gap where a figure stands', (_language, words) => {
	const names = ['day', 'minutes', 'length', 'limit', 'limitAt', 'premium', 'extension', 'rest', 'short'];
	const more = ['worked', 'average', 'night', 'after', 'late', 'wrap'];
	const said = Object.fromEntries([...names, ...more].map((name) => [name, `‹${name}›`]));
	const figures = { corrections: 2, days: 7, weeks: 17, limit: 6 };
	for (const code of Object.keys(FLAG_RULES)) {
		const sentence = words.hoursRules.sentences[code as keyof typeof en.hoursRules.sentences];
		expect(sentence, code).toBeTypeOf('function');
		expect(sentence(said, figures)).not.toMatch(/undefined|NaN/);
	}
});
