import type { CharacterId, SetId } from '../../ids.ts';
import { setKey } from '../../scripts/finish.ts';
import { suggestMerges } from '../../scripts/merge.ts';
import type { ReadScript } from '../../scripts/types.ts';
import { stableId } from '../../stable-id.ts';
import type { Plan } from '../plan.ts';
import type { Character, SetPlace } from '../records.ts';
import type { NameOffer, Names } from './types.ts';

/** A name without what never tells two people apart: case, width and outer spaces. */
const castKey = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

type Known<Id extends string> = { readonly byKey: Map<string, Id>; readonly nameOf: Map<Id, string> };

const charactersOf = (plan: Plan): Known<CharacterId> => known([...plan.characters.values()], castKey);
const setsOf = (plan: Plan): Known<SetId> =>
	known(
		[...plan.sets.values()].map((set) => ({ ...set, aliases: [] })),
		setKey
	);

function known<Id extends string>(
	rows: readonly { id: Id; name: string; aliases: readonly string[] }[],
	keyOf: (name: string) => string
): Known<Id> {
	const byKey = new Map<string, Id>();
	for (const { id, aliases } of rows) for (const alias of aliases) byKey.set(keyOf(alias), id);
	for (const { id, name } of rows) byKey.set(keyOf(name), id);
	return { byKey, nameOf: new Map(rows.map(({ id, name }) => [id, name])) };
}

export const offerKey = (kind: NameOffer['kind'], name: string, id: string): string =>
	`${kind}:${id}:${name}`;

/** Names of a script as ids: a name or alias the plan has, an offer that was taken, else an id to be made. */
export function namesOf(plan: Plan, joined: ReadonlySet<string>): Names {
	const cast = charactersOf(plan);
	const sets = setsOf(plan);
	const taken = { character: new Map<string, CharacterId>(), set: new Map<string, SetId>() };
	for (const key of joined) {
		const [kind, id, ...name] = key.split(':');
		if (kind === 'character') taken.character.set(castKey(name.join(':')), id as CharacterId);
		else taken.set.set(setKey(name.join(':')), id as SetId);
	}
	const made = <Id extends string>(kind: string, key: string): Id =>
		stableId<Id>(`${plan.production.id} ${kind} ${key}`);
	return {
		character: (name) => {
			const key = castKey(name);
			return cast.byKey.get(key) ?? taken.character.get(key) ?? made<CharacterId>('character', key);
		},
		set: (name) => {
			const key = setKey(name);
			return key === '' ? null : (sets.byKey.get(key) ?? taken.set.get(key) ?? made<SetId>('set', key));
		}
	};
}

/** Names of the script that the plan has under no spelling. */
export function unknownNames(plan: Plan, script: ReadScript): { characters: string[]; sets: string[] } {
	const [cast, sets] = [charactersOf(plan), setsOf(plan)];
	const once = (names: readonly string[], has: (name: string) => boolean): string[] => [
		...new Set(names.filter((name) => name !== '' && !has(name)))
	];
	return {
		characters: once(
			[...script.cast.map(({ name }) => name), ...script.scenes.flatMap((scene) => scene.cast)],
			(name) => cast.byKey.has(castKey(name))
		),
		sets: once(
			script.scenes.map(({ set }) => set),
			(name) => sets.byKey.has(setKey(name))
		)
	};
}

/** A scene as it is and as it is read, both known to be one. */
export type Same = {
	readonly castIds: readonly CharacterId[];
	readonly setId: SetId | null;
	readonly cast: readonly string[];
	readonly set: string;
};

/**
 * Which unknown name may be which known one: spelled or shortened another way, or standing in most of the places
 * where a name stood that the script no longer has.
 */
