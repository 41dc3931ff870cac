import type { CrewColumn } from '#lib/domain/people/crew-columns.ts';
import type { ContactField, CrewField } from '#lib/domain/people/match-crew.ts';
import type { CrewTrouble } from '#lib/domain/people/read-crew.ts';
import { counted } from '../plural.ts';

const count = counted('en');

const columns: Record<CrewColumn, string> = {
	name: 'Name',
	'first-name': 'First name',
	'last-name': 'Last name',
	job: 'Job',
	department: 'Department',
	character: 'Character',
	number: 'Number on the board',
	phone: 'Phone',
	chat: 'WeChat or other account',
	email: 'E-mail',
	contract: 'Paid',
	hours: 'Agreed day',
	from: 'First day',
	to: 'Last day',
	minor: 'A minor',
	birthday: 'Birthday',
	'emergency-name': 'Emergency contact',
	'emergency-phone': 'Emergency phone',
	food: 'Food and allergies',
	notes: 'Notes'
};
const fields: Record<CrewField | ContactField, string> = {
	job: 'job',
	department: 'department',
	contractKind: 'pay',
	contractMinutes: 'agreed day',
	contractFrom: 'first day',
	contractTo: 'last day',
	minor: 'minor',
	notes: 'notes',
	phone: 'phone',
	chat: 'account',
	email: 'e-mail',
	birthday: 'birthday',
	emergencyName: 'emergency contact',
	emergencyPhone: 'emergency phone',
	food: 'food'
};

export const crewList = {
	open: 'Paste a crew list',
	title: 'A crew list from a sheet',
	note: 'Copy the rows in your sheet and paste them here, or drop the file. Nothing is written before you have seen what it would do.',
	paste: 'Paste rows here',
	pasteHint: 'With the row of headings, if there is one.',
	read: 'Read it',
	file: 'Or drop a sheet (XLSX, CSV)',
	table: 'Sheet',
	columnsTitle: 'What the columns mean',
	columnsNote: 'Columns marked with a lock are seen by producers and planners only.',
	columns,
	noName: 'No column is the name: choose it above.',
	found: (n: number) => `${count(n, 'person', 'people')} in the list`,
	sums: (fresh: number, changed: number, same: number) =>
		[
			fresh > 0 ? count(fresh, 'new person', 'new people') : '',
			changed > 0 ? `${changed} changed` : '',
			same > 0 ? `${same} as they are` : ''
		]
			.filter(Boolean)
			.join(', '),
	doubtful: (n: number) => `${count(n, 'person', 'people')} may be here already: say who it is.`,
	kinds: { new: 'new', update: 'changed', same: 'as it is', doubtful: 'who is it?' },
	isNew: 'somebody new',
	is: (name: string, job: string) => (job ? `${name}, ${job}` : name),
	skip: 'leave out',
	who: (name: string) => `Who is ${name}?`,
	row: (n: number) => `Row ${n}`,
	said: (column: string | null, words: string) => (column ? `${column}: ${words}` : words),
	changes: 'Changes',
	fields,
	plays: (name: string) => `plays ${name}`,
	troubles: (n: number) => `${count(n, 'thing', 'things')} couldn’t be read`,
	trouble: {
		'no-name': (value: string) => `no name: “${value}”. Left out.`,
		twice: (value: string, first: number) => `${value} stands in row ${first} already. Read once.`,
		department: (value: string) => `“${value}” is no department known here.`,
		contract: (value: string) => `“${value}” says neither day, package, month nor hour.`,
		hours: (value: string) => `“${value}” are no hours of a day.`,
		day: (value: string) => `“${value}” is no day.`,
		minor: (value: string) => `“${value}” says neither yes nor no.`,
		number: (value: string) => `“${value}” is no number on the board.`,
		'too-many': () => 'More than 2,000 people: from here on nothing was read.'
	} satisfies Record<CrewTrouble['code'], (value: string, first: number) => string>,
	take: (n: number) => `Take over ${count(n, 'person', 'people')}`,
	nothing: 'Nothing to take over: the plan says all of this already.',
	taken: (n: number) => `Took over ${count(n, 'person', 'people')}.`,
	back: 'Another list',
	privateOff: 'Phones and other private columns are left out: they can’t be opened on this device yet.'
};
