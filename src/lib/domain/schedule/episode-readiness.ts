/** The Episodes page's first sentence, in figures: is everything up to the unlock point safe; is the contract met? */
import type { EpisodeState, Lack } from './episode-state.ts';
import { stops } from './episode-state.ts';
import type { Episode, Production } from './records.ts';

export type EpisodeWithState = { readonly episode: Episode; readonly state: EpisodeState };

/** The episodes up to an unlock point, that one included: who pays there must be able to watch it. */
export type Stretch = {
	readonly from: number;
	readonly to: number;
	/** paying begins at its last episode; false for those after the last unlock point */
	readonly unlocks: boolean;
	readonly episodes: number;
	readonly ready: number;
	/** in the can, and with nothing but our own cutting to do */
	readonly shot: number;
	readonly lacking: readonly { readonly number: number; readonly lack: Lack }[];
	readonly waiting: readonly { readonly number: number; readonly on: 'platform' | 'regulator' }[];
};

/** Cuts the series at its unlock points: 1–10, 11–50, 51–72. Numbers are as given; order of the input doesn't matter. */
export function stretches(all: Iterable<EpisodeWithState>): Stretch[] {
	const inOrder = [...all].sort((a, b) => a.episode.number - b.episode.number);
	const groups: EpisodeWithState[][] = [];
	let group: EpisodeWithState[] = [];
	for (const one of inOrder) {
		group.push(one);
		if (!one.episode.unlock) continue;
		groups.push(group);
		group = [];
	}
	if (group.length > 0) groups.push(group);
	return groups.map(stretchOf);
}

function stretchOf(group: readonly EpisodeWithState[]): Stretch {
	const counted = (standing: EpisodeState['standing']): number =>
		group.filter(({ state }) => state.standing === standing).length;
	return {
		from: group[0]?.episode.number ?? 0,
		to: group.at(-1)?.episode.number ?? 0,
		unlocks: group.at(-1)?.episode.unlock ?? false,
		episodes: group.length,
		ready: counted('ready'),
		shot: counted('shot'),
		lacking: group.flatMap(({ episode, state }) => {
			if (state.standing !== 'lacks') return [];
			const lack = state.lacks.find(stops) ?? state.lacks.find(({ what }) => what === 'deliverables');
			return lack ? [{ number: episode.number, lack }] : [];
		}),
		waiting: group.flatMap(({ episode, state: { standing } }) =>
			standing === 'platform' || standing === 'regulator' ? [{ number: episode.number, on: standing }] : []
		)
	};
}

/** What the contract promises against what there is. Seconds on screen. */
export type ContractState = {
	/** agreed number of episodes, and how many the plan has; null: not agreed */
	readonly episodes: { readonly agreed: number; readonly planned: number } | null;
	readonly seconds: {
		readonly agreed: number;
		/** what the episodes are meant to run together */
		readonly planned: number;
		/** cut where there is a cut, else what is in the can */
		readonly have: number;
	} | null;
};

export function contractState(
	all: Iterable<EpisodeWithState>,
	{ contractEpisodes, contractSeconds }: Pick<Production, 'contractEpisodes' | 'contractSeconds'>
): ContractState {
	const rows = [...all];
	const sum = (of: (one: EpisodeWithState) => number): number =>
		rows.reduce((total, one) => total + of(one), 0);
	return {
		episodes: contractEpisodes === null ? null : { agreed: contractEpisodes, planned: rows.length },
		seconds:
			contractSeconds === null
				? null
				: {
						agreed: contractSeconds,
						planned: sum(({ episode }) => episode.targetSeconds),
						have: sum(({ episode, state }) => episode.cutSeconds ?? state.shotSeconds)
					}
	};
}
