import type { LineKind, NameMatch } from '#lib/domain/hours/log/compare-timesheet.ts';
import type { TimesheetColumn } from '#lib/domain/hours/log/timesheet-columns.ts';
import type { SheetRemark, SheetTrouble } from '#lib/domain/hours/log/timesheet-types.ts';
import { counted } from '../plural.ts';

const count = counted('en');
const entries = (n: number): string => count(n, 'entry', 'entries');
const people = (n: number): string => count(n, 'person', 'people');

const columns: Record<TimesheetColumn, string> = {
	name: 'Name',
	'first-name': 'First name',
	'last-name': 'Last name',
	department: 'Department',
	job: 'Job',
	date: 'Date',
	type: 'Kind of day',
	call: 'Call',
	in: 'In',
	'meal-from': 'Meal: out',
	'meal-to': 'Meal: back',
	'meal2-from': 'Second meal: out',
	'meal2-to': 'Second meal: back',
	meal: 'Meal, both times or its length',
	meal2: 'Second meal, both times or its length',
	wrap: 'Wrap',
	out: 'Out',
	'travel-from': 'Travel: from',
	'travel-to': 'Travel: to',
	travel: 'Travel, both times or its length',
	span: 'In and out in one cell',
	total: 'Total',
	notes: 'Notes'
};

/** What was done to a value, or looks wrong about it: `value` as it stands, `as` what it was read as. */
const remarks: Record<SheetRemark['code'], (value: string, as: string) => string> = {
	decimal: (value, as) => `“${value}” was read as hours with a decimal: ${as}.`,
	digits: (value, as) => `“${value}” has lost its colon; read as ${as}.`,
	fraction: (value, as) => `“${value}” is part of a day, as a sheet keeps times; read as ${as}.`,
	seconds: (value, as) => `“${value}” has seconds; read as ${as}.`,
	formula: (value, as) => `a formula; the value it last had was taken: ${as || value}.`,
	'name-above': (_, as) => `no name in the row; taken from above: ${as}.`,
	'date-above': (_, as) => `no date in the row; taken from above: ${as}.`,
	year: (value, as) => `“${value}” has no year; the nearest to the shoot was taken: ${as}.`,
	order: (value, as) => `“${value}” can be read two ways; taken as ${as}.`,
	'shoot-day': (value, as) => `“${value}” is the board’s shoot day of ${as}.`,
	'no-end': () => 'no end: it is entered without one and isn’t counted until it has one.',
	zero: (_, as) => `ends when it starts, at ${as}: it isn’t counted.`,
	'over-24h': (_, as) => `${as} hours long: more than a day isn’t counted.`,
	'meal-outside': (_, as) => `the meal ${as} lies outside the hours: what lies outside isn’t taken off.`,
	'meal-no-end': (value) => `only one time of the meal (${value}): nothing is taken off; it is in the note.`,
	'break-no-time': (value) =>
		`a break of ${value} without its time: nothing is taken off; it is in the note.`,
	'travel-no-time': (value) => `travel of ${value} without its times: it is in the note only.`,
	'two-starts': (value, as) => `a call (${value}) beside in; in was taken: ${as}.`,
	'two-ends': (value, as) => `a wrap (${value}) beside out; out was taken: ${as}.`,
	total: (value, as) => `the sheet says ${value}, in and out come to ${as}.`
};

