import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { day } from '#lib/domain/calendar/day-key.ts';
import type {
	EpisodeId,
	GateId,
	ProductionId,
	RequestId,
	SceneId,
	ShootDayId,
	StripId,
	TaskId
} from '#lib/domain/ids.ts';
import { gateRecord, taskRecord } from '#lib/domain/launch/records.ts';
import { requestFindings } from '#lib/domain/launch/requests/findings.ts';
import { answerTold } from '#lib/domain/launch/requests/for-guests.ts';
import { notesInOrder, standingOf } from '#lib/domain/launch/requests/standing.ts';
import { workScenes } from '#lib/domain/launch/compression/work-left.ts';
import { byId, newRow } from '#lib/domain/schedule/new-rows.ts';
import {
	episodeRecord,
	productionRecord,
	sceneRecord,
	shootDayRecord,
	stripRecord
} from '#lib/domain/schedule/records.ts';
import { History } from '../history.ts';
import { openGuest, openPlan, readPlan, type PlanDocument } from '../plan-document.ts';
import {
	addRequest,
	answerRequest,
	changeRequest,
	hangWork,
	removeRequest,
	restoreRequest,
	settleRequest,
	takePosition,
	type Author
} from './requests.ts';
import { tellGuests } from './tell-guests.ts';
import { writePlan } from './write-plan.ts';

const TODAY = day('2026-11-25');
const who = (by: string, at = 1): Author => ({ by, byId: `account of ${by}`, at });
const E7 = 'e7' as EpisodeId;

/** One scene of episode 7 on a day, a review of the platform ahead, its launch after that. */
function made(): PlanDocument {
	const plan = openPlan(new Y.Doc());
	writePlan(plan, {
		production: newRow(productionRecord, 'p' as ProductionId, { pageMinutes: 80 }),
		episodes: byId([newRow(episodeRecord, E7, { number: 7 })]),
		scenes: byId([newRow(sceneRecord, 's' as SceneId, { number: '7-1', eighths: 8, episodeIds: [E7] })]),
		strips: byId([newRow(stripRecord, 'st' as StripId, { sceneId: 's' as SceneId })]),
		days: byId([newRow(shootDayRecord, 'd' as ShootDayId, { date: TODAY })]),
		gates: byId([newRow(gateRecord, 'g' as GateId, { kind: 'platform-review', round: 2 })]),
		tasks: byId([
			newRow(taskRecord, 'review' as TaskId, { gateId: 'g' as GateId, owner: 'platform', order: 'a1' }),
			newRow(taskRecord, 'launch' as TaskId, { key: 'launch', order: 'a2' })
		])
	});
	return plan;
}

/** Another device's copy of a plan, as it is now. */
function copy(plan: PlanDocument): PlanDocument {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(plan.doc));
	return openPlan(doc);
}

/** Both devices are online again. */
function meet(one: PlanDocument, other: PlanDocument): void {
	Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc));
	Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc));
}

const asked = (plan: PlanDocument) =>
	addRequest(
		plan,
		{ from: 'platform', round: 2, askedBy: 'Chen', text: 'A stronger hook', askedOn: TODAY },
		who('Li'),
		{
			scenes: { count: 3, eighths: 4, episodeId: E7 },
			task: { name: 'Re-edit 7', days: 2, workMinutes: 600 }
		}
	);
const row = (plan: PlanDocument, id: RequestId) => plan.tables.requests.rows().get(id)!;
const notes = (plan: PlanDocument) => notesInOrder(plan.tables.requestNotes.rows().values());
const scenesOf = (plan: PlanDocument, id: RequestId) =>
	[...plan.tables.scenes.rows().values()].filter(({ requestId }) => requestId === id);
const rules = (plan: PlanDocument) => requestFindings(readPlan(plan)!, TODAY).map(({ rule }) => rule);
const platformMinutes = (plan: PlanDocument) =>
	workScenes(readPlan(plan)!).reduce((sum, one) => sum + (one.from === 'platform' ? one.minutes : 0), 0);

