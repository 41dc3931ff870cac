/**
 * Reads and checks the rows of production files in a thread of its own: a file of hundreds of MB, or one row made to
 * be dear, takes longer than anybody should wait for a frame.
 */
import { parentPort } from 'node:worker_threads';
import type { Answered, Asked } from '../jobs/ask-thread.ts';
import { RowChecks } from './check-row.ts';
import { FileError } from './file-error.ts';
import { readLine, readRow } from './format.ts';
import type { CheckedRow, RowAnswer, RowQuestion } from './row-reader.ts';

type Followed = { readonly checks: RowChecks; readonly wrote: Set<string> };
/** Files that are being read now. */
const files = new Map<number, Followed>();

function answer({ file, ask }: RowQuestion): RowAnswer {
	const { checks, wrote } = follow(file, ask.kind === 'rows' && ask.first === 1);
	if (ask.kind === 'forget') files.delete(file);
	if (ask.kind === 'end') checks.end();
	if (ask.kind !== 'rows') return { ok: true, rows: [] };
	const rows = ask.lines.map((line, n): CheckedRow => {
		const kept = readRow(readLine(line, ask.first + n), ask.production, ask.first + n);
		const row = checks.check(kept);
		const users = [...wrote];
		wrote.clear();
		return { kept, clients: row.clients, wrote: users };
	});
	return { ok: true, rows };
}

function follow(file: number, begins: boolean): Followed {
	const followed = files.get(file);
	if (followed) return followed;
	if (!begins) throw new Error('what was read of the file before is gone');
	const wrote = new Set<string>();
	const made = { checks: new RowChecks((user) => wrote.add(user)), wrote };
	files.set(file, made);
	return made;
}

parentPort?.on('message', ({ id, question }: Asked<RowQuestion>) => {
	const say = (said: Omit<Answered<RowAnswer>, 'id'>): void => parentPort?.postMessage({ id, ...said });
	try {
		say({ value: answer(question) });
	} catch (error) {
		if (!(error instanceof FileError)) return say({ error: String(error) });
		const { fault, message, row } = error;
		say({ value: { ok: false, fault, message, row } });
	}
});
