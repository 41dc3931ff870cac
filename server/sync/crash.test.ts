import { afterAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { newId } from '../auth/tokens.ts';
import { startFolder } from '../jobs/folder.ts';
import { log } from '../log.ts';
import { openAccounts } from '../store/accounts.ts';
import { memoryLog } from '../store/memory-log.ts';
import { randomOf } from '../testing/frame-grammar.ts';
import { until } from '../testing/house.ts';
import { MortalServer, STEPS, type Disk, type Step } from '../testing/mortal-server.ts';
import { Tablet, turn } from '../testing/tablet.ts';

/**
 * The server dies at a given step, again and again: whatever it was doing then has no effect any more, and another
 * one starts on what the log holds. Until then its disk is slow at times and fails at times, and tablets lose their
 * way and come back, with what they sent over the old one still arriving. What was acknowledged, and what anybody
 * saw, has to be there. 500 histories a step. `SEED=…` replays.
 */
const HISTORIES = Number(process.env.CRASHES ?? 500);
const SEED = Number(process.env.SEED ?? 20_261_125);

const folder = startFolder();
/** Enough for the last to leave to have it folded. */
const FOLDED_ROWS = 70;

const { error } = log;
log.error = () => {};
afterAll(async () => {
	log.error = error;
	await folder.close();
});

/** @returns whether it died at that step */
async function history(step: Step, seed: number): Promise<boolean> {
	const pick = randomOf(seed);
	const accounts = openAccounts(':memory:');
	const production = newId();
	accounts.users.addAccount('mei', 'Mei', 'x', 1);
	accounts.users.addSession('mei', 'x', 'mei', 1, Number.MAX_SAFE_INTEGER);
	accounts.productions.add(
		{ id: production, title: 'Rain', creator: 'mei', demo: false, expiresAt: null },
		1
	);
	accounts.productions.setMember(production, 'mei', { role: 'producer', personId: null, keeps: 'all' }, 1);
	const document = accounts.productions.register(production, 'plan', null, 1);
	const store = memoryLog();
	const parts = { accounts, store, folder };
	const tablets = [new Tablet(), new Tablet(), new Tablet()];
	const folds = step.includes('fold');
	let count = folds ? 0 : pick(12);
	let calm = false;
	const slow = (): number => (pick(4) === 0 ? pick(12) : 0);
	const disk = (): Disk => {
		if (calm) return { before: 0, after: 0, fails: null };
		const fails = pick(15) === 0 ? (pick(2) ? 'kept' : 'empty') : null;
		return { before: slow(), after: slow(), fails };
	};
	let server = new MortalServer(parts, step, () => count--, disk);
	const connect = (tablet: Tablet): Promise<void> => tablet.connect(server, 'mei', document, pick(3));
	for (const tablet of tablets) await connect(tablet);
	let written = 0;
	const write = (): void => (tablets[pick(3)] as Tablet).write(`${++written}`, pick(100));
	for (let n = 0; n < 60 && !server.dead; n++) {
		write();
		if (folds || pick(3) === 0) await turn();
		const tablet = tablets[pick(3)] as Tablet;
		if (pick(10) === 0) tablet.cut({ late: pick(2) === 0, told: pick(2) === 0 });
		if (!tablet.connected && pick(3) === 0) await connect(tablet);
	}
	// A fold comes when everybody has left.
	if (folds) {
		calm = true;
		for (let n = 0; n < 30; n++) await turn();
		for (const tablet of tablets) if (!tablet.connected) await connect(tablet);
		while (!server.dead && (await store.head(production)).seq < FOLDED_ROWS) {
			write();
			await turn();
		}
		for (const tablet of tablets) tablet.leave();
		await until('it dies while folding', () => server.dead);
	}
	for (let n = 0; n < 20 && !server.dead; n++) await turn();

	const died = server.dead;
	server.dead = true;
	server.hub.stop();
	const promised = new Set(tablets.flatMap((tablet) => [...tablet.safe]));
	for (const tablet of tablets) tablet.cut();
	server = new MortalServer(parts, null, () => 1);
	const newcomer = new Tablet();
	await newcomer.connect(server, 'mei', document);
	await turn();
	const kept = newcomer.doc.getMap('scenes');
	const lost = [...promised].filter((key) => !kept.has(key));
	expect(lost, `${step}, SEED=${seed}: acknowledged and lost`).toEqual([]);
	// What a tablet heard of another was on disk, so it is there without the other's help.
	for (const tablet of tablets) {
		const own = new Set(tablet.doc.store.clients.has(tablet.doc.clientID) ? [tablet.doc.clientID] : []);
		for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(tablet.doc))) {
			const seen = own.has(client) ? 0 : clock;
			expect(
				Y.getState(newcomer.doc.store, client),
				`${step}, SEED=${seed}: seen and lost`
			).toBeGreaterThanOrEqual(seen);
		}
	}
	for (const tablet of tablets) await tablet.connect(server, 'mei', document);
	for (let n = 0; n < 50; n++) await turn();
	const boards = [newcomer, ...tablets].map(({ doc }) =>
		JSON.stringify(Object.entries(doc.getMap('scenes').toJSON()).sort())
	);
	expect(new Set(boards).size, `${step}, SEED=${seed}: one board`).toBe(1);
	expect(await store.verify(production)).toMatchObject({ ok: true });
	await server.hub.close(0);
	accounts.close();
	return died;
}

test.for(STEPS)(
	`what was acknowledged or seen survives a crash %s, ${HISTORIES} times over`,
	{ timeout: 30_000 + HISTORIES * 1000 },
	async (step) => {
		let died = 0;
		for (let n = 0; died < HISTORIES && n < HISTORIES * 3; n++) if (await history(step, SEED + n)) died++;
		expect(died).toBe(HISTORIES);
	}
);

test('a server that acknowledges before the commit is caught', { timeout: 30_000 }, async () => {
	const caught = async (seed: number): Promise<string> =>
		history('before what it said is on disk is', seed).then(
			() => '',
			(error: unknown) => String(error)
		);
	let error = '';
	for (let n = 0; !error && n < 20; n++) error = await caught(SEED + n);
	expect(error).toMatch(/acknowledged and lost|seen and lost/);
});
