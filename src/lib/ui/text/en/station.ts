import { counted as countedIn } from '../plural.ts';

const counted = countedIn('en');

export const station = {
	title: 'Station',
	// on the tablet
	who: 'Who are you?',
	called: (time: string) => `called ${time}`,
	notCalled: 'not called',
	calledToday: (date: string, n: number, first: string) =>
		`${date}: ${counted(n, 'person', 'people')} called, the first at ${first}.`,
	nobodyCalled: (date: string) => `${date}: nobody here is called.`,
	callsUnknown: 'Today’s calls are not on this tablet. They come with the network.',
	search: 'Search names',
	noneFound: (typed: string) => `No name here has “${typed}” in it.`,
	nobody: 'Nobody is on this station’s list',
	nobodyDo: 'A planner adds people in Settings, under Stations.',
	pinOf: (name: string) => `${name}, your PIN`,
	typed: (digits: number) => counted(digits, 'digit typed', 'digits typed'),
	digitsWrong: 'A PIN has four to eight digits.',
	erase: 'Erase',
	ok: 'OK',
	checking: 'Checking…',
	wrong: 'That is not your PIN.',
	shut: (seconds: number) =>
		`Too many wrong PINs. Try again in ${seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`}.`,
	noPin: (name: string) => `${name} has no PIN yet`,
	noPinDo:
		'Set one on your own Hours page, under “PIN for stations”. Whoever keeps your hours sets it for you if you have no account. This tablet learns of it as soon as it has a network.',
	back: 'Back to names',
	backIn: (seconds: number) => `Back to names in ${seconds} s`,
	notKnown:
		'This tablet knows of no start of yours. If you started somewhere else, wrap there, or enter the day here.',
	said: (name: string, what: string) => `${name}: ${what}`,
	enteredDay: (date: string) => `Hours of ${date} are in.`,
	notSaved: 'Not saved on this tablet yet: it is tried again by itself. Leave this page open.',
	failed: 'This could not be written. Nothing was logged; try again.',
	unsent: 'Added here, not sent yet',
	unsentNote: 'What is sent is no longer on this tablet. All your hours are on your own Hours page.',
	nothingUnsent: 'Nothing of yours waits here.',
	refused: 'Not taken by the server; ask whoever keeps your hours',
	about: 'About this station',
	aboutOf: (name: string, title: string) => `${name} · ${title}`,
	zone: (zone: string) => `Times are those of ${zone}.`,
	unkept:
		'This browser keeps nothing between visits: after a restart this tablet would be no station. Use a normal window.',
	leave: 'Stop being a station',
	leaveSure: 'This tablet forgets its names and PINs. A planner has to make it a station again.',
	leaveHeld: (n: number) =>
		Number.isFinite(n)
			? `${counted(n, 'entry is', 'entries are')} only on this tablet. Connect it until nothing waits, or export first.`
			: 'It is not known what waits on this tablet, because the browser does not let its storage be read.',
	heldOf: (name: string, n: number) => `${name}: ${counted(n, 'entry', 'entries')}`,
	leaveExport: 'Export what waits',
	leaveExported: 'The file is in this tablet’s downloads.',
	leaveDiscard: (n: number) =>
		Number.isFinite(n) ? `Discard ${counted(n, 'entry', 'entries')} and stop` : 'Stop all the same',
	left: 'This tablet is no station any more.',
	setUp: 'Make this tablet a station',
	setUpDo:
		'At a station people pick their name, give their PIN and log their hours, with or without a network. They see nothing else. Do this only on the tablet that stays there.',
	setUpNow: 'Make it a station',
	settingUp: 'Just a moment…',
	someoneHere: (name: string) =>
		`${name} is signed in on this tablet: whoever holds it could open the plan. Sign out before you leave it there.`,
	toProductions: 'To the productions, to sign out',
	already: (name: string) =>
		`This tablet is the station “${name}” already. Stop that first, under “About this station”.`,
	toNames: 'To the names',
	none: 'This tablet is no station',
	noneDo: 'A planner makes a link in Settings, under Stations. Open it on this tablet once.',
	ended: 'This station was ended',
	endedDo: 'A planner ended it. Nothing more can be logged here.',

	// for the planner
	stations: 'Stations',
	stationsNote: 'Shared tablets where people log hours with a PIN, also without a network.',
	noStations: 'No station yet. Make one for the tablet at the truck.',
	make: 'Make a station',
	name: 'Name',
	nameHint: 'Where it stands, such as Truck. Every entry made there says so.',
	nameWrong: 'Give it a name of at most 60 characters.',
	whom: 'Who logs there',
	everybody: 'The whole crew',
	some: 'Only these',
	someWrong: 'Choose at least one person.',
	makeLink: 'Make the link',
	ready: 'Open this on the tablet',
	good: (time: string) => `The link works once, until ${time}.`,
	link: 'Link',
	scan: 'Scan it with the tablet’s camera, or type the link in its browser.',
	done: 'Done',
	waits: 'waiting for its tablet',
	seen: (time: string) => `last seen ${time}`,
	people: (n: number) => counted(n, 'person', 'people'),
	missing: (n: number) => `${n} of the crew not on it`,
	addMissing: 'Add them',
	added: 'The list was changed.',
	end: 'End',
	endSure: (name: string) => `End “${name}”?`,
	endDo: 'Nobody can log there any more. What the tablet has not sent stays on it and can be exported there.',
	endNow: 'End this station',
	endedNow: (name: string) => `“${name}” was ended.`,
	notAsked: 'Stations are kept by the server. They show here when it is reached.',
	pins: 'PINs',
	pinsNote: 'Only whether there is one can be seen here, never which.',
	allHavePins: 'Everybody on a station has a PIN.',
	withoutPin: 'Without a PIN:',
	setFor: 'Set a PIN',
	setForTitle: (name: string) => `PIN of ${name}`,
	ownOnly: 'sets it on the own Hours page',

	// for each person
	pin: 'PIN for stations',
	pinNote: 'At a shared tablet you pick your name and give this PIN.',
	pinIs: 'You have a PIN. It can’t be shown; set another if you forgot it.',
	pinIsNot: 'You have no PIN yet.',
	pinNew: 'New PIN',
	pinHint: 'Four to eight digits.',
	pinProblems: {
		digits: 'A PIN has four to eight digits, and nothing else.',
		weak: 'This PIN is among the first anybody would try. Choose another.'
	},
	pinSave: 'Set PIN',
	pinSaved: 'PIN set. Stations learn of it as soon as they have a network.'
};
