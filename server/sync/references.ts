import * as Y from 'yjs';
import type { Run, Struct } from './check-update.ts';

/**
 * Whether something in an update refers to a change that is neither known nor earlier in the update, so that
 * Yjs would keep it waiting. Waiting changes are how a modified client would later overwrite others.
 * @param known next free clock of each client id the server has
 */
export function missingReference(runs: readonly Run[], known: ReadonlyMap<number, number>): boolean {
	// Each run is followed as far as its references are there; runs of one update may lean on each other.
	const reached = new Map(runs.map(({ client, structs }) => [client, (structs[0] as Struct).id.clock]));
	const places = runs.map(() => 0);
	const there = (id: Y.ID): boolean => id.clock < (reached.get(id.client) ?? known.get(id.client) ?? 0);
	for (let moved = true; moved;) {
		moved = false;
		for (const [index, { client, structs }] of runs.entries()) {
			let place = places[index] as number;
			while (place < structs.length) {
				const struct = structs[place] as Struct;
				if (!references(struct).every(there)) break;
				reached.set(client, struct.id.clock + struct.length);
				place++;
				moved = true;
			}
			places[index] = place;
		}
	}
	return runs.some(({ structs }, index) => places[index] !== structs.length);
}

function references(struct: Struct): Y.ID[] {
	if (struct instanceof Y.GC) return [];
	const ids: Y.ID[] = [];
	if (struct.origin) ids.push(struct.origin);
	if (struct.rightOrigin) ids.push(struct.rightOrigin);
	if (struct.parent instanceof Y.ID) ids.push(struct.parent);
	return ids;
}
