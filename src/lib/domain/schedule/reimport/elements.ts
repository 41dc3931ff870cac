import type { ElementId } from '../../ids.ts';
import type { ReadScene } from '../../scripts/types.ts';
import { stableId } from '../../stable-id.ts';
import { ELEMENT_CATEGORIES, type ElementCategory } from '../element-categories.ts';
import { newRow } from '../new-rows.ts';
import type { Plan } from '../plan.ts';
import { elementRecord, type Element } from '../records.ts';

/** Elements a script names as rows: those there are, and those that would be made. */
export type ElementNames = {
	readonly of: (read: ReadScene) => ElementId[];
	/** the id of `category:name` */
	readonly labelled: (label: string) => ElementId;
	readonly nameOf: (id: ElementId) => string;
	/** rows for ids the plan doesn't have */
	readonly made: (ids: Iterable<ElementId>) => Element[];
};

type Tagged = { readonly category: ElementCategory; readonly name: string };

/** What a file says a scene needs. */
export const elementsOf = (read: ReadScene): readonly Tagged[] => read.elements;

export const labelOf = ({ category, name }: Tagged): string => `${category}:${name}`;

export function elementNames(plan: Plan): ElementNames {
	const key = (category: string, name: string): string =>
		`${category} ${name.normalize('NFKC').trim().toLowerCase()}`;
	const known = new Map([...plan.elements.values()].map((row) => [key(row.category, row.name), row.id]));
	const made = new Map<ElementId, Tagged>();
	const idOf = ({ category, name }: Tagged): ElementId => {
		const there = known.get(key(category, name));
		if (there) return there;
		const id = stableId<ElementId>(`${plan.production.id} element ${key(category, name)}`);
		if (!plan.elements.has(id)) made.set(id, { category, name });
		return id;
	};
	return {
		of: (read) => [...new Set(elementsOf(read).map(idOf))],
		labelled: (label) => {
			const [category = '', ...name] = label.split(':');
			const fits = (ELEMENT_CATEGORIES as readonly string[]).includes(category);
			return idOf({ category: fits ? (category as ElementCategory) : 'miscellaneous', name: name.join(':') });
		},
		nameOf: (id) => plan.elements.get(id)?.name ?? made.get(id)?.name ?? '',
		made: (ids) =>
			[...ids].flatMap((id) => {
				const tagged = made.get(id);
				return tagged ? [newRow(elementRecord, id, tagged)] : [];
			})
	};
}
