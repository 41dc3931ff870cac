import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readFileSync } from 'node:fs';
import { readScript } from '#lib/domain/scripts/index.ts';
import { byId } from '#lib/domain/schedule/new-rows.ts';
import type { SceneText } from '#lib/domain/schedule/records.ts';
import { workScenes } from '#lib/domain/launch/compression/work-left.ts';
import { begin, said } from '#lib/domain/schedule/reimport/testing.ts';
import { compareScripts, rowsOf, type ImportChoice } from '#lib/domain/schedule/reimport/index.ts';
import { importScript, writeTexts } from './commands/import-script.ts';
import { addRequest, answerRequest, newRequest, removeRequest } from './commands/requests.ts';
import { writePlan } from './commands/write-plan.ts';
import { History } from './history.ts';
import { openPlan, openScript, readPlan, type PlanDocument, type ScriptDocument } from './plan-document.ts';

const read = (name: string) => {
	const result = readScript(
		readFileSync(new URL(`../../../tests/fixtures/scripts/${name}`, import.meta.url))
	);
	if (!result.ok) throw new Error(name);
	return result.script;
};
const RAIN = read('rain-money.fountain');
const BLUE = read('rain-money-blue.fountain');

type Open = { plan: PlanDocument; script: ScriptDocument };

function started(): Open {
	const first = begin(RAIN);
	const [plan, script] = [openPlan(new Y.Doc()), openScript(new Y.Doc())];
	writeTexts(script, [...first.texts.values()]);
	writePlan(plan, first.plan);
	return { plan, script };
}
const inputOf = ({ plan, script }: Open, file = BLUE) => ({
	plan: readPlan(plan)!,
	texts: script.tables.texts.rows(),
	script: file,
	joined: new Set<string>(),
	whole: false
});
function rewrite(open: Open, choice: Partial<ImportChoice> = {}, file = BLUE): void {
	const input = inputOf(open, file);
	const rows = rowsOf(compareScripts(input), input, {
		leftOut: new Set(),
		fileName: 'blue.fountain',
		version: '',
		requestId: null,
		request: null,
		at: 5,
		...choice
	});
	writeTexts(open.script, rows.texts);
	importScript(open.plan, rows);
}
/** All a plan says, apart from how it is kept. */
const values = (plan: PlanDocument): unknown =>
	Object.fromEntries(Object.entries(plan.tables).map(([key, table]) => [key, [...table.rows()].sort()]));
const copy = ({ plan, script }: Open): Open => {
	const [docs, scripts] = [new Y.Doc(), new Y.Doc()];
	Y.applyUpdate(docs, Y.encodeStateAsUpdate(plan.doc));
	Y.applyUpdate(scripts, Y.encodeStateAsUpdate(script.doc));
	return { plan: openPlan(docs), script: openScript(scripts) };
};
const meet = (a: Y.Doc, b: Y.Doc): void => {
	Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
	Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
};

