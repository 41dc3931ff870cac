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

/**
 * The lines of the export dialog, in the language in force.
 * @param print prints the copy for outside
 */
export function exportLines(here: ReportsHere, title: string, print: () => void): ExportLine[] {
	const words = text.reports.exports;
	const hand = (name: string, content: Blob): void => {
		download(name, content);
		toasts.say(text.sheet.exports.saved(name));
	};
	const kinds = (of: () => ReportTable | null) => [
		{
			label: words.xlsx,
			make: () => {
				const table = of();
				if (table)
					hand(fileName(title, table, fileWords(), 'xlsx'), xlsxOf([table], fileWords(), language.current));
			}
		},
		{
			label: words.csv,
			make: () => {
				const table = of();
				if (table)
					hand(fileName(title, table, fileWords(), 'csv'), csvOf(table, fileWords(), language.current));
			}
		}
	];
	const { days, undecided, disputed } = openInPayroll(here.people, here.month);
	const priced = here.deals.allowed;
	return [
		{
			label: words.workload,
			note: words.workloadNote,
			kinds: kinds(() => here.report && workloadTable(here.report, here.currency, priced))
		},
		{
			label: words.payroll(monthName(here.month.from, language.current)),
			note: words.payrollNote(days, undecided, disputed),
			kinds: kinds(() => payrollTable(here.people, here.month, here.currency, priced))
		},
		{
			label: words.shared,
			note: words.sharedNote,
			kinds: [...kinds(() => here.whole && sharedTable(here.whole)), { label: words.print, make: print }]
		}
	];
}
