/** The payroll export: a row a person and day, what was logged beside what the rules and the deal make of it. */
import type { Minutes } from '../calendar/duration.ts';
import { parseClock } from '../calendar/clock.ts';
import { overtimeOf, type Deal } from '../hours/deal.ts';
import { isWholeDay } from '../hours/log/logged.ts';
import { isPaid, type DayStanding } from '../hours/log/standing.ts';
import { premiumOf } from '../hours/premium.ts';
import type { Penalty, WorkDay } from '../hours/types.ts';
import { inUnits, unitsOf, type Cents } from '../money.ts';
import { DEPARTMENTS } from '../schedule/records.ts';
import { tableOf, type ColumnOf, type ReportTable } from './table.ts';
import type { WorkloadPerson } from './workload-person.ts';
import type { Span } from './workload.ts';

/** What a day is paid, in the currency's smallest unit. */
export type DayPay = {
	/** straight time, or the day agreed; null where the deal isn't by the day or hour */
	readonly base: Cents | null;
	readonly overtime: Cents;
	/** what overtime that the deal doesn't pay is worth */
	readonly unpaid: Cents;
	readonly penalties: Cents;
	readonly pay: Cents;
};

/**
 * What a deal makes of a day. A deal that pays overtime pays straight minutes by the hour and overtime by its
 * multiplier, as the rules do; one that doesn't pays the day it names, however long it was.
 * @param hourly one straight hour in whole currency units
 */
export function payOfDay(days: readonly WorkDay[], deal: Deal, hourly: number, currency: string): DayPay {
	const units = unitsOf(currency);
	const perHour = (minutes: Minutes): Cents => Math.round((minutes / 60) * hourly * units);
	const { value } = overtimeOf(days, hourly, deal.paysOvertime, currency);
	const worked = days.reduce((sum, day) => sum + day.worked, 0);
	const straight = days.reduce(
		(sum, { payBuckets }) =>
			sum +
			Object.entries(payBuckets).reduce(
				(all, [multiplier, minutes]) => (Number(multiplier) > 1 ? all : all + minutes * Number(multiplier)),
				0
			),
		0
	);
	const base = (): Cents | null => {
		if (deal.pay === 'month' || deal.amount === null || worked === 0) return null;
		if (deal.paysOvertime) return perHour(straight);
		if (deal.pay === 'hour') return perHour(worked);
		return deal.pay === 'day' ? deal.amount : Math.round(deal.amount / (deal.packageDays ?? 1));
	};
	const penalties = days
		.flatMap((day) => day.penalties)
		.reduce((sum, penalty) => sum + penaltyIn(penalty, currency, units, perHour), 0);
	const [paid, overtime] = [base(), deal.paysOvertime ? (value ?? 0) : 0];
	return {
		...{ base: paid, overtime, penalties },
		unpaid: deal.paysOvertime ? 0 : (value ?? 0),
		pay: (paid ?? 0) + overtime + penalties
	};
}

function penaltyIn(
	{ amount, hours, currency: own }: Penalty,
	currency: string,
	units: number,
	perHour: (minutes: Minutes) => Cents
): Cents {
	if (hours !== undefined) return perHour(hours * 60);
	return amount !== undefined && (own ?? currency) === currency ? Math.round(amount * units) : 0;
}

type Line = {
	readonly of: WorkloadPerson;
	readonly day: DayStanding;
	readonly work: readonly WorkDay[];
	readonly pay: DayPay | null;
};

/** Days somebody logged something on, with the people in order of department and name. Planned days have no row. */
function linesOf(people: readonly WorkloadPerson[], { from, to }: Span, currency: string): Line[] {
	const order = (of: WorkloadPerson): string =>
		`${String(DEPARTMENTS.indexOf(of.person.department)).padStart(2, '0')} ${of.person.name} ${of.person.id}`;
	return [...people]
		.sort((a, b) => (order(a) < order(b) ? -1 : 1))
		.flatMap((of) =>
			[...of.days.values()]
				.filter(({ date, standings }) => from <= date && date <= to && standings.length > 0)
				.sort((a, b) => (a.date < b.date ? -1 : 1))
				.map((day): Line => {
					const work = of.judged.workDays.filter(({ date, planned }) => date === day.date && !planned);
					const hourly = of.judged.pay?.hourly ?? null;
					const pay = of.deal && hourly !== null ? payOfDay(work, of.deal, hourly, currency) : null;
					return { of, day, work, pay };
				})
		);
}

const worst = (day: DayStanding): string =>
	(['disagreed', 'open', 'confirmed', 'own'] as const).find((one) =>
		day.standings.some(({ consent }) => consent === one)
	) ?? 'own';
const minutesOf = (work: readonly WorkDay[], of: (day: WorkDay) => Minutes): Minutes =>
	work.reduce((sum, day) => sum + of(day), 0);
const breakMinutes = (day: DayStanding): Minutes =>
	day.standings
		.flatMap(({ entry }) => entry.breaks)
		.reduce((sum, { start, end }) => sum + (parseClock(end) ?? 0) - (parseClock(start) ?? 0), 0);
const span = (start: string | null, end: string | null): string => `${start ?? '?'}–${end ?? '?'}`;

/**
 * The payroll of a span.
 * @param priced whether the reader may see sums: columns of money are there only then
 */
