import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { Decision } from '#lib/domain/hours/log/logged.ts';
import { rulesFor, type RuleSource } from '#lib/domain/hours/own-rules/index.ts';
import type { Person } from '#lib/domain/schedule/records.ts';
import { contentHash } from './entry-key.ts';

export type PinnedRules = NonNullable<Decision['rules']>;

/** The rules that held for somebody on a day, as a decision pins them: which set, its version, and what was changed in it. */
export function pinnedRules(source: RuleSource, person: Person, on: DayKey): PinnedRules {
	const { id, set, changed } = rulesFor(source, person, on);
	return { id, version: String(set.version), overrides: contentHash(changed) };
}
