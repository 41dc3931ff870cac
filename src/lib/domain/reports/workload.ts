/**
 * The workload report: a row a person, a cell a day, departments with their sums, what comes next and what was broken.
 * Made from people the rules have judged already; nothing here judges.
 */
import { addDays, daysBetween, weekday, type DayKey } from '../calendar/day-key.ts';
import type { Minutes } from '../calendar/duration.ts';
import { DEPARTMENTS, type Person } from '../schedule/records.ts';
import { aheadOf, limitsAhead, type Ahead, type LimitAhead } from './workload-ahead.ts';
import { loadOf, type Workload } from './workload-load.ts';
import { cellsOf, codesOf, type Agreed, type WorkCell, type WorkloadPerson } from './workload-person.ts';

export type Span = { readonly from: DayKey; readonly to: DayKey };

/** Monday to Sunday around a day. */
export const weekAround = (date: DayKey): Span => {
	const from = addDays(date, 1 - weekday(date));
	return { from, to: addDays(from, 6) };
};
/** The calendar month of a day. */
export const monthAround = (date: DayKey): Span => {
	const from = addDays(date, 1 - Number(date.slice(8)));
	const next = addDays(from, 31);
	return { from, to: addDays(next, -Number(next.slice(8))) };
};
export const datesOf = ({ from, to }: Span): DayKey[] =>
	Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i));

export type WorkRow = {
	readonly person: WorkloadPerson['person'];
	/** a cell a date of the span; null: nothing worked and nothing planned */
	readonly cells: readonly (WorkCell | null)[];
	readonly sum: Workload;
	/** the first time each limit will be broken, the soonest first */
	readonly ahead: readonly Ahead[];
	/** dates in a row up to today */
	readonly inARow: number;
};

export type WorkGroup = {
	readonly department: Person['department'];
	readonly rows: readonly WorkRow[];
	readonly sum: Workload;
};

export type WeekOfDepartment = { readonly from: DayKey; readonly sum: Workload };

export type WorkloadReport = {
	readonly dates: readonly DayKey[];
	readonly groups: readonly WorkGroup[];
	readonly sum: Workload;
	/** whom the plan takes over which limit, the soonest first */
	readonly ahead: readonly LimitAhead[];
	/** every week with hours, by department: all weeks, whatever the span */
	readonly weeks: readonly {
		readonly department: Person['department'];
		readonly weeks: readonly WeekOfDepartment[];
	}[];
	readonly news: News;
};

/** What the sentence above the picture says of the span. */
export type News = {
	/** people who pass the month's overtime between today and the end of the span, the last of them on `by` */
	readonly passing: { readonly people: number; readonly limit: Minutes; readonly by: DayKey } | null;
	/** people past it already */
	readonly past: { readonly people: number; readonly limit: Minutes } | null;
	/** people with a rest that fell short; `limit` null where their rules ask for different rests */
	readonly rest: { readonly people: number; readonly limit: Minutes | null } | null;
	readonly inARow: { readonly people: number } | null;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Who needs rest first: most rest missing, then most days in a row, then the limit that comes soonest. */
function byNeed(a: WorkRow, b: WorkRow): number {
	const soon = ({ ahead }: WorkRow): string => ahead[0]?.on ?? '9999';
	return (
		b.sum.restMissing - a.sum.restMissing ||
		b.inARow - a.inARow ||
		compare(soon(a), soon(b)) ||
		b.sum.overtime + b.sum.overtimePlanned - a.sum.overtime - a.sum.overtimePlanned ||
		compare(a.person.id, b.person.id)
	);
}

/**
 * The report of some people over a span.
 * @param today in the production's zone: what is before it was, what comes after is ahead
 */
export function workloadOf(
	people: readonly WorkloadPerson[],
	span: Span,
	today: DayKey,
	agreed: Agreed
): WorkloadReport {
	const dates = datesOf(span);
	const all = people.map((of) => ({ of, cells: cellsOf(of, agreed) }));
	const rows = all.map(({ of, cells }): WorkRow => {
		const shown = dates.map((date) => cells.get(date) ?? null);
		return {
			person: of.person,
			cells: shown,
			sum: loadOf(shown),
			ahead: aheadOf(of, today),
			inARow: cells.get(today)?.inARow || cells.get(addDays(today, -1))?.inARow || 0
		};
	});
	const groups = DEPARTMENTS.flatMap((department): WorkGroup[] => {
		const own = rows.filter(({ person }) => person.department === department).sort(byNeed);
		if (own.length === 0) return [];
		return [{ department, rows: own, sum: loadOf(own.flatMap(({ cells }) => cells)) }];
	}).sort((a, b) => byNeed(a.rows[0] as WorkRow, b.rows[0] as WorkRow));
	return {
		dates,
		groups,
		sum: loadOf(rows.flatMap(({ cells }) => cells)),
		ahead: limitsAhead(groups.flatMap(({ rows: own }) => own)),
		weeks: weeksOf(all),
		news: newsOf(people, rows, span, today)
	};
}

function weeksOf(
	all: readonly { of: WorkloadPerson; cells: ReadonlyMap<DayKey, WorkCell> }[]
): WorkloadReport['weeks'] {
	const starts = [
		...new Set(all.flatMap(({ cells }) => [...cells.keys()].map((date) => weekAround(date).from)))
	].sort();
	return DEPARTMENTS.flatMap((department) => {
		const own = all.filter(({ of }) => of.person.department === department);
		const weeks = starts.map((from) => ({
			from,
			sum: loadOf(
				own.flatMap(({ cells }) => Array.from({ length: 7 }, (_, i) => cells.get(addDays(from, i)) ?? null))
			)
		}));
		return weeks.some(({ sum }) => sum.worked + sum.planned > 0) ? [{ department, weeks }] : [];
	});
}

function newsOf(
	people: readonly WorkloadPerson[],
	rows: readonly WorkRow[],
	span: Span,
	today: DayKey
): News {
	const months = people.flatMap(({ judged, rules }) => {
		const codes = codesOf(rules, 'monthly_premium');
		const flag = judged.flags.find(
			({ code, date }) => codes.has(code) && date.slice(0, 7) >= span.from.slice(0, 7) && date <= span.to
		);
		return flag ? [{ on: flag.date, limit: flag.figures.limit ?? 0 }] : [];
	});
	const passing = months.filter(({ on }) => on >= today);
	const past = months.filter(({ on }) => on < today);
	const rests = rows.filter(({ sum }) => sum.restsBroken > 0);
	const asked = new Set(rests.flatMap(({ cells }) => cells.flatMap((cell) => cell?.rest?.limit ?? [])));
	const least = (list: readonly { limit: Minutes }[]): Minutes => Math.min(...list.map(({ limit }) => limit));
	const inARow = rows.filter(({ sum }) => sum.daysTooMany > 0).length;
	return {
		passing:
			passing.length === 0
				? null
				: {
						people: passing.length,
						limit: least(passing),
						by: passing.reduce((last, { on }) => (on > last ? on : last), today)
					},
		past: past.length === 0 ? null : { people: past.length, limit: least(past) },
		rest:
			rests.length === 0
				? null
				: { people: rests.length, limit: asked.size === 1 ? ([...asked][0] as Minutes) : null },
		inARow: inARow === 0 ? null : { people: inARow }
	};
}
