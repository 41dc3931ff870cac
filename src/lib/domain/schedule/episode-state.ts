/** How far one episode is and what it still lacks, reckoned from its row and its scenes. */
import type { CharacterId } from '../ids.ts';
import { numbersOf, type EpisodeScene } from './episode-scenes.ts';
import { DELIVERABLES, EPISODE_STATUSES, type Episode, type Production } from './records.ts';

export type EpisodeStatus = Episode['status'];

/** Something an episode lacks. Scenes go by their numbers, deliverables and platforms by their names. */
export type Lack =
	| { readonly what: 'number-twice' | 'no-scenes' | 'hook' | 'twist' | 'cliffhanger' | 'price' | 'cut' }
	| {
			readonly what: 'not-scheduled' | 'not-shot' | 'deliverables' | 'variants';
			readonly names: readonly string[];
	  }
	| { readonly what: 'request'; readonly count: number };

export type EpisodeState = {
	readonly scenes: readonly EpisodeScene[];
	/** eighths its scenes need, and those in the can; a scene of two episodes counts wholly in each: both wait for it */
	readonly eighths: number;
	readonly shotEighths: number;
	/** 0 to 1: eighths shot of eighths needed; null where nothing is to be shot */
	readonly share: number | null;
	/** seconds on screen, whole: of all its scenes, and in the can. A scene of two episodes is divided: film is used once */
	readonly seconds: number;
	readonly shotSeconds: number;
	readonly castIds: readonly CharacterId[];
	/** what it lacks, what comes first in the work first */
	readonly lacks: readonly Lack[];
	/**
	 * `ready`: nothing is left to do before it can be watched; `platform`, `regulator`: with them for review;
	 * `shot`: in the can, ours to cut and finish; `lacks`: something must be shot, written or answered first
	 */
	readonly standing: 'ready' | 'platform' | 'regulator' | 'shot' | 'lacks';
	readonly marks: { readonly cut: boolean; readonly review: boolean; readonly online: boolean };
	readonly openRequests: number;
};

/** Whether a status has reached another, in the order of the work. */
export const hasReached = (status: EpisodeStatus, other: EpisodeStatus): boolean =>
	EPISODE_STATUSES.indexOf(status) >= EPISODE_STATUSES.indexOf(other);

/** What is handed in for each episode of a production. */
export const deliverablesOf = (production: Pick<Production, 'deliverables'>): readonly string[] =>
	production.deliverables.length > 0 ? production.deliverables : DELIVERABLES;

/** What is known around an episode. */
export type Around = {
	readonly production: Pick<Production, 'deliverables' | 'variants'>;
	/** requests of reviews that are open about it */
	readonly requests: number;
	/** another episode in use has its number */
	readonly numberTwice: boolean;
};

export function episodeState(
	episode: Episode,
	scenes: readonly EpisodeScene[],
	{ production, requests, numberTwice }: Around
): EpisodeState {
	const needed = scenes.filter(({ state }) => state !== 'omitted');
	const eighths = needed.reduce((sum, { scene }) => sum + scene.eighths, 0);
	const shotEighths = needed.reduce((sum, part) => sum + part.shotEighths, 0);
	const allShot = needed.length > 0 && needed.every(({ state }) => state === 'shot');
	const lacks = lacksOf(episode, needed, production, requests, numberTwice);
	const divided = (of: 'seconds' | 'shotSeconds'): number =>
		Math.round(needed.reduce((sum, part) => sum + part[of] / part.sharedBy, 0));
	return {
		scenes,
		eighths,
		shotEighths,
		share: needed.length === 0 ? null : eighths > 0 ? shotEighths / eighths : allShot ? 1 : 0,
		seconds: divided('seconds'),
		shotSeconds: divided('shotSeconds'),
		castIds: [...new Set(needed.flatMap(({ scene }) => scene.castIds))].sort(),
		lacks,
		standing: standingOf(episode, lacks),
		marks: {
			cut: hasReached(episode.status, 'rough-cut') || episode.cutSeconds !== null,
			review: episode.status === 'platform-review' || episode.status === 'completion-review',
			online: episode.status === 'online'
		},
		openRequests: requests
	};
}

/**
 * In the order of the work. Deliverables are asked for once the picture is locked (fine cut), a cut once all is
 * shot; before, each episode would lack all of them and the list would say nothing. Nothing is lacking online.
 */
function lacksOf(
	episode: Episode,
	needed: readonly EpisodeScene[],
	production: Around['production'],
	requests: number,
	numberTwice: boolean
): Lack[] {
	const { status } = episode;
	const lacks: Lack[] = numberTwice ? [{ what: 'number-twice' }] : [];
	if (requests > 0) lacks.push({ what: 'request', count: requests });
	if (status === 'online') return lacks;
	for (const what of ['hook', 'twist', 'cliffhanger'] as const)
		if (episode[what].trim() === '') lacks.push({ what });
	if (episode.unlock && episode.unlockPrice === null) lacks.push({ what: 'price' });
	if (!hasReached(status, 'licensed') && !episode.postOnly) {
		const waiting = needed.filter(({ state }) => state === 'waiting');
		const scheduled = needed.filter(({ state }) => state === 'scheduled');
		if (needed.length === 0) lacks.push({ what: 'no-scenes' });
		if (waiting.length > 0) lacks.push({ what: 'not-scheduled', names: numbersOf(waiting) });
		if (scheduled.length > 0) lacks.push({ what: 'not-shot', names: numbersOf(scheduled) });
	}
	const filmed = lacks.every(({ what }) => !SHOOT.has(what));
	if (filmed && !hasReached(status, 'rough-cut') && episode.cutSeconds === null) lacks.push({ what: 'cut' });
	if (hasReached(status, 'fine-cut') && !hasReached(status, 'delivered')) {
		const missing = (all: readonly string[], done: readonly string[]): string[] =>
			all.filter((name) => !done.includes(name));
		const deliverables = missing(deliverablesOf(production), episode.delivered);
		const variants = missing(production.variants, episode.variantsDone);
		if (deliverables.length > 0) lacks.push({ what: 'deliverables', names: deliverables });
		if (variants.length > 0) lacks.push({ what: 'variants', names: variants });
	}
	return lacks;
}

const SHOOT: ReadonlySet<Lack['what']> = new Set(['no-scenes', 'not-scheduled', 'not-shot']);
/** What keeps an episode from being ready; a missing twist or price is worth saying and stops nothing. */
const STOPS: ReadonlySet<Lack['what']> = new Set([...SHOOT, 'request']);

/** Whether something it lacks keeps it from being seen. */
export const stops = (lack: Lack): boolean => STOPS.has(lack.what);

function standingOf({ status }: Episode, lacks: readonly Lack[]): EpisodeState['standing'] {
	if (status === 'online') return 'ready';
	if (lacks.some(stops)) return 'lacks';
	if (status === 'platform-review') return 'platform';
	if (status === 'completion-review') return 'regulator';
	if (status === 'delivered') return 'ready';
	if (status === 'licensed') return lacks.some(({ what }) => what === 'deliverables') ? 'lacks' : 'ready';
	return 'shot';
}
