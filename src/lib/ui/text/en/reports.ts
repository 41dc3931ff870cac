import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import { clock, date, duration, weekdayName } from '../../format.ts';
import { weekday } from '#lib/domain/calendar/day-key.ts';
import { counted } from '../plural.ts';

const count = counted('en');
const people = (n: number): string => count(n, 'person', 'people');
const length = (minutes: number): string => duration(minutes, 'en');
const at = (day: DayKey, minutes: number): string => `${date(day, 'en')} ${clock(minutes)}`;

/** Reports: who needs rest next, and what overtime cost. */
export const reports = {
	notYours: 'Reports are for who keeps hours',
	notYoursDo: 'A producer decides under People whose hours you keep. Your own are under Hours.',
	empty: 'No hours yet',
	emptyDo: 'As soon as somebody logs a day, or the board calls somebody, it stands here.',
	news: {
		passing: (n: number, limit: number, by: DayKey) =>
			`${people(n)} ${n === 1 ? 'passes' : 'pass'} ${length(limit)} of overtime by ${weekdayName(weekday(by), 'en')}`,
		past: (n: number, limit: number, span: 'this' | 'that') =>
			span === 'this'
				? `${people(n)} ${n === 1 ? 'is' : 'are'} past ${length(limit)} of overtime this month`
				: `${people(n)} passed ${length(limit)} of overtime that month`,
		rest: (n: number, limit: number | null, span: 'this' | 'that', month: boolean) =>
			`${people(n)} had ${limit === null ? 'less rest than the rules ask for' : `under ${length(limit)} rest`} ${span} ${month ? 'month' : 'week'}`,
		inARow: (n: number) => `${people(n)} worked more days in a row than the rules allow`,
		calm: 'Nobody passes a limit, and everybody had their rest',
		join: (parts: readonly string[]) => `${parts.join('; ')}.`
	},
	span: 'Span',
	week: 'Week',
	month: 'Month',
	earlier: 'Earlier',
	later: 'Later',
	now: 'Today',
	department: 'Department',
	everyDepartment: 'All departments',
	map: 'Hours by person and day',
	mapHint: 'Arrow keys move between days, Enter opens the entries.',
	person: 'Person',
	sum: 'Sum',
	cell: {
		nothing: 'nothing',
		worked: (minutes: number) => `${length(minutes)} worked`,
		planned: (minutes: number) => `${length(minutes)} planned`,
		overtime: (minutes: number) => `${length(minutes)} of overtime`,
		rest: (minutes: number) => `only ${length(minutes)} rest before`,
		inARow: (n: number) => `${n} days in a row`,
		disputed: (n: number) => count(n, 'disagreement', 'disagreements'),
		noEnd: 'logged, and not counted'
	},
	heats: ['regular', 'up to half the allowed overtime', 'up to the limit', 'over the limit'],
	rest: {
		title: 'Rest before this day',
		times: (wrap: DayKey, wrapAt: number, call: DayKey, callAt: number) =>
			`Wrapped ${at(wrap, wrapAt)}, called ${at(call, callAt)}.`,
		short: (rest: number, limit: number, short: number) =>
			`That is ${length(rest)}: ${length(short)} short of ${length(limit)}.`,
		open: 'Rest that fell short'
	},
	day: {
		plannedFor: (called: number) => `The board called for ${length(called)}.`,
		plannedOnly: (minutes: number) => `Planned by the board: ${length(minutes)}. Nothing was logged yet.`,
		difference: (minutes: number) =>
			minutes === 0
				? 'Exactly as planned.'
				: `${length(Math.abs(minutes))} ${minutes > 0 ? 'longer' : 'shorter'} than planned.`,
		value: (sum: string, paid: boolean) =>
			paid ? `Overtime of the day, paid: ${sum}.` : `Overtime of the day, not paid by the deal: worth ${sum}.`
	},
	people,
	ahead: 'Next to reach a limit',
	nobodyAhead: 'The plan takes nobody over a limit.',
	totals: 'What it comes to',
	figures: {
		worked: 'Worked',
		planned: 'Planned ahead',
		called: 'Called for on days worked',
		overtime: 'Overtime',
		overtimePlanned: 'Overtime planned ahead',
		paid: 'Overtime, paid',
		unpaid: 'Overtime, not paid: its worth',
		unpriced: 'Overtime without a known rate',
		restsBroken: 'Rests that fell short',
		daysTooMany: 'Days past the most in a row',
		disputed: 'Entries somebody disagrees with',
		unanswered: 'Entered for somebody, not answered'
	},
	weeks: 'By department and week',
	weekOf: (from: DayKey) => date(from, 'en'),
	weekLabel: (department: string, from: DayKey, worked: number, planned: number, overtime: number) =>
		`${department}, week of ${date(from, 'en')}: ${length(worked)} worked, ${length(planned)} planned, ${length(overtime)} of overtime`,
	key: 'Darker is more overtime; a bar between two days is rest that fell short; a line beneath is days in a row, doubled past the limit; a turned corner is a disagreement; brackets and a dashed edge are planned.',
	openHours: (name: string) => `All hours of ${name}`,
	moreAhead: (n: number) => `${n} more`,
	exports: {
		open: 'Take along',
		workload: (department: string | null) =>
			`This workload, by person and day${department ? `: ${department}` : ''}`,
		workloadNote: 'For who keeps hours: names, minutes, what was broken; sums only for a producer.',
		payroll: (month: string, department: string | null) =>
			`Payroll of ${month}${department ? `: ${department}` : ''}`,
		payrollNote: (days: number, undecided: number, disputed: number) =>
			`${count(days, 'day', 'days')}, one row a person and day, as logged and as computed.${undecided > 0 ? ` ${count(undecided, 'day is', 'days are')} not approved as they stand.` : ''}${disputed > 0 ? ` ${count(disputed, 'day is', 'days are')} disagreed with, and marked so.` : ''}`,
		shared: 'Copy for outside',
		sharedNote:
			'Departments of four people or more, no persons, no rates. Smaller departments are left out, and out of the sum.',
		print: 'Print for outside',
		xlsx: 'Excel',
		csv: 'CSV'
	},
	workload: 'Workload',
	payroll: 'Payroll',
	shared: 'Workload by department',
	sharedOf: (title: string, from: DayKey, to: DayKey) =>
		`${title}: workload from ${date(from, 'en')} to ${date(to, 'en')}`,
	columns: {
		person: 'Person',
		people: 'People',
		department: 'Department',
		job: 'Job',
		date: 'Date',
		type: 'Type',
		times: 'Times',
		breaks: 'Breaks',
		'break-minutes': 'Breaks (min)',
		'entered-by': 'Entered by',
		station: 'At station',
		consent: 'Consent',
		objection: 'Objection',
		corrections: 'Corrections',
		signed: 'Signed',
		approval: 'Approval',
		'approved-by': 'Approved by',
		'paid-on': 'Paid on',
		'received-on': 'Received on',
		worked: 'Worked (min)',
		planned: 'Planned ahead (min)',
		called: 'Called for (min)',
		overtime: 'Overtime (min)',
		overtimePlanned: 'Overtime planned (min)',
		restsBroken: 'Rests that fell short',
		restMissing: 'Rest missing (min)',
		daysTooMany: 'Days past the most in a row',
		disputed: 'Disagreements',
		unanswered: 'Not answered',
		paid: 'Overtime, paid',
		unpaid: 'Overtime not paid, its worth',
		'rest-before': 'Rest before (min)',
		flags: 'Rules named',
		penalties: 'Penalties',
		rules: 'Rule set',
		'base-pay': 'Straight pay',
		'overtime-pay': 'Overtime pay',
		'penalty-pay': 'Penalty pay',
		pay: 'Pay of the day',
		'overtime-unpaid': 'Overtime not paid, its worth',
		currency: 'Currency'
	} as Readonly<Record<string, string>>,
	values: {
		total: 'Total',
		yes: 'yes',
		no: 'no',
		none: 'waits',
		approved: 'approved',
		queried: 'queried',
		changed: 'changed since',
		own: 'own entry',
		open: 'entered for, not answered',
		confirmed: 'entered for, confirmed',
		disagreed: 'disagreed'
	} as Readonly<Record<string, string>>,
	legal: 'By the rules chosen in Settings: a legal reference, not a verdict.'
};
