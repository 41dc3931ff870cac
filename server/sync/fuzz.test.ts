import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { entryKey } from '#lib/doc/entry-key.ts';
import { ADDED_ONLY_ROOT } from '#lib/domain/sync-protocol.ts';
import { newId } from '../auth/tokens.ts';
import { randomOf, randomUpdate, spoilt, type Pick } from '../testing/frame-grammar.ts';
import { ABOUT_LINEAR, growth } from '../testing/growth.ts';
import { largeUpdate, plannedUpdate, RULES, type Plan } from '../testing/large-frames.ts';
import { checkUpdate, type Known, type Sender } from './check-update.ts';
import { joinUpdates } from './join-updates.ts';
import { DocumentKnowledge } from './known.ts';

/** Frames in every run; the long run asks for 1,000,000. `SEED=…` replays. */
const FRAMES = Number(process.env.FRAMES ?? 50_000);
const SEED = Number(process.env.SEED ?? 20_261_125);
/** A document is begun anew after so many, or accepted noise would be most of it. */
const AT_A_TIME = 500;
/** One frame in so many is large; the document is loaded anew before one in so many. */
const LARGE = 100;
const LOADED = 250;
const MAX_BYTES = 65_536;
const MAX_STRUCTS = 5000;
const MAX_MS = 20;
const MAX_HEAP_MB = 50;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heap = (): number => {
	collect();
	return process.memoryUsage().heapUsed / 1_048_576;
};

const senderOf = (user: string): Sender => ({
	user,
	maxBytes: MAX_BYTES,
	signed: (_key, value) => (value as { by?: unknown }).by === user
});
/** What is said of an update: which bytes are stored, or the code of the refusal. */
const said = (update: Uint8Array, known: Known): string => {
	const verdict = checkUpdate(update, senderOf('attacker'), known);
	return verdict.ok ? Buffer.from(verdict.bytes ?? []).toString('base64') : verdict.code;
};

/** CPU time of a check. What seems to take long is tried again: garbage may have been collected meanwhile. */
function msToCheck(update: Uint8Array, known: Known): number {
	let least = Infinity;
	for (let tries = 0; tries < 4 && least > MAX_MS / 2; tries++) {
		const start = process.threadCpuUsage();
		said(update, known);
		const { user, system } = process.threadCpuUsage(start);
		least = Math.min(least, (user + system) / 1000);
	}
	return least;
}

/** A document with what two honest people did, as the server knows it and as a tablet has it. */
class Stage {
	readonly known: DocumentKnowledge;
	readonly tablet = new Y.Doc();
	readonly honest: Uint8Array[] = [];
	readonly owners = new Map<number, string>();
	readonly own = new Y.Doc();
	/** every update that was taken, as it is stored */
	readonly stored: Uint8Array[] = [];
	readonly #addedOnly: boolean;
	#seen: Known;

	/** @param bend plants a bug in what the server knows */
	constructor(pick: Pick, addedOnly: boolean, bend: (known: Known) => Known = (known) => known) {
		this.#addedOnly = addedOnly;
		this.known = new DocumentKnowledge(new Map(), new Map(), addedOnly, () => []);
		this.known.followFromTheStart();
		this.#seen = this.known;
		for (const user of ['mei', 'li', 'attacker']) {
			const doc = user === 'attacker' ? this.own : new Y.Doc();
			doc.on('update', (update: Uint8Array) => this.#write(user, update));
			for (let n = 0; n < 6; n++) this.#change(doc, user, n, pick);
			this.owners.set(doc.clientID, user);
		}
		this.#seen = bend(this.known);
	}

	#change(doc: Y.Doc, by: string, n: number, pick: Pick): void {
		if (this.#addedOnly) {
			const entry = { id: newId(), by, n };
			doc.getMap(ADDED_ONLY_ROOT).set(entryKey(entry), entry);
		} else if (n % 3 === 0) doc.getMap('scenes').set(`s${n}`, new Y.Map([['number', n]]));
		else if (n % 3 === 1) doc.getArray('order').insert(0, [pick(9), 'rain']);
		else doc.getMap('scenes').set('s0', pick(9));
	}

