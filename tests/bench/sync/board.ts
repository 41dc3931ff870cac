/** The board of the figures: 300 episodes, 1,500 scenes, 60 people, 30 days, in 16,510 small transactions. */
import * as Y from 'yjs';

const WORDS =
	'INT EXT kitchen street night day dawn harbour car chase Mara Jonas props rain crane stunt lunch move unit second main insert pickup'.split(
		' '
	);
type Size = { episodes: number; scenes: number; people: number; days: number };
export const MONTH: Size = { episodes: 300, scenes: 1500, people: 60, days: 30 };
export const SMALL: Size = { episodes: 10, scenes: 60, people: 15, days: 5 };

function randomOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Writes a board as people would: field by field, some of them twice. */
export function writeBoard(doc: Y.Doc, { episodes, scenes, people, days }: Size): void {
	const random = randomOf(7);
	const below = (n: number): number => Math.floor(random() * n);
	const words = (count: number): string =>
		Array.from({ length: count }, () => WORDS[below(WORDS.length)]).join(' ');
	const add = (root: string, key: string, row: object): Y.Map<unknown> => {
		const map = new Y.Map<unknown>(Object.entries(row));
		doc.getMap(root).set(key, map);
		return map;
	};
	for (let n = 0; n < people; n++) {
		add('people', `p${n}`, { name: words(2), role: words(1), email: `p${n}@example.org`, rate: 300 + n });
	}
	for (let n = 0; n < episodes; n++) {
		add('episodes', `e${n}`, { title: words(4), status: 'draft' }).set('status', 'locked');
	}
	const order = doc.getArray('order');
	for (let n = 0; n < scenes; n++) {
		const row = doc.transact(() => {
			order.push([`s${n}`]);
			return add('scenes', `s${n}`, { episode: `e${n % episodes}`, title: words(5) });
		});
		const cast = [0, 1, 2].map(() => `p${below(people)}`);
		const fields: [string, unknown][] = [
			['set', words(2)],
			['pages', below(40) / 8],
			['day', below(days)],
			['status', 'todo'],
			['notes', words(12)],
			['status', 'planned'],
			['cast', cast],
			['day', below(days)]
		];
		for (const [field, value] of fields) row.set(field, value);
	}
	const hours = doc.getMap('hours');
	for (let day = 0; day < days; day++) {
		for (let person = 0; person < people; person++) {
			const key = `d${day}:p${person}`;
			hours.set(key, { in: 420 + below(60), out: 1080 + below(120), lunch: 45 });
			if (random() < 0.3) hours.set(key, { in: 420, out: 1200, lunch: 30 });
		}
	}
}
