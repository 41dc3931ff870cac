import { byOrder, keyBetween, keysBetween } from '#lib/domain/order-key.ts';
import type {
	EpisodeId,
	RequestId,
	RequestNoteId,
	SceneId,
	StripId,
	TaskId,
	TaskLinkId
} from '#lib/domain/ids.ts';
import {
	requestRecord,
	type Request,
	type RequestNote,
	type requestNoteRecord,
	type Task
} from '#lib/domain/launch/records.ts';
import { newScenePlaces } from '#lib/domain/launch/requests/new-scenes.ts';
import { nextNumber } from '#lib/domain/launch/requests/replaced.ts';
import { headsOf } from '#lib/domain/launch/requests/standing.ts';
import { turnRequest, type Turn } from '#lib/domain/launch/requests/turn.ts';
import type { FieldValues } from '#lib/domain/record.ts';
import { newRow } from '#lib/domain/schedule/new-rows.ts';
import type { Plan } from '#lib/domain/schedule/plan.ts';
import { addRow } from '../add-rows.ts';
import { perform } from '../command.ts';
import { newId } from '../id.ts';
import { readPlan, type PlanDocument } from '../plan-document.ts';

/** What a person writes down when somebody asks for a change. */
export type AskedFor = Partial<
	Pick<Request, 'from' | 'round' | 'askedBy' | 'text' | 'replaces' | 'replacesId' | 'askedOn'>
>;

/** Who does it and when: the name, the account, milliseconds since 1970. */
export type Author = { readonly by: string; readonly byId: string; readonly at: number };

/** Scenes that a request adds: so many, each so long, at the end of an episode (null: of the script). */
export type NewScenes = {
	readonly count: number;
	readonly eighths: number;
	readonly episodeId: EpisodeId | null;
};

/** Work beside the shoot that a request brings: what, working days, minutes of all people together. */
export type NewTask = Pick<Task, 'name' | 'days' | 'workMinutes'>;

/** What is hung on a request and taken off it, and what is made for it. */
export type Hung<Id, Made> = {
	readonly add?: readonly Id[];
	readonly takeOff?: readonly Id[];
	readonly make?: Made | null;
};

/** A request as a row, with the next number of its round and side; not written yet. */
export function newRequest(requests: Plan['requests'], asked: AskedFor): Request {
	const [from, round] = [asked.from ?? 'platform', asked.round ?? 1];
	const number = nextNumber(requests, from, round);
	return newRow(requestRecord, newId<RequestId>(), { ...asked, from, round, number });
}

/** Writes down what somebody asks to change, with the scenes and the work it needs: one step of undo. */
export function addRequest(
	plan: PlanDocument,
	asked: AskedFor,
	author: Author | null = null,
	needs: { readonly scenes?: NewScenes | null; readonly task?: NewTask | null } = {}
): RequestId {
	const request = newRequest(plan.tables.requests.rows(), asked);
	perform(plan, 'add-request', 1, () => {
		addRow(plan.tables.requests, request);
		const added = [
			...(needs.scenes ? makeScenes(plan, request.id, needs.scenes) : []),
			...(needs.task ? [makeTask(plan, request, needs.task)] : [])
		];
		if (author) note(plan, request.id, author, { kind: 'written', added });
	});
	return request.id;
}

/**
 * Changes what is written of a request. Each field that says something else is a note with what it said before.
 * @returns how many fields changed
 */
export function changeRequest(
	plan: PlanDocument,
	id: RequestId,
	values: AskedFor & Partial<Pick<Request, 'number'>>,
	author: Author,
	why = ''
): number {
	const row = plan.tables.requests.rows().get(id);
	const changed = Object.entries(values).filter(([field, value]) => row?.[field as keyof Request] !== value);
	if (!row || changed.length === 0) return 0;
	perform(plan, 'change-requests', 1, () => {
		plan.tables.requests.set(id, Object.fromEntries(changed));
		for (const [field, value] of changed)
			note(plan, id, author, {
				kind: 'changed',
				why,
				field,
				before: String(row[field as keyof Request] ?? ''),
				after: String(value ?? '')
			});
	});
	return changed.length;
}

/**
 * Answers a request, once more where it was answered. A refusal takes its work out of the plan, any other answer puts
 * back what a refusal took out; undo takes back both. The note names the answers known here, so that one given
 * meanwhile on another device shows beside it.
 */
export function answerRequest(
	plan: PlanDocument,
	id: RequestId,
	given: Pick<Request, 'answer' | 'answerText' | 'answeredOn'>,
	author: Author,
	why = ''
): boolean {
	if (!plan.tables.requests.rows().has(id)) return false;
	perform(plan, 'answer-request', 1, () => writeAnswer(plan, id, given, author, why));
	return true;
}

