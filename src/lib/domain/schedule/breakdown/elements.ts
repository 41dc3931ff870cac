import type { ElementId } from '../../ids.ts';
import { ELEMENT_CATEGORIES, type ElementCategory } from '../element-categories.ts';
import type { Element, Scene } from '../records.ts';
import { nameKey } from './name-key.ts';

const placeOf = (category: ElementCategory): number => ELEMENT_CATEGORIES.indexOf(category);

/** How many scenes need each element. */
export function scenesOfElements(
	scenes: Iterable<Pick<Scene, 'elementIds' | 'omitted'>>
): Map<ElementId, number> {
	const counts = new Map<ElementId, number>();
	for (const { elementIds, omitted } of scenes)
		if (!omitted) for (const id of elementIds) counts.set(id, (counts.get(id) ?? 0) + 1);
	return counts;
}

/** Elements by category, categories in the breakdown's order and names in the reader's; empty categories left out. */
export function byCategory<E extends Pick<Element, 'category' | 'name'>>(
	elements: readonly E[]
): { category: ElementCategory; elements: E[] }[] {
	return ELEMENT_CATEGORIES.flatMap((category) => {
		const own = elements.filter((element) => element.category === category);
		return own.length > 0 ? [{ category, elements: own.sort((a, b) => a.name.localeCompare(b.name)) }] : [];
	});
}

/**
 * Elements to offer for what was typed so far: names that begin with it before names that have it inside, the
 * wanted category before others, then what most scenes need. Nothing typed: the category's own, most needed first.
 */
export function suggestElements(
	elements: Iterable<Element>,
	needed: ReadonlyMap<ElementId, number>,
	typed: string,
	category: ElementCategory,
	most = 8
): Element[] {
	const key = nameKey(typed);
	const rank = (element: Element): number[] => [
		key !== '' && !nameKey(element.name).startsWith(key) ? 1 : 0,
		element.category === category ? 0 : 1,
		-(needed.get(element.id) ?? 0)
	];
	return [...elements]
		.filter((element) => (key === '' ? element.category === category : nameKey(element.name).includes(key)))
		.map((element) => ({ element, rank: rank(element) }))
		.sort(
			(a, b) =>
				a.rank.map((n, i) => n - (b.rank[i] ?? 0)).find((difference) => difference !== 0) ??
				a.element.name.localeCompare(b.element.name)
		)
		.slice(0, most)
		.map(({ element }) => element);
}

/**
 * Elements that seem to be one thing written twice: the same name, letter case, width and spaces aside, in whatever
 * category. Each group begins with the one that most scenes need (then the earlier category), which the others would be merged into.
 */
export function sameElements(
	elements: Iterable<Element>,
	needed: ReadonlyMap<ElementId, number>
): Element[][] {
	const groups = new Map<string, Element[]>();
	for (const element of elements) {
		const key = nameKey(element.name);
		if (key === '') continue;
		const group = groups.get(key);
		if (group) group.push(element);
		else groups.set(key, [element]);
	}
	return [...groups.values()]
		.filter((group) => group.length > 1)
		.map((group) =>
			group.sort(
				(a, b) =>
					(needed.get(b.id) ?? 0) - (needed.get(a.id) ?? 0) ||
					placeOf(a.category) - placeOf(b.category) ||
					(a.id < b.id ? -1 : 1)
			)
		);
}
