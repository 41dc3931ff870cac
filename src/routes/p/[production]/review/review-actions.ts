import { decideHours, type Deciding } from '#lib/doc/commands/decide-hours.ts';
import { contentHash } from '#lib/doc/entry-key.ts';
import { pinnedRules, type PinnedRules } from '#lib/doc/pinned-rules.ts';
import type { RuleSource } from '#lib/domain/hours/own-rules/index.ts';
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { ReviewRow } from '#lib/domain/hours/log/queue.ts';
import { mayWrite } from '#lib/domain/people/permissions.ts';
import type { CrewMember } from '#lib/live/crew-hours.svelte.ts';
import type { ReviewActions } from '#lib/ui/review/types.ts';
import { writerOn, type HoursWriter } from '../hours/hours-actions.ts';

/**
 * Decisions of this member on the hours of others. A person's days are decided in one transaction; what may not be
 * decided here (own hours, people this member doesn't keep) is left out.
 */
export function reviewActions(
	members: Readonly<Record<string, CrewMember>>,
	who: HoursWriter,
	source: RuleSource,
	pays: boolean
): ReviewActions {
	function decide(rows: readonly ReviewRow[], said: Omit<Deciding, 'rules'>): void {
		for (const [personId, ofPerson] of Map.groupBy(rows, (row) => row.personId)) {
			const member = members[personId];
			const days = ofPerson.flatMap(({ day }) => day ?? []);
			if (!member || member.own || days.length === 0) continue;
			const { hours, person } = member;
			if (!hours.decisions || !mayWrite(hours.access.decisions)) continue;
			// Days before and after a change of the rules are decided apart: each names the rules of its day.
			const rulesOn = (date: DayKey): PinnedRules => pinnedRules(source, person, date);
			for (const same of Map.groupBy(days, ({ date }) => contentHash(rulesOn(date))).values()) {
				const rules = rulesOn(same[0]!.date);
				decideHours(hours.decisions, writerOn(hours, who), same, { ...said, rules });
			}
		}
	}
	return {
		approve: (rows) => decide(rows, { says: 'approve' }),
		query: (rows, question) => decide(rows, { says: 'query', text: question }),
		...(pays ? { pay: (rows, on) => decide(rows, { says: 'paid', on }) } : {})
	};
}
