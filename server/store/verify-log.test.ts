import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentName, type DocumentKind } from '#lib/domain/people/permissions.ts';
import { newId } from '../auth/tokens.ts';
import { startFolder } from '../jobs/folder.ts';
import { updateOf } from '../testing/large-frames.ts';
import { sqliteLog } from './sqlite-log.ts';
import { productionsIn, verifyLog } from './verify-log.ts';

/** Edits tried on copies, 1,000 in every run. `SEED=…` replays. */
const EDITS = Number(process.env.LEDGER_EDITS ?? 1000);
const SEED = Number(process.env.SEED ?? 20_261_125);
const folder = mkdtempSync(join(tmpdir(), 'daybreak-verify-'));
const original = join(folder, 'log.sqlite');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const productions = [newId(), newId()];

/** Two productions, four documents, three writers each; one document folded. */
beforeAll(async () => {
	const store = await sqliteLog(original);
	for (const production of productions) {
		for (const kind of ['plan', 'issued', 'money', 'guest'] as DocumentKind[]) {
			const document = documentName(production, kind);
			const docs = ['mei', 'li', 'zhao'].map((user) => ({ user, doc: new Y.Doc() }));
			const all: Uint8Array[] = [];
			for (let n = 0; n < 15; n++) {
				const { user, doc } = docs[n % 3]!;
				for (const update of all) Y.applyUpdate(doc, update);
				const before = Y.encodeStateVector(doc);
				doc.getMap('scenes').set(`s${n % 4}`, n % 5 === 4 ? n : new Y.Map([['number', n]]));
				doc.getArray('order').insert(0, [n]);
				const bytes = Y.encodeStateAsUpdate(doc, before);
				all.push(bytes);
				const clients = n < 3 ? [doc.clientID] : [];
				await store.append([
					{
						production,
						document,
						user,
						device: `${user}’s tablet`,
						at: 1_700_000_000_000 + n,
						bytes,
						clients
					}
				]);
			}
			if (kind !== 'plan') continue;
			const { tail } = await store.load(document);
			const some = tail.slice(0, 11);
			const doc = new Y.Doc();
			for (const { bytes } of some) Y.applyUpdate(doc, bytes);
			await store.fold(document, some.at(-1)!.seq, Y.encodeStateAsUpdate(doc), Y.encodeStateVector(doc));
		}
	}
	await store.close();
});

/** A copy to spoil, as somebody would who has the file and knows SQL. */
function copy(): { file: string; db: DatabaseSync } {
	const file = join(folder, `${newId()}.sqlite`);
	copyFileSync(original, file);
	const db = new DatabaseSync(file);
	for (const trigger of ['updates_stand', 'updates_stay']) db.exec(`DROP TRIGGER ${trigger}`);
	return { file, db };
}
const randomOf = (seed: number) => {
	let state = seed >>> 0;
	return (below: number): number => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 4_294_967_296) * below);
	};
};

type Edit = (db: DatabaseSync, production: string, seq: number, pick: (below: number) => number) => void;
const blobEdit =
	(column: string): Edit =>
	(db, production, seq, pick) => {
		const row = db
			.prepare(`SELECT ${column} AS blob FROM updates WHERE production = ? AND seq = ?`)
			.get(production, seq);
		const blob = Uint8Array.from(row?.blob as Uint8Array);
		blob[pick(blob.length)]! ^= 1 << pick(8);
		db.prepare(`UPDATE updates SET ${column} = ? WHERE production = ? AND seq = ?`).run(
			blob,
			production,
			seq
		);
	};
/** The folded document says something else, under client ids and clocks that look right. */
const forgeBase: Edit = (db, production, _seq, pick) => {
	const document = documentName(production, 'plan');
	const base = db.prepare('SELECT bytes FROM bases WHERE document = ?').get(document);
	const bytes = Buffer.from(base?.bytes as Uint8Array);
	const at = bytes.indexOf('number') + 'number'.length + 1;
	bytes[at + 1] = (bytes[at + 1]! + 1 + pick(20)) % 64;
	db.prepare('UPDATE bases SET bytes = ? WHERE document = ?').run(bytes, document);
};
const set =
	(column: string, value: string | number): Edit =>
	(db, production, seq) =>
		db
			.prepare(`UPDATE updates SET ${column} = ? WHERE production = ? AND seq = ?`)
			.run(value, production, seq);
