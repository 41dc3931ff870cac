/** Dates somebody is called on, or a place is shot at, as the board stands; and how many scenes need whom and what. */
import type { DayKey } from '../calendar/day-key.ts';
import type { LocationId, PersonId } from '../ids.ts';
import type { Plan } from '../schedule/plan.ts';
import type { Availability, Scene } from '../schedule/records.ts';

type Board = Pick<Plan, 'days' | 'strips' | 'scenes'>;

/** Whose: a person's or a location's. */
export type Owner = { readonly personId: PersonId } | { readonly locationId: LocationId };

/** Shoot dates, in order. */
export const shootDates = ({ days }: Pick<Plan, 'days'>): ReadonlySet<DayKey> =>
	new Set([...days.values()].flatMap(({ date }) => (date ? [date] : [])).sort());

/** Crew are called on every shoot date, cast on those of their scenes, post on none. */
export function calledDates(
	plan: Board & Pick<Plan, 'people' | 'characters' | 'sets'>,
	owner: Owner
): ReadonlySet<DayKey> {
	if ('locationId' in owner)
		return datesOf(
			plan,
			({ setId }) => plan.sets.get(setId ?? ('' as never))?.locationId === owner.locationId
		);
	const person = plan.people.get(owner.personId);
	if (!person || person.department === 'post') return new Set();
	if (person.department !== 'cast') return shootDates(plan);
	const plays = [...plan.characters.values()].filter(({ personId }) => personId === person.id);
	return datesOf(plan, ({ castIds }) => plays.some(({ id }) => castIds.includes(id)));
}

function datesOf({ days, strips, scenes }: Board, isOne: (scene: Scene) => boolean): ReadonlySet<DayKey> {
	const found = new Set<DayKey>();
	for (const { kind, sceneId, status, place } of strips.values()) {
		const date = place.dayId === null ? null : days.get(place.dayId)?.date;
		const scene = sceneId === null ? undefined : scenes.get(sceneId);
		if (date && scene && kind === 'scene' && status !== 'dropped' && isOne(scene)) found.add(date);
	}
	return found;
}

/** Rows of availability about one person or one place. */
export const rowsOf = (rows: Iterable<Availability>, owner: Owner): Availability[] =>
	[...rows].filter((row) =>
		'personId' in owner ? row.personId === owner.personId : row.locationId === owner.locationId
	);

/** Scenes a character is in, and scenes on a set (omitted ones too: they would be lost with it), by id. */
export function sceneCounts(scenes: Iterable<Scene>): {
	readonly cast: ReadonlyMap<string, number>;
	readonly sets: ReadonlyMap<string, number>;
} {
	const cast = new Map<string, number>();
	const sets = new Map<string, number>();
	for (const { omitted, setId, castIds } of scenes) {
		if (setId) sets.set(setId, (sets.get(setId) ?? 0) + 1);
		if (!omitted) for (const id of castIds) cast.set(id, (cast.get(id) ?? 0) + 1);
	}
	return { cast, sets };
}
