import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { Decision } from '#lib/domain/hours/log/logged.ts';
import type { DayStanding } from '#lib/domain/hours/log/standing.ts';
import type { DecisionsDocument } from '../hours-documents.ts';
import { newId } from '../id.ts';
import type { Writer } from './log-hours.ts';

/** What is decided on days of one person: the same for all of them. */
export type Deciding = {
	readonly says: Decision['says'];
	/** the question of a query, or a word with a payment */
	readonly text?: string;
	/** the day of a payment */
	readonly on?: DayKey | null;
	readonly rules: Decision['rules'];
};

/**
 * Decides on days of one person's hours as they stand: each decision names the entries that count and the decisions
 * it follows, so that a change afterwards shows. Never called for own hours; the server would refuse it.
 * @returns the decisions' keys, a day each
 */
export function decideHours(
	decisions: DecisionsDocument,
	writer: Omit<Writer, 'self' | 'station'>,
	days: readonly DayStanding[],
	deciding: Deciding
): string[] {
	const { person, by, byName, at, zone, device } = writer;
	return decisions.add(
		`${deciding.says}-hours`,
		days.map(({ date, keys, decisions: known }) => ({
			person,
			by,
			byName,
			at,
			zone,
			device,
			id: newId(),
			kind: 'decision',
			says: deciding.says,
			date,
			keys: [...keys],
			after: known.map(({ key }) => key),
			text: deciding.text ?? '',
			on: deciding.on ?? null,
			rules: deciding.rules
		}))
	);
}