describe('a request that is written down', () => {
	test('brings its scenes to the boneyard and its work before the next review, in one step of undo', () => {
		const plan = made();
		const history = new History(plan);
		const id = asked(plan);
		expect(scenesOf(plan, id).map(({ number, episodeIds }) => [number, episodeIds])).toEqual([
			['7-2', [E7]],
			['7-3', [E7]],
			['7-4', [E7]]
		]);
		expect(platformMinutes(plan)).toBe(120);
		const task = [...plan.tables.tasks.rows().values()].find(({ requestId }) => requestId === id)!;
		expect([...plan.tables.taskLinks.rows().values()]).toMatchObject([{ fromId: task.id, toId: 'review' }]);
		expect(notes(plan)).toMatchObject([
			{ kind: 'written', by: 'Li', added: ['7-2', '7-3', '7-4', 'Re-edit 7'] }
		]);
		history.undo();
		expect(plan.tables.requests.rows().size).toBe(0);
		expect(plan.tables.scenes.rows().size).toBe(1);
	});

	test('gets the next number of its side and round', () => {
		const plan = made();
		asked(plan);
		expect(row(plan, asked(plan)).number).toBe(2);
		expect(row(plan, addRequest(plan, { from: 'regulator', round: 2 })).number).toBe(1);
	});
});

describe('every later change', () => {
	test('is on record with day, author and cause, and what it said before', () => {
		const plan = made();
		const id = asked(plan);
		expect(changeRequest(plan, id, { text: 'Two hooks', round: 2 }, who('Wang', 5), 'Chen rang')).toBe(1);
		expect(notes(plan).at(-1)).toMatchObject({
			kind: 'changed',
			field: 'text',
			before: 'A stronger hook',
			after: 'Two hooks',
			by: 'Wang',
			at: 5,
			why: 'Chen rang'
		});
		expect(changeRequest(plan, id, { text: 'Two hooks' }, who('Wang', 6))).toBe(0);
		expect(notes(plan)).toHaveLength(2);
	});

	test('to its scenes and tasks too', () => {
		const plan = made();
		const id = asked(plan);
		hangWork(plan, id, { scenes: { add: ['s' as SceneId] } }, who('Wang', 5), 'Rewritten for it');
		const [first] = scenesOf(plan, id).filter(({ number }) => number === '7-2');
		hangWork(plan, id, { scenes: { takeOff: [first!.id] } }, who('Wang', 6), 'Ours after all');
		hangWork(plan, id, { tasks: { add: ['launch' as TaskId] }, nameOf: () => 'Launch' }, who('Wang', 7));
		expect(notes(plan).slice(1)).toMatchObject([
			{ kind: 'scenes', added: ['7-1'], removed: [], why: 'Rewritten for it' },
			{ kind: 'scenes', added: [], removed: ['7-2'] },
			{ kind: 'tasks', added: ['Launch'] }
		]);
		expect(
			scenesOf(plan, id)
				.map(({ number }) => number)
				.sort()
		).toEqual(['7-1', '7-3', '7-4']);
	});
});

describe('a refusal', () => {
	test('takes the scenes out of the work, and undo brings all of it back', () => {
		const plan = made();
		const id = asked(plan);
		const history = new History(plan);
		answerRequest(
			plan,
			id,
			{ answer: 'refused', answerText: 'No time', answeredOn: TODAY },
			who('Li', 3),
			'Costs 9 h'
		);
		expect(platformMinutes(plan)).toBe(0);
		expect(scenesOf(plan, id).every(({ omitted }) => omitted)).toBe(true);
		history.undo();
		expect(platformMinutes(plan)).toBe(120);
		expect(row(plan, id).answer).toBe('open');
		expect(notes(plan)).toHaveLength(1);
	});

	test('is taken back by another answer, and both stay on record', () => {
		const plan = made();
		const id = asked(plan);
		answerRequest(plan, id, { answer: 'refused', answerText: '', answeredOn: TODAY }, who('Li', 3));
		answerRequest(
			plan,
			id,
			{ answer: 'negotiated', answerText: 'One scene', answeredOn: TODAY },
			who('Li', 4)
		);
		expect(platformMinutes(plan)).toBe(120);
		expect(notes(plan).map(({ answer, kind }) => (kind === 'answer' ? answer : kind))).toEqual([
			'written',
			'refused',
			'negotiated'
		]);
		expect(standingOf(row(plan, id), notes(plan)).answers).toHaveLength(1);
	});
});

