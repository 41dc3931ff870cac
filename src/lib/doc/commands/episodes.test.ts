import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { EpisodeId, ProductionId, SceneId } from '#lib/domain/ids.ts';
import { byNumber } from '#lib/domain/schedule/episode-numbers.ts';
import { byId, newRow } from '#lib/domain/schedule/new-rows.ts';
import { episodeRecord, productionRecord, sceneRecord } from '#lib/domain/schedule/records.ts';
import { History } from '../history.ts';
import { openGuest, openPlan, readPlan, type PlanDocument } from '../plan-document.ts';
import { addEpisodes, changeEpisodes, insertEpisode, removeEpisodes, renumberEpisodes } from './episodes.ts';
import { tellGuests } from './tell-guests.ts';
import { writePlan } from './write-plan.ts';

const e = (n: number) => `e${n}` as EpisodeId;
const s = (name: string) => name as SceneId;

/** Episodes 1, 2, 3 and 5; scene 2-1 is cut into 2 and 3. */
function plan(): PlanDocument {
	const made = openPlan(new Y.Doc());
	writePlan(made, {
		production: newRow(productionRecord, 'p' as ProductionId),
		episodes: byId(
			[1, 2, 3, 5].map((number) => newRow(episodeRecord, e(number), { number, title: `No. ${number}` }))
		),
		scenes: byId([
			newRow(sceneRecord, s('1-1'), { number: '1-1', episodeIds: [e(1)] }),
			newRow(sceneRecord, s('2-1'), { number: '2-1', episodeIds: [e(2), e(3)] })
		])
	});
	return made;
}
const copyOf = (of: PlanDocument): PlanDocument => {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(of.doc));
	return openPlan(doc);
};
const merge = (a: PlanDocument, b: PlanDocument): void => {
	const [of, to] = [Y.encodeStateAsUpdate(a.doc), Y.encodeStateAsUpdate(b.doc)];
	Y.applyUpdate(b.doc, of);
	Y.applyUpdate(a.doc, to);
};
const numbers = (of: PlanDocument) =>
	[...of.tables.episodes.rows().values()].sort(byNumber).map(({ number, title }) => `${number} ${title}`);
const episodesOf = (of: PlanDocument, scene: string) => [...(of.tables.scenes.get(scene)?.episodeIds ?? [])];

describe('the list of episodes', () => {
	test('takes a pasted block as one step: 2 changed, 2 added, one undo takes all of it back', () => {
		const made = plan();
		const history = new History(made);
		changeEpisodes(
			made,
			new Map([
				[e(1), { values: { title: 'The Ferry', hook: 'A letter' } }],
				[e(2), { values: { status: 'shot' } }]
			]),
			[{ values: { title: 'New' } }, { values: { title: 'Newer', number: 70 } }]
		);
		expect(numbers(made)).toEqual(['1 The Ferry', '2 No. 2', '3 No. 3', '5 No. 5', '6 New', '70 Newer']);
		expect(history.undo()).toEqual({ name: 'change-episodes', count: 4 });
		expect(numbers(made)).toEqual(['1 No. 1', '2 No. 2', '3 No. 3', '5 No. 5']);
		expect(history.undoable).toBeNull();
	});

	test('keeps what both typed offline into different cells of one row', () => {
		const mine = plan();
		const theirs = copyOf(mine);
		changeEpisodes(mine, new Map([[e(1), { values: { title: 'Mine' } }]]));
		changeEpisodes(theirs, new Map([[e(1), { values: { hook: 'Theirs' } }]]));
		merge(mine, theirs);
		for (const one of [mine, theirs])
			expect(one.tables.episodes.get(e(1))).toMatchObject({ title: 'Mine', hook: 'Theirs' });
	});

	test('has no place for an edit of an episode that is gone', () => {
		const made = plan();
		removeEpisodes(made, [e(1)], 1);
		expect(changeEpisodes(made, new Map([[e(1), { values: { title: 'Late' } }]]))).toEqual([]);
	});

	test('adds after the last, as long and as free as that one', () => {
		const made = plan();
		changeEpisodes(made, new Map([[e(5), { values: { targetSeconds: 75, access: 'paid' } }]]));
		const [id] = addEpisodes(made, 2);
		expect(made.tables.episodes.get(id as string)).toMatchObject({
			number: 6,
			targetSeconds: 75,
			access: 'paid'
		});
		expect(numbers(made).at(-1)).toBe('7 ');
	});

	test('inserts before 2: 2 and 3 move up, 5 stays, and undo puts all back', () => {
		const made = plan();
		const history = new History(made);
		insertEpisode(made, e(2));
		expect(numbers(made)).toEqual(['1 No. 1', '2 ', '3 No. 2', '4 No. 3', '5 No. 5']);
		history.undo();
		expect(numbers(made)).toEqual(['1 No. 1', '2 No. 2', '3 No. 3', '5 No. 5']);
	});

	test('is numbered anew in its order, scene numbers stay', () => {
		const made = plan();
		expect(renumberEpisodes(made, [e(1), e(2), e(3), e(5)], 1)).toBe(1);
		expect(numbers(made).at(-1)).toBe('4 No. 5');
		expect(made.tables.scenes.get('2-1')?.number).toBe('2-1');
		expect(renumberEpisodes(made, [e(1), e(2), e(3), e(5)], 1)).toBe(0);
	});
});

