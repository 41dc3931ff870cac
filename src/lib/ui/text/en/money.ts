import type { MoneyCategory } from '#lib/domain/money/records.ts';
import { counted } from '../plural.ts';

const count = counted('en');

const categories: Record<MoneyCategory, string> = {
	script: 'Script',
	cast: 'Cast',
	crew: 'Crew',
	equipment: 'Equipment',
	locations: 'Locations',
	art: 'Art, costume, make-up',
	catering: 'Catering',
	transport: 'Transport',
	post: 'Post',
	review: 'Filing and review',
	marketing: 'Marketing and traffic',
	contingency: 'Contingency'
};

export const money = {
	title: 'Money',
	closed: 'Only producers see the money',
	closedWhy: 'What the budget does to the schedule stands on the board and in the plan: days, never sums.',
	arriving: 'The money hasn’t come to this device yet',
	arrivingWhy: 'It comes by itself once there is a network, and is here offline from then on.',
	lacking: (n: number) =>
		`Rates of ${count(n, 'person', 'people')} haven’t come to this device yet: the number of days may still change.`,
	categories,
	bases: { fixed: 'once', day: 'a shoot day', 'person-day': 'a head and day' },

	/** the sentence; sums come written */
	buys: (total: number, worked: number, left: string, more: number, planned: number) =>
		worked === 0
			? `The money buys ${count(total, 'shoot day', 'shoot days')}: ${left} is left for shooting, and the board plans ${planned}.`
			: `The money buys ${count(total, 'shoot day', 'shoot days')}: ${worked} ${worked === 1 ? 'is' : 'are'} worked, ${left} is left and pays for ${more} more. The board plans ${planned} more.`,
	buysNone: (worked: number, left: string, day: string) =>
		`The money pays for no further day: ${left} is left, and the next day costs ${day}. ${count(worked, 'day is', 'days are')} worked.`,
	overspent: (by: string) => `The budget is overspent by ${by} before another day is shot.`,
	allShot: (worked: number, took: string, left: string) =>
		`Everything is shot: ${count(worked, 'day', 'days')} took ${took}, and ${left} is left.`,
	nothingToShoot: 'There is nothing to shoot yet: add scenes, and the days they take will show here.',
	short: (days: number) => `${count(days, 'day', 'days')} short of the plan.`,
	took: (sum: string, parts: string) => `${sum} goes before a day is shot: ${parts}.`,
	part: (name: string, sum: string) => `${name} ${sum}`,
	moreSaves: (sum: string) =>
		`A day more costs ${sum} less than it takes: the overtime it saves is dearer than the day.`,
	marketing: (sum: string, days: number, hours: string | null) =>
		days > 0
			? `Marketing and traffic take ${sum}. It would pay for ${count(days, 'day', 'days')} more${hours ? `, and spare ${hours} of overtime` : ''}.`
			: `Marketing and traffic take ${sum}: less than one more shoot day.`,
	traffic: (needed: string, planned: string) =>
		`Without the platform’s traffic support a mini-program drama takes about ten times its production cost in bought traffic to profit: ${needed}. Planned for it: ${planned}.`,
	withoutDeal: (n: number) =>
		`${count(n, 'person is', 'people are')} called without a rate: nothing is counted for ${n === 1 ? 'that person' : 'them'}. Add rates below.`,

	chart: {
		title: 'What each number of days costs',
		about: 'Use the arrow keys to go from one number of days to the next.',
		axis: 'Shoot days in all. ',
		paid: 'paid',
		unpaid: 'worked, not paid',
		left: (sum: string) => `money left ${sum}`,
		plan: 'plan',
		affordable: 'paid for',
		cheapest: 'cheapest',
		impossible: 'impossible',
		at: (days: number, paid: string, unpaid: string, overtime: string) =>
			`${count(days, 'day', 'days')}: ${paid} still to pay, ${overtime} of overtime, ${unpaid} worth of it not paid.`,
		isPaidFor: 'The money left pays for it.',
		isNotPaidFor: (by: string) => `${by} more than there is.`,
		isImpossible: 'A hard limit breaks: longest day, shortest rest or the month’s overtime.',
		table: 'As a table',
		columns: {
			days: 'Days',
			paid: 'Still to pay',
			unpaid: 'Worked, not paid',
			overtime: 'Overtime',
			verdict: ''
		},
		yes: 'paid for',
		no: 'not paid for'
	},

	price: {
		title: 'One day more, one fewer',
		note: 'With the work left spread evenly. Unpaid overtime is what people whose deal doesn’t pay it work for nothing.',
		more: (days: number) => `Add a day: ${days} in all`,
		fewer: (days: number) => `Cut a day: ${days} in all`,
		costs: (sum: string) => `costs ${sum} more`,
		saves: (sum: string) => `saves ${sum}`,
		overtimeLess: (hours: string, sum: string) => `${hours} of overtime fewer, ${sum} of it unpaid work`,
		overtimeMore: (hours: string, sum: string) => `${hours} of overtime more, ${sum} of it unpaid work`,
		unpaidLess: (sum: string) => `unpaid work falls by ${sum}`,
		unpaidMore: (sum: string) => `unpaid work grows by ${sum}`,
		hoursLess: (hours: string) => `${hours} of overtime fewer`,
		hoursMore: (hours: string) => `${hours} of overtime more`,
		none: 'No day is planned yet, so there is none to add or cut.'
	},

	day: {
		title: 'What a day costs',
		note: 'A usual one of the days left, before overtime.',
		sum: 'A shoot day',
		deals: (n: number) => `rates of ${count(n, 'person', 'people')} called`,
		heads: (n: number) => `for ${count(n, 'head', 'heads')}`,
		line: 'a line of the budget',
		toDeals: 'See the rates',
		toLine: 'See the line'
	},

	budget: {
		title: 'Budget',
		note: 'A line a day counts for every shoot day, a line a head for everyone called. Cast and crew are paid by their rates below.',
		total: 'All there is',
		grid: 'Lines of the budget',
		row: (name: string) => `Line ${name}`,
		add: 'Add a line',
		remove: 'Remove lines',
		unnamed: 'New line',
		columns: {
			name: 'Line',
			category: 'Kind',
			basis: 'Paid',
			planned: 'Amount',
			whole: 'In all',
			committed: 'Committed',
			spent: 'Spent',
			left: 'Left',
			note: 'Note'
		},
		sums: (planned: string, committed: string, spent: string) =>
			`Lines ${planned} in all, ${committed} committed, ${spent} spent.`
	},

	empty: {
		title: 'No budget yet',
		words:
			'Say what there is in all, and the lines that such a production has are there to be filled in. Days, hours and warnings elsewhere work without it; only the days paid for need it.',
		total: 'All there is',
		begin: 'Begin a budget'
	},

	deals: {
		title: 'Rates and deals',
		note: 'Each person reads their own; nobody else but producers does.',
		grid: 'Rates and deals',
		columns: {
			name: 'Name',
			job: 'Job',
			pay: 'Paid',
			amount: 'Sum',
			packageDays: 'Days of the package',
			paysOvertime: 'Overtime paid',
			day: 'A day'
		},
		pays: { day: 'by the day', package: 'as a package', month: 'by the month', hour: 'by the hour' },
		open: 'People',
		none: 'Nobody is in the plan yet. Add people first.'
	},

	hot: {
		title: 'Hot cost',
		note: 'Each day worked: logged hours by the deals, and what was spent, against the budget. Lines count as budgeted until something is written down.',
		none: 'No day is worked yet. Once hours are logged, each day stands here against its budget.',
		columns: {
			date: 'Day',
			budgeted: 'Budgeted',
			wages: 'Rates',
			overtimePaid: 'Overtime paid',
			spent: 'Spent',
			assumed: 'As budgeted',
			actual: 'In all',
			over: 'Over',
			unpaid: 'Worked, not paid'
		},
		logged: (n: number) => `${count(n, 'person', 'people')} logged`,
		add: 'Write down spending',
		date: 'Day',
		kind: 'Kind',
		amount: 'Sum',
		noteField: 'What for'
	},

	contract: {
		title: 'Contract',
		note: 'What it means for the script, the copyright and what comes after.',
		kind: 'Kind of contract',
		kinds: {
			'': 'not said yet',
			'work-for-hire': 'Work for hire',
			licensed: 'Licensed script',
			'co-investment': 'Co-investment'
		},
		party: 'With whom',
		share: 'Our share of the revenue',
		shareHint: 'In per cent.',
		ownPart: 'What we put in ourselves',
		exclusiveUntil: 'Exclusive until',
		copyright: {
			platform: 'The platform owns the copyright.',
			us: 'The copyright stays ours.'
		},
		script: {
			platform: 'The script is the platform’s: the director may not revise it.',
			us: 'The script is ours to change.'
		},
		later: {
			nothing: 'It is paid once: nothing comes later, whatever it earns.',
			residuals: 'Residuals by views come later: small and irregular, so don’t plan with them.',
			share: 'A share of the revenue comes later, usually 3–10 %.'
		},
		exclusive: {
			'for-good': 'The platform may use it for good.',
			'for-a-time': 'After the exclusive time the platform keeps rights that aren’t exclusive.',
			'as-agreed': 'Who may show it where is as agreed.'
		},
		margin: (sum: string) => `If no residual ever comes, ${sum} stays.`,
		loss: (sum: string) => `If no residual ever comes, it loses ${sum}.`,
		fails: (gate: string, spent: string, owed: string, received: string) =>
			`If ${gate} fails: ${spent} is spent, ${owed} more is owed, ${received} has come.`,
		failsNow: (spent: string, owed: string, received: string) =>
			`No review is open: ${spent} is spent, ${owed} more is owed, ${received} has come.`,
		rest: (sum: string) => `${sum} would stay.`,
		missing: (sum: string) => `${sum} would be missing.`,
		lost: (sum: string) => `Payments of ${sum} would not come.`,
		gates: {
			planning: 'the planning filing',
			rating: 'the platform’s rating',
			'platform-review': 'the platform’s review',
			'completion-review': 'the completion review',
			licence: 'the distribution licence'
		},
		round: (gate: string, round: number) => (round > 1 ? `${gate}, round ${round}` : gate)
	},

	payments: {
		title: 'Payments',
		note: 'What the contract promises, and the review each waits for.',
		none: 'No payment is written down yet.',
		add: 'Add a payment',
		name: 'Payment',
		sum: 'Sum',
		gate: 'Waits for',
		noGate: 'a date alone',
		due: 'Due',
		paidOn: 'Came on',
		states: {
			paid: 'paid',
			late: 'late',
			due: 'due',
			waiting: 'waiting',
			blocked: 'its review was rejected'
		},
		lateBy: (days: number) => `${count(days, 'day', 'days')} late`,
		came: 'It came today',
		remove: 'Remove',
		unnamed: 'Payment'
	},

	import: {
		open: 'Take lines from a sheet',
		title: 'Lines from a sheet',
		note: 'Copy the rows of your budget and paste them here, or drop the file. Nothing is written before you have seen what it would do.',
		paste: 'Paste rows here',
		read: 'Read it',
		file: 'Or drop a sheet (XLSX, CSV)',
		sheet: 'Sheet',
		again: 'Another sheet',
		leaveOut: 'leave out',
		column: (letter: string, heading: string) =>
			heading ? `Column ${letter}: ${heading}` : `Column ${letter}`,
		noAmount: 'No column is the amount: choose it above.',
		found: (n: number, sum: string) => `${count(n, 'line', 'lines')}, amounts of ${sum} together`,
		row: (n: number) => `Row ${n}:`,
		trouble: {
			'no-sum': (value: string) => `“${value}” has no sum. Left out.`,
			sum: (value: string) => `“${value}” is no sum. Left out.`,
			basis: (value: string) => `“${value}” says neither once, a day nor a head. Taken as once.`,
			total: (value: string) => `“${value}” is a sum of the sheet itself. Left out.`,
			'too-many': () => 'More than 1,000 lines: from here on nothing was read.'
		},
		kindOf: (name: string) => `Kind of ${name}`,
		guess: 'which kind?',
		take: (n: number) => `Take over ${count(n, 'line', 'lines')}`
	},

	wrong: {
		long: (most: number) => `More than ${most} characters.`,
		sum: 'That is no sum. Write figures, such as 1250 or 1,250.50.',
		days: 'That is no number of days.',
		yes: 'Say yes or no.',
		choice: (words: string) => `One of: ${words}.`,
		share: 'A per cent between 0 and 100, such as 6 or 6.5.'
	}
};
