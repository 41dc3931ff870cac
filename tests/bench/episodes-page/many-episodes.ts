import type { EpisodeId, SceneId } from '#lib/domain/ids.ts';
import { keysBetween } from '#lib/domain/order-key.ts';
import type { Plan } from '#lib/domain/schedule/plan.ts';
import type { Episode, Scene, Strip } from '#lib/domain/schedule/records.ts';
import type { StripId } from '#lib/domain/ids.ts';

const idOf = (of: string, n: number): string => `${of}-${n}-`.padEnd(22, '0');

/** A plan with so many episodes of four scenes each: those of a plan over and over, as far shot as they are. */
export function manyEpisodes(from: Plan, count: number): Plan {
	const episodes = new Map<EpisodeId, Episode>();
	const scenes = new Map<SceneId, Scene>();
	const strips = new Map<StripId, Strip>();
	const [shown, written, lying] = [
		[...from.episodes.values()],
		[...from.scenes.values()],
		[...from.strips.values()]
	];
	const orders = keysBetween(null, null, count * 4);
	for (let n = 0; n < count; n++) {
		const id = idOf('episode', n) as EpisodeId;
		const episode = shown[n % shown.length] as Episode;
		episodes.set(id, { ...episode, id, number: n + 1, unlock: n === 9 || n === 49 });
		for (let s = 0; s < 4; s++) {
			const at = n * 4 + s;
			const sceneId = idOf('scene', at) as SceneId;
			const stripId = idOf('strip', at) as StripId;
			scenes.set(sceneId, {
				...(written[at % written.length] as Scene),
				id: sceneId,
				number: `${n + 1}-${s + 1}`,
				order: orders[at] as string,
				episodeIds: [id],
				omitted: false
			});
			strips.set(stripId, { ...(lying[at % lying.length] as Strip), id: stripId, kind: 'scene', sceneId });
		}
	}
	return { ...from, episodes, scenes, strips };
}
