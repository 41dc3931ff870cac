/**
 * Reads a demo's story. An episode begins with `# Title`, then `!` hook, `~` twist, `>` cliffhanger and its scenes:
 *
 *     set DI 1 4 | What happens.
 *
 * with the set's code, time and place (`D` day, `N` night, `dawn`, `dusk`; `I` interior, `E` exterior), the
 * characters' board numbers, and the synopsis. A scene marked `+` was added by a review.
 */
import type { INT_EXT, TIMES_OF_DAY } from '../../domain/schedule/records.ts';

export type StoryScene = {
	readonly set: string;
	readonly intExt: (typeof INT_EXT)[number];
	readonly time: (typeof TIMES_OF_DAY)[number];
	/** board numbers */
	readonly cast: readonly number[];
	readonly synopsis: string;
	readonly added: boolean;
};

export type StoryEpisode = {
	readonly title: string;
	readonly hook: string;
	readonly twist: string;
	readonly cliffhanger: string;
	readonly scenes: readonly StoryScene[];
};

const SCENE = /^(\+?)([a-z]\w*) (D|N|dawn|dusk)([IE])((?: \d+)*) \| (.+)$/;
const TIMES = { D: 'day', N: 'night', dawn: 'dawn', dusk: 'dusk' } as const;

/**
 * Throws at a line it can't read: a demo's story is part of the program.
 * @param chinese the same story in Chinese, a line each in the same order, scenes as their synopsis alone; every
 *   sentence then carries both languages
 */
export function readStory(text: string, chinese = ''): StoryEpisode[] {
	const lines = chinese.split('\n').filter((line) => line !== '');
	let at = 0;
	/** A sentence with its Chinese; the episode's own title has both already. */
	const told = (mark: string, english: string): string => {
		if (chinese === '') return english;
		const line = lines[at++] ?? '';
		if (mark === '# ') {
			if (!line.startsWith('# ') || !english.endsWith(line.slice(2)))
				throw new Error(`"${line}" is not the Chinese of "${english}"`);
			return english;
		}
		if (mark === '' ? /^[#!~>] /.test(line) || line === '' : !line.startsWith(mark))
			throw new Error(`"${line}" is not the Chinese of "${english}"`);
		return `${english} · ${line.slice(mark.length)}`;
	};
	const episodes: {
		title: string;
		hook: string;
		twist: string;
		cliffhanger: string;
		scenes: StoryScene[];
	}[] = [];
	for (const line of text.split('\n')) {
		if (line === '') continue;
		const rest = line.slice(2);
		if (line.startsWith('# '))
			episodes.push({ title: told('# ', rest), hook: '', twist: '', cliffhanger: '', scenes: [] });
		const episode = episodes.at(-1);
		if (!episode) throw new Error(`a story begins with an episode, not with "${line}"`);
		if (line.startsWith('! ')) episode.hook = told('! ', rest);
		else if (line.startsWith('~ ')) episode.twist = told('~ ', rest);
		else if (line.startsWith('> ')) episode.cliffhanger = told('> ', rest);
		else if (!line.startsWith('# ')) {
			const scene = readScene(line);
			episode.scenes.push({ ...scene, synopsis: told('', scene.synopsis) });
		}
	}
	if (at < lines.length) throw new Error(`"${lines[at]}" is the Chinese of nothing`);
	return episodes;
}

function readScene(line: string): StoryScene {
	const match = SCENE.exec(line);
	const time = match?.[3] as keyof typeof TIMES | undefined;
	if (!match || !time) throw new Error(`"${line}" is no scene`);
	return {
		added: match[1] === '+',
		set: match[2] ?? '',
		time: TIMES[time],
		intExt: match[4] === 'I' ? 'int' : 'ext',
		cast: (match[5] ?? '').trim().split(' ').filter(Boolean).map(Number),
		synopsis: match[6] ?? ''
	};
}
