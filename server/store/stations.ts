import type { DatabaseSync } from 'node:sqlite';
import type { Member } from '#lib/domain/people/permissions.ts';

/** A shared tablet that a planner enrolled: it adds hours of the people listed and reads what was issued. */
export type Station = {
	readonly id: string;
	readonly production: string;
	/** such as "Truck": the record says that hours were entered here */
	readonly name: string;
	readonly people: readonly StationPerson[];
	/** user id */
	readonly enroller: string;
	/** ms since 1970 */
	readonly createdAt: number;
	/** when a tablet took it; null: the token waits */
	readonly enrolledAt: number | null;
	readonly revokedAt: number | null;
	/** IANA zone of the production: the tablet has no plan to read it from. Null: the tablet's own */
	readonly zone: string | null;
	/** when its tablet last asked for something, to the minute */
	readonly seenAt: number | null;
};
export type StationPerson = {
	readonly personId: string;
	readonly name: string;
	/** of the plan's departments, so that names can be found on the tablet */
	readonly department?: string;
};
/** A PIN as a station checks it, without the network: PBKDF2 with SHA-256. Salt and hash in base64url. */
export type Pin = { readonly salt: string; readonly iterations: number; readonly hash: string };

export type StationTable = ReturnType<typeof stationTable>;

type Row = Omit<Station, 'people'> & { people: string };
const COLUMNS = `id, production, name, people, enroller, created_at AS createdAt, enrolled_at AS enrolledAt,
	revoked_at AS revokedAt, (SELECT zone FROM station_details WHERE station = stations.id) AS zone,
	(SELECT seen_at FROM station_details WHERE station = stations.id) AS seenAt`;
/** Being seen is written down this often at most. */
const SEEN_MS = 60_000;
const toStation = (row: Row): Station => ({ ...row, people: JSON.parse(row.people) as StationPerson[] });

/** Stations and the PINs of people; tokens come in hashed. */
export function stationTable(db: DatabaseSync) {
	const insert = db.prepare('INSERT INTO stations VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL)');
	const insertDetails = db.prepare('INSERT INTO station_details VALUES (?, ?, NULL)');
	const seen = db.prepare(
		`INSERT INTO station_details VALUES (?, NULL, ?) ON CONFLICT (station) DO UPDATE SET seen_at = excluded.seen_at`
	);
	const byId = db.prepare(`SELECT ${COLUMNS} FROM stations WHERE id = ?`);
	const byCookie = db.prepare(`SELECT ${COLUMNS} FROM stations WHERE cookie_hash = ? AND revoked_at IS NULL`);
	const ofProduction = db.prepare(
		`SELECT ${COLUMNS} FROM stations WHERE production = ? ORDER BY created_at, id`
	);
	const take = db.prepare(
		`UPDATE stations SET token_hash = NULL, cookie_hash = ?, enrolled_at = ?
			WHERE token_hash = ? AND token_expires_at > ? AND revoked_at IS NULL RETURNING ${COLUMNS}`
	);
	const setPeople = db.prepare('UPDATE stations SET people = ? WHERE id = ?');
	const revoke = db.prepare(
		'UPDATE stations SET revoked_at = ?, token_hash = NULL, cookie_hash = NULL WHERE id = ? AND revoked_at IS NULL'
	);
	const setPin = db.prepare('INSERT OR REPLACE INTO pins VALUES (?, ?, ?, ?, ?, ?)');
	const pin = db.prepare('SELECT salt, iterations, hash FROM pins WHERE production = ? AND person = ?');
	const withPin = db.prepare('SELECT person FROM pins WHERE production = ?');
	const found = (row: unknown): Station | null => (row ? toStation(row as Row) : null);
	return {
		add(
			station: Omit<Station, 'enrolledAt' | 'revokedAt' | 'seenAt'>,
			tokenHash: string,
			tokenExpiresAt: number
		): void {
			const { id, production, name, people, enroller, createdAt } = station;
			const list = JSON.stringify(people);
			insert.run(id, production, name, list, enroller, createdAt, tokenHash, tokenExpiresAt);
			insertDetails.run(id, station.zone);
		},
		/** Its tablet is there. */
		note({ id, seenAt }: Station, now: number): void {
			if (seenAt === null || now - seenAt >= SEEN_MS) seen.run(id, now);
		},
		find: (id: string): Station | null => found(byId.get(id)),
		/** The station a tablet is; null once it is revoked. */
		ofCookie: (cookieHash: string): Station | null => found(byCookie.get(cookieHash)),
		ofProduction: (production: string): Station[] => (ofProduction.all(production) as Row[]).map(toStation),
		/** A tablet becomes the station; the token works once. Null when it doesn't any more. */
		enrol: (tokenHash: string, cookieHash: string, now: number): Station | null =>
			found(take.get(cookieHash, now, tokenHash, now)),
		setPeople: (id: string, people: readonly StationPerson[]): void =>
			void setPeople.run(JSON.stringify(people), id),
		/** False when it is revoked already, or none. */
		revoke: (id: string, now: number): boolean => revoke.run(now, id).changes === 1,
		/** The rights of a station in a production; null when it is none of its, or revoked. */
		member(production: string, id: string): Member | null {
			const station = found(byId.get(id));
			if (station?.production !== production || station.enrolledAt === null || station.revokedAt !== null) {
				return null;
			}
			return { role: 'station', personId: null, keeps: station.people.map(({ personId }) => personId) };
		},
		isOpen(id: string): boolean {
			const station = found(byId.get(id));
			return station !== null && station.enrolledAt !== null && station.revokedAt === null;
		},
		setPin(production: string, person: string, { salt, iterations, hash }: Pin, at: number): void {
			setPin.run(production, person, salt, iterations, hash, at);
		},
		pin: (production: string, person: string): Pin | null =>
			(pin.get(production, person) as Pin | undefined) ?? null,
		/** Ids of the people of a production who have a PIN. */
		peopleWithPin: (production: string): string[] =>
			(withPin.all(production) as { person: string }[]).map(({ person }) => person)
	};
}
