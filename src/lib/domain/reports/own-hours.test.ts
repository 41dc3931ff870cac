import { expect, test } from 'vitest';
import { day } from '../calendar/day-key.ts';
import { assessHours } from '../hours/assess-hours.ts';
import { engineEntry } from '../hours/log/engine-entry.ts';
import type { Keyed, Logged, LoggedEntry } from '../hours/log/logged.ts';
import { dayStandings } from '../hours/log/standing.ts';
import { ownHoursTable } from './own-hours.ts';

const base = { person: 'p', by: 'u', byName: 'Wang', self: true, station: null, at: 0, zone: '', device: '' };
const entry = (key: string, start: string, end: string): Keyed<LoggedEntry> => ({
	...base,
	key,
	id: key,
	kind: 'entry',
	type: 'work',
	date: day('2026-11-12'),
	start,
	end,
	startFold: null,
	endFold: null,
	breaks: [],
	note: '',
	supersedes: [],
	reason: '',
	punches: []
});

test('own hours have a row an entry, a day’s minutes once, and the key of each entry', () => {
	const logged: Keyed<Logged>[] = [
		entry('b', '20:00', '22:00'),
		entry('a', '08:00', '18:00'),
		{ ...base, key: 's', id: 's', kind: 'sign', keys: ['a'], from: day('2026-11-12'), to: day('2026-11-12') }
	];
	const days = dayStandings(logged);
	const { workDays } = assessHours({
		entries: [...days.values()].flatMap(({ standings }) =>
			standings.flatMap(({ entry: one }) => engineEntry(one) ?? [])
		) as never,
		ruleSet: 'cn-standard',
		zone: 'Asia/Shanghai'
	});
	const table = ownHoursTable(days.values(), workDays);
	const at = (key: string): number => table.columns.findIndex((column) => column.key === key);
	const cells = (key: string) => table.rows.map(({ values }) => values[at(key)]);
	expect(cells('key')).toEqual(['a', 'b']);
	// twelve hours, four of them above eight, said once
	expect(cells('worked')).toEqual([720, null]);
	expect(cells('overtime')).toEqual([240, null]);
	expect(cells('consent')).toEqual(['signed', 'own']);
});
