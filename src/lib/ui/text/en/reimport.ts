/** Reading a script again: what it changes, why, and what that does to the schedule. */
import { duration, eighths, list } from '../../format.ts';
import { counted } from '../plural.ts';

const count = counted('en');
const signed = (n: number, say: (n: number) => string): string => `${n < 0 ? '−' : '+'}${say(Math.abs(n))}`;

export const reimport = {
	title: 'Import a rewrite',
	why: 'The new script is laid beside the plan. Schedule, estimates, notes and marks stay; you choose what to take.',
	source: 'The new script',
	sourceHint: 'It is read on this device.',
	textsMissing: (n: number) =>
		`The old text of ${count(n, 'scene', 'scenes')} is not on this device yet. Connect once, or go on: ${n === 1 ? 'it is' : 'they are'} compared by place, cast and first line.`,
	found: 'What changes',
	nothing: 'Nothing differs: the plan already stands at this script.',
	counts: (n: { added: number; changed: number; moved: number; removed: number; same: number }): string =>
		[
			n.added > 0 ? `${n.added} added` : '',
			n.changed > 0 ? `${n.changed} changed` : '',
			n.moved > 0 ? `${n.moved} moved` : '',
			n.removed > 0 ? `${n.removed} removed` : '',
			count(n.same, 'scene stays', 'scenes stay')
		]
			.filter(Boolean)
			.join(', ') + '.',
	outside: (n: number) =>
		`The file holds some episodes only. ${count(n, 'scene', 'scenes')} of the others ${n === 1 ? 'is' : 'are'} left alone.`,
	whole: 'This is the whole script: what isn’t in it has gone',
	kinds: {
		added: 'Added',
		changed: 'Changed',
		moved: 'Moved',
		removed: 'Removed',
		returned: 'Back again',
		renumbered: 'Only renumbered'
	},
	kindWhy: {
		added: 'Each gets a strip in the boneyard.',
		changed: 'Strips stay where they are.',
		moved: 'In the script, not on the board.',
		removed: 'Omitted. What isn’t shot goes to the boneyard.',
		returned: 'With the strips they had.',
		renumbered: 'Their strips carry the new number.'
	},
	takeAll: 'Take all',
	take: (number: string) => `Take scene ${number}`,
	takeField: (field: string, number: string) => `Take ${field} of scene ${number}`,
	takeNumbers: 'Take the new numbers',
	scene: (number: string) => `Scene ${number}`,
	was: (number: string) => `was ${number}`,
	shot: 'Shot already',
	shotRewritten: 'Shot, but rewritten',
	splitFrom: (number: string) => `Cut from scene ${number}`,
	mergedInto: (number: string) => `Its text stands in scene ${number} now`,
	yours: 'Changed here since',
	onDays: (days: readonly number[]) =>
		days.length === 0 ? 'Boneyard' : `${days.length === 1 ? 'Day' : 'Days'} ${list(days.map(String), 'en')}`,
	fields: {
		number: 'number',
		episodes: 'episode',
		intExt: 'int/ext',
		time: 'time of day',
		set: 'set',
		cast: 'cast',
		eighths: 'length',
		synopsis: 'synopsis',
		elements: 'breakdown',
		text: 'text'
	},
	movedInScript: 'place in the script',
	intExt: { int: 'INT', ext: 'EXT', 'int-ext': 'INT/EXT' } as Readonly<Record<string, string>>,
	time: { day: 'day', night: 'night', dawn: 'dawn', dusk: 'dusk' } as Readonly<Record<string, string>>,
	none: '–',
	pages: (n: number) => `${eighths(n)} p`,
	before: 'As it was',
	after: 'As it is now',
	textUnknown: 'The old text isn’t known.',
	textGone: 'Not in the new script.',
	textNew: 'Not in the old script.',
	textSame: 'The text is the same.',
	unfold: (number: string) => `Show scene ${number} beside its old text`,
	offers: (n: number) => `${count(n, 'name', 'names')} may be one you have`,
	offersWhy: 'Nothing is joined unless you say so. A name left alone becomes a new one.',
	offerKind: { character: 'Cast', set: 'Set' },
	offerReason: {
		spelling: 'spelled another way',
		'part-of': 'one is part of the other',
		place: 'stands where the other stood'
	},
	offer: (name: string, known: string) => `${name} is ${known}`,
	newNames: (characters: readonly string[], sets: readonly string[]) =>
		[
			characters.length > 0 ? `New in the cast: ${list(characters, 'en')}.` : '',
			sets.length > 0 ? `New sets: ${list(sets, 'en')}.` : ''
		]
			.filter(Boolean)
			.join(' '),
	reason: 'Why it changed',
	reasonWhy: 'Asked once, so that work added later carries its cause.',
	reasons: { ours: 'Our own rewrite', request: 'Asked for in a review' },
	request: 'Which request',
	newRequest: 'A request not written down yet',
	requestName: (from: 'platform' | 'regulator' | 'us', round: number, number: number, words: string) =>
		`${{ platform: 'Platform', regulator: 'Regulator', us: 'Ours' }[from]}, round ${round}, no. ${number}${words ? `: ${words}` : ''}`,
	from: 'Who asked',
	froms: { platform: 'The platform', regulator: 'The regulator' },
	round: 'Round of the review',
	asked: 'What was asked',
	version: 'Version',
	versionHint: 'As the writers name it: Blue, v3, final 2.',
	versionPlatform: 'The platform’s version',
	versionPlatformHint: 'The script is the platform’s: name the version it sent.',
	effect: 'What it does to the schedule',
	effectOf: (pages: number, minutes: number): string =>
		pages === 0 && minutes === 0
			? 'No page more or less, and no minute.'
			: `${pages === 0 ? 'No page more or less' : signed(pages, (n) => `${eighths(n)} ${n > 8 ? 'pages' : 'page'}`)}, ${minutes === 0 ? 'and no minute' : `${signed(minutes, (n) => duration(n, 'en'))} of shooting`}.`,
	waiting: (n: number) => `${count(n, 'new strip waits', 'new strips wait')} in the boneyard.`,
	leaving: (n: number) => `${count(n, 'strip leaves its', 'strips leave their')} day for the boneyard.`,
	noDays: 'No shoot day gets longer or shorter.',
	dayChange: (day: number, before: number, after: number) =>
		`Day ${day}: ${duration(before, 'en')} → ${duration(after, 'en')} (${signed(after - before, (n) => duration(n, 'en'))})`,
	meanwhile:
		'The plan has changed while you looked. All of this is reckoned anew from the plan as it is now.',
	meanwhileImport: (version: string) =>
		`Somebody else took in ${version ? `“${version}”` : 'a rewrite'} while you looked. All of this is reckoned anew: what is in the plan already is not added twice.`,
	seen: 'I have looked again',
	wrong: {
		reason: 'Say why the script changed.',
		request: 'Choose the request, or write it down.',
		asked: 'Write down what was asked.',
		round: 'A whole number from 1.',
		version: 'Name the platform’s version.',
		meanwhile: 'Look again first: the plan has changed.',
		nothing: 'Nothing is ticked.'
	},
	import: 'Take it in',
	importing: 'Taking it in…',
	cancel: 'Cancel',
	nothingYet: 'Nothing is written until you press “Take it in”. One undo takes it back.',
	done: (n: number) => `Took in the rewrite: ${count(n, 'scene', 'scenes')} differ.`,
	failed: 'It could not be taken in. The plan is as it was.',
	readOnly: 'Your role may read the plan, not change it.'
};
