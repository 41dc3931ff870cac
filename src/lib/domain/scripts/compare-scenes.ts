import { heldIn, likeness, marksOf, textKey, type Marks } from './compare-words.ts';

/** What a scene is recognised by in another version of its script. */
export type Recognised = {
	readonly number: string;
	/** its text, or where there is none what it is about; '' when nothing is known */
	readonly text: string;
	/** place and light, spelled one way */
	readonly place: string;
	readonly cast: readonly string[];
	/** a heading OMITTED: a number and nothing else */
	readonly empty: boolean;
};

/** Which scene became which, by index. Every scene is in at most one pair. */
export type Pairing = {
	readonly newOf: ReadonlyMap<number, number>;
	/** added scenes whose text stood in an old one that goes on: new index → old index */
	readonly splitFrom: ReadonlyMap<number, number>;
	/** scenes that went, whose text stands in a new one: old index → new index */
	readonly mergedInto: ReadonlyMap<number, number>;
};

/** Pairs of words that stand in more scenes than this tell none of them apart. */
const COMMON = 16;
/** Old scenes looked at closely for one new scene. */
const CLOSEST = 6;
/** Fewer pairs of words are a stage direction, not a piece of a scene. */
const PIECE = 10;

type Side = Recognised & { readonly key: string; readonly marks: Marks; readonly who: string };

/**
 * Recognises the scenes of a script in a rewrite of it, both in script order. What reads the same is the same scene,
 * whatever number it has now (a scene put in near the beginning renumbers all that follow); then what reads alike,
 * a number in common counting for it; then, between the same neighbours, the same place with the same people; at
 * last a number, where no text speaks against it. Nearly linear: only rare pairs of words are followed up.
 */
export function matchScenes(before: readonly Recognised[], after: readonly Recognised[]): Pairing {
	const old = before.map(sideOf);
	const fresh = after.map(sideOf);
	const newOf = new Map<number, number>();
	const oldOf = new Map<number, number>();
	const free = (o: number, n: number): boolean => !newOf.has(o) && !oldOf.has(n);
	const pair = (o: number, n: number): void => {
		if (!free(o, n)) return;
		newOf.set(o, n);
		oldOf.set(n, o);
	};

	for (const key of [
		(side: Side) => [side.key, side.number, side.place],
		(side: Side) => [side.key, side.place, side.who],
		(side: Side) => [side.key]
	]) {
		pairInOrder(old, fresh, (side) => (side.key.length < 12 ? null : key(side).join('\n')), free, pair);
	}
	// Scenes nobody has a text for: number, place and people have to agree.
	pairInOrder(old, fresh, (s) => (s.key ? null : [s.number, s.place, s.who].join('\n')), free, pair);

	for (const { o, n } of alike(old, fresh, newOf, oldOf)) pair(o, n);

	const gapOf = gaps(old.length, fresh.length, newOf);
	for (const key of [
		(side: Side, gap: number) => (side.empty ? null : [gap, side.place, side.who].join('\n')),
		(side: Side, gap: number) =>
			side.empty || !side.place ? null : [gap, side.place, side.number].join('\n')
	]) {
		pairInOrder(old, fresh, (side, gap) => key(side, gap), free, pair, gapOf);
	}
	// A number alone is believed where no text speaks against it: an omitted heading, a sheet without synopses.
	const spoken = (side: Side): boolean => side.key.length >= 12;
	const byNumber = new Map(old.flatMap((side, o) => (newOf.has(o) ? [] : [[side.number, o] as const])));
	fresh.forEach((side, n) => {
		const o = byNumber.get(side.number);
		if (o !== undefined && (side.empty || !spoken(side) || !spoken(old[o] as Side))) pair(o, n);
	});
	return { newOf, ...pieces(old, fresh, newOf, oldOf) };
}

const sideOf = (scene: Recognised): Side => ({
	...scene,
	key: textKey(scene.text),
	marks: marksOf(scene.text),
	who: [...scene.cast].sort().join('|')
});

/** Pairs scenes with the same key, the first with the first. */
function pairInOrder(
	old: readonly Side[],
	fresh: readonly Side[],
	keyOf: (side: Side, gap: number) => string | null,
	free: (o: number, n: number) => boolean,
	pair: (o: number, n: number) => void,
	gapOf: { old: readonly number[]; fresh: readonly number[] } = { old: [], fresh: [] }
): void {
	const queues = new Map<string, number[]>();
	fresh.forEach((side, n) => {
		const key = free(-1, n) ? keyOf(side, gapOf.fresh[n] ?? -1) : null;
		if (key === null) return;
		const queue = queues.get(key);
		if (queue) queue.push(n);
		else queues.set(key, [n]);
	});
	const at = new Map<string, number>();
	old.forEach((side, o) => {
		const key = free(o, -1) ? keyOf(side, gapOf.old[o] ?? -1) : null;
		const queue = key === null ? undefined : queues.get(key);
		if (!queue || key === null) return;
		const next = at.get(key) ?? 0;
		if (next >= queue.length) return;
		at.set(key, next + 1);
		pair(o, queue[next] as number);
	});
}

