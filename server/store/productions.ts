import type { DatabaseSync } from 'node:sqlite';
import {
	documentName,
	PERSON_DOCUMENTS,
	type DocumentKind,
	type DocumentName,
	type Member,
	type ProductionDocument,
	type Role
} from '#lib/domain/people/permissions.ts';

export type Production = {
	readonly id: string;
	readonly title: string;
	readonly creator: string;
	readonly demo: boolean;
	/** ms since 1970 */
	readonly createdAt: number;
	readonly expiresAt: number | null;
	readonly archivedAt: number | null;
};
export type Keeps = Member['keeps'];
/** A member with the name of the user. A station has no user, so it is none of these. */
export type NamedMember = Member & { readonly role: Role; readonly userId: string; readonly name: string };

/** A member as the file of a production has one. */
export type FileMember = Member & {
	readonly role: Role;
	readonly userId: string;
	/** ms since 1970 */
	readonly joinedAt: number;
};

export type ProductionTable = ReturnType<typeof productionTable>;

type ProductionRow = {
	id: string;
	title: string;
	creator: string;
	demo: number;
	created_at: number;
	expires_at: number | null;
	archived_at: number | null;
};
type MemberRow = { user: string; role: Role; person: string | null; keeps: string };

const toProduction = (row: ProductionRow): Production => ({
	id: row.id,
	title: row.title,
	creator: row.creator,
	demo: row.demo === 1,
	createdAt: row.created_at,
	expiresAt: row.expires_at,
	archivedAt: row.archived_at
});
const toMember = (row: MemberRow): Member & { role: Role } => ({
	role: row.role,
	personId: row.person,
	keeps: JSON.parse(row.keeps) as Keeps
});

/** Productions, their members and the documents that exist. */
export function productionTable(db: DatabaseSync) {
	const insert = db.prepare('INSERT INTO productions VALUES (?, ?, ?, ?, ?, ?, NULL)');
	const byId = db.prepare('SELECT * FROM productions WHERE id = ?');
	const setTitle = db.prepare('UPDATE productions SET title = ? WHERE id = ?');
	const setArchived = db.prepare('UPDATE productions SET archived_at = ? WHERE id = ?');
	const remove = db.prepare('DELETE FROM productions WHERE id = ?');
	const expired = db.prepare('SELECT id FROM productions WHERE expires_at IS NOT NULL AND expires_at <= ?');
	const ofUser = db.prepare(
		`SELECT p.*, m.user, m.role, m.person, m.keeps FROM members m JOIN productions p ON p.id = m.production
			WHERE m.user = ? ORDER BY p.created_at, p.id`
	);
	const memberOf = db.prepare(
		'SELECT user, role, person, keeps FROM members WHERE production = ? AND user = ?'
	);
	const membersOf = db.prepare(
		`SELECT m.user, m.role, m.person, m.keeps, u.name FROM members m JOIN users u ON u.id = m.user
			WHERE m.production = ? ORDER BY m.joined_at, m.user`
	);
	const fileMembers = db.prepare(
		`SELECT user, role, person, keeps, joined_at FROM members WHERE production = ? ORDER BY joined_at, user`
	);
	const registerEverywhere = db.prepare(
		`INSERT OR IGNORE INTO documents SELECT p.id || '.' || k.value, p.id, k.value, NULL, ?
			FROM productions p, json_each(?) k`
	);
	const setMember = db.prepare(
		`INSERT INTO members VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (production, user)
			DO UPDATE SET role = excluded.role, person = excluded.person, keeps = excluded.keeps`
	);
	const removeMember = db.prepare('DELETE FROM members WHERE production = ? AND user = ?');
	const producers = db.prepare(
		// Somebody who came with a file and can't sign in decides nothing.
		`SELECT count(*) AS number FROM members m JOIN users u ON u.id = m.user
			WHERE m.production = ? AND m.role = 'producer' AND u.passphrase IS NOT 'closed'`
	);
	const insertDocument = db.prepare('INSERT OR IGNORE INTO documents VALUES (?, ?, ?, ?, ?)');
	const document = db.prepare('SELECT 1 AS yes FROM documents WHERE name = ?');
	const documentsOf = db.prepare('SELECT kind, person FROM documents WHERE production = ? ORDER BY name');
	return {
		add(production: Omit<Production, 'archivedAt' | 'createdAt'>, at: number): void {
			const { id, title, creator, demo, expiresAt } = production;
			insert.run(id, title, creator, demo ? 1 : 0, at, expiresAt);
		},
		find(id: string): Production | null {
			const row = byId.get(id) as ProductionRow | undefined;
			return row ? toProduction(row) : null;
		},
		setTitle: (id: string, title: string): void => void setTitle.run(title, id),
		setArchived: (id: string, at: number | null): void => void setArchived.run(at, id),
		/** Removes the production, its members, invitations and documents from the tables; the log is another. */
		remove: (id: string): void => void remove.run(id),
		expired: (now: number): string[] => expired.all(now).map((row) => String(row.id)),
		ofUser(user: string): { production: Production; member: Member & { role: Role } }[] {
			return (ofUser.all(user) as (ProductionRow & MemberRow)[]).map((row) => ({
				production: toProduction(row),
				member: toMember(row)
			}));
		},
		member(production: string, user: string): (Member & { role: Role }) | null {
			const row = memberOf.get(production, user) as MemberRow | undefined;
			return row ? toMember(row) : null;
		},
		members(production: string): NamedMember[] {
			return (membersOf.all(production) as (MemberRow & { name: string })[]).map((row) => ({
				...toMember(row),
				userId: row.user,
				name: row.name
			}));
		},
		fileMembers(production: string): FileMember[] {
			return (fileMembers.all(production) as (MemberRow & { joined_at: number })[]).map((row) => {
				const { role, personId, keeps } = toMember(row);
				return { userId: row.user, role, personId, keeps, joinedAt: row.joined_at };
			});
		},
		setMember(production: string, user: string, member: Member & { role: Role }, at: number): void {
			setMember.run(production, user, member.role, member.personId, JSON.stringify(member.keeps), at);
			// Whoever is somebody of the plan logs hours: their documents are there before their first upgrade.
			if (member.personId) this.registerPerson(production, member.personId, at);
		},
		removeMember: (production: string, user: string): void => void removeMember.run(production, user),
		producers: (production: string): number => Number(producers.get(production)?.number ?? 0),
		/** Registers a document; nothing happens when it is registered already. */
		register(production: string, kind: DocumentKind, person: string | null, at: number): DocumentName {
			const name = documentName(production, kind, person);
			insertDocument.run(name, production, kind, person, at);
			return name;
		},
		/** Registers documents of these kinds in every production that lacks them: a newer Daybreak has more kinds. */
		registerEverywhere(kinds: readonly ProductionDocument[], at: number): number {
			return Number(registerEverywhere.run(at, JSON.stringify(kinds)).changes);
		},
		/** Registers the documents of a person of the plan. */
		registerPerson(production: string, person: string, at: number): void {
			for (const kind of PERSON_DOCUMENTS) this.register(production, kind, person, at);
		},
		isRegistered: (name: string): boolean => document.get(name) !== undefined,
		documents: (production: string): { kind: DocumentKind; person: string | null }[] =>
			documentsOf.all(production) as { kind: DocumentKind; person: string | null }[]
	};
}
