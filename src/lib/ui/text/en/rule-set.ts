import { duration } from '../../format.ts';
import { counted } from '../plural.ts';

const count = counted('en');
const length = (minutes: number): string => duration(minutes, 'en');

/** Settings → the rules that judge hours: whose they are, their numbers, the calendar, where they come from. */
export const ruleSet = {
	title: 'Rules for hours',
	note: 'A legal reference, not a verdict: which rules hold for you is for a lawyer to say.',
	open: 'Rules and calendar',
	toSettings: 'Settings',
	says: (set: string, version: string) => `${set}, version ${version}.`,
	own: (numbers: number, days: number, people: number): string =>
		[
			numbers > 0 ? `${count(numbers, 'number is', 'numbers are')} the production’s own` : '',
			days > 0 ? `${count(days, 'day was', 'days were')} entered in the calendar` : '',
			people > 0 ? `${count(people, 'person follows', 'people follow')} other rules` : ''
		]
			.filter(Boolean)
			.join('; ')
			.concat('.')
			.replace(/^\.$/, 'Everything is as the rule set has it.'),
	whoMay:
		'Producers and planners change these; everybody on the crew reads them. Each change is kept with who and when.',
	readOnly:
		'These rules judge your hours. Producers and planners change them, and each change is kept below.',
	newerOnly: 'This plan was written by a newer Daybreak: reload to change it.',

	which: 'Which rules',
	chosen: 'Rule set of the production',
	byCommission: (name: string) => `By the commission: ${name}`,
	asCommission: 'as the commission says',
	inForce: (version: string, from: string) => `Version ${version}, in force since ${from}.`,
	belongs: 'Numbers changed below belong to one rule set: under another they wait until it is chosen again.',
	notes: {
		'cn-comprehensive-month':
			'Needs the labour authority’s approval, which film crews commonly don’t hold. Without it standard hours hold.',
		'us-iatse-lowbudget': 'Multipliers and meal penalties of this agreement are not verified.',
		'uk-tv-drama': 'The agreement ran to the end of 2025; what follows it is not verified.'
	} as Readonly<Record<string, string>>,
	restDiffers: (board: string, rule: string) =>
		`The shortest rest in Settings is ${board}, the rules ask for ${rule}: the board holds each night against the longer.`,
	dayDiffers: (board: string, rule: string) =>
		`The agreed day in Settings is ${board}; by the rules overtime begins after ${rule}.`,
	restWeekdays: 'Weekdays of rest',
	restWeekdaysHint: 'Work on them is paid as rest-day work where the rule set pays it.',
	noWeekdays: 'none',

	numbers: 'Numbers',
	numbersNote: 'A length such as 10:00 or 40 h, a count of days, or a multiplier.',
	groups: { overtime: 'Overtime', limits: 'Limits', meals: 'Meals and breaks' },
	ownReading: 'a reading of this product',
	presetOwn: (value: string) => `The rule set’s own: ${value}`,
	from: (rule: string, source: string | null) => (source ? `Rule ${rule} · ${source}` : `Rule ${rule}`),
	later: (value: string, from: string) => `${value} from ${from} on`,
	reset: (name: string, value: string) => `${name}: back to ${value}`,
	resetShort: 'Back',
	wrong: {
		minutes: (least: string, most: string) =>
			`A length of time from ${least} to ${most}, such as 10:00 or 36 h.`,
		days: (least: number, most: number) => `A whole number of days, ${least} to ${most}.`,
		times: (least: number, most: number) =>
			`A multiplier from ${least} to ${most} with two decimals at most, such as 1.5.`
	},
	tier: (nth: number, name: string) => `Step ${nth}: ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
	nthDay: (n: number) => `Day ${n} of a week is paid times`,
	names: {
		'tier.afterMin': 'Overtime of a day begins after',
		'tier.multiplier': 'Overtime of a day is paid times',
		'rest.multiplier': 'A rest day is paid times',
		'statutory.multiplier': 'A public holiday is paid times',
		'weekly.thresholdMin': 'Overtime of a week begins after',
		'weekly.multiplier': 'Overtime of a week is paid times',
		'period.thresholdMin': 'Overtime of the month begins after',
		'period.multiplier': 'Overtime of the month is paid times',
		'meal.firstWithinMin': 'The first meal begins within',
		'meal.nextWithinMin': 'The next meal begins within',
		'meal.minValidMin': 'A meal lasts at least',
		'breaks.minDeductMin': 'Unpaid breaks are taken off from',
		'rounding.unitMin': 'Overtime is paid in steps of',
		'daily_extension.overMin': 'A day is extended by at most',
		'monthly_premium.overMin': 'Overtime of a month, at most',
		'consecutive.maxDays': 'Days of work in a row, at most',
		'daily_rest.minMin': 'Rest between wrap and call, at least',
		'weekly_rest.minMin': 'One rest in each week, at least',
		'weekly_rest.minIfSixDaysMin': 'One rest in a week of six days, at least',
		'break_required.overWorkedMin': 'A break is due in a shift longer than',
		'break_required.minBreakMin': 'That break lasts at least',
		'avg_week.limitMin': 'A week on average, at most',
		'night.overMin': 'A day with night work, at most'
	},
	/** limits of one kind that are told apart by their code */
	ofCode: {
		OT_DAY_GT_1H: 'A day is generally extended by at most',
		OT_DAY_GT_3H: 'A day is extended by at most, for special reasons'
	},

	calendar: 'Calendar',
	calendarNote:
		'Public holidays, days off and make-up days; those entered here hold for everybody, whichever rules they follow.',
	knownTitle: 'Holidays are entered up to',
	knownUntil: (date: string) => `Holidays are entered up to ${date}.`,
	noneKnown: 'This rule set names no holidays. Enter those that count here.',
	notEntered: (date: string) =>
		`The shoot goes past ${date}, and the holiday arrangement from then on is not entered. Enter it once it is announced; until then hours on those days say so.`,
	notAnnounced: (year: string) =>
		`When the arrangement of ${year} is announced, add its days off and make-up days, then say that it is whole.`,
	yearEntered: (year: string) => `The arrangement of ${year} is whole`,
	dayKinds: {
		statutory: 'Public holiday',
		off: 'Day off',
		makeup: 'Make-up working day',
		ordinary: 'Ordinary day'
	},
	unverified: 'not announced yet',
	enteredHere: 'entered here',
	firstDay: 'First day',
	lastDay: 'Last day',
	kind: 'What it is',
	addDay: 'Add',
	addWrong: 'Choose a first day, and a last day within the 62 that follow it.',
	earlier: (n: number) => `Earlier: ${count(n, 'entry', 'entries')}`,
	removeDay: (date: string) => `${date}: back to what the rule set says`,
	noDays: 'No holidays from here on.',

	people: 'People under other rules',
	peopleNote: 'A performer may follow another rule set than the crew.',
	everybodySame: 'Everybody follows the production’s.',
	personRules: (name: string) => `Rules for ${name}`,
	addPerson: 'Somebody follows other rules',
	addPersonHint: 'Choose the person, then the rules.',
	asProduction: 'As the production',
	ofPerson: 'Rules for hours',
	personFrom: (date: string) =>
		`A choice made now holds from ${date} on; days before stay as they were judged.`,
	ofPersonHint: 'A performer may follow another rule set than the crew.',
	optOut: 'Agreed in writing to work more than 48 h a week on average',

	sources: 'Sources',
	sourcesNote: 'Where each number was read, and when. Not verified: have it checked before it is called law.',
	verified: 'read',
	unverifiedSource: 'not verified',
	readOn: (when: string) => `read ${when}`,

	log: 'What was changed',
	logNote: 'Nothing here is ever rewritten. A change that was a mistake is taken back, and can hold again.',
	noLog: 'Nothing yet: the rule set holds as it is.',
	said: (what: string, to: string) => `${what}: ${to}`,
	asRuleSet: 'as the rule set has it',
	forPerson: (name: string) => `For ${name}.`,
	back: (value: string) => `back to ${value}`,
	holdsFrom: (date: string) => `Holds from ${date} on.`,
	holdsAlways: 'Holds for every day.',
	takeBack: 'Take back',
	holdAgain: 'Let it hold again',
	takenBack: 'Taken back.',
	someone: 'Somebody',

	draft: (n: number) => `${count(n, 'change', 'changes')} not kept yet`,
	holds: 'From when',
	holdsOptions: {
		today: 'From today on',
		always: 'Every day, also those gone by',
		day: 'From a day on'
	},
	holdsHint: 'Days before stay as they were judged.',
	holdsDay: 'First day',
	judging: 'Reckoning what it changes …',
	nothing: 'No flag and no paid minute changes, for nobody.',
	effect: (people: number, of: number, days: number) =>
		`Changes ${count(days, 'day', 'days')} of work, for ${people} of ${count(of, 'person', 'people')}.`,
	flagsMore: (n: number) => `${count(n, 'flag', 'flags')} more`,
	flagsFewer: (n: number) => `${count(n, 'flag', 'flags')} fewer`,
	overtime: (before: number, after: number) => `Overtime ${length(before)} → ${length(after)}`,
	paid: (before: number, after: number) => `paid as ${length(before)} → ${length(after)} of straight time`,
	whom: 'Whom it changes',
	planOnly: (n: number) =>
		`Of ${count(n, 'person', 'people')} you don’t see the hours: only the days planned for them are reckoned.`,
	keep: 'Keep',
	drop: 'Drop',
	kept: (n: number) => `${count(n, 'rule', 'rules')} changed.`,
	codes: {
		OT_DAY_GT_1H: 'Extended by more than generally allowed',
		OT_DAY_GT_3H: 'Extended by more than allowed at most',
		OT_MONTH_GT_36H: 'Overtime of the month over its limit',
		CONSECUTIVE_DAYS: 'Too many days in a row',
		REST_SHORT: 'Rest too short',
		WEEKLY_REST_SHORT: 'Weekly rest too short',
		BREAK_MISSING: 'Break missing',
		WEEK_AVG_GT_48H: 'Week too long on average',
		NIGHT_OVER_8H: 'Night work too long',
		MEAL_LATE: 'Meal too late',
		MEAL_MISSED: 'Meal missed',
		MEAL_SHORT: 'Meal too short to take off',
		CALENDAR_NOT_ENTERED: 'Holidays not entered'
	} as Readonly<Record<string, string>>,

	troubles: {
		title: 'What can’t hold',
		change: (by: string, what: string) => `${by} changed “${what}”, and that can’t hold:`,
		brought: (what: string) => `A file brought “${what}”, and that can’t hold:`,
		person: (name: string) =>
			`${name} is to follow a rule set that isn’t on file; the production’s holds instead.`,
		why: {
			'unknown-set': 'no such rule set is on file. The one before holds.',
			'unknown-number': 'the rule set has no such number. Its own numbers hold.',
			'out-of-bounds': 'the number is outside what it may be. The rule set’s own holds.',
			'not-a-day': 'it names no day. The calendar is as it was.',
			unreadable: 'it can’t be read. The rule set’s own holds.'
		}
	},
	sourceOf: (rule: string) => `Where rule ${rule} stands`,
	allRules: 'All rules and their sources'
};
