/** Takes a production file in: checks every row while reading, and keeps all of it or nothing. */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { PERSON_DOCUMENTS, PRODUCTION_DOCUMENTS } from '#lib/domain/people/permissions.ts';
import type { Accounts } from '../store/accounts.ts';
import { appendAll, GENESIS, LogError, type KeptRow, type LogStore, type Place } from '../store/log-store.ts';
import { damaged, FileError } from './file-error.ts';
import { readHead, readLine, readPeople, type Head, type Named } from './format.ts';
import { unpackedLines } from './lines.ts';
import type { FileRows, RowReader } from './row-reader.ts';

/** Rows that share a commit; others' commits come in between. */
const BATCH_ROWS = 256;
const BATCH_BYTES = 1_048_576;

/** What stands before and after the rows, of the largest crews: it is read on the thread that everybody waits for. */
const MAX_AROUND_BYTES = 2_097_152;
/** Whoever ever wrote something in a production. */
const MAX_AUTHORS = 10_000;
/** Digested at once: a few milliseconds. */
const DIGEST_BYTES = 1_048_576;

export type Imported = { readonly id: string; readonly title: string; readonly rows: number };

const exists = (): FileError =>
	new FileError('production-exists', 'This production is on this server already. Nothing was changed.');

/**
 * Rows go into the log as they are read, where nobody sees them: a production exists from the moment the accounts
 * say so, in one transaction at the end. Whatever goes wrong before that, the rows are taken out again; after a
 * crash, `finishImports` does it.
 * @param source the packed file
 * @param importer the user who becomes its producer. Others in it who have no account here get a closed one, so
 *   that what they wrote stays theirs; who has one is invited again, and made a member of nothing by a file
 * @param parts.importing ids that are being read now, so that nobody makes such a production meanwhile
 * @param most bytes, packed or unpacked
 * @throws FileError
 */
export async function importProduction(
	source: AsyncIterable<Uint8Array>,
	importer: string,
	parts: { accounts: Accounts; store: LogStore; importing: Set<string>; rowReader: RowReader },
	most: number
): Promise<Imported> {
	const { accounts, store, importing, rowReader } = parts;
	const lines = new Lines(unpackedLines(source, most));
	const head = readHead(readLine(await lines.next(), null));
	const { id, title } = head.production;
	if (accounts.productions.find(id) || importing.has(id)) throw exists();
	importing.add(id);
	const file = rowReader.open(id);
	let begun = false;
	let kept = false;
	try {
		await store.beginImport(id, Date.now()).catch((error: unknown) => {
			throw error instanceof LogError ? exists() : error;
		});
		begun = true;
		const last = await takeRows(
			lines,
			head,
			new Authors(accounts, importer, await store.tombstone(id)),
			store,
			file
		);
		const people = readPeople(readLine(await lines.next(), null));
		await checkEnd(lines, last);
		keep(accounts, head, people, importer);
		kept = true;
	} finally {
		if (begun) await store.endImport(id, kept);
		importing.delete(id);
		file.forget();
	}
	return { id, title, rows: head.rows };
}

/** Ends imports that a crash cut short: those that the accounts know stand, the others go. */
export async function finishImports(accounts: Accounts, store: LogStore): Promise<void> {
	for (const id of await store.unfinishedImports()) {
		await store.endImport(id, accounts.productions.find(id) !== null);
	}
}

/** The lines of the file one by one, with a digest of all that were read. */
class Lines {
	#source: AsyncIterator<Buffer>;
	#digest = createHash('sha256');
	/** which row is being read, for words about a file that breaks off */
	row: number | null = null;

	constructor(source: AsyncIterable<Buffer>) {
		this.#source = source[Symbol.asyncIterator]();
	}

	async next(): Promise<Buffer> {
		const { value, done } = await this.#source.next().catch((error: unknown) => {
			const inRow = error instanceof FileError && error.fault === 'file-damaged' && this.row !== null;
			throw inRow ? this.#brokenOff() : error;
		});
		if (done) throw this.#brokenOff();
		if (this.row === null && value.length > MAX_AROUND_BYTES)
			throw damaged('A line around the record is too long.');
		for (let at = 0; at < value.length; at += DIGEST_BYTES) {
			// Others' frames come in between, however long a line is.
			if (at > 0) await setImmediate();
			this.#digest.update(value.subarray(at, at + DIGEST_BYTES));
		}
		this.#digest.update('\n');
		return value;
	}

	/** The digest of all lines before the one that `next` gives now. */
	async last(): Promise<{ line: Buffer; digest: string }> {
		const digest = this.#digest.copy().digest('base64');
		const line = await this.next();
		if (!(await this.#source.next()).done) throw damaged('Something stands after the end of the file.');
		return { line, digest };
	}

	#brokenOff(): FileError {
		return this.row === null ? damaged('The file breaks off.') : damaged('is cut short.', this.row);
	}
}

