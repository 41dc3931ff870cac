/**
 * Numbers and names that the sync server and its clients share. The protocol is y-websocket's (messages 0, 1
 * and 3) with two answers of our own: 100 says that updates are on disk, 101 that one was refused and why.
 */

/** First varint of every frame. */
export const MESSAGE = {
	sync: 0,
	awareness: 1,
	queryAwareness: 3,
	/** server → client: `[100][varint n][varint seq][varUint8Array chainHead]`, the first n updates are dealt with */
	acknowledgement: 100,
	/** server → client: `[101][varint k][varString code]`, update k of this connection was refused */
	refusal: 101,
	/** server → client, before its step 1: `[102][varString epoch]`, another one after a backup was restored */
	epoch: 102,
	/**
	 * client → server: `[103][varUint8Array update][varint n][n × varint client id]`, counted like an update: what the
	 * server knew in an earlier epoch and lacks now, whoever made it. The client ids listed are the sender's own.
	 * Parts that refer to each other are kept apart until all of them are there, and acknowledged together.
	 */
	again: 103,
	/**
	 * client → server: `[104][varint seq]`: what stands in the production's record at this place? 0 where the client has
	 * noted none yet
	 */
	askRecord: 104,
	/**
	 * server → client: `[105][varString epoch][varint seq][varUint8Array hash][varint last][varUint8Array head]`: the
	 * chain's hash at the place asked for, empty where there is none, and where the record stands now. The client
	 * compares: a server can't tell it what it wants to hear.
	 */
	record: 105
} as const;

/**
 * One socket for many documents, at `/sync` without a name. Every message begins with one of these and the channel,
 * a number that the client chooses and uses once on this socket.
 * - client: `[open][channel][varString document]`, then, once it was answered, `[data][channel]` and a frame of the
 *   document's protocol; `[close][channel]`. A 1 behind the document's name: it understands `part`
 * - server: `[open][channel]` once it listens; `[data][channel]` and a frame; `[close][channel][varint code]` with one
 *   of `CLOSE`, in answer to `open` too
 * - server: `[part][channel]` and the beginning of a large frame, or its next piece; `[data][channel]` has the last one.
 *   A browser hands a message on only when all of it is here: on a narrow network a board in one message looks like a
 *   dead one
 */
export const TRUNK = { open: 0, close: 1, data: 2, part: 3 } as const;
export const UNDERSTANDS_PARTS = 1;

/** Second varint of a sync message. Steps 2 and updates are counted together, from 1, by both sides. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** Why an update was refused. What was refused is nowhere on the server; later updates build on it in vain. */
export const REFUSALS = [
	/** this role may read the document, not write it */
	'reader',
	/** larger than a frame of this document may be, or one client id more than any user may have in it */
	'too-big',
	/** not a Yjs update, or one that no client of ours makes */
	'malformed',
	/** refers to changes the server doesn't have */
	'pending',
	/** writes under the client id of another user */
	'not-own',
	/** changes, deletes or misplaces an entry of an added-only document */
	'added-only',
	/** far more than the limits allow; the connection closes with 1013, come back and offer it again */
	'rate',
	/** the server can't store anything now; the connection closes with 1013, come back and offer it again */
	'storage',
	/** the production was deleted: said by the device itself where its documents are closed with 4404 */
	'gone'
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Close codes. 4400–4499 end the stock client's retries, the others bring it back. */
export const CLOSE = {
	/** the server restarts, or the right changed from writing to reading or back: connect again */
	again: 1012,
	/** overloaded, too slow, or the store failed: connect again later */
	later: 1013,
	badMessage: 4400,
	signedOut: 4401,
	noRight: 4403,
	noDocument: 4404,
	tooBig: 4413
} as const;

/** The largest message any server of ours reads: one that is larger ends the socket before anybody has looked at it. */
export const LARGEST_MESSAGE = 4_194_304;

/** The one root map of the added-only documents; a key in it is set once. */
export const ADDED_ONLY_ROOT = 'entries';
