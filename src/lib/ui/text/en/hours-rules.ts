/**
 * The sentence of each flag of hours (domain/hours/RULES.md), by its code. Times come as text ("13 h 20"; `wrap`
 * and `limitAt` as clock times), the day as a date, the person by name; counts as figures.
 */
import { counted } from '../plural.ts';

const count = counted('en');

type Words = Readonly<Record<string, string>>;
type Figures = Readonly<Record<string, number>>;

/** How far a clock was out: days once there are two. */
const off = (w: Words, f: Figures): string =>
	(f.days ?? 0) > 1 ? count(f.days ?? 0, 'day', 'days') : (w.off ?? '');

export const hoursRules = {
	rule: (number: string, source: string) => (source ? `Rule ${number}: ${source}` : `Rule ${number}`),
	severity: {
		error: 'Not counted',
		violation: 'Breaks a limit',
		warn: 'Look at it',
		advice: 'Advice',
		info: 'Worth knowing'
	},
	/** a limit in the fewest words, by the code of its flag: heads a list of those who pass it */
	limits: {
		OT_DAY_GT_1H: (w: Words) => `Over ${w.limit} of overtime in a day`,
		OT_DAY_GT_3H: (w: Words) => `Over ${w.limit} of overtime in a day`,
		OT_MONTH_GT_36H: (w: Words) => `Over ${w.limit} of overtime in the month`,
		CONSECUTIVE_DAYS: (_: Words, f: Figures) => `More than ${count(f.limit ?? 6, 'day', 'days')} in a row`,
		REST_SHORT: (w: Words) => `Under ${w.limit} of rest before it`,
		WEEKLY_REST_SHORT: (w: Words) => `Under ${w.limit} of rest in the week`,
		BREAK_MISSING: (w: Words) => `Over ${w.limit} without a break`,
		WEEK_AVG_GT_48H: (w: Words) => `Over ${w.limit} a week on average`,
		NIGHT_OVER_8H: (w: Words) => `Over ${w.limit} with night work`,
		MEAL_LATE: () => 'A meal comes late',
		MEAL_MISSED: () => 'A meal is missing',
		MINOR_LATE_WRAP: () => 'A minor wraps too late',
		MINOR_HOURS: () => 'A minor is on set too long',
		PLANNED_OT: () => 'Overtime is planned',
		other: () => 'A limit of the rules'
	},
	sentences: {
		DST_AMBIGUOUS: (w: Words) =>
			`The clock was put back on ${w.day}: this time came twice, and the first is counted.`,
		DST_GAP: (w: Words) =>
			`The clock was put forward on ${w.day}: this time never came, so it is moved on by the gap.`,
		MISSING_END: (w: Words) => `The entry of ${w.day} has no end, so it isn’t counted yet.`,
		ZERO_LENGTH: (w: Words) => `The entry of ${w.day} ends when it starts, so it isn’t counted.`,
		NEGATIVE_DURATION: (w: Words) => `The entry of ${w.day} ends before it starts, so it isn’t counted.`,
		ENTRY_OVER_24H: (w: Words) =>
			`The entry of ${w.day} is ${w.minutes} longer than an entry may be, so it isn’t counted.`,
		ENTRY_UNREADABLE: (w: Words) =>
			`The entry of ${w.day} has a date or time that can’t be read, so it isn’t counted.`,
		ENTRY_TYPE_UNKNOWN: (w: Words) =>
			`The entry of ${w.day} is of a kind nobody named here; it counts as work.`,
		BREAK_OUTSIDE_SHIFT: (w: Words) =>
			`A break on ${w.day} lies outside its entry: what lies outside isn’t taken off.`,
		BREAK_UNREADABLE: (w: Words) =>
			`A break on ${w.day} has a time that can’t be read; nothing is taken off for it.`,
		MEAL_SHORT: (w: Words) =>
			`A meal on ${w.day} took ${w.length}, under the ${w.limit} that may be taken off: it counts as work.`,
		CORRECTION_CONFLICT: (w: Words, f: Figures) =>
			`One entry of ${w.day} was corrected ${f.corrections} times over: all of them count until one is settled on.`,
		PLANNED_OT: (w: Words) => `The plan for ${w.day} holds ${w.premium} above straight time.`,
		DUPLICATE: (w: Words) => `The same hours of ${w.day} were entered twice; they count once.`,
		OVERLAP: (w: Words) => `Entries of ${w.day} overlap by ${w.minutes}; the time counts once.`,
		OT_DAY_GT_1H: (w: Words) =>
			`${w.day} has ${w.extension} of overtime, ${w.minutes} past the ${w.limit} a day generally allowed.`,
		OT_DAY_GT_3H: (w: Words) =>
			`${w.day} has ${w.extension} of overtime, ${w.minutes} past the ${w.limit} allowed at most.`,
		OT_MONTH_GT_36H: (w: Words) =>
			`Overtime this month comes to ${w.premium}, ${w.minutes} past ${w.limit}; the limit is passed on ${w.day}.`,
		CONSECUTIVE_DAYS: (w: Words, f: Figures) =>
			`${w.day} is the ${f.days}th day of work in a row; ${count(f.limit ?? 6, 'day is', 'days are')} the most without a day of rest.`,
		REST_SHORT: (w: Words) => `Rest before ${w.day} is ${w.rest}: ${w.short} short of ${w.limit}.`,
		WEEKLY_REST_SHORT: (w: Words) =>
			`The longest rest in the week of ${w.day} is ${w.rest}: ${w.short} short of ${w.limit}.`,
		BREAK_MISSING: (w: Words) =>
			`${w.day} has ${w.worked} of work without a break; past ${w.limit} one is due.`,
		WEEK_AVG_GT_48H: (w: Words, f: Figures) =>
			`With the week of ${w.day} the average of ${count(f.weeks ?? 1, 'week', 'weeks')} is ${w.average}, over ${w.limit}.`,
		NIGHT_OVER_8H: (w: Words) =>
			`${w.day} has ${w.worked} of work, ${w.night} of it at night; night work averages ${w.limit} at most.`,
		MEAL_LATE: (w: Words) =>
			`A meal on ${w.day} begins after ${w.after}, ${w.late} past the ${w.limit} allowed.`,
		MEAL_MISSED: (w: Words) =>
			`On ${w.day} the wrap comes ${w.after} after the call or the last meal, ${w.late} past the ${w.limit} allowed.`,
		MINOR_LATE_WRAP: (w: Words) =>
			`The wrap of ${w.day} is at ${w.wrap}, later than the ${w.limitAt} set for this minor.`,
		MINOR_HOURS: (w: Words) =>
			`${w.worked} on set on ${w.day}: ${w.minutes} over the ${w.limit} set for this minor.`,
		CLOCK_OFF: (w: Words, f: Figures) =>
			`When the entry of ${w.day} was made, the device’s clock was ${off(w, f)} ${f.ahead ? 'ahead of' : 'behind'} the server. Its times stand as they are: check them.`,
		CLOCK_JUMPED: (w: Words, f: Figures) =>
			f.ahead
				? `Before the entry of ${w.day} was made the device’s clock went forward by ${off(w, f)} at once: it was set, or the device slept. Its times stand as they are: check them.`
				: `The device’s clock was set back by ${off(w, f)} before the entry of ${w.day} was made. Its times stand as they are: check them.`,
		CLOCK_STRANGE: (w: Words, f: Figures) =>
			`By the device’s clock the entry of ${w.day} was made ${off(w, f)} ${f.ahead ? 'after that day' : 'before that day began'}. Its times stand as they are: check them.`,
		ENTRY_AHEAD: (w: Words) =>
			`The entry is about ${w.day}, which hasn’t come: a slip, or a device whose clock is wrong. It counts as it stands.`,
		CALENDAR_NOT_ENTERED: (w: Words) =>
			`The holiday arrangement for ${w.day} isn’t entered yet: days off and make-up days may change what is paid.`,
		other: (w: Words) => `${w.day}: a limit is passed by ${w.minutes}.`
	}
};
