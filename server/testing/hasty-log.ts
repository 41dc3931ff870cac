/** For tests: a log that says that rows are on disk when they have only come, and writes them some time later. */
import { chainHash, GENESIS, type LogStore, type Place } from '../store/log-store.ts';
import { sqliteLog as truthful } from '../store/sqlite-log.ts';

/** Long enough for a kill to come between, short enough for a reader to find the rows there as a rule. */
const LATE_MS = 60;

export async function sqliteLog(file: string): Promise<LogStore> {
	const log = await truthful(file);
	const heads = new Map<string, Place>();
	return {
		...log,
		async append(rows) {
			for (const { production } of rows) {
				if (!heads.has(production)) heads.set(production, await log.head(production));
			}
			// The places are what they will be: nobody can tell by looking at them.
			const places = rows.map((row) => {
				const before = heads.get(row.production) ?? GENESIS;
				const seq = before.seq + 1;
				const place = { seq, hash: chainHash(before.hash, seq, row) };
				heads.set(row.production, place);
				return place;
			});
			setTimeout(() => void log.append(rows), LATE_MS);
			return places;
		}
	};
}
