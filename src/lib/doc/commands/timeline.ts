import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { GateId, RequestId, SceneId, TaskId, TaskLinkId } from '#lib/domain/ids.ts';
import type { gateRecord, Task, taskRecord, TaskLink } from '#lib/domain/launch/records.ts';
import type { StartRows } from '#lib/domain/launch/templates/index.ts';
import { keyBetween } from '#lib/domain/order-key.ts';
import type { FieldValues } from '#lib/domain/record.ts';
import { addRows } from '../add-rows.ts';
import { perform } from '../command.ts';
import { newId } from '../id.ts';
import { productionOf, type PlanDocument } from '../plan-document.ts';
import { writeAnswer, type Author } from './requests.ts';

/** Adds a task at the end of the list. */
export function addTask(plan: PlanDocument, values: Partial<FieldValues<typeof taskRecord>>): TaskId {
	const { tasks } = plan.tables;
	const last = [...tasks.rows().values()].map(({ order }) => order).sort();
	const id = newId<TaskId>();
	perform(plan, 'add-task', 1, () =>
		tasks.add(id, { ...values, order: keyBetween(last.at(-1) ?? null, null) })
	);
	return id;
}

/** Fills an empty timeline with the tasks, links and gates a template gave. */
export function addUsualTasks(
	plan: PlanDocument,
	rows: Pick<StartRows, 'tasks' | 'taskLinks' | 'gates'>
): void {
	const { tasks, taskLinks, gates } = plan.tables;
	perform(plan, 'add-tasks', rows.tasks.length, () => {
		addRows(gates, rows.gates);
		addRows(tasks, rows.tasks);
		addRows(taskLinks, rows.taskLinks);
	});
}

/** Freezes the timeline as it lies: what happens from now on is held against it. */
export function freezeBaseline(
	plan: PlanDocument,
	spans: Iterable<{ readonly id: TaskId; readonly from: DayKey; readonly to: DayKey }>,
	frozen: { readonly on: DayKey; readonly by: string }
): void {
	const { tasks, productions } = plan.tables;
	const production = productionOf(plan);
	const all = [...spans].filter(({ id }) => tasks.rows().has(id));
	if (!production || all.length === 0) return;
	perform(plan, 'freeze-baseline', all.length, () => {
		for (const { id, from, to } of all) tasks.set(id, { baselineFrom: from, baselineTo: to });
		productions.set(production.id, { baselineOn: frozen.on, baselineBy: frozen.by });
	});
}

/** Takes a task off the timeline; what waited for it now waits for what it waited for. */
export function removeTask(plan: PlanDocument, id: TaskId, now: number): boolean {
	const { tasks, taskLinks } = plan.tables;
	if (!tasks.rows().has(id)) return false;
	const links = [...taskLinks.rows().values()];
	const before = links.filter(({ toId }) => toId === id);
	const after = links.filter(({ fromId }) => fromId === id);
	const known = new Set(links.map(({ fromId, toId }) => `${fromId} ${toId}`));
	perform(plan, 'remove-task', 1, () => {
		for (const { fromId } of before)
			for (const { toId, kind } of after)
				if (fromId !== toId && kind === 'finish-start' && !known.has(`${fromId} ${toId}`))
					taskLinks.add(newId<TaskLinkId>(), { fromId, toId });
		for (const link of [...before, ...after]) taskLinks.archive(link.id, now);
		tasks.archive(id, now);
	});
	return true;
}

/** Lets one task wait for another. A second link between the same two changes the first. */
export function linkTasks(
	plan: PlanDocument,
	fromId: TaskId,
	toId: TaskId,
	values: Partial<Pick<TaskLink, 'kind' | 'lagDays'>> = {}
): void {
	const { taskLinks } = plan.tables;
	const known = [...taskLinks.rows().values()].find((link) => link.fromId === fromId && link.toId === toId);
	perform(plan, 'link-tasks', 1, () => {
		if (known) taskLinks.set(known.id, values);
		else taskLinks.add(newId<TaskLinkId>(), { fromId, toId, ...values });
	});
}

