/** Chance that can be had again: the same seed gives the same demo on every machine. */
import type { MakeId } from '../domain/ids.ts';

export type Random = {
	/** 0 ≤ x < 1 */
	readonly next: () => number;
	/** a whole number, both ends included */
	readonly whole: (least: number, most: number) => number;
	readonly pick: <T>(from: readonly T[]) => T;
	readonly makeId: MakeId;
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Mulberry32: small, quick and even enough for a demo; not for secrets. */
export function randomFrom(seed: number): Random {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
	return {
		next,
		whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
		pick: (from) => {
			const one = from[Math.floor(next() * from.length)];
			if (one === undefined) throw new RangeError('nothing to pick from');
			return one;
		},
		makeId: <I extends string = string>() => {
			let id = '';
			for (let i = 0; i < 22; i++) id += LETTERS[Math.floor(next() * 64)];
			return id as I;
		}
	};
}
