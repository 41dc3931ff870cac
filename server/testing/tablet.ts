/** For tests: a tablet with a document of its own, whatever becomes of the server and of its ways there. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { readDocumentName, type DocumentName } from '#lib/domain/people/permissions.ts';
import { MESSAGE, SYNC } from '#lib/domain/sync-protocol.ts';
import type { Hub } from '../sync/hub.ts';
import type { Ears, Line } from '../sync/line.ts';
import { payloadOf } from '../sync/wire.ts';

/** What a tablet connects to. */
export type Place = {
	readonly hub: Hub;
	readonly dead: boolean;
	/** whether a frame still goes out to a tablet */
	sends(): boolean;
};

export class Tablet {
	readonly doc = new Y.Doc();
	/** keys that a server said are on disk */
	readonly safe = new Set<string>();
	/** keys written here, oldest first */
	readonly made: string[] = [];
	#way: Way | null = null;
	#ways: Way[] = [];

	constructor() {
		this.doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== 'server') this.#way?.say(SYNC.update, update, [this.made.at(-1) ?? '']);
		});
	}

	write(key: string, value: number): void {
		this.made.push(key);
		this.doc.getMap('scenes').set(key, value);
	}

	get connected(): boolean {
		return this.#way?.isOpen ?? false;
	}

	/** @param lag turns that each frame takes to the server on this way */
	async connect(server: Place, user: string, document: string, lag = 0): Promise<void> {
		const named = readDocumentName(document);
		if (!named) throw new Error('no document');
		const { hub } = server;
		let room = await hub.open(document as DocumentName, named);
		while (!hub.holds(room)) room = await hub.open(document as DocumentName, named);
		const session = { id: user, user: { id: user, name: user, guest: false }, expiresAt: Infinity };
		const way = (this.#way = new Way(this, server, lag));
		this.#ways.push(way);
		hub.join(room, session, 'write', way);
		way.begin();
	}

	/**
	 * The way is gone for the tablet.
	 * @param late what it has sent arrives all the same, some time
	 * @param told the server notices
	 */
	cut(
		{ late, told }: { readonly late: boolean; readonly told: boolean } = { late: false, told: false }
	): void {
		const way = this.#way;
		this.#way = null;
		way?.cut(late);
		if (told) way?.gone();
	}

	/** Goes home: the server notices, of every way there was. */
	leave(): void {
		this.cut();
		for (const way of this.#ways.splice(0)) way.gone();
	}
}

/** One connection of a tablet, with what was said over it. */
class Way implements Line {
	isOpen = true;
	readonly isPaused = false;
	readonly isShared = false;
	readonly queuedBytes = 0;
	readonly movedBytes = 0;
	readonly takenBytes = 0;
	readonly #tablet: Tablet;
	readonly #server: Place;
	readonly #lag: number;
	#ears: Ears | null = null;
	/** the tablet hears and says nothing over it any more */
	#cut = false;
	/** the keys that each message carried, in the order they were sent */
	#sent: string[][] = [];
	#acknowledged = 0;
	#underWay: Promise<void> = Promise.resolve();

	constructor(tablet: Tablet, server: Place, lag: number) {
		this.#tablet = tablet;
		this.#server = server;
		this.#lag = lag;
	}

	begin(): void {
		this.#put(MESSAGE.sync, (encoder) => {
			encoding.writeVarUint(encoder, SYNC.step1);
			encoding.writeVarUint8Array(encoder, Y.encodeStateVector(this.#tablet.doc));
		});
	}

	say(step: number, update: Uint8Array, keys: string[]): void {
		if (!this.isOpen || this.#cut) return;
		this.#sent.push(keys);
		this.#put(MESSAGE.sync, (encoder) => {
			encoding.writeVarUint(encoder, step);
			encoding.writeVarUint8Array(encoder, update);
		});
	}

	cut(late: boolean): void {
		this.#cut = true;
		if (!late) this.isOpen = false;
	}

	gone(): void {
		this.isOpen = false;
		const ears = this.#ears;
		this.#ears = null;
		ears?.gone();
	}

	listen(ears: Ears): void {
		this.#ears = ears;
	}
	send(frame: Buffer): void {
		if (!this.#server.sends() || this.#cut) return;
		const { doc, safe, made } = this.#tablet;
		const decoder = decoding.createDecoder(payloadOf(frame));
		const type = decoding.readVarUint(decoder);
		if (type === MESSAGE.acknowledgement) {
			const count = decoding.readVarUint(decoder);
			for (; this.#acknowledged < count; this.#acknowledged++) {
				for (const key of this.#sent[this.#acknowledged] ?? []) safe.add(key);
			}
		} else if (type === MESSAGE.sync) {
			const step = decoding.readVarUint(decoder);
			const bytes = decoding.readVarUint8Array(decoder).slice();
			if (step !== SYNC.step1) Y.applyUpdate(doc, bytes, 'server');
			else this.say(SYNC.step2, Y.encodeStateAsUpdate(doc, bytes), [...made]);
		} else if (type === MESSAGE.refusal) {
			decoding.readVarUint(decoder);
			const code = decoding.readVarString(decoder);
			if (code !== 'storage') throw new Error(`an honest update was refused: ${code}`);
		}
	}
	close(): void {
		this.isOpen = false;
		// Its goodbye is heard, in a turn of its own.
		setImmediate(() => this.gone());
	}
	terminate(): void {
		this.close();
	}
	ping(): void {}
	pause(): void {}
	resume(): void {}

	/** What the server hears comes in order, each in a turn of its own or more, as from a network. */
	#put(type: number, write: (encoder: encoding.Encoder) => void): void {
		const frame = Buffer.from(
			encoding.encode((encoder) => {
				encoding.writeVarUint(encoder, type);
				write(encoder);
			})
		);
		this.#underWay = this.#underWay.then(async () => {
			for (let left = this.#lag; left > 0; left--) await turn();
			if (!this.#server.dead && this.isOpen) this.#ears?.heard(frame);
		});
	}
}

/** Lets everything that is ready happen. */
export const turn = (): Promise<void> => new Promise((next) => setImmediate(next));
