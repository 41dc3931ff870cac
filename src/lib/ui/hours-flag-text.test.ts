import { expect, test } from 'vitest';
import { hoursRules as en } from './text/en/hours-rules.ts';
import { hoursRules as zhHans } from './text/zh-Hans/hours-rules.ts';

test('H35: a clock that is days out is said in days, one that is hours out in hours', () => {
	const words = { day: 'Thu 12 Nov', minutes: '', off: '3 h 05' };
	expect(en.sentences.CLOCK_OFF(words, { days: 365, ahead: 1 })).toContain('365 days ahead of the server');
	expect(en.sentences.CLOCK_OFF(words, { days: 0, ahead: 0 })).toContain('3 h 05 behind the server');
	expect(zhHans.sentences.CLOCK_JUMPED(words, { days: 365, ahead: 0 })).toContain('调慢了365天');
});
