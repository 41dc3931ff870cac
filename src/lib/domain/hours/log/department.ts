/**
 * Entering a whole department: the people the board calls on a day, one default for all of them, and what is
 * different for some. Who logged already is left alone. Each line becomes an entry that its person still has to
 * confirm.
 */
import { formatClock, parseClock } from '../../calendar/clock.ts';
import type { DayKey } from '../../calendar/day-key.ts';
import type { Minutes } from '../../calendar/duration.ts';
import type { CallOfDay } from '../../schedule/calls-of.ts';
import type { LoggedBreak, LoggedEntry } from './logged.ts';
import type { DayStanding } from './standing.ts';

/** Minutes after midnight of the day; a wrap past midnight goes on (1530 is 25:30). */
export type DayTimes = {
	readonly callAt: Minutes;
	readonly wrapAt: Minutes;
	readonly meals: readonly { readonly from: Minutes; readonly to: Minutes }[];
};

/** What is different for one person. `times`: as called, as yesterday, or as typed, instead of the default's. */
export type Exception = {
	readonly times: DayTimes | null;
	/** minutes after the wrap the person was let go; negative: before it */
	readonly later: Minutes;
	readonly noMeal: boolean;
	/** `off`: a day off is entered; `absent`: nothing is entered */
	readonly not: 'off' | 'absent' | null;
};
export const NO_EXCEPTION: Exception = { times: null, later: 0, noMeal: false, not: null };

export type DepartmentLine = {
	readonly personId: string;
	/** when the board calls the person; null for who was added by hand */
	readonly call: CallOfDay | null;
	/** what the person has on this day already: it is left alone */
	readonly logged: DayStanding | null;
};

/** The default of a day: the call most people have, the last wrap among them, and the meals of the longest of them. */
export function defaultTimes(calls: readonly CallOfDay[]): DayTimes | null {
	if (calls.length === 0) return null;
	const times = new Map<Minutes, number>();
	for (const { callAt } of calls) times.set(callAt, (times.get(callAt) ?? 0) + 1);
	const [callAt] = [...times].sort(([a, n], [b, m]) => m - n || a - b)[0] as [Minutes, number];
	const alike = calls.filter((call) => call.callAt === callAt);
	const longest = alike.reduce((best, call) => (call.wrapAt > best.wrapAt ? call : best));
	return { callAt, wrapAt: longest.wrapAt, meals: longest.meals };
}

/** What is different for somebody from the start: whom the board calls at another time is entered as called. */
export function asCalled(call: CallOfDay | null, everybody: DayTimes): Exception {
	const alike = !call || (call.callAt === everybody.callAt && call.wrapAt === everybody.wrapAt);
	return alike ? NO_EXCEPTION : { ...NO_EXCEPTION, times: call };
}

/** Who is entered on a day: those called, then those added by hand, in the order of `people`. */
export function departmentLines(
	people: readonly {
		readonly id: string;
		readonly call: CallOfDay | null;
		readonly day: DayStanding | null;
	}[],
	added: ReadonlySet<string>
): DepartmentLine[] {
	return people
		.filter(({ id, call, day }) => call !== null || added.has(id) || (day && isLogged(day)))
		.map(({ id, call, day }) => ({ personId: id, call, logged: day && isLogged(day) ? day : null }));
}

const isLogged = (day: DayStanding): boolean => day.standings.length > 0 || day.punches.length > 0;

/** Times of a person: the default or the person's own, with the exceptions applied. Meals past the wrap fall away. */
export function timesOf(everybody: DayTimes, { times, later, noMeal }: Exception): DayTimes {
	const { callAt, wrapAt, meals } = times ?? everybody;
	const until = Math.max(callAt, wrapAt + later);
	return {
		callAt,
		wrapAt: until,
		meals: noMeal ? [] : meals.filter(({ from, to }) => from >= callAt && to <= until)
	};
}

type Said = Pick<LoggedEntry, 'type' | 'date' | 'start' | 'end' | 'breaks'>;

/** The entry of a line; null where nothing is entered: the person wasn't there, or would have no hours. */
export function lineEntry(date: DayKey, everybody: DayTimes, exception: Exception): Said | null {
	if (exception.not === 'absent') return null;
	if (exception.not === 'off') return { type: 'off', date, start: null, end: null, breaks: [] };
	const { callAt, wrapAt, meals } = timesOf(everybody, exception);
	if (wrapAt <= callAt) return null;
	return {
		type: 'work',
		date,
		start: formatClock(callAt),
		end: formatClock(wrapAt),
		breaks: meals.map(({ from, to }): LoggedBreak => ({
			start: formatClock(from),
			end: formatClock(to),
			paid: false,
			kind: 'meal'
		}))
	};
}

/**
 * The times of another day's hours, to be entered again. Null where that day isn't one whole entry: what lay between
 * two of them would have to be made up.
 */
export function timesLike(day: DayStanding): DayTimes | null {
	const [entry, ...more] = day.standings.map((standing) => standing.entry);
	if (!entry || more.length > 0 || entry.start === null || entry.end === null) return null;
	const [callAt, wrapAt] = [parseClock(entry.start), parseClock(entry.end)];
	if (callAt === null || wrapAt === null || wrapAt <= callAt) return null;
	return {
		callAt,
		wrapAt,
		meals: entry.breaks.flatMap(({ start, end, paid }) => {
			const [from, to] = [parseClock(start), parseClock(end)];
			return paid || from === null || to === null ? [] : [{ from, to }];
		})
	};
}
