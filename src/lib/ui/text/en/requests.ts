import { counted } from '../plural.ts';

const count = counted('en');
const scenes = (n: number): string => count(n, 'scene', 'scenes');
/** Up to one page there is no more than one. */
const long = (pages: string): string => `${pages} ${/^(1|\d\/8)$/.test(pages) ? 'page' : 'pages'}`;
const hours = (n: number): string => `${n} h`;

export const requests = {
	title: 'Requests',
	none: 'Nobody has asked for a change yet',
	noneDo:
		'Write down what the platform, the regulator or your own side asks for: its scenes, days and hours then stand under who asked.',
	sentence: (all: number, open: number, overtime: number | null) =>
		`${count(all, 'request', 'requests')}: ${open === 0 ? 'all answered' : `${open} ${open === 1 ? 'waits' : 'wait'} for our answer`}.${
			overtime === null || overtime === 0 ? '' : ` ${hours(overtime)} of overtime hang on them.`
		}`,
	reckonings: {
		going: 'Hours are being reckoned …',
		nobody: 'Nobody is called yet: overtime can’t be told, minutes of shooting can.',
		failed: 'Overtime can’t be told: the time zone or the hours rules of this production aren’t known here.'
	},
	add: 'Write down a request',
	print: 'Print as evidence',
	name: (from: 'platform' | 'regulator' | 'us', round: number, number: number) =>
		`${from === 'platform' ? 'Platform' : from === 'regulator' ? 'Regulator' : 'Us'}, round ${round}, no. ${number}`,
	sides: { platform: 'Platform', regulator: 'Regulator', us: 'Ourselves' },
	sideLine: (side: string, all: number, open: number) =>
		`${side}: ${count(all, 'request', 'requests')}${open > 0 ? `, ${open} open` : ''}`,
	sideShare: (n: number) => `${hours(n)} of the overtime are this side’s, late reviews included`,
	filter: 'Which requests',
	filters: { all: 'All', open: 'Open', refused: 'Refused' },
	noneHere: 'None of these.',

	/** a request in the list, and in its own sheet */
	asked: (by: string, on: string) =>
		[by && `asked by ${by}`, on && `on ${on}`].filter(Boolean).join(' ') || 'no date, no name',
	replaces: (what: string) => `Takes the place of: ${what}`,
	replacedBy: (name: string) => `Replaced by ${name}`,
	workLine: (n: number, minutes: string) => `${scenes(n)}, ${minutes} of shooting`,
	taskLine: (n: number, minutes: string) =>
		minutes ? `${count(n, 'task', 'tasks')}, ${minutes} of work` : count(n, 'task', 'tasks'),
	noWork: 'No scene and no task hangs on it',
	overtime: (n: number) =>
		n === 0 ? 'no overtime' : n > 0 ? `${hours(n)} of overtime` : `${hours(-n)} of overtime saved`,
	wouldBe: 'if it were taken up',
	agreedBy: (names: string) => `Agreed: ${names}`,
	objectedBy: (names: string) => `Objected: ${names}`,
	answers: { open: 'Not answered', accepted: 'Accepted', negotiated: 'Negotiated', refused: 'Refused' },
	disputed: 'Two answers',

	/** the sheet */
	parts: {
		asked: 'What was asked',
		work: 'What it adds',
		comes: 'What it comes to',
		positions: 'Who agrees, who objects',
		answer: 'Our answer',
		log: 'What became of it'
	},
	correct: 'Correct',
	did: {
		added: (pages: string) => `new, ${long(pages)}`,
		longer: (pages: string) => `${long(pages)} longer`,
		shorter: (pages: string) => `${long(pages)} shorter`,
		cut: (pages: string) => `cut, ${long(pages)}`
	},
	states: { left: 'to shoot', shot: 'shot', out: 'out of the work', none: '', gone: 'no longer in the plan' },
	scene: (number: string) => `Scene ${number}`,
	sceneGone: 'A scene that has gone',
	taskDays: (days: number) => count(days, 'working day', 'working days'),
	taskDone: 'done',
	change: 'Scenes and tasks',
	takeOff: (name: string) => `${name} wasn’t asked for here`,
	figures: {
		scenes: 'Shooting',
		tasks: 'Work beside the shoot',
		taskOvertime: 'Overtime in it',
		days: 'Shoot days more',
		overtime: 'Overtime more',
		cost: 'Days and paid overtime',
		unpaid: 'Worked, not paid'
	},
	without:
		'The plan with it beside the plan without it: what a refusal takes away. Requests that hide each other show less than they come to together.',
	refusedFigures: 'What it would take if it were taken up.',
	noFigures: 'Overtime can’t be told yet.',
	noPositions: 'Nobody has said what they think of it.',
	iAgree: 'I agree',
	iObject: 'I object',
	takeBack: 'Take mine back',
	another: 'Somebody else',
	position: { agreed: 'Agrees', objected: 'Objects', none: 'No position' },
	positionBy: (by: string) => `written down by ${by}`,
	twoWords: 'Said two things, on two devices',
	answerIt: 'Answer',
	answerAgain: 'Answer differently',
	answeredBy: (by: string, on: string) => [by, on].filter(Boolean).join(', '),
	toThem: 'In words, for who asked',
	inside: 'Why, for us',
	inForce: 'in force',
	bothAnswers:
		'Two devices answered without knowing of each other. The first is in force until somebody decides.',
	notAnswered: 'Not answered yet.',
	viewersSee: 'Viewers see what was asked and this answer, and nothing else of this page.',
	viewersDont: 'Viewers don’t see this request.',
	remove: 'Delete',
	removeWhy: 'Why is it deleted?',
	away: (n: number) => `Deleted: ${n}`,
	restore: 'Take it back',
	removed: (scenesLeft: number) =>
		scenesLeft > 0 ? `Deleted. Its ${scenes(scenesLeft)} stay in the plan as ours.` : 'Deleted.',

	/** forms */
	from: 'Who asks',
	askedBy: 'Name of whoever asked',
	round: 'Round',
	number: 'Number',
	text: 'What was asked',
	replacesWords: 'What it replaces',
	replacesHint: 'A scene, a subplot, a rule agreed before.',
	replacesRequest: 'Request it takes the place of',
	noRequest: 'None',
	askedOn: 'Asked on',
	needsScenes: 'New scenes it needs',
	pagesEach: 'Pages each',
	pagesHint: '1 3/8, or 1.375',
	episode: 'In episode',
	noEpisode: 'No episode',
	episodeName: (number: number, title: string) => (title ? `${number} · ${title}` : String(number)),
	needsTask: 'Work beside the shoot',
	taskHint: 'Re-edit, subtitles, music … Left empty: none.',
	taskLikely: 'Working days',
	taskHours: 'Hours of work, all together',
	fromSheet:
		'A rewrite brings its own scenes: read the script in again and say that this request asked for it.',
	save: 'Write down',
	saved: 'Written down.',
	why: 'Why',
	whyChange: 'Why it is changed',
	answer: 'Answer',
	answeredOn: 'Answered on',
	effectOut: (n: number) =>
		n === 0
			? 'Nothing leaves the plan.'
			: `${scenes(n)} ${n === 1 ? 'leaves' : 'leave'} the work, kept for as long as you like; Undo brings all of it back.`,
	effectIn: (n: number) => `${scenes(n)} ${n === 1 ? 'comes' : 'come'} back into the work.`,
	who: 'Whose',
	whoHint: 'A name of the crew list, or any other.',
	hang: 'Scene of the plan that it added',
	choose: 'Choose a scene',
	hangTask: 'Task of the timeline that it added',
	chooseTask: 'Choose a task',
	makeScenes: 'Make new scenes',
	makeTask: 'Make a new task',
	adding: 'Hung on it',
	addIt: 'Add',
	settleOut: 'Take them out',
	settleIn: 'Take them back',
	renumber: 'Give it the next number',
	wrong: {
		text: 'Write down what was asked.',
		round: 'Say in which round: a whole number from 1 to 99.',
		number: 'A whole number from 1 to 999.',
		taken: (name: string) =>
			`${name} is there already. The next free number is taken if you leave this as it is.`,
		count: 'A whole number from 0 to 50.',
		pages: 'Pages as 1 3/8 or 1.375, up to 10.',
		days: 'A whole number of days from 0 to 99.',
		hours: 'A length of time: 6 h, 6:30.',
		why: 'Say why: it goes on record with the change.',
		who: 'Say whose position this is.',
		itself: 'A request can’t take its own place.',
		ring: 'These two would take each other’s place.',
		nothing: 'Choose a scene or a task first.',
		before: 'The answer lies before the day it was asked.'
	},

	/** what is wrong, RULES.md R1–R10 */
	findings: 'Look at these first',
	finding: {
		R1: (name: string) => `${name} was answered twice, differently, on two devices. Decide which holds.`,
		R2: (name: string, who: string) => `${who} both agrees and objects to ${name}: said on two devices.`,
		R3: (name: string) => `${name} takes the place of a request that isn’t in the list.`,
		R4: (name: string, other: string) => `${name} and ${other} take each other’s place.`,
		R5: (name: string, n: number) =>
			`${name} is refused, and ${scenes(n)} of it ${n === 1 ? 'is' : 'are'} still in the work.`,
		R6: (name: string, n: number) =>
			`${name} isn’t refused any more, and ${scenes(n)} of it ${n === 1 ? 'is' : 'are'} still out of the work.`,
		R7: (name: string, n: number) =>
			`${scenes(n)} of ${name} ${n === 1 ? 'is' : 'are'} no longer in the plan.`,
		R8: (name: string) => `Two requests are called ${name}: written down on two devices.`,
		'R9 answered-before': (name: string) =>
			`${name} was answered before it was asked. Correct one of the two days.`,
		'R9 asked-ahead': (name: string) => `${name} was asked on a day still to come.`,
		'R9 answered-ahead': (name: string) => `${name} was answered on a day still to come.`,
		R10: (name: string, other: string, n: number) =>
			`${other} took the place of ${name}, and ${scenes(n)} of it ${n === 1 ? 'is' : 'are'} still in the work.`
	},

	/** the history */
	log: {
		written: 'Written down',
		putAway: 'Deleted',
		takenBack: 'Taken back',
		writtenWith: (what: string) => `Written down, with ${what}`,
		changed: (field: string, before: string, after: string) =>
			before === ''
				? `${field}: ${after}`
				: after === ''
					? `${field}: “${before}” taken out`
					: `${field}: “${before}” → “${after}”`,
		fields: {
			from: 'Who asks',
			askedBy: 'Name',
			round: 'Round',
			number: 'Number',
			text: 'What was asked',
			replaces: 'What it replaces',
			replacesId: 'Request it replaces',
			askedOn: 'Asked on'
		} as Readonly<Record<string, string>>,
		answered: (answer: string, words: string) => (words ? `${answer}: “${words}”` : answer),
		position: (who: string, position: string) => `${who}: ${position}`,
		added: (what: string) => `Hung on it: ${what}`,
		removed: (what: string) => `Taken off it: ${what}`,
		both: (added: string, removed: string) => `Hung on it: ${added}. Taken off: ${removed}`,
		rewrite: (version: string, added: number, changed: number, removed: number) =>
			`Rewrite ${version} read in: ${[
				added > 0 && `${added} new`,
				changed > 0 && `${changed} changed`,
				removed > 0 && `${removed} cut`
			]
				.filter(Boolean)
				.join(', ')}`.replace(/: $/, ''),
		why: (why: string) => `Why: ${why}`,
		somebody: 'somebody'
	},

	/** on paper */
	paper: {
		title: (production: string) => `${production}: requests for changes`,
		made: (on: string, by: string) => `As of ${on}. Drawn up by ${by}.`,
		summary: 'Summary',
		which: 'What is printed',
		whichAll: 'All requests',
		names: 'Names of who agreed and who objected',
		namesHint: 'Leave them out of a copy for the platform.',
		money: 'What it costs in money',
		moneyHint: 'Only producers can print it.',
		go: 'Print',
		columns: {
			request: 'Request',
			asked: 'Asked',
			scenes: 'Scenes',
			shooting: 'Shooting',
			tasks: 'Other work',
			overtime: 'Overtime',
			cost: 'Cost',
			answer: 'Answer'
		},
		total: 'All that are in the plan',
		assumptions: 'What the figures hold under',
		assumed: (asOf: string) => [
			`Work left as of ${asOf}, at the estimates of the board and the pace so far; scenes that are shot count no more.`,
			'Overtime and days are those of the plan with the request less those of the plan without it, the work spread evenly over the days the launch and the budget allow, judged by the production’s hours rules.',
			'Requests together can come to more than the sum of each: one can hide another.',
			'Work beside the shoot is given in hours and not priced.'
		],
		signed: 'Producer',
		signedThem: 'Platform'
	}
};
