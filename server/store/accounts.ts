import { DatabaseSync } from 'node:sqlite';
import { ACCOUNTS_SCHEMA } from './accounts-schema.ts';
import { auditBook, type AuditEvent } from './audit.ts';
import { invitationTable, type InvitationTable } from './invitations.ts';
import { openingTable, type OpeningTable } from './openings.ts';
import { productionTable, type ProductionTable } from './productions.ts';
import { stationTable, type StationTable } from './stations.ts';
import { userTable, type UserTable } from './users.ts';

/**
 * Accounts and what they belong to. Small, rarely written and read on every request, so it is used directly,
 * in the thread that serves: a change of a role is seen by the very next frame.
 */
export type Accounts = {
	readonly users: UserTable;
	readonly productions: ProductionTable;
	readonly invitations: InvitationTable;
	readonly stations: StationTable;
	readonly openings: OpeningTable;
	/** Whether a session (a person's, or a station's) still stands. */
	hasSession(id: string, now: number): boolean;
	/** The name of a user or a station; null when it is neither. */
	nameOf(id: string): string | null;
	/** Notes an event; those that clients can repeat at will are counted and written a little later (`audit.ts`). */
	audit(event: AuditEvent): void;
	/** Lets go of what the audit table needn't keep any more. */
	pruneAudit(now: number): void;
	/** Runs something as one transaction: all of it or nothing. */
	together<T>(work: () => T): T;
	/** Whether the database answers. */
	works(): boolean;
	close(): void;
};

/** @param file path of the database, made when missing; `:memory:` for tests */
export function openAccounts(file: string): Accounts {
	const db = new DatabaseSync(file);
	db.exec(
		'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000;'
	);
	db.exec(ACCOUNTS_SCHEMA);
	const book = auditBook(db);
	const users = userTable(db);
	const stations = stationTable(db);
	return {
		users,
		productions: productionTable(db),
		invitations: invitationTable(db),
		stations,
		openings: openingTable(db),
		hasSession: (id, now) => users.hasSession(id, now) || stations.isOpen(id),
		nameOf: (id) => (users.find(id) ?? stations.find(id))?.name ?? null,
		audit: (event) => book.note(event),
		pruneAudit: (now) => book.prune(now),
		together(work) {
			if (db.isTransaction) return work();
			db.exec('BEGIN IMMEDIATE');
			try {
				const result = work();
				db.exec('COMMIT');
				return result;
			} catch (error) {
				db.exec('ROLLBACK');
				throw error;
			}
		},
		works() {
			try {
				return db.prepare('SELECT 1 AS one').get()?.one === 1;
			} catch {
				return false;
			}
		},
		close() {
			book.flush();
			db.close();
		}
	};
}
