import { counted } from '../plural.ts';

const count = counted('en');
const figure = (n: number): string => n.toLocaleString('en-GB');
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
	cases: (likely: string, bad: string) =>
		likely === bad
			? `Online ${likely}, in a likely and in a bad case.`
			: `Online ${likely} in a likely case, ${bad} in a bad one.`,
	beside: (n: number, names: string) => `Beside the shoot ${hours(n)} of overtime in other tasks: ${names}.`,
	besideTask: (name: string, n: number) => `${name} ${n} h`,
	settled: (n: number, worked: number, parts: readonly string[]) =>
		`${hours(n)} of overtime were worked on ${count(worked, 'settled day', 'settled days')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`,
	settledStale: (n: number) =>
		`${count(n, 'of them was', 'of them were')} changed since: settle ${n === 1 ? 'it' : 'them'} again on the board.`,
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
	hours: (n: number) => `${figure(n)} h`,
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
	opened: {
		share: (n: number) =>
			`Its share is ${hours(n)}: what it adds on average over all orders in which the six causes could come together.`,
		saves: (n: number) => `It saves ${hours(n)}.`,
		days: (n: number, all: number) => `${n} of the ${all} shoot days lacking are its doing.`,
		marketing: (n: number, saved: number) =>
			`Were the marketing and traffic money in the shoot, it would pay for ${days(n)} in all and spare ${hours(saved)}.`,
		until: (on: string) => `To keep the launch, shooting has to end on ${on} at the latest.`,
		lost: (words: string) => `Logged delays took ${words}.`,
		asked: (names: string) => `Asked for: ${names}.`,
		took: (name: string, took: number, planned: number) =>
			`${name}: ${days(took)} of work, planned were ${planned}.`
	},
	openCause: { budget: 'Open the money', requests: 'Open the requests', board: 'Open the board' },
	asTable: 'As a table, and what it is reckoned from',
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
	impossible: 'Within the days there are it can’t be done:',
	noDay: 'No day is left on which this can be shot and the launch kept.',
	unfit: (n: number, names: string) => `${count(n, 'scene fits', 'scenes fit')} on no day: ${names}.`,
	limits: 'Spread as evenly as can be, the shortest rest or the month’s overtime limit still breaks.',
	picture: 'The way to the launch',
	nextGates: 'Next decisions',
	gateLine: (name: string, on: string) => `${name}: ${on}`,
	baseline: {
		freeze: 'Freeze as baseline',
		frozen: 'Frozen: from now on everything is held against this.',
		start: 'the plan at the start',
		of: (on: string, by: string) => `the plan of ${on}${by ? ` (${by})` : ''}`,
		sentence: (plan: string, later: number, tasks: number) =>
			tasks === 0
				? `As in ${plan}.`
				: `Against ${plan}: ${later === 0 ? 'online on the same day' : later > 0 ? `online ${days(later)} later` : `online ${days(-later)} earlier`}, ${count(tasks, 'task lies', 'tasks lie')} elsewhere.`,
		task: (from: string, to: string) => `Baseline: ${from === to ? from : `${from} – ${to}`}.`
	},
	stages: { development: 'Develop', production: 'Make', circulation: 'Online' },
	shootLoad: 'Hours a person',
	zoom: 'Scale',
	zooms: { month: 'Whole', week: 'Weeks', day: 'Days' },
	taskWords: (name: string, from: string, to: string) => `${name}, ${from} to ${to}`,
	done: 'done',
	going: 'under way',
	critical: 'on the critical path',
	slackWords: (n: number) => (n < 0 ? `${days(-n)} short` : `${days(n)} to spare`),
	episodes: (from: number | null, to: number | null) =>
		from === null || to === null ? '' : from === to ? `${from}` : `${from}–${to}`,
	unlock: (n: number) => `Unlock point at episode ${n}`,
	dayLoad: (date: string, hours: string, longest: string, people: number) =>
		`${date}: ${hours} a person, ${longest} the longest, ${count(people, 'person', 'people')}`,
	dragTo: (name: string, date: string) => `${name} → ${date}.`,
	dropLaunch: (date: string, n: number) =>
		n > 0 ? `Online on ${date}: ${days(n)} short.` : `Online on ${date}: it fits.`,
	dropTask: (online: string, n: number) =>
		n > 0 ? `Online ${online}, ${days(n)} short.` : `Online ${online}, launch kept.`,
	followers: (n: number) => `${count(n, 'other task moves', 'other tasks move')} with it.`,
	dragStays: (name: string, on: string) => `${name} can’t begin before ${on}: it waits for what comes first.`,
	dragHint: 'Drag a task, or move it with the arrow keys and press Enter.',
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
	lacking: {
		budget: 'No budget is known yet, so every shoot day counts as paid for.',
		days: 'The board has no shoot day with a date yet: the work is spread over the days up to the launch.',
		zero: (names: string) => `No day is reckoned for: ${names}.`
	},
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
		owners: { producer: 'We', platform: 'The platform', regulator: 'The regulator' },
		notes: 'Notes',
		ratedContent: 'Content',
		ratedMarketing: 'Marketing',
		ratedBusiness: 'Business',
		promotion: 'What it promised',
		promotionHint: 'Promotion and traffic in words. Sums belong to the contract on the Money page.',
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
		number: 'Its number',
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
		refuse: (name: string) => `Refuse: ${name}`,
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
		noneHelps: 'No single change of money, launch, scenes or requests takes overtime away.',
		launch: (n: number) => `${days(n)} later`,
		scenes: (n: number) => `${count(n, 'scene', 'scenes')} fewer`,
		request: (name: string) => `${name} refused`,
		money: (sum: string) => `${sum} more`,
		level: 'Level the board over the days there are',
		removes: (n: number) => `−${figure(n)} h`,
		costs: (sum: string, anHour: string) => `Costs ${sum}: ${anHour} for an hour of overtime less.`,
		saves: (sum: string) => `Saves ${sum} as well.`,
		free: 'Costs nothing.',
		which: (names: string, more: number) =>
			more > 0 ? `Scenes ${names}, and ${more} more.` : `Scenes ${names}.`,
		settles: 'No overtime beyond the rules themselves is left then.'
	},
	tier: (tier: 'key' | 'ordinary' | 'other', filed: string, since: string, rule: string) =>
		`${tier === 'key' ? 'A key title: the national office reviews it' : tier === 'ordinary' ? 'An ordinary title: the province reviews it' : 'Below the province’s line: the platform reviews it'}. Filed on ${filed}, under the rules in force since ${since} (${rule}).`,
	tierUnknown: (filed: string, since: string, rule: string) =>
		`Who reviews it follows from the budget, which isn’t known here. Filed on ${filed}, under the rules in force since ${since} (${rule}).`
};
