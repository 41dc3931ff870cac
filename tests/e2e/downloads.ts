import type { Locator, Page, TestInfo } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { textOf, type Row } from '../../src/lib/domain/cell.ts';
import { readTables } from '../../src/lib/files/index.ts';

/** A file that a press handed out: its name, and its sheets as anybody's spreadsheet would read them. */
export async function take(page: Page, press: Locator, info: TestInfo) {
	const downloading = page.waitForEvent('download');
	await press.click();
	const download = await downloading;
	const name = download.suggestedFilename();
	const path = info.outputPath(name);
	await download.saveAs(path);
	const read = readTables(new Uint8Array(readFileSync(path)), path);
	if (!read.ok) throw new Error(read.reason);
	return { name, tables: read.tables };
}

/** The rows of a sheet by its headings, every value as text; empty cells are ''. */
export function recordsOf(rows: readonly Row[]): Record<string, string>[] {
	const [heads = [], ...body] = rows;
	return body.map((row) => Object.fromEntries(heads.map((head, c) => [textOf(head), textOf(row[c])])));
}
