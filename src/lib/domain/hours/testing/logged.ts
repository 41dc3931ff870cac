/** Entries and decisions for tests of what was logged: plain ones, with only what a test is about said. */
import { day } from '../../calendar/day-key.ts';
import type {
	Decision,
	Keyed,
	LoggedAnswer,
	LoggedEntry,
	LoggedPunch,
	LoggedSignature,
	LoggedVoid
} from '../log/logged.ts';

const base = (key: string, person: string) => ({
	key,
	id: key,
	person,
	by: person,
	byName: person,
	self: true,
	station: null,
	at: 0,
	zone: 'Asia/Shanghai',
	device: 'phone'
});

export type More<T> = Partial<Omit<T, 'kind'>>;

/** Hours of a day, 07:00 to 17:00 with a meal at noon unless said otherwise. */
export const loggedEntry = (
	key: string,
	date: string,
	more: More<LoggedEntry> = {},
	person = 'wang'
): Keyed<LoggedEntry> => ({
	...base(key, person),
	kind: 'entry',
	type: 'work',
	date: day(date),
	start: '07:00',
	end: '17:00',
	startFold: null,
	endFold: null,
	breaks: [{ start: '12:00', end: '13:00', paid: false, kind: 'meal' }],
	note: '',
	supersedes: [],
	reason: '',
	punches: [],
	...more
});

export const loggedPunch = (
	key: string,
	date: string,
	more: More<LoggedPunch> = {},
	person = 'wang'
): Keyed<LoggedPunch> => ({
	...base(key, person),
	kind: 'punch',
	punch: 'start',
	type: 'work',
	date: day(date),
	time: '07:00',
	...more
});

export const loggedVoid = (key: string, supersedes: string[], person = 'wang'): Keyed<LoggedVoid> => ({
	...base(key, person),
	kind: 'void',
	supersedes,
	reason: 'entered twice'
});

export const loggedAnswer = (
	key: string,
	to: string[],
	says: LoggedAnswer['says'],
	reason = '',
	person = 'wang'
): Keyed<LoggedAnswer> => ({ ...base(key, person), kind: 'answer', to, says, reason });

export const loggedSignature = (key: string, keys: string[], person = 'wang'): Keyed<LoggedSignature> => ({
	...base(key, person),
	kind: 'sign',
	keys,
	from: day('2026-11-01'),
	to: day('2026-11-30')
});

export const decisionOn = (
	key: string,
	date: string,
	keys: string[],
	more: More<Decision> = {},
	person = 'wang'
): Keyed<Decision> => ({
	...base(key, person),
	by: 'manager',
	byName: 'Production manager',
	kind: 'decision',
	says: 'approve',
	date: day(date),
	keys,
	after: [],
	text: '',
	on: null,
	rules: null,
	...more
});
