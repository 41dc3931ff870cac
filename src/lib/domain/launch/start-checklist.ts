/**
 * What a production needs before its first shoot day, as a list that fills by itself. Figures of the plan tick most of
 * it; the rest is ticked by a person (`production.ticked`).
 */
import { boardOf } from '../schedule/columns.ts';
import { waiting } from '../schedule/place.ts';
import type { Plan } from '../schedule/plan.ts';

/** Where an item is done: a page's key. */
export type StartPlace = 'board' | 'episodes' | 'breakdown' | 'people' | 'settings' | 'start';

export const START_ITEMS = [
	'dates',
	'episodes',
	'scenes',
	'broken-down',
	'cast-named',
	'crew-listed',
	'places',
	'hospitals',
	'minors',
	'schedule',
	'planning-number',
	'people-invited',
	'contract',
	'permits',
	'deals-signed',
	'insurance',
	'safety',
	'first-call'
] as const;
export type StartItem = (typeof START_ITEMS)[number];

/** Put into `production.ticked` when a person wants the list no more. */
export const DISMISSED = 'dismissed';

/** What the plan itself can't tell; null: not known here (offline, or not this member's to read). */
export type StartFacts = {
	/** members of the production, the producer included */
	readonly members: number | null;
	/** call sheets issued so far */
	readonly callSheets: number | null;
};

export type ChecklistItem = {
	readonly key: StartItem;
	readonly done: boolean;
	/** how far: so many of so many; null where there is no such figure */
	readonly have: number | null;
	readonly of: number | null;
	/** `person`: no figure can tell, somebody ticks it */
	readonly by: 'figures' | 'person';
	readonly where: StartPlace;
};

export type StartChecklist = {
	readonly items: readonly ChecklistItem[];
	readonly done: number;
	readonly complete: boolean;
	/** a person wants it no more */
	readonly dismissed: boolean;
	/** whether it should still be shown without being asked for */
	readonly open: boolean;
};

/** A crew is listed once somebody stands for each of these. */
const NEEDED_DEPARTMENTS = ['production', 'direction', 'camera', 'sound'] as const;

/** The list as it stands. Items that don't concern a production (minors where there are none) are left out. */
export function startChecklist(plan: Plan, facts: StartFacts): StartChecklist {
	const { production } = plan;
	const ticked = new Set(production.ticked);
	const items: ChecklistItem[] = [];
	const figures = (
		key: StartItem,
		where: StartPlace,
		done: boolean,
		have: number | null = null,
		of: number | null = null
	): void => void items.push({ key, done, have, of, by: 'figures', where });
	const share = (key: StartItem, where: StartPlace, have: number, of: number): void =>
		figures(key, where, of > 0 && have >= of, have, of);
	const person = (key: StartItem, where: StartPlace): void =>
		void items.push({ key, done: ticked.has(key), have: null, of: null, by: 'person', where });

	const scenes = [...plan.scenes.values()].filter(({ omitted }) => !omitted);
	const sets = [...plan.sets.values()].filter(({ id }) => scenes.some(({ setId }) => setId === id));
	const characters = [...plan.characters.values()].filter(
		({ id, kind }) => kind !== 'background' && scenes.some(({ castIds }) => castIds.includes(id))
	);
	const used = new Set(sets.map(({ locationId }) => locationId));
	const places = [...plan.locations.values()].filter(({ id }) => used.has(id));
	const people = [...plan.people.values()];
	const minors = people.filter(({ minor }) => minor);
	const departments = new Set<string>(people.map(({ department }) => department));

	const dates = [production.startsOn, production.shootsOn, production.launchesOn];
	share('dates', 'settings', dates.filter(Boolean).length, dates.length);
	figures('episodes', 'episodes', plan.episodes.size > 0, plan.episodes.size);
	figures('scenes', 'board', scenes.length > 0, scenes.length);
	share(
		'broken-down',
		'breakdown',
		scenes.filter(({ elementIds, castIds, setId }) => setId && (castIds.length > 0 || elementIds.length > 0))
			.length,
		scenes.length
	);
	share('cast-named', 'people', characters.filter(({ personId }) => personId).length, characters.length);
	share(
		'crew-listed',
		'people',
		NEEDED_DEPARTMENTS.filter((one) => departments.has(one)).length,
		NEEDED_DEPARTMENTS.length
	);
	share('places', 'breakdown', sets.filter(({ locationId }) => locationId).length, sets.length);
	share('hospitals', 'people', places.filter(({ hospital }) => hospital).length, places.length);
	if (minors.length > 0)
		share(
			'minors',
			'people',
			minors.filter(({ latestWrapAt, onSetMinutes }) => latestWrapAt !== null && onSetMinutes !== null)
				.length,
			minors.length
		);
	const unscheduled = waiting(boardOf(plan).boneyard, (id) => plan.scenes.get(id)).length;
	figures(
		'schedule',
		'board',
		plan.days.size > 0 && scenes.length > 0 && unscheduled === 0,
		scenes.length - unscheduled,
		scenes.length
	);
	const planning = [...plan.gates.values()].filter(({ kind }) => kind === 'planning');
	if (planning.length > 0)
		share(
			'planning-number',
			'start',
			planning.filter(({ status, number }) => status === 'approved' && number !== '').length,
			planning.length
		);
	if (facts.members !== null) figures('people-invited', 'people', facts.members > 1, facts.members - 1);
	else person('people-invited', 'people');
	for (const key of ['contract', 'permits', 'deals-signed', 'insurance', 'safety'] as const)
		person(key, 'start');
	if (facts.callSheets !== null) figures('first-call', 'board', facts.callSheets > 0, facts.callSheets);
	else person('first-call', 'board');

	const done = items.filter((item) => item.done).length;
	const complete = done === items.length;
	const dismissed = ticked.has(DISMISSED);
	return { items, done, complete, dismissed, open: !complete && !dismissed };
}
