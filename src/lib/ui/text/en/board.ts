/** Words of the board. */
import { clock, difference, duration } from '../../format.ts';
import { counted } from '../plural.ts';

const count = counted('en');
/** commands of a scene's sheet */
const SHEET = [
	'change-scenes',
	'add-set',
	'add-cast',
	'add-elements',
	'remove-element',
	'change-elements',
	'merge-elements',
	'locate-set'
];
/** commands of a day's sheet */
const WRAP = [
	'wrap-day',
	'correct-wrap',
	'unwrap-day',
	'add-delay',
	'remove-delay',
	'add-extension',
	'remove-extension'
];
const SMALL = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
const opening = (n: number): string => SMALL[n] ?? String(n);
const length = (minutes: number): string => duration(minutes, 'en');
/** Where people follow different rules there is no one figure to name. */
const under = (least: number | null): string =>
	least === null ? 'less than their rules ask' : `under ${length(least)}`;
const enough = (least: number | null): string =>
	least === null ? 'as long as their rules ask' : `${length(least)} or more`;

type Sentence = {
	readonly days: number;
	readonly wrappedDays: number;
	readonly overLimit: number;
	readonly overAgreed: number;
	readonly underRest: number;
	/** null: rules ask for different rests */
	readonly restMinutes: number | null;
	readonly unscheduled: number;
};
type Would = {
	readonly minutes: number;
	readonly wrapAt: number;
	readonly under: number;
	/** null: rules ask for different rests */
	readonly rest: number | null;
	readonly beyond: number;
	/** who or what could not be had there, in the fewest words */
	readonly trouble: readonly string[];
};

