/** The room's door: what other rooms may use. */
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
