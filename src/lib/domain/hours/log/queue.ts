/**
 * What waits for whoever reviews hours: a row a person and day, oldest first, with what the board planned beside what
 * was logged. Own hours are in it to be seen, never to be decided.
 */
import { daysBetween, type DayKey } from '../../calendar/day-key.ts';
import type { CallOfDay } from '../../schedule/calls-of.ts';
import type { HoursFlag } from '../types.ts';
import { isPaid, sameKeys, type DayStanding, type Standing } from './standing.ts';

/**
 * `running`: on the clock, nothing to decide yet; `waiting`: nothing was said; `asked`: a question waits for its
 * answer; `answered`: the entries are others than those asked about; `changed`: others than those approved;
 * `approved`: and not paid; `paid`; `missing`: called by the board, nothing logged
 */
export type ReviewState =
	'running' | 'waiting' | 'asked' | 'answered' | 'changed' | 'approved' | 'paid' | 'missing';

export type ReviewRow = {
	/** person and date: a day of somebody */
	readonly key: string;
	readonly personId: string;
	readonly date: DayKey;
	/** null where nothing was logged */
	readonly day: DayStanding | null;
	/** when the board called the person */
	readonly call: CallOfDay | null;
	readonly state: ReviewState;
	/** the least consent among the entries that count */
	readonly consent: Standing['consent'];
	/** the reviewer's own day: somebody else decides */
	readonly own: boolean;
	/** what the rules say of the day, worst first */
	readonly flags: readonly HoursFlag[];
	/** days since it was approved, where no money was said to have gone out for it; null elsewhere */
	readonly unpaidDays: number | null;
};

/** What is known of one person here. */
export type PersonHours = {
	readonly personId: string;
	readonly days: ReadonlyMap<DayKey, DayStanding>;
	readonly calls: readonly CallOfDay[];
	readonly flagsOn: ReadonlyMap<DayKey, readonly HoursFlag[]>;
	readonly own: boolean;
};

type Now = {
	/** the day in the production's zone */
	readonly today: DayKey;
	/** the day an instant (ms since 1970) lies in, in that zone */
	readonly dayOf: (ms: number) => DayKey;
};

/** One person's rows, by date. Days without anything logged are rows once they are over. */
export function rowsOf(
	{ personId, days, calls, flagsOn, own }: PersonHours,
	{ today, dayOf }: Now
): ReviewRow[] {
	const called = new Map(calls.map((call) => [call.date, call]));
	const dates = new Set([
		...[...days.values()].filter(isSomething).map(({ date }) => date),
		...calls.map(({ date }) => date).filter((date) => date < today)
	]);
	return [...dates].sort().map((date) => {
		const day = days.get(date) ?? null;
		const shown = day && isSomething(day) ? day : null;
		const state = stateOf(shown);
		const approvedAt = shown?.decisions.find(({ says }) => says === 'approve')?.at ?? null;
		return {
			key: `${personId} ${date}`,
			personId,
			date,
			day: shown,
			call: called.get(date) ?? null,
			state,
			consent: leastConsent(shown?.standings ?? []),
			own,
			flags: flagsOn.get(date) ?? [],
			unpaidDays:
				state === 'approved' && approvedAt !== null
					? Math.max(0, daysBetween(dayOf(approvedAt), today))
					: null
		};
	});
}

/** Everybody's rows, oldest first; people of one date in the order they are handed in. */
export function queueOf(people: readonly PersonHours[], now: Now): ReviewRow[] {
	return people
		.flatMap((person, order) => rowsOf(person, now).map((row) => ({ row, order })))
		.sort((a, b) => (a.row.date < b.row.date ? -1 : a.row.date > b.row.date ? 1 : a.order - b.order))
		.map(({ row }) => row);
}

const isSomething = (day: DayStanding): boolean =>
	day.standings.length + day.punches.length + day.voided.length + day.decisions.length > 0;

function stateOf(day: DayStanding | null): ReviewState {
	if (!day || (day.standings.length === 0 && day.punches.length === 0 && day.decisions.length === 0))
		return 'missing';
	if (day.approval === 'changed') return 'changed';
	if (day.approval === 'queried') {
		const asked = day.decisions.filter(({ says }) => says === 'query');
		return asked.every(({ keys }) => sameKeys(keys, day.keys)) ? 'asked' : 'answered';
	}
	if (day.punches.length > 0) return 'running';
	if (day.approval === 'none') return 'waiting';
	if (day.keys.length === 0) return 'missing';
	return isPaid(day) ? 'paid' : 'approved';
}

const LEAST: readonly Standing['consent'][] = ['disagreed', 'open', 'confirmed', 'own'];
const leastConsent = (standings: readonly Standing[]): Standing['consent'] =>
	LEAST.find((consent) => standings.some((standing) => standing.consent === consent)) ?? 'own';

/** States that want a decision of whoever reviews. */
const WANTS: ReadonlySet<ReviewState> = new Set(['waiting', 'answered', 'changed']);
export const wantsDecision = (row: ReviewRow): boolean => WANTS.has(row.state);

/** States in which an approval says something new: `changed` also where nothing counts any more. */
const APPROVABLE: ReadonlySet<ReviewState> = new Set(['waiting', 'asked', 'answered', 'changed']);
/** Whether these hours can be approved: never by the person whose they are. */
export const mayApprove = ({ own, state }: ReviewRow): boolean => !own && APPROVABLE.has(state);

/** Whether a question can be asked: also about what was approved, which takes the approval back. */
export const mayQuery = ({ own, day }: ReviewRow): boolean => !own && (day?.keys.length ?? 0) > 0;

export const mayPay = ({ own, state }: ReviewRow): boolean => !own && state === 'approved';

/** Says nothing of the entry itself: the production's calendar isn't entered. */
const NOT_OF_THE_DAY: ReadonlySet<string> = new Set(['CALENDAR_NOT_ENTERED']);

/**
 * Whether nothing about a day wants reading before it is approved with many others: no rule speaks, and the person
 * said it or agreed to it. Silence on what another entered is not consent, so such a day is looked at by itself.
 */
export const isPlain = (row: ReviewRow): boolean =>
	mayApprove(row) &&
	row.state === 'waiting' &&
	(row.consent === 'own' || row.consent === 'confirmed') &&
	!row.day?.conflict &&
	row.flags.every(({ severity, code }) => severity === 'info' || NOT_OF_THE_DAY.has(code));

/** What a list shows: days that want a decision, one state, or all of them. */
export const REVIEW_VIEWS = ['wanted', 'asked', 'unpaid', 'paid', 'running', 'missing', 'all'] as const;
export type ReviewView = (typeof REVIEW_VIEWS)[number];

const SHOWN: Readonly<Record<ReviewView, (row: ReviewRow) => boolean>> = {
	wanted: wantsDecision,
	asked: ({ state }) => state === 'asked',
	unpaid: ({ state }) => state === 'approved',
	paid: ({ state }) => state === 'paid',
	running: ({ state }) => state === 'running',
	missing: ({ state }) => state === 'missing',
	all: () => true
};
export const inView = (row: ReviewRow, view: ReviewView): boolean => SHOWN[view](row);
