import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { documentName } from '#lib/domain/people/permissions.ts';
import type { LogStore, Row } from '../store/log-store.ts';
import { memoryLog } from '../store/memory-log.ts';
import { set, updates } from '../testing/documents.ts';
import { GroupCommit, type Committed, type Entry } from './group-commit.ts';

const A = 'A'.repeat(22);
const B = 'B'.repeat(22);
const INTERVAL_MS = 4;

/** What became of the disk's work: an append ends when a test says so. */
type Append = { readonly rows: readonly Row[]; readonly at: number; end(): void; fail(): void };

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate', 'performance'] });
});
afterEach(() => {
	vi.useRealTimers();
});

function group(store: LogStore = memoryLog()) {
	const appends: Append[] = [];
	const held: LogStore = {
		...store,
		append: (rows) =>
			new Promise((resolve, reject) => {
				appends.push({
					rows,
					at: performance.now(),
					end: () => void store.append(rows).then(resolve),
					fail: () => reject(new Error('the disk is full'))
				});
			})
	};
	const commits = new GroupCommit<string>(held, INTERVAL_MS);
	const committed: Committed<string>[][] = [];
	const dropped: Entry<string>[] = [];
	const failures: unknown[] = [];
	commits.onCommit = (rows) => committed.push([...rows]);
	commits.onDropped = (entries) => dropped.push(...entries);
	commits.onFailure = (error) => failures.push(error);
	return { commits, appends, committed, dropped, failures };
}

/** A row of somebody's connection, on its way. */
const entry = (owner: string, update = set(owner), production = A): Entry<string> => ({
	owner,
	row: { production, document: documentName(production, 'plan'), user: owner, device: owner, at: 1 },
	parts: [update],
	clients: [],
	first: 1,
	sealed: false,
	followers: null,
	ends: new Map()
});
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const owners = ({ rows }: Append): string[] => rows.map(({ user }) => user);

test('one commit is under way at a time; the next takes all that came meanwhile, each connection in a row of its own', async () => {
	const { commits, appends, committed } = group();
	commits.add(entry('mei'));
	await pass(50);
	expect(appends.map(owners)).toEqual([['mei']]);
	for (const owner of ['li', 'mei', 'yu']) commits.add(entry(owner));
	await pass(1000);
	expect(appends).toHaveLength(1);
	appends[0]?.end();
	await pass(0);
	await pass(1);
	expect(committed.map((rows) => rows.map(({ entry }) => entry.owner))).toEqual([['mei']]);
	expect(appends.map(owners)).toEqual([['mei'], ['li', 'mei', 'yu']]);
	appends[1]?.end();
	await pass(0);
	expect(committed[1]?.map(({ entry, place }) => [entry.owner, place.seq])).toEqual([
		['li', 2],
		['mei', 3],
		['yu', 4]
	]);
});

test('commits begin four milliseconds apart at least, and what comes alone waits for none', async () => {
	const { commits, appends } = group();
	await pass(100);
	const began = performance.now();
	commits.add(entry('mei'));
	await pass(0);
	expect(appends.map(({ at }) => at - began)).toEqual([0]);
	// A disk that is done at once, and somebody who never stops.
	for (let n = 1; n <= 5; n++) {
		appends.at(-1)?.end();
		commits.add(entry('mei'));
		await pass(INTERVAL_MS - 1);
		expect(appends).toHaveLength(n);
		commits.add(entry('li'));
		await pass(1);
		expect(appends).toHaveLength(n + 1);
	}
	const starts = appends.map(({ at }) => at);
	for (const [n, at] of starts.entries())
		expect(at - (starts[n - 1] ?? -Infinity)).toBeGreaterThanOrEqual(INTERVAL_MS);
});

test('what came in one turn shares a commit', async () => {
	const { commits, appends } = group();
	await pass(100);
	for (const owner of ['mei', 'li', 'yu']) commits.add(entry(owner));
	await pass(0);
	expect(appends.map(owners)).toEqual([['mei', 'li', 'yu']]);
});

test('a row takes sixty-four updates of its connection and no more, none once its commit has begun, and is their sum', async () => {
	const { commits, appends, committed } = group();
	const doc = new Y.Doc();
	const sent = updates((doc) => {
		for (let n = 0; n < 64; n++) doc.getMap('scenes').set(`${n}`, n);
	}, doc);
	const own = commits.add(entry('mei', sent[0]));
	for (const update of sent.slice(1)) {
		expect(commits.takesMore(own)).toBe(true);
		own.parts.push(update);
	}
	expect(commits.takesMore(own)).toBe(false);
	const other = commits.add(entry('li'));
	expect(commits.takesMore(other)).toBe(true);
	await pass(50);
	expect(commits.takesMore(other)).toBe(false);
	appends[0]?.end();
	await pass(0);
	const here = new Y.Doc();
	Y.applyUpdate(here, committed[0]?.[0]?.bytes as Uint8Array);
	expect(here.getMap('scenes').toJSON()).toEqual(doc.getMap('scenes').toJSON());
});

test('when a commit fails, what waited behind it goes with it and nothing of either is called done; the next one is tried anew', async () => {
	const { commits, appends, committed, failures } = group();
	commits.add(entry('mei'));
	await pass(50);
	commits.add(entry('li'));
	commits.queuedBytes = 10;
	const settled = commits.settled();
	appends[0]?.fail();
	await pass(50);
	await settled;
	expect([committed, failures.length, appends.length, commits.queued, commits.queuedBytes]).toEqual([
		[],
		1,
		1,
		0,
		0
	]);
	commits.add(entry('yu'));
	await pass(50);
	appends[1]?.end();
	await pass(0);
	expect(committed.flat().map(({ entry }) => entry.owner)).toEqual(['yu']);
});

test('rows of a deleted production are dropped from a commit, and those of others are kept', async () => {
	const store = memoryLog();
	await store.append([{ ...entry('li', set('li'), B).row, bytes: set('li'), clients: [] }]);
	await store.forget(B, 1);
	const { commits, appends, committed, dropped, failures } = group(store);
	commits.add(entry('mei'));
	commits.add(entry('li', set('late'), B));
	commits.add(entry('yu'));
	await pass(50);
	appends[0]?.end();
	await pass(0);
	expect(committed.flat().map(({ entry, place }) => [entry.owner, place.seq])).toEqual([
		['mei', 1],
		['yu', 2]
	]);
	expect([dropped.map(({ owner }) => owner), failures]).toEqual([['li'], []]);
});