export function offersFor(plan: Plan, script: ReadScript, same: readonly Same[]): NameOffer[] {
	const unknown = unknownNames(plan, script);
	const cast = charactersOf(plan);
	const sets = setsOf(plan);
	const castOffers = offers<CharacterId>({
		kind: 'character',
		unknown: unknown.characters,
		known: cast,
		keyOf: castKey,
		rows: [...plan.characters.values()],
		said: new Set(script.scenes.flatMap((scene) => scene.cast.map(castKey))),
		same: same.map(({ castIds, cast: read }) => ({ ids: castIds, names: read })),
		scenesOf: (name) => script.scenes.filter((scene) => scene.cast.includes(name)).length
	});
	const setOffers = offers<SetId>({
		kind: 'set',
		unknown: unknown.sets,
		known: sets,
		keyOf: setKey,
		rows: [...plan.sets.values()],
		said: new Set(script.scenes.map(({ set }) => setKey(set))),
		same: same.map(({ setId, set }) => ({ ids: setId ? [setId] : [], names: [set] })),
		scenesOf: (name) => script.scenes.filter((scene) => scene.set === name).length
	});
	return [...castOffers, ...setOffers];
}

function offers<Id extends CharacterId | SetId>(of: {
	kind: NameOffer['kind'];
	unknown: readonly string[];
	known: Known<Id>;
	keyOf: (name: string) => string;
	rows: readonly (Character | SetPlace)[];
	said: ReadonlySet<string>;
	same: readonly { ids: readonly Id[]; names: readonly string[] }[];
	scenesOf: (name: string) => number;
}): NameOffer[] {
	if (of.unknown.length === 0) return [];
	const found = new Map<string, NameOffer>();
	const add = (name: string, id: Id, reason: NameOffer['reason']): void => {
		if (found.has(name)) return;
		const key = offerKey(of.kind, name, id);
		found.set(name, {
			key,
			kind: of.kind,
			name,
			id,
			known: of.known.nameOf.get(id) ?? '',
			reason,
			scenes: of.scenesOf(name)
		});
	};
	const unknown = new Set(of.unknown);
	const suggested = suggestMerges(of.kind, [...of.rows.map(({ name }) => name), ...of.unknown]);
	const suggest = (reason: 'spelling' | 'part-of'): void => {
		for (const one of suggested) {
			if (one.reason !== reason) continue;
			const there = one.names.find((name) => !unknown.has(name));
			const id = there === undefined ? undefined : of.known.byKey.get(of.keyOf(there));
			if (id) for (const name of one.names) if (unknown.has(name)) add(name, id, reason);
		}
	};
	suggest('spelling');
	standing(of, unknown, add);
	suggest('part-of');
	return [...found.values()];
}

/** Counts, over scenes that are the same, how often an unknown name stands where a vanished one stood. */
function standing<Id extends CharacterId | SetId>(
	of: {
		known: Known<Id>;
		keyOf: (name: string) => string;
		said: ReadonlySet<string>;
		same: readonly { ids: readonly Id[]; names: readonly string[] }[];
	},
	unknown: ReadonlySet<string>,
	add: (name: string, id: Id, reason: 'place') => void
): void {
	const spoken = new Set([...of.said].flatMap((key) => of.known.byKey.get(key) ?? []));
	const both = new Map<string, { name: string; id: Id; count: number }>();
	const alone = new Map<string, number>();
	const count = (key: string): void => void alone.set(key, (alone.get(key) ?? 0) + 1);
	for (const { ids, names } of of.same) {
		const gone = ids.filter((id) => !spoken.has(id));
		const come = names.filter((name) => unknown.has(name));
		gone.forEach((id) => count(id));
		come.forEach((name) => count(name));
		for (const id of gone)
			for (const name of come) {
				const seen = both.get(`${id} ${name}`) ?? { name, id, count: 0 };
				both.set(`${id} ${name}`, { ...seen, count: seen.count + 1 });
			}
	}
	const likely = [...both.values()]
		.map((one) => ({
			...one,
			share: one.count / Math.max(alone.get(one.id) ?? 1, alone.get(one.name) ?? 1)
		}))
		.filter(({ share }) => share >= 0.6)
		.sort((a, b) => b.share - a.share || b.count - a.count);
	const used = new Set<string>();
	for (const { name, id } of likely) {
		if (used.has(id)) continue;
		used.add(id);
		add(name, id, 'place');
	}
}
