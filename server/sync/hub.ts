/** Every open document and every socket: loads, drops, folds, and ends what may not go on. */
import {
	mayRead,
	type Access,
	type DocumentName,
	type NamedDocument
} from '#lib/domain/people/permissions.ts';
import { CLOSE, type Refusal } from '#lib/domain/sync-protocol.ts';
import type { Config } from '../config.ts';
import type { Folder } from '../jobs/folder.ts';
import { log } from '../log.ts';
import type { Accounts } from '../store/accounts.ts';
import type { LogStore } from '../store/log-store.ts';
import type { Session } from '../store/users.ts';
import type { Budget } from './budget.ts';
import { Connection, type Desk } from './connection.ts';
import { GroupCommit, type Committed } from './group-commit.ts';
import type { Ears, Line } from './line.ts';
import type { Rights } from './rights.ts';
import { Room } from './room.ts';
import { Trunk, type OpenDocument } from './trunk.ts';

const IDLE_MS = 10_000;
const PULSE_MS = 5_000;
/** With more rows since the last fold, a document is folded when it is opened and when everybody has left. */
const SHORT_LOG_ROWS = 64;

const OPENED_MS = 2_000;
const NOBODY: Ears = { heard() {}, drained() {}, answered() {}, gone() {} };
/** Worth folding when nobody waits for it. */
const isLong = ({ pieces, unfoldable }: Room): boolean => pieces.rows >= SHORT_LOG_ROWS && !unfoldable;

export type HubFigures = { folds: number; foldFailures: number; refused: Map<Refusal, number> };

export class Hub {
	readonly rights: Rights;
	readonly commits: GroupCommit<Connection>;
	readonly figures: HubFigures = { folds: 0, foldFailures: 0, refused: new Map() };
	/** false from the moment a commit failed until the store takes rows again */
	#storing = true;
	#rooms = new Map<string, Room>();
	#trunks = new Set<Trunk>();
	#loading = new Map<string, Promise<Room>>();
	#accounts: Accounts;
	#store: LogStore;
	#folder: Folder;
	#desk: Desk;
	#limits: Config['limits'];
	#timer: NodeJS.Timeout;
	#pulses = 0;
	#paused = false;

