import { describe, expect, test } from 'vitest';
import type { EpisodeId, RequestId, SceneId, ShootDayId, StripId } from '../ids.ts';
import { requestRecord } from '../launch/records.ts';
import { contractState, stretches, type EpisodeWithState } from './episode-readiness.ts';
import { openRequests, scenesByEpisode } from './episode-scenes.ts';
import { episodeState } from './episode-state.ts';
import { numbersTwice, renumbered } from './episode-numbers.ts';
import { byId, newRow } from './new-rows.ts';
import {
	DELIVERABLES,
	episodeRecord,
	sceneRecord,
	stripRecord,
	type Episode,
	type Scene,
	type Strip
} from './records.ts';
import { sceneProgress } from './scene-progress.ts';
import { planOf, production, type PlanIn } from './testing/plan-of.ts';

const scene = (values: Partial<Scene> = {}): Scene =>
	newRow(sceneRecord, 's' as SceneId, { eighths: 8, ...values });
const strip = (id: string, values: Partial<Strip> = {}): Strip =>
	newRow(stripRecord, id as StripId, { sceneId: 's' as SceneId, ...values });
const onDay = { dayId: 'day' as ShootDayId, order: 'a0' };
const isDay = (id: string): boolean => id === 'day';
const progress = (of: Partial<Scene>, ...strips: Strip[]) => sceneProgress(scene(of), strips, isDay);

const TOLD = { hook: 'A letter', twist: 'It is hers', cliffhanger: 'Who wrote it?' };
const episode = (number: number, values: Partial<Episode> = {}): Episode =>
	newRow(episodeRecord, `e${number}` as EpisodeId, { number, ...TOLD, ...values });

/** Episodes with their states, over scenes that name the episodes they are in. */
function reckon(
	episodes: Episode[],
	given: PlanIn = {},
	requests: Parameters<typeof byId>[0] = []
): EpisodeWithState[] {
	const plan = { ...planOf(given), episodes: byId(episodes), requests: byId(requests) as never };
	const scenes = scenesByEpisode(plan);
	const open = openRequests(plan, scenes);
	const twice = numbersTwice(episodes);
	return episodes.map((one) => ({
		episode: one,
		state: episodeState(one, scenes.get(one.id) ?? [], {
			production: plan.production,
			requests: open.get(one.id)?.size ?? 0,
			numberTwice: twice.has(one.number)
		})
	}));
}
const into = (...numbers: number[]) => ({ episodeIds: numbers.map((n) => `e${n}` as EpisodeId) });
const whats = ({ state }: EpisodeWithState): string[] => state.lacks.map(({ what }) => what);

describe('of a scene, in the can is', () => {
	test('all of it once its strip is shot, and a page plays a minute', () => {
		expect(progress({}, strip('a', { status: 'shot' }))).toMatchObject({
			state: 'shot',
			shotEighths: 8,
			seconds: 60,
			shotSeconds: 60
		});
	});
	test('the planner’s seconds where there are some, and their share of a part', () => {
		const parts = [strip('a', { status: 'partial', eighths: 6 }), strip('b', { eighths: 2, place: onDay })];
		expect(progress({ screenSeconds: 40 }, ...parts)).toMatchObject({
			state: 'scheduled',
			shotEighths: 6,
			shotSeconds: 30
		});
	});
	test('the whole again when the rest of a partial is shot', () => {
		const parts = [strip('a', { status: 'partial', eighths: 6 }), strip('b', { status: 'shot', eighths: 2 })];
		expect(progress({}, ...parts)).toMatchObject({ state: 'shot', shotEighths: 8 });
	});
	test('nothing of a dropped strip, all of the one that makes up for it', () => {
		expect(progress({}, strip('a', { status: 'dropped' })).state).toBe('waiting');
		expect(progress({}, strip('a', { status: 'dropped' }), strip('b', { status: 'shot' })).state).toBe(
			'shot'
		);
	});
	test('less than the whole while a pickup of it lies open', () => {
		const pickup = strip('b', { eighths: 2, place: onDay });
		expect(progress({}, strip('a', { status: 'shot' }), pickup)).toMatchObject({
			state: 'scheduled',
			shotEighths: 6
		});
	});
	test('less than the whole of a partial that never said how much is left', () => {
		expect(progress({}, strip('a', { status: 'partial' }))).toMatchObject({
			state: 'waiting',
			shotEighths: 7
		});
	});
	test('what was shot, when a rewrite made the scene longer than its parts', () => {
		const parts = [strip('a', { status: 'partial', eighths: 2 }), strip('b', { status: 'shot', eighths: 2 })];
		expect(progress({ eighths: 5 }, ...parts)).toMatchObject({ state: 'waiting', shotEighths: 4 });
	});
	test('nothing, and nothing is missing, when it is omitted', () => {
		expect(progress({ omitted: true, eighths: 0 })).toMatchObject({ state: 'omitted', seconds: 0 });
	});
	test('without a day when its day was taken off the board', () => {
		const place = { dayId: 'gone' as ShootDayId, order: 'a0' };
		expect(progress({}, strip('a', { place })).state).toBe('waiting');
	});
});

