import { newId } from '#lib/doc/id.ts';
import {
	documentName,
	PRODUCTION_DOCUMENTS,
	type DocumentName,
	type Member,
	type Role
} from '#lib/domain/people/permissions.ts';
import { log } from '../../../server/log.ts';
import { readConfig } from '../../../server/config.ts';
import { openAccounts } from '../../../server/store/accounts.ts';
import { memoryLog } from '../../../server/store/memory-log.ts';
import type { LogStore } from '../../../server/store/log-store.ts';
import type { Session } from '../../../server/store/users.ts';
import { admission, type Admission } from '../../../server/sync/admit.ts';
import { Hub } from '../../../server/sync/hub.ts';
import { Rights } from '../../../server/sync/rights.ts';
import { IDBFactory } from 'fake-indexeddb';
import * as Y from 'yjs';
import { Link, type ClientEnd, type Dial, type Rng } from './link.ts';
import type { Spoil } from './storage-history.ts';
import { closeTabs } from './tab-lines.ts';

/** Where a server may die on the way from a frame that has come to everybody having been told. */
export const CRASHES = ['before the append', 'amid the append', 'after the append', 'while telling'] as const;
export type Crash = (typeof CRASHES)[number];
/** How a commit fails: nothing of it is on disk, or all of it is and the server never hears so. */
export const FAILURES = ['nothing kept', 'kept, and not said'] as const;
export type Failure = (typeof FAILURES)[number];

const config = readConfig({ DATA_DIR: 'none', NODE_ENV: 'test' });
const limits = {
	...config.limits,
	framesPerSecond: 100_000,
	awarenessPerSecond: 100_000,
	socketsPerUser: 1000
};
const never = <T>(): Promise<T> => new Promise<T>(() => {});

/** Who a device belongs to. */
export type Account = { readonly userId: string; session: Session };
export type MemberHere = Member & { readonly role: Role };

/**
 * The server's own modules in this process: rights, rooms, group commit and a log that outlives them, behind links
 * that can be cut. It dies where it is told to, and starts again from the log.
 */
export class World {
	readonly production = newId();
	readonly document: DocumentName = documentName(this.production, 'plan');
	/** crashes that have happened, by where */
	readonly crashed = new Map<Crash, number>();
	readonly #accounts = openAccounts(':memory:');
	readonly #pick: Rng;
	readonly #log: LogStore;
	readonly #links = new Set<Link>();
	#hub: Hub;
	#admission!: Admission;
	#life = 0;
	readonly #deaths: (() => void)[] = [];
	#crash: Crash | null = null;
	/** frames still to go out before it dies while telling */
	#frames = -1;
	/** the disk takes its time: a device has come back before a commit is done */
	slow = false;
	/** the life in which a commit is under way */
	#writing = 0;
	/** what becomes of the next commit */
	fails: Failure | null = null;
	/** called when the server has just died, before anything else happens */
	onCrash: () => void = () => {};

	readonly #rights: typeof Rights;

	/**
	 * @param spoil changes the log, to plant a bug
	 * @param rights who may do what; others than the server's own are a bug that is planted
	 */
	constructor(pick: Rng, spoil: Spoil['log'] = (log) => log, rights: typeof Rights = Rights) {
		// Browsers of this world only: the same seed makes the same ids.
		Object.assign(globalThis, { indexedDB: new IDBFactory() });
		closeTabs();
		this.#pick = pick;
		this.#rights = rights;
		this.#log = spoil(memoryLog(), (listener) => this.#deaths.push(listener));
		this.#hub = this.#start();
	}

	/** Somebody who is a member, signed in. */
	account(member: MemberHere | Role): Account {
		const [user, at] = [newId(), Date.now()];
		this.#accounts.users.addGuest(user, 'Somebody', at);
		if (!this.#accounts.productions.find(this.production)) {
			const rest = { title: 'Simulated', creator: user, demo: false, expiresAt: null };
			this.#accounts.productions.add({ id: this.production, ...rest }, at);
			for (const kind of PRODUCTION_DOCUMENTS)
				this.#accounts.productions.register(this.production, kind, null, at);
		}
		const account = { userId: user, session: this.#signIn(user) };
		this.setMember(
			user,
			typeof member === 'string' ? { role: member, personId: null, keeps: 'none' } : member
		);
		return account;
	}

	#signIn(user: string): Session {
		const [id, at] = [newId(), Date.now()];
		this.#accounts.users.addSession(id, id, user, at, at + 10 * 365 * 86_400_000);
		const session = this.#accounts.users.session(id, at);
		if (!session) throw new Error('no session');
		return session;
	}

	/** The sign-in ends, as it does by itself one day. */
	expire({ session }: Account): void {
		this.#accounts.users.endSession(session.id);
		this.#hub.rights.changed();
	}

	signInAgain(account: Account): void {
		account.session = this.#signIn(account.userId);
	}

	/** null: taken off the list */
	setMember(user: string, member: MemberHere | null): void {
		const { productions } = this.#accounts;
		if (member === null) productions.removeMember(this.production, user);
		else productions.setMember(this.production, user, member, Date.now());
		this.#hub.rights.changed();
	}

