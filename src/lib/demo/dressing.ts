/** What makes a demo look lived in beside story and shoot: what scenes need, who can't be had, tasks, imports. */
import { addDays, type DayKey } from '../domain/calendar/day-key.ts';
import { instantOf } from '../domain/calendar/zone.ts';
import type { AvailabilityId, ElementId, ImportId, SceneChangeId } from '../domain/ids.ts';
import type { Gate, Task } from '../domain/launch/records.ts';
import { startOf, TEMPLATES } from '../domain/launch/templates/index.ts';
import { byId, newRow } from '../domain/schedule/new-rows.ts';
import type { Plan } from '../domain/schedule/plan.ts';
import {
	availabilityRecord,
	elementRecord,
	importRecord,
	sceneChangeRecord,
	type Availability,
	type Element,
	type Scene
} from '../domain/schedule/records.ts';
import type { Random } from './random.ts';
import type { Calendar, Recipe } from './recipe.ts';
import { requestNotes } from './request-notes.ts';

/** The plan with everything a recipe says of it beside its story and its shoot. */
export function dress(plan: Plan, recipe: Recipe, calendar: Calendar, random: Random): Plan {
	const makeId = random.makeId;
	const elements = recipe.needs.map((need) => ({
		need,
		element: newRow(elementRecord, makeId<ElementId>(), { name: need.name, category: need.category })
	}));
	const scenes = [...plan.scenes.values()].map((scene): Scene => {
		const set = recipe.sets[setCode(recipe, plan, scene)]?.[0] ?? '';
		const own = elements
			.filter(({ need }) => need.when.test(scene.synopsis) || (need.at?.test(set) ?? false))
			.map(({ element }) => element.id);
		return own.length === 0 ? scene : { ...scene, elementIds: own.sort() };
	});
	const { tasks, taskLinks, gates } = tasksOf(plan, recipe, calendar, random);
	return {
		...plan,
		production: {
			...plan.production,
			ticked: ['contract', 'deals-signed', 'first-call', 'insurance', 'permits', 'safety']
		},
		scenes: byId(scenes),
		elements: byId(elements.map(({ element }): Element => element)),
		availability: byId(availabilityOf(plan, calendar, random)),
		people: byId([...plan.people.values()].map((person) => (person.minor ? agreed(person) : person))),
		gates,
		tasks,
		taskLinks,
		...importsOf(plan, recipe, random),
		requestNotes: requestNotes(plan, random)
	};
}

const setCode = (recipe: Recipe, plan: Plan, scene: Scene): string => {
	const name = scene.setId === null ? '' : (plan.sets.get(scene.setId)?.name ?? '');
	return Object.entries(recipe.sets).find(([, [known]]) => known === name)?.[0] ?? '';
};

/** What is agreed for somebody under age: home by seven, six hours on set. */
const agreed = <P extends { latestWrapAt: number | null; onSetMinutes: number | null }>(person: P): P => ({
	...person,
	latestWrapAt: 19 * 60,
	onSetMinutes: 6 * 60
});

/** The minor on the days agreed and no others; a lead who comes to a fitting and leaves after the last day. */
function availabilityOf(plan: Plan, { dates }: Calendar, random: Random): Availability[] {
	const [first, last] = [dates[0], dates.at(-1)];
	if (!first || !last) return [];
	const row = (values: Partial<Availability>): Availability =>
		newRow(availabilityRecord, random.makeId<AvailabilityId>(), values);
	const rows: Availability[] = [];
	const dateOf = new Map([...plan.days.values()].map(({ id, date }) => [id as string, date]));
	for (const character of plan.characters.values()) {
		const { personId } = character;
		if (personId === null || !plan.people.get(personId)?.minor) continue;
		const days = new Set<DayKey>();
		for (const { sceneId, place } of plan.strips.values()) {
			const date = place.dayId === null ? null : dateOf.get(place.dayId);
			if (date && sceneId !== null && plan.scenes.get(sceneId)?.castIds.includes(character.id))
				days.add(date);
		}
		for (const day of [...days].sort()) rows.push(row({ personId, from: day, kind: 'only' }));
	}
	const leads = [...plan.characters.values()].filter(
		({ kind, personId }) => kind === 'lead' && personId !== null
	);
	for (const [i, { personId }] of leads.entries()) {
		rows.push(
			row({ personId, from: addDays(first, -3 + i), kind: 'fitting', fromAt: 14 * 60, toAt: 16 * 60 }),
			row({ personId, from: addDays(last, 1 + i), to: addDays(last, 20), kind: 'away' })
		);
	}
	return rows;
}

