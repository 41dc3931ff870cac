/** The audit table: who was refused what, who changed roles, exported, restored. */
import type { DatabaseSync } from 'node:sqlite';
import { log } from '../log.ts';

export type AuditEvent = {
	event: string;
	user?: string | null;
	production?: string | null;
	address?: string | null;
	/** ids, roles and codes; never a secret or anything people wrote */
	detail?: Readonly<Record<string, string | number | null>>;
};

export type AuditBook = {
	/** Notes an event: at once, or counted with its like and a little later where clients can repeat it at will. */
	note(event: AuditEvent): void;
	/** Writes what was counted so far. */
	flush(): void;
	/** Lets go of what is older than it has to be kept. @param now ms since 1970 */
	prune(now: number): void;
};

/** What a client gets for nothing, thousands of times a second if it likes: a row each would be a commit each. */
const REPEATABLE: ReadonlySet<string> = new Set([
	'document refused',
	'request refused',
	'update refused',
	'offered again'
]);
/** The first of its kind is on disk after a second, with what came meanwhile. */
const FLUSH_MS = 1000;
/** The same again, of the same user for the same reason, makes one row in ten minutes. */
const REPEAT_MS = 600_000;
/** How often what was counted is looked through. */
const LOOK_MS = 60_000;
/** Kinds counted apart at once; what is beyond is counted together. */
const MAX_KINDS = 5000;
const DAY_MS = 86_400_000;
const REFUSED_DAYS = 90;
/** As long as a person reads own hours. */
const KEPT_DAYS = 730;

/** Occurrences of one kind: since when they are counted, and how many aren't in the table. */
type Count = { readonly said: AuditEvent; at: number; times: number; writtenAt: number };

/** @param now ms since 1970 */
export function auditBook(db: DatabaseSync, now: () => number = Date.now): AuditBook {
	const insert = db.prepare('INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?)');
	const names = [...REPEATABLE].map((name) => `'${name}'`).join(', ');
	const prune = db.prepare(`DELETE FROM audit WHERE at < ? OR (at < ? AND event IN (${names}))`);
	const counts = new Map<string, Count>();
	let soon: NodeJS.Timeout | null = null;
	let later: NodeJS.Timeout | null = null;

	const insertRow = (at: number, said: AuditEvent, more: object = {}): void => {
		const { event, user = null, production = null, address = null, detail = {} } = said;
		insert.run(at, event, user, production, address, JSON.stringify({ ...detail, ...more }));
	};

	function count(said: AuditEvent): void {
		const { event, user, production, detail } = said;
		const key = JSON.stringify([event, user, production, detail]);
		const known = counts.get(key);
		const full = !known && counts.size >= MAX_KINDS;
		const found = full ? counts.get(event) : known;
		if (found) {
			if (found.times++ === 0) found.at = now();
			return;
		}
		counts.set(full ? event : key, { said: full ? { event } : said, at: now(), times: 1, writtenAt: 0 });
		soon ??= setTimeout(() => write(false), FLUSH_MS).unref();
	}

	/** @param all also what had a row in the last ten minutes */
	function write(all: boolean): void {
		for (const timer of [soon, later]) if (timer) clearTimeout(timer);
		soon = later = null;
		const time = now();
		const due = [...counts.values()].filter(
			({ times, writtenAt }) => times > 0 && (all || time - writtenAt >= REPEAT_MS)
		);
		try {
			if (due.length > 0) db.exec('BEGIN IMMEDIATE');
			for (const { said, at, times } of due) insertRow(at, said, times > 1 ? { times } : {});
			if (due.length > 0) db.exec('COMMIT');
			for (const one of due) Object.assign(one, { times: 0, writtenAt: time });
		} catch (error) {
			// They stay counted, for when the disk takes them.
			if (db.isTransaction) db.exec('ROLLBACK');
			log.error('audit not written', error);
		}
		for (const [key, { times, writtenAt }] of counts) {
			if (times === 0 && time - writtenAt >= REPEAT_MS) counts.delete(key);
		}
		if (counts.size > 0) later = setTimeout(() => write(false), LOOK_MS).unref();
	}

	return {
		note: (said) => (REPEATABLE.has(said.event) ? count(said) : insertRow(now(), said)),
		flush: () => write(true),
		prune: (time) => void prune.run(time - KEPT_DAYS * DAY_MS, time - REFUSED_DAYS * DAY_MS)
	};
}
