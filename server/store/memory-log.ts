import { walkChain } from './chain.ts';
import { chainHash, GENESIS, LogError, type LogStore, type Place, type Row } from './log-store.ts';

type Kept = Row & Place;

/** The log in memory: for tests and for trying things out. Keeps nothing. */
export function memoryLog(): LogStore {
	const rows = new Map<string, Kept[]>();
	const bases = new Map<string, { seq: number; bytes: Uint8Array; stateVector: Uint8Array }>();
	const owners = new Map<string, Map<number, string>>();
	const tombstones = new Map<string, Place>();
	const imports = new Map<string, 'coming' | 'here'>();
	const head = (production: string): Place => rows.get(production)?.at(-1) ?? GENESIS;
	const isDeleted = (production: string): boolean => tombstones.has(production) && !imports.has(production);
	const removeAll = (production: string): void => {
		rows.delete(production);
		for (const map of [bases, owners]) {
			for (const name of map.keys()) if (name.startsWith(`${production}.`)) map.delete(name);
		}
	};

	return {
		epoch: { id: 'memory', restored: false },
		writes: true,
		async load(document) {
			const production = document.slice(0, document.indexOf('.'));
			const base = bases.get(document) ?? null;
			const tail = (rows.get(production) ?? []).filter(
				(row) => row.document === document && row.seq > (base?.seq ?? 0)
			);
			const { seq, hash } = head(production);
			return { base, tail, owners: new Map(owners.get(document)), head: { seq, hash } };
		},
		async append(batch) {
			return batch.map((row) => {
				if (isDeleted(row.production)) return null;
				const before = head(row.production);
				const seq = before.seq + 1;
				const bytes = row.bytes.slice();
				const kept: Kept = { ...row, bytes, seq, hash: chainHash(before.hash, seq, row) };
				rows.set(row.production, [...(rows.get(row.production) ?? []), kept]);
				const own = owners.get(row.document) ?? new Map<number, string>();
				for (const client of row.clients) if (!own.has(client)) own.set(client, row.user);
				owners.set(row.document, own);
				return { seq, hash: kept.hash };
			});
		},
		async fold(document, uptoSeq, bytes, stateVector) {
			if (isDeleted(document.slice(0, document.indexOf('.')))) return;
			if ((bases.get(document)?.seq ?? 0) < uptoSeq)
				bases.set(document, { seq: uptoSeq, bytes, stateVector });
		},
		async verify(production) {
			return walkChain(rows.get(production) ?? []);
		},
		async forget(production) {
			if (!tombstones.has(production)) tombstones.set(production, { ...head(production) });
			imports.delete(production);
			removeAll(production);
		},
		head: async (production) => {
			const { seq, hash } = head(production);
			return { seq, hash };
		},
		rows: async (production, after, upto, limit) =>
			(rows.get(production) ?? []).filter(({ seq }) => seq > after && seq <= upto).slice(0, limit),
		async rowsOf(document, after, upto, limit) {
			const all = rows.get(document.slice(0, document.indexOf('.'))) ?? [];
			const own = all.filter((row) => row.document === document && row.seq > after && row.seq <= upto);
			return own.slice(0, limit).map((row) => ({ ...row, before: (all[row.seq - 2] ?? GENESIS).hash }));
		},
		async beginImport(production) {
			if (rows.has(production) || imports.get(production) === 'coming') {
				throw new LogError(`production ${production} is in the log already`);
			}
			imports.set(production, 'coming');
		},
		async endImport(production, keep) {
			if (keep) return void imports.set(production, 'here');
			removeAll(production);
			imports.delete(production);
		},
		unfinishedImports: async () =>
			[...imports].flatMap(([production, state]) => (state === 'coming' ? [production] : [])),
		tombstone: async (production) => tombstones.get(production) ?? null,
		async probe() {},
		async close() {}
	};
}
