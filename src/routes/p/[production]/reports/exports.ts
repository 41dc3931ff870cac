/** What Reports hand out as files. Another kind of file is a line here. */
import { openInPayroll, payrollTable, sharedTable, workloadTable } from '#lib/domain/reports/index.ts';
import type { ReportTable } from '#lib/domain/reports/index.ts';
import { monthName } from '#lib/ui/format.ts';
import type { ExportLine } from '#lib/ui/reports/ExportDialog.svelte';
import { csvOf, fileName, xlsxOf, type FileWords } from '#lib/ui/reports/files-of.ts';
import { language, text } from '#lib/ui/text/index.svelte.ts';
import { toasts } from '#lib/ui/toast.svelte.ts';
import { download } from '../download.ts';
import type { ReportsHere } from './reports-here.svelte.ts';

/** Words of the report tables: their own, with departments and entry types by the names they have elsewhere. */
const fileWords = (): FileWords => ({
	...text.reports,
	values: { ...text.reports.values, ...text.people.departments, ...text.hours.types }
});

/** The lines of the export dialog, in the language in force. */
export function exportLines(here: ReportsHere, title: string): ExportLine[] {
	const words = text.reports.exports;
	const { span, month, departmentName } = here;
	const hand = (name: string, content: Blob): void => {
		download(name, content);
		toasts.say(text.sheet.exports.saved(name));
	};
	/** @param over what the file covers, for its name: two months shall not overwrite each other */
	const kinds = (over: string, of: () => ReportTable | null) => [
		{ label: words.xlsx, make: () => make('xlsx', over, of()) },
		{ label: words.csv, make: () => make('csv', over, of()) }
	];
	function make(ending: 'xlsx' | 'csv', over: string, table: ReportTable | null): void {
		if (!table) return;
		const said = fileWords();
		const blob =
			ending === 'xlsx' ? xlsxOf([table], said, language.current) : csvOf(table, said, language.current);
		hand(fileName(title, table, said, ending, over), blob);
	}
	const days = `${span.from} ${span.to}`;
	const which = departmentName === null ? '' : ` ${departmentName}`;
	const open = openInPayroll(here.people, month);
	const priced = here.deals.allowed;
	return [
		{
			label: words.workload(departmentName),
			note: words.workloadNote,
			kinds: kinds(days + which, () => here.report && workloadTable(here.report, here.currency, priced))
		},
		{
			label: words.payroll(monthName(month.from, language.current), departmentName),
			note: words.payrollNote(open.days, open.undecided, open.disputed),
			kinds: kinds(month.from.slice(0, 7) + which, () =>
				payrollTable(here.people, month, here.currency, priced)
			)
		},
		{
			label: words.shared,
			note: words.sharedNote,
			kinds: [
				...kinds(days, () => here.whole && sharedTable(here.whole)),
				{ label: words.print, make: () => window.print() }
			]
		}
	];
}
