import type { StartItem, StartPlace } from '#lib/domain/launch/start-checklist.ts';

const items: Record<StartItem, string> = {
	dates: 'Green light, first shoot day and launch are dated',
	episodes: 'Episodes are there',
	scenes: 'The script is in',
	'broken-down': 'Every scene has a set and what it needs',
	'cast-named': 'Every part is played by somebody',
	'crew-listed': 'Production, direction, camera and sound are listed',
	places: 'Every set is at a location',
	hospitals: 'Every location has its nearest hospital',
	minors: 'Latest wrap and longest day of minors are agreed',
	schedule: 'Every scene is on a shoot day',
	'planning-number': 'The planning number is there',
	'people-invited': 'Somebody else is invited',
	contract: 'The contract is signed',
	permits: 'Permits for the locations are there',
	'deals-signed': 'Cast and crew have signed, with hours and pay',
	insurance: 'Everybody is insured from the first day',
	safety: 'Somebody answers for safety, and the briefing is set',
	'first-call': 'The first call sheet is out'
};
const places: Record<StartPlace, string> = {
	board: 'Board',
	episodes: 'Episodes',
	breakdown: 'Breakdown',
	people: 'People',
	settings: 'Settings',
	start: 'Here'
};

/** What a production needs before its first shoot day. */
export const start = {
	title: 'Before the first shoot day',
	sentence: (done: number, of: number) => `${done} of ${of} are done.`,
	complete: 'Everything is there. Have a good shoot.',
	doneTitle: 'Done',
	isDone: 'Done',
	have: (n: number) => String(n),
	haveOf: (n: number, of: number) => `${n} of ${of}`,
	goFor: (item: string) => `Go and see: ${item}`,
	dismiss: 'Don’t show this on the board any more',
	showAgain: 'Show this on the board again',
	number: 'Planning number',
	numberHint: 'Written down here once it has come.',
	onBoard: (done: number, of: number) => `Start: ${done} of ${of}`,
	items,
	places
};
