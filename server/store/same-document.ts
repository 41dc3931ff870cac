/** Whether two documents hold the same, however their changes are cut into structs. */
import * as Y from 'yjs';

type Struct = Y.Item | Y.GC;
type Content = Y.Item['content'];

/** One document out of updates, oldest first. */
export function documentOf(updates: Iterable<Uint8Array>): Y.Doc {
	const doc = new Y.Doc();
	doc.transact(() => {
		for (const update of updates) Y.applyUpdate(doc, update);
	});
	return doc;
}

/**
 * Compares what is there, between what, in what, and what was deleted. A fold cuts and joins structs, so it goes
 * stretch by stretch, each as long as neither of the two has a cut: never clock by clock, because one number says
 * how long a deletion is and somebody may have written any.
 */
export function isSameDocument(one: Y.Doc, other: Y.Doc): boolean {
	const [mine, theirs] = [one.store.clients, other.store.clients];
	if (mine.size !== theirs.size || isWaiting(one) !== isWaiting(other)) return false;
	const [places, others] = [new Places(one), new Places(other)];
	return [...mine].every(([client, structs]) => isSameRun(structs, places, theirs.get(client) ?? [], others));
}

const isWaiting = ({ store }: Y.Doc): boolean => store.pendingStructs !== null || store.pendingDs !== null;

function isSameRun(
	mine: readonly Struct[],
	places: Places,
	theirs: readonly Struct[],
	others: Places
): boolean {
	let [at, within, other, inOther] = [0, 0, 0, 0];
	for (;;) {
		const [one, two] = [mine[at], theirs[other]];
		if (!one || !two) return one === two;
		const length = Math.min(one.length - within, two.length - inOther);
		if (isGone(one) !== isGone(two)) return false;
		if (!isGone(one) && !isGone(two)) {
			if (places.of(one, within) !== others.of(two, inOther)) return false;
			if (!isSameContent(one.content, within, two.content, inOther, length)) return false;
		}
		within += length;
		inOther += length;
		if (within === one.length) [at, within] = [at + 1, 0];
		if (inOther === two.length) [other, inOther] = [other + 1, 0];
	}
}

const isGone = (struct: Struct): struct is Y.GC => !(struct instanceof Y.Item) || struct.deleted;

/** Says where the changes of a document lie. */
class Places {
	#roots: Map<unknown, string>;

	constructor(doc: Y.Doc) {
		this.#roots = new Map([...doc.share].map(([name, root]) => [root, name]));
	}

	/** Between what, in what and under which key the rest of an item lies. */
	of(item: Y.Item, within: number): string {
		const { client, clock } = item.id;
		const left = within > 0 ? `${client}.${clock + within - 1}` : named(item.origin);
		const parent = item.parent instanceof Y.AbstractType ? item.parent : null;
		const inside = parent?._item ? [named(parent._item.id)] : this.#roots.get(parent);
		return JSON.stringify([left, named(item.rightOrigin), inside, item.parentSub]);
	}
}

const named = (id: Y.ID | null): string => (id ? `${id.client}.${id.clock}` : '-');

function isSameContent(
	mine: Content,
	within: number,
	theirs: Content,
	inOther: number,
	length: number
): boolean {
	const [one, other] = [part(mine, within, length), part(theirs, inOther, length)];
	return one.getRef() === other.getRef() && Buffer.compare(written(one), written(other)) === 0;
}

/** A stretch of what can be cut; anything else is one change. */
function part(content: Content, from: number, length: number): Content {
	const upto = from + length;
	if (content instanceof Y.ContentString) return new Y.ContentString(content.str.slice(from, upto));
	if (content instanceof Y.ContentAny) return new Y.ContentAny(content.arr.slice(from, upto));
	return content instanceof Y.ContentJSON ? new Y.ContentJSON(content.arr.slice(from, upto)) : content;
}

function written(content: Content): Uint8Array {
	const encoder = new Y.UpdateEncoderV1();
	content.write(encoder, 0);
	return encoder.toUint8Array();
}
