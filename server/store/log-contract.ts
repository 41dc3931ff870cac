/** What every log store has to hold; called by `log.test.ts` for each of them. */
import { expect, test } from 'vitest';
import { documentName } from '#lib/domain/people/permissions.ts';
import { chainHash, GENESIS, type LogStore, type Row } from './log-store.ts';

const A = 'A'.repeat(22);
const B = 'B'.repeat(22);
/** A row of a plan that says this text. */
export const row = (production: string, text: string, more: Partial<Row> = {}): Row => ({
	production,
	document: documentName(production, 'plan'),
	user: 'mei',
	device: 'tablet',
	at: 1_700_000_000_000,
	bytes: new TextEncoder().encode(text),
	clients: [],
	...more
});
const texts = (rows: readonly { bytes: Uint8Array }[]): string[] =>
	rows.map(({ bytes }) => new TextDecoder().decode(bytes));

/** @param open makes an empty store; the suite closes it */
export function logContract(name: string, open: () => Promise<LogStore>): void {
	const with_ = (title: string, check: (store: LogStore) => Promise<void>): void =>
		test(`${name}: ${title}`, async () => {
			const store = await open();
			try {
				await check(store);
			} finally {
				await store.close();
			}
		});

	with_('a document nobody wrote to is empty', async (store) => {
		const loaded = await store.load(documentName(A, 'plan'));
		expect(loaded).toMatchObject({ base: null, tail: [], head: GENESIS });
		expect(loaded.owners.size).toBe(0);
	});

	with_('what was appended is read back in order, each production counted by itself', async (store) => {
		const places = await store.append([row(A, 'one'), row(B, 'other'), row(A, 'two')]);
		expect(places.map((place) => place?.seq)).toEqual([1, 1, 2]);
		const money = row(A, 'three', { document: documentName(A, 'money') });
		expect((await store.append([money]))[0]?.seq).toBe(3);
		const plan = await store.load(documentName(A, 'plan'));
		expect(texts(plan.tail)).toEqual(['one', 'two']);
		expect(plan.tail.map(({ seq }) => seq)).toEqual([1, 2]);
		expect(plan.head.seq).toBe(3);
		expect(texts((await store.load(documentName(A, 'money'))).tail)).toEqual(['three']);
	});

	with_('each row carries the hash of the one before', async (store) => {
		const [first, second] = [row(A, 'one'), row(A, 'two')];
		const places = await store.append([first, second]);
		const one = chainHash(GENESIS.hash, 1, first);
		expect(Buffer.from(places[0]!.hash)).toEqual(Buffer.from(one));
		expect(Buffer.from(places[1]!.hash)).toEqual(Buffer.from(chainHash(one, 2, second)));
		expect(await store.verify(A)).toMatchObject({ ok: true, head: { seq: 2 } });
		expect(await store.verify(B)).toMatchObject({ ok: true, head: { seq: 0 } });
	});

	with_('a client id belongs for good to the first who used it', async (store) => {
		await store.append([row(A, 'one', { clients: [7] }), row(A, 'two', { user: 'li', clients: [7, 8] })]);
		expect([...(await store.load(documentName(A, 'plan'))).owners]).toEqual([
			[7, 'mei'],
			[8, 'li']
		]);
	});

	with_(
		'after folding, the base and the rows after it are read, and the chain still stands',
		async (store) => {
			await store.append([row(A, 'one'), row(A, 'two'), row(A, 'three')]);
			const folded = new TextEncoder().encode('onetwo');
			await store.fold(documentName(A, 'plan'), 2, folded, new Uint8Array([0]));
			const { base, tail } = await store.load(documentName(A, 'plan'));
			expect(base).toMatchObject({ seq: 2 });
			expect(texts(base ? [base] : [])).toEqual(['onetwo']);
			expect(texts(tail)).toEqual(['three']);
			expect(await store.verify(A)).toMatchObject({ ok: true, head: { seq: 3 } });
		}
	);

	with_('a deleted production is gone, takes nothing any more, and others are untouched', async (store) => {
		await store.append([row(A, 'one', { clients: [7] }), row(B, 'other')]);
		await store.forget(A, 1_700_000_000_001);
		expect(await store.load(documentName(A, 'plan'))).toMatchObject({ base: null, tail: [] });
		const places = await store.append([row(B, 'more'), row(A, 'again'), row(B, 'next')]);
		expect(places.map((place) => place?.seq ?? null)).toEqual([2, null, 3]);
		expect(texts((await store.load(documentName(B, 'plan'))).tail)).toEqual(['other', 'more', 'next']);
		expect(await store.load(documentName(A, 'plan'))).toMatchObject({ base: null, tail: [] });
		expect(await store.verify(B)).toMatchObject({ ok: true, head: { seq: 3 } });
		await store.forget(A, 1_700_000_000_002);
		expect(await store.tombstone(A)).toMatchObject({ seq: 1 });
	});

	with_('a fold that ends after its production was deleted keeps nothing of it', async (store) => {
		await store.append([row(A, 'one'), row(A, 'two')]);
		await store.forget(A, 1_700_000_000_001);
		await store.fold(documentName(A, 'plan'), 2, new TextEncoder().encode('onetwo'), new Uint8Array([0]));
		expect(await store.load(documentName(A, 'plan'))).toMatchObject({ base: null, tail: [] });
	});

	with_('rows are read back in stretches, with their places, as far as asked', async (store) => {
		const places = await store.append(['one', 'two', 'three'].map((text) => row(A, text)));
		expect(await store.head(A)).toEqual(places[2]);
		expect(await store.head(B)).toEqual(GENESIS);
		const some = await store.rows(A, 0, 2, 10);
		expect(texts(some)).toEqual(['one', 'two']);
		expect(some[1]).toMatchObject({ user: 'mei', device: 'tablet', at: 1_700_000_000_000, seq: 2 });
		expect(Buffer.from(some[1]!.hash)).toEqual(Buffer.from(places[1]!.hash));
		expect(texts(await store.rows(A, 1, 3, 1))).toEqual(['two']);
	});

	with_('rows of one document are read back in stretches, each with the hash before it', async (store) => {
		const money = (text: string): Row => row(A, text, { document: documentName(A, 'money') });
		const places = await store.append([
			money('one'),
			row(A, 'plan'),
			row(B, 'other'),
			money('two'),
			money('three')
		]);
		const document = documentName(A, 'money');
		const all = await store.rowsOf(document, 0, 4, 10);
		expect(texts(all)).toEqual(['one', 'two', 'three']);
		expect(all.map(({ seq }) => seq)).toEqual([1, 3, 4]);
		expect(Buffer.from(all[0]!.before)).toEqual(Buffer.from(GENESIS.hash));
		expect(Buffer.from(all[1]!.before)).toEqual(Buffer.from(places[1]!.hash));
		for (const one of all) expect(chainHash(one.before, one.seq, one)).toEqual(Buffer.from(one.hash));
		expect(texts(await store.rowsOf(document, 1, 4, 1))).toEqual(['two']);
		expect(texts(await store.rowsOf(document, 0, 3, 10))).toEqual(['one', 'two']);
		expect(await store.rowsOf(documentName(B, 'money'), 0, 9, 10)).toEqual([]);
	});

	with_('an import that fails leaves nothing, one that ends stands, also over a tombstone', async (store) => {
		await store.append([row(A, 'one', { clients: [7] })]);
		await expect(store.beginImport(A, 1)).rejects.toThrow('already');
		await store.forget(A, 1);
		await store.beginImport(A, 2);
		await expect(store.beginImport(A, 2)).rejects.toThrow('already');
		expect(await store.unfinishedImports()).toEqual([A]);
		await store.append([row(A, 'half', { clients: [7] })]);
		await store.endImport(A, false);
		expect(await store.unfinishedImports()).toEqual([]);
		expect(await store.head(A)).toEqual(GENESIS);
		expect((await store.load(documentName(A, 'plan'))).owners.size).toBe(0);
		expect(await store.append([row(A, 'again')])).toEqual([null]);
		await store.beginImport(A, 3);
		const [first] = await store.append([row(A, 'one')]);
		expect(Buffer.from(first!.hash)).toEqual(Buffer.from(chainHash(GENESIS.hash, 1, row(A, 'one'))));
		await store.endImport(A, true);
		expect((await store.append([row(A, 'two')]))[0]?.seq).toBe(2);
		expect(await store.tombstone(A)).toMatchObject({ seq: 1 });
		expect(await store.tombstone(B)).toBeNull();
		await store.forget(A, 4);
		expect(await store.append([row(A, 'three')])).toEqual([null]);
	});
}
