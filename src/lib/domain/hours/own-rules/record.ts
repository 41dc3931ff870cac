/** One thing a production changed about its rules of hours: a row of its own, so that the list of them is the log. */
import { readDay, type DayKey } from '../../calendar/day-key.ts';
import type { PersonId, RuleChangeId } from '../../ids.ts';
import { record, ref, shaped, text, whole, type RowOf } from '../../record.ts';

const readValue = (raw: unknown): string | number | null =>
	typeof raw === 'string' || (typeof raw === 'number' && Number.isFinite(raw)) ? raw : null;

/**
 * Two people who change two numbers without a network both keep theirs, and of one number the later change holds.
 * Nothing of it is ever rewritten: a change that was a mistake is put away, and can be read and taken up again.
 */
export const ruleChangeRecord = record<RuleChangeId>()('rule-change', {
	/** whose rules: null the production's, else those of one person */
	personId: ref<PersonId>(),
	/** the rule set a number belongs to; empty for what holds whichever set is followed */
	ruleSet: text(),
	/**
	 * what was changed: `set` (which rule set is followed), `day 2027-02-04`, `known-until`, `rest-weekdays`, or a
	 * number of the rule set by its name (`limit.REST_SHORT.minMin`, `numbers.ts`)
	 */
	what: text(),
	/** minutes, days or a multiplier; a preset's id; a kind of day; a date; weekdays. null: as the rule set has it */
	value: shaped<string | number | null>(readValue, null),
	/** the first work day it holds for; null: for every day, also those gone by */
	from: shaped<DayKey | null>(readDay, null),
	/** who changed it, as they are called, and when by their device (ms) */
	by: text(),
	at: whole(0)
});

export type RuleChange = RowOf<typeof ruleChangeRecord>;
export type RuleChanges = ReadonlyMap<RuleChange['id'], RuleChange>;
