/** For tests: one document's connection over a line in the test's own hands, without a network and its buffers. */
import {
	documentName,
	readDocumentName,
	type Access,
	type DocumentName
} from '#lib/domain/people/permissions.ts';
import { newId } from '../auth/tokens.ts';
import { readConfig, type Limits } from '../config.ts';
import { startFolder } from '../jobs/folder.ts';
import { openAccounts } from '../store/accounts.ts';
import type { LogStore } from '../store/log-store.ts';
import { memoryLog } from '../store/memory-log.ts';
import type { Connection } from '../sync/connection.ts';
import { Hub } from '../sync/hub.ts';
import type { Ears, Line } from '../sync/line.ts';
import { Rights } from '../sync/rights.ts';
import { payloadOf } from '../sync/wire.ts';
import { saying } from './raw-socket.ts';

/** A client that takes what the test says it takes. */
export class HeldLine implements Line {
	readonly isShared = false;
	isOpen = true;
	isPaused = false;
	queuedBytes = 0;
	movedBytes = 0;
	takenBytes = 0;
	/** the code it was closed with; 0 while it is open */
	closeCode = 0;
	terminated = false;
	/** the messages that came, oldest first */
	readonly heard: Buffer[] = [];
	/** called when it is closed */
	onClose: () => void = () => {};
	#ears: Ears | null = null;

	listen(ears: Ears): void {
		this.#ears = ears;
	}
	/** Says something, as the client. */
	say(...parts: Parameters<typeof saying>): void {
		this.#ears?.heard(Buffer.from(saying(...parts)));
	}
	/** Takes all that was queued, as the client. */
	drain(): void {
		this.queuedBytes = 0;
		this.#ears?.drained();
	}
	leave(): void {
		this.isOpen = false;
		this.#ears?.gone();
	}
	/** How many messages of this kind came: its first number, and its second where one is given. */
	count(type: number, step?: number): number {
		return this.heard.filter((message) => message[0] === type && (step === undefined || message[1] === step))
			.length;
	}
	send(frame: Buffer): void {
		this.heard.push(payloadOf(frame));
	}
	close(code: number): void {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.closeCode = code;
		this.onClose();
	}
	terminate(): void {
		this.isOpen = false;
		this.terminated = true;
	}
	ping(): void {}
	pause(): void {
		this.isPaused = true;
	}
	resume(): void {
		this.isPaused = false;
	}
}

export type HeldHub = {
	readonly hub: Hub;
	readonly production: string;
	/** the plan's name */
	readonly plan: DocumentName;
	/** what everybody may do; what is set here holds for the next frame, and nobody is sent away for it */
	access: Access;
	/** set to have every question about rights fail, as when the disk does */
	broken: boolean;
	join(user: string, line: HeldLine, granted?: Access): Promise<Connection>;
	close(): Promise<void>;
};

/** A hub on a log in memory. @param change gives the store a fault, or takes its time */
export async function heldHub(
	limits: Partial<Limits> = {},
	change: (store: LogStore) => LogStore = (store) => store
): Promise<HeldHub> {
	const accounts = openAccounts(':memory:');
	const standard = readConfig({});
	const folder = startFolder();
	class TestRights extends Rights {
		override access(): Access {
			if (held.broken) throw new Error('disk I/O error');
			this.version++;
			return held.access;
		}
	}
	const hub = new Hub(
		{ accounts, store: change(memoryLog()), folder, rights: new TestRights(accounts) },
		{ limits: { ...standard.limits, ...limits }, commitIntervalMs: 0 }
	);
	const production = newId();
	const plan = documentName(production, 'plan') as DocumentName;
	const named = readDocumentName(plan);
	if (!named) throw new Error('no document');
	const held: HeldHub = {
		hub,
		production,
		plan,
		access: 'write',
		broken: false,
		async join(user, line, granted = 'write') {
			const room = await hub.open(plan, named);
			const session = { id: user, user: { id: user, name: user, guest: false }, expiresAt: Infinity };
			hub.join(room, session, granted, line);
			return [...room.connections].at(-1) as Connection;
		},
		async close() {
			hub.stop();
			await folder.close();
			accounts.close();
		}
	};
	return held;
}
