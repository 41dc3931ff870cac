import { counted } from '../plural.ts';
import type { ElementCategory } from '#lib/domain/schedule/element-categories.ts';

const count = counted('en');
const scenes = (n: number): string => count(n, 'scene', 'scenes');

/** Category names as a breakdown sheet has them. */
const category: Record<ElementCategory, string> = {
	background: 'Background',
	stunts: 'Stunts',
	vehicles: 'Vehicles',
	props: 'Props',
	camera: 'Camera',
	'special-effects': 'Special effects',
	wardrobe: 'Wardrobe',
	'make-up': 'Make-up and hair',
	animals: 'Animals',
	'animal-wrangler': 'Animal wrangler',
	music: 'Music',
	sound: 'Sound',
	art: 'Art department',
	'set-dressing': 'Set dressing',
	greenery: 'Greenery',
	'special-equipment': 'Special equipment',
	security: 'Security',
	labor: 'Additional labour',
	'visual-effects': 'Visual effects',
	'mechanical-effects': 'Mechanical effects',
	miscellaneous: 'Miscellaneous'
};

export const breakdown = {
	title: 'Breakdown',
	number: 'Scene number',
	eighths: 'Pages',
	eighthsHint: 'such as 1 3/8',
	notEighths: 'Write pages and eighths, such as 1 3/8',
	intExt: 'INT/EXT',
	time: 'Time of day',
	unknown: 'not known',
	set: 'Set',
	location: 'Location',
	locationOfSet: 'name the set first',
	synopsis: 'Synopsis',
	scriptDay: 'Script day',
	sequence: 'Sequence',
	unit: 'Unit',
	scriptPage: 'Script page',
	comments: 'Comments',
	notes: 'Notes',
	takeOff: (name: string) => `Take ${name} off`,
	nobody: 'none',
	sceneGone: 'This scene was taken away.',
	printOne: 'Print this sheet',
	printAll: 'All breakdown sheets',
	steps: {
		label: 'Scenes of the script',
		before: 'Previous scene',
		after: 'Next scene',
		place: (at: number, of: number) => `${at} of ${of}`,
		keys: 'J K, or Alt ↓ ↑ while typing'
	},
	cast: {
		label: 'Cast',
		add: 'Add cast',
		hint: 'Numbers or names: 1 4 7, Auntie He',
		unknown: (numbers: string) => `Nobody has board number ${numbers}`
	},
	elements: {
		label: 'Elements',
		none: 'Nothing yet',
		category: 'Category',
		add: 'Add elements',
		hint: 'Fruit knife, red car',
		name: 'Name',
		boardId: 'Number',
		noName: 'Write what it is called',
		everywhere: (n: number) => `In ${scenes(n)}. What changes here changes in all of them.`,
		twice: (name: string, where: readonly string[]) =>
			`“${name}” is there ${where.length === 2 ? 'twice' : `${where.length} times`}: ${where.join(', ')}.`,
		merge: (into: string) => `Make them one, under ${into}`
	},
	category,
	estimate: {
		label: 'Time',
		takes: (minutes: number) => `${minutes} min:`,
		typed: 'as typed',
		pages: (each: number, pages: string, minutes: number) => `${each} min a page × ${pages} = ${minutes} min`,
		setups: (n: number, each: number, minutes: number) =>
			`${count(n, 'set-up', 'set-ups')} × ${each} min = ${minutes} min`,
		factor: (why: string, times: number) => `${why} × ${times}`,
		factors: (factors: readonly string[], minutes: number) =>
			`Might take ${minutes} min: ${factors.join(', ')}.`,
		take: (minutes: number) => `Reckon with ${minutes} min`,
		why: {
			'night-exterior': 'night exterior',
			action: 'action',
			'many-cast': 'more than four of cast',
			child: 'child',
			animal: 'animal'
		},
		minutes: 'Minutes',
		setupCount: 'Set-ups',
		seconds: 'Seconds on screen',
		secondsOf: (n: number) => `${n} s by pages`,
		notWhole: 'Write a whole number, or leave it empty'
	},
	episodes: {
		label: 'Episodes',
		add: 'Add episodes',
		hint: 'Numbers: 3, 4',
		unknown: (numbers: string) => `There is no episode ${numbers}`
	},
	script: {
		label: 'Script',
		none: 'No text was imported for this scene.',
		absent: 'The script is not on this device yet. It comes once there is a network, and then it stays.'
	},
	history: {
		label: 'History',
		imports: 'What imports and reviews did to it',
		from: { platform: 'the platform', regulator: 'the regulator', us: 'ourselves' },
		addedBy: (from: string, round: number, n: number) => `Added by request ${round}.${n} of ${from}:`,
		asked: (from: string, round: number, n: number) => `request ${round}.${n} of ${from}`,
		import: {
			added: 'added',
			changed: 'rewritten',
			moved: 'moved in the script',
			removed: 'cut',
			returned: 'back in the script'
		},
		length: (before: string, after: string) => `${before} → ${after} pages`,
		asking: 'Asking the server…',
		offline: 'Who changed what is kept by the server: this needs a network.',
		failed: 'The server could not say. Nothing was changed.',
		nothing: 'Nothing has reached the server yet.',
		more: 'Older changes are left out.',
		nobody: 'Daybreak',
		made: 'Scene made',
		away: 'Put away',
		back: 'Taken back',
		gone: 'one that has gone',
		empty: 'nothing',
		yes: 'yes',
		no: 'no',
		set: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
		changed: (field: string) => `${field} changed`,
		members: (field: string, added: readonly string[], gone: readonly string[]) =>
			`${field}: ${[...added.map((name) => `+ ${name}`), ...gone.map((name) => `− ${name}`)].join(', ')}`,
		otherField: 'Another field',
		fields: {
			number: 'Scene number',
			episodeIds: 'Episodes',
			order: 'Place in the script',
			intExt: 'INT/EXT',
			time: 'Time of day',
			setId: 'Set',
			synopsis: 'Synopsis',
			eighths: 'Pages',
			castIds: 'Cast',
			estimateMinutes: 'Minutes',
			setups: 'Set-ups',
			notes: 'Notes',
			scriptDay: 'Script day',
			scriptPage: 'Script page',
			sequence: 'Sequence',
			unit: 'Unit',
			screenSeconds: 'Seconds on screen',
			comments: 'Comments',
			elementIds: 'Elements',
			textId: 'Script text',
			requestId: 'Request',
			omitted: 'Omitted'
		}
	},
	sheets: {
		title: 'Breakdown sheets',
		print: 'Print',
		all: 'All scenes',
		open: 'Break down',
		none: 'No scenes yet. They come from a script, or are added on the board.',
		empty: 'There is no such scene.',
		board: 'To the board',
		sheetNumber: (n: number) => `Sheet ${n}`,
		page: (pages: string) => `${pages} pages`,
		minutes: (n: number) => `${n} min`,
		onScreen: (n: number) => `${n} s on screen`
	}
};