/** The rows of an answer; within a command. */
export function writeAnswer(
	plan: PlanDocument,
	id: RequestId,
	given: Pick<Request, 'answer' | 'answerText' | 'answeredOn'>,
	author: Author,
	why: string
): void {
	const whole = readPlan(plan);
	const seen = notesOf(plan, id).filter(({ kind }) => kind === 'answer');
	plan.tables.requests.set(id, given);
	note(plan, id, author, { kind: 'answer', why, ...given, sawIds: headsOf(seen).map((one) => one.id) });
	if (whole) writeTurn(plan, turnRequest(whole, id, given.answer === 'refused' ? 'out' : 'in', author.at));
}

/** Brings a request's work in line with its answer, where a merge or a late scene left it otherwise (R5, R6). */
export function settleRequest(plan: PlanDocument, id: RequestId, author: Author, why = ''): number {
	const whole = readPlan(plan);
	const row = plan.tables.requests.rows().get(id);
	if (!whole || !row) return 0;
	const turn = turnRequest(whole, id, row.answer === 'refused' ? 'out' : 'in', author.at);
	const numbers = [...turn.scenes.keys()].map((sceneId) => numberOf(plan, sceneId));
	if (numbers.length === 0) return 0;
	perform(plan, 'settle-request', numbers.length, () => {
		writeTurn(plan, turn);
		note(plan, id, author, {
			kind: 'scenes',
			why,
			...(row.answer === 'refused' ? { removed: numbers } : { added: numbers })
		});
	});
	return numbers.length;
}

/** Notes what somebody thinks of a request; each may say otherwise later, and the earlier word stays on record. */
export function takePosition(
	plan: PlanDocument,
	id: RequestId,
	taken: Pick<RequestNote, 'who' | 'whoId' | 'position'>,
	author: Author,
	why = ''
): boolean {
	if (!plan.tables.requests.rows().has(id)) return false;
	const seen = notesOf(plan, id).filter(({ kind, whoId }) => kind === 'position' && whoId === taken.whoId);
	perform(plan, 'take-position', 1, () =>
		note(plan, id, author, { kind: 'position', why, ...taken, sawIds: headsOf(seen).map((one) => one.id) })
	);
	return true;
}

/** What is hung on a request and taken off it: one step of undo, a note for scenes and one for tasks. */
export type HungWork = {
	readonly scenes?: Hung<SceneId, NewScenes>;
	readonly tasks?: Hung<TaskId, NewTask>;
	/** what tasks are called */
	readonly nameOf?: (task: Task) => string;
};

/**
 * Hangs scenes and tasks on a request, makes some for it, or says that some weren't asked for here.
 * @returns how many it touched
 */
export function hangWork(
	plan: PlanDocument,
	id: RequestId,
	{ scenes = {}, tasks = {}, nameOf = ({ name }) => name }: HungWork,
	author: Author,
	why = ''
): number {
	const { tables } = plan;
	const request = tables.requests.rows().get(id);
	const on = rowsOf(tables.scenes.rows(), scenes.add);
	const off = rowsOf(tables.scenes.rows(), scenes.takeOff).filter(({ requestId }) => requestId === id);
	const taskOn = rowsOf(tables.tasks.rows(), tasks.add);
	const taskOff = rowsOf(tables.tasks.rows(), tasks.takeOff).filter(({ requestId }) => requestId === id);
	const sceneCount = on.length + off.length + (scenes.make?.count ?? 0);
	const taskCount = taskOn.length + taskOff.length + (tasks.make ? 1 : 0);
	if (!request || sceneCount + taskCount === 0) return 0;
	perform(plan, 'request-work', sceneCount + taskCount, () => {
		for (const scene of on) tables.scenes.set(scene.id, { requestId: id });
		// What only the refusal took out is ours again, and to be shot.
		const free = { requestId: null, ...(request.answer === 'refused' ? { omitted: false } : {}) };
		for (const scene of off) tables.scenes.set(scene.id, free);
		for (const task of taskOn) tables.tasks.set(task.id, { requestId: id });
		for (const task of taskOff) tables.tasks.set(task.id, { requestId: null });
		const made = scenes.make ? makeScenes(plan, id, scenes.make) : [];
		const madeTask = tasks.make ? [makeTask(plan, request, tasks.make)] : [];
		const numbers = (of: typeof on): string[] => of.map(({ number }) => number);
		if (sceneCount > 0) {
			const added = [...numbers(on), ...made];
			note(plan, id, author, { kind: 'scenes', why, added, removed: numbers(off) });
		}
		if (taskCount > 0) {
			const added = [...taskOn.map(nameOf), ...madeTask];
			note(plan, id, author, { kind: 'tasks', why, added, removed: taskOff.map(nameOf) });
		}
	});
	return sceneCount + taskCount;
}

