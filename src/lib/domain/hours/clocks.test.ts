import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatClock } from '../calendar/clock.ts';
import { assessHours } from './assess-hours.ts';
import { PRESETS } from './presets/index.ts';
import type { HoursEntry } from './types.ts';

/** Clocks that are wrong by up to ten years, nights they change in, leap days: 5,000 in every run, 100,000 in the long. */
const RUNS = Number(process.env.CLOCKS ?? (process.env.DAYBREAK_LONG ? 100_000 : 5_000));

/** Half-hour changes, changes at midnight, in the other half of the year, twice a spring, and none. */
const ZONES = [
	'Asia/Shanghai',
	'America/Los_Angeles',
	'Europe/London',
	'Australia/Lord_Howe',
	'America/Santiago',
	'Africa/Casablanca',
	'Africa/Cairo',
	'Pacific/Chatham',
	'Asia/Kolkata'
];
const iso = (year: number, month: number, of: number): string =>
	Temporal.PlainDate.from({ year, month, day: of }, { overflow: 'constrain' }).toString();
const date = fc
	.record({
		year: fc.integer({ min: 2016, max: 2036 }),
		month: fc.integer({ min: 1, max: 12 }),
		of: fc.integer({ min: 1, max: 31 })
	})
	.map(({ year, month, of }) => iso(year, month, of));
const leapDay = fc.constantFrom(2016, 2020, 2024, 2028, 2032, 2036).map((year) => iso(year, 2, 29));
const shift = fc.record({
	start: fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 240 })),
	length: fc.oneof(fc.integer({ min: 1, max: 1439 }), fc.integer({ min: 1, max: 240 })),
	startFold: fc.constantFrom(null, 0 as const, 1 as const),
	endFold: fc.constantFrom(null, 0 as const, 1 as const)
});

/** The day, and for half of the cases one of the next or last nights on which the zone's clock changes. */
function near(zone: string, from: string, changes: boolean): string {
	if (!changes) return from;
	const start = Temporal.PlainDate.from(from).toZonedDateTime(zone);
	const change = start.getTimeZoneTransition('next') ?? start.getTimeZoneTransition('previous');
	if (!change || change.year > 2036) return from;
	return change.toPlainDate().toString();
}

/** What the platform's own calendar says of a wall clock. */
function instant(zone: string, wall: Temporal.PlainDateTime, fold: 0 | 1 | null) {
	const [early, late] = (['earlier', 'later'] as const).map((disambiguation) =>
		wall.toZonedDateTime(zone, { disambiguation })
	) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
	const skipped = !early.toPlainDateTime().equals(wall);
	const twice = !skipped && early.epochMilliseconds !== late.epochMilliseconds;
	return {
		at: (skipped || (twice && fold === 1) ? late : early).epochMilliseconds / 60_000,
		skipped,
		open: twice && fold === null
	};
}

/** Compares with the platform's own calendar, over so many days. @returns how often each odd case came up */
function compare(assess: typeof assessHours, runs: number): Record<string, number> {
	const seen = { skipped: 0, open: 0, leap: 0, short: 0, negative: 0 };
	fc.assert(
		fc.property(
			fc.constantFrom(...ZONES),
			fc.oneof({ weight: 4, arbitrary: date }, { weight: 1, arbitrary: leapDay }),
			fc.boolean(),
			shift,
			(zone, from, changes, { start, length, startFold, endFold }) => {
				const on = near(zone, from, changes);
				const midnight = Temporal.PlainDate.from(on).toPlainDateTime();
				const begin = instant(zone, midnight.add({ minutes: start }), startFold);
				const end = instant(zone, midnight.add({ minutes: start + length }), endFold);
				const entry: HoursEntry = {
					id: 'one',
					date: on,
					start: formatClock(start),
					end: formatClock((start + length) % 1440),
					endDate: midnight
						.add({ minutes: start + length })
						.toPlainDate()
						.toString(),
					startFold,
					endFold,
					breaks: []
				};
				const result = assess({ entries: [entry], ruleSet: PRESETS['us-ca-crew'], zone });
				const codes = result.flags.map(({ code }) => code);
				const real = end.at - begin.at;

				expect(codes.includes('DST_GAP')).toBe(begin.skipped || end.skipped);
				expect(codes.includes('DST_AMBIGUOUS')).toBe(begin.open || end.open);
				const worked = result.workDays.reduce((sum, day) => sum + day.worked, 0);
				const counted = real > 0 && real <= 1440;
				expect(worked, `${zone} ${on} ${entry.start}–${entry.end}`).toBe(counted ? real : 0);
				if (counted) expect(result.workDays.map((day) => day.date)).toEqual([on]);
				else
					expect(
						codes.some((code) => ['NEGATIVE_DURATION', 'ZERO_LENGTH', 'ENTRY_OVER_24H'].includes(code))
					).toBe(true);

				if (begin.skipped || end.skipped) seen.skipped++;
				if (begin.open || end.open) seen.open++;
				if (on.endsWith('-02-29')) seen.leap++;
				if (real !== length) seen.short++;
				if (real <= 0) seen.negative++;
			}
		),
		{ numRuns: runs }
	);
	return seen;
}

it(`H1: hours are right and odd clock times are said, ${RUNS} days between 2016 and 2036 in ${ZONES.length} zones`, () => {
	const seen = compare(assessHours, RUNS);
	// The cases it is about did come up.
	for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(0);
}, 600_000);

type Spoil = (entry: HoursEntry) => Partial<HoursEntry>;
const planted =
	(spoil: Spoil, zone?: string): typeof assessHours =>
	(question) => {
		const entries = (question.entries as HoursEntry[]).map((entry) => ({ ...entry, ...spoil(entry) }));
		return assessHours({ ...question, entries, zone: zone ?? question.zone });
	};
const noLeapDay = (day: string): string => day.replace(/-02-29$/, '-03-01');
/** Each of these is right on nearly every day of a year. */
const PLANTED: readonly { readonly bug: string; readonly assess: typeof assessHours }[] = [
	{ bug: 'reckons as if clocks were never changed', assess: planted(() => ({}), 'UTC') },
	{
		bug: 'takes the hour that comes twice for the first of the two',
		assess: planted(({ startFold, endFold }) => ({
			startFold: startFold === null ? null : 0,
			endFold: endFold === null ? null : 0
		}))
	},
	{ bug: 'asks nobody which of the two it was', assess: planted(() => ({ startFold: 0, endFold: 0 })) },
	{
		bug: 'knows no 29 February',
		assess: planted(({ date, endDate }) => ({
			date: noLeapDay(date),
			...(endDate ? { endDate: noLeapDay(endDate) } : {})
		}))
	}
];
it.for(PLANTED)('planted: a time sheet that $bug is caught', ({ assess }) =>
	expect(() => compare(assess, 5_000)).toThrow(/Property failed/)
);
