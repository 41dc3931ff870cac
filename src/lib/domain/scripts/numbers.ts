import type { SceneDraft } from './scene-draft.ts';
import type { ReadEpisode } from './types.ts';
import type { Warn } from './warnings.ts';

/** What of a scene decides its number. */
export type Numbered = Pick<SceneDraft, 'style' | 'number' | 'episode' | 'line' | 'source'>;

/**
 * Gives every scene a number of its own, in one pass over the scenes:
 *
 * 1. A number in the script is kept as written.
 * 2. Where numbers start again at 1 in each episode (Episode 2: 1, 2, 3 …), or other scenes are numbered 2-1, every
 *    number inside an episode becomes episode-scene, 2-1, as crews say it. One warning says so.
 * 3. A number that was there already keeps it and takes a count behind: 12, 12 (2), 12 (3). No writer's number has
 *    brackets, so this can't meet a third scene.
 * 4. A script without any numbers is numbered 1, 2, 3 … by position.
 * 5. In a script with numbers, a scene without one takes a letter behind the number before it, as an added scene
 *    does on a set: 12, 12A, 12B, 13 (I and O are left out); before the first number, A1.
 */
export function numberScenes(scenes: readonly Numbered[], warn: Warn): string[] {
	const perEpisode = restartsPerEpisode(scenes) || scenes.some(isEpisodeAndScene);
	const given = scenes.map(({ number, episode }) =>
		number !== null && episode !== null && perEpisode && !number.includes('-')
			? `${episode}-${number}`
			: number
	);
	const changed = scenes.find(({ number }, index) => number !== given[index]);
	if (changed) warn('numbers-restart', changed.line, changed.source);
	if (given.every((number) => number === null)) return scenes.map((_, index) => String(index + 1));
	warnOrder(scenes, given, warn);

	const taken = new Set(given.filter((number) => number !== null));
	const times = new Map<string, number>();
	const letters = new Map<string, number>();
	const firstGiven = given.find((number) => number !== null) ?? '1';
	let last: string | null = null;
	return scenes.map((scene, index) => {
		const number = given[index] ?? null;
		if (number === null) {
			const named = nextFree(last, firstGiven, taken, letters);
			warn('number-missing', scene.line, scene.source, { named });
			return named;
		}
		last = number;
		const time = (times.get(number) ?? 0) + 1;
		times.set(number, time);
		if (time === 1) return number;
		const named = `${number} (${time})`;
		warn('number-duplicate', scene.line, scene.source, { number, named });
		return named;
	});
}

/**
 * A script without a heading for its episodes whose scenes are all numbered 1-1, 1-2, 2-1 … is numbered by episode
 * and scene. Any other number in it, episodes that go back, or a single one, and 3-2 is just a number.
 */
export function episodesOfNumbers(draft: { scenes: readonly SceneDraft[]; episodes: ReadEpisode[] }): void {
	const parts = draft.scenes.map(({ number }) =>
		Number(/^(\d{1,4})-\d{1,4}[A-Z]{0,2}$/.exec(number ?? '')?.[1] ?? NaN)
	);
	const goesOn = parts.every((episode, index) => episode >= (parts[index - 1] ?? 0));
	if (!goesOn || new Set(parts).size < 2) return;
	draft.scenes.forEach((scene, index) => {
		const number = parts[index] as number;
		scene.episode = number;
		if (number !== parts[index - 1])
			draft.episodes.push({ number, title: '', synopsis: '', line: scene.line });
	});
}

function nextFree(
	last: string | null,
	first: string,
	taken: Set<string>,
	letters: Map<string, number>
): string {
	const base = last ?? '';
	for (;;) {
		const count = (letters.get(base) ?? 0) + 1;
		letters.set(base, count);
		const named = last === null ? `${letter(count)}${first}` : `${last}${letter(count)}`;
		if (taken.has(named)) continue;
		taken.add(named);
		return named;
	}
}

/** 1 → A, 24 → Z, 25 → AA; without I and O, which read as digits. */
function letter(count: number): string {
	const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
	let text = '';
	for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / letters.length)) {
		text = (letters[(rest - 1) % letters.length] ?? '') + text;
	}
	return text;
}

/** 2-1 in episode 2: the script numbers by episode. */
const isEpisodeAndScene = ({ style, number, episode }: Numbered): boolean =>
	style === 'chinese' && episode !== null && (number?.startsWith(`${episode}-`) ?? false);

/** Do at least two episodes, and at least half of those with numbers, begin at scene 1? */
function restartsPerEpisode(scenes: readonly Numbered[]): boolean {
	const lowest = new Map<number, number>();
	for (const { number, episode } of scenes) {
		const value = /^\d+(?![\d-])/.exec(number ?? '')?.[0];
		if (episode === null || value === undefined) continue;
		lowest.set(episode, Math.min(lowest.get(episode) ?? Infinity, Number(value)));
	}
	const ones = [...lowest.values()].filter((value) => value === 1).length;
	return ones >= 2 && ones * 2 >= lowest.size;
}

function warnOrder(scenes: readonly Numbered[], given: readonly (string | null)[], warn: Warn): void {
	let before: { number: string; parts: number[] } | null = null;
	scenes.forEach((scene, index) => {
		const number = given[index];
		if (!number) return;
		const parts = (number.match(/\d+/g) ?? []).slice(0, 4).map(Number);
		if (parts.length === 0) return;
		if (before && isLess(parts, before.parts)) {
			warn('number-out-of-order', scene.line, scene.source, { number, after: before.number });
		}
		before = { number, parts };
	});
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
	for (let i = 0; i < Math.min(a.length, b.length); i++) {
		const difference = (a[i] ?? 0) - (b[i] ?? 0);
		if (difference !== 0) return difference < 0;
	}
	return false;
}
