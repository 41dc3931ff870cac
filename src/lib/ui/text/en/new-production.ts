/** Starting a production: what is typed, what the script gave, what the first schedule would be. */
import { date, duration, eighths } from '../../format.ts';
import type { TaskKey } from '#lib/domain/launch/templates/index.ts';
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import { counted } from '../plural.ts';

const count = counted('en');
const length = (minutes: number): string => duration(minutes, 'en');

/** What the first schedule comes to. */
type Schedule = {
	readonly days: number;
	readonly first: DayKey;
	readonly last: DayKey;
	/** mean and longest day in minutes, and the agreed day and the longest allowed */
	readonly mean: number;
	readonly longest: number;
	readonly agreed: number;
	readonly limit: number;
	readonly overAgreed: number;
	readonly overLimit: number;
	readonly empty: number;
	readonly boneyard: number;
};

export const newProduction = {
	title: 'New production',
	about: 'What is it called, and when?',
	name: 'Title',
	starts: 'Green light',
	shoots: 'First shoot day',
	launches: 'Launch',
	days: 'Shoot days',
	daysHint: 'More can be added on the board.',
	rest: 'Nobody works on',
	restHint: 'Shoot days skip these.',
	zone: 'Time zone',
	currency: 'Currency',
	commission: {
		title: 'Who commissioned it?',
		note: 'Sets contract, calendar, reviews and tasks. Everything can be changed later.',
		label: 'Commission',
		lines: {
			'platform-original':
				'The platform brings script and budget, owns both and pays once. The director may not revise the script.',
			'mini-program':
				'A reading platform’s story, shot fast. First episodes free, paid from episode 10, decided again at 50.',
			'co-investment': 'We put in part of the money, own the copyright and get a share of what comes back.',
			'overseas-vertical':
				'For an app abroad: no filing in China, the app reviews. Twelve-hour days and twelve hours of rest.',
			own: 'Own script, own money. Shown to a platform when it is done.'
		},
		follows: (rules: string, currency: string) => `Hours are judged by ${rules}. Money in ${currency}.`,
		rules: {
			'cn-standard': 'China’s standard working hours',
			'us-iatse-lowbudget': 'the IATSE low budget terms',
			'us-ca-crew': 'California’s law for crews',
			'us-flsa': 'US federal law',
			'uk-tv-drama': 'the UK TV drama agreement',
			'eu-wtd': 'the EU working time directive',
			'': 'rules you choose in Settings'
		},
		reviewer: 'Final review by',
		reviewers: {
			platform: 'The platform: under a million yuan, general subject',
			regulator: 'The regulator: a million or more, or a special subject'
		}
	},
	way: {
		title: 'The way online',
		note: 'Usual durations, a starting point: nobody publishes official ones.',
		ready: (day: string, spare: number) =>
			`By the usual durations all is done on ${day}, ${count(spare, 'day', 'days')} before it has to be online.`,
		late: (day: string, late: number) =>
			`By the usual durations all is done on ${day}: ${count(late, 'day', 'days')} too late.`,
		onTheDay: (day: string) =>
			`By the usual durations all is done on ${day}, the very day it has to be online.`,
		beforeNumber: (day: string) => `The planning number would come on ${day}, after shooting has begun.`,
		all: (n: number) => `All ${n} tasks`,
		when: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
		block: (from: number, to: number) => `episodes ${from}–${to}`,
		owner: { producer: 'us', platform: 'platform', regulator: 'regulator' }
	},
	tasks: {
		proposal: 'Proposal',
		'company-licence': 'Company licence',
		'platform-approval': 'Platform approves the proposal',
		rating: 'Platform evaluation',
		contract: 'Contract',
		financing: 'Financing',
		writing: 'Writing',
		'script-approval': 'Platform approves the script',
		'planning-number': 'Planning number',
		casting: 'Casting',
		preparation: 'Preparation',
		shoot: 'Shoot',
		edit: 'Edit',
		finishing: 'Sound, subtitles, grade',
		'platform-review-1': 'Platform feedback, round 1',
		'changes-1': 'Changes asked for',
		'platform-review-2': 'Platform feedback, round 2',
		'completion-review': 'Completion review',
		licence: 'Licence number',
		delivery: 'Delivery',
		promotion: 'Filing and promotion',
		launch: 'Online'
	} satisfies Record<TaskKey, string>,
	episodes: 'How many episodes',
	episodesHint: 'Empty ones, numbered. 0: none yet.',
	wrong: {
		episodesWrong: 'A whole number of episodes, from 0 to 500.',
		titleMissing: 'Give the production a title.',
		titleLong: 'A title has at most 200 characters.',
		startsMissing: 'Choose the day of the green light.',
		launchesMissing: 'Choose the day of the launch.',
		launchBeforeStart: 'The launch is before the green light. Choose a later day.',
		launchFar: 'The launch is more than three years after the green light. Check the year.',
		shootsMissing: 'Choose the first shoot day.',
		shootBeforeStart: 'The first shoot day is before the green light. Choose a later day.',
		shootAfterLaunch: 'The first shoot day is after the launch. Choose an earlier day.',
		daysWrong: 'A whole number of days, from 1 to 120.',
		daysTooMany: (days: number) =>
			days === 0
				? 'There is no working day between the first shoot day and the launch.'
				: `From the first shoot day to the launch there ${days === 1 ? 'is' : 'are'} only ${count(days, 'working day', 'working days')}.`,
		restAll: 'At least one weekday has to be a working day.',
		zoneWrong: 'There is no such time zone. Type a city, such as Shanghai or Los Angeles.',
		scriptMissing: 'Choose a script or paste it, or start without one.',
		scriptReading: 'The script is still being read. Wait a moment, or stop it.',
		sheetEmpty: 'No scene was found in this sheet. Say which column holds the scene numbers.'
	},
	fix: (n: number) => `${count(n, 'thing is', 'things are')} missing or wrong, marked above.`,
	script: 'Script',
	scriptWhy:
		'It is read on this device. Scenes, names and notes become the plan; the text is kept beside it, for the crew alone.',
	from: 'Where the script comes from',
	ways: { file: 'A file', paste: 'Pasted text', none: 'No script yet' },
	drop: 'Drop the script here, or choose it',
	dropHint:
		'Final Draft (.fdx), Fountain (.fountain), text (.txt) or a sheet (.xlsx, .csv), English or Chinese',
	paste: 'The script',
	pasteHint: 'Read as soon as you paste.',
	pasted: 'Pasted text',
	withoutScript: 'The board starts with empty shoot days. Scenes can be typed in there.',
	notKept: 'The script is too long to be kept if you leave this page.',
	again: 'Choose the script again: only what you typed was kept.',
	reading: (megabytes: string) => `Reading ${megabytes} MB…`,
	stop: 'Stop reading',
	takeAway: 'Take the script out',
	create: 'Create production',
	creating: 'Creating…',
	nothingYet: 'Nothing is written until you press Create.',
	failed:
		'The production could not be made. Nothing was written, and what you typed is still here: try again.',
	foundTitle: 'What was read',
	found: (scenes: number, episodes: number) =>
		episodes > 0
			? `${count(scenes, 'scene', 'scenes')} in ${count(episodes, 'episode', 'episodes')}`
			: count(scenes, 'scene', 'scenes'),
	figures: { episodes: 'Episodes', scenes: 'Scenes', cast: 'Cast', sets: 'Sets', pages: 'Pages' },
	pages: (n: number) => eighths(n),
	omittedOf: (n: number) => `${n} omitted`,
	columnsOf: (known: number, unknown: number) =>
		unknown > 0
			? `${count(known, 'column', 'columns')} understood, ${unknown} left out`
			: `${count(known, 'column', 'columns')} understood`,
	columnsWhy: 'Correct what was taken for something else. The sheet is read again at once.',
	columnHead: 'Column',
	columnValues: 'First values',
	columnMeans: 'Is read as',
	columnIs: (name: string) => `Column ${name} is`,
	columnOut: 'Left out',
	whichSheet: 'Sheet of the workbook',
	sheetOf: (name: string, rows: number) => `${name} (${count(rows, 'row', 'rows')})`,
	mode: {
		'final-draft': 'Read as Final Draft.',
		sheet: 'Read as a breakdown sheet.',
		fountain: 'Read as Fountain.',
		chinese: 'Read as a Chinese script (集-场, 内/外, 日/夜).',
		mixed: 'Read as Fountain with Chinese headings.'
	},
	light: 'By light',
	lightUnknown: 'not said',
	titleFound: (title: string) => `The script is called “${title}”.`,
	useTitle: 'Use as the title',
	allRead: 'Every line was understood.',
	lost: (n: number) => `${count(n, 'place was', 'places were')} not read`,
	look: (n: number) => `${count(n, 'place', 'places')} to look at`,
	lookWhy: 'These were read with a guess. All of it can be changed on the board.',
	line: (n: number) => `Line ${n}`,
	showAll: (n: number) => `Show all ${n}`,
	alike: (n: number) => `${count(n, 'name is', 'names are')} perhaps written in several ways`,
	alikeWhy: 'These look like one. They stay apart unless you join them.',
	join: 'Join',
	apart: 'Keep apart',
	joined: 'joined',
	character: 'Character',
	set: 'Set',
	reason: { spelling: 'differ only in spelling', 'part-of': 'one is part of the other' },
	firstScenes: 'The first scenes',
	moreScenes: (n: number) => `and ${count(n, 'more scene', 'more scenes')}`,
	noSet: 'No set',
	omitted: 'omitted',
	castList: 'Cast',
	setList: 'Sets',
	scenesOf: (n: number) => count(n, 'scene', 'scenes'),
	nobody: 'Nobody speaks in this script.',
	schedule: 'First schedule',
	scheduleOf: (of: Schedule): string => {
		const span = of.days === 1 ? date(of.first, 'en') : `${date(of.first, 'en')} to ${date(of.last, 'en')}`;
		const load = of.overLimit
			? `${count(of.overLimit, 'day', 'days')} over the limit of ${length(of.limit)}, the longest ${length(of.longest)}.`
			: of.overAgreed
				? `${count(of.overAgreed, 'day', 'days')} past the agreed ${length(of.agreed)}, the longest ${length(of.longest)}.`
				: `All within the agreed ${length(of.agreed)}.`;
		const empty = of.empty > 0 ? ` ${count(of.empty, 'day stays', 'days stay')} empty.` : '';
		return `${count(of.days, 'shoot day', 'shoot days')}, ${span}, ${length(of.mean)} on average. ${load}${empty}`;
	},
	boneyard: (n: number) =>
		n === 0
			? 'Every scene has its day.'
			: `${count(n, 'scene does', 'scenes do')} not fit and would wait in the boneyard.`,
	emptySchedule: (days: number) => `${count(days, 'shoot day', 'shoot days')}, all empty.`,
	needs: (days: number, agreed: number) =>
		`Within ${length(agreed)} a day the script needs at least ${count(days, 'shoot day', 'shoot days')}.`,
	useDays: (n: number) => `Plan ${count(n, 'day', 'days')}`,
	dayLoad: (on: DayKey, minutes: number, scenes: number) =>
		`${date(on, 'en')}: ${length(minutes)}, ${count(scenes, 'scene', 'scenes')}`,
	loads: 'Hours of each shoot day',
	agreedLine: (minutes: number) => `agreed ${length(minutes)}`,
	holidays: {
		statutory: (days: string, times: number | null, set: string) =>
			`Public holidays among the shoot days: ${days}.${times ? ` By ${set} work on them is paid times ${times}.` : ''}`,
		off: (days: string) => `Days off of the long holidays among them: ${days}.`,
		unknown: (until: string) =>
			`Holidays are known up to ${until} only: enter the rest in Settings once they are announced.`
	}
};