/** The tasks of the commission's template, those behind finished; its gates are the recipe's where it has them. */
function tasksOf(plan: Plan, recipe: Recipe, { dates, greenLight, launch, today }: Calendar, random: Random) {
	const { production } = plan;
	const first = dates[0] ?? today;
	const start = startOf(
		TEMPLATES[production.commission],
		{
			startsOn: greenLight,
			launchesOn: launch,
			shootDates: dates,
			restWeekdays: production.restWeekdays,
			episodes: recipe.story.length,
			// under a million yuan and of general subject: the platform reviews (field guide 2.3)
			platformReviews: true
		},
		random.makeId
	);
	const at = new Map(start.dates.map((dated) => [dated.taskId, dated]));
	const shoot = start.tasks.find(({ key }) => key === 'shoot');
	/** what the shoot waited for is behind, however long it took */
	const behind = new Set(
		start.taskLinks.filter(({ toId }) => toId === shoot?.id).map(({ fromId }) => fromId)
	);
	for (let before = -1; before !== behind.size;) {
		before = behind.size;
		for (const { fromId, toId } of start.taskLinks) if (behind.has(toId)) behind.add(fromId);
	}
	const gates = new Map(plan.gates);
	const yesterday = addDays(first, -1);
	const tasks = start.tasks.map((task): Task => {
		const dated = at.get(task.id);
		if (!dated) return task;
		const planned = start.gates.find(({ id }) => id === task.gateId);
		const known =
			planned &&
			[...plan.gates.values()].find(({ kind, round }) => kind === planned.kind && round === planned.round);
		const over = behind.has(task.id);
		const to = known?.decidedOn ?? (over && dated.to > yesterday ? yesterday : dated.to);
		const from = dated.from > to ? to : dated.from;
		const finished = known ? known.decidedOn !== null : over || (to < today && task.key !== 'shoot');
		if (planned && !known)
			gates.set(planned.id, finished ? { ...planned, plannedOn: to, ...passed(planned, to) } : planned);
		return {
			...task,
			gateId: known?.id ?? planned?.id ?? null,
			startedOn: finished || from <= today ? from : null,
			finishedOn: finished ? to : null
		};
	});
	return {
		tasks: byId(tasks),
		taskLinks: byId(start.taskLinks),
		gates: gates as ReadonlyMap<Gate['id'], Gate>
	};
}

const passed = ({ kind }: Gate, on: DayKey): Partial<Gate> => ({
	status: 'approved',
	decidedOn: on,
	number: kind === 'planning' ? `备案(${on.slice(0, 4)})第0388号` : ''
});

const NOON = 12 * 60;

/** The script a production began with, and the rewrite that a request brought. Dated by noon of the day. */
function importsOf(plan: Plan, recipe: Recipe, random: Random) {
	const { startsOn } = plan.production;
	const added = [...plan.scenes.values()].filter(({ requestId }) => requestId !== null);
	const [request] = plan.requests.values();
	const first = newRow(importRecord, random.makeId<ImportId>(), {
		fileName: `${recipe.file}-v4.fdx`,
		format: 'fdx',
		at: startsOn === null ? 0 : instantOf(plan.production.zone, startsOn, NOON),
		version: 'V4',
		reason: 'first',
		added: plan.scenes.size - added.length
	});
	if (!request || added.length === 0) return { imports: byId([first]), sceneChanges: plan.sceneChanges };
	const rewrite = newRow(importRecord, random.makeId<ImportId>(), {
		fileName: `${recipe.file}-v5.fdx`,
		format: 'fdx',
		at: request.askedOn === null ? 0 : instantOf(plan.production.zone, request.askedOn, NOON),
		version: 'V5',
		reason: 'request',
		requestId: request.id,
		added: added.length
	});
	return {
		imports: byId([first, rewrite]),
		sceneChanges: byId(
			added.map((scene) =>
				newRow(sceneChangeRecord, random.makeId<SceneChangeId>(), {
					sceneId: scene.id,
					importId: rewrite.id,
					kind: 'added',
					eighthsAfter: scene.eighths,
					requestId: request.id
				})
			)
		)
	};
}
