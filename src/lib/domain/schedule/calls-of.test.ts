import { expect, test } from 'vitest';
import { day } from '../calendar/day-key.ts';
import type { PersonId } from '../ids.ts';
import { callsOf, shootDateAt } from './calls-of.ts';
import type { Called } from './calls.ts';

const [WED, THU] = [day('2026-11-11'), day('2026-11-12')];
const wang = 'wang' as PersonId;
const called = (callAt: number, wrapAt: number, personId: PersonId | null = wang): Called => ({
	...{ who: wang, personId, characterIds: [], crew: true, callAt, wrapAt, workedMinutes: wrapAt - callAt }
});

test('somebody called by two units of a date is called by the earlier and let go by the later', () => {
	const calls = callsOf(
		[
			{ date: THU, called: [called(420, 900)], meals: [{ startsAt: 720, minutes: 30 }] as never },
			{ date: WED, called: [called(480, 1200), called(60, 70, null)], meals: [] },
			{ date: THU, called: [called(960, 1500)], meals: [] },
			{ date: null, called: [called(1, 2)], meals: [] }
		],
		wang
	);
	expect(calls).toEqual([
		{ date: WED, callAt: 480, wrapAt: 1200, meals: [] },
		{ date: THU, callAt: 420, wrapAt: 1500, meals: [{ from: 720, to: 750 }] }
	]);
});

test('at two in the night the shoot day is the one called and not yet wrapped', () => {
	const night = [
		{ date: WED, wrapAt: 1440 + 180 },
		{ date: THU, wrapAt: 1200 }
	];
	expect(shootDateAt(night, { date: THU, at: 120 })).toBe(WED);
	expect(shootDateAt(night, { date: THU, at: 180 })).toBe(THU);
	expect(shootDateAt([], { date: THU, at: 0 })).toBe(THU);
});