/** Scenes that read alike, the likest first. */
function alike(
	old: readonly Side[],
	fresh: readonly Side[],
	newOf: ReadonlyMap<number, number>,
	oldOf: ReadonlyMap<number, number>
): { o: number; n: number; score: number }[] {
	const holding = indexOf(old, newOf);
	const byNumber = new Map(old.flatMap((side, o) => (newOf.has(o) ? [] : [[side.number, o] as const])));
	const found: { o: number; n: number; score: number }[] = [];
	fresh.forEach((side, n) => {
		if (oldOf.has(n) || side.empty) return;
		const candidates = closest(side.marks, holding);
		const same = byNumber.get(side.number);
		if (same !== undefined) candidates.add(same);
		for (const o of candidates) {
			const other = old[o] as Side;
			const like = likeness(side.marks, other.marks);
			const place = side.place !== '' && side.place === other.place;
			const number = side.number === other.number;
			const score = like + (number ? 0.15 : 0) + (place ? 0.1 : 0) + 0.1 * common(side.cast, other.cast);
			if (like >= 0.25 || (like >= 0.1 && place && number)) found.push({ o, n, score });
		}
	});
	return found.sort((a, b) => b.score - a.score || a.o - b.o || a.n - b.n);
}

/** Which scenes not taken yet hold a mark, for marks that few of them hold. */
function indexOf(sides: readonly Side[], taken: ReadonlyMap<number, number>): Map<number, number[]> {
	const holding = new Map<number, number[]>();
	sides.forEach((side, index) => {
		if (taken.has(index)) return;
		for (const mark of side.marks) {
			const list = holding.get(mark);
			if (!list) holding.set(mark, [index]);
			else if (list.length <= COMMON) list.push(index);
		}
	});
	return holding;
}

function closest(marks: Marks, holding: ReadonlyMap<number, number[]>): Set<number> {
	const counts = new Map<number, number>();
	for (const mark of marks) {
		const list = holding.get(mark);
		if (!list || list.length > COMMON) continue;
		for (const index of list) counts.set(index, (counts.get(index) ?? 0) + 1);
	}
	return new Set(
		[...counts]
			.sort((a, b) => b[1] - a[1])
			.slice(0, CLOSEST)
			.map(([index]) => index)
	);
}

function common(a: readonly string[], b: readonly string[]): number {
	const both = a.filter((name) => b.includes(name)).length;
	return both / Math.max(1, a.length, b.length);
}

/** Between which paired scenes each scene that is still alone stands: the new index of the last pair before it. */
function gaps(oldCount: number, newCount: number, newOf: ReadonlyMap<number, number>) {
	const old: number[] = [];
	const fresh: number[] = [];
	const paired = new Set(newOf.values());
	for (let o = 0, last = -1; o < oldCount; o++) old.push((last = newOf.get(o) ?? last));
	for (let n = 0, last = -1; n < newCount; n++) fresh.push((last = paired.has(n) ? n : last));
	return { old, fresh };
}

/** What was cut in two or put together, where most of a scene's words are found again in another. */
function pieces(
	old: readonly Side[],
	fresh: readonly Side[],
	newOf: ReadonlyMap<number, number>,
	oldOf: ReadonlyMap<number, number>
): Pick<Pairing, 'splitFrom' | 'mergedInto'> {
	const find = (lone: readonly Side[], taken: ReadonlyMap<number, number>, among: readonly Side[]) => {
		const found = new Map<number, number>();
		const holding = indexOf(among, new Map());
		lone.forEach((side, index) => {
			if (taken.has(index) || side.marks.length < PIECE) return;
			const [best] = [...closest(side.marks, holding)]
				.map((other) => ({ other, held: heldIn(side.marks, (among[other] as Side).marks) }))
				.sort((a, b) => b.held - a.held);
			if (best && best.held >= 0.6) found.set(index, best.other);
		});
		return found;
	};
	return { splitFrom: find(fresh, oldOf, old), mergedInto: find(old, newOf, fresh) };
}