describe('a script that is read again is one step', () => {
	test('an import and one undo leave every value of the plan as it was, the old text with it', () => {
		const open = started();
		const before = values(open.plan);
		const history = new History(open.plan);
		rewrite(open, { request: newRequest(new Map(), { text: 'Give the car a driver' }) });
		expect(values(open.plan)).not.toEqual(before);
		expect(history.undo()).toEqual({ name: 'import-script', count: 5 });
		expect(values(open.plan)).toEqual(before);
		const car = [...open.plan.tables.scenes.rows().values()].find(({ number }) => number === '3')!;
		expect(open.script.tables.texts.get(car.textId!)?.body).toContain('Stop the car.');
		expect(said(compareScripts(inputOf(open, RAIN)))).toEqual([]);
	});

	test('a redo brings it again, and the rewrite read once more changes nothing', () => {
		const open = started();
		const history = new History(open.plan);
		rewrite(open);
		const after = values(open.plan);
		history.undo();
		history.redo();
		expect(values(open.plan)).toEqual(after);
		expect(said(compareScripts(inputOf(open)))).toEqual([]);
	});

	test('two people who import the same rewrite offline have every scene once when they meet', () => {
		const one = started();
		const other = copy(one);
		rewrite(one, { at: 5 });
		rewrite(other, { at: 7 });
		meet(one.plan.doc, other.plan.doc);
		meet(one.script.doc, other.script.doc);
		expect(values(one.plan)).toEqual(values(other.plan));
		const numbers = [...one.plan.tables.scenes.rows().values()].filter(({ omitted }) => !omitted);
		expect(numbers.map(({ number }) => number).sort()).toEqual('1 10 2 3 4 5 6 7 9'.split(' '));
		expect(one.plan.tables.strips.rows().size).toBe(11);
		expect(said(compareScripts(inputOf(one)))).toEqual([]);
	});

	test('a colleague’s estimate and mark made meanwhile stay, and stay after the undo', () => {
		const open = started();
		const other = copy(open);
		const history = new History(open.plan);
		rewrite(open);
		const car = [...other.plan.tables.scenes.rows().values()].find(({ number }) => number === '3')!;
		const strip = [...other.plan.tables.strips.rows().values()].find(({ sceneId }) => sceneId === car.id)!;
		other.plan.doc.transact(() => {
			other.plan.tables.scenes.set(car.id, { estimateMinutes: 55 });
			other.plan.tables.strips.set(strip.id, { status: 'shot' });
		});
		meet(open.plan.doc, other.plan.doc);
		expect(open.plan.tables.scenes.get(car.id)).toMatchObject({ number: '4', estimateMinutes: 55 });
		history.undo();
		expect(open.plan.tables.scenes.get(car.id)).toMatchObject({ number: '3', estimateMinutes: 55 });
		expect(open.plan.tables.strips.get(strip.id)?.status).toBe('shot');
	});

	test('texts travel in pieces the server takes, however long the script is', () => {
		const script = openScript(new Y.Doc());
		const sizes: number[] = [];
		script.doc.on('update', (update: Uint8Array) => void sizes.push(update.length));
		const first = begin(RAIN);
		const [text] = first.texts.values();
		const long: SceneText[] = Array.from({ length: 40 }, (_, n) => ({
			...text!,
			id: `text-${n}` as SceneText['id'],
			body: '雨'.repeat(n === 7 ? 200_000 : 20_000)
		}));
		writeTexts(script, [...byId(long).values()]);
		expect(script.tables.texts.rows().size).toBe(40);
		expect(Math.max(...sizes)).toBeLessThan(2_000_000);
	});
});

test('a request takes the next number of its round, and can be put away', () => {
	const { plan } = started();
	const first = addRequest(plan, { from: 'platform', round: 1, text: 'A driver' });
	const second = addRequest(plan, { from: 'platform', round: 1, text: 'More rain' });
	const other = addRequest(plan, { from: 'regulator', round: 2, text: 'No smoking' });
	const rows = plan.tables.requests;
	expect([first, second, other].map((id) => rows.get(id)?.number)).toEqual([1, 2, 1]);
	expect(removeRequest(plan, first, { by: 'Li', byId: 'li', at: 9 })).toBe(true);
	expect(rows.rows().size).toBe(2);
});

test('what a rewrite brings for a request counts under who asked, and goes and comes with the answer', () => {
	const open = started();
	const { plan } = open;
	const work = () => {
		const scenes = workScenes(readPlan(plan)!);
		const sum = (from: string | null): number =>
			scenes.reduce((all, one) => all + ((one.from ?? null) === from ? one.minutes : 0), 0);
		return { ours: sum(null), platform: sum('platform') };
	};
	const before = work();
	expect(before.platform).toBe(0);
	const id = addRequest(plan, { from: 'platform', text: 'Give the car a driver' });
	rewrite(open, { requestId: id, version: 'blue' });
	const after = work();
	const added = [...plan.tables.scenes.rows().values()].filter(({ requestId }) => requestId === id);
	const grown = [...plan.tables.sceneChanges.rows().values()].filter(
		({ kind, eighthsBefore, eighthsAfter }) => kind === 'changed' && eighthsAfter > eighthsBefore
	);
	expect(added.length + grown.length).toBeGreaterThan(0);
	expect(after.platform).toBeGreaterThan(0);

	const author = { by: 'Li', byId: 'li', at: 9 };
	answerRequest(plan, id, { answer: 'refused', answerText: '', answeredOn: null }, author);
	expect(work()).toEqual({ ours: before.ours, platform: 0 });
	// The same rewrite read once more brings nothing back that the refusal took out.
	rewrite(open, { at: 11 });
	expect(work().platform).toBe(0);
	answerRequest(plan, id, { answer: 'accepted', answerText: '', answeredOn: null }, author);
	expect(work().platform).toBe(after.platform);
});
