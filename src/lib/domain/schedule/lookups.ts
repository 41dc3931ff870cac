/** What a rule needs to know around the strips of a day, as functions, so that a page can hand in live rows. */
import { restAsked, type RestAsked } from '../hours/own-rules/index.ts';
import type { CharacterId, PersonId, SceneId, SetId } from '../ids.ts';
import type { Plan } from './plan.ts';
import type { Character, Person, Production, Scene, SetPlace } from './records.ts';

export type Lookups = {
	readonly production: Production;
	readonly scene: (id: SceneId) => Scene | undefined;
	readonly set: (id: SetId) => SetPlace | undefined;
	readonly character: (id: CharacterId) => Character | undefined;
	/** those who are on set the whole day: `shootingCrew` picks them */
	readonly crew: readonly Person[];
	/** the shortest rest somebody needs before the call of a date, by the production and by that person's rules */
	readonly restOf: RestAsked;
};

/** The people who work a shoot day from call to wrap: everyone but the cast, who have own calls, and post. */
export const shootingCrew = (people: Iterable<Person>): Person[] =>
	[...people].filter((person) => person.department !== 'cast' && person.department !== 'post');

/** The lookups of a whole plan. */
export const lookupsOf = (plan: Plan): Lookups => ({
	production: plan.production,
	scene: (id) => plan.scenes.get(id),
	set: (id) => plan.sets.get(id),
	character: (id) => plan.characters.get(id),
	crew: shootingCrew(plan.people.values()),
	restOf: restAsked(plan, (id) => plan.people.get(id as PersonId))
});
