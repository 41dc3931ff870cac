/**
 * What is kept of somebody's hours: entries that are only ever added. A correction or a void is a new entry that
 * names others and says why; nothing here is changed or deleted (product.md, Trust; reliability.md 2).
 *
 * `by` and `self` are checked by the server before it takes an entry, so every device may rely on them.
 */
import { readDay, type DayKey } from '../../calendar/day-key.ts';

/** What a span of time was. Commute, off and sick are no work; the rule set says what counts. */
export const ENTRY_TYPES = ['work', 'prep', 'travel', 'standby', 'commute', 'off', 'sick'] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];
/** Types that are a whole day rather than hours of it. */
export const isWholeDay = (type: EntryType): boolean => type === 'off' || type === 'sick';

export const PUNCHES = ['start', 'meal', 'back', 'wrap'] as const;
export type Punch = (typeof PUNCHES)[number];

/** Wall-clock times of the production's zone; they may pass midnight: `25:30` is half past one the night after. */
export type ClockText = string;

/** `paid` breaks stay work; a meal must reach the rule set's least length to count as one. */
export type LoggedBreak = {
	readonly start: ClockText;
	readonly end: ClockText;
	readonly paid: boolean;
	readonly kind: 'meal' | 'rest';
};

/**
 * What a device knew against its own clock when it wrote: minutes it was ahead (behind: negative). `server`: of the
 * server, when that was last heard; `jump`: set so while the app was open; `back`: earlier than a time it had shown.
 */
export type ClockDoubt = { readonly by: 'server' | 'jump' | 'back'; readonly minutes: number };

type Base = {
	readonly id: string;
	/** the person of the plan whose hours these are */
	readonly person: string;
	/** the user or station that wrote it, and the name it went by then */
	readonly by: string;
	readonly byName: string;
	/** whether the writer is the person */
	readonly self: boolean;
	/** the station's name, where it was entered at one */
	readonly station: string | null;
	/** device's clock (ms since 1970), its zone, and what kind of device it was: shown, never used to order */
	readonly at: number;
	readonly zone: string;
	readonly device: string;
	/** minutes that zone was ahead of Greenwich by the device's own tables; absent in what older versions wrote */
	readonly offset?: number;
	/** absent where nothing spoke against the clock */
	readonly clock?: ClockDoubt | null;
};

/** Where an entry was read from: a row of a time sheet that somebody imported. */
export type EntrySource = {
	/** the file's name; empty for pasted rows */
	readonly file: string;
	readonly sheet: string;
	/** as a spreadsheet counts, from 1 */
	readonly row: number;
	/** the same for all that was imported in one go */
	readonly batch: string;
};

/** Hours of a day, or a day off: the thing that is signed, approved and paid. */
export type LoggedEntry = Base & {
	readonly kind: 'entry';
	readonly type: EntryType;
	/** the day it was called on */
	readonly date: DayKey;
	readonly start: ClockText | null;
	readonly end: ClockText | null;
	/** 1: the second time a clock shows an hour that comes twice */
	readonly startFold: 0 | 1 | null;
	readonly endFold: 0 | 1 | null;
	readonly breaks: readonly LoggedBreak[];
	readonly note: string;
	/** keys of entries this one takes the place of, and why */
	readonly supersedes: readonly string[];
	readonly reason: string;
	/** keys of the punches it was made from */
	readonly punches: readonly string[];
	/** absent for what was entered here */
	readonly source?: EntrySource | null;
};

/** One press of the clock. */
export type LoggedPunch = Base & {
	readonly kind: 'punch';
	readonly punch: Punch;
	readonly type: EntryType;
	/** the day of the start, for all punches of one stretch */
	readonly date: DayKey;
	readonly time: ClockText;
};

/** Takes entries or punches out, with the reason. */
export type LoggedVoid = Base & {
	readonly kind: 'void';
	readonly supersedes: readonly string[];
	readonly reason: string;
};

/** What the person says to what others entered. Silence is not consent. */
export type LoggedAnswer = Base & {
	readonly kind: 'answer';
	readonly to: readonly string[];
	readonly says: 'confirm' | 'disagree';
	readonly reason: string;
};

/** The person's signature under exactly these entries. */
export type LoggedSignature = Base & {
	readonly kind: 'sign';
	readonly keys: readonly string[];
	readonly from: DayKey;
	readonly to: DayKey;
};

/** The person says that money came for what a `paid` decision names. */
export type LoggedReceipt = Base & {
	readonly kind: 'received';
	readonly decision: string;
	readonly on: DayKey;
};

export type Logged = LoggedEntry | LoggedPunch | LoggedVoid | LoggedAnswer | LoggedSignature | LoggedReceipt;

/** Said by a producer, or by who keeps these hours; never by the person. Names the entries it is about by key. */
export type Decision = Omit<Base, 'self' | 'station'> & {
	readonly kind: 'decision';
	readonly says: 'approve' | 'query' | 'paid';
	readonly date: DayKey;
	/** all keys of the day that counted when it was said */
	readonly keys: readonly string[];
	/** decisions on this day that were known and that this one follows */
	readonly after: readonly string[];
	/** the question of a query, or a word with a payment */
	readonly text: string;
	/** the day of a payment */
	readonly on: DayKey | null;
	/** rule set, its version and the hash of what the production changed in it */
	readonly rules: { readonly id: string; readonly version: string; readonly overrides: string } | null;
};

/** An entry with the key that names exactly it. */
export type Keyed<E> = E & { readonly key: string };