export function unlinkTasks(plan: PlanDocument, id: TaskLinkId, now: number): boolean {
	if (!plan.tables.taskLinks.rows().has(id)) return false;
	perform(plan, 'unlink-tasks', 1, () => plan.tables.taskLinks.archive(id, now));
	return true;
}

/** What a revision takes at first, in working days: likely and bad case (field guide 2.3, unsourced). */
const REVISION = { days: 2, badDays: 4 } as const;

/**
 * Writes down what a gate decided. Changes asked for add a task that makes them and another round of the gate, both
 * before what waited for this one (compression.md 1); approved and rejected end the gate's own task.
 */
export function decideGate(
	plan: PlanDocument,
	id: GateId,
	decided: Pick<FieldValues<typeof gateRecord>, 'status' | 'number'> & { readonly decidedOn: DayKey }
): void {
	const { gates, tasks, taskLinks } = plan.tables;
	const gate = gates.rows().get(id);
	if (!gate) return;
	const task = [...tasks.rows().values()].find(({ gateId }) => gateId === id);
	perform(plan, 'decide-gate', 1, () => {
		gates.set(id, decided);
		if (!task) return;
		tasks.set(task.id, {
			startedOn: task.startedOn ?? decided.decidedOn,
			finishedOn: decided.status === 'open' ? null : decided.decidedOn
		});
		if (decided.status !== 'changes-asked') return;
		const links = [...taskLinks.rows().values()];
		const after = links.filter(({ fromId }) => fromId === task.id);
		const waits = after.flatMap(({ toId }) => (toId ? (tasks.rows().get(toId) ?? []) : []));
		// A template that reckoned with changes has the task and the next round already.
		if (waits.some(({ key }) => key.startsWith('changes'))) return;
		const next = newId<GateId>();
		gates.add(next, { kind: gate.kind, owner: gate.owner, round: gate.round + 1 });
		const order = between(tasks.rows().values(), task);
		const changes = newId<TaskId>();
		tasks.add(changes, {
			key: 'changes-1',
			stage: task.stage,
			owner: 'producer',
			people: 3,
			...REVISION,
			order: order[0]
		});
		const round = newId<TaskId>();
		tasks.add(round, {
			key: task.key,
			name: task.name,
			stage: task.stage,
			owner: task.owner,
			days: task.days,
			badDays: task.badDays,
			gateId: next,
			order: order[1]
		});
		for (const link of after) taskLinks.set(link.id, { fromId: round });
		taskLinks.add(newId<TaskLinkId>(), { fromId: task.id, toId: changes });
		taskLinks.add(newId<TaskLinkId>(), { fromId: changes, toId: round });
	});
}

/** Two order keys right behind a task. */
function between(all: Iterable<Task>, task: Task): [string, string] {
	const later = [...all]
		.map(({ order }) => order)
		.filter((order) => order > task.order)
		.sort();
	const first = keyBetween(task.order, later[0] ?? null);
	return [first, keyBetween(first, later[0] ?? null)];
}

/**
 * Writes what was tried out: scenes are omitted, requests refused, each with its note. The launch goes by the
 * production's own change.
 */
export function keepTried(
	plan: PlanDocument,
	{
		sceneIds,
		requestIds
	}: { readonly sceneIds: readonly SceneId[]; readonly requestIds: readonly RequestId[] },
	today: DayKey,
	author: Author,
	why: string
): void {
	const { scenes, requests } = plan.tables;
	const all = [...new Set(sceneIds)].filter((id) => scenes.rows().has(id));
	const refused = requestIds.flatMap((id) => requests.rows().get(id) ?? []);
	if (!productionOf(plan) || all.length + refused.length === 0) return;
	perform(plan, 'keep-tried', all.length + refused.length, () => {
		for (const { id, answerText } of refused)
			writeAnswer(plan, id, { answer: 'refused', answerText, answeredOn: today }, author, why);
		for (const id of all) scenes.set(id, { omitted: true });
	});
}