export const timesheet = {
	open: 'Import a time sheet',
	title: 'Import a time sheet',
	intro:
		'CSV or Excel, or rows copied from a sheet. You see what it would do before anything is written; each person is asked whether it is right.',
	paste: 'Paste rows here',
	pasteHint: 'With the row of headings, if there is one.',
	read: 'Read it',
	file: 'Or drop a sheet (XLSX, CSV)',
	pasted: 'pasted rows',
	another: 'Another sheet',
	backToDepartment: 'Enter a department',
	sheet: 'Sheet',
	allSheets: (n: number) => `All ${n} sheets`,
	grid: 'The days stand side by side: a line a person and day was made of each cell.',
	columnsTitle: 'What the columns mean',
	columns,
	order: 'How dates are written',
	orders: { 'day-first': '11/12 is 11 December', 'month-first': '11/12 is 12 November' },
	orderAsk: 'The dates can be read two ways. Say which is right.',
	found: (n: number, who: number, span: string) =>
		n === 0 ? 'No hours could be read' : `${entries(n)} of ${people(who)}${span ? `, ${span}` : ''}`,
	sums: (kinds: Readonly<Record<LineKind | 'nobody', number>>) =>
		[
			kinds.new > 0 ? `${kinds.new} new` : '',
			kinds.same > 0 ? `${kinds.same} logged already` : '',
			kinds.differs > 0 ? `${kinds.differs} at odds with what is logged` : '',
			kinds.corrected > 0 ? `${kinds.corrected} corrected since` : '',
			kinds['taken-out'] > 0 ? `${kinds['taken-out']} taken out before` : '',
			kinds.running > 0 ? `${kinds.running} on the clock` : '',
			kinds.ahead > 0 ? `${kinds.ahead} still to come` : '',
			kinds.nobody > 0 ? `${kinds.nobody} of nobody known yet` : ''
		]
			.filter(Boolean)
			.join(', '),
	left: (totals: number, empty: number) =>
		[
			totals > 0 ? `${count(totals, 'row', 'rows')} of totals` : '',
			empty > 0 ? `${count(empty, 'row', 'rows')} without hours` : ''
		]
			.filter(Boolean)
			.join(' and ') + ' left out.',
	names: 'Whose hours are these?',
	nameKinds: {
		known: '',
		doubtful: 'nearly a name of the crew',
		'not-kept': 'hours somebody else keeps',
		unknown: 'nobody of this name'
	} satisfies Record<NameMatch['kind'], string>,
	who: (name: string, n: number) => `${name} (${entries(n)})`,
	whoIs: (name: string) => `Who is ${name}?`,
	choose: 'choose…',
	sayWho: 'say above whose these are',
	skip: 'leave out',
	is: (name: string, job: string) => (job ? `${name}, ${job}` : name),
	troubles: (n: number) => `${count(n, 'thing', 'things')} couldn’t be read`,
	repairs: (n: number) => `${count(n, 'thing', 'things')} read in another way than written`,
	place: (sheet: string, row: number, letters: string, heading: string) =>
		[sheet, `row ${row}`, letters ? `column ${letters}${heading ? ` (${heading})` : ''}` : '']
			.filter(Boolean)
			.join(', '),
	times: (n: number) => (n > 1 ? ` And ${n - 1} more like it.` : ''),
	trouble: {
		'no-name': (value: string) => `no name: ${value}. Left out.`,
		'no-date': (value: string) => `no date: ${value}. Left out.`,
		'no-start': () => 'an end without a start. Left out.',
		'no-times': (value: string) => `a total (${value}) without in and out. Left out.`,
		date: (value: string) => `“${value}” is no date. The row is left out.`,
		time: (value: string, taken: boolean) =>
			`“${value}” is no time.${taken ? ' The rest of the row is taken.' : ' The row is left out.'}`,
		meal: (value: string) => `“${value}” is no meal that can be read; nothing is taken off.`,
		travel: (value: string) => `“${value}” of travel without its times. Left out.`,
		total: (value: string) => `“${value}” is no total that can be read.`,
		formula: (value: string, taken: boolean) =>
			`a formula without a value (${value}): open the sheet and save it again.${taken ? ' The rest of the row is taken.' : ' The row is left out.'}`,
		error: (value: string, taken: boolean) =>
			`the sheet itself says ${value}.${taken ? ' The rest of the row is taken.' : ' The row is left out.'}`,
		twice: (value: string, _taken: boolean, first: number) =>
			`the same hours of ${value} stand in row ${first} already. Read once.`,
		'too-many': (value: string) => `more than ${value} lines: from here on nothing was read.`
	} satisfies Record<SheetTrouble['code'], (value: string, taken: boolean, first: number) => string>,
	remarks,
	kinds: {
		new: 'new',
		same: 'logged already',
		corrected: 'logged, and corrected since',
		'taken-out': 'was logged and taken out',
		differs: 'at odds with what is logged',
		running: 'on the clock that day: wrap or correct it first',
		ahead: 'hasn’t come yet'
	} satisfies Record<LineKind, string>,
	logged: (span: string, by: string, self: boolean) =>
		`logged: ${span}${self ? ', own' : by ? `, entered by ${by}` : ''}`,
	decided: { approved: 'approved', paid: 'paid' },
	wouldReplace: 'Ticked, it takes the place of what is logged; the person is asked.',
	row: (n: number) => `row ${n}`,
	tick: (who: string, date: string, span: string) => `Enter ${who}, ${date}, ${span}`,
	tickAll: (who: string) => `All of ${who}`,
	save: (n: number, who: number) => (n === 0 ? 'Nothing to enter' : `Enter ${entries(n)} for ${people(who)}`),
	noneDo:
		'Each line needs a person, a day and a time in. Say below which column is which; what stands in a row that couldn’t be read is named under it.',
	reason: (file: string, row: number) => `time sheet${file ? ` “${file}”` : ''}, row ${row}`,
	batch: (n: number, who: number, place: string) =>
		`Entered ${entries(n)} for ${people(who)}${place && ` · ${place}`}`,
	undo: 'Take the whole import back',
	undone: (n: number) => `Took back ${entries(n)}.`,
	undoneReason: 'the import of the time sheet was taken back',
	before: 'Imported before',
	beforeLine: (file: string, n: number, who: number, when: string, by: string) =>
		`${file || 'Pasted rows'}: ${entries(n)} of ${people(who)}, ${when}, ${by}`,
	sure: (n: number) => `Take back ${entries(n)}?`,
	takeBack: 'Take back',
	/** under an entry: where it was read from */
	source: (file: string, sheet: string, row: number) =>
		`from ${file ? `“${file}”` : 'pasted rows'}${sheet ? `, sheet “${sheet}”` : ''}, row ${row}`
};
