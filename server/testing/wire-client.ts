import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { MESSAGE, SYNC } from '#lib/domain/sync-protocol.ts';

/** Speaks the protocol byte by byte, so that tests can say what no honest client would. */
export class Wire {
	/** 101 for an accepted upgrade, else the HTTP status of the refusal; 0 while it isn't known */
	status = 0;
	closeCode = 0;
	/** what came, oldest first */
	readonly order: string[] = [];
	readonly updates: Uint8Array[] = [];
	readonly presence: string[] = [];
	synced = false;
	askedForChanges = false;
	/** what the server said it has, in its step 1 */
	serverVector: Uint8Array | null = null;
	acknowledged = 0;
	seq = 0;
	epoch = '';
	/** what stands in the record, as asked */
	readonly records: { at: number; hash: string; last: number }[] = [];
	head = '';
	readonly refusals: { which: number; code: string }[] = [];
	readonly socket: WebSocket;

	constructor(url: string, headers: Record<string, string>) {
		this.socket = new WebSocket(url, { headers });
		this.socket.binaryType = 'arraybuffer';
		this.socket.on('upgrade', () => (this.status = 101));
		this.socket.on('unexpected-response', (request, response) => {
			this.status = response.statusCode ?? 0;
			request.destroy();
		});
		this.socket.on('error', () => {});
		this.socket.on('close', (code) => (this.closeCode = code));
		this.socket.on('message', (data: ArrayBuffer) => this.#hear(new Uint8Array(data)));
	}

	send(...parts: (number | Uint8Array)[]): void {
		const frame = encoding.encode((encoder) => {
			for (const part of parts) {
				if (typeof part === 'number') encoding.writeVarUint(encoder, part);
				else encoding.writeVarUint8Array(encoder, part);
			}
		});
		this.socket.send(frame);
	}

	raw(bytes: Uint8Array): void {
		this.socket.send(bytes);
	}

	step1(stateVector: Uint8Array = new Uint8Array([0])): void {
		this.send(MESSAGE.sync, SYNC.step1, stateVector);
	}

	step2(update: Uint8Array = new Uint8Array([0, 0])): void {
		this.send(MESSAGE.sync, SYNC.step2, update);
	}

	update(update: Uint8Array): void {
		this.send(MESSAGE.sync, SYNC.update, update);
	}

	/** Brings back what the server had before a backup was restored. */
	again(update: Uint8Array, own: readonly number[] = []): void {
		this.send(MESSAGE.again, update, own.length, ...own);
	}

	/** Asks what stands in the production's record at a place. */
	askRecord(seq: number): void {
		this.send(MESSAGE.askRecord, seq);
	}

	/** Says who it is, as an awareness message. */
	say(client: number, clock: number, state: unknown): void {
		const inner = encoding.encode((encoder) => {
			encoding.writeVarUint(encoder, 1);
			encoding.writeVarUint(encoder, client);
			encoding.writeVarUint(encoder, clock);
			encoding.writeVarString(encoder, typeof state === 'string' ? state : JSON.stringify(state));
		});
		this.send(MESSAGE.awareness, inner);
	}

	close(): void {
		this.socket.terminate();
	}

	#hear(frame: Uint8Array): void {
		const decoder = decoding.createDecoder(frame);
		const type = decoding.readVarUint(decoder);
		if (type === MESSAGE.sync) {
			const step = decoding.readVarUint(decoder);
			const bytes = decoding.readVarUint8Array(decoder);
			if (step === SYNC.step1) {
				this.askedForChanges = true;
				this.serverVector = bytes.slice();
			} else this.updates.push(bytes.slice());
			if (step === SYNC.step2) this.synced = true;
			this.order.push(['step1', 'step2', 'update'][step] ?? '?');
		} else if (type === MESSAGE.awareness) {
			this.#hearPresence(decoding.createDecoder(decoding.readVarUint8Array(decoder)));
		} else if (type === MESSAGE.acknowledgement) {
			this.acknowledged = decoding.readVarUint(decoder);
			this.seq = decoding.readVarUint(decoder);
			this.head = Buffer.from(decoding.readVarUint8Array(decoder)).toString('hex');
			this.order.push(`ack ${this.acknowledged}`);
		} else if (type === MESSAGE.record) {
			decoding.readVarString(decoder);
			const [at, hash] = [decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder)];
			this.records.push({ at, hash: Buffer.from(hash).toString('hex'), last: decoding.readVarUint(decoder) });
		} else if (type === MESSAGE.epoch) this.epoch = decoding.readVarString(decoder);
		else if (type === MESSAGE.refusal) {
			const which = decoding.readVarUint(decoder);
			const code = decoding.readVarString(decoder);
			this.refusals.push({ which, code });
			this.order.push(`refused ${which} ${code}`);
		}
	}

	#hearPresence(decoder: decoding.Decoder): void {
		for (let left = decoding.readVarUint(decoder); left > 0; left--) {
			const client = decoding.readVarUint(decoder);
			decoding.readVarUint(decoder);
			this.presence.push(`${client} ${decoding.readVarString(decoder)}`);
		}
	}
}
