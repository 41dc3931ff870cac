/** One row of a time sheet, whose person and day are known → entries, with what was repaired and what is doubtful. */
import { formatClock } from '../../calendar/clock.ts';
import type { DayKey } from '../../calendar/day-key.ts';
import { formatDurationShort, type Minutes } from '../../calendar/duration.ts';
import { textOf, type Cell, type Row } from '../../cell.ts';
import { foldWidth, oneSpaced } from '../../scripts/letters.ts';
import { isWholeDay, type EntryType, type LoggedBreak } from './logged.ts';
import type { SheetLine, SheetRemark, SheetTrouble } from './timesheet-types.ts';
import type { TimeColumn, TimesheetColumn } from './timesheet-columns.ts';
import { nightsAfter } from './timesheet-dates.ts';
import { isBlank, lengthsOf, shortText, spanOf, timeOf, type ReadTime } from './timesheet-times.ts';

type RowRead = Pick<SheetLine, 'said' | 'remarks' | 'total'>;
type Asked = {
	readonly row: Row;
	/** counted from 1 */
	readonly line: number;
	readonly at: ReadonlyMap<TimesheetColumn, number>;
	readonly date: DayKey;
	/** as the sheet has it; empty where it has none */
	readonly headingOf: (column: TimesheetColumn) => string;
	readonly formulaAt: (row: number, column: number) => string | null;
	readonly trouble: (one: SheetTrouble) => void;
};

const DAY = 1440;

const TYPES: readonly (readonly [EntryType, RegExp])[] = [
	['sick', /\bsick\b|\bill(?:ness)?\b|病假|生病/],
	[
		'off',
		/\b(?:off|day off|rest day|holiday|leave|vacation|absent)\b|休息|休假|请假|调休|轮休|事假|放假|旷工|^休$|^假$/
	],
	['travel', /\btravel\b|出差|路途|差旅/],
	['prep', /\bprep(?:aration)?\b|筹备|前期/],
	['standby', /\bstand-?by\b|\bhold\b|待命|候场|待机/],
	['commute', /\bcommute\b|通勤/]
];
const typeOf = (text: string): EntryType | null =>
	TYPES.find(([, words]) => words.test(foldWidth(text).toLowerCase().trim()))?.[0] ?? null;

