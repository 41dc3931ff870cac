/** Small plans for tests, written the way a first AD would say them. */
import { day } from '../../calendar/day-key.ts';
import type {
	CharacterId,
	LocationId,
	MakeId,
	PersonId,
	ProductionId,
	SceneId,
	SetId,
	ShootDayId,
	StripId
} from '../../ids.ts';
import { keysBetween } from '../../order-key.ts';
import { gateRecord, type Gate } from '../../launch/records.ts';
import { byId, newRow } from '../new-rows.ts';
import { emptyPlan, type Plan } from '../plan.ts';
import {
	availabilityRecord,
	characterRecord,
	locationRecord,
	personRecord,
	productionRecord,
	sceneRecord,
	setRecord,
	shootDayRecord,
	stripRecord,
	type Availability,
	type Location,
	type Person,
	type Production,
	type Scene,
	type ShootDay,
	type Strip
} from '../records.ts';

/** Ids that count up: `id-1`, `id-2` … */
export const counting = (prefix = 'id'): MakeId => {
	let n = 0;
	return <I extends string = string>() => `${prefix}-${++n}` as I;
};

export const production = (values: Partial<Production> = {}): Production =>
	newRow(productionRecord, 'p' as ProductionId, { shootsOn: day('2026-11-10'), ...values });

export type SceneIn = Partial<Omit<Scene, 'setId' | 'castIds'>> & { set?: string; cast?: string[] };
export type StripIn = Partial<Strip> & { scene?: string };
export type DayIn = Partial<Omit<ShootDay, 'id'>> & { strips: StripIn[] };

export type PlanIn = {
	production?: Partial<Production>;
	/** set → location (null: not known) */
	sets?: Record<string, string | null>;
	scenes?: Record<string, SceneIn>;
	/** shoot days by id, with their strips in order; a strip's id is its scene's unless given */
	days?: Record<string, DayIn>;
	boneyard?: StripIn[];
	/** people of the crew by name */
	crew?: string[];
	/** character → person who plays it */
	cast?: Record<string, string | null>;
	gates?: Partial<Gate>[];
	/** more about people and locations, by name */
	people?: Record<string, Partial<Person>>;
	places?: Record<string, Partial<Location>>;
	/** when somebody (`who`) or some place (`place`) can't be had */
	availability?: (Partial<Availability> & { who?: string; place?: string })[];
};

/** A plan from names; every name is its own id. */
export function planOf(given: PlanIn): Plan {
	const sets = given.sets ?? {};
	const locations = new Set(Object.values(sets).filter((name): name is string => name !== null));
	const cast = new Map(Object.entries(given.cast ?? {}));
	for (const scene of Object.values(given.scenes ?? {}))
		for (const name of scene.cast ?? []) if (!cast.has(name)) cast.set(name, null);
	const players = new Set([...cast.values()].filter((name): name is string => name !== null));
	const crew = (given.crew ?? []).map((name) =>
		newRow(personRecord, name as PersonId, {
			name,
			department: 'camera',
			...given.people?.[name]
		})
	);
	const actors = [...players]
		.filter((name) => !given.crew?.includes(name))
		.map((name) =>
			newRow(personRecord, name as PersonId, {
				name,
				department: 'cast',
				...given.people?.[name]
			})
		);
	const orders = keysBetween(null, null, Object.keys(given.scenes ?? {}).length);
	const lay = (strips: readonly StripIn[], dayId: string | null): Strip[] => {
		const keys = keysBetween(null, null, strips.length);
		return strips.map(({ scene, ...strip }, i) =>
			newRow(stripRecord, (strip.id ?? scene ?? `banner-${dayId}-${i}`) as StripId, {
				kind: scene === undefined ? 'banner' : 'scene',
				sceneId: (scene as SceneId | undefined) ?? null,
				place: { dayId: dayId as ShootDayId | null, order: keys[i] as string },
				...strip
			})
		);
	};
	return {
		...emptyPlan(production(given.production)),
		sets: byId(
			Object.entries(sets).map(([name, at]) =>
				newRow(setRecord, name as SetId, { name, locationId: at as LocationId | null })
			)
		),
		locations: byId(
			[...locations].map((name) =>
				newRow(locationRecord, name as LocationId, { name, ...given.places?.[name] })
			)
		),
		scenes: byId(
			Object.entries(given.scenes ?? {}).map(([id, { set, cast: who, ...values }], i) =>
				newRow(sceneRecord, id as SceneId, {
					number: id,
					order: orders[i] as string,
					setId: (set as SetId | undefined) ?? null,
					castIds: (who ?? []) as CharacterId[],
					...values
				})
			)
		),
		days: byId(
			Object.entries(given.days ?? {}).map(([id, { strips: _strips, ...values }]) =>
				newRow(shootDayRecord, id as ShootDayId, values)
			)
		),
		strips: byId([
			...Object.entries(given.days ?? {}).flatMap(([id, { strips }]) => lay(strips, id)),
			...lay(given.boneyard ?? [], null)
		]),
		people: byId([...crew, ...actors]),
		characters: byId(
			[...cast].map(([name, by]) =>
				newRow(characterRecord, name as CharacterId, { name, personId: by as PersonId | null })
			)
		),
		availability: byId(
			(given.availability ?? []).map(({ who, place, ...row }, i) =>
				newRow(availabilityRecord, `row-${i}` as Availability['id'], {
					personId: (who as PersonId | undefined) ?? null,
					locationId: (place as LocationId | undefined) ?? null,
					...row
				})
			)
		),
		gates: byId((given.gates ?? []).map((gate, i) => newRow(gateRecord, `gate-${i}` as Gate['id'], gate)))
	};
}
