/** The room's door: what other rooms may use. */
export { behindFigure, FIGURES, type Figure } from './behind.ts';
export { breakdownTable, castTable } from './breakdown.ts';
export { ownHoursTable } from './own-hours.ts';
export { scheduleTable } from './schedule.ts';
export {
	tableOf,
	type ColumnKind,
	type ColumnOf,
	type ReportColumn,
	type ReportRow,
	type ReportTable,
	type ReportValue,
	type ValueOf
} from './table.ts';
export { scriptOf, type SceneWords } from './script-out.ts';
export { type LimitAhead } from './workload-ahead.ts';
export { loadOf, type Workload } from './workload-load.ts';
export { type WorkCell, type WorkloadPerson } from './workload-person.ts';
export {
	datesOf,
	monthAround,
	weekAround,
	workloadOf,
	type News,
	type Span,
	type WorkGroup,
	type WorkloadReport,
	type WorkRow
} from './workload.ts';
export { openInPayroll, payrollTable } from './payroll.ts';
export { sharedTable, workloadTable } from './workload-table.ts';
