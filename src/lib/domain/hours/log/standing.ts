/**
 * Where a person's hours stand, read from what was added: which entries count, what took whose place, what the
 * person said to what others entered, and what was decided. Nothing is ordered by a clock: entries and decisions
 * name what they follow.
 */
import type { DayKey } from '../../calendar/day-key.ts';
import type {
	Decision,
	Keyed,
	Logged,
	LoggedAnswer,
	LoggedEntry,
	LoggedPunch,
	LoggedReceipt,
	LoggedVoid
} from './logged.ts';

/** An entry that counts, and all it took the place of, the latest first. */
export type Standing = {
	readonly entry: Keyed<LoggedEntry>;
	readonly replaced: readonly Keyed<LoggedEntry>[];
	/**
	 * `own`: written by the person (at a station too, after the PIN); `open`: entered for the person, who has not
	 * answered; `confirmed`, `disagreed`: who has
	 */
	readonly consent: 'own' | 'open' | 'confirmed' | 'disagreed';
	/** what the person said, where something was */
	readonly answer: Keyed<LoggedAnswer> | null;
	/** what the person disagreed with among the entries it took the place of: a correction doesn't wipe that away */
	readonly disputed: readonly Keyed<LoggedAnswer>[];
	readonly signed: boolean;
};

/** `changed`: something was approved or paid, and the day's entries are others now. */
export type Approval = 'none' | 'approved' | 'queried' | 'changed';

export type DayStanding = {
	readonly date: DayKey;
	readonly standings: readonly Standing[];
	/** entries taken out without another in their place, with the entry that says why */
	readonly voided: readonly { readonly entry: Keyed<LoggedEntry>; readonly by: Keyed<LoggedVoid> }[];
	/** punches no entry was made of yet, in the order of their times */
	readonly punches: readonly Keyed<LoggedPunch>[];
	/** keys of the entries that count, in order: what a signature and a decision name */
	readonly keys: readonly string[];
	/** all that counts is the person's own, or was confirmed, and is signed as it stands */
	readonly signed: boolean;
	readonly approval: Approval;
	/** the decisions nothing follows, `paid` among them */
	readonly decisions: readonly Keyed<Decision>[];
	readonly paid: Keyed<Decision> | null;
	readonly received: Keyed<LoggedReceipt> | null;
	/** two corrections of one entry: both count until somebody voids one */
	readonly conflict: boolean;
};

const minutesOf = (time: string): number => {
	const [hours = '0', minutes = '0'] = time.split(':');
	return Number(hours) * 60 + Number(minutes);
};

/** The days of a person's hours, by date. Days with nothing but voided entries are there too. */
export function dayStandings(
	logged: readonly Keyed<Logged>[],
	decisions: readonly Keyed<Decision>[] = []
): ReadonlyMap<DayKey, DayStanding> {
	const sorted = [...logged].sort((a, b) => (a.key < b.key ? -1 : 1));
	const entries = sorted.filter((one): one is Keyed<LoggedEntry> => one.kind === 'entry');
	const voids = sorted.filter((one): one is Keyed<LoggedVoid> => one.kind === 'void');
	const byKey = new Map(entries.map((entry) => [entry.key, entry]));
	const followers = followersOf([...entries, ...voids]);
	const gone = new Set(followers.keys());
	const named = new Set([
		...gone,
		...entries.filter(({ key }) => !gone.has(key)).flatMap(({ punches }) => punches)
	]);

	const days = new Map<DayKey, Draft>();
	const draft = (date: DayKey): Draft => {
		let day = days.get(date);
		if (!day) days.set(date, (day = { standings: [], voided: [], punches: [], conflict: false }));
		return day;
	};
	// An answer can be taken back, by a void that names it.
	const answers = sorted.filter(
		(one): one is Keyed<LoggedAnswer> => one.kind === 'answer' && one.self && !gone.has(one.key)
	);
	const signed = new Set(sorted.flatMap((one) => (one.kind === 'sign' && one.self ? one.keys : [])));
	for (const entry of entries) {
		if (!gone.has(entry.key)) {
			const answer = answerTo(entry.key, answers);
			const replaced = replacedBy(entry, byKey);
			draft(entry.date).standings.push({
				entry,
				replaced,
				consent: consentOf(entry, answer),
				answer,
				disputed: answers.filter(
					({ says, to }) => says === 'disagree' && replaced.some(({ key }) => to.includes(key))
				),
				signed: signed.has(entry.key)
			});
			continue;
		}
		const after = followers.get(entry.key) ?? [];
		const corrections = after.filter((one) => one.kind === 'entry' && !gone.has(one.key));
		if (corrections.length > 1) draft(entry.date).conflict = true;
		const [out] = after;
		if (out && out.kind === 'void' && after.every(({ kind }) => kind === 'void')) {
			draft(entry.date).voided.push({ entry, by: out });
		}
	}
	for (const punch of sorted) {
		if (punch.kind === 'punch' && !named.has(punch.key)) draft(punch.date).punches.push(punch);
	}
	for (const { date } of decisions) draft(date);
	const receipts = sorted.filter((one): one is Keyed<LoggedReceipt> => one.kind === 'received' && one.self);
	return new Map(
		[...days]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([date, day]) => [date, finish(date, day, decisions, receipts)])
	);
}