	constructor(
		parts: { accounts: Accounts; store: LogStore; folder: Folder; rights: Rights },
		config: Pick<Config, 'limits' | 'commitIntervalMs'>
	) {
		this.#accounts = parts.accounts;
		this.#store = parts.store;
		this.#folder = parts.folder;
		this.rights = parts.rights;
		this.#limits = config.limits;
		this.commits = new GroupCommit(parts.store, config.commitIntervalMs);
		this.commits.onCommit = (rows) => this.#committed(rows);
		this.commits.onDropped = (entries) => {
			for (const { owner } of entries) this.dropProduction(owner.room.named.production);
		};
		this.commits.onFailure = (error) => this.#failed(error);
		this.rights.onChange(() => this.#checkRights());
		this.#desk = {
			limits: config.limits,
			epoch: parts.store.epoch,
			access: (connection) => this.#access(connection),
			boundTo: ({ room, stamp }) => {
				const member = this.rights.member(room.named.production, stamp.id);
				const station = member?.role === 'station' ? stamp.name : null;
				return { personId: member?.personId ?? null, station };
			},
			hashAt: async (production, seq) => {
				const [row] = await parts.store.rows(production, seq - 1, seq, 1);
				return row?.hash ?? new Uint8Array();
			},
			refused: (connection, code) => this.#refused(connection, code),
			broughtBack: (connection) => this.#broughtBack(connection),
			full: () => this.#full(),
			left: (connection) => {
				const { room } = connection;
				room.emptySince = performance.now();
				if (room.connections.size === 0 && isLong(room) && !room.busy) this.#fold(room);
			}
		};
		this.#timer = setInterval(() => {
			try {
				this.#pulse();
			} catch (error) {
				log.error('pulse failed', error);
			}
		}, PULSE_MS);
		this.#timer.unref();
	}

	/** The room of a registered document, loaded; callers don't answer a socket before this resolves. */
	async open(document: DocumentName, named: NamedDocument): Promise<Room> {
		const room = this.#rooms.get(document);
		if (room) {
			room.emptySince = performance.now();
			return room;
		}
		let loading = this.#loading.get(document);
		if (!loading) {
			loading = this.#store
				.load(document)
				.then((loaded) => {
					const loadedRoom = new Room(document, named, loaded, this.commits);
					this.#rooms.set(document, loadedRoom);
					// The next to come shall have it quicker; whoever waits for it now comes first.
					if (isLong(loadedRoom)) setTimeout(() => this.#foldOpened(loadedRoom), OPENED_MS).unref();
					return loadedRoom;
				})
				.finally(() => this.#loading.delete(document));
			this.#loading.set(document, loading);
		}
		return loading;
	}

	/**
	 * Takes a socket whose user may open the room's document.
	 * @param budget what is left of it on a socket where it was open before
	 */
	join(room: Room, session: Session, granted: Access, line: Line, budget?: Budget): void {
		// It failed, or went, while the socket was being opened: nothing that is written there would be anybody's.
		if (!this.holds(room)) {
			line.listen(NOBODY);
			return line.close(CLOSE.later);
		}
		const { id, name } = session.user;
		const member = this.rights.member(room.named.production, id);
		const stamp = { id, name, role: member?.role ?? 'viewer', personId: member?.personId ?? null };
		const { production, kind, personId } = room.named;
		// Each person sees who looked at their hours; a station that only drops entries sees nothing.
		if (personId && kind !== 'deal' && mayRead(granted) && stamp.personId !== personId) {
			this.#accounts.openings.note(production, personId, id, Date.now());
		}
		new Connection({ room, stamp, session: session.id, granted }, line, this.#desk, budget);
	}

	/** Whether this room is still the one that others get. */
	holds(room: Room): boolean {
		return this.#rooms.get(room.document) === room;
	}

	*connections(): Iterable<Connection> {
		for (const room of this.#rooms.values()) yield* room.connections;
	}

	/** Takes a socket over which a session opens documents one by one. */
	carry(session: Session, line: Line, open: OpenDocument): void {
		const trunk = new Trunk(session, line, open, this.#limits, () => this.#trunks.delete(trunk));
		this.#trunks.add(trunk);
	}

	/** Sockets a user has open. */
	count(user: string): number {
		let number = 0;
		for (const { stamp, line } of this.connections()) if (stamp.id === user && !line.isShared) number++;
		for (const { session } of this.#trunks) if (session.user.id === user) number++;
		return number;
	}

	/** Bytes that clients have not taken yet. */
	get unsentBytes(): number {
		let sum = 0;
		for (const { line } of this.connections()) if (!line.isShared) sum += line.queuedBytes;
		for (const trunk of this.#trunks) sum += trunk.queuedBytes;
		return sum;
	}

	get sharedSockets(): number {
		return this.#trunks.size;
	}

	/** false: what is sent now couldn't be kept, so nobody is let in */
	get storing(): boolean {
		return this.#storing && this.#store.writes;
	}

	get openRooms(): number {
		return this.#rooms.size;
	}

	/** A session was replaced by another of the same user: its sockets come back with the new one. */
	replaceSession(session: string): void {
		for (const connection of [...this.connections()]) {
			if (connection.session === session) connection.close(CLOSE.again);
		}
		for (const trunk of this.#trunks) if (trunk.session.id === session) trunk.close(CLOSE.again);
	}

	/** Ends everything of a production that goes. */
	dropProduction(production: string): void {
		for (const room of this.#rooms.values()) {
			if (room.named.production !== production) continue;
			room.state = 'gone';
			for (const connection of [...room.connections]) connection.close(CLOSE.noDocument);
			this.#rooms.delete(room.document);
		}
	}

	/** Looks after nothing any more: no pulse, no idle documents let go. */
	stop(): void {
		clearInterval(this.#timer);
	}

	/** Flushes what was accepted, then closes every socket, spread over the time given. */
	async close(spreadMs: number): Promise<void> {
		this.stop();
		for (const connection of this.connections()) connection.pause();
		await this.commits.settled();
		// Socket by socket, so that a device hears once, of all its documents, that it shall come again.
		const own = [...this.connections()].filter(({ line }) => !line.isShared);
		const sockets = [...own, ...this.#trunks];
		const closed = sockets.map(async (socket, index) => {
			await new Promise((resolve) => setTimeout(resolve, (spreadMs * index) / sockets.length));
			socket.close(CLOSE.again);
		});
		await Promise.all(closed);
	}

	#access(connection: Connection): Access {
		const { remembered } = connection;
		if (remembered.version !== this.rights.version) {
			remembered.version = this.rights.version;
			remembered.access = this.rights.access(connection.stamp.id, connection.room.named);
		}
		return remembered.access;
	}

	#checkRights(): void {
		const now = Date.now();
		for (const connection of [...this.connections()]) {
			if (!this.#accounts.hasSession(connection.session, now)) connection.close(CLOSE.signedOut);
			else {
				const access = this.#access(connection);
				if (access === 'none') connection.close(CLOSE.noRight);
				// Reading and writing are greeted differently: the client comes back and is.
				else if (access !== connection.granted) connection.close(CLOSE.again);
			}
		}
		for (const trunk of this.#trunks) {
			if (!this.#accounts.hasSession(trunk.session.id, now)) trunk.close(CLOSE.signedOut);
		}
	}

	#refused(connection: Connection, code: Refusal): void {
		this.figures.refused.set(code, (this.figures.refused.get(code) ?? 0) + 1);
		this.#accounts.audit({
			event: 'update refused',
			user: connection.stamp.id,
			production: connection.room.named.production,
			detail: { document: connection.room.document, code }
		});
	}

	#broughtBack(connection: Connection): void {
		const { document, named } = connection.room;
		this.#accounts.audit({
			event: 'offered again',
			user: connection.stamp.id,
			production: named.production,
			detail: { document }
		});
	}

	#full(): boolean {
		if (this.commits.queuedBytes <= this.#limits.queueBytes) return false;
		this.#paused = true;
		return true;
	}

	#committed(rows: readonly Committed<Connection>[]): void {
		this.#storing = true;
		const byRoom = new Map<Room, Committed<Connection>[]>();
		for (const row of rows) {
			const { room } = row.entry.owner;
			const list = byRoom.get(room);
			if (list) list.push(row);
			else byRoom.set(room, [row]);
		}
		for (const [room, own] of byRoom) {
			room.commit(own);
			const left = room.connections.size === 0 && isLong(room) && !room.busy;
			if (left || room.wantsFold()) this.#fold(room);
		}
		if (this.#paused && !this.#full()) {
			this.#paused = false;
			for (const connection of this.connections()) connection.resume();
		}
	}

	#failed(error: unknown): void {
		log.error('commit failed', error);
		this.#storing = false;
		// What was accepted is gone from memory only: clients still hold it, and offer it when they are back.
		for (const room of this.#rooms.values()) {
			room.state = 'failed';
			for (const connection of [...room.connections]) connection.storageFailed();
		}
		this.#rooms.clear();
	}

	#foldOpened(room: Room): void {
		if (this.holds(room) && isLong(room) && !room.folding) this.#fold(room);
	}

	#fold(room: Room): void {
		room
			.fold(this.#store, (updates) => this.#folder.fold(updates))
			.then(() => this.figures.folds++)
			.catch((error: unknown) => {
				this.figures.foldFailures++;
				log.error('fold failed', error, { document: room.document });
			});
	}

	#pulse(): void {
		const now = performance.now();
		const ask = ++this.#pulses % 6 === 0;
		for (const connection of [...this.connections()]) connection.checkPulse(now, ask);
		if (ask) for (const trunk of [...this.#trunks]) trunk.checkPulse();
		if (ask) this.#checkRights();
		for (const room of this.#rooms.values()) {
			if (room.connections.size > 0 || room.busy || now - room.emptySince < IDLE_MS) continue;
			if (isLong(room)) this.#fold(room);
			else this.#rooms.delete(room.document);
		}
		if (!this.storing) this.#probe();
	}

	#probe(): void {
		this.#store.probe().then(
			() => (this.#storing = true),
			() => {}
		);
	}
}