describe('an episode', () => {
	test('is shot by eighths: 6 of 8 when the short scene is left', () => {
		const [one] = reckon([episode(1)], {
			scenes: { '1-1': { eighths: 6, ...into(1) }, '1-2': { eighths: 2, ...into(1) } },
			days: { mon: { strips: [{ scene: '1-1', status: 'shot' }, { scene: '1-2' }] } }
		});
		expect(one?.state).toMatchObject({
			eighths: 8,
			shotEighths: 6,
			share: 0.75,
			shotSeconds: 45,
			standing: 'lacks'
		});
		expect(one?.state.lacks).toEqual([{ what: 'not-shot', names: ['1-2'] }]);
	});
	test('says apart which scenes have no day and which are only not shot yet', () => {
		const [one] = reckon([episode(1)], {
			scenes: { '1-1': into(1), '1-2': into(1) },
			days: { mon: { strips: [{ scene: '1-1' }] } },
			boneyard: [{ scene: '1-2' }]
		});
		expect(one?.state.lacks).toEqual([
			{ what: 'not-scheduled', names: ['1-2'] },
			{ what: 'not-shot', names: ['1-1'] }
		]);
	});
	test('waits for all of a scene it shares, and has half of its seconds', () => {
		const both = reckon([episode(7), episode(8)], {
			scenes: { '7-2': { eighths: 8, ...into(7, 8) } },
			days: { mon: { strips: [{ scene: '7-2', status: 'shot' }] } }
		});
		expect(both.map(({ state }) => [state.eighths, state.share, state.seconds, state.shotSeconds])).toEqual([
			[8, 1, 30, 30],
			[8, 1, 30, 30]
		]);
	});
	test('has a shared scene wholly once the other episode was deleted', () => {
		const [one] = reckon([episode(7)], { scenes: { '7-2': { eighths: 8, ...into(7, 8) } } });
		expect(one?.state.seconds).toBe(60);
	});
	test('made in post alone lacks no shooting', () => {
		const [one] = reckon([episode(1, { postOnly: true })]);
		expect(whats(one as EpisodeWithState)).toEqual(['cut']);
		expect(one?.state).toMatchObject({ share: null, standing: 'shot' });
	});
	test('lacks scenes, hook, twist and cliffhanger while it is only a number', () => {
		const [one] = reckon([episode(1, { hook: '', twist: ' ', cliffhanger: '' })]);
		expect(whats(one as EpisodeWithState)).toEqual(['hook', 'twist', 'cliffhanger', 'no-scenes']);
	});
	test('lacks deliverables from the fine cut on, by the production’s own list', () => {
		const shot: PlanIn = {
			production: { deliverables: ['master', 'behind the scenes'], variants: ['Kuaishou'] },
			scenes: { '1-1': into(1) },
			days: { mon: { strips: [{ scene: '1-1', status: 'shot' }] } }
		};
		expect(whats(reckon([episode(1, { status: 'rough-cut' })], shot)[0]!)).toEqual([]);
		const [fine] = reckon([episode(1, { status: 'fine-cut', delivered: ['master'] })], shot);
		expect(fine?.state.lacks).toEqual([
			{ what: 'deliverables', names: ['behind the scenes'] },
			{ what: 'variants', names: ['Kuaishou'] }
		]);
	});
	test('licensed is ready once all its deliverables are, not before', () => {
		const [without] = reckon([episode(1, { status: 'licensed' })]);
		const [having] = reckon([episode(1, { status: 'licensed', delivered: [...DELIVERABLES] })]);
		expect([without?.state.standing, having?.state.standing]).toEqual(['lacks', 'ready']);
	});
	test('says that another has its number', () => {
		expect(whats(reckon([episode(3), { ...episode(3), id: 'x' as EpisodeId }])[0]!)).toContain(
			'number-twice'
		);
	});
	test('lacks an answer while a request that added a scene is not shot, and not once it is refused', () => {
		const request = (answer: 'accepted' | 'refused') => [newRow(requestRecord, 'r' as RequestId, { answer })];
		const given: PlanIn = { scenes: { '9-1A': { ...into(9), requestId: 'r' as RequestId } } };
		const shot: PlanIn = { ...given, days: { mon: { strips: [{ scene: '9-1A', status: 'shot' }] } } };
		expect(reckon([episode(9)], given, request('accepted'))[0]?.state.openRequests).toBe(1);
		expect(reckon([episode(9)], shot, request('accepted'))[0]?.state.openRequests).toBe(0);
		expect(reckon([episode(9)], given, request('refused'))[0]?.state.openRequests).toBe(0);
	});
});

