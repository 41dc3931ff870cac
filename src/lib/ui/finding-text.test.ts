import { describe, expect, test } from 'vitest';
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