type Draft = {
	standings: Standing[];
	voided: { entry: Keyed<LoggedEntry>; by: Keyed<LoggedVoid> }[];
	punches: Keyed<LoggedPunch>[];
	conflict: boolean;
};
type Follower = Keyed<LoggedEntry> | Keyed<LoggedVoid>;

/** What took the place of an entry or a punch, by its key. An entry can't take its own place. */
function followersOf(all: readonly Follower[]): Map<string, Follower[]> {
	const followers = new Map<string, Follower[]>();
	for (const one of all) {
		for (const key of one.supersedes) {
			if (key === one.key) continue;
			const list = followers.get(key);
			if (list) list.push(one);
			else followers.set(key, [one]);
		}
	}
	return followers;
}

/** The entries an entry stands for, the nearest first. A ring, which only a hostile client could write, ends. */
function replacedBy(
	entry: Keyed<LoggedEntry>,
	byKey: ReadonlyMap<string, Keyed<LoggedEntry>>
): Keyed<LoggedEntry>[] {
	const seen = new Set([entry.key]);
	const found: Keyed<LoggedEntry>[] = [];
	for (let next = [...entry.supersedes]; next.length > 0;) {
		const key = next.shift() as string;
		const before = byKey.get(key);
		if (!before || seen.has(key)) continue;
		seen.add(key);
		found.push(before);
		next = [...next, ...before.supersedes];
	}
	return found;
}

/** Disagreement wins over a confirmation from another device: it must never be lost. */
function answerTo(key: string, answers: readonly Keyed<LoggedAnswer>[]): Keyed<LoggedAnswer> | null {
	const mine = answers.filter(({ to }) => to.includes(key));
	return mine.find(({ says }) => says === 'disagree') ?? mine[0] ?? null;
}

function consentOf(entry: LoggedEntry, answer: LoggedAnswer | null): Standing['consent'] {
	if (entry.self || entry.station !== null) return answer?.says === 'disagree' ? 'disagreed' : 'own';
	if (!answer) return 'open';
	return answer.says === 'confirm' ? 'confirmed' : 'disagreed';
}

function finish(
	date: DayKey,
	{ standings, voided, punches, conflict }: Draft,
	all: readonly Keyed<Decision>[],
	receipts: readonly Keyed<LoggedReceipt>[]
): DayStanding {
	const inOrder = standings.sort(
		(a, b) => minutesOf(a.entry.start ?? '0:00') - minutesOf(b.entry.start ?? '0:00')
	);
	const keys = inOrder.map(({ entry }) => entry.key);
	const here = all.filter((decision) => decision.date === date).sort((a, b) => (a.key < b.key ? -1 : 1));
	const followed = new Set(here.flatMap(({ key, after }) => after.filter((other) => other !== key)));
	const decisions = here.filter(({ key }) => !followed.has(key));
	const payments = here.filter(({ says }) => says === 'paid');
	// Paid, changed, approved and paid again: what was paid for these entries comes before what was paid for others.
	const paid = payments.find((payment) => sameKeys(payment.keys, keys)) ?? payments[0] ?? null;
	return {
		date,
		standings: inOrder,
		voided,
		punches: punches.sort((a, b) => minutesOf(a.time) - minutesOf(b.time)),
		keys,
		signed:
			inOrder.length > 0 &&
			inOrder.every(({ signed, consent }) => signed && (consent === 'own' || consent === 'confirmed')),
		approval: approvalOf(keys, decisions),
		decisions,
		paid,
		received: (paid && receipts.find(({ decision }) => decision === paid.key)) ?? null,
		conflict
	};
}

/** A query asked at the same time as an approval stands: somebody still has to look. */
function approvalOf(keys: readonly string[], decisions: readonly Decision[]): Approval {
	if (decisions.length === 0) return 'none';
	if (decisions.some(({ says }) => says === 'query')) return 'queried';
	return decisions.every(({ keys: then }) => sameKeys(then, keys)) ? 'approved' : 'changed';
}

/** Whether money was said to have gone out for exactly the entries that count: after a correction the day is owed again. */
export const isPaid = ({ paid, keys }: Pick<DayStanding, 'paid' | 'keys'>): boolean =>
	paid !== null && sameKeys(paid.keys, keys);

/** Whether two lists name the same entries, whatever their order. */
export function sameKeys(some: readonly string[], others: readonly string[]): boolean {
	const known = new Set(others);
	return some.length === known.size && some.every((key) => known.has(key));
}
