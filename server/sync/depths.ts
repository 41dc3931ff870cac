/** How deep containers lie: 1 in a root, one more than what they lie in. */
import * as Y from 'yjs';

/** How deep the container with an id lies; undefined when it is none or unknown. */
export type DepthOf = (client: number, clock: number) => number | undefined;

/** The depth of each container, by its id. */
export class Depths {
	#clients = new Map<number, Map<number, number>>();

	get(client: number, clock: number): number | undefined {
		return this.#clients.get(client)?.get(clock);
	}

	set(client: number, clock: number, depth: number): void {
		const own = this.#clients.get(client);
		if (own) own.set(clock, depth);
		else this.#clients.set(client, new Map([[clock, depth]]));
	}
}

/**
 * Tells how deep containers lie, in whatever order they come: runs stand with the higher client ids first, so one
 * may stand before what it lies in. Each is looked at once, and once more when that was found.
 * @param depthOf of those known before
 * @param found hears of each container whose place can be told, after what it lies in
 * @returns whether all could be told
 */
export function findDepths(
	containers: Iterable<Y.Item>,
	depthOf: DepthOf,
	found: (container: Y.Item, depth: number) => void
): boolean {
	const told = new Depths();
	const waiting = new Map<number, Map<number, Y.Item[]>>();
	let left = 0;
	const tell = (container: Y.Item, depth: number): void => {
		const stack: [Y.Item, number][] = [[container, depth]];
		for (let next = stack.pop(); next; next = stack.pop()) {
			const [item, at] = next;
			const { client, clock } = item.id;
			told.set(client, clock, at);
			found(item, at);
			const inside = waiting.get(client);
			for (const other of inside?.get(clock) ?? []) {
				stack.push([other, at + further(other)]);
				left--;
			}
			inside?.delete(clock);
		}
	};
	for (const container of containers) {
		const id = leansOn(container);
		if (id === 'root') {
			tell(container, 1);
			continue;
		}
		const depth = id && (told.get(id.client, id.clock) ?? depthOf(id.client, id.clock));
		if (depth !== undefined && depth !== null) {
			tell(container, depth + further(container));
			continue;
		}
		left++;
		if (!id) continue;
		const inside = waiting.get(id.client) ?? new Map<number, Y.Item[]>();
		waiting.set(id.client, inside);
		const others = inside.get(id.clock);
		if (others) others.push(container);
		else inside.set(id.clock, [container]);
	}
	return left === 0;
}

/** The container that says where this one is: its parent, or one beside it. Null when nothing does. */
function leansOn(item: Y.Item): Y.ID | 'root' | null {
	if (typeof item.parent === 'string') return 'root';
	return item.parent instanceof Y.ID ? item.parent : (item.origin ?? item.rightOrigin);
}

/** Inside its parent, or as deep as what it stands beside. */
const further = (item: Y.Item): number => (item.parent instanceof Y.ID ? 1 : 0);
