/** What a change of the rules does: hours judged before and after it, laid side by side. */
import type { DayKey } from '../../calendar/day-key.ts';
import type { Minutes } from '../../calendar/duration.ts';
import type { HoursFlag, Result } from '../types.ts';

/** One person's hours by the rules as they are, and as they would be. */
export type JudgedTwice = {
	readonly personId: string;
	readonly before: Pick<Result, 'workDays' | 'flags'>;
	readonly after: Pick<Result, 'workDays' | 'flags'>;
};

/** Minutes above ×1, and minutes times what they are paid. */
export type Paid = { readonly overtime: Minutes; readonly paid: number };

export type PersonEffect = {
	readonly personId: string;
	/** days on which a flag comes or goes, or minutes are paid otherwise */
	readonly days: readonly DayKey[];
	readonly more: number;
	readonly fewer: number;
	readonly before: Paid;
	readonly after: Paid;
};

export type Effect = {
	/** how many people were judged */
	readonly judged: number;
	/** those for whom something changes, who gains most flags first */
	readonly people: readonly PersonEffect[];
	/** days of all of them together */
	readonly days: number;
	/** flags that come and go, by code; what is only worth knowing is left out */
	readonly flags: readonly { readonly code: string; readonly more: number; readonly fewer: number }[];
	readonly before: Paid;
	readonly after: Paid;
};

/** Lays two judgements of many people side by side. */
export function effectOf(those: Iterable<JudgedTwice>): Effect {
	const people: PersonEffect[] = [];
	const codes = new Map<string, { more: number; fewer: number }>();
	let judged = 0;
	let before: Paid = { overtime: 0, paid: 0 };
	let after: Paid = before;
	for (const one of those) {
		judged++;
		const effect = effectOn(one, codes);
		before = sum(before, effect.before);
		after = sum(after, effect.after);
		if (effect.days.length > 0) people.push(effect);
	}
	people.sort(
		(a, b) => b.more - a.more || b.days.length - a.days.length || (a.personId < b.personId ? -1 : 1)
	);
	return {
		judged,
		people,
		days: people.reduce((all, { days }) => all + days.length, 0),
		flags: [...codes].map(([code, counts]) => ({ code, ...counts })).sort((a, b) => b.more - a.more),
		before,
		after
	};
}

const sum = (a: Paid, b: Paid): Paid => ({ overtime: a.overtime + b.overtime, paid: a.paid + b.paid });

function effectOn(
	{ personId, before, after }: JudgedTwice,
	codes: Map<string, { more: number; fewer: number }>
): PersonEffect {
	const [were, are] = [flagsBy(before.flags), flagsBy(after.flags)];
	const days = new Set<DayKey>();
	let [more, fewer] = [0, 0];
	const count = ({ code, date }: HoursFlag, by: 'more' | 'fewer'): void => {
		const counts = codes.get(code) ?? { more: 0, fewer: 0 };
		codes.set(code, counts);
		counts[by]++;
		days.add(date);
	};
	for (const [key, flag] of are)
		if (!were.has(key)) {
			count(flag, 'more');
			more++;
		}
	for (const [key, flag] of were)
		if (!are.has(key)) {
			count(flag, 'fewer');
			fewer++;
		}
	const paidOn = new Map(before.workDays.map((day) => [keyOf(day), JSON.stringify(day.payBuckets)]));
	for (const day of after.workDays)
		if (paidOn.get(keyOf(day)) !== JSON.stringify(day.payBuckets)) days.add(day.date);
	return { personId, days: [...days].sort(), more, fewer, before: paidFor(before), after: paidFor(after) };
}

const keyOf = ({ date, entries }: Result['workDays'][number]): string => `${date} ${entries.join()}`;

const flagsBy = (flags: readonly HoursFlag[]): Map<string, HoursFlag> =>
	new Map(
		flags
			.filter(({ severity }) => severity !== 'info')
			.map((flag) => [`${flag.date} ${flag.code} ${flag.severity} ${flag.entries.join()}`, flag])
	);

function paidFor({ workDays }: JudgedTwice['before']): Paid {
	let [overtime, paid] = [0, 0];
	for (const { payBuckets } of workDays)
		for (const key in payBuckets) {
			const minutes = payBuckets[key]!;
			paid += minutes * Number(key);
			if (Number(key) > 1) overtime += minutes;
		}
	return { overtime, paid };
}
