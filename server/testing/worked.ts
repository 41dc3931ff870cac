/** For tests: what people did to a document, of every kind that Yjs knows. */
import * as Y from 'yjs';
import type { Pick } from './frame-grammar.ts';

const VALUES = [1, -7, 'rain', '雨夜 😀', null, true, 2.5, { a: [1, { b: 'c' }] }, new Uint8Array([1, 2, 3])];

/** What three people did to one document, update by update, each seeing what the others did before. */
export function worked(pick: Pick, changes: number): Uint8Array[] {
	const updates: Uint8Array[] = [];
	const docs = Array.from({ length: 3 }, () => new Y.Doc());
	for (const doc of docs) {
		doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin === 'others') return;
			updates.push(update);
			for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, 'others');
		});
	}
	for (let n = 0; n < changes; n++) change(docs[pick(3)] as Y.Doc, pick);
	return updates;
}

function change(doc: Y.Doc, pick: Pick): void {
	const [map, list, text] = [doc.getMap('scenes'), doc.getArray('order'), doc.getText('notes')];
	const value = VALUES[pick(VALUES.length)];
	// Yjs writes hooks, and its types say nothing of them as children.
	const hook = () => new Y.XmlHook('hook') as unknown as Y.XmlText;
	const acts = [
		() => map.set(`s${pick(5)}`, value),
		() => map.set(`s${pick(5)}`, new Y.Map([['number', value]])),
		() => map.delete(`s${pick(5)}`),
		() => list.insert(pick(list.length + 1), [value, value]),
		() => list.length > 0 && list.delete(pick(list.length)),
		() => text.insert(pick(text.length + 1), '一场 😀', pick(2) ? { bold: true } : undefined),
		() => text.length > 0 && text.delete(pick(text.length), 1),
		() => text.insertEmbed(0, { image: 'x' }),
		() => doc.getXmlFragment('page').insert(0, [new Y.XmlElement('p'), hook(), new Y.XmlText()])
	];
	doc.transact(() => {
		for (let left = 1 + pick(3); left > 0; left--) acts[pick(acts.length)]?.();
	});
}
