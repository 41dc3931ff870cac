import type { RuleChange } from '#lib/domain/hours/own-rules/record.ts';
import type { RuleChangeId } from '#lib/domain/ids.ts';
import { perform } from '../command.ts';
import { newId } from '../id.ts';
import type { PlanDocument } from '../plan-document.ts';

/** One thing to change about the rules of hours. */
export type NewRuleChange = Pick<RuleChange, 'personId' | 'ruleSet' | 'what' | 'value' | 'from'>;

/**
 * Changes rules, each a row with who and when; several kept together are one step of undo.
 *
 * @param at the device's clock (ms): moved past every change there is, so that what was made last holds even where
 * another device's clock runs ahead
 */
export function changeRules(
	plan: PlanDocument,
	changes: readonly NewRuleChange[],
	{ by, at }: { readonly by: string; readonly at: number }
): RuleChangeId[] {
	const { ruleChanges } = plan.tables;
	const latest = Math.max(0, ...[...ruleChanges.rows().values()].map((one) => one.at));
	const now = Math.max(at, latest + 1);
	const ids = changes.map(() => newId<RuleChangeId>());
	perform(plan, 'change-rules', changes.length, () => {
		for (const [i, change] of changes.entries()) ruleChanges.add(ids[i]!, { ...change, by, at: now });
	});
	return ids;
}

/**
 * Takes a change back as if it hadn't been made (`at`: ms), or lets it hold again (null). It stays in the list.
 * @returns false when it has gone
 */
export function takeRuleBack(plan: PlanDocument, id: RuleChangeId, at: number | null): boolean {
	if (!plan.tables.ruleChanges.get(id)) return false;
	perform(plan, 'take-rule-back', 1, () => plan.tables.ruleChanges.archive(id, at));
	return true;
}
