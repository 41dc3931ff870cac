/** What a connection to one document needs of the way to its client: a socket of its own, or a part of a shared one. */
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** What whoever uses a line wants to hear of it. */
export type Ears = {
	/** a binary message; null for one of text, which no client of this protocol sends */
	heard(message: Buffer | null): void;
	/** everything that was queued has gone out */
	drained(): void;
	/** the client is alive */
	answered(): void;
	gone(): void;
};

export interface Line {
	readonly isOpen: boolean;
	readonly isPaused: boolean;
	/** bytes that the client has not taken yet */
	readonly queuedBytes: number;
	/**
	 * Bytes that have come from the client, and those it has taken while more were queued. A client that moves some is
	 * alive, however long its answer to a ping waits behind them.
	 */
	readonly movedBytes: number;
	/** of these only those it has taken: a client that goes on asking and reads nothing isn't catching up */
	readonly takenBytes: number;
	/** whether other documents go over the same socket */
	readonly isShared: boolean;
	listen(ears: Ears): void;
	/** Sends a ready frame, as `wire.ts` makes them. */
	send(frame: Buffer): void;
	close(code: number): void;
	/** Ends it without a goodbye. */
	terminate(): void;
	ping(): void;
	pause(): void;
	resume(): void;
}

/** A WebSocket for one document: the stock protocol. */
export function socketLine(ws: WebSocket, socket: Duplex & { readonly bytesRead?: number }): Line {
	let sent = 0;
	let taken = 0;
	return {
		get isOpen() {
			return ws.readyState === ws.OPEN;
		},
		get isPaused() {
			return ws.isPaused;
		},
		get queuedBytes() {
			return socket.writableLength;
		},
		get movedBytes() {
			return this.takenBytes + (socket.bytesRead ?? 0);
		},
		get takenBytes() {
			// A dead network takes what is small enough for the kernel's own buffer: only a queue that shrinks says anything.
			if (socket.writableLength > 0) taken = sent - socket.writableLength;
			return taken;
		},
		isShared: false,
		listen({ heard, drained, answered, gone }) {
			ws.on('error', () => {});
			ws.on('pong', answered);
			ws.on('close', gone);
			ws.on('message', (data: Buffer, isBinary: boolean) => heard(isBinary ? data : null));
			socket.on('drain', drained);
		},
		// Nothing is compressed or queued by ws, so frames can't interleave.
		send(frame) {
			sent += frame.length;
			socket.write(frame);
		},
		close: (code) => ws.close(code),
		terminate: () => ws.terminate(),
		ping: () => ws.ping(),
		pause: () => ws.pause(),
		resume: () => ws.resume()
	};
}
