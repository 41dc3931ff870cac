import { duration, hoursMinutes } from '../../format.ts';
import { counted } from '../plural.ts';

const count = counted('en');
const days = (n: number): string => count(n, 'day', 'days');

/** Review: whose hours wait, what was decided, and entering a whole department. */
export const review = {
	title: 'Review',
	/** the first sentence: how many days want a decision, and since when */
	waits: (n: number, since: string) =>
		`${count(n, 'day waits', 'days wait')} for a decision, the oldest of ${since}.`,
	nothingWaits: 'No hours wait for you.',
	changedOnes: (n: number) => `${days(n)} changed since a decision.`,
	disputedOnes: (n: number) =>
		`${count(n, 'person disagrees', 'people disagree')} with hours entered for them.`,
	unpaidOnes: (n: number, longest: number) =>
		`${days(n)} approved and unpaid${longest > 0 ? `, the longest for ${days(longest)}` : ''}.`,
	view: 'Show',
	views: {
		wanted: (n: number) => `To decide (${n})`,
		asked: (n: number) => `Queried (${n})`,
		unpaid: (n: number) => `Approved, unpaid (${n})`,
		paid: (n: number) => `Paid (${n})`,
		running: (n: number) => `On the clock (${n})`,
		missing: (n: number) => `Called, nothing logged (${n})`,
		all: (n: number) => `All (${n})`
	},
	department: 'Department',
	person: 'Person',
	everyDepartment: 'All departments',
	everybody: 'Everybody',
	list: 'Days, oldest first',
	/** what the row of a day says */
	states: {
		running: 'on the clock',
		waiting: 'waits',
		asked: 'queried',
		answered: 'changed since the query',
		changed: 'changed since',
		approved: 'approved',
		paid: 'paid',
		missing: 'nothing logged'
	},
	consents: {
		own: 'own',
		confirmed: 'entered for them, confirmed',
		open: 'entered for them, not answered',
		disagreed: 'disagrees'
	},
	disagrees: (reason: string) => (reason ? `disagrees: ${reason}` : 'disagrees'),
	called: (from: string, to: string) => `Called ${from}–${to}`,
	notCalled: 'Not called by the board',
	logged: (minutes: number) => `${duration(minutes, 'en')} logged`,
	against: (minutes: number) =>
		minutes === 0
			? 'as planned'
			: `${duration(Math.abs(minutes), 'en')} ${minutes > 0 ? 'over' : 'under'} the plan`,
	plannedShort: (minutes: number) => `plan ${hoursMinutes(minutes)}`,
	flags: (n: number) => count(n, 'flag', 'flags'),
	unpaidFor: (n: number) => (n === 0 ? 'unpaid' : `unpaid for ${days(n)}`),
	yours: 'Yours: somebody else decides.',
	yoursHint: 'Nobody decides on own hours. Where there is nobody else, they stay signed.',
	approve: 'Approve',
	approveNow: (n: number) => `Approve ${days(n)}`,
	query: 'Query',
	queryLabel: 'Your question',
	queryHint: 'Goes to the person with this day. It also takes an approval back.',
	queryMissing: 'Ask something the person can answer.',
	queryNow: 'Send the question',
	paid: 'Mark as paid',
	paidOn: 'Paid on',
	paidNow: (n: number) => `Mark ${days(n)} as paid`,
	paidMissing: 'Choose the day the money went out; it can’t be a day to come.',
	paidBefore: (date: string) => `What was here before was paid on ${date}; the day has changed since.`,
	pinned: (rules: string, version: string) => `Judged by ${rules}, ${version}.`,
	rulesMoved: 'The rules have changed since.',
	select: (who: string, date: string) => `Select ${who}, ${date}`,
	selected: (n: number) => `${days(n)} selected`,
	selectPlain: (n: number) => `Select all without a flag (${n})`,
	selectPlainHint: 'Left out: days with a flag, an answer still open, a disagreement, or a change.',
	selectAll: (n: number) => `Select all (${n})`,
	selectNone: 'Select none',
	notAll: (n: number) => `${days(n)} of these can’t be decided like this and are left out.`,
	approved: (who: string, date: string) => `Approved: ${who}, ${date}.`,
	approvedMany: (n: number) => `Approved ${days(n)}.`,
	asked: (who: string, date: string) => `Queried: ${who}, ${date}.`,
	askedMany: (n: number) => `Queried ${days(n)}.`,
	markedPaid: (n: number) => `Marked ${days(n)} as paid.`,
	openPerson: (who: string) => `All hours of ${who}`,
	enterMissing: 'Enter what is missing',
	pick: 'Choose a day from the list.',
	keys: 'Keys: J and K or arrows move, X selects, A approves, Q queries, Enter opens, Esc goes back.',
	more: (n: number) => `Show ${n} more`,
	emptyView: 'Nothing here.',
	emptyViewDo: 'No day fits what is chosen above.',
	clearFilters: 'Show everything',
	nobody: 'No hours are logged yet',
	nobodyDo: 'Once the crew logs a day, or a department is entered, it waits here.',
	notYours: 'Review is for those who keep hours',
	notYoursDo: 'A producer can give a planner a department or the whole crew, under People.',
	unheard: (n: number) =>
		`The server hasn’t been heard for ${count(n, 'person', 'people')} yet: what they logged elsewhere may not be here.`,
	/** one person's hours */
	of: (who: string) => `Hours of ${who}`,
	ofNobody: 'These hours are not yours to see',
	noDays: 'Nothing logged and no call yet.',
	date: 'Day',
	plan: 'Plan',
	log: 'Logged',
	state: 'State',
	back: 'Back to Review',
	enterFor: 'Enter a day for them',
	enterForHint: 'It shows as entered by you until they confirm it or disagree.',
	correctFor: 'Correct',
	written: 'Written. They are asked whether it is right.',
	/** entering a department */
	enter: {
		title: 'Enter a department',
		intro:
			'One call, meal and wrap for all; tap what is different for somebody. Each person is asked whether it is right.',
		day: 'Day',
		before: 'The day before',
		after: 'The day after',
		department: 'Department',
		call: 'Call',
		wrap: 'Wrap',
		mealFrom: 'Meal from',
		mealTo: 'Meal to',
		noCalls: 'The board calls nobody of yours on this day.',
		noCallsDo: 'Choose another day, or add somebody below.',
		asCalled: (span: string) => `as called ${span}`,
		asAll: 'As everybody',
		own: (span: string) => `own times ${span}`,
		later: (minutes: number) =>
			minutes === 0
				? 'wrap of the day'
				: `wrap ${minutes > 0 ? '+' : '−'}${duration(Math.abs(minutes), 'en')}`,
		laterBy: (who: string) => `${who}: wrap 15 minutes later`,
		earlierBy: (who: string) => `${who}: wrap 15 minutes earlier`,
		noMeal: 'No meal',
		off: 'Day off',
		absent: 'Not there',
		exceptions: (who: string) => `What is different for ${who}`,
		willBe: (span: string, minutes: number) => `${span}, ${duration(minutes, 'en')}`,
		nothing: 'nothing is entered',
		offDay: 'a day off',
		noHours: 'no hours: the wrap is before the call',
		already: (span: string) => `logged already: ${span}`,
		onClock: (since: string) => `on the clock since ${since}`,
		leftAlone: 'left alone',
		add: 'Somebody else',
		addNobody: 'Add somebody not called',
		yesterday: (date: string) => `As on ${date}`,
		yesterdayDone: (n: number) => `Took the times of ${count(n, 'person', 'people')} from the day before.`,
		yesterdayNone: 'Nobody of these has one whole entry on the day before.',
		save: (n: number) => `Enter ${count(n, 'person', 'people')}`,
		nobody: 'There is nobody to enter.',
		saved: (n: number) => `Entered for ${count(n, 'person', 'people')}.`,
		undo: 'Take all of it back',
		undone: (n: number) => `Taken back for ${count(n, 'person', 'people')}.`,
		undoneReason: 'the whole batch was taken back at once',
		batch: (n: number, place: string) =>
			`Entered for ${count(n, 'person', 'people')}${place && ` · ${place}`}`,
		times: 'Type a call and a wrap such as 07:00 and 19:30; past midnight goes on: 25:30.',
		mealTimes: 'The meal needs both times, between call and wrap; or leave both empty.',
		stillToCome: 'The wrap of some lies ahead: it is entered as if it had been.',
		toCome: 'This day has not come yet; hours are entered once they were worked.'
	}
};