const EDITS_KNOWN: readonly (readonly [string, Edit])[] = [
	['another user', set('user', 'wang')],
	['another device', set('device', 'phone')],
	[
		'another time',
		(db, production, seq, pick) => set('at', 1_600_000_000_000 + pick(1000))(db, production, seq, pick)
	],
	[
		'another document',
		(db, production, seq, pick) =>
			set('document', documentName(production, 'talk'))(db, production, seq, pick)
	],
	[
		'another production',
		(db, production, seq, pick) => set('production', newId())(db, production, seq, pick)
	],
	['other bytes', blobEdit('bytes')],
	['another hash', blobEdit('hash')],
	[
		'a row taken out',
		(db, production, seq) =>
			db.prepare('DELETE FROM updates WHERE production = ? AND seq = ?').run(production, seq)
	],
	[
		'all after a row taken out',
		(db, production, seq) =>
			db.prepare('DELETE FROM updates WHERE production = ? AND seq >= ?').run(production, seq)
	],
	[
		'a row taken out, the others moved up',
		(db, production, seq) => {
			db.prepare('DELETE FROM updates WHERE production = ? AND seq = ?').run(production, seq);
			for (let after = seq + 1; after <= 60; after++) {
				db.prepare('UPDATE updates SET seq = ? WHERE production = ? AND seq = ?').run(
					after - 1,
					production,
					after
				);
			}
		}
	],
	[
		'a row put in at the end',
		(db, production) =>
			db
				.prepare(
					`INSERT INTO updates SELECT production, 61, document, user, device, at, bytes, hash FROM updates WHERE production = ? AND seq = 60`
				)
				.run(production)
	],
	[
		'two rows swapped',
		(db, production, seq) => {
			const other = seq === 60 ? 59 : seq + 1;
			for (const [from, to] of [
				[seq, 1000],
				[other, seq],
				[1000, other]
			] as const) {
				db.prepare('UPDATE updates SET seq = ? WHERE production = ? AND seq = ?').run(to, production, from);
			}
		}
	],
	['a folded document', forgeBase],
	[
		'the owner of a client id',
		(db, production) =>
			db
				.prepare("UPDATE owners SET user = 'wang' WHERE document = ? AND user = 'li'")
				.run(documentName(production, 'plan'))
	]
];

test('a record nobody touched is whole', () => {
	const db = new DatabaseSync(original, { readOnly: true });
	expect(productionsIn(db).sort()).toEqual([...productions].sort());
	for (const production of productions) {
		expect(verifyLog(db, production)).toMatchObject({ rows: 60, head: { seq: 60 }, misfit: null });
	}
	db.close();
});

test(
	`an edit by SQL is found, whatever it is, ${EDITS} times over`,
	{ timeout: 30_000 + EDITS * 200 },
	() => {
		const pick = randomOf(SEED);
		for (let n = 0; n < EDITS; n++) {
			const [title, edit] = EDITS_KNOWN[n % EDITS_KNOWN.length]!;
			const production = productions[pick(2)]!;
			const seq = 1 + pick(60);
			const { file, db } = copy();
			edit(db, production, seq, pick);
			const where = `${title}, edit ${n} at row ${seq}, SEED=${SEED}`;
			const found = productionsIn(db).map((id) => [id, verifyLog(db, id).misfit] as const);
			db.close();
			rmSync(file);
			const misfit = found.find(([id]) => id === production)?.[1];
			expect(misfit, where).toBeTruthy();
			if (/^another (user|device|time|hash)|^other bytes|^a row taken out$/.test(title))
				expect(misfit?.seq, where).toBe(seq);
			// The other production's chain is its own.
			const other = productions.find((id) => id !== production);
			expect(found.find(([id]) => id === other)?.[1], where).toBeNull();
		}
	}
);

test('a row that says it deleted more than anybody could write is walked like any other, folded or not', async () => {
	// Twelve bytes that were once accepted; whatever stands in a record has to be checked, backed up and restored.
	const file = join(folder, `${newId()}.sqlite`);
	const store = await sqliteLog(file);
	const production = newId();
	const document = documentName(production, 'plan');
	const doc = new Y.Doc();
	doc.getMap('scenes').set('s1', 1);
	const long = updateOf([{ client: 5, clock: 0, structs: [{ gone: 2 ** 39 }] }]);
	const rows = [long, Y.encodeStateAsUpdate(doc)];
	for (const [n, bytes] of rows.entries()) {
		const clients = [n === 0 ? 5 : doc.clientID];
		await store.append([{ production, document, user: 'mei', device: 'tablet', at: 1, bytes, clients }]);
	}
	const db = new DatabaseSync(file);
	expect(verifyLog(db, production).misfit).toBeNull();
	const folding = startFolder();
	const { bytes, stateVector } = await folding.fold(rows);
	await folding.close();
	await store.fold(document, 2, bytes, stateVector);
	await store.close();
	expect(verifyLog(db, production)).toMatchObject({ rows: 2, misfit: null });
	const shorter = updateOf([{ client: 5, clock: 0, structs: [{ gone: 2 ** 39 - 1 }] }]);
	const forged = Y.mergeUpdates([shorter, rows[1]!]);
	db.prepare('UPDATE bases SET bytes = ? WHERE document = ?').run(forged, document);
	expect(verifyLog(db, production).misfit?.what).toMatch('isn’t what its rows come to');
	db.prepare('UPDATE bases SET bytes = ? WHERE document = ?').run(new Uint8Array([9, 9, 9]), document);
	expect(verifyLog(db, production).misfit?.what).toMatch('isn’t what its rows come to');
	db.close();
});

test('the command names the first row that doesn’t fit, and says so by its exit code', () => {
	const job = fileURLToPath(new URL('../jobs/verify-record.ts', import.meta.url));
	const run = (...args: string[]) =>
		spawnSync(process.execPath, [job, ...args], {
			encoding: 'utf8',
			env: { ...process.env, DATA_DIR: folder }
		});
	const whole = run();
	expect([whole.status, whole.stdout]).toEqual([0, expect.stringContaining('The record is whole.')]);
	expect(run(newId()).status).toBe(2);
	const db = new DatabaseSync(original);
	db.exec(
		`DROP TRIGGER updates_stand; UPDATE updates SET user = 'wang' WHERE seq = 17 AND production = '${productions[1]}'`
	);
	db.close();
	expect(run(productions[0]!).status).toBe(0);
	const wrong = run();
	expect([wrong.status, wrong.stdout]).toEqual([
		1,
		expect.stringMatching(`${productions[1]}: row 17 doesn’t fit`)
	]);
});
