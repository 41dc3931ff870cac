import type { DayStanding, Standing } from '../hours/log/standing.ts';
import { premiumOf } from '../hours/premium.ts';
import type { WorkDay } from '../hours/types.ts';
import { tableOf, type ColumnOf, type ReportTable } from './table.ts';

type Line = { day: DayStanding; standing: Standing; worked: WorkDay | null };
type Key =
	| 'date'
	| 'type'
	| 'start'
	| 'end'
	| 'breaks'
	| 'worked'
	| 'overtime'
	| 'consent'
	| 'approval'
	| 'entered-by'
	| 'reason'
	| 'note'
	| 'key';

/**
 * One's own hours: a row an entry that counts, in order of days. Worked minutes and overtime are the rules' and stand
 * with the first entry of a day; the key names exactly this entry, hash included.
 */
export function ownHoursTable(days: Iterable<DayStanding>, workDays: readonly WorkDay[]): ReportTable<Key> {
	const lines = [...days]
		.sort((a, b) => (a.date < b.date ? -1 : 1))
		.flatMap((day) =>
			day.standings.map((standing, n): Line => ({
				day,
				standing,
				worked: n === 0 ? (workDays.find(({ date }) => date === day.date) ?? null) : null
			}))
		);
	const columns: ColumnOf<Line, Key>[] = [
		{ key: 'date', kind: 'day', width: 12, of: ({ day }) => day.date },
		{ key: 'type', kind: 'word', width: 12, of: ({ standing }) => standing.entry.type },
		{ key: 'start', kind: 'text', width: 8, of: ({ standing }) => standing.entry.start },
		{ key: 'end', kind: 'text', width: 8, of: ({ standing }) => standing.entry.end },
		{
			key: 'breaks',
			kind: 'names',
			width: 16,
			of: ({ standing }) => standing.entry.breaks.map(({ start, end }) => `${start}–${end}`)
		},
		{ key: 'worked', kind: 'minutes', width: 10, of: ({ worked }) => worked?.worked ?? null },
		{ key: 'overtime', kind: 'minutes', width: 10, of: ({ worked }) => worked && premiumOf(worked) },
		{ key: 'consent', kind: 'word', width: 14, of: ({ standing }) => consentWord(standing) },
		{ key: 'approval', kind: 'word', width: 14, of: ({ day }) => day.approval },
		{ key: 'entered-by', kind: 'text', width: 16, of: ({ standing }) => standing.entry.byName },
		{
			key: 'reason',
			kind: 'text',
			width: 24,
			ifAny: true,
			of: ({ standing }) => standing.entry.reason || null
		},
		{ key: 'note', kind: 'text', width: 24, ifAny: true, of: ({ standing }) => standing.entry.note || null },
		{ key: 'key', kind: 'text', width: 24, of: ({ standing }) => standing.entry.key }
	];
	return tableOf<Line, Key>('own-hours', lines, columns);
}

/** Signed says more than own or confirmed, and never hides a disagreement. */
const consentWord = ({ consent, signed }: Standing): string =>
	signed && consent !== 'disagreed' ? 'signed' : consent;
