import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { day } from '#lib/domain/calendar/day-key.ts';
import type { GateId, ProductionId, SceneId, TaskId } from '#lib/domain/ids.ts';
import { usualTasks } from '#lib/domain/launch/templates/usual-tasks.ts';
import { planTimeline } from '#lib/domain/launch/timeline/of-plan.ts';
import { newRow } from '#lib/domain/schedule/new-rows.ts';
import { productionRecord } from '#lib/domain/schedule/records.ts';
import { History } from '../history.ts';
import { newId } from '../id.ts';
import { openPlan, readPlan, type PlanDocument } from '../plan-document.ts';
import {
	addTask,
	addUsualTasks,
	decideGate,
	freezeBaseline,
	keepTried,
	linkTasks,
	removeTask
} from './timeline.ts';
import { writePlan } from './write-plan.ts';

const today = day('2026-11-02');
function open(): PlanDocument {
	const plan = openPlan(new Y.Doc());
	writePlan(plan, {
		production: newRow(productionRecord, 'p'.repeat(22) as ProductionId, {
			startsOn: today,
			launchesOn: day('2026-12-21')
		})
	});
	addUsualTasks(plan, usualTasks(readPlan(plan)!, [], today, null, newId));
	return plan;
}
const tasks = (plan: PlanDocument) => [...plan.tables.tasks.rows().values()];
const task = (plan: PlanDocument, key: string) => tasks(plan).find((one) => one.key === key)!;
const links = (plan: PlanDocument) => [...plan.tables.taskLinks.rows().values()];
const launch = (plan: PlanDocument) => planTimeline(readPlan(plan)!, { asOf: today, board: null }).launch;

test('an empty timeline is filled with the usual tasks in one step, and one undo empties it', () => {
	const plan = open();
	expect(task(plan, 'launch').fixedFinish).toBe('2026-12-21');
	const history = new History(plan);
	const before = tasks(plan).length;
	addUsualTasks(plan, usualTasks(readPlan(plan)!, [], today, null, newId));
	expect(tasks(plan).length).toBe(2 * before);
	expect(history.undo()).toMatchObject({ name: 'add-tasks' });
	expect(tasks(plan).length).toBe(before);
});

test('a template promises no launch where nobody has', () => {
	const plan = openPlan(new Y.Doc());
	writePlan(plan, { production: newRow(productionRecord, 'p'.repeat(22) as ProductionId, {}) });
	const rows = usualTasks(readPlan(plan)!, [], today, null, newId);
	expect(rows.tasks.find(({ key }) => key === 'launch')!.fixedFinish).toBeNull();
});

test('taken off, a task leaves what waited for it waiting for what it waited for', () => {
	const plan = open();
	const gone = task(plan, 'finishing');
	const before = links(plan)
		.filter(({ toId }) => toId === gone.id)
		.map(({ fromId }) => fromId);
	const after = links(plan).filter(({ fromId, kind }) => fromId === gone.id && kind === 'finish-start');
	expect(removeTask(plan, gone.id, 1)).toBe(true);
	expect(tasks(plan)).not.toContainEqual(expect.objectContaining({ id: gone.id }));
	for (const { toId } of after)
		for (const fromId of before)
			expect(links(plan)).toContainEqual(expect.objectContaining({ fromId, toId }));
	expect(removeTask(plan, gone.id, 1)).toBe(false);
});

test('a second link between the same two tasks changes the first', () => {
	const plan = open();
	const [a, b] = [task(plan, 'casting').id, task(plan, 'launch').id];
	linkTasks(plan, a, b);
	const count = links(plan).length;
	linkTasks(plan, a, b, { lagDays: 3, kind: 'start-start' });
	expect(links(plan)).toHaveLength(count);
	expect(links(plan)).toContainEqual(expect.objectContaining({ fromId: a, toId: b, lagDays: 3 }));
});

