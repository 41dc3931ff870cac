/** The cast of a whole sheet: names behind board numbers, one spelling each. */
import { namesOf, type CastList } from './sheet-cast.ts';
import type { RowScene } from './sheet-row.ts';
import type { ReadCharacter, ReadScene } from './types.ts';
import type { Warn } from './warnings.ts';

export type People = { names: Map<RowScene, string[]>; list: CastList; nameOf: (name: string) => string };

/** Names behind board numbers: of the list, else said beside the number somewhere, else the number itself. */
export function castOf(scenes: readonly RowScene[], cast: CastList, warn: Warn): People {
	const list = new Map(cast);
	for (const scene of scenes) {
		for (const cell of scene.cast)
			for (const [number, name] of cell.said) if (!list.has(number)) list.set(number, name);
	}
	const nameOf = namesOf(list);
	const unknown = new Set<number>();
	const names = new Map<RowScene, string[]>();
	for (const scene of scenes) {
		const found = new Set<string>();
		for (const cell of scene.cast) {
			for (const number of cell.numbers) {
				const named = list.get(number) ?? `#${number}`;
				if (!list.has(number) && !unknown.has(number)) {
					unknown.add(number);
					warn('cast-number-unknown', scene.line, undefined, { number, named });
				}
				found.add(list.has(number) ? nameOf(named) : named);
			}
			for (const name of cell.names) found.add(nameOf(name));
		}
		names.set(scene, [...found]);
	}
	for (const number of unknown) list.set(number, `#${number}`);
	return { names, list, nameOf };
}

/** Everybody named, with the number on the board; most scenes first. */
export function charactersOf(scenes: readonly ReadScene[], { list, nameOf }: People): ReadCharacter[] {
	const counts = new Map<string, number>();
	for (const { cast } of scenes) for (const name of cast) counts.set(name, (counts.get(name) ?? 0) + 1);
	const numbers = new Map<string, number>();
	for (const [number, name] of list) {
		const spelled = name.startsWith('#') ? name : nameOf(name);
		if (!counts.has(spelled)) counts.set(spelled, 0);
		if (!numbers.has(spelled)) numbers.set(spelled, number);
	}
	return [...counts]
		.map(([name, count]): ReadCharacter => {
			const boardNumber = numbers.get(name);
			return { name, scenes: count, lines: 0, ...(boardNumber === undefined ? {} : { boardNumber }) };
		})
		.sort((a, b) => b.scenes - a.scenes);
}
