import type { Difference, DifferenceKind, FieldChange } from '#lib/domain/schedule/reimport/index.ts';
import { fieldKey } from '#lib/domain/schedule/reimport/index.ts';

/** In the order they are read: what has to be shot more, differently, not at all. */
const ORDER: readonly DifferenceKind[] = ['added', 'returned', 'changed', 'moved', 'removed', 'renumbered'];

export type Group = { readonly kind: DifferenceKind; readonly of: readonly Difference[] };

export const groupsOf = (differences: readonly Difference[]): Group[] =>
	ORDER.map((kind) => ({ kind, of: differences.filter((one) => one.kind === kind) })).filter(
		({ of }) => of.length > 0
	);

/** What a person did by hand and the script says otherwise: left alone until somebody ticks it. */
const OWN: readonly FieldChange['field'][] = ['episodes', 'synopsis', 'number'];

/** What is left out before a person has said anything. */
export const leftOutAtFirst = (differences: readonly Difference[]): Set<string> =>
	new Set(
		differences.flatMap(({ sceneId, fields }) =>
			fields
				.filter(({ field, yours }) => yours && OWN.includes(field))
				.map(({ field }) => fieldKey(sceneId, field))
		)
	);

/** The same differences say the same: to notice that the plan changed under a preview. */
export const signatureOf = (differences: readonly Difference[]): string =>
	JSON.stringify(
		differences.map(({ kind, sceneId, fields, moved, shot }) => [kind, sceneId, fields, moved, shot])
	);

/** A set with some members more (`wanted` false: fewer); the one given stays as it is. */
export function withKeys(
	keys: ReadonlySet<string>,
	some: readonly string[],
	wanted: boolean
): ReadonlySet<string> {
	return new Set(wanted ? [...keys, ...some] : [...keys].filter((key) => !some.includes(key)));
}