describe('two devices offline', () => {
	const given = (answer: 'accepted' | 'refused') =>
		({ answer, answerText: answer, answeredOn: TODAY }) as const;

	test('answer differently: both see the same one in force, both answers, and settle it', () => {
		const one = made();
		const id = asked(one);
		const other = copy(one);
		answerRequest(one, id, given('accepted'), who('Li', 3));
		answerRequest(other, id, given('refused'), who('Wang', 2));
		meet(one, other);
		const stands = [one, other].map((plan) => standingOf(row(plan, id), notes(plan)));
		expect(stands[0]).toEqual(stands[1]);
		expect(stands[0]!.answers.map(({ by }) => by).sort()).toEqual(['Li', 'Wang']);
		expect(rules(one)).toContain('R1');
		answerRequest(one, id, given('accepted'), who('Li', 9), 'Talked it over');
		meet(one, other);
		expect(rules(other)).toEqual([]);
		expect(platformMinutes(other)).toBe(120);
	});

	test('one refuses while the other hangs a scene on it: the scene is named and taken out in one step', () => {
		const one = made();
		const id = asked(one);
		const other = copy(one);
		answerRequest(one, id, given('refused'), who('Li', 3));
		hangWork(other, id, { scenes: { make: { count: 1, eighths: 8, episodeId: E7 } } }, who('Wang', 2));
		meet(one, other);
		expect(rules(other)).toEqual(['R5']);
		expect(settleRequest(other, id, who('Wang', 4))).toBe(1);
		expect(rules(other)).toEqual([]);
		expect(platformMinutes(other)).toBe(0);
	});

	test('both refuse: the scenes are out once, and one acceptance brings them back', () => {
		const one = made();
		const id = asked(one);
		const other = copy(one);
		answerRequest(one, id, given('refused'), who('Li', 3));
		answerRequest(other, id, given('refused'), who('Wang', 4));
		meet(one, other);
		expect(rules(one)).toEqual([]);
		answerRequest(other, id, given('accepted'), who('Wang', 5));
		meet(one, other);
		expect(platformMinutes(one)).toBe(120);
	});

	test('one person says two things: both stand until the person says which', () => {
		const one = made();
		const id = asked(one);
		const other = copy(one);
		const li = { who: 'Li', whoId: 'li' };
		takePosition(one, id, { ...li, position: 'agreed' }, who('Li', 3));
		takePosition(other, id, { ...li, position: 'objected' }, who('Li', 4));
		meet(one, other);
		expect(rules(one)).toEqual(['R2']);
		takePosition(other, id, { ...li, position: 'objected' }, who('Li', 5));
		meet(one, other);
		expect(rules(one)).toEqual([]);
		expect(standingOf(row(one, id), notes(one)).positions).toMatchObject([
			{ who: 'Li', heads: [{ position: 'objected' }] }
		]);
	});

	test('write down two requests under one name: both are there, and that is said', () => {
		const one = made();
		const other = copy(one);
		addRequest(one, { text: 'One' }, who('Li'));
		addRequest(other, { text: 'Two' }, who('Wang'));
		meet(one, other);
		expect(rules(one)).toEqual(['R8']);
	});
});