	archive(archived: boolean): void {
		this.#accounts.productions.setArchived(this.production, archived ? Date.now() : null);
		this.#hub.rights.changed();
	}

	/** Deleted with everything in it, as a demo is when its days are over. */
	async delete(): Promise<void> {
		this.#accounts.productions.remove(this.production);
		this.#hub.rights.changed();
		this.#hub.dropProduction(this.production);
		await this.#log.forget(this.production, Date.now());
	}

	registerPerson(person: string): void {
		this.#accounts.productions.registerPerson(this.production, person, Date.now());
	}

	/** The next row on its way to disk meets its end there. */
	crashAt(where: Crash): void {
		this.#crash = where;
	}

	get crashing(): boolean {
		return this.#crash !== null;
	}

	/** How a device of somebody comes here. @param reachable asked for each socket */
	dial(account: Account, reachable: () => boolean, made: (link: Link) => void): Dial {
		return (socket, document) => {
			if (!reachable()) return null;
			const link = new Link(socket, () => 1 + this.#pick(12));
			this.#links.add(link);
			made(link);
			setTimeout(() => void this.#admit(account, socket, link, document), 1 + this.#pick(20));
			return link;
		};
	}

	/** Whatever the last life of this server accepted: its document, read from the log as a newcomer would get it. */
	async read(document = this.document): Promise<Y.Doc> {
		const { base, tail } = await this.#log.load(document);
		const doc = new Y.Doc();
		if (base) Y.applyUpdate(doc, base.bytes);
		for (const { bytes } of tail) Y.applyUpdate(doc, bytes);
		return doc;
	}

	async #admit(account: Account, socket: ClientEnd, link: Link, document: string | null): Promise<void> {
		if (!link.alive) return;
		// A real socket is refused before it is one, and comes back.
		if (!this.#accounts.users.hasSession(account.session.id, Date.now())) {
			return link.cut({ client: true, server: true });
		}
		const life = this.#life;
		const { line } = link;
		line.onFrame = () => this.#telling();
		if (document === null) {
			socket.opened();
			return this.#hub.carry(account.session, line, this.#admission.openDocument(''));
		}
		const hub = this.#hub;
		const admitted = await this.#admission.admit(account.session, document, '');
		if (typeof admitted === 'number') {
			if (life === this.#life) link.cut({ client: true, server: true });
			return;
		}
		socket.opened();
		if (line.isOpen) hub.join(admitted.room, account.session, admitted.access, line);
	}

	#start(): Hub {
		const life = ++this.#life;
		const gone = (): boolean => life !== this.#life;
		const inner = this.#log;
		const store: LogStore = {
			...inner,
			load: (document) => (gone() ? never() : inner.load(document)),
			append: async (rows) => {
				if (gone() || this.#dies('before the append')) return never();
				this.#writing = life;
				await this.#disk();
				if (gone() || this.#dies('amid the append')) return never();
				const { fails } = this;
				this.fails = null;
				const places = fails === 'nothing kept' ? [] : await inner.append(rows);
				await this.#disk();
				if (gone() || this.#dies('after the append')) return never();
				this.#writing = 0;
				if (fails) throw new Error(fails);
				if (this.#crash === 'while telling') this.#frames = this.#pick(8);
				return places;
			},
			fold: (...args) => (gone() ? never() : inner.fold(...args))
		};
		const folder = { fold: foldHere, close: async (): Promise<void> => {} };
		const accounts = this.#accounts;
		const hub = new Hub(
			{ accounts, store, folder, rights: new this.#rights(accounts) },
			{ limits, commitIntervalMs: 4 }
		);
		this.#admission = admission({ hub, accounts, store, closing: gone });
		return hub;
	}

	/** Whether something that has come to this server is not on its disk yet. */
	get writing(): boolean {
		return this.#writing === this.#life || this.#hub.commits.queued > 0;
	}

	/** The time that a disk takes for half of a commit. */
	#disk(): Promise<void> {
		const ms = this.slow ? 20 + this.#pick(2_000) : this.#pick(4);
		return new Promise((done) => setTimeout(done, ms));
	}

	#telling(): void {
		if (this.#frames < 0 || this.#frames-- > 0) return;
		this.#dies('while telling');
	}

	#dies(where: Crash): boolean {
		if (this.#crash !== where) return false;
		this.crash(where);
		return true;
	}

	/** kill -9: nothing is flushed and nothing is said; another life begins with what is on disk. */
	crash(where: Crash): void {
		this.#crash = null;
		this.#frames = -1;
		this.crashed.set(where, (this.crashed.get(where) ?? 0) + 1);
		for (const died of this.#deaths) died();
		this.onCrash();
		this.#hub = this.#start();
		for (const link of this.#links) link.cut({ client: true, server: true });
		this.#links.clear();
	}
}

async function foldHere(updates: Uint8Array[]): Promise<{ bytes: Uint8Array; stateVector: Uint8Array }> {
	const doc = new Y.Doc();
	for (const update of updates) Y.applyUpdate(doc, update);
	return { bytes: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) };
}

log.error = (): void => {};
