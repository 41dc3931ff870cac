/** The Episodes page: how far each is, what it lacks, and whether all before the unlock point is safe. */
import type { Stretch } from '#lib/domain/schedule/episode-readiness.ts';
import type { Lack } from '#lib/domain/schedule/episode-state.ts';
import { counted } from '../plural.ts';

const count = counted('en');

const SMALL = [
	'none',
	'one',
	'two',
	'three',
	'four',
	'five',
	'six',
	'seven',
	'eight',
	'nine',
	'ten',
	'eleven',
	'twelve'
];
const small = (n: number): string => SMALL[n] ?? String(n);
const and = (all: readonly string[]): string =>
	all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
const few = (all: readonly string[], most = 2): string =>
	all.length <= most + 1 ? and(all) : `${all.slice(0, most).join(', ')} and ${all.length - most} more`;
const minutes = (seconds: number): string => `${Math.floor(seconds / 60)} min`;

const statuses = {
	outline: 'Outline',
	script: 'Script',
	'script-approved': 'Script approved',
	shooting: 'Shooting',
	shot: 'Shot',
	'rough-cut': 'Rough cut',
	'fine-cut': 'Fine cut',
	finishing: 'Sound, subtitles, grade',
	'internal-check': 'Internal check',
	'platform-review': 'Platform review',
	'completion-review': 'Completion review',
	licensed: 'Licensed',
	delivered: 'Delivered',
	online: 'Online'
};
const deliverables: Record<string, string> = {
	master: '9:16 master',
	textless: 'Textless',
	'head-card': 'Head card',
	cover: 'Cover',
	'subtitles-zh': 'Subtitles zh',
	'subtitles-en': 'Subtitles en',
	'music-effects': 'Music and effects',
	trailer: 'Trailer'
};
const deliverable = (name: string): string => deliverables[name] ?? name;

/** What an episode lacks, after its number in a sentence. */
function lacking(lack: Lack): string {
	switch (lack.what) {
		case 'not-scheduled':
		case 'not-shot':
			return `lacks ${few(lack.names)}`;
		case 'no-scenes':
			return 'has no scenes';
		case 'request':
			return 'has a request open';
		case 'deliverables':
			return `lacks ${few(lack.names.map((name) => deliverable(name).toLowerCase()))}`;
		default:
			return 'is not finished';
	}
}

/** What an episode lacks, in a list. */
function lackWord(lack: Lack): string {
	switch (lack.what) {
		case 'number-twice':
			return 'a number of its own';
		case 'no-scenes':
			return 'scenes';
		case 'hook':
			return 'hook';
		case 'twist':
			return 'twist';
		case 'cliffhanger':
			return 'cliffhanger';
		case 'price':
			return 'price';
		case 'cut':
			return 'a cut';
		case 'not-scheduled':
			return `a day for ${and(lack.names)}`;
		case 'not-shot':
			return and(lack.names);
		case 'deliverables':
		case 'variants':
			return and(lack.names.map((name) => deliverable(name).toLowerCase()));
		case 'request':
			return lack.count === 1 ? 'an answer to a request' : `answers to ${lack.count} requests`;
	}
}