describe('scenes and episodes, many to many', () => {
	test('an episode given other scenes lets go of the old ones, whose other episodes keep them', () => {
		const made = plan();
		changeEpisodes(made, new Map([[e(2), { values: {}, sceneIds: [s('1-1')] }]]));
		expect(episodesOf(made, '1-1')).toEqual([e(1), e(2)]);
		expect(episodesOf(made, '2-1')).toEqual([e(3)]);
	});

	test('two people who each add an episode to one scene offline both keep theirs', () => {
		const mine = plan();
		const theirs = copyOf(mine);
		changeEpisodes(mine, new Map([[e(2), { values: {}, sceneIds: [s('2-1'), s('1-1')] }]]));
		changeEpisodes(theirs, new Map([[e(3), { values: {}, sceneIds: [s('2-1'), s('1-1')] }]]));
		merge(mine, theirs);
		expect(episodesOf(mine, '1-1')).toEqual([e(1), e(2), e(3)]);
		expect(episodesOf(theirs, '1-1')).toEqual([e(1), e(2), e(3)]);
	});
});

describe('viewers', () => {
	test('see number, title and status of every episode, and nothing else of it', () => {
		const made = plan();
		changeEpisodes(
			made,
			new Map([[e(1), { values: { hook: 'secret', notes: 'secret', unlockPrice: 990, status: 'online' } }]])
		);
		const guest = openGuest(new Y.Doc());
		expect(tellGuests(guest, readPlan(made)!, 1)).toBe(4);
		expect(guest.tables.episodes.get(e(1))).toEqual({
			id: e(1),
			number: 1,
			title: 'No. 1',
			status: 'online',
			archivedAt: null
		});
		expect(JSON.stringify(guest.doc.toJSON())).not.toContain('secret');
	});

	test('are told only what changed, a deleted episode goes and one that comes back is there again', () => {
		const made = plan();
		const history = new History(made);
		const guest = openGuest(new Y.Doc());
		tellGuests(guest, readPlan(made)!, 1);
		expect(tellGuests(guest, readPlan(made)!, 1)).toBe(0);
		removeEpisodes(made, [e(2)], 1);
		expect(tellGuests(guest, readPlan(made)!, 1)).toBe(1);
		expect(guest.tables.episodes.rows().has(e(2))).toBe(false);
		history.undo();
		tellGuests(guest, readPlan(made)!, 1);
		expect(guest.tables.episodes.rows().get(e(2))?.title).toBe('No. 2');
	});
});