test('a task added stands at the end of the list', () => {
	const plan = open();
	const id = addTask(plan, { name: 'Trailer' });
	expect(
		tasks(plan)
			.map(({ order }) => order)
			.sort()
			.at(-1)
	).toBe(plan.tables.tasks.rows().get(id)!.order);
});

describe('a decision', () => {
	const decided = (status: 'approved' | 'changes-asked' | 'rejected') => ({
		status,
		number: 'No. 7',
		decidedOn: today
	});
	test('ends the review’s task on its day, with its number', () => {
		const plan = open();
		const review = task(plan, 'completion-review');
		decideGate(plan, review.gateId!, decided('approved'));
		expect(task(plan, 'completion-review')).toMatchObject({ finishedOn: today });
		expect(plan.tables.gates.rows().get(review.gateId!)).toMatchObject({ number: 'No. 7', decidedOn: today });
	});
	test('that asks for changes adds their task and another round before what waited, in one step', () => {
		const plan = open();
		const review = task(plan, 'completion-review');
		const [count, online] = [tasks(plan).length, launch(plan)!];
		const waited = links(plan)
			.filter(({ fromId }) => fromId === review.id)
			.map(({ toId }) => toId);
		const history = new History(plan);
		decideGate(plan, review.gateId!, decided('changes-asked'));
		expect(tasks(plan)).toHaveLength(count + 2);
		const round = tasks(plan).find(({ key, id }) => key === 'completion-review' && id !== review.id)!;
		expect(plan.tables.gates.rows().get(round.gateId!)).toMatchObject({ round: 2, status: 'open' });
		for (const toId of waited)
			expect(links(plan)).toContainEqual(expect.objectContaining({ fromId: round.id, toId }));
		expect(launch(plan)! >= online).toBe(true);
		history.undo();
		expect(tasks(plan)).toHaveLength(count);
	});
	test('about a gate that has gone changes nothing', () => {
		const plan = open();
		const before = Y.encodeStateAsUpdate(plan.doc);
		decideGate(plan, 'g'.repeat(22) as GateId, decided('approved'));
		expect(Y.encodeStateAsUpdate(plan.doc)).toEqual(before);
	});
});

test('the timeline frozen as it lies is what later months are held against', () => {
	const plan = open();
	const now = planTimeline(readPlan(plan)!, { asOf: today, board: null });
	freezeBaseline(plan, now.tasks, { on: today, by: 'Mei' });
	for (const { id, from, to } of now.tasks)
		expect(plan.tables.tasks.rows().get(id)).toMatchObject({ baselineFrom: from, baselineTo: to });
	expect(readPlan(plan)!.production).toMatchObject({ baselineOn: today, baselineBy: 'Mei' });
	freezeBaseline(plan, [{ id: 'x'.repeat(22) as TaskId, from: today, to: today }], { on: today, by: 'Li' });
	expect(readPlan(plan)!.production.baselineBy).toBe('Mei');
});

test('what was tried and kept omits the scenes and refuses the requests with theirs, in one step', () => {
	const plan = open();
	const { scenes, requests } = plan.tables;
	const [asked, own] = [newId<SceneId>(), newId<SceneId>()];
	const request = newId<never>();
	plan.doc.transact(() => {
		requests.add(request, { text: 'A new rival' });
		scenes.add(asked, { number: '1', requestId: request });
		scenes.add(own, { number: '2' });
	});
	const history = new History(plan);
	const author = { by: 'Li', byId: 'li', at: 1 };
	keepTried(plan, { sceneIds: [own], requestIds: [request] }, today, author, 'What if');
	expect([...scenes.rows().values()].map(({ omitted }) => omitted)).toEqual([true, true]);
	expect(requests.rows().get(request)).toMatchObject({ answer: 'refused', answeredOn: today });
	history.undo();
	expect([...scenes.rows().values()].map(({ omitted }) => omitted)).toEqual([false, false]);
});
