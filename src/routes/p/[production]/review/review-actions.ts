import { decideHours, type Deciding } from '#lib/doc/commands/decide-hours.ts';
import { contentHash } from '#lib/doc/entry-key.ts';
import { ruleSetOf } from '#lib/domain/hours/rule-set-of.ts';
import type { Decision } from '#lib/domain/hours/log/logged.ts';
import type { ReviewRow } from '#lib/domain/hours/log/queue.ts';
import { PRESETS, type PresetId } from '#lib/domain/hours/presets/index.ts';
import { mayWrite } from '#lib/domain/people/permissions.ts';
import type { Person, Production } from '#lib/domain/schedule/records.ts';
import type { CrewMember } from '#lib/live/crew-hours.svelte.ts';
import type { ReviewActions } from '#lib/ui/review/types.ts';
import { writerOn, type HoursWriter } from '../hours/hours-actions.ts';

type Rules = NonNullable<Decision['rules']>;

/** The rules in force for somebody, as a decision pins them: which set, its version, and what the production changed. */
export function rulesFor(production: Production, person: Person): Rules & { readonly id: PresetId } {
	const id = ruleSetOf(production, person);
	return {
		id,
		version: String(PRESETS[id].version),
		overrides: contentHash(production.ruleSetOverrides ?? {})
	};
}

/**
 * Decisions of this member on the hours of others. A person's days are decided in one transaction; what may not be
 * decided here (own hours, people this member doesn't keep) is left out.
 */
export function reviewActions(
	members: Readonly<Record<string, CrewMember>>,
	who: HoursWriter,
	production: Production,
	pays: boolean
): ReviewActions {
	function decide(rows: readonly ReviewRow[], said: Omit<Deciding, 'rules'>): void {
		for (const [personId, ofPerson] of Map.groupBy(rows, (row) => row.personId)) {
			const member = members[personId];
			const days = ofPerson.flatMap(({ day }) => day ?? []);
			if (!member || member.own || days.length === 0) continue;
			const { hours, person } = member;
			if (!hours.decisions || !mayWrite(hours.access.decisions)) continue;
			const rules = rulesFor(production, person);
			hours.made(decideHours(hours.decisions, writerOn(hours, who), days, { ...said, rules }));
		}
	}
	return {
		approve: (rows) => decide(rows, { says: 'approve' }),
		query: (rows, question) => decide(rows, { says: 'query', text: question }),
		...(pays ? { pay: (rows, on) => decide(rows, { says: 'paid', on }) } : {})
	};
}