/** @returns the row's entries (none where it can't be read, which is said); `empty`: no hours stand in it */
export function readSheetRow({
	row,
	line,
	at,
	date,
	headingOf,
	formulaAt,
	trouble
}: Asked): readonly RowRead[] | 'empty' {
	const remarks: SheetRemark[] = [];
	const place = (column: TimesheetColumn): number | null => at.get(column) ?? null;
	const cell = (column: TimesheetColumn): Cell | undefined => {
		const index = at.get(column);
		return index === undefined ? undefined : row[index];
	};
	const say = (code: SheetRemark['code'], column: TimesheetColumn | null, as = ''): void => {
		const value = column === null ? '' : shortText(cell(column));
		remarks.push({ code, column: column === null ? null : place(column), value, as });
	};
	const cannot = (code: SheetTrouble['code'], column: TimesheetColumn, taken: boolean): void => {
		const of = cell(column);
		const text = textOf(of);
		// What a sheet couldn't work out is no time, whatever column it stands in.
		const why = text.startsWith('=') ? 'formula' : text.startsWith('#') ? 'error' : code;
		trouble({ code: why, row: line, column: place(column), value: shortText(of), taken });
	};
	/** The value a formula last had is taken, and said: only whoever wrote it knows whether it still holds. */
	const askFormula = (column: TimesheetColumn, as: string): void => {
		const index = place(column);
		if (index !== null && formulaAt(line, index + 1) !== null) say('formula', column, as);
	};
	const settled = (read: ReadTime, column: TimesheetColumn): Minutes | null => {
		const nights = read.day === null ? 0 : nightsAfter(date, read.day);
		if (nights === null) return null;
		const minutes = read.at + nights * DAY;
		if (read.repair !== null) say(read.repair, column, formatClock(minutes));
		askFormula(column, formatClock(minutes));
		return minutes;
	};
	const bad = new Set<TimesheetColumn>();
	/** words that stand in the place of times, and what couldn't be placed: kept in the entry's note */
	const unplaced: string[] = [];
	/** In the sheet's own words: `Break: 45 min`. */
	const keep = (column: TimesheetColumn): void => {
		const value = shortText(cell(column));
		const heading = headingOf(column);
		if (value !== '') unplaced.push(heading === '' ? value : `${heading}: ${value}`);
	};
	let typed = typeOf(textOf(cell('type')));
	const time = (column: TimeColumn): Minutes | null => {
		const of = cell(column);
		if (isBlank(of)) return null;
		// `OFF`, 休息 in the place of a time says what the day was.
		const word = typeof of === 'string' && !/\d/.test(of) ? typeOf(of) : null;
		if (word !== null && isWholeDay(word)) {
			typed ??= word;
			return null;
		}
		const read = timeOf(cell(column));
		const minutes = read && settled(read, column);
		if (minutes === null) bad.add(column);
		return minutes;
	};

	const notes = oneSpaced(isBlank(cell('notes')) ? '' : textOf(cell('notes'))).slice(0, 300);
	let [from, until] = [time('in'), time('out')];
	const [call, wrap] = [time('call'), time('wrap')];
	if (from === null && until === null && !isBlank(cell('span'))) {
		const both = spanOf(cell('span'));
		const [a, b] = both ? [settled(both.from, 'span'), settled(both.to, 'span')] : [null, null];
		if (a === null || b === null) bad.add('span');
		else [from, until] = [a, b];
	}
	if (from === null && !bad.has('in')) from = call;
	else if (from !== null && call !== null && call !== from && place('in') !== null)
		say('two-starts', 'call', formatClock(from));
	if (until === null && !bad.has('out')) until = wrap;
	else if (until !== null && wrap !== null && until % DAY !== wrap % DAY)
		say('two-ends', 'wrap', formatClock(until));

	if (from === null && until === null && bad.size === 0) {
		const whole = typed ?? typeOf(notes);
		if (whole !== null && isWholeDay(whole))
			return [entry(whole, date, null, null, [], notes, remarks, null)];
		const travelled = travel();
		if (travelled) return [travelled];
		if (unplaced.length > 0) {
			cannot('travel', 'travel', false);
			return [];
		}
		if (lengthsOf(cell('total')).some((minutes) => minutes > 0)) {
			cannot('no-times', 'total', false);
			return [];
		}
		if (!isBlank(cell('total')) && lengthsOf(cell('total')).length === 0) cannot('total', 'total', false);
		return 'empty';
	}
	for (const column of bad) cannot('time', column, from !== null);
	if (from === null) {
		if (![...bad].some((column) => START.has(column)))
			cannot('no-start', place('in') !== null ? 'in' : 'call', false);
		return [];
	}
	// An end that stands there and can't be read is said above; the entry is taken without one.
	const end = until === null ? null : until < from ? until + DAY : until;
	if (end === null) say('no-end', place('out') !== null ? 'out' : 'wrap');
	else if (end === from) say('zero', place('out') !== null ? 'out' : 'wrap', formatClock(end));
	else if (end - from > DAY)
		say('over-24h', place('out') !== null ? 'out' : 'wrap', formatDurationShort(end - from));

	const breaks = [...meal('meal-from', 'meal-to', 'meal'), ...meal('meal2-from', 'meal2-to', 'meal2')];
	const type = typed !== null && !isWholeDay(typed) ? typed : 'work';
	if (typed !== null && isWholeDay(typed)) keep('type');
	const travelled = travel();
	const total = totalOf(end, breaks);
	const note = [notes, ...unplaced].filter(Boolean).join(' · ').slice(0, 300);
	const own = entry(type, date, from, end, breaks, note, remarks, total);
	return travelled ? [own, travelled] : [own];

	function meal(out: TimeColumn, back: TimeColumn, whole: 'meal' | 'meal2'): LoggedBreak[] {
		const start = from ?? 0;
		const placed = (a: Minutes, b: Minutes, column: TimesheetColumn): LoggedBreak[] => {
			let [begins, ends] = [a < start ? a + DAY : a, b];
			while (ends <= begins) ends += DAY;
			if (end !== null && (begins >= end || ends > end)) {
				say('meal-outside', column, `${clock(a)}–${clock(b)}`);
				// Outside its shift it is kept as it stands; the rules say what they make of it.
				[begins, ends] = [a, b];
			}
			return [{ start: clock(begins), end: clock(ends), paid: false, kind: 'meal' }];
		};
		const [a, b] = [time(out), time(back)];
		if (a !== null && b !== null) return a === b ? [] : placed(a, b, out);
		for (const column of [out, back]) if (bad.has(column)) cannot('meal', column, true);
		if (a !== null || b !== null) {
			say('meal-no-end', a === null ? back : out);
			keep(a === null ? back : out);
			return [];
		}
		if (isBlank(cell(whole))) return [];
		const both = spanOf(cell(whole));
		const [c, d] = both ? [settled(both.from, whole), settled(both.to, whole)] : [null, null];
		if (c !== null && d !== null) return placed(c, d, whole);
		const [length] = breakLengths(cell(whole));
		if (length === undefined) cannot('meal', whole, true);
		else if (length > 0) {
			say('break-no-time', whole, formatDurationShort(length));
			keep(whole);
		}
		return [];
	}

	function travel(): RowRead | null {
		const [a, b] = [time('travel-from'), time('travel-to')];
		if (a !== null && b !== null && a !== b)
			return entry('travel', date, a, b < a ? b + DAY : b, [], '', [], null);
		if (isBlank(cell('travel'))) return null;
		const both = spanOf(cell('travel'));
		const [c, d] = both ? [settled(both.from, 'travel'), settled(both.to, 'travel')] : [null, null];
		if (c !== null && d !== null) return entry('travel', date, c, d < c ? d + DAY : d, [], '', [], null);
		const [length] = breakLengths(cell('travel'));
		if (length === 0) return null;
		say('travel-no-time', 'travel', length === undefined ? '' : formatDurationShort(length));
		keep('travel');
		return null;
	}

	function totalOf(ends: Minutes | null, taken: readonly LoggedBreak[]): SheetLine['total'] {
		const of = cell('total');
		if (isBlank(of)) return null;
		const said = lengthsOf(of);
		if (said.length === 0) {
			cannot('total', 'total', true);
			return null;
		}
		if (ends === null || from === null) return null;
		const meals = taken.reduce((sum, one) => sum + minutesOf(one.end) - minutesOf(one.start), 0);
		const lengths = unplacedMinutes(cell('meal')) + unplacedMinutes(cell('meal2'));
		const reckoned = ends - from - meals;
		// Two decimals of an hour are right to a minute, one to three.
		const tolerance = /^\d+[.,]\d$/.test(textOf(of)) ? 3 : 1;
		const agrees = (minutes: Minutes): boolean => said.some((one) => Math.abs(one - minutes) <= tolerance);
		const best = said.reduce((near, one) =>
			Math.abs(one - reckoned) < Math.abs(near - reckoned) ? one : near
		);
		if (agrees(reckoned)) return { said: reckoned, reckoned };
		// A break whose length alone is given can't be placed; the total may have it taken off.
		if (lengths > 0 && taken.length === 0 && agrees(reckoned - lengths))
			return { said: reckoned - lengths, reckoned };
		say('total', 'total', formatDurationShort(reckoned));
		askFormula('total', formatDurationShort(best));
		return { said: best, reckoned };
	}
}

