import type { SceneText } from '#lib/domain/schedule/records.ts';
import type { ImportRows } from '#lib/domain/schedule/reimport/rows.ts';
import type { Fields, RecordType, RowOf } from '#lib/domain/record.ts';
import { perform } from '../command.ts';
import { markFormat } from '../document.ts';
import { addRow, addRows } from '../add-rows.ts';
import type { PlanDocument, ScriptDocument } from '../plan-document.ts';
import type { Table } from '../table.ts';

/** One change may be this long as it travels (the server's limit for a script is a little over twice this). */
const TOGETHER = 400_000;

/**
 * Keeps the texts of scenes, a few hundred kilobytes a change, so that none is refused for its length. A text
 * that is there is left as it is: texts never change. Done before the plan names them.
 */
export function writeTexts(script: ScriptDocument, texts: readonly SceneText[]): void {
	let batch: SceneText[] = [];
	let size = 0;
	const flush = (): void => {
		if (batch.length === 0) return;
		const rows = batch;
		[batch, size] = [[], 0];
		perform(script, 'write-texts', rows.length, () => {
			markFormat(script);
			addRows(script.tables.texts, rows);
		});
	};
	for (const text of texts) {
		if (script.tables.texts.get(text.id)) continue;
		batch.push(text);
		size += 200 + 3 * (text.body.length + text.heading.length + text.synopsis.length);
		if (size > TOGETHER) flush();
	}
	flush();
}

/**
 * Takes a script that was read again into the plan: one transaction, one step of undo. Rows that are there already
 * (a colleague made the same out of the same file meanwhile) are changed rather than made twice.
 */
export function importScript(plan: PlanDocument, { add, set }: ImportRows): void {
	const { tables } = plan;
	perform(plan, 'import-script', add.sceneChanges.length, () => {
		put(tables.requests, add.requests);
		put(tables.episodes, add.episodes);
		put(tables.locations, add.locations);
		put(tables.sets, add.sets);
		put(tables.characters, add.characters);
		put(tables.elements, add.elements);
		put(tables.scenes, add.scenes);
		put(tables.strips, add.strips);
		put(tables.imports, add.imports);
		put(tables.sceneChanges, add.sceneChanges);
		change(tables.episodes, set.episodes);
		change(tables.characters, set.characters);
		change(tables.scenes, set.scenes);
		change(tables.strips, set.strips);
	});
}

function put<R extends RecordType<string, Fields>>(table: Table<R>, rows: readonly RowOf<R>[]): void {
	for (const row of rows) {
		const id = row.id as RowOf<R>['id'];
		const there = table.get(id);
		if (!there) addRow(table, row);
		else if (there.archivedAt !== null) table.archive(id, null);
	}
}

function change<R extends RecordType<string, Fields>>(
	table: Table<R>,
	rows: ReadonlyMap<RowOf<R>['id'], Partial<RowOf<R>>>
): void {
	for (const [id, values] of rows)
		if (table.get(id)) table.set(id, values as Parameters<typeof table.set>[1]);
}