export const episodes = {
	title: 'Episodes',
	grid: 'Episodes, one a row',
	episode: (number: number) => `Episode ${number}`,
	/** the page's first sentence, a stretch up to an unlock point */
	stretch: ({ from, to, episodes: all, ready, shot, lacking: lacks, waiting }: Stretch): string => {
		const range = from === to ? `${from}` : `${from}–${to}`;
		if (ready === all) return `${range}: all ready.`;
		const parts = [
			ready > 0
				? `${small(ready)} ready${shot > 0 ? `, ${small(shot)} more shot` : ''}`
				: `none ready, ${small(shot)} shot`
		];
		const named = lacks.length > 4 ? lacks.slice(0, 3) : lacks;
		for (const { number, lack } of named) parts.push(`${number} ${lacking(lack)}`);
		if (lacks.length > named.length) parts.push(`${small(lacks.length - named.length)} more lack something`);
		for (const on of ['platform', 'regulator'] as const) {
			const numbers = waiting.filter((one) => one.on === on).map(({ number }) => String(number));
			if (numbers.length > 0)
				parts.push(`${few(numbers, 4)} ${numbers.length === 1 ? 'waits' : 'wait'} for the ${on}`);
		}
		return `${range}: ${parts.join('; ')}.`;
	},
	contractEpisodes: (planned: number, agreed: number) =>
		planned >= agreed
			? `All ${agreed} contracted episodes are in the list.`
			: `${planned} of ${agreed} contracted episodes are in the list.`,
	contractSeconds: (have: number, agreed: number) =>
		have >= agreed
			? `The contracted ${minutes(agreed)} are reached: ${minutes(have)} in the can.`
			: `${minutes(have)} of the contracted ${minutes(agreed)} in the can.`,
	contractShort: (planned: number, agreed: number) =>
		`As planned, the episodes run ${minutes(planned)}: ${minutes(agreed - planned)} less than contracted.`,
	readiness: 'Readiness, one cell an episode',
	readinessHow:
		'Filled from below: shot. Dot: cut. Ring: in review. Tick: online. Corner: a request is open.',
	unlockAt: (number: number, price: string | null) =>
		price === null ? `Unlock point at ${number}` : `Unlock point at ${number}: ${price}`,
	cell: (number: number, title: string, status: string, shot: number | null, lacks: string) =>
		[
			title === '' ? `${number}` : `${number}, ${title}`,
			status,
			shot === null ? 'nothing to shoot' : `${shot} % shot`,
			...(lacks === '' ? [] : [lacks])
		].join('; '),
	columns: {
		number: 'No.',
		title: 'Title',
		status: 'Status',
		lacks: 'Lacks',
		share: 'Shot',
		shotSeconds: 'In the can',
		targetSeconds: 'Target',
		cutSeconds: 'Cut',
		scenes: 'Scenes',
		hook: 'Hook, first 3 s',
		twist: 'Twist',
		cliffhanger: 'Cliffhanger',
		access: 'Free or paid',
		unlock: 'Unlock point',
		unlockPrice: 'Price',
		scriptVersion: 'Script version',
		scriptLocked: 'Locked',
		sponsor: 'Sponsor beat',
		variantsDone: 'Platform versions',
		delivered: 'Deliverables',
		postOnly: 'Post only',
		notes: 'Notes'
	},
	about: {
		lacks: 'What it still lacks, what comes first in the work first.',
		share: 'Page eighths shot, of those its scenes need.',
		shotSeconds: 'Seconds on screen in the can: as reckoned for each scene, else a page a minute.',
		targetSeconds: 'How long it is meant to run.',
		cutSeconds: 'How long the cut is as it stands.',
		scenes: 'Scene numbers, separated by spaces or commas. One scene may be cut into two episodes.',
		unlock: 'Viewers decide here: from this episode they pay.',
		scriptLocked: 'The script of this episode is not changed any more.',
		postOnly: 'Made in animation or post alone: no shooting day is missing.',
		delivered: 'What is ready to be handed in.',
		variantsDone: 'Platforms whose own version is ready.'
	},
	statuses,
	access: { free: 'Free', paid: 'Paid' },
	deliverable,
	of: (done: number, all: number) => `${done} of ${all}`,
	lacks: (all: readonly Lack[]): string => all.map(lackWord).join('; '),
	wrong: {
		number: 'A whole number from 0 to 9999.',
		seconds: 'Seconds, or minutes and seconds, such as 90 or 1:30.',
		secondsMissing: 'An episode needs a target in seconds.',
		choice: (words: string) => `None of these: ${words}.`,
		check: 'Yes or no.',
		price: 'A sum, such as 9.90.',
		scene: (number: string) => `There is no scene ${number}.`,
		names: (typed: string) => `There is no “${typed}” to hand in here.`,
		long: (most: number) => `At most ${most} characters.`
	},
	add: 'Add episodes',
	addOne: 'Add an episode',
	addCount: 'How many',
	addCountWrong: 'A whole number from 1 to 200.',
	insert: 'Insert before',
	remove: 'Delete',
	removed: (n: number) => `Deleted ${count(n, 'episode', 'episodes')}; the scenes stay.`,
	renumber: 'Renumber',
	renumberNote: 'One after the other, in the order of the list. Scene numbers stay as they are on slates.',
	renumberFrom: 'First number',
	renumbered: (n: number) =>
		n === 0 ? 'The numbers were right already.' : `Renumbered ${count(n, 'episode', 'episodes')}.`,
	find: 'Find',
	show: 'Show',
	filters: {
		all: 'All',
		lacking: 'Lacking something',
		unlock: 'Up to the unlock point',
		review: 'In review'
	},
	none: 'No episode fits.',
	noneDo: 'Show all',
	shown: (n: number, all: number) =>
		n === all ? count(all, 'episode', 'episodes') : `${n} of ${all} episodes`,
	undo: 'Undo',
	redo: 'Redo',
	undoWhat: (what: string) => `Undo: ${what}`,
	redoWhat: (what: string) => `Redo: ${what}`,
	changed: (n: number) => `Changed ${count(n, 'episode', 'episodes')}.`,
	empty: 'No episodes yet',
	emptyDo:
		'Make the list here, or copy it in your own sheet and paste it: one row an episode, number and title first.',
	emptyRead: 'As soon as the planners have made the list, it is here.',
	make: (n: number) => `Make ${n} episodes`,
	paste: 'Paste from a sheet',
	pasteEmpty: 'There is nothing to paste: copy rows in your sheet first.',
	pasteBlocked:
		'This browser does not let us read what you copied. Click into the grid and press Ctrl and V.',
	sheet: {
		standing: 'How far it is',
		lacks: (what: string) => `Lacks ${what}.`,
		whole: 'Lacks nothing.',
		shot: (shot: string, all: string) => `${shot} of ${all} pages shot`,
		can: (seconds: number, all: number) => `${seconds} s of ${all} s in the can`,
		cast: 'Cast',
		story: 'Story',
		money: 'Free or paid',
		script: 'Script',
		deliverables: 'Deliverables',
		variants: 'Platform versions',
		noVariants: 'No platform wants a version of its own. Name them in Settings.',
		scenes: 'Scenes',
		noScenes: 'No scene yet.',
		addScene: 'Add a scene by number',
		removeScene: (number: string) => `Take scene ${number} out of this episode`,
		also: (numbers: string) => `also in ${numbers}`,
		states: { shot: 'shot', scheduled: 'scheduled', waiting: 'no day yet', omitted: 'omitted' },
		previous: 'Previous episode',
		next: 'Next episode'
	}
};
