/** What the board hands out as files. Another kind of file is a line in `exportLines`. */
import { readPlan, type PlanDocument } from '#lib/doc/plan-document.ts';
import { breakdownTable, castTable, scheduleTable, type ReportTable } from '#lib/domain/reports/index.ts';
import type { Plan } from '#lib/domain/schedule/plan.ts';
import type { ExportLine } from '#lib/ui/reports/ExportDialog.svelte';
import { csvOf, fileName, xlsxOf } from '#lib/ui/reports/files-of.ts';
import { language, text } from '#lib/ui/text/index.svelte.ts';
import { toasts } from '#lib/ui/toast.svelte.ts';
import { download } from '../download.ts';

/** The lines of the export dialog, in the language in force. The plan is read when one is chosen. */
export function exportLines(document: PlanDocument, title: string): ExportLine[] {
	const words = text.sheet;
	const hand = (name: string, content: Blob): void => {
		download(name, content);
		toasts.say(words.exports.saved(name));
	};
	const sheets = (of: (plan: Plan) => ReportTable) => {
		const now = (make: (table: ReportTable, plan: Plan) => void) => (): void => {
			const plan = readPlan(document);
			if (plan) make(of(plan), plan);
		};
		return [
			{
				label: words.exports.xlsx,
				make: now((table, plan) =>
					hand(
						fileName(title, table, words, 'xlsx'),
						xlsxOf([table, castTable(plan)], words, language.current)
					)
				)
			},
			{
				label: words.exports.csv,
				make: now((table) =>
					hand(fileName(title, table, words, 'csv'), csvOf(table, words, language.current))
				)
			}
		];
	};
	return [
		{ label: words.schedule, note: words.exports.schedule, kinds: sheets(scheduleTable) },
		{ label: words.breakdown, note: words.exports.breakdown, kinds: sheets(breakdownTable) }
	];
}
