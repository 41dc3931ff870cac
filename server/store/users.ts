import type { DatabaseSync } from 'node:sqlite';
import { nameKey } from '#lib/domain/people/name-key.ts';

/** A guest has no name of its own and no passphrase. */
export type User = { readonly id: string; readonly name: string; readonly guest: boolean };
export type Session = { readonly id: string; readonly user: User; readonly expiresAt: number };

export type UserTable = ReturnType<typeof userTable>;

type UserRow = { id: string; name: string; passphrase: string | null };
const toUser = (row: UserRow): User => ({ id: row.id, name: row.name, guest: row.passphrase === null });

/** Users, their sessions and recovery codes. Tokens and codes come in hashed. */
export function userTable(db: DatabaseSync) {
	const insert = db.prepare('INSERT INTO users VALUES (?, ?, ?, ?, ?)');
	const update = db.prepare('UPDATE users SET name = ?, name_key = ?, passphrase = ? WHERE id = ?');
	const insertClosed = db.prepare("INSERT INTO users VALUES (?, ?, NULL, 'closed', ?)");
	const closed = db.prepare("SELECT 1 AS yes FROM users WHERE id = ? AND passphrase = 'closed'");
	const byId = db.prepare('SELECT id, name, passphrase FROM users WHERE id = ?');
	const byKey = db.prepare('SELECT id, name, passphrase FROM users WHERE name_key = ?');
	const setPassphrase = db.prepare('UPDATE users SET passphrase = ? WHERE id = ?');
	const deleteUser = db.prepare('DELETE FROM users WHERE id = ?');
	const insertSession = db.prepare('INSERT INTO sessions VALUES (?, ?, ?, ?, ?)');
	const sessionOf = db.prepare(
		`SELECT s.id AS session, s.expires_at, u.id, u.name, u.passphrase
			FROM sessions s JOIN users u ON u.id = s.user WHERE s.token_hash = ?`
	);
	const sessionExists = db.prepare('SELECT 1 AS yes FROM sessions WHERE id = ? AND expires_at > ?');
	const deleteSession = db.prepare('DELETE FROM sessions WHERE id = ?');
	const deleteOthers = db.prepare('DELETE FROM sessions WHERE user = ? AND id <> ?');
	const deleteExpired = db.prepare('DELETE FROM sessions WHERE expires_at <= ?');
	const insertCode = db.prepare('INSERT INTO recovery_codes VALUES (?, ?, NULL)');
	const useCode = db.prepare(
		'UPDATE recovery_codes SET used_at = ? WHERE user = ? AND code_hash = ? AND used_at IS NULL'
	);
	const deleteCodes = db.prepare('DELETE FROM recovery_codes WHERE user = ?');
	const setOneTime = db.prepare('INSERT OR REPLACE INTO one_time_codes VALUES (?, ?, ?)');
	const useOneTime = db.prepare(
		'DELETE FROM one_time_codes WHERE user = ? AND code_hash = ? AND expires_at > ?'
	);
	const countAccounts = db.prepare('SELECT count(*) AS number FROM users WHERE name_key IS NOT NULL');
	const idleGuests = db.prepare(
		`SELECT id FROM users WHERE passphrase IS NULL AND created_at < ?
			AND NOT EXISTS (SELECT 1 FROM members WHERE user = users.id)`
	);
	return {
		addGuest(id: string, name: string, at: number): User {
			insert.run(id, name, null, null, at);
			return { id, name, guest: true };
		},
		/** The caller has made sure that the name is free. */
		addAccount(id: string, name: string, passphrase: string, at: number): User {
			insert.run(id, name, nameKey(name), passphrase, at);
			return { id, name, guest: false };
		},
		/** Somebody of another server: the name stays with what they wrote, and nobody can sign in as them. */
		addClosed: (id: string, name: string, at: number): void => void insertClosed.run(id, name, at),
		isClosed: (id: string): boolean => closed.get(id) !== undefined,
		/** A guest becomes an account and keeps what the guest had. */
		nameGuest(id: string, name: string, passphrase: string): User {
			update.run(name, nameKey(name), passphrase, id);
			return { id, name, guest: false };
		},
		find(id: string): User | null {
			const row = byId.get(id) as UserRow | undefined;
			return row ? toUser(row) : null;
		},
		findByName(name: string): (User & { passphrase: string }) | null {
			const row = byKey.get(nameKey(name)) as UserRow | undefined;
			return row?.passphrase ? { ...toUser(row), passphrase: row.passphrase } : null;
		},
		/** How many people can sign in here. */
		accounts: (): number => Number(countAccounts.get()?.number ?? 0),
		passphraseOf: (id: string): string | null => (byId.get(id) as UserRow | undefined)?.passphrase ?? null,
		setPassphrase: (id: string, passphrase: string): void => void setPassphrase.run(passphrase, id),
		remove: (id: string): void => void deleteUser.run(id),
		/** Guests from before a time whose demo is gone. */
		guestsWithoutDemo: (before: number): string[] => idleGuests.all(before).map((row) => String(row.id)),
		addSession(id: string, tokenHash: string, user: string, at: number, expiresAt: number): void {
			insertSession.run(id, tokenHash, user, at, expiresAt);
		},
		session(tokenHash: string, now: number): Session | null {
			const row = sessionOf.get(tokenHash) as (UserRow & { session: string; expires_at: number }) | undefined;
			if (!row || row.expires_at <= now) return null;
			return { id: row.session, user: toUser(row), expiresAt: row.expires_at };
		},
		hasSession: (id: string, now: number): boolean => sessionExists.get(id, now) !== undefined,
		endSession: (id: string): void => void deleteSession.run(id),
		/** Ends every session of a user but one (or none, with an id that isn't a session). */
		endOtherSessions: (user: string, keep: string): void => void deleteOthers.run(user, keep),
		endExpiredSessions: (now: number): void => void deleteExpired.run(now),
		/** Uses up a recovery code. False when it isn't one, or was used. */
		useRecoveryCode: (user: string, codeHash: string, at: number): boolean =>
			useCode.run(at, user, codeHash).changes === 1,
		/** New recovery codes in the place of all there were. */
		setRecoveryCodes(user: string, codeHashes: readonly string[]): void {
			deleteCodes.run(user);
			for (const hash of codeHashes) insertCode.run(user, hash);
		},
		/** A code that whoever runs the server gives somebody; the one before it ends. */
		setOneTimeCode: (user: string, codeHash: string, expiresAt: number): void =>
			void setOneTime.run(user, codeHash, expiresAt),
		/** Uses up the one-time code. False when it isn't the one, or is too old. */
		useOneTimeCode: (user: string, codeHash: string, now: number): boolean =>
			useOneTime.run(user, codeHash, now).changes === 1
	};
}