	#write(user: string, update: Uint8Array): void {
		const verdict = this.take(update, user);
		if (!verdict) throw new Error('an honest update was refused');
		this.honest.push(update);
	}

	/** What the server stores and passes on; null when it refuses. */
	take(update: Uint8Array, user: string): Uint8Array | null {
		const verdict = checkUpdate(update, senderOf(user), this.#seen);
		if (!verdict.ok) return null;
		if (!verdict.bytes) return new Uint8Array([0, 0]);
		this.known.accept(verdict, user);
		Y.applyUpdate(this.tablet, verdict.bytes);
		this.stored.push(verdict.bytes);
		return verdict.bytes;
	}

	/** The document as a server knows it that has just loaded it: from its rows, or folded. */
	loaded(folded: boolean): DocumentKnowledge {
		const updates = folded ? [Y.encodeStateAsUpdate(this.tablet)] : this.stored;
		const owners = new Map([...this.known.clocks.keys()].map((id) => [id, this.known.owner(id) as string]));
		return new DocumentKnowledge(this.known.clocks, owners, this.#addedOnly, () => updates);
	}

	/** What is wrong after a frame was accepted; empty when nothing is. */
	misfit(taken: Uint8Array, before: ReadonlyMap<string, unknown>): string {
		const { store } = this.tablet;
		if (store.pendingStructs || store.pendingDs) return 'something waits on the tablets';
		for (const client of Y.parseUpdateMeta(taken).to.keys()) {
			const owner = this.owners.get(client) ?? 'attacker';
			if (owner !== 'attacker') return `it wrote as ${owner}`;
		}
		for (const [client, clock] of this.known.clocks) {
			if (Y.getState(store, client) !== clock) return `the server counts client ${client} differently`;
		}
		if (!this.#addedOnly) return '';
		const entries = this.tablet.getMap(ADDED_ONLY_ROOT);
		for (const [key, value] of before) {
			if (JSON.stringify(entries.get(key)) !== JSON.stringify(value)) return `entry ${key} changed`;
		}
		return [...entries.values()].some((entry) => typeof entry !== 'object') ? 'an entry is no object' : '';
	}
}

test(
	`${FRAMES} hostile frames that know the encoding do nothing beyond their sender’s rights, and none takes long`,
	{ timeout: 60_000 + FRAMES * 2 },
	() => {
		const pick = randomOf(SEED);
		let stage = new Stage(pick, false);
		let accepted = 0;
		let slowest = { ms: 0, frame: 0 };
		for (let warm = 0; warm < 2_000; warm++) stage.take(randomUpdate(pick, aimOf(stage)), 'attacker');
		const before = heap();
		for (let frame = 0; frame < FRAMES; frame++) {
			const addedOnly = Math.floor(frame / AT_A_TIME) % 2 === 1;
			if (frame % AT_A_TIME === 0) stage = new Stage(pick, addedOnly);
			const [one, other] = [
				stage.honest[pick(stage.honest.length)]!,
				stage.honest[pick(stage.honest.length)]!
			];
			const update =
				pick(LARGE) === 0
					? largeUpdate(pick, aimOf(stage), MAX_STRUCTS)
					: pick(3)
						? randomUpdate(pick, aimOf(stage))
						: spoilt(pick, one, other);
			const where = `frame ${frame}, SEED=${SEED}: ${Buffer.from(update).toString('base64').slice(0, 300)}`;
			if (pick(LOADED) === 0) {
				const before = said(update, stage.known);
				expect(`${said(update, stage.loaded(false))} ${where}`).toBe(`${before} ${where}`);
				// What was thrown away is known no more once it is folded: less is taken then, or new, and never more.
				const folded = said(update, stage.loaded(true));
				if (folded !== 'malformed' && folded !== '') expect(`${folded} ${where}`).toBe(`${before} ${where}`);
			}
			const entries = new Map(addedOnly ? stage.tablet.getMap(ADDED_ONLY_ROOT).entries() : []);
			const ms = msToCheck(update, stage.known);
			if (ms > slowest.ms) slowest = { ms, frame };
			const taken = stage.take(update, 'attacker');
			if (!taken) continue;
			accepted++;
			expect(`${stage.misfit(taken, entries)} ${where}`).toBe(` ${where}`);
		}
		// Not all of it is noise: enough gets in to do harm if it could.
		expect(accepted).toBeGreaterThan(FRAMES / 200);
		expect(heap() - before).toBeLessThan(MAX_HEAP_MB);
		expect(slowest.ms, `frame ${slowest.frame}, SEED=${SEED}`).toBeLessThan(MAX_MS);
		process.stdout.write(
			`${FRAMES} frames, ${accepted} accepted, the slowest ${slowest.ms.toFixed(1)} ms (SEED=${SEED})\n`
		);
	}
);

const PLANS: readonly Plan[] = RULES.flatMap((_, rule) =>
	(['container', 'value'] as const).flatMap((kind) =>
		([2, 'many'] as const).map(
			(wide) => ({ kind, wide, rule, deletes: kind === 'value' ? 'falling' : null }) as const
		)
	)
);

test(
	`of ${PLANS.length} kinds of large frames, sixteen times as much costs about sixteen times as much: to check, to join and to know again`,
	{ timeout: 600_000 },
	() => {
		let worst = { times: 0, plan: '' };
		for (const plan of PLANS) {
			const made = new Map<number, Uint8Array>();
			const aim = { clients: [7], clockOf: () => 0 };
			const times = growth(400, (size) => {
				const update = made.get(size) ?? plannedUpdate(randomOf(SEED), aim, plan, size);
				made.set(size, update);
				return () => handle(update);
			});
			const title = `${JSON.stringify(plan)}, SEED=${SEED}`;
			if (times > worst.times) worst = { times, plan: title };
			expect(times, title).toBeLessThan(ABOUT_LINEAR);
		}
		process.stdout.write(
			`${PLANS.length} kinds of large frames, at worst ${worst.times.toFixed(1)} times (${worst.plan})\n`
		);
	}
);

/** All that the server does with an update on the thread that everybody waits for. */
function handle(update: Uint8Array): void {
	const followed = new DocumentKnowledge(new Map(), new Map(), false, () => []);
	followed.followFromTheStart();
	const verdict = checkUpdate(update, { ...senderOf('mei'), maxBytes: Infinity }, followed);
	if (verdict.ok && verdict.bytes) followed.accept(verdict, 'mei');
	const loaded = new DocumentKnowledge(followed.clocks, new Map(), false, () => [update]);
	loaded.depth(7, 0);
	loaded.isDeleted(7, 0, 1);
	joinUpdates([update, NOTHING]);
}

const NOTHING = new Uint8Array([0, 0]);

const bent = (known: Known, otherwise: Partial<Known>): Known => ({
	clocks: known.clocks,
	keys: known.keys,
	owner: (client) => known.owner(client),
	ownedBy: (user) => known.ownedBy(user),
	isDeleted: (client, clock, length) => known.isDeleted(client, clock, length),
	depth: (client, clock) => known.depth(client, clock),
	...otherwise
});
const planted: readonly (readonly [string, boolean, (known: Known) => Known])[] = [
	['client ids that belong to nobody', false, (known) => bent(known, { owner: () => undefined })],
	[
		'references that are never missed',
		false,
		(known) =>
			bent(known, {
				clocks: new Proxy(known.clocks, {
					get: (clocks, key) =>
						key === 'get' ? (client: number) => clocks.get(client) ?? 1e12 : Reflect.get(clocks, key)
				})
			})
	],
	['an added-only document that is like any other', true, (known) => bent(known, { keys: null })]
];

test.for(planted)('the frames find a bug that is planted: %s', ([, addedOnly, bend]) => {
	const pick = randomOf(SEED);
	let stage = new Stage(pick, addedOnly, bend);
	const find = (): string => {
		for (let frame = 0; frame < 20_000; frame++) {
			if (frame % AT_A_TIME === 0) stage = new Stage(pick, addedOnly, bend);
			const entries = new Map(addedOnly ? stage.tablet.getMap(ADDED_ONLY_ROOT).entries() : []);
			const taken = stage.take(randomUpdate(pick, aimOf(stage)), 'attacker');
			const misfit = taken && stage.misfit(taken, entries);
			if (misfit) return misfit;
		}
		return '';
	};
	expect(find()).toMatch(/wrote as|waits|counts|changed|no object/);
});

function aimOf({ known, owners }: Stage): { clients: number[]; clockOf(client: number): number } {
	return { clients: [...owners.keys()], clockOf: (client) => known.clocks.get(client) ?? 0 };
}