describe('viewers', () => {
	test('see the platform’s requests and our answers, and nothing of ours', () => {
		const plan = made();
		const id = asked(plan);
		addRequest(plan, { from: 'us', text: 'secret own' }, who('Li'));
		addRequest(plan, { from: 'regulator', text: 'secret office' }, who('Li'));
		takePosition(
			plan,
			id,
			{ who: 'secret Zhao', whoId: 'z', position: 'objected' },
			who('secret Li'),
			'secret why'
		);
		answerRequest(
			plan,
			id,
			{ answer: 'negotiated', answerText: 'One scene of the three', answeredOn: TODAY },
			who('secret Li', 3),
			'secret cause'
		);
		const guest = openGuest(new Y.Doc());
		tellGuests(guest, readPlan(plan)!, 1);
		expect([...guest.tables.requests.rows().values()]).toMatchObject([
			{ id, round: 2, number: 1, askedBy: 'Chen', text: 'A stronger hook', askedOn: TODAY }
		]);
		expect(answerTold([...guest.tables.answers.rows().values()])).toMatchObject({
			requestId: id,
			answer: 'negotiated',
			answerText: 'One scene of the three'
		});
		expect(JSON.stringify(guest.doc.toJSON())).not.toContain('secret');
		expect(JSON.stringify(guest.doc.toJSON())).not.toContain('7-2');
	});

	test('see no answer while two contradict each other, then the one that settles it', () => {
		const one = made();
		const id = asked(one);
		const other = copy(one);
		const guests = [openGuest(new Y.Doc()), openGuest(new Y.Doc())];
		answerRequest(one, id, { answer: 'accepted', answerText: '', answeredOn: TODAY }, who('Li'));
		answerRequest(other, id, { answer: 'refused', answerText: '', answeredOn: TODAY }, who('Wang'));
		tellGuests(guests[0]!, readPlan(one)!, 1);
		tellGuests(guests[1]!, readPlan(other)!, 1);
		// What each device told reaches the viewer, whichever comes first.
		const viewer = openGuest(new Y.Doc());
		for (const { doc } of guests) Y.applyUpdate(viewer.doc, Y.encodeStateAsUpdate(doc));
		expect(answerTold([...viewer.tables.answers.rows().values()])).toBeNull();
		meet(one, other);
		answerRequest(one, id, { answer: 'accepted', answerText: '', answeredOn: TODAY }, who('Li'));
		tellGuests(viewer, readPlan(one)!, 2);
		expect(answerTold([...viewer.tables.answers.rows().values()])?.answer).toBe('accepted');
	});

	test('no longer see what was undone or put away', () => {
		const plan = made();
		const id = asked(plan);
		const guest = openGuest(new Y.Doc());
		const history = new History(plan);
		answerRequest(plan, id, { answer: 'refused', answerText: '', answeredOn: TODAY }, who('Li'));
		tellGuests(guest, readPlan(plan)!, 1);
		history.undo();
		tellGuests(guest, readPlan(plan)!, 2);
		expect(answerTold([...guest.tables.answers.rows().values()])).toBeNull();
		removeRequest(plan, id, who('Li', 3), 'Chen meant another title');
		expect(notes(plan).at(-1)).toMatchObject({ kind: 'put-away', why: 'Chen meant another title' });
		tellGuests(guest, readPlan(plan)!, 3);
		expect(guest.tables.requests.rows().size).toBe(0);
		expect(restoreRequest(plan, id, who('Li', 4))).toBe(true);
		tellGuests(guest, readPlan(plan)!, 4);
		expect(guest.tables.requests.rows().size).toBe(1);
	});

	test('see a review once it is in their hands', () => {
		const plan = made();
		const guest = openGuest(new Y.Doc());
		tellGuests(guest, readPlan(plan)!, 1);
		expect(guest.tables.decisions.rows().size).toBe(0);
		plan.tables.tasks.set('review' as TaskId, { startedOn: TODAY });
		tellGuests(guest, readPlan(plan)!, 2);
		expect([...guest.tables.decisions.rows().values()]).toMatchObject([
			{ kind: 'platform-review', round: 2, since: TODAY }
		]);
		plan.tables.gates.set('g' as GateId, { status: 'approved' });
		tellGuests(guest, readPlan(plan)!, 3);
		expect(guest.tables.decisions.rows().size).toBe(0);
	});
});
