import { duration } from '../../format.ts';
import { counted } from '../plural.ts';

const count = counted('en');

/** Hours: the clock, a day by hand, corrections, and what the person says to what others entered. */
export const hours = {
	title: 'Hours',
	punch: { start: 'Start', meal: 'Meal', back: 'Back to work', wrap: 'Wrap' },
	/** what a press just did */
	punched: {
		start: (time: string) => `Started at ${time}.`,
		meal: (time: string) => `Meal from ${time}.`,
		back: (time: string) => `Back at ${time}.`,
		wrap: (time: string) => `Wrapped at ${time}.`
	},
	onClock: (since: string) => `On the clock since ${since}`,
	onMeal: (since: string) => `Meal since ${since}`,
	offClock: 'Not on the clock',
	calledAt: (time: string) => `Called at ${time} today.`,
	notCalled: 'Not called today.',
	worked: 'worked so far, meals taken off',
	over: (minutes: number, agreed: number) => `${duration(minutes, 'en')} over your ${duration(agreed, 'en')}`,
	under: (minutes: number, agreed: number) =>
		`${duration(minutes, 'en')} left of your ${duration(agreed, 'en')}`,
	now: 'Time',
	earlier: '5 minutes earlier',
	later: '5 minutes later',
	setNow: 'Back to now',
	zone: (zone: string) => `Times of the production: ${zone}.`,
	clockJumped:
		'This device’s clock was changed. Check the time before you press; what the device says is kept beside your entry.',
	forgotten: (date: string, time: string) => `You started at ${time} on ${date} and never wrapped.`,
	forgottenAsk: 'When did you wrap?',
	forgottenReason: 'wrap was not pressed',
	notBefore: (time: string, date: string) => `Wrap now: not before ${time} on ${date}.`,
	restShort: (call: string, minutes: number) =>
		`You are called at ${call}: ${duration(minutes, 'en')} of rest short.`,
	restEnough: (call: string, minutes: number) =>
		`You are called at ${call}, after ${duration(minutes, 'en')}.`,
	types: {
		work: 'Work',
		prep: 'Preparation',
		travel: 'Travel',
		standby: 'Standby',
		commute: 'Way to work',
		off: 'Day off',
		sick: 'Sick'
	},
	typeHints: {
		commute: 'The way between home and work. Not counted as work.',
		off: 'No hours.',
		sick: 'No hours.'
	},
	days: 'Days',
	noDays: 'Nothing logged yet',
	noDaysDo: 'Press Start when you are called, or enter a day by hand.',
	enter: 'Enter a day',
	copyYesterday: 'As yesterday',
	correct: 'Correct',
	takeOut: 'Take out',
	sign: 'Sign',
	signWeek: (days: number) => `Sign ${count(days, 'day', 'days')}`,
	signedNow: 'Signed.',
	confirm: 'That is right',
	disagree: 'Disagree',
	answerBack: 'Take my answer back',
	forYou: (name: string) => `Entered for you by ${name}: right?`,
	atStation: (name: string) => `entered at ${name}`,
	by: (name: string) => `entered by ${name}`,
	confirmed: 'you confirmed it',
	disagreed: (reason: string) => (reason ? `you disagree: ${reason}` : 'you disagree'),
	theyConfirmed: 'confirmed',
	theyDisagreed: (reason: string) => (reason ? `disagrees: ${reason}` : 'disagrees'),
	notAnswered: 'not answered yet',
	places: {
		saving: 'Saving…',
		saved: 'Saved on this device',
		synced: 'Synced',
		refused: 'Needs you'
	},
	states: {
		open: 'on the clock',
		logged: 'logged',
		signed: 'signed',
		approved: 'approved',
		queried: 'a question',
		changed: 'changed since it was approved',
		paid: 'paid',
		received: 'received'
	},
	approvedBy: (name: string) => `Approved by ${name}.`,
	queriedBy: (name: string, question: string) => `${name} asks: ${question}`,
	paidOn: (name: string, date: string) => `${name} says it was paid on ${date}.`,
	receivedOn: (date: string) => `Received on ${date}.`,
	received: 'I received it',
	conflict: 'Two corrections of one entry: both count until one is taken out.',
	replaced: 'Before that',
	voided: (name: string, reason: string) => `Taken out by ${name}: ${reason}`,
	madeOf: (punches: string) => `From the clock: ${punches}`,
	span: (start: string, end: string) => `${start}–${end}`,
	noEnd: (start: string) => `${start}, no end`,
	breaks: (spans: string) => `meals ${spans}`,
	total: (minutes: number) => duration(minutes, 'en'),
	date: 'Day',
	type: 'What it was',
	start: 'From',
	end: 'To',
	endHint: 'Past midnight goes on: 25:30, or 01:30 for the next day.',
	nextDay: (time: string) => `Until ${time} the next day.`,
	breakFrom: 'Meal from',
	breakTo: 'to',
	breakPaid: 'paid',
	addBreak: 'Add a meal',
	removeBreak: (span: string) => `Remove the meal ${span}`,
	note: 'Note',
	reason: 'Why',
	reasonHint: 'Both the old and the new entry stay readable.',
	disagreeWhy: 'What is wrong?',
	voidWhy: 'Why take it out?',
	wrong: {
		date: 'Choose the day you were called.',
		start: 'A time such as 07:00.',
		end: 'A time such as 19:30, or 25:30 past midnight.',
		zero: 'Start and end are the same, so there is nothing to count.',
		long: 'More than 24 hours in one entry is kept, but not counted until it is split or corrected.',
		breakTime: 'Each meal needs two times, such as 12:00 and 12:40.',
		breakOutside: 'This meal lies outside the hours; it will not be taken off.',
		future: 'This day has not come yet.',
		reason: 'Say why in a few words: the old entry stays, and others see both.',
		overlap: (span: string) => `Overlaps ${span}, which counts already; the time is counted once.`
	},
	entered: (date: string) => `Entered for ${date}.`,
	save: 'Save',
	week: 'Week',
	month: 'Month',
	weekOf: (date: string) => `Week of ${date}`,
	unbound: 'You are not bound to a person of the plan',
	unboundDo: 'Ask a producer to bind your account to your name under People; then your hours are here.',
	openSheet: (date: string) => `Open ${date}`,
	entries: (n: number) => count(n, 'entry', 'entries'),
	summary: {
		title: 'Against the limits',
		week: (worked: number, planned: number, limit: number | null) =>
			`Week: ${duration(worked, 'en')} worked${planned > 0 ? `, ${duration(planned, 'en')} planned` : ''}${limit === null ? '.' : ` of ${duration(limit, 'en')}.`}`,
		month: (overtime: number, planned: number, limit: number | null) =>
			`Overtime this month: ${duration(overtime, 'en')}${planned > 0 ? `, ${duration(planned, 'en')} more planned` : ''}${limit === null ? '.' : ` of ${duration(limit, 'en')}.`}`,
		inARow: (days: number) => `${count(days, 'day', 'days')} in a row.`,
		overtime: (minutes: number) => `${duration(minutes, 'en')} of overtime so far.`,
		paid: (minutes: number, value: string) =>
			`${duration(minutes, 'en')} of overtime so far, paid by your deal: ${value}.`,
		unpaid: (minutes: number, value: string) =>
			`${duration(minutes, 'en')} of overtime so far. Your deal doesn’t pay it; at your rate it is worth ${value}.`,
		by: (rules: string) => `By the rules: ${rules}.`
	},
	ruleSets: {
		'cn-standard': 'China, standard hours',
		'cn-comprehensive-month': 'China, comprehensive hours by the month',
		'us-ca-crew': 'California, non-union crew',
		'us-flsa': 'US federal minimum',
		'us-iatse-lowbudget': 'IATSE low budget (partly unverified)',
		'us-sag-performer': 'SAG-AFTRA day performer',
		'uk-tv-drama': 'UK TV drama, with the working time rules',
		'eu-wtd': 'EU working time floor'
	},
	undoneReason: 'undone at once',
	undone: 'Taken back.'
};
