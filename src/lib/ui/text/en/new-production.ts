import { eighths } from '../../format.ts';
import { counted } from '../plural.ts';

const count = counted('en');

export const newProduction = {
	title: 'New production',
	steps: { about: 'Production', script: 'Script', check: 'Check' },
	about: 'What is it called, and when?',
	name: 'Title',
	starts: 'Green light',
	startsHint: 'The day work begins.',
	launches: 'Launch',
	launchesHint: 'The day the first episodes go online.',
	shoots: 'First shoot day',
	days: 'Number of shoot days',
	daysHint: 'More can be added on the board.',
	zone: 'Time zone',
	currency: 'Currency',
	wrong: {
		titleMissing: 'Give the production a title.',
		titleLong: 'A title has at most 200 characters.',
		startsMissing: 'Choose the day of the green light.',
		launchesMissing: 'Choose the day of the launch.',
		launchBeforeStart: 'The launch is before the green light. Choose a later day.',
		shootsMissing: 'Choose the first shoot day.',
		shootBeforeStart: 'The first shoot day is before the green light. Choose a later day.',
		shootAfterLaunch: 'The first shoot day is after the launch. Choose an earlier day.',
		daysWrong: 'A whole number of days, from 1 to 120.',
		daysTooMany: (days: number) =>
			`From the first shoot day to the launch there are only ${count(days, 'day', 'days')}.`
	},
	fix: (n: number) => `${count(n, 'thing is', 'things are')} still missing or wrong, marked above.`,
	scriptTitle: 'Script',
	scriptWhy:
		'Scenes, cast and sets are read from it and a first schedule is made. You can also add one later.',
	drop: 'Drop a Fountain script here, or choose it',
	dropHint: '.fountain or .txt, English or Chinese',
	paste: 'Or paste the script',
	pasteHint: 'The text is read on this device.',
	pasted: 'Pasted text',
	reading: 'Reading the script…',
	withoutScript: 'Start without a script',
	check: 'Check what was found',
	takeAway: 'Take the script out',
	create: 'Create the production',
	creating: 'Creating…',
	nothingYet: 'Nothing has been written yet.',
	found: (scenes: number, episodes: number) =>
		episodes > 0
			? `${count(scenes, 'scene', 'scenes')} in ${count(episodes, 'episode', 'episodes')} found.`
			: `${count(scenes, 'scene', 'scenes')} found.`,
	figures: { episodes: 'Episodes', scenes: 'Scenes', cast: 'Cast', sets: 'Sets', pages: 'Pages' },
	pages: (n: number) => eighths(n),
	mode: {
		fountain: 'Read as Fountain.',
		chinese: 'Read as a Chinese script (episode-scene numbers, 内/外, 日/夜).',
		mixed: 'Read as Fountain with Chinese headings.'
	},
	titleFound: (title: string) => `The script is called “${title}”.`,
	useTitle: 'Use as the title',
	warnings: (n: number) => `${count(n, 'place', 'places')} to look at`,
	noWarnings: 'Everything in the script was understood.',
	line: 'Line',
	what: 'What was read',
	asWritten: 'As written',
	merges: 'Perhaps the same',
	mergesWhy: 'These look like one. They stay apart unless you join them.',
	merge: 'Join',
	apart: 'Keep apart',
	joined: 'joined',
	mergeCharacter: (names: string) => `Characters: ${names}`,
	mergeSet: (names: string) => `Sets: ${names}`,
	scene: 'Scene',
	episode: 'Ep.',
	place: 'Set',
	light: 'Light',
	cast: 'Cast',
	scenesOf: (n: number) => count(n, 'scene', 'scenes'),
	linesOf: (n: number) => count(n, 'line', 'lines'),
	showAll: (n: number) => `Show all ${n}`,
	omitted: 'omitted'
};
