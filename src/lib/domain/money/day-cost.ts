/** The budget's lines: what is taken once, and what each shoot day takes (M1, M3). */
import type { PersonId } from '../ids.ts';
import type { Cents } from '../money.ts';
import type { MoneyCategory, MoneyLine } from './records.ts';

/** What a line takes in all where it is paid once: the most of what was planned, agreed and paid (M1). */
export const onceOf = ({ planned, committed, spent }: MoneyLine): Cents =>
	Math.max(planned, committed, spent);

/** One part of a day's cost, with where it comes from. */
export type DayPart = {
	readonly category: MoneyCategory;
	readonly cents: Cents;
	/** `deals`: the rates of those called; `line`: a line of the budget */
	readonly from: 'deals' | 'line';
	readonly lineId: MoneyLine['id'] | null;
	readonly name: string;
	/** how many people it is for; null: it isn't by the head */
	readonly heads: number | null;
};

/** Somebody called on a day: what the day costs by the deal, null where none is known. */
export type Paid = {
	readonly personId: PersonId | null;
	readonly isCast: boolean;
	readonly rate: Cents | null;
};

export type DayCost = {
	readonly cents: Cents;
	readonly parts: readonly DayPart[];
	/** called, and nobody knows what they are paid: nothing is counted for them */
	readonly withoutDeal: number;
};

/**
 * What a day takes from the budget before overtime, opened to its parts. Cast and crew cost what the deals of those
 * called say; a line a day for cast or crew counts only where none of them has a deal, so that nobody is paid twice.
 */
export function dayCost(lines: Iterable<MoneyLine>, called: readonly Paid[]): DayCost {
	const parts: DayPart[] = [];
	const isKnown = { cast: false, crew: false };
	let withoutDeal = 0;
	for (const category of ['cast', 'crew'] as const) {
		const all = called.filter(({ isCast }) => isCast === (category === 'cast'));
		const known = all.filter(({ rate }) => rate !== null);
		withoutDeal += all.length - known.length;
		if (known.length === 0) continue;
		isKnown[category] = true;
		const cents = known.reduce((sum, { rate }) => sum + (rate ?? 0), 0);
		parts.push({ category, cents, from: 'deals', lineId: null, name: '', heads: known.length });
	}
	for (const line of dayLines(lines)) {
		const { category, planned, basis, id, name } = line;
		if ((category === 'cast' || category === 'crew') && isKnown[category]) continue;
		const heads = basis === 'person-day' ? called.length : null;
		parts.push({ category, cents: planned * (heads ?? 1), from: 'line', lineId: id, name, heads });
	}
	return { cents: parts.reduce((sum, { cents }) => sum + cents, 0), parts, withoutDeal };
}

/** The lines a shoot day takes, in the budget's order. */
export const dayLines = (lines: Iterable<MoneyLine>): MoneyLine[] =>
	[...lines].filter(({ basis }) => basis !== 'fixed');

/** What lines paid once take together. */
export const onceSum = (lines: Iterable<MoneyLine>): Cents =>
	[...lines].reduce((sum, line) => sum + (line.basis === 'fixed' ? onceOf(line) : 0), 0);
