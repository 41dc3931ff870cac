/** Which scenes each episode is cut from, and how far they are. */
import type { EpisodeId, RequestId, SceneId } from '../ids.ts';
import { byOrder } from '../order-key.ts';
import type { Plan } from './plan.ts';
import type { Scene, Strip } from './records.ts';
import { sceneProgress, type SceneProgress } from './scene-progress.ts';

/** A scene as one episode uses it. */
export type EpisodeScene = SceneProgress & {
	/** how many episodes it is cut into, this one included */
	readonly sharedBy: number;
};

export type ScenesByEpisode = ReadonlyMap<EpisodeId, readonly EpisodeScene[]>;

/**
 * The scenes of every episode, in script order. Ids of episodes that were taken away count for nothing, so that a
 * scene they shared belongs to the other wholly.
 */
export function scenesByEpisode(
	plan: Pick<Plan, 'episodes' | 'scenes' | 'strips' | 'days'>
): ScenesByEpisode {
	const strips = new Map<SceneId, Strip[]>();
	for (const strip of plan.strips.values()) {
		if (strip.sceneId === null) continue;
		const of = strips.get(strip.sceneId);
		if (of) of.push(strip);
		else strips.set(strip.sceneId, [strip]);
	}
	const isDay = (id: Parameters<typeof plan.days.has>[0]): boolean => plan.days.has(id);
	const found = new Map<EpisodeId, EpisodeScene[]>();
	for (const scene of [...plan.scenes.values()].sort(byOrder)) {
		const episodes = scene.episodeIds.filter((id) => plan.episodes.has(id));
		if (episodes.length === 0) continue;
		const progress = sceneProgress(scene, strips.get(scene.id) ?? [], isDay);
		for (const id of episodes) {
			const of = found.get(id);
			const part = { ...progress, sharedBy: episodes.length };
			if (of) of.push(part);
			else found.set(id, [part]);
		}
	}
	return found;
}

/**
 * Requests of a review that are open, by the episodes they are about: not answered yet, or agreed to and not done
 * (a scene it added isn't shot, a task it brought isn't finished). What was refused asks for nothing more.
 */
export function openRequests(
	plan: Pick<Plan, 'episodes' | 'requests' | 'tasks'>,
	scenes: ScenesByEpisode
): ReadonlyMap<EpisodeId, ReadonlySet<RequestId>> {
	const open = new Map<EpisodeId, Set<RequestId>>();
	const add = (episode: EpisodeId, request: RequestId): void => {
		const of = open.get(episode);
		if (of) of.add(request);
		else open.set(episode, new Set([request]));
	};
	const asks = (id: RequestId | null, done: boolean): id is RequestId => {
		const request = id === null ? undefined : plan.requests.get(id);
		if (!request || request.answer === 'refused') return false;
		return request.answer === 'open' || !done;
	};
	for (const [episode, of] of scenes)
		for (const { scene, state } of of)
			if (asks(scene.requestId, state === 'shot' || state === 'omitted')) add(episode, scene.requestId);
	for (const task of plan.tasks.values()) {
		if (!asks(task.requestId, task.finishedOn !== null)) continue;
		if (task.fromEpisode === null && task.toEpisode === null) continue;
		for (const { id, number } of plan.episodes.values())
			if (number >= (task.fromEpisode ?? 0) && number <= (task.toEpisode ?? Infinity))
				add(id, task.requestId);
	}
	return open;
}

/** Scene numbers as a crew lists them. */
export const numbersOf = (scenes: Iterable<{ readonly scene: Pick<Scene, 'number'> }>): string[] =>
	[...scenes].map(({ scene }) => scene.number);
