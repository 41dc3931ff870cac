import { page } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { day } from '#lib/domain/calendar/day-key.ts';
import type { RequestId, RequestNoteId, SceneId } from '#lib/domain/ids.ts';
import {
	requestNoteRecord,
	requestRecord,
	type Request,
	type RequestNote
} from '#lib/domain/launch/records.ts';
import { standingOf } from '#lib/domain/launch/requests/standing.ts';
import type { RequestWork } from '#lib/domain/launch/requests/work.ts';
import { newRow } from '#lib/domain/schedule/new-rows.ts';
import { sceneRecord } from '#lib/domain/schedule/records.ts';
import RequestsPart from './RequestsPart.svelte';
import type { RequestsActs, RequestShown, RequestsView } from './types.ts';

const TODAY = day('2026-11-25');
const R1 = 'r1' as RequestId;
const note = (id: string, values: Partial<RequestNote>): RequestNote =>
	newRow(requestNoteRecord, id as RequestNoteId, { requestId: R1, ...values });

const scene = newRow(sceneRecord, 's' as SceneId, { number: '7-3', eighths: 8 });
const WORK: RequestWork = {
	scenes: [{ sceneId: scene.id, scene, did: 'added', eighths: 8, state: 'left', minutes: 50 }],
	tasks: [],
	minutes: 50,
	outMinutes: 0,
	taskMinutes: 0
};

function shown(values: Partial<Request> = {}, notes: readonly RequestNote[] = []): RequestShown {
	const request = newRow(requestRecord, R1, {
		text: 'A stronger hook',
		askedOn: TODAY,
		...values
	});
	return {
		request,
		standing: standingOf(request, notes),
		work: WORK,
		consequence: { overtime: 540, days: 1, cents: 1_234_500, unpaidCents: 90_000 },
		taskOvertime: 0,
		log: notes.map((one) => ({ kind: 'note', at: one.at, note: one })),
		replaces: null,
		replacedBy: null,
		turns: { out: 1, in: 0 }
	};
}

const viewOf = (requests: readonly RequestShown[], more: Partial<RequestsView> = {}): RequestsView => ({
	title: 'Harbour Revenge',
	today: TODAY,
	zone: 'Asia/Shanghai',
	currency: 'CNY',
	me: { name: 'Li Wei', whoId: 'li' },
	requests,
	sides: [{ from: 'platform', all: requests.length, open: 1, share: 540 }],
	away: [],
	findings: [],
	overtime: 540,
	reckoning: 'done',
	hasMoney: true,
	episodes: [],
	scenes: [],
	tasks: [],
	people: [],
	taskName: () => '',
	...more
});

const acts = (): RequestsActs => ({
	add: vi.fn(() => R1),
	change: vi.fn(),
	answer: vi.fn(),
	position: vi.fn(),
	hang: vi.fn(),
	takeOffScene: vi.fn(),
	takeOffTask: vi.fn(),
	settle: vi.fn(),
	renumber: vi.fn(),
	remove: vi.fn(),
	restore: vi.fn(),
	undo: vi.fn()
});

const open = (): Promise<void> => page.getByRole('button', { name: /A stronger hook/ }).click();

test('a refusal asks why, says what leaves the plan, and hands on both answers apart', async () => {
	const does = acts();
	await render(RequestsPart, { view: viewOf([shown()]), acts: does, editable: true });
	await open();
	await page.getByRole('button', { name: 'Answer' }).click();
	await page.getByRole('group', { name: 'Answer' }).getByRole('radio', { name: 'Refused' }).click();
	await expect.element(page.getByText(/^1 scene leaves the work/)).toBeVisible();
	await page.getByLabelText(/In words, for who asked/).fill('Too late.');
	await page.getByRole('dialog').last().getByRole('button', { name: 'Answer' }).click();
	await expect.element(page.getByText(/^Say why/)).toBeVisible();
	expect(does.answer).not.toHaveBeenCalled();
	await page.getByLabelText(/^Why, for us/).fill('The set is gone');
	await page.getByRole('dialog').last().getByRole('button', { name: 'Answer' }).click();
	expect(does.answer).toHaveBeenCalledWith(
		R1,
		{ answer: 'refused', answerText: 'Too late.', answeredOn: TODAY },
		'The set is gone'
	);
});

test('two answers that contradict each other are both read, the one in force first', async () => {
	const notes = [
		note('a', { kind: 'answer', answer: 'accepted', answerText: 'Gladly', by: 'Li Wei', at: 5 }),
		note('b', { kind: 'answer', answer: 'refused', answerText: 'Too late', by: 'Wang', at: 3 })
	];
	await render(RequestsPart, {
		view: viewOf([shown({ answer: 'refused' }, notes)]),
		acts: acts(),
		editable: true
	});
	await expect.element(page.getByText('Two answers')).toBeVisible();
	await open();
	await expect.element(page.getByText('Refused · in force')).toBeVisible();
	await expect.element(page.getByRole('dialog').getByText('Gladly').first()).toBeVisible();
});

test('who may not plan reads it all and can change nothing; who has no money sees no sum', async () => {
	await render(RequestsPart, {
		view: viewOf([shown()], { hasMoney: false }),
		acts: acts(),
		editable: false
	});
	await open();
	await expect.element(page.getByText('Overtime more')).toBeVisible();
	await expect.element(page.getByText('Not answered yet.')).toBeVisible();
	for (const name of [/^Answer/, 'Correct', 'Delete', 'I agree', /Write down a request/])
		expect(page.getByRole('button', { name }).elements()).toHaveLength(0);
	expect(document.body.textContent).not.toContain('¥');
});

test('a scene that is still in the work of a refused request is named, and taken out with one press', async () => {
	const does = acts();
	const finding = {
		rule: 'R5',
		severity: 'bad' as const,
		about: { requestId: R1 },
		figures: { scenes: 1 }
	};
	await render(RequestsPart, {
		view: viewOf([shown({ answer: 'refused' })], { findings: [finding] }),
		acts: does,
		editable: true
	});
	await expect
		.element(page.getByText('Platform, round 1, no. 1 is refused, and 1 scene of it is still in the work.'))
		.toBeVisible();
	await page.getByRole('button', { name: 'Take them out' }).click();
	expect(does.settle).toHaveBeenCalledWith(R1, expect.stringContaining('is refused'));
});

test('a correction goes on record with its cause, and a request can’t take its own place', async () => {
	const does = acts();
	await render(RequestsPart, { view: viewOf([shown()]), acts: does, editable: true });
	await open();
	await page.getByRole('button', { name: 'Correct' }).click();
	await page.getByRole('textbox', { name: 'What was asked' }).fill('Two hooks');
	await page.getByRole('button', { name: 'Save' }).click();
	expect(does.change).not.toHaveBeenCalled();
	await page.getByLabelText('Why it is changed').fill('Chen rang');
	await page.getByRole('button', { name: 'Save' }).click();
	expect(does.change).toHaveBeenCalledWith(
		R1,
		expect.objectContaining({ text: 'Two hooks', round: 1, number: 1 }),
		'Chen rang'
	);
});