const LATEST = 72 * 60 - 1;
const START: ReadonlySet<TimesheetColumn> = new Set(['in', 'call', 'span']);
const clock = (minutes: Minutes): string => formatClock(Math.min(LATEST, Math.max(0, minutes)));
const minutesOf = (text: string): Minutes => Number(text.slice(0, -3)) * 60 + Number(text.slice(-2));

/** A break's bare number: up to 4 is hours (0.5, 1), more is minutes (30, 45). */
function breakLengths(cell: Cell | undefined): readonly Minutes[] {
	const lengths = lengthsOf(cell);
	const raw =
		typeof cell === 'number'
			? cell
			: typeof cell === 'string' && /^\d+$/.test(cell.trim())
				? Number(cell)
				: null;
	return raw !== null && raw > 4 ? [Math.round(raw)] : lengths;
}
const unplacedMinutes = (cell: Cell | undefined): Minutes =>
	spanOf(cell) ? 0 : (breakLengths(cell)[0] ?? 0);

function entry(
	type: EntryType,
	date: DayKey,
	from: Minutes | null,
	end: Minutes | null,
	breaks: readonly LoggedBreak[],
	note: string,
	remarks: readonly SheetRemark[],
	total: SheetLine['total']
): RowRead {
	return {
		said: {
			type,
			date,
			start: from === null ? null : formatClock(from),
			end: end === null ? null : formatClock(Math.min(end, LATEST)),
			breaks,
			note
		},
		remarks,
		total
	};
}
