import type { DatabaseSync } from 'node:sqlite';
import type { Role } from '#lib/domain/people/permissions.ts';

export type Invitation = {
	readonly id: string;
	readonly production: string;
	readonly role: Role;
	readonly personId: string | null;
	readonly personName: string | null;
	/** how many people it may bring in, and has */
	readonly uses: number;
	readonly used: number;
	/** user id */
	readonly inviter: string;
	/** ms since 1970 */
	readonly createdAt: number;
	readonly expiresAt: number;
	readonly revokedAt: number | null;
};

export type InvitationTable = ReturnType<typeof invitationTable>;

const COLUMNS = `id, production, role, person AS personId, person_name AS personName, uses, used, inviter,
	created_at AS createdAt, expires_at AS expiresAt, revoked_at AS revokedAt`;

/** Invitations; tokens come in hashed. */
export function invitationTable(db: DatabaseSync) {
	const insert = db.prepare('INSERT INTO invitations VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, NULL)');
	const byHash = db.prepare(`SELECT ${COLUMNS} FROM invitations WHERE token_hash = ?`);
	const byId = db.prepare(`SELECT ${COLUMNS} FROM invitations WHERE id = ?`);
	const ofProduction = db.prepare(
		`SELECT ${COLUMNS} FROM invitations WHERE production = ? ORDER BY created_at, id`
	);
	const use = db.prepare(
		`UPDATE invitations SET used = used + 1
			WHERE id = ? AND used < uses AND revoked_at IS NULL AND expires_at > ?`
	);
	const revoke = db.prepare(
		'UPDATE invitations SET revoked_at = ? WHERE id = ? AND production = ? AND revoked_at IS NULL'
	);
	return {
		add(invitation: Omit<Invitation, 'used' | 'revokedAt'>, tokenHash: string): void {
			const { id, production, role, personId, personName, uses, inviter, createdAt, expiresAt } = invitation;
			insert.run(id, tokenHash, production, role, personId, personName, uses, inviter, createdAt, expiresAt);
		},
		find: (tokenHash: string): Invitation | null => (byHash.get(tokenHash) as Invitation | undefined) ?? null,
		/** @param production where it has to be an invitation of this one */
		byId(id: string, production?: string): Invitation | null {
			const found = byId.get(id) as Invitation | undefined;
			return found && (production === undefined || found.production === production) ? found : null;
		},
		ofProduction: (production: string): Invitation[] => ofProduction.all(production) as Invitation[],
		/** Counts one use. False when there was none left. */
		use: (id: string, now: number): boolean => use.run(id, now).changes === 1,
		/** False when there is no such invitation of this production, or it was revoked before. */
		revoke: (id: string, production: string, at: number): boolean =>
			revoke.run(at, id, production).changes === 1
	};
}
