import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ACCOUNTS_SCHEMA } from './accounts-schema.ts';
import { auditBook } from './audit.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Line = { at: number; event: string; user: string | null; detail: string };
function open(): { book: ReturnType<typeof auditBook>; rows: () => Line[] } {
	const db = new DatabaseSync(':memory:');
	db.exec(ACCOUNTS_SCHEMA);
	const rows = (): Line[] => db.prepare('SELECT * FROM audit ORDER BY rowid').all() as Line[];
	return { book: auditBook(db), rows };
}
const refused = (user: string, action: string): Parameters<ReturnType<typeof auditBook>['note']>[0] => ({
	event: 'request refused',
	user,
	detail: { action }
});

test('thousands of refusals of one user for one reason are one row, on disk after a second, and one more for the next ten minutes', () => {
	const { book, rows } = open();
	for (let n = 0; n < 5000; n++) book.note(refused('Li', 'export'));
	expect(rows()).toEqual([]);
	vi.advanceTimersByTime(1000);
	expect(rows().map(({ user, detail }) => [user, detail])).toEqual([
		['Li', '{"action":"export","times":5000}']
	]);
	for (let minute = 0; minute < 9; minute++) {
		for (let n = 0; n < 100; n++) book.note(refused('Li', 'export'));
		vi.advanceTimersByTime(60_000);
	}
	expect(rows()).toHaveLength(1);
	vi.advanceTimersByTime(600_000);
	expect(rows().map(({ detail }) => detail)).toEqual([
		'{"action":"export","times":5000}',
		'{"action":"export","times":900}'
	]);
});

test('other users and other reasons have rows of their own; what can’t be repeated at will is there at once', () => {
	const { book, rows } = open();
	book.note({ event: 'role changed', user: 'Mei' });
	expect(rows().map(({ event }) => event)).toEqual(['role changed']);
	for (const user of ['Li', 'Wang'])
		for (const action of ['export', 'invite']) book.note(refused(user, action));
	book.flush();
	expect(rows()).toHaveLength(5);
	expect(rows()[1]?.detail).toBe('{"action":"export"}');
});

test('however many kinds there are, memory is bounded and nothing goes uncounted', () => {
	const { book, rows } = open();
	for (let n = 0; n < 7000; n++) book.note(refused(`guest ${n}`, 'export'));
	book.flush();
	expect(rows()).toHaveLength(5001);
	expect(rows().at(-1)).toMatchObject({ user: null, detail: '{"times":2000}' });
});

test('a disk that takes nothing costs no row: what was counted is written when it does', () => {
	const db = new DatabaseSync(':memory:');
	db.exec(ACCOUNTS_SCHEMA);
	const book = auditBook(db);
	book.note(refused('Li', 'export'));
	db.exec('PRAGMA query_only = 1');
	vi.spyOn(console, 'error').mockImplementation(() => {});
	vi.advanceTimersByTime(1000);
	vi.restoreAllMocks();
	db.exec('PRAGMA query_only = 0');
	vi.advanceTimersByTime(60_000);
	expect(db.prepare('SELECT count(*) AS n FROM audit').get()?.n).toBe(1);
});

test('refusals are kept for 90 days, everything else for two years', () => {
	const { book, rows } = open();
	const day = 86_400_000;
	book.note({ event: 'role changed' });
	book.note(refused('Li', 'export'));
	book.flush();
	book.prune(Date.now() + 89 * day);
	expect(rows()).toHaveLength(2);
	book.prune(Date.now() + 91 * day);
	expect(rows().map(({ event }) => event)).toEqual(['role changed']);
	book.prune(Date.now() + 731 * day);
	expect(rows()).toEqual([]);
});
