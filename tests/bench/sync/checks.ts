/** What checking an ordinary frame costs, without a server around it. */
import * as Y from 'yjs';
import { checkUpdate } from '../../../server/sync/check-update.ts';
import { DocumentKnowledge } from '../../../server/sync/known.ts';
import { SMALL, writeBoard } from './board.ts';
import type { Measured } from './scenarios/scenario.ts';

const FRAMES = 20_000;

/** Small edits of fields on a board, each checked and taken into account as the server does. */
export function checks(): Measured {
	const doc = new Y.Doc();
	const board: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => board.push(update));
	writeBoard(doc, SMALL);
	const frames: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => frames.push(update));
	const scenes = doc.getMap<Y.Map<unknown>>('scenes');
	for (let n = 0; n < FRAMES; n++) scenes.get(`s${n % SMALL.scenes}`)?.set('synopsis', `what happens ${n}`);
	const known = new DocumentKnowledge(new Map(), new Map(), false, () => []);
	known.followFromTheStart();
	const sender = { user: 'mei', maxBytes: 2_097_152, signed: () => true };
	const take = (update: Uint8Array): void => {
		const verdict = checkUpdate(update, sender, known);
		if (!verdict.ok || !verdict.bytes) throw new Error('an ordinary frame was not taken');
		known.accept(verdict, 'mei');
	};
	for (const update of board.slice(0, board.length - FRAMES)) take(update);
	for (const update of frames.slice(0, FRAMES / 2)) take(update);
	const start = process.hrtime.bigint();
	for (const update of frames.slice(FRAMES / 2)) take(update);
	return { 'µs a frame': Number(process.hrtime.bigint() - start) / 1000 / (FRAMES / 2) };
}
