/** When the board calls people around today: all that a station is told of the plan. */
import { addDays, type DayKey } from '#lib/domain/calendar/day-key.ts';
import { todayIn } from '#lib/domain/calendar/zone.ts';
import { documentName } from '#lib/domain/people/permissions.ts';
import type { LogStore } from '../store/log-store.ts';
import { askThread } from './ask-thread.ts';

/** When somebody is called on a date, and wrapped by the plan: minutes after its midnight. */
export type CallAround = {
	readonly personId: string;
	readonly date: DayKey;
	readonly callAt: number;
	readonly wrapAt: number;
};

export type CallsQuestion = {
	/** the plan, as the log has it */
	readonly updates: readonly Uint8Array[];
	/** ms since 1970 */
	readonly now: number;
};
export type CallsAnswer = {
	/** of the production; null: its plan holds none yet */
	readonly zone: string | null;
	/** the dates it tells of */
	readonly dates: readonly DayKey[];
	readonly calls: readonly CallAround[];
};

export type CallKeeper = {
	/**
	 * Calls of everybody from yesterday, whose night may not be over, to tomorrow: a tablet that loses its network in
	 * the evening has the morning's.
	 */
	around(production: string): Promise<Pick<CallsAnswer, 'dates' | 'calls'>>;
	close(): Promise<void>;
};

/** The dates whose calls are told at an instant. */
export const datesAround = (zone: string, now: number): DayKey[] => {
	const today = todayIn(zone, now);
	return [addDays(today, -1), today, addDays(today, 1)];
};

const NOTHING: CallsAnswer = { zone: null, dates: [], calls: [] };

/** Productions whose calls are remembered: as many as have a shoot day at the same time on one small server. */
const KEPT = 50;

/** Reckons in a thread of its own, and again only once the plan changed or a day began. */
export function startCallKeeper(store: Pick<LogStore, 'load'>, clock: () => number = Date.now): CallKeeper {
	const thread = askThread<CallsQuestion, CallsAnswer>(
		new URL('./calls-worker.ts', import.meta.url),
		'reading the calls'
	);
	const known = new Map<
		string,
		{ readonly seq: number; readonly answer: Promise<CallsAnswer>; at: number }
	>();
	const sameDay = ({ zone }: CallsAnswer, then: number, now: number): boolean =>
		zone === null || todayIn(zone, then) === todayIn(zone, now);

	async function around(production: string): Promise<CallsAnswer> {
		const now = clock();
		const { base, tail } = await store.load(documentName(production, 'plan'));
		const seq = tail.at(-1)?.seq ?? base?.seq ?? 0;
		if (seq === 0) return NOTHING;
		const before = known.get(production);
		if (before?.seq === seq && sameDay(await before.answer, before.at, now)) return before.answer;
		const updates = [...(base ? [base] : []), ...tail].map(({ bytes }) => bytes);
		const answer = thread.ask({ updates, now });
		known.delete(production);
		known.set(production, { seq, answer, at: now });
		for (const oldest of known.keys()) if (known.size > KEPT) known.delete(oldest);
		try {
			return await answer;
		} catch (error) {
			known.delete(production);
			throw error;
		}
	}
	return { around, close: thread.close };
}
