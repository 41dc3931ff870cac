import type { DatabaseSync } from 'node:sqlite';

/** Somebody else's look at a person's hours: by whom, the first time and the last (ms since 1970). */
export type Opening = {
	readonly userId: string;
	readonly name: string;
	readonly firstAt: number;
	readonly lastAt: number;
};

export type OpeningTable = ReturnType<typeof openingTable>;

/** A page that stays open reconnects; once in so long is written down. */
const AGAIN_MS = 600_000;

/** Who opened whose hours: each person sees it of their own (product.md, Trust). */
export function openingTable(db: DatabaseSync) {
	const put = db.prepare(
		`INSERT INTO openings VALUES (?, ?, ?, ?, ?) ON CONFLICT (production, person, user)
			DO UPDATE SET last_at = excluded.last_at`
	);
	const ofPerson = db.prepare(
		`SELECT o.user, u.name, o.first_at, o.last_at FROM openings o LEFT JOIN users u ON u.id = o.user
			WHERE o.production = ? AND o.person = ? ORDER BY o.last_at DESC`
	);
	const lately = new Map<string, number>();
	return {
		/** Somebody opened a person's hours or the decisions on them. */
		note(production: string, person: string, user: string, at: number): void {
			const key = `${production} ${person} ${user}`;
			if (at - (lately.get(key) ?? -Infinity) < AGAIN_MS) return;
			if (lately.size > 100_000) lately.clear();
			lately.set(key, at);
			put.run(production, person, user, at, at);
		},
		/** Who opened a person's hours, the latest first. */
		of: (production: string, person: string): Opening[] =>
			ofPerson.all(production, person).map((row) => ({
				userId: String(row.user),
				name: String(row.name ?? ''),
				firstAt: Number(row.first_at),
				lastAt: Number(row.last_at)
			}))
	};
}
