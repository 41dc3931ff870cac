import { writeTexts } from '#lib/doc/commands/import-script.ts';
import { tellGuests } from '#lib/doc/commands/tell-guests.ts';
import { writeGuest, writePlan, type PlanParts } from '#lib/doc/commands/write-plan.ts';
import { newId } from '#lib/doc/id.ts';
import { openGuest, openPlan, openScript, readPlan } from '#lib/doc/plan-document.ts';
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { ProductionId } from '#lib/domain/ids.ts';
import { documentName } from '#lib/domain/people/permissions.ts';
import { dressEpisodes } from '#lib/domain/launch/templates/dress-episodes.ts';
import { ruleSetFor, startOf, TEMPLATES, type Commission } from '#lib/domain/launch/templates/index.ts';
import { emptyEpisodes } from '#lib/domain/launch/templates/start-of.ts';
import { officeDaysOf } from '#lib/domain/launch/timeline/of-plan.ts';
import { firstSchedule } from '#lib/domain/schedule/first-schedule.ts';
import { byId, newRow } from '#lib/domain/schedule/new-rows.ts';
import { planOfImport } from '#lib/domain/schedule/plan-of-script.ts';
import { productionRecord, type SceneText } from '#lib/domain/schedule/records.ts';
import { placesStrips, scheduleOfSheet } from '#lib/domain/schedule/schedule-of-sheet.ts';
import { firstTexts } from '#lib/domain/schedule/reimport/index.ts';
import type { ReadScript } from '#lib/domain/scripts/types.ts';
import { keepRegistration, sendRegistrations } from './registrations.svelte.ts';
import { madeHere, session } from './session.svelte.ts';
import { workspaceOf } from './workspace.svelte.ts';

/** What a person says to start a production. */
export type NewProduction = {
	readonly title: string;
	readonly startsOn: DayKey;
	readonly launchesOn: DayKey;
	readonly zone: string;
	readonly currency: string;
	/** the shoot days there are, in order */
	readonly shootDates: readonly DayKey[];
	/** weekdays nobody works on, 1 Monday … 7 Sunday */
	readonly restWeekdays: readonly number[];
	/** how it was commissioned: sets what the template says, and its tasks and gates */
	readonly commission: Commission;
	/** whether the platform does the final review (titles of the lowest tier) */
	readonly platformReviews: boolean;
	/** how many empty episodes to begin with, where there is no script */
	readonly episodes: number;
	/** a script that was read and shown; null to start with an empty board */
	readonly script: ReadScript | null;
	/** the script's file, and when it was read in, in milliseconds since 1970 */
	readonly fileName?: string;
	readonly at?: number;
};

/**
 * Makes a production on this device: its plan with a first schedule in one transaction, and what viewers see. Works
 * without a network; the server hears of it as soon as there is one.
 * @returns the production's id
 * @throws StorageUnavailable when this browser keeps nothing
 */
export async function createProduction(wanted: NewProduction): Promise<string> {
	const user = session.user;
	if (!user) throw new Error('Nobody is signed in.');
	const { workspace } = await workspaceOf(user.id);
	const id = newId<ProductionId>();
	const parts = partsOf(wanted, id);
	// On disk before anything of it is called saved: without it no server would ever take the rest.
	await keepRegistration(user.id, { kind: 'production', id, title: wanted.title });
	session.add(madeHere(id, wanted.title));
	const plan = await workspace.open(documentName(id, 'plan'));
	const script = await workspace.open(documentName(id, 'script'));
	// Texts first: the plan names them.
	if (parts.texts.length > 0) writeTexts(openScript(script.doc), parts.texts);
	writePlan(openPlan(plan.doc), parts);
	const guest = await workspace.open(documentName(id, 'guest'));
	const written = readPlan(openPlan(plan.doc));
	writeGuest(openGuest(guest.doc), written?.production ?? parts.production);
	if (written) tellGuests(openGuest(guest.doc), written, Date.now());
	await Promise.all([plan.settled(), guest.settled(), script.settled()]);
	// It is here: nobody waits for a network that may only pretend to be one.
	void sendRegistrations(user.id).then(() => workspace.wake());
	await workspace.release(script);
	await workspace.release(guest);
	await workspace.release(plan);
	return id;
}

/** The rows of a new production and the texts of its scenes: pure, apart from its ids. */
export function partsOf(
	wanted: NewProduction,
	id: ProductionId
): PlanParts & { readonly texts: readonly SceneText[] } {
	const template = TEMPLATES[wanted.commission];
	const production = newRow(productionRecord, id, {
		...template.production,
		commission: wanted.commission,
		ruleSet: ruleSetFor(wanted.commission, wanted.zone),
		title: wanted.title,
		zone: wanted.zone,
		currency: wanted.currency,
		restWeekdays: wanted.restWeekdays,
		startsOn: wanted.startsOn,
		shootsOn: wanted.shootDates[0] ?? null,
		launchesOn: wanted.launchesOn
	});
	const script = wanted.script ? planOfImport(wanted.script, newId) : null;
	const read =
		wanted.script && script
			? firstTexts(wanted.script, script.scenes, {
					production: id,
					fileName: wanted.fileName ?? '',
					at: wanted.at ?? 0
				})
			: null;
	const scenes = read?.scenes ?? new Map();
	const dates = wanted.shootDates;
	const { days, strips } =
		wanted.script && placesStrips(wanted.script)
			? scheduleOfSheet({ sheet: wanted.script, scenes: scenes.values(), dates, makeId: newId })
			: firstSchedule({
					scenes: scenes.values(),
					sets: script?.sets ?? new Map(),
					production,
					dates,
					makeId: newId
				});
	const episodes = script
		? dressEpisodes(template, [...script.episodes.values()])
		: emptyEpisodes(template, wanted.episodes, newId);
	const officeDays = officeDaysOf({ production, ruleChanges: new Map() });
	const start = startOf(template, { ...wanted, officeDays, episodes: episodes.length }, newId);
	return {
		production,
		...script,
		episodes: byId(episodes),
		tasks: byId(start.tasks),
		taskLinks: byId(start.taskLinks),
		gates: byId(start.gates),
		scenes,
		imports: read?.imports ?? new Map(),
		texts: read?.texts ?? [],
		days: new Map(days.map((day) => [day.id, day])),
		strips: new Map(strips.map((strip) => [strip.id, strip]))
	};
}