export function payrollTable(
	people: readonly WorkloadPerson[],
	of: Span,
	currency: string,
	priced: boolean
): ReportTable {
	const lines = linesOf(people, of, currency);
	const multipliers = [
		...new Set(lines.flatMap(({ work }) => work.flatMap(({ buckets }) => Object.keys(buckets).map(Number))))
	].sort((a, b) => a - b);
	const money = (key: string, sum: (pay: DayPay) => Cents | null): ColumnOf<Line> => ({
		...{ key, kind: 'number', width: 12 },
		of: ({ pay }) => {
			const cents = pay && sum(pay);
			return cents === null ? null : inUnits(cents, currency);
		}
	});
	const entries = ({ day }: Line) => day.standings.map(({ entry }) => entry);
	const decided = ({ day }: Line, says: string) => day.decisions.find((one) => one.says === says);
	return tableOf<Line, string>('payroll', lines, [
		{ key: 'person', kind: 'text', width: 16, of: (line) => line.of.person.name },
		{ key: 'department', kind: 'word', width: 12, of: (line) => line.of.person.department },
		{ key: 'job', kind: 'text', width: 16, ifAny: true, of: (line) => line.of.person.job },
		{ key: 'date', kind: 'day', width: 12, of: ({ day }) => day.date },
		{
			...{ key: 'type', kind: 'words', width: 10 },
			of: (line) => [...new Set(entries(line).map(({ type }) => type))]
		},
		{
			...{ key: 'times', kind: 'names', width: 24 },
			of: (line) =>
				entries(line).flatMap(({ type, start, end }) => (isWholeDay(type) ? [] : span(start, end)))
		},
		{
			...{ key: 'breaks', kind: 'names', width: 24 },
			of: (line) => entries(line).flatMap(({ breaks }) => breaks.map(({ start, end }) => span(start, end)))
		},
		{ key: 'break-minutes', kind: 'minutes', width: 10, of: ({ day }) => breakMinutes(day) },
		{
			...{ key: 'entered-by', kind: 'names', width: 16 },
			of: (line) => [...new Set(entries(line).map(({ byName }) => byName))]
		},
		{
			...{ key: 'station', kind: 'names', width: 14, ifAny: true },
			of: (line) => [...new Set(entries(line).flatMap(({ station }) => station ?? []))]
		},
		{ key: 'consent', kind: 'word', width: 14, of: ({ day }) => worst(day) },
		{
			...{ key: 'objection', kind: 'names', width: 24, ifAny: true },
			of: ({ day }) =>
				day.standings.flatMap(({ consent, answer }) =>
					consent === 'disagreed' ? (answer?.reason ?? '') || '–' : []
				)
		},
		{
			...{ key: 'corrections', kind: 'number', width: 11 },
			of: ({ day }) => day.standings.reduce((sum, { replaced }) => sum + replaced.length, 0)
		},
		{ key: 'signed', kind: 'word', width: 8, of: ({ day }) => (day.signed ? 'yes' : 'no') },
		{ key: 'approval', kind: 'word', width: 12, of: ({ day }) => day.approval },
		{ key: 'approved-by', kind: 'text', width: 16, of: (line) => decided(line, 'approve')?.byName ?? null },
		{
			...{ key: 'paid-on', kind: 'day', width: 12 },
			of: ({ day }) => (isPaid(day) ? (day.paid?.on ?? day.paid?.date ?? null) : null)
		},
		{
			...{ key: 'received-on', kind: 'day', width: 12 },
			of: ({ day }) => (isPaid(day) ? (day.received?.on ?? null) : null)
		},
		{ key: 'worked', kind: 'minutes', width: 10, of: ({ work }) => minutesOf(work, (one) => one.worked) },
		...multipliers.map((multiplier): ColumnOf<Line> => ({
			...{ key: `×${multiplier}`, kind: 'minutes', width: 9 },
			of: ({ work }) => minutesOf(work, ({ buckets }) => buckets[String(multiplier)] ?? 0)
		})),
		{ key: 'overtime', kind: 'minutes', width: 10, of: ({ work }) => minutesOf(work, premiumOf) },
		{ key: 'rest-before', kind: 'minutes', width: 12, of: ({ work }) => work[0]?.restBefore ?? null },
		{
			...{ key: 'flags', kind: 'flags', width: 48 },
			of: ({ of: { judged }, day }) => judged.flagsOn.get(day.date) ?? []
		},
		{
			...{ key: 'penalties', kind: 'names', width: 24, ifAny: true },
			of: ({ work }) =>
				work.flatMap(({ penalties }) =>
					penalties.map(({ code, hours, amount, currency: own }) =>
						hours !== undefined
							? `${code} ${hours} h`
							: amount === undefined || !priced
								? code
								: `${code} ${amount} ${own ?? currency}`
					)
				)
		},
		{
			...{ key: 'rules', kind: 'text', width: 22 },
			of: ({ of: { judged }, day }) =>
				judged.ruleSetVersions.findLast(({ from }) => from === null || from <= day.date)?.version ?? ''
		},
		...(priced
			? [
					money('base-pay', ({ base }) => base),
					money('overtime-pay', ({ overtime }) => overtime),
					money('penalty-pay', ({ penalties }) => penalties),
					money('pay', ({ pay }) => pay),
					money('overtime-unpaid', ({ unpaid }) => unpaid),
					{ key: 'currency', kind: 'text', width: 9, of: ({ pay }: Line) => pay && currency } as const
				]
			: [])
	]);
}

/** The days a payroll covers whose hours nobody approved, and those somebody disagrees with: said before it goes out. */
export function openInPayroll(
	people: readonly WorkloadPerson[],
	{ from, to }: Span
): { readonly days: number; readonly undecided: number; readonly disputed: number } {
	const days = people.flatMap(({ days: own }) =>
		[...own.values()].filter(({ date, standings }) => from <= date && date <= to && standings.length > 0)
	);
	return {
		days: days.length,
		undecided: days.filter(({ approval }) => approval !== 'approved').length,
		disputed: days.filter(({ standings }) => standings.some(({ consent }) => consent === 'disagreed')).length
	};
}
