import { episodeRecord, type Episode } from '../../schedule/records.ts';
import type { Template } from './types.ts';

const untold = episodeRecord.fields.targetSeconds.read(undefined);

/** Episodes of a script as the commission has them: their usual length, and paid from the first unlock point on. */
export function dressEpisodes(template: Template, episodes: readonly Episode[]): Episode[] {
	const paidFrom = template.unlocks[0] ?? Infinity;
	return episodes.map((episode) => ({
		...episode,
		targetSeconds: episode.targetSeconds === untold ? template.usual.seconds : episode.targetSeconds,
		access: episode.number < paidFrom ? episode.access : 'paid',
		unlock: episode.unlock || template.unlocks.includes(episode.number)
	}));
}
