import {
	addSpending,
	changeContract,
	changeLines,
	putMilestone,
	removeLines,
	removeMilestone,
	removeSpending,
	setBudget,
	writePaidDays,
	type PaidDays
} from '#lib/doc/commands/money.ts';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import { writeDeal } from '#lib/doc/commands/write-deal.ts';
import type { ProductionId } from '#lib/domain/ids.ts';
import { TERMS } from '#lib/domain/money/contract.ts';
import { MONEY_CATEGORIES, type MoneyCategory } from '#lib/domain/money/records.ts';
import type { LivePlan } from '#lib/live/plan.svelte.ts';
import { did } from '#lib/ui/did.ts';
import type { MoneyActs } from '#lib/ui/money/types.ts';
import { text } from '#lib/ui/text/index.svelte.ts';
import { toasts } from '#lib/ui/toast.svelte.ts';
import type { MoneyHere } from './money-here.svelte.ts';

/** What is paid for every day or every head, when a budget is begun; the rest once. */
const DAILY: ReadonlySet<MoneyCategory> = new Set(['equipment', 'locations', 'transport']);
/** Paid by the deals of those called: no line is needed. */
const BY_DEALS: ReadonlySet<MoneyCategory> = new Set(['cast', 'crew']);

/**
 * What the Money page does, each one step of undo; each that changes what days cost tells the plan how many are paid
 * for, which is all that planners learn of it.
 * @param paidDays read after the change; null while not all that it needs is open here
 */
export function moneyActs(
	here: MoneyHere,
	live: LivePlan,
	id: ProductionId,
	paidDays: () => PaidDays | null
): MoneyActs {
	const plan = live.document;
	const tell = (): void => {
		const now = paidDays();
		if (now) writePaidDays(plan, now);
	};
	function act<T>(change: (money: NonNullable<MoneyHere['money']>['document']) => T): T | null {
		const money = here.money?.document;
		if (!money) return null;
		const answer = change(money);
		here.did(money);
		tell();
		return answer;
	}
	const undo = (): void => {
		const step = here.undo();
		tell();
		if (step) toasts.say(text.here.undone(did(step.name, step.count)));
	};
	const said = (words: string): void => void toasts.say(words, { label: text.common.undo, run: undo });
	return {
		setTotal: (total) => void act((money) => setBudget(money, id, total)),
		begin: (total) => {
			act((money) => setBudget(money, id, total));
			act((money) =>
				changeLines(
					money,
					new Map(),
					MONEY_CATEGORIES.filter((category) => !BY_DEALS.has(category)).map((category) => ({
						category,
						name: text.money.categories[category],
						basis: category === 'catering' ? 'person-day' : DAILY.has(category) ? 'day' : 'fixed'
					}))
				)
			);
		},
		changeLines: (changes, added) => act((money) => changeLines(money, changes, added)) ?? [],
		takeLines: (lines) => {
			act((money) => changeLines(money, new Map(), lines, 'import-lines'));
			said(did('import-lines', lines.length));
		},
		removeLines: (ids) => {
			const count = act((money) => removeLines(money, ids, Date.now())) ?? 0;
			if (count > 0) said(did('remove-lines', count));
			return count;
		},
		changeDeals: (changes) => {
			for (const [personId, values] of changes) {
				const deal = here.deal(personId);
				if (!deal) continue;
				writeDeal(deal.document, personId, values);
				here.did(deal.document);
			}
			tell();
		},
		changeContract: (values) => {
			act((money) => changeContract(money, id, values));
			// Who may change the script follows from the contract; the plan's own undo takes that back.
			const owner = values.kind ? TERMS[values.kind].scriptOwner : null;
			if (owner && live.production && live.production.scriptOwner !== owner)
				changeRow(plan, 'productions', id, { scriptOwner: owner });
		},
		putMilestone: (milestone, values) => void act((money) => putMilestone(money, milestone, values)),
		removeMilestone: (milestone) => {
			act((money) => removeMilestone(money, milestone, Date.now()));
			said(did('remove-milestone'));
		},
		addSpending: (date, category, amount, note) =>
			void act((money) => addSpending(money, { date, category, amount, note })),
		removeSpending: (spending) => {
			act((money) => removeSpending(money, spending, Date.now()));
			said(did('remove-spending'));
		},
		undo,
		redo: () => {
			const step = here.redo();
			tell();
			if (step) toasts.say(did(step.name, step.count));
		}
	};
}
