/** What the board hands out as files. Another kind of file is a line in `exportLines`. */
import { readPlan } from '#lib/doc/plan-document.ts';
import {
	breakdownTable,
	castTable,
	scheduleTable,
	scriptOf,
	type ReportTable
} from '#lib/domain/reports/index.ts';
import { scriptSchema } from '#lib/doc/schema/script.ts';
import { writeFdx } from '#lib/domain/scripts/index.ts';
import type { OpenProduction } from '#lib/live/production.svelte.ts';
import type { Plan } from '#lib/domain/schedule/plan.ts';
import type { SceneId } from '#lib/domain/ids.ts';
import type { ExportLine } from '#lib/ui/reports/ExportDialog.svelte';
import { csvOf, fileName, xlsxOf } from '#lib/ui/reports/files-of.ts';
import { language, text } from '#lib/ui/text/index.svelte.ts';
import { toasts } from '#lib/ui/toast.svelte.ts';
import { download } from '../download.ts';

/** The lines of the export dialog, in the language in force. The plan is read when one is chosen. */
export function exportLines(production: OpenProduction): ExportLine[] {
	const { title } = production;
	const { document } = production.plan;
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
	/** The script's text lies in a document of its own, opened for as long as the file is being made. */
	const finalDraft = async (): Promise<void> => {
		const plan = readPlan(document);
		if (!plan) return;
		const script = await production.openBeside(scriptSchema);
		const textOf = (id: SceneId) => {
			const textId = plan.scenes.get(id)?.textId ?? null;
			return textId === null ? null : script.document.tables.texts.get(textId);
		};
		const name = `${title.replace(/[\\/:*?"<>|]+/g, ' ').slice(0, 120)}.fdx`;
		hand(name, new Blob([writeFdx(scriptOf(plan, textOf))], { type: 'application/xml' }));
		await script.close();
	};
	return [
		{
			label: words.exports.script,
			note: words.exports.scriptNote,
			kinds: [{ label: words.exports.fdx, make: () => void finalDraft() }]
		},
		{ label: words.schedule, note: words.exports.schedule, kinds: sheets(scheduleTable) },
		{ label: words.breakdown, note: words.exports.breakdown, kinds: sheets(breakdownTable) }
	];
}