const TIME = /^([0-6]?\d|7[01]):([0-5]\d)$/;
const isText = (raw: unknown): raw is string => typeof raw === 'string';
const isTime = (raw: unknown): raw is string => isText(raw) && TIME.test(raw);
const texts = (raw: unknown): string[] | null => (Array.isArray(raw) && raw.every(isText) ? raw : null);
const oneOf = <W extends string>(words: readonly W[], raw: unknown): W | null =>
	(words as readonly unknown[]).includes(raw) ? (raw as W) : null;
const fold = (raw: unknown): 0 | 1 | null => (raw === 0 || raw === 1 ? raw : null);

type Raw = Record<string, unknown>;

function readBase(raw: Raw): Base | null {
	const { id, person, by, at } = raw;
	if (!isText(id) || !isText(person) || !isText(by) || typeof at !== 'number') return null;
	return {
		id,
		person,
		by,
		at,
		self: raw.self === true,
		byName: isText(raw.byName) ? raw.byName : '',
		station: isText(raw.station) ? raw.station : null,
		zone: isText(raw.zone) ? raw.zone : '',
		device: isText(raw.device) ? raw.device : '',
		...(typeof raw.offset === 'number' ? { offset: raw.offset } : {}),
		clock: readDoubt(raw.clock)
	};
}

function readDoubt(raw: unknown): ClockDoubt | null {
	const { by, minutes } = (raw ?? {}) as Raw;
	const how = oneOf(['server', 'jump', 'back'], by);
	return how && typeof minutes === 'number' && Number.isFinite(minutes) ? { by: how, minutes } : null;
}

function readBreak(raw: unknown): LoggedBreak | null {
	const { start, end, paid, kind } = (raw ?? {}) as Raw;
	if (!isTime(start) || !isTime(end)) return null;
	return { start, end, paid: paid === true, kind: oneOf(['meal', 'rest'], kind) ?? 'meal' };
}

function readSource(raw: unknown): EntrySource | null {
	const { file, sheet, row, batch } = (raw ?? {}) as Raw;
	if (!isText(batch)) return null;
	return {
		file: isText(file) ? file : '',
		sheet: isText(sheet) ? sheet : '',
		row: typeof row === 'number' ? row : 0,
		batch
	};
}

/** Reads a raw value of an hours document; null for anything that is no entry this version knows. */
export function readLogged(value: unknown): Logged | null {
	if (typeof value !== 'object' || value === null) return null;
	const raw = value as Raw;
	const base = readBase(raw);
	if (!base) return null;
	const date = readDay(raw.date);
	const reason = isText(raw.reason) ? raw.reason : '';
	switch (raw.kind) {
		case 'entry': {
			const type = oneOf(ENTRY_TYPES, raw.type);
			const breaks = Array.isArray(raw.breaks) ? raw.breaks.map(readBreak) : [];
			const supersedes = texts(raw.supersedes ?? []);
			if (!type || !date || !supersedes || breaks.includes(null)) return null;
			return {
				...base,
				kind: 'entry',
				type,
				date,
				start: isTime(raw.start) ? raw.start : null,
				end: isTime(raw.end) ? raw.end : null,
				startFold: fold(raw.startFold),
				endFold: fold(raw.endFold),
				breaks: breaks as LoggedBreak[],
				note: isText(raw.note) ? raw.note : '',
				supersedes,
				reason,
				punches: texts(raw.punches ?? []) ?? [],
				source: readSource(raw.source)
			};
		}
		case 'punch': {
			const punch = oneOf(PUNCHES, raw.punch);
			if (!punch || !date || !isTime(raw.time)) return null;
			return {
				...base,
				kind: 'punch',
				punch,
				type: oneOf(ENTRY_TYPES, raw.type) ?? 'work',
				date,
				time: raw.time
			};
		}
		case 'void': {
			const supersedes = texts(raw.supersedes);
			return supersedes && { ...base, kind: 'void', supersedes, reason };
		}
		case 'answer': {
			const to = texts(raw.to);
			const says = oneOf(['confirm', 'disagree'], raw.says);
			return to && says && { ...base, kind: 'answer', to, says, reason };
		}
		case 'sign': {
			const keys = texts(raw.keys);
			const [from, to] = [readDay(raw.from), readDay(raw.to)];
			return keys && from && to && { ...base, kind: 'sign', keys, from, to };
		}
		case 'received': {
			const on = readDay(raw.on);
			return isText(raw.decision) && on ? { ...base, kind: 'received', decision: raw.decision, on } : null;
		}
		default:
			return null;
	}
}

/** Reads a raw value of a decisions document; null for anything that is no decision this version knows. */
export function readDecision(value: unknown): Decision | null {
	if (typeof value !== 'object' || value === null) return null;
	const raw = value as Raw;
	const base = readBase(raw);
	const says = oneOf(['approve', 'query', 'paid'], raw.says);
	const date = readDay(raw.date);
	const keys = texts(raw.keys);
	if (!base || raw.kind !== 'decision' || !says || !date || !keys) return null;
	const { self: _self, station: _station, ...who } = base;
	const rules = raw.rules as Raw | null | undefined;
	return {
		...who,
		kind: 'decision',
		says,
		date,
		keys,
		after: texts(raw.after ?? []) ?? [],
		text: isText(raw.text) ? raw.text : '',
		on: readDay(raw.on),
		rules:
			rules && isText(rules.id) && isText(rules.version) && isText(rules.overrides)
				? { id: rules.id, version: rules.version, overrides: rules.overrides }
				: null
	};
}