/**
 * Whoever makes a file can write any names into it. So it is not believed about people who have an account here,
 * but for what the importer wrote, and for what stood here already when the production was deleted.
 */
class Authors {
	#accounts: Accounts;
	#importer: string;
	#tombstone: Place | null;
	/** whether they have an account here; each is looked up once */
	#known = new Map<string, boolean>();
	/** the last row by somebody of this server that nothing vouches for yet */
	#unproven: number | null = null;

	constructor(accounts: Accounts, importer: string, tombstone: Place | null) {
		this.#accounts = accounts;
		this.#importer = importer;
		this.#tombstone = tombstone;
	}

	wrote(user: string, { seq }: KeptRow): void {
		let known = this.#known.get(user);
		if (known === undefined) {
			if (this.#known.size === MAX_AUTHORS) throw damaged('names more people than a production has.', seq);
			const { users } = this.#accounts;
			known = user !== this.#importer && users.find(user) !== null && !users.isClosed(user);
			this.#known.set(user, known);
		}
		if (known) this.#unproven = seq;
	}

	/** All up to this row is read. */
	passed({ seq, hash }: KeptRow): void {
		const stood = this.#tombstone?.seq === seq && Buffer.compare(this.#tombstone.hash, hash) === 0;
		if (stood) this.#unproven = null;
	}

	end(): void {
		if (this.#unproven === null) return;
		const message = `Row ${this.#unproven} names somebody of this server, which knows nothing of it.`;
		throw new FileError('file-others', message, this.#unproven);
	}
}

/** @returns hash of the last row */
async function takeRows(
	lines: Lines,
	head: Head,
	authors: Authors,
	store: LogStore,
	file: FileRows
): Promise<Uint8Array> {
	let last: Uint8Array = GENESIS.hash;
	const take = async (first: number, batch: readonly Buffer[]): Promise<void> => {
		const checked = await file.read(first, batch);
		for (const { kept, wrote } of checked) {
			for (const user of wrote) authors.wrote(user, kept);
			authors.passed(kept);
			last = kept.hash;
		}
		// The store reckons the chain anew: where it comes to another hash, the file isn't what was written.
		const places = await appendAll(
			store,
			checked.map(({ kept, clients }) => ({ ...kept, clients }))
		);
		const wrong = checked.find(
			({ kept }, n) => Buffer.compare(kept.hash, places[n]?.hash ?? kept.hash) !== 0
		);
		if (wrong) throw damaged('doesn’t fit the one before it.', wrong.kept.seq);
	};
	let batch: Buffer[] = [];
	let bytes = 0;
	for (let n = 1; n <= head.rows; n++) {
		lines.row = n;
		const line = await lines.next();
		batch.push(line);
		bytes += line.length;
		if (n < head.rows && batch.length < BATCH_ROWS && bytes <= BATCH_BYTES) continue;
		await take(n - batch.length + 1, batch);
		[batch, bytes] = [[], 0];
	}
	lines.row = null;
	await file.end();
	authors.end();
	return last;
}

async function checkEnd(lines: Lines, last: Uint8Array): Promise<void> {
	const { line, digest } = await lines.last();
	const end = readLine(line, null);
	if (end.digest !== digest || end.head !== Buffer.from(last).toString('base64')) {
		throw damaged('The title, the members or the names in the file were changed after it was written.');
	}
}

function keep(accounts: Accounts, head: Head, people: readonly Named[], importer: string): void {
	const { productions, users } = accounts;
	const { id, title, createdAt, archivedAt } = head.production;
	const now = Date.now();
	accounts.together(() => {
		if (productions.find(id)) throw exists();
		for (const { id: user, name } of people) if (!users.find(user)) users.addClosed(user, name, now);
		productions.add({ id, title, creator: importer, demo: false, expiresAt: null }, createdAt);
		productions.setArchived(id, archivedAt);
		for (const kind of PRODUCTION_DOCUMENTS) productions.register(id, kind, null, now);
		for (const { kind, personId } of head.documents) productions.register(id, kind, personId, now);
		for (const person of new Set(head.documents.flatMap(({ personId }) => personId ?? []))) {
			for (const kind of PERSON_DOCUMENTS) productions.register(id, kind, person, now);
		}
		for (const member of head.members) {
			if (!users.isClosed(member.userId)) continue;
			productions.setMember(id, member.userId, member, member.joinedAt);
		}
		const before = head.members.find(({ userId }) => userId === importer);
		const { personId, keeps } = before ?? { personId: null, keeps: 'none' as const };
		productions.setMember(id, importer, { role: 'producer', personId, keeps }, before?.joinedAt ?? now);
	});
}
