import type { TaskId } from '../../ids.ts';
import type { TaskLink } from '../records.ts';

/**
 * Tasks that wait for each other in a ring, each ring as the ids of its tasks in order; the order of tasks and links
 * in the data changes nothing (Tarjan's strongly connected components, without recursion on the caller's side of
 * 1,000 tasks: rings are short, chains are not).
 */
export function cyclesOf(ids: Iterable<TaskId>, links: readonly TaskLink[]): TaskId[][] {
	const after = new Map<TaskId, TaskId[]>([...ids].sort().map((id) => [id, []]));
	for (const { fromId, toId } of links) if (fromId && toId && after.has(toId)) after.get(fromId)?.push(toId);
	const index = new Map<TaskId, number>();
	const low = new Map<TaskId, number>();
	const open: TaskId[] = [];
	const isOpen = new Set<TaskId>();
	const rings: TaskId[][] = [];

	for (const root of after.keys()) {
		if (index.has(root)) continue;
		const walk: { id: TaskId; at: number }[] = [{ id: root, at: 0 }];
		while (walk.length > 0) {
			const step = walk.at(-1)!;
			const { id } = step;
			if (step.at === 0) {
				index.set(id, index.size);
				low.set(id, index.get(id)!);
				open.push(id);
				isOpen.add(id);
			}
			const next = after.get(id)![step.at++];
			if (next === undefined) {
				walk.pop();
				const before = walk.at(-1);
				if (before) low.set(before.id, Math.min(low.get(before.id)!, low.get(id)!));
				if (low.get(id) !== index.get(id)) continue;
				const ring = open.splice(open.indexOf(id));
				for (const one of ring) isOpen.delete(one);
				if (ring.length > 1 || after.get(id)!.includes(id)) rings.push(ring.sort());
			} else if (!index.has(next)) walk.push({ id: next, at: 0 });
			else if (isOpen.has(next)) low.set(id, Math.min(low.get(id)!, index.get(next)!));
		}
	}
	return rings.sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
}
