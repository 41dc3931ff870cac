import type { Cell } from '#lib/domain/cell.ts';
import {
	matchColumns,
	readCastList,
	readScript,
	readSheet,
	type CastList,
	type ReadScript,
	type ScriptResult,
	type SheetMatching
} from '#lib/domain/scripts/index.ts';
import { readTables, type Table, type TablesRefused } from '#lib/files/index.ts';
import type { Source } from './keeping.ts';

/** A workbook in hand: which of its sheets is read, and what its columns mean. */
export type SheetInHand = {
	readonly sheets: readonly { readonly name: string; readonly rows: number }[];
	readonly chosen: number;
	readonly matching: SheetMatching;
};

export type Refused =
	| Extract<ScriptResult, { ok: false }>
	| { readonly ok: false; readonly reason: 'table'; readonly table: TablesRefused };
export type SourceResult =
	{ readonly ok: true; readonly script: ReadScript; readonly sheet: SheetInHand | null } | Refused;

const TABLE_NAME = /\.(?:csv|tsv|tab|xlsx?|xlsm|xlsb|ods|numbers)$/i;

/**
 * Reads what a person brought: a script, or a sheet (by its first bytes, its name, or tabs in pasted text). A sheet
 * is kept, so that its columns can be matched again without reading the file again.
 */
export class SourceReader {
	#tables: readonly Table[] = [];

	read({ of, name }: Source): SourceResult {
		this.#tables = [];
		if (!isTable(of, name)) {
			const read = readScript(of, name);
			if (read.ok) return { ok: true, script: read.script, sheet: null };
			if (read.reason !== 'no-scenes' || typeof of !== 'string' || !/\t/.test(of)) return read;
		}
		const bytes = typeof of === 'string' ? new TextEncoder().encode(of) : of;
		const tables = readTables(bytes, typeof of === 'string' ? 'pasted.csv' : name);
		if (!tables.ok) return { ok: false, reason: 'table', table: tables };
		this.#tables = tables.tables;
		return this.match(bestOf(this.#tables), null);
	}

	/** Reads the sheet in hand another way. @param matching null: as proposed */
	match(chosen: number, matching: SheetMatching | null): SourceResult {
		const table = this.#tables[chosen];
		if (!table) return { ok: false, reason: 'table', table: { ok: false, reason: 'empty' } };
		const meant = matching ?? matchColumns(table.rows);
		const script = readSheet(table.rows, meant, castIn(this.#tables, chosen));
		return {
			ok: true,
			script,
			sheet: {
				sheets: this.#tables.map(({ name, rows }) => ({ name, rows: rows.length })),
				chosen,
				matching: meant
			}
		};
	}
}

/** An archive's first bytes, or a name that says so. */
const isTable = (of: Source['of'], name: string): boolean =>
	typeof of !== 'string' &&
	(TABLE_NAME.test(name) || (of[0] === 0x50 && of[1] === 0x4b && !/\.docx$/i.test(name)));

/** The sheet that reads most like a list of scenes; hidden ones last. */
function bestOf(tables: readonly Table[]): number {
	const score = ({ rows, hidden }: Table): number => {
		const { columns } = matchColumns(rows as readonly (readonly Cell[])[]);
		const known = columns.filter(({ key }) => key !== null).length;
		const scenes = columns.some(({ key }) => key === 'scene' || key === 'heading') ? 100 : 0;
		return scenes + known - (hidden ? 1000 : 0);
	};
	const scores = tables.map(score);
	return Math.max(0, scores.indexOf(Math.max(...scores)));
}

/** Board numbers with their names, from the other sheets of the workbook. */
function castIn(tables: readonly Table[], chosen: number): CastList {
	const lists = tables.flatMap(({ rows }, i) => (i === chosen ? [] : [...readCastList(rows)]));
	return new Map(lists);
}
