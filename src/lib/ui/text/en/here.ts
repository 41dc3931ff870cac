/** A production on this device: opening it, what waits by name, new versions, signing out. */
import { counted } from '../plural.ts';

const count = counted('en');

export const here = {
	fetching: 'Fetching the plan…',
	fetchingHint: 'It opens by itself as soon as it is here, and from then on without a network.',
	notHere: 'This production is not on this device yet',
	notHereHint: 'Connect once to fetch it. After that it opens without a network, for days.',
	noMember: 'You are not a member of this production',
	noMemberHint:
		'The link may be for another account, or somebody took you off the list. Changes you made before are kept on this device.',
	noStorage: 'This browser gives Daybreak no storage',
	noStorageHint:
		'Private windows and full disks do that. Nothing could be kept, so nothing is opened: use an ordinary window, or free some space.',
	productions: 'All productions',
	again: 'Try again',
	newVersion: 'A new version of Daybreak is ready.',
	useNewVersion: 'Reload',
	heldBack: (n: number) =>
		`${count(n, 'change is', 'changes are')} still only on this device. Send, export or discard ${n === 1 ? 'it' : 'them'} before you sign out.`,
	undone: (what: string) => `Undone: ${what}`,
	draft: 'Draft',
	/** what a command did, for the list of what waits and for undo; `n` things */
	did: {
		'write-plan': () => 'Wrote the plan',
		'write-guest': () => 'Updated what viewers see',
		'move-strips': (n: number) => `Moved ${count(n, 'strip', 'strips')}`,
		'change-productions': () => 'Changed the production',
		'change-episodes': (n: number) => `Changed ${count(n, 'episode', 'episodes')}`,
		'add-episodes': (n: number) => `Added ${count(n, 'episode', 'episodes')}`,
		'insert-episode': () => 'Inserted an episode',
		'remove-episodes': (n: number) => `Deleted ${count(n, 'episode', 'episodes')}`,
		'renumber-episodes': (n: number) => `Renumbered ${count(n, 'episode', 'episodes')}`,
		'change-scenes': () => 'Changed a scene',
		'change-strips': () => 'Changed a strip',
		'change-days': () => 'Changed a shoot day',
		'change-characters': () => 'Changed a character',
		'change-people': () => 'Changed a person',
		'change-sets': () => 'Changed a set',
		'change-locations': () => 'Changed a location',
		'change-gates': () => 'Changed a gate',
		'change-requests': () => 'Changed a request',
		'add-shoot-day': () => 'Added a shoot day',
		'remove-shoot-day': () => 'Took a shoot day off the board',
		'mark-todo': (n: number) => `Set ${count(n, 'strip', 'strips')} back to do`,
		'mark-shooting': () => 'Started a scene',
		'mark-shot': (n: number) => `Marked ${count(n, 'strip', 'strips')} shot`,
		'mark-dropped': (n: number) => `Marked ${count(n, 'strip', 'strips')} dropped`,
		'mark-partial': () => 'Marked a strip partly shot',
		'add-scene': () => 'Added a scene',
		'add-banner': () => 'Added a banner',
		'remove-banner': () => 'Removed a banner',
		'add-person': () => 'Added a person',
		'remove-person': () => 'Removed a person',
		'add-character': () => 'Added a character',
		'add-set': () => 'Added a set',
		'import-script': (n: number) => `Took in a rewrite: ${count(n, 'scene', 'scenes')}`,
		'write-texts': () => 'Kept the text of scenes',
		'add-request': () => 'Wrote down a request',
		'remove-request': () => 'Put a request away',
		'locate-set': () => 'Said where a set is',
		'add-cast': (n: number) => `Added ${count(n, 'character', 'characters')} to a scene`,
		'add-elements': (n: number) => `Added ${count(n, 'element', 'elements')} to a scene`,
		'remove-element': () => 'Took an element off a scene',
		'change-elements': () => 'Changed an element',
		'merge-elements': () => 'Merged elements',
		undo: () => 'Undid or redid a change',
		other: () => 'Made a change'
	} satisfies Record<string, (n: number) => string>,
	/** why the server refused a change */
	why: {
		reader: 'Your role may read this, not change it.',
		'too-big': 'It is larger than one change may be.',
		malformed: 'It could not be read.',
		pending: 'It builds on a change the server does not have.',
		'not-own': 'It was made under another person’s name.',
		'added-only': 'Entries here are only ever added.',
		rate: 'There were too many changes at once.',
		storage: 'The server could not store it.'
	}
};
