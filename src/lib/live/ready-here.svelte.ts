import { clockOff } from '#lib/api/clock.ts';
import { documentsOf, type WantedDocument } from '#lib/domain/people/documents-of.ts';
import type { Access, DocumentKind } from '#lib/domain/people/permissions.ts';
import type { ReadyFacts } from '#lib/domain/readiness.ts';
import { deviceFacts, isAppHere, isInstalled, isStorageProtected } from '#lib/sync/device.ts';
import { registerOnce } from './registrations.svelte.ts';
import type { LiveWorkspace } from './workspace.svelte.ts';

/** How many documents are fetched side by side. */
const TOGETHER = 6;
/** The device's clock against the server's, as last measured: a fact about the device, whoever uses it. */
const CLOCK = 'daybreak.clock';

type Of = {
	readonly id: string;
	readonly accessTo: (kind: DocumentKind, personId: string | null) => Access;
	/** the people of the plan as it is here */
	readonly people: () => readonly string[];
	readonly mayRegister: boolean;
};

/** What this device has and lacks for a production and a place without a network, and the way to fetch the rest. */
export class ReadyHere {
	readonly #live: LiveWorkspace;
	readonly #of: Of;
	/** null until looked */
	facts = $state.raw<ReadyFacts | null>(null);
	/** kinds of documents that aren't here yet */
	missing = $state.raw<readonly DocumentKind[]>([]);
	/** documents fetched so far, while fetching; null otherwise */
	fetched = $state.raw<{ readonly done: number; readonly of: number } | null>(null);

	constructor(live: LiveWorkspace, of: Of) {
		this.#live = live;
		this.#of = of;
	}

	/** Looks again. Without a network it says what this device knows. */
	async look(): Promise<void> {
		const wanted = this.#wanted();
		const [lacking, measured, app, kept] = await Promise.all([
			this.#lacking(wanted),
			clockOff(),
			isAppHere(),
			isStorageProtected()
		]);
		if (measured !== null) rememberClock(measured);
		const { secure, inApp } = deviceFacts();
		this.missing = [...new Set(lacking.map(({ kind }) => kind))];
		this.facts = {
			builtIn: inApp,
			secure,
			app,
			installed: isInstalled(),
			protected: kept,
			clockOffMs: measured ?? rememberedClock(),
			documents: { wanted: wanted.length, here: wanted.length - lacking.length }
		};
	}

	/** Fetches every document that isn't here, a few at a time, then looks again. Answers how many didn't come. */
	async fetchAll(): Promise<number> {
		if (this.fetched) return 0;
		this.fetched = { done: 0, of: 0 };
		const { workspace } = this.#live;
		// The plan first: it says who there is.
		const [plan] = this.#wanted();
		if (plan && (await workspace.keptSince(plan.name)) === null) await workspace.fetch(plan.name);
		if (this.#of.mayRegister) await registerOnce(workspace.userId, this.#of.id, this.#of.people());
		const lacking = await this.#lacking(this.#wanted());
		this.fetched = { done: 0, of: lacking.length };
		const queue = [...lacking];
		let failed = 0;
		const worker = async (): Promise<void> => {
			for (let next = queue.shift(); next; next = queue.shift()) {
				if (!(await workspace.fetch(next.name).catch(() => false))) failed++;
				this.fetched = { done: (this.fetched?.done ?? 0) + 1, of: lacking.length };
			}
		};
		await Promise.all(Array.from({ length: TOGETHER }, worker));
		await this.look();
		this.fetched = null;
		return failed;
	}

	#wanted(): WantedDocument[] {
		return documentsOf(this.#of.id, this.#of.accessTo, this.#of.people());
	}

	async #lacking(wanted: readonly WantedDocument[]): Promise<WantedDocument[]> {
		const since = await Promise.all(wanted.map(({ name }) => this.#live.workspace.keptSince(name)));
		return wanted.filter((_one, n) => since[n] === null);
	}
}

function rememberClock(off: number): void {
	try {
		localStorage.setItem(CLOCK, String(off));
	} catch {
		// a window that keeps nothing
	}
}

function rememberedClock(): number | null {
	try {
		const kept = localStorage.getItem(CLOCK);
		const off = Number(kept);
		return kept === null || Number.isNaN(off) ? null : off;
	} catch {
		return null;
	}
}
