/** The workload as tables: one for who keeps hours, one that may leave the house. */
import { inUnits } from '../money.ts';
import { tableOf, type ColumnOf, type ReportTable } from './table.ts';
import { loadOf, type Workload } from './workload-load.ts';
import type { WorkGroup, WorkloadReport, WorkRow } from './workload.ts';

/** A department named outside has at least this many people with hours: fewer, and a sum tells of one person. */
export const SHARED_LEAST = 4;

type Line = { readonly row: WorkRow | null; readonly group: WorkGroup | null; readonly sum: Workload };

const figures = (currency: string, priced: boolean): ColumnOf<{ sum: Workload }>[] => [
	...(['worked', 'planned', 'called', 'overtime', 'overtimePlanned'] as const).map(
		(key): ColumnOf<{ sum: Workload }> => ({ key, kind: 'minutes', width: 11, of: ({ sum }) => sum[key] })
	),
	...(['restsBroken', 'restMissing', 'daysTooMany', 'disputed', 'unanswered'] as const).map(
		(key): ColumnOf<{ sum: Workload }> => ({ key, kind: 'number', width: 11, of: ({ sum }) => sum[key] })
	),
	...(priced
		? (['paid', 'unpaid'] as const).map((key): ColumnOf<{ sum: Workload }> => ({
				...{ key, kind: 'number', width: 12 },
				of: ({ sum }) => inUnits(sum[key], currency)
			}))
		: [])
];

/**
 * A row a person, with the minutes of each day, then departments and the whole. Days that are only planned count in
 * their column too.
 * @param priced whether the reader may see sums
 */
export function workloadTable(report: WorkloadReport, currency: string, priced: boolean): ReportTable {
	const lines: Line[] = [
		...report.groups.flatMap((group) => [
			...group.rows.map((row): Line => ({ row, group, sum: row.sum })),
			{ row: null, group, sum: group.sum }
		]),
		{ row: null, group: null, sum: report.sum }
	];
	const table = tableOf<Line, string>('workload', lines, [
		{ key: 'department', kind: 'word', width: 12, of: ({ group }) => group?.department ?? 'total' },
		{ key: 'person', kind: 'text', width: 16, of: ({ row }) => row?.person.name ?? null },
		{ key: 'job', kind: 'text', width: 16, ifAny: true, of: ({ row }) => row?.person.job ?? null },
		...(figures(currency, priced) as ColumnOf<Line>[]),
		...report.dates.map((date, column): ColumnOf<Line> => ({
			...{ key: date, kind: 'minutes', width: 11 },
			of: ({ row }) => {
				const cell = row?.cells[column];
				return cell ? cell.worked + cell.planned : null;
			}
		}))
	]);
	return {
		...table,
		rows: table.rows.map((row, i) => (lines[i]?.row ? row : { ...row, as: 'total' as const }))
	};
}

/** Departments that may be named outside. The sum is of these alone: nothing can be had by taking them from a whole. */
export function sharedGroups(report: Pick<WorkloadReport, 'groups'>): readonly {
	readonly department: WorkGroup['department'] | 'total';
	readonly people: number;
	readonly sum: Workload;
}[] {
	const shown = report.groups.flatMap((group) => {
		const people = group.rows.filter(({ cells }) => cells.some((cell) => cell?.heat != null)).length;
		return people >= SHARED_LEAST ? [{ group, people }] : [];
	});
	return [
		...shown.map(({ group, people }) => ({ department: group.department, people, sum: group.sum })),
		{
			department: 'total' as const,
			people: shown.reduce((all, { people }) => all + people, 0),
			sum: loadOf(shown.flatMap(({ group }) => group.rows.flatMap(({ cells }) => cells)))
		}
	];
}

/** The copy to give away: departments of four or more, no persons, no rates, nobody's disagreement. */
export function sharedTable(report: Pick<WorkloadReport, 'groups'>): ReportTable {
	const groups = sharedGroups(report);
	const table = tableOf<(typeof groups)[number], string>('shared', groups, [
		{ key: 'department', kind: 'word', width: 14, of: ({ department }) => department },
		{ key: 'people', kind: 'number', width: 9, of: ({ people }) => people },
		...(['worked', 'planned', 'overtime', 'overtimePlanned'] as const).map(
			(key): ColumnOf<(typeof groups)[number]> => ({
				key,
				kind: 'minutes',
				width: 12,
				of: ({ sum }) => sum[key]
			})
		),
		...(['restsBroken', 'daysTooMany'] as const).map((key): ColumnOf<(typeof groups)[number]> => ({
			key,
			kind: 'number',
			width: 12,
			of: ({ sum }) => sum[key]
		}))
	]);
	const last = table.rows.length - 1;
	return {
		...table,
		rows: table.rows.map((row, i) => (i === last ? { ...row, as: 'total' as const } : row))
	};
}
