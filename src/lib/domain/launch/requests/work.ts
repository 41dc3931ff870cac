/** What a request did to the plan: the scenes it added, made longer or cut, and the tasks it brought. */
import type { Minutes } from '../../calendar/duration.ts';
import type { RequestId, SceneId } from '../../ids.ts';
import { byOrder } from '../../order-key.ts';
import { estimate, wasShot } from '../../schedule/estimate.ts';
import type { Plan } from '../../schedule/plan.ts';
import type { Scene, SceneChange } from '../../schedule/records.ts';
import { workScenes } from '../compression/work-left.ts';
import type { Task } from '../records.ts';

export type RequestsPlan = Pick<
	Plan,
	'production' | 'scenes' | 'strips' | 'sets' | 'requests' | 'sceneChanges' | 'tasks'
>;

export type RequestedScene = {
	readonly sceneId: SceneId;
	/** null: no longer in the plan */
	readonly scene: Scene | null;
	readonly did: 'added' | 'longer' | 'shorter' | 'cut';
	/** eighths it adds, or takes away (shorter, cut) */
	readonly eighths: number;
	/** `out`: nobody has to shoot it; `none`: it asks for no shooting */
	readonly state: 'left' | 'shot' | 'out' | 'none' | 'gone';
	/** minutes of shooting it asks for, before pace: left, or what they would be where it is out */
	readonly minutes: Minutes;
};

export type RequestWork = {
	/** in the order of the script */
	readonly scenes: readonly RequestedScene[];
	readonly tasks: readonly Task[];
	/** of shooting, still to be done */
	readonly minutes: Minutes;
	/** of shooting that a refusal took out */
	readonly outMinutes: Minutes;
	/** hours of the tasks that aren't finished, of all their people together */
	readonly taskMinutes: Minutes;
};

/** Eighths that a request's imports and refusals added to a scene, by scene; imports apart. */
export function addedBy(
	requestId: RequestId,
	changes: Iterable<SceneChange>
): ReadonlyMap<SceneId, { readonly all: number; readonly byImports: number; readonly turns: number }> {
	const sums = new Map<SceneId, { all: number; byImports: number; turns: number }>();
	for (const change of changes) {
		if (change.requestId !== requestId || change.sceneId === null) continue;
		const sum = sums.get(change.sceneId) ?? { all: 0, byImports: 0, turns: 0 };
		const added = change.kind === 'added' ? 0 : change.eighthsAfter - change.eighthsBefore;
		sum.all += added;
		if (change.importId === null) sum.turns++;
		else sum.byImports += added;
		sums.set(change.sceneId, sum);
	}
	return sums;
}

/** The work of every request of a plan. */
export function worksOf(plan: RequestsPlan): ReadonlyMap<RequestId, RequestWork> {
	const left = new Map<string, Minutes>();
	for (const { id, requestId, minutes } of workScenes(plan))
		if (requestId) {
			const key = `${requestId} ${id.split(' ')[0]}`;
			left.set(key, (left.get(key) ?? 0) + minutes);
		}
	const shot = new Set(
		[...plan.strips.values()].flatMap((strip) => (strip.sceneId && wasShot(strip) ? [strip.sceneId] : []))
	);
	return new Map(
		[...plan.requests.keys()].map((id) => {
			const scenes = scenesOf(id, plan, left, shot);
			const tasks = [...plan.tasks.values()].filter(({ requestId }) => requestId === id).sort(byOrder);
			const sum = (state: RequestedScene['state']): Minutes =>
				scenes.reduce((all, one) => all + (one.state === state ? one.minutes : 0), 0);
			return [
				id,
				{
					scenes,
					tasks,
					minutes: sum('left'),
					outMinutes: sum('out'),
					taskMinutes: tasks.reduce((all, task) => all + (task.finishedOn ? 0 : (task.workMinutes ?? 0)), 0)
				}
			];
		})
	);
}

function scenesOf(
	id: RequestId,
	plan: RequestsPlan,
	left: ReadonlyMap<string, Minutes>,
	shot: ReadonlySet<SceneId>
): RequestedScene[] {
	const sums = addedBy(id, plan.sceneChanges.values());
	const own = [...plan.scenes.values()].filter(({ requestId }) => requestId === id);
	const named = [...sums.keys()].map((sceneId) => plan.scenes.get(sceneId) ?? sceneId);
	const scenes = [...new Set<Scene | SceneId>([...own, ...named])];
	return scenes
		.flatMap((one): RequestedScene[] => {
			if (typeof one === 'string')
				return [{ sceneId: one, scene: null, did: 'added', eighths: 0, state: 'gone', minutes: 0 }];
			const minutes = left.get(`${id} ${one.id}`) ?? 0;
			const isAdded = one.requestId === id;
			const sum = sums.get(one.id);
			const eighths = isAdded ? one.eighths : (sum?.byImports ?? 0);
			if (!isAdded && eighths === 0) return [];
			const base = { sceneId: one.id, scene: one, eighths: Math.abs(eighths) };
			if (!isAdded && eighths < 0) {
				const did = one.omitted || cutBy(id, one.id, plan) ? 'cut' : 'shorter';
				return [{ ...base, did, state: 'none', minutes: 0 }];
			}
			const did = isAdded ? 'added' : 'longer';
			const isOut = isAdded ? one.omitted : sum?.all === 0;
			if (minutes > 0) return [{ ...base, did, state: 'left', minutes }];
			if (shot.has(one.id) && !isOut) return [{ ...base, did, state: 'shot', minutes: 0 }];
			return [{ ...base, did, state: 'out', minutes: wholeMinutes(one, eighths, isAdded, plan) }];
		})
		.sort((a, b) => (a.scene && b.scene ? byOrder(a.scene, b.scene) : a.scene ? -1 : 1));
}

const cutBy = (id: RequestId, sceneId: SceneId, { sceneChanges }: RequestsPlan): boolean =>
	[...sceneChanges.values()].some(
		(change) => change.requestId === id && change.sceneId === sceneId && change.kind === 'removed'
	);

/** What it would take to shoot it, where nobody has to. */
function wholeMinutes(
	scene: Scene,
	eighths: number,
	isAdded: boolean,
	{ production }: RequestsPlan
): Minutes {
	const part = isAdded ? null : eighths;
	const strip = { status: 'todo', actualMinutes: null, minutes: null, eighths: part } as const;
	return estimate(strip, scene, production).minutes;
}
