/** The columns of the budget's grid and of the deals': what each shows, copies and takes. */
import type { MoneyLineId, PersonId } from '#lib/domain/ids.ts';
import type { Deal } from '#lib/domain/hours/deal.ts';
import { dayRateOf } from '#lib/domain/money/day-rate.ts';
import { BASES, MONEY_CATEGORIES, type MoneyLine } from '#lib/domain/money/records.ts';
import type { CellChange, GridColumn, NewRow } from '../grid/types.ts';
import { money as written } from '../format.ts';
import { language, text } from '../text/index.svelte.ts';
import * as read from './read.ts';
import type { DealRow, LineValues } from './types.ts';

/** What a line comes to over the whole shoot. */
export const wholeOf = ({ basis, planned }: MoneyLine, shootDays: number, heads: number): number =>
	planned * (basis === 'fixed' ? 1 : basis === 'day' ? shootDays : shootDays * heads);

export function budgetColumns(
	currency: string,
	shootDays: number,
	heads: number
): readonly GridColumn<MoneyLine>[] {
	const words = text.money;
	const names = words.budget.columns;
	const show = (sum: number): string => (sum === 0 ? '' : written(sum, currency, language.current));
	const sum = (key: 'planned' | 'committed' | 'spent'): GridColumn<MoneyLine> => ({
		key,
		name: names[key],
		width: 124,
		kind: 'figure',
		show: (line) => show(line[key]),
		write: (line) => read.writeSum(line[key], currency),
		sort: (line) => line[key],
		read: (typed) => read.readSum(typed, currency)
	});
	const left = (line: MoneyLine): number => wholeOf(line, shootDays, heads) - Math.max(line.spent, 0);
	return [
		{
			key: 'name',
			name: names.name,
			width: 264,
			kind: 'text',
			show: ({ name }) => name,
			read: read.readText
		},
		{
			key: 'category',
			name: names.category,
			width: 196,
			kind: 'choice',
			show: ({ category }) => words.categories[category],
			sort: ({ category }) => MONEY_CATEGORIES.indexOf(category),
			words: MONEY_CATEGORIES.map((one) => words.categories[one]),
			read: (typed) => read.readChoice(typed, MONEY_CATEGORIES, (of) => of.categories)
		},
		sum('planned'),
		{
			key: 'basis',
			name: names.basis,
			width: 148,
			kind: 'choice',
			show: ({ basis }) => words.bases[basis],
			words: BASES.map((one) => words.bases[one]),
			read: (typed) => read.readChoice(typed, BASES, (of) => of.bases)
		},
		{
			key: 'whole',
			name: names.whole,
			width: 124,
			kind: 'figure',
			show: (line) => show(wholeOf(line, shootDays, heads)),
			sort: (line) => wholeOf(line, shootDays, heads)
		},
		sum('committed'),
		sum('spent'),
		{
			key: 'left',
			name: names.left,
			width: 124,
			kind: 'figure',
			show: (line) => written(left(line), currency, language.current),
			sort: left,
			tone: (line) => (left(line) < 0 ? 'bad' : null)
		},
		{
			key: 'note',
			name: names.note,
			width: 208,
			kind: 'text',
			show: ({ note }) => note,
			read: read.readText
		}
	];
}

export function dealColumns(currency: string, contract: number): readonly GridColumn<DealRow>[] {
	const words = text.money.deals;
	const pays = ['day', 'package', 'month', 'hour'] as const;
	const rate = ({ person, deal }: DealRow): number | null =>
		dayRateOf(deal, person.contractMinutes ?? contract);
	return [
		{
			key: 'name',
			name: words.columns.name,
			width: 168,
			kind: 'text',
			show: ({ person }) => person.name,
			opens: true
		},
		{ key: 'job', name: words.columns.job, width: 200, kind: 'text', show: ({ person }) => person.job },
		{
			key: 'pay',
			name: words.columns.pay,
			width: 132,
			kind: 'choice',
			show: ({ deal, person }) => words.pays[deal?.pay ?? person.contractKind],
			words: pays.map((one) => words.pays[one]),
			read: (typed) => read.readChoice(typed, pays, (of) => of.deals.pays)
		},
		{
			key: 'amount',
			name: words.columns.amount,
			width: 124,
			kind: 'figure',
			show: ({ deal }) => (deal?.amount == null ? '' : written(deal.amount, currency, language.current)),
			write: ({ deal }) => read.writeSum(deal?.amount ?? null, currency),
			sort: ({ deal }) => deal?.amount ?? null,
			read: (typed) => read.readSum(typed, currency, null)
		},
		{
			key: 'packageDays',
			name: words.columns.packageDays,
			width: 188,
			kind: 'figure',
			show: ({ deal }) => (deal?.packageDays == null ? '' : String(deal.packageDays)),
			read: read.readWhole
		},
		{
			key: 'paysOvertime',
			name: words.columns.paysOvertime,
			width: 148,
			kind: 'check',
			show: ({ deal }) => (deal?.paysOvertime ? '✓' : ''),
			write: ({ deal }) => (deal?.paysOvertime ? text.grid.yes : text.grid.no),
			read: read.readYes
		},
		{
			key: 'day',
			name: words.columns.day,
			width: 112,
			kind: 'figure',
			show: (row) => {
				const sum = rate(row);
				return sum === null ? '–' : written(sum, currency, language.current);
			},
			sort: rate,
			tone: (row) => (rate(row) === null ? 'warn' : null)
		}
	];
}

const byRow = <Id extends string>(cells: readonly CellChange[]): Map<Id, Record<string, unknown>> => {
	const rows = new Map<Id, Record<string, unknown>>();
	for (const { id, key, value } of cells) rows.set(id as Id, { ...rows.get(id as Id), [key]: value });
	return rows;
};
export const lineChanges = (cells: readonly CellChange[]): Map<MoneyLineId, LineValues> =>
	byRow<MoneyLineId>(cells);
export const dealChanges = (cells: readonly CellChange[]): Map<PersonId, Partial<Deal>> =>
	byRow<PersonId>(cells);
export const lineOf = (row: NewRow): LineValues => Object.fromEntries(row);