const rowsOf = <Id extends string, Row>(rows: ReadonlyMap<Id, Row>, ids: readonly Id[] = []): Row[] =>
	ids.flatMap((id) => rows.get(id) ?? []);

/**
 * Puts a request away that was written down by mistake, and says why; scenes and tasks that name it keep the name and
 * count as ours.
 */
export function removeRequest(plan: PlanDocument, id: RequestId, author: Author, why = ''): boolean {
	if (!plan.tables.requests.rows().has(id)) return false;
	perform(plan, 'remove-request', 1, () => {
		plan.tables.requests.archive(id, author.at);
		note(plan, id, author, { kind: 'put-away', why });
	});
	return true;
}

/** Takes a request back that was put away. */
export function restoreRequest(plan: PlanDocument, id: RequestId, author: Author): boolean {
	const row = plan.tables.requests.get(id);
	if (!row || row.archivedAt === null) return false;
	perform(plan, 'restore-request', 1, () => {
		plan.tables.requests.archive(id, null);
		note(plan, id, author, { kind: 'taken-back' });
	});
	return true;
}

/** The rows that put a request's work in or out; within a command. */
function writeTurn(plan: PlanDocument, { scenes, strips, newStrips, changes }: Turn): void {
	const { tables } = plan;
	for (const [id, values] of scenes) tables.scenes.set(id, values);
	for (const [id, values] of strips) tables.strips.set(id, values);
	for (const strip of newStrips) if (!tables.strips.get(strip.id)) addRow(tables.strips, strip);
	for (const change of changes) {
		const there = tables.sceneChanges.get(change.id);
		if (!there) addRow(tables.sceneChanges, change);
		else if (there.archivedAt !== null) tables.sceneChanges.archive(change.id, null);
	}
}

const notesOf = (plan: PlanDocument, id: RequestId): RequestNote[] =>
	[...plan.tables.requestNotes.rows().values()].filter(({ requestId }) => requestId === id);

const numberOf = (plan: PlanDocument, id: SceneId): string => plan.tables.scenes.rows().get(id)?.number ?? '';

function note(
	plan: PlanDocument,
	requestId: RequestId,
	author: Author,
	values: Partial<FieldValues<typeof requestNoteRecord>>
): void {
	plan.tables.requestNotes.add(newId<RequestNoteId>(), { requestId, ...author, ...values });
}

/** New scenes in the boneyard, each with its request. Answers their numbers. */
function makeScenes(
	plan: PlanDocument,
	requestId: RequestId,
	{ count, eighths, episodeId }: NewScenes
): string[] {
	const { scenes, strips, episodes } = plan.tables;
	const places = newScenePlaces({ scenes: scenes.rows(), episodes: episodes.rows() }, episodeId, count);
	const last = [...strips.rows().values()]
		.filter(({ place }) => place.dayId === null)
		.reduce<string | null>(
			(most, { place }) => (most === null || place.order > most ? place.order : most),
			null
		);
	const waiting = keysBetween(last, null, count);
	places.forEach(({ number, order }, n) => {
		const sceneId = newId<SceneId>();
		scenes.add(sceneId, {
			number,
			eighths,
			requestId,
			order,
			...(episodeId ? { episodeIds: [episodeId] } : {})
		});
		strips.add(newId<StripId>(), { sceneId, place: { dayId: null, order: waiting[n] as string } });
	});
	return places.map(({ number }) => number);
}

/**
 * A task at the end of the list, done before the next review of whoever asked: the first of its gates that isn't
 * decided and hasn't begun, else the launch. Answers its name.
 */
function makeTask(plan: PlanDocument, { id, from }: Request, made: NewTask): string {
	const { tasks, taskLinks, gates } = plan.tables;
	const all = [...tasks.rows().values()].sort(byOrder);
	const ahead = all.filter(({ startedOn, finishedOn }) => startedOn === null && finishedOn === null);
	const review = ahead.find(({ gateId }) => {
		const gate = gateId === null ? undefined : gates.rows().get(gateId);
		return gate?.owner === from && gate.status === 'open';
	});
	const next = review ?? ahead.find(({ key }) => key === 'launch');
	const taskId = newId<TaskId>();
	tasks.add(taskId, {
		...made,
		people: made.workMinutes ? 1 : 0,
		stage: 'production',
		owner: 'producer',
		requestId: id,
		order: keyBetween(all.at(-1)?.order ?? null, null)
	});
	if (next) taskLinks.add(newId<TaskLinkId>(), { fromId: taskId, toId: next.id });
	return made.name;
}