describe('up to the unlock point', () => {
	test('1–10: eight ready, 7 lacks 7-2, 9 waits for the platform', () => {
		const episodes = Array.from({ length: 12 }, (_, n) =>
			episode(n + 1, { status: 'online', unlock: n === 9 })
		).map((one) =>
			one.number === 7
				? { ...one, status: 'shooting' as const }
				: one.number === 9
					? { ...one, status: 'platform-review' as const }
					: one
		);
		const all = reckon(episodes, {
			scenes: { '7-2': into(7), '9-1': into(9) },
			days: { mon: { strips: [{ scene: '7-2' }, { scene: '9-1', status: 'shot' }] } }
		});
		expect(stretches(all)).toMatchObject([
			{
				from: 1,
				to: 10,
				unlocks: true,
				episodes: 10,
				ready: 8,
				lacking: [{ number: 7, lack: { what: 'not-shot', names: ['7-2'] } }],
				waiting: [{ number: 9, on: 'platform' }]
			},
			{ from: 11, to: 12, unlocks: false, ready: 2 }
		]);
	});
	test('a series without an unlock point is one stretch', () => {
		expect(stretches(reckon([episode(2), episode(1)]))).toMatchObject([{ from: 1, to: 2, unlocks: false }]);
	});
});

describe('the contract', () => {
	test('counts the cut where there is one, else what is in the can', () => {
		const all = reckon([episode(1, { cutSeconds: 88, status: 'rough-cut' }), episode(2), episode(3)], {
			scenes: { '1-1': { eighths: 16, ...into(1) }, '2-1': { eighths: 8, ...into(2) } },
			days: {
				mon: {
					strips: [
						{ scene: '1-1', status: 'shot' },
						{ scene: '2-1', status: 'shot' }
					]
				}
			}
		});
		expect(contractState(all, production({ contractEpisodes: 80, contractSeconds: 7200 }))).toEqual({
			episodes: { agreed: 80, planned: 3 },
			seconds: { agreed: 7200, planned: 270, have: 88 + 60 }
		});
	});
	test('that promises nothing says nothing', () => {
		expect(contractState([], production())).toEqual({ episodes: null, seconds: null });
	});
});

test('renumbering changes only the numbers that are wrong', () => {
	const order = [episode(1), episode(3), episode(4)];
	expect([...renumbered(order, 1)]).toEqual([
		['e3', 2],
		['e4', 3]
	]);
});