export const board = {
	/** letters of the code tile, by strip kind */
	tile: {
		di: 'D INT',
		de: 'D EXT',
		ni: 'N INT',
		ne: 'N EXT',
		dawn: 'DAWN',
		dusk: 'DUSK'
	},
	tileBoth: { day: 'D I/E', night: 'N I/E' },
	tileUnknown: '?',
	intExt: { int: 'INT', ext: 'EXT', 'int-ext': 'INT/EXT' },
	time: { day: 'Day', night: 'Night', dawn: 'Dawn', dusk: 'Dusk' },
	boneyard: 'Boneyard',
	label: 'Stripboard',

	sentence: (of: Sentence): string => {
		const days = `${count(of.days, 'day', 'days')}${of.wrappedDays > 0 ? `, ${of.wrappedDays} wrapped` : ''}.`;
		const over =
			of.overLimit > 0
				? `${opening(of.overLimit)} over the limit`
				: of.overAgreed > 0
					? `${opening(of.overAgreed)} past the agreed day`
					: 'All within the agreed day';
		const rest =
			of.underRest > 0
				? `${count(of.underRest, 'person rests', 'people rest')} ${under(of.restMinutes)}`
				: `everyone rests ${enough(of.restMinutes)}`;
		const waiting = of.unscheduled > 0 ? `${of.unscheduled} unscheduled.` : 'Everything is scheduled.';
		return `${days} ${over}; ${rest}. ${waiting}`;
	},
	nothingShot: (unscheduled: number) =>
		`No day has a scene yet. ${count(unscheduled, 'scene waits', 'scenes wait')} in the boneyard.`,
	draft: 'Draft',
	draftMeans: 'This plan can still change. Only a call sheet is binding.',

	mode: { label: 'How much to show', whole: 'Whole', days: 'Days', day: 'Day' },
	twoLines: 'Cast and minutes on a second line',
	foldSets: 'Fold all sets',
	unfoldSets: 'Unfold all sets',
	view: 'View',
	exportTo: 'Export…',
	add: 'Add',
	addDay: 'Shoot day',
	addScene: 'Scene',
	/** leads to the page where a new version of the script is laid beside the plan */
	importRewrite: 'Import a rewrite…',
	dropScript: 'Drop to lay this script beside the plan',
	undoStep: (what: string) => `Undo: ${what}`,
	redoStep: (what: string) => `Redo: ${what}`,
	undone: (what: string) => `Taken back: ${what}`,
	redone: (what: string) => `Done again: ${what}`,
	nothingToUndo: 'Nothing to undo',
	nothingToRedo: 'Nothing to redo',
	undo: 'Undo',
	redo: 'Redo',
	previousDay: 'Day before',
	nextDay: 'Day after',
	chooseDay: 'Which day',
	select: 'Select',
	selectDone: 'Done',
	moveTo: 'Move to day…',

	filter: {
		label: 'Filter',
		text: 'Number, set or words',
		cast: 'Cast',
		anyCast: 'Any cast',
		set: 'Set',
		anySet: 'Any set',
		status: 'Status',
		anyStatus: 'Any status',
		clear: 'Clear filter',
		shown: (some: number, all: number) => `Showing ${some} of ${count(all, 'strip', 'strips')}.`
	},

	day: {
		short: (n: number, unit: string) => `D${n}${unit === 'A' ? '' : unit}`,
		name: (n: number, unit: string, date: string) =>
			`Shoot day ${n}${unit === 'A' ? '' : `, unit ${unit}`}${date ? `, ${date}` : ', no date'}`,
		noDate: 'No date',
		empty: 'No scenes yet',
		minutes: (n: number) => `${n} min`,
		scenes: 'sc',
		cast: 'cast',
		moves: 'mv',
		allFigures: (scenes: number, pages: string, cast: number, moves: number) =>
			`${count(scenes, 'scene', 'scenes')}, ${pages} pages, ${count(cast, 'of the cast', 'of the cast')}, ${count(moves, 'company move', 'company moves')}`,
		menu: (name: string) => `${name}: change`,
		date: 'Date',
		call: 'Crew call',
		callDefault: (at: string) => `empty: ${at}, as the production says`,
		addBanner: 'Add to this day',
		bannerMove: 'Company move',
		bannerMeal: 'Meal',
		bannerNote: 'Note',
		addAfter: 'Add a day after this one',
		went: 'How the day went…',
		remove: 'Remove this day',
		removeMeans: (strips: number) =>
			strips > 0 ? `${count(strips, 'strip goes', 'strips go')} to the boneyard` : 'nothing is on it',
		removed: (n: number, strips: number) =>
			`Day ${n} removed${strips > 0 ? `, ${count(strips, 'strip', 'strips')} to the boneyard` : ''}`,
		added: 'Shoot day added',
		notATime: 'Write a time such as 06:30',
		wrapped: 'wrapped'
	},

	load: {
		label: (of: { worked: number; regular: number; over: number; beyond: number }) =>
			`${length(of.worked)} of work${of.over > 0 ? `, ${length(of.over)} past the agreed day` : ''}${of.beyond > 0 ? `, ${length(of.beyond)} over the limit` : ''}`,
		title: (name: string) => `Hours of ${name}`,
		call: 'Crew call',
		firstShot: 'To the first shot',
		shooting: 'Shooting',
		moves: 'Company moves',
		setChanges: 'Changes of set',
		other: 'Banners',
		meal: 'Meal',
		wrap: 'Picture wrap to last person',
		worked: 'Worked, meal taken off',
		regular: (limit: number) => `up to ${length(limit)}`,
		over: (limit: number) => `overtime, to ${length(limit)}`,
		beyond: 'over the limit',
		lastWrap: 'Last person wraps'
	},

	night: {
		label: (rest: string, short: number, least: number | null) =>
			short > 0
				? `Night: shortest rest ${rest}, ${count(short, 'person', 'people')} ${under(least)}`
				: `Night: shortest rest ${rest}, nobody ${under(least)}`,
		nobody: 'Nobody is called on both days',
		title: (from: string, to: string) => `Rest between ${from} and ${to}`,
		short: (n: number, least: number | null) => `${count(n, 'person rests', 'people rest')} ${under(least)}:`,
		none: (least: number | null) => `Everyone called on both days rests ${enough(least)}.`,
		asked: (least: number) => `of ${length(least)} by their rules`,
		missing: (minutes: number) => `${length(minutes)} short`,
		reckoned: (wrap: number, call: number) => `wrap ${clock(wrap)}, next call ${clock(call)}`,
		free: (n: number) => `+${count(n, 'day', 'days')} off`,
		word: 'Night'
	},

	would: (of: Would): string =>
		[
			difference(of.minutes, 'en') === '0 min' ? 'same length' : difference(of.minutes, 'en'),
			`wrap ${clock(of.wrapAt)}`,
			of.beyond > 0 ? `${length(of.beyond)} over the limit` : '',
			of.under > 0
				? `${of.under} more ${under(of.rest)}`
				: of.under < 0
					? `${-of.under} fewer ${under(of.rest)}`
					: '',
			...of.trouble
		]
			.filter(Boolean)
			.join(', ')
			.replaceAll(/(\d) (h|min)\b/g, '$1\u00a0$2')
			.replaceAll(/h (\d)/g, 'h\u00a0$1'),
	wouldWait: (n: number) => `${count(n, 'strip waits', 'strips wait')} in the boneyard`,

	strips: (n: number) => count(n, 'strip', 'strips'),
	scenes: (n: number) => count(n, 'scene', 'scenes'),
	pages: (pages: string) => `${pages} pages`,
	part: (n: number) => `pt${n}`,
	noSet: 'No set yet',
	noNumber: 'no number',
	lockedMark: 'Locked: it stays where it is',
	omitted: 'omitted',
	conflicts: (n: number) => count(n, 'conflict', 'conflicts'),
	status: {
		todo: 'To do',
		shooting: 'Shooting',
		shot: 'Shot',
		partial: 'Partial',
		dropped: 'Dropped'
	},
	hereToo: (names: string) => `${names} is on this`,

	boneyardCount: (n: number) => `Boneyard ${n}`,
	boneyardEmpty: 'Every scene is on a day.',
	foldBoneyard: 'Fold the boneyard',
	openBoneyard: 'Open the boneyard',
	sort: { label: 'Sort', set: 'by set', number: 'by number', script: 'by script' },

	said: {
		grabbed: (n: number) =>
			`${count(n, 'strip', 'strips')} picked up. Move with the pointer, Escape lets go.`,
		cancelled: 'Left where it was',
		moved: (n: number, where: string) => `${count(n, 'strip', 'strips')} moved to ${where}`,
		notMoved: 'Nothing was moved: locked, or gone meanwhile',
		gone: 'Somebody else took the strip away meanwhile',
		locked: 'Locked strips stay where they are',
		selected: (n: number) => `${count(n, 'strip', 'strips')} selected`,
		marked: (n: number, what: string) => `${count(n, 'strip', 'strips')}: ${what}`
	},

	step: (name: string, n: number): string => {
		if (name === 'move-strips') return `${count(n, 'strip', 'strips')} moved`;
		if (name.startsWith('mark-')) return 'status';
		if (name === 'add-scene') return 'scene added';
		if (name === 'import-script') return 'rewrite taken in';
		if (name === 'add-banner') return 'banner added';
		if (name === 'remove-banner') return 'banner removed';
		if (name === 'add-shoot-day') return 'shoot day added';
		if (name === 'remove-shoot-day') return 'shoot day removed';
		if (name === 'change-days') return 'day changed';
		if (WRAP.includes(name)) return 'how the day went';
		if (name === 'change-strips') return 'strip changed';
		if (SHEET.includes(name)) return 'scene changed';
		return 'last change';
	},

	move: {
		title: (n: number) => `Move ${count(n, 'strip', 'strips')} to…`,
		best: 'Fits best',
		longer: (minutes: number) => difference(minutes, 'en'),
		sameLength: 'no longer',
		sameLocation: 'location is there',
		otherLocation: 'another location',
		castThere: (called: number, needed: number) => `${called} of ${needed} cast called`,
		overtime: (minutes: number) => `${difference(minutes, 'en')} overtime`,
		beyond: (minutes: number) => `${length(minutes)} over the limit`,
		underRest: (n: number) => `${count(n, 'person', 'people')} more under rest`,
		lessRest: (n: number) => `${count(n, 'person', 'people')} fewer under rest`
	},

	sheet: {
		scene: (number: string) => `Scene ${number}`,
		banner: 'Banner',
		minutes: 'Minutes',
		notMinutes: 'Write whole minutes, or leave it empty',
		basis: { shot: 'as shot' },
		estimate: (minutes: number, basis: string) => `${minutes} min, ${basis}`,
		locked: 'Locked in its place',
		status: 'Status',
		left: 'How much is left?',
		leftOf: (all: string) => `of ${all} pages`,
		leftDo: 'Mark partial',
		partSize: (pages: string) => `this part: ${pages} pages`,
		gone: 'This strip was taken off the board.',
		bannerText: 'Text',
		removeBanner: 'Remove this banner',
		moveTo: 'Move to day…',
		where: (day: string) => `On ${day}`,
		inBoneyard: 'In the boneyard'
	},

	empty: {
		title: 'Nothing to shoot yet',
		noDays: (scenes: number) => `${count(scenes, 'scene waits', 'scenes wait')} for shoot days.`,
		noScenes: 'No scenes yet. Add the first one; it waits in the boneyard until you give it a day.',
		noDaysDo: (days: number) => `Add ${count(days, 'shoot day', 'shoot days')}`,
		noScenesDo: 'Add a scene',
		readOnly: 'The planner has not put anything on the board yet.'
	},
	keys: 'Arrows walk the strips, Space selects, Enter opens, M moves to a day, Alt and arrows move the strip.'
};
