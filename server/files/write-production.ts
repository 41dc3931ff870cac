/** A production of this server as the lines of a file, read from a live server. */
import { createHash } from 'node:crypto';
import type { Accounts } from '../store/accounts.ts';
import type { LogStore, Place } from '../store/log-store.ts';
import type { Production } from '../store/productions.ts';
import { FORMAT, rowLine, VERSION, type End, type Head, type People } from './format.ts';

/** Rows read at once: between two stretches everybody else's frames are served. */
const STRETCH = 64;

/**
 * Everything of a production as it stands when this is called; what is added while it is written is not in it.
 * @throws Error when the production is deleted meanwhile: the file then ends in the middle and can't be taken in
 */
export async function* productionLines(
	production: Production,
	upto: Place,
	{ accounts, store }: { accounts: Accounts; store: LogStore }
): AsyncGenerator<Buffer> {
	const digest = createHash('sha256');
	const line = (text: string): Buffer => {
		const bytes = Buffer.from(`${text}\n`);
		digest.update(bytes);
		return bytes;
	};
	const { id, title, createdAt, archivedAt } = production;
	const members = accounts.productions.fileMembers(id);
	const head: Head = {
		format: FORMAT,
		version: VERSION,
		production: { id, title, createdAt, archivedAt },
		members,
		documents: accounts.productions.documents(id).map(({ kind, person }) => ({ kind, personId: person })),
		rows: upto.seq
	};
	yield line(JSON.stringify(head));
	const people = new Set(members.map(({ userId }) => userId));
	let { seq } = { seq: 0 };
	while (seq < upto.seq) {
		const rows = await store.rows(id, seq, upto.seq, STRETCH);
		if (rows.length === 0) throw new Error(`production ${id} went while it was written to a file`);
		for (const row of rows) people.add(row.user);
		seq = rows.at(-1)?.seq ?? upto.seq;
		yield Buffer.concat(rows.map((row) => line(rowLine(row))));
	}
	const names: People = {
		people: [...people].sort().flatMap((user) => {
			const name = accounts.nameOf(user);
			return name === null ? [] : [{ id: user, name }];
		})
	};
	yield line(JSON.stringify(names));
	const end: End = {
		head: Buffer.from(upto.hash).toString('base64'),
		digest: digest.digest('base64')
	};
	yield Buffer.from(`${JSON.stringify(end)}\n`);
}
