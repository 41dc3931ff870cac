import type { CharacterId } from '../../ids.ts';
import type { Character } from '../records.ts';
import { nameKey } from './name-key.ts';

/** What somebody typed into the cast of a scene: who is known, and who would be new. */
export type CastTyped = {
	readonly ids: readonly CharacterId[];
	/** names nobody in the cast has yet */
	readonly names: readonly string[];
	/** board numbers nobody has */
	readonly numbers: readonly number[];
};

const BETWEEN = /[,，、;；/\n]+/;
const NUMBERS = /^\d+(?:[\s.]+\d+)*$/;

/**
 * Reads cast as it is typed into a breakdown: board numbers and names, with commas of either alphabet between them
 * (`1, 4, Auntie He`); numbers alone may be parted by spaces (`1 4 7`). Letter case, width and spaces of a name don't
 * matter, and an alias is as good as the name.
 */
export function readCast(typed: string, characters: Iterable<Character>): CastTyped {
	const byNumber = new Map<number, CharacterId>();
	const byName = new Map<string, CharacterId>();
	for (const { id, boardNumber, name, aliases } of characters) {
		if (boardNumber !== null) byNumber.set(boardNumber, id);
		for (const known of [name, ...aliases]) if (known) byName.set(nameKey(known), id);
	}
	const ids = new Set<CharacterId>();
	const names = new Map<string, string>();
	const numbers = new Set<number>();
	for (const part of typed.normalize('NFKC').split(BETWEEN)) {
		const said = part.trim();
		if (said === '') continue;
		if (NUMBERS.test(said)) {
			for (const digits of said.split(/[\s.]+/)) {
				const id = byNumber.get(Number(digits));
				if (id) ids.add(id);
				else numbers.add(Number(digits));
			}
			continue;
		}
		const id = byName.get(nameKey(said));
		if (id) ids.add(id);
		else names.set(nameKey(said), said);
	}
	return { ids: [...ids], names: [...names.values()], numbers: [...numbers] };
}
