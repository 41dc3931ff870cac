import { api, type Answer } from '#lib/api/api.ts';
import { boundary } from '#lib/sync/boundary.ts';
import { Database } from '#lib/sync/storage.ts';

/** What this device made and the server must hear of before it takes its documents. */
export type Registration =
	| { readonly kind: 'production'; readonly id: string; readonly title: string }
	| { readonly kind: 'people'; readonly id: string; readonly personIds: readonly string[] };

/** `key` null: the browser keeps nothing, so it is in this page's memory */
type Waiting = { readonly key: number | null; readonly registration: Registration };

/** Answers that will be the same tomorrow. What waits for such a document needs a person: its socket is closed so. */
const FOR_GOOD = ['id-taken', 'production-deleted', 'no-right', 'not-found', 'field'];

/**
 * One user's registrations until the server said yes: on disk before what they are about is called saved, in order,
 * and sent from there. Each may be repeated without harm, so tabs needn't agree who sends.
 */
export class RegistrationQueue {
	readonly #userId: string;
	readonly #database: Database;
	#memory: Registration[] = [];
	#taking: Promise<void> | null = null;
	#sending: Promise<void> | null = null;
	#more = false;

	constructor(userId: string) {
		this.#userId = userId;
		// By the user's name like all that is theirs: it goes with the rest at sign-out.
		const name = `daybreak.${userId}.registrations`;
		this.#database = new Database(name, { waiting: { keyPath: 'key', autoIncrement: true } }, boundary());
	}

	/** Keeps a registration; resolves once it is on disk, or known that nothing is. */
	async add(registration: Registration): Promise<void> {
		try {
			await this.#database.run('waiting', 'readwrite', (store) => store.add({ registration }));
		} catch {
			this.#memory.push(registration);
		}
	}

	/** All that waits, oldest first; null where the browser doesn't say. */
	async waiting(): Promise<readonly Registration[] | null> {
		const all = await this.#all();
		return all && all.map(({ registration }) => registration);
	}

	/** Sends what waits, in order. Stops at the first that can't be sent now; one refused for good is dropped. */
	send(): Promise<void> {
		this.#more = true;
		this.#sending ??= this.#sendAll();
		return this.#sending;
	}

	/** Deletes all of it. */
	async destroy(): Promise<void> {
		this.#memory = [];
		await this.#database.destroy();
	}

	async #sendAll(): Promise<void> {
		for (;;) {
			this.#more = false;
			const [next] = (await this.#all()) ?? this.#inMemory;
			// Said in the same turn as the look at what is new, so that nothing waits for somebody who has left.
			if (!next && this.#more) continue;
			const answer = next && (await ask(next.registration));
			if (!next || (answer && !answer.ok && !FOR_GOOD.includes(answer.code))) {
				this.#sending = null;
				return;
			}
			await this.#remove(next);
		}
	}

	get #inMemory(): Waiting[] {
		return this.#memory.map((registration) => ({ key: null, registration }));
	}

	async #all(): Promise<Waiting[] | null> {
		this.#taking ??= this.#takeOver();
		await this.#taking;
		try {
			const kept = await this.#database.run<Waiting[]>('waiting', 'readonly', (store) => store.getAll());
			return [...(kept ?? []), ...this.#inMemory];
		} catch {
			return null;
		}
	}

	async #remove({ key, registration }: Waiting): Promise<void> {
		if (key === null) this.#memory = this.#memory.filter((one) => one !== registration);
		else {
			const remove = this.#database.run('waiting', 'readwrite', (store) => {
				store.delete(key);
				return null;
			});
			await remove.catch(() => {});
		}
	}

	/** What an earlier Daybreak kept beside the pages' own settings. */
	async #takeOver(): Promise<void> {
		const key = `daybreak.${this.#userId}.registrations`;
		try {
			const raw: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
			for (const one of Array.isArray(raw) ? (raw as Registration[]) : []) await this.add(one);
			localStorage.removeItem(key);
		} catch {
			// none, or a window that keeps nothing
		}
	}
}

const MOST = 200;
/** A title as the server takes one: a line of text. */
const asLine = (title: string): string =>
	[...title.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ').trim()].slice(0, MOST).join('').trim() ||
	'–';

const ask = (registration: Registration): Promise<Answer<unknown>> =>
	registration.kind === 'production'
		? api.createProduction(registration.id, asLine(registration.title))
		: api.registerPeople(registration.id, registration.personIds);
