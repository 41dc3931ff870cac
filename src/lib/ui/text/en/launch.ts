import { counted } from '../plural.ts';

const count = counted('en');
const hours = (n: number): string => count(n, 'hour', 'hours');
const days = (n: number): string => count(n, 'day', 'days');

/** The way to the launch: the sentence, the causes, the picture, what if, ways out, requests. */
export const launch = {
	tab: 'Launch or requests',
	tabs: { launch: 'Launch', requests: 'Requests' },
	short: (on: string, n: number) =>
		`Online on ${on} needs ${n} more ${n === 1 ? 'day' : 'days'} than there ${n === 1 ? 'is' : 'are'}.`,
	shootShort: (on: string, n: number) =>
		`Online on ${on} holds if the shoot does without ${n} of the days it needs.`,
	kept: (on: string, n: number) =>
		n === 0 ? `Online on ${on}, with no day to spare.` : `Online on ${on}, with ${days(n)} to spare.`,
	noLaunch: 'No launch is promised yet.',
	noLaunchDo: 'Set the day',
	reckoning: 'Reckoning the hours …',
	failed: 'The hours can’t be reckoned: the time zone or the rules in the settings aren’t known.',
	ahead: (n: number, parts: readonly string[]) =>
		parts.length > 0
			? `${hours(n)} of overtime ahead: ${parts.join(', ')}.`
			: `${hours(n)} of overtime ahead.`,
	noOvertime: 'No overtime ahead.',
	nobody: 'Nobody is called yet, so no hours are reckoned.',
	nothingLeft: 'Everything is shot.',
	part: {
		budget: (n: number) => `${n} from the budget`,
		launch: (n: number) => `${n} from the launch date`,
		platform: (n: number) => `${n} from the platform’s changes`,
		regulator: (n: number) => `${n} from the regulator`,
		events: (n: number) => `${n} from events`,
		slower: (n: number) => `${n} from slower work than estimated`,
		packing: (n: number) => `${n} from how the days are packed`,
		work: (n: number) => `${n} in the work and rules themselves`
	},
	cause: {
		budget: 'Budget',
		launch: 'Launch date',
		platform: 'Platform’s changes',
		regulator: 'Regulator',
		events: 'Events',
		slower: 'Slower than estimated',
		packing: 'How the days are packed',
		work: 'In the work and rules themselves'
	},
	causes: 'Whose hours these are',
	causeColumns: { cause: 'Cause', share: 'Share', without: 'Without it' },
	hours: (n: number) => `${n} h`,
	saved: (n: number) => `${n} h saved`,
	withoutIt: (n: number) => (n === 0 ? 'no change by itself' : n > 0 ? `${n} h less` : `${-n} h more`),
	withoutSentence: {
		budget: (n: number) => `If every day were paid for, ${hours(n)} less.`,
		launch: (n: number) => `If the launch gave the time the work needs, ${hours(n)} less.`,
		platform: (n: number) =>
			`Without the platform’s changes and with its reviews in their planned time, ${hours(n)} less.`,
		regulator: (n: number) => `With the regulator in its planned time, ${hours(n)} less.`,
		events: (n: number) => `Without the minutes lost to events, ${hours(n)} less.`,
		slower: (n: number) => `At the pace that was estimated, ${hours(n)} less.`,
		packing: (n: number) =>
			n < 0
				? `The board calls and wraps people one by one. Spread evenly, with everyone there from call to wrap, it would be ${hours(-n)} more.`
				: `With the work spread evenly over the days there are, ${hours(n)} less.`,
		work: (n: number) => `${hours(n)} stay, whatever is changed: rest days and weekly rules.`
	},
	hidden: 'Another cause hides it: taken away alone it changes nothing, together it does.',
	assumptions: 'Under these assumptions',
	assumed: {
		even: 'The work left is spread evenly over the days allowed; each person is called on the same share of days as on the board.',
		unplaced: (n: number) =>
			`${count(n, 'scene lies', 'scenes lie')} on no day yet, so the board’s own overtime isn’t the whole and is left out.`,
		window: (dates: string, n: number) => `Shooting may go on until ${dates}: ${days(n)} of work from now.`,
		noWindow: 'No launch is promised, so there is all the time the work needs.',
		budget: (n: number, worked: number) =>
			`The budget pays for ${days(n)} of shooting${worked > 0 ? `, ${worked} of them worked` : ''}.`,
		paidOn: (n: number, worked: number, on: string, by: string) =>
			`The budget pays for ${days(n)} of shooting${worked > 0 ? `, ${worked} of them worked` : ''}: as of ${on}${by ? `, by ${by}` : ''}.`,
		noBudget: 'No budget is known here, so every day counts as paid for.',
		pace: (percent: number, n: number) =>
			`Work takes ${percent} % of its estimate, as over the ${n} strips shot so far.`,
		noPace: 'Work takes what was estimated: fewer than three strips are shot.',
		overhead: (words: string) => `Each day takes ${words} beside the shooting.`,
		rules: (words: string) => `Hours are judged by ${words}.`,
		planned: 'Days gone count as the board has them, call to wrap.'
	},
	impossible: 'Even then it can’t be done',
	noDay: 'No day is left on which this can be shot and the launch kept.',
	unfit: (n: number, names: string) => `${count(n, 'scene fits', 'scenes fit')} on no day: ${names}.`,
	limits: 'Rest or the month’s limit breaks whatever is done within these days.',
	picture: 'The way to the launch',
	stages: { development: 'Develop', production: 'Make', circulation: 'Online' },
	shootLoad: 'Hours a person',
	zoom: 'Scale',
	zooms: { month: 'Whole', week: 'Weeks', day: 'Days' },
	today: 'Today',
	promised: 'Promised',
	taskWords: (name: string, from: string, to: string) => `${name}, ${from} to ${to}`,
	done: 'done',
	going: 'under way',
	spare: (n: number) => `${n} d`,
	critical: 'on the critical path',
	slackWords: (n: number) => (n < 0 ? `${days(-n)} short` : `${days(n)} to spare`),
	episodes: (from: number | null, to: number | null) =>
		from === null || to === null ? '' : from === to ? `${from}` : `${from}–${to}`,
	unlock: (n: number) => `Unlock point at episode ${n}`,
	onlineEpisodes: (n: number) => `Episodes 1–${n}`,
	dayLoad: (date: string, hours: string, longest: string, people: number) =>
		`${date}: ${hours} a person, ${longest} the longest, ${count(people, 'person', 'people')}`,
	restDay: 'rest day',
	dragTo: (name: string, date: string) => `${name} → ${date}.`,
	dropLaunch: (date: string, n: number) =>
		n > 0 ? `Online on ${date}: ${days(n)} short.` : `Online on ${date}: it fits.`,
	dropTask: (online: string, n: number) =>
		n > 0 ? `Online ${online}, ${days(n)} short.` : `Online ${online}, launch kept.`,
	dragHint: 'Drag a task, or press the arrow keys on it and Enter.',
	moved: (name: string, date: string) => `${name} moved to ${date}.`,
	undo: 'Undo',
	shootOnBoard: 'The shoot lies on the days of the board.',
	toBoard: 'Open the board',
	addTask: 'Add a task',
	newTask: 'New task',
	noTasks: 'No tasks yet',
	noTasksDo:
		'A timeline from green light to launch, as such productions usually take. Every task can be changed.',
	fill: 'Start with the usual tasks',
	findings: 'Look at these first',
	finding: {
		T1: (names: string) => `These wait for each other in a ring: ${names}. Take one of the links away.`,
		T2: (name: string, room: number, needs: number) =>
			`${name}: ${days(room)} between its agreed dates, and it takes ${needs}.`,
		T3: (name: string) => `${name} ended before it began. Correct one of the two dates.`,
		T4: (name: string, late: number) => `${name} can’t keep its agreed date: ${days(late)} late.`,
		T5: (name: string) => `${name} is written down for a day that is still to come.`,
		T6: (name: string, before: string) => `${name} was begun before ${before} was over.`,
		T7: (early: number, isThere: boolean) =>
			`The shoot begins ${days(early)} before the planning number ${isThere ? 'came' : 'is to be expected'}.`,
		T8: (early: number, isThere: boolean) =>
			`The launch lies ${days(early)} before the licence ${isThere ? 'came' : 'is to be expected'}.`
	},
	task: {
		name: 'Task',
		stage: 'Stage',
		owner: 'Who has it in hand',
		days: 'Working days, likely',
		badDays: 'In a bad case',
		people: 'People',
		work: 'Hours of work, all together',
		fixedStart: 'Agreed to begin on',
		fixedFinish: 'Agreed to end on',
		startedOn: 'Begun on',
		finishedOn: 'Ended on',
		waits: 'Waits for',
		waitsForNothing: 'Nothing: it can begin at once.',
		addWait: 'Let it wait for',
		choose: 'Choose a task',
		afterEnd: 'its end',
		afterStart: 'its beginning',
		kind: 'Counted from',
		lag: 'Days between',
		unlink: (name: string) => `No longer wait for ${name}`,
		remove: 'Take off the timeline',
		removed: (name: string) => `${name} is off the timeline.`,
		whole: 'A whole number.',
		dates: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
		gate: 'Decision',
		status: {
			open: 'Not decided',
			approved: 'Approved',
			'changes-asked': 'Changes asked for',
			rejected: 'Rejected'
		},
		number: 'Number it came with',
		decidedOn: 'Decided on',
		plannedOn: 'Expected on'
	},
	whatIf: {
		secondUnit: 'Second unit',
		secondUnitAt: (n: number, scenes: number | null) =>
			n === 0 ? 'none' : `${days(n)}${scenes === null ? '' : `, ${count(scenes, 'scene', 'scenes')}`}`,
		secondUnitWhy:
			'It takes scenes that share no cast and no location with that day’s first unit. Give it shoot days of its own on the board to keep it.',
		title: 'What if',
		launch: 'Launch',
		launchAt: (n: number, on: string) =>
			n === 0 ? on : n > 0 ? `${days(n)} later: ${on}` : `${days(-n)} earlier: ${on}`,
		scenes: 'Scenes',
		scenesAt: (n: number) => (n === 0 ? 'all of them' : `${count(n, 'scene', 'scenes')} fewer`),
		paid: 'Days the budget pays for',
		paidAt: (n: number) => days(n),
		paidWhy: 'How many days are paid for follows from the budget: a producer changes it.',
		budget: 'Budget',
		budgetAt: (sum: string, more: number, by: string) =>
			more === 0 ? sum : more > 0 ? `${by} more: ${sum}` : `${by} less: ${sum}`,
		refuse: 'Refuse',
		result: (now: number, then: number) =>
			then === now
				? `${hours(now)} of overtime, as it is.`
				: `${hours(then)} of overtime: ${hours(Math.abs(now - then))} ${then < now ? 'less' : 'more'}.`,
		keep: 'Keep',
		back: 'Back',
		kept: 'Kept.'
	},
	ways: {
		secondUnit: (n: number, scenes: number) =>
			`A second unit for ${days(n)}: ${count(scenes, 'scene', 'scenes')}`,
		title: 'Ways out',
		none: 'Nothing has to give: no overtime ahead.',
		noneHelps: 'No single change of launch, scenes or requests takes overtime away.',
		launch: (n: number) => `${days(n)} later`,
		scenes: (n: number) => `${count(n, 'scene', 'scenes')} fewer`,
		request: (name: string) => `${name} refused`,
		money: (sum: string) => `${sum} more`,
		level: 'Level the board over the days there are',
		removes: (n: number) => `−${n} h`,
		costs: (sum: string) => sum,
		anHour: (sum: string) => `${sum} an hour`
	},
	requests: {
		title: 'Requests',
		none: 'Nobody has asked for a change yet',
		noneDo:
			'Write down what the platform or the regulator asks for: its scenes, days and hours then stand under who asked.',
		sentence: (open: number, all: number) =>
			open === 0
				? `${count(all, 'request', 'requests')}, all answered.`
				: `${open} of ${count(all, 'request', 'requests')} wait for our answer.`,
		add: 'Write down a request',
		print: 'Print as evidence',
		name: (from: 'platform' | 'regulator' | 'us', round: number, number: number) =>
			`${from === 'platform' ? 'Platform' : from === 'regulator' ? 'Regulator' : 'Us'}, round ${round}, no. ${number}`,
		from: 'Who asks',
		froms: { platform: 'Platform', regulator: 'Regulator', us: 'Ourselves' },
		round: 'Round',
		text: 'What was asked',
		replaces: 'What it replaces',
		askedOn: 'Asked on',
		newScenes: 'New scenes it needs',
		pages: 'Pages each, in eighths',
		scenes: 'Scenes',
		tasks: 'Tasks',
		noScenes: 'No scene hangs on it yet.',
		addScene: 'A scene of the plan that it added',
		chooseScene: 'Choose a scene',
		scene: (number: string) => `Scene ${number}`,
		takeOff: (number: string) => `Scene ${number} was not asked for here`,
		minutes: (words: string) => `${words} of shooting`,
		overtime: (n: number) => (n > 0 ? `${hours(n)} of overtime less if it is refused` : ''),
		agreed: 'Who agreed',
		objected: 'Who objected',
		answer: 'Our answer',
		answers: { open: 'Not answered', accepted: 'Accepted', negotiated: 'Negotiated', refused: 'Refused' },
		answerText: 'In words, for who asked',
		answeredOn: 'Answered on',
		remove: 'Delete',
		textMissing: 'Write down what was asked.',
		countWrong: 'A whole number, from 0 to 50.',
		eighthsWrong: 'A whole number of eighths, from 1 to 80.',
		save: 'Write down',
		added: 'Written down.',
		removed: 'Deleted.'
	},
	tier: (tier: 'key' | 'ordinary' | 'other', rule: string) =>
		`${tier === 'key' ? 'Key title: the national office reviews it' : tier === 'ordinary' ? 'Ordinary title: the province reviews it' : 'Under the lower line: the platform reviews it'} (rules ${rule}).`,
	tierUnknown: (rule: string) =>
		`Who reviews it follows from the budget, which isn’t known here (rules ${rule}).`
};
