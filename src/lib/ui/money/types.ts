/** What the Money page shows and does: plain values and callbacks. Sums in the currency's smallest unit. */
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { Deal } from '#lib/domain/hours/deal.ts';
import type { GateId, MilestoneId, MoneyLineId, PersonId } from '#lib/domain/ids.ts';
import type { Gate } from '#lib/domain/launch/records.ts';
import type { Standing } from '#lib/domain/money/contract.ts';
import type { DaysBought } from '#lib/domain/money/days-bought.ts';
import type { HotCost } from '#lib/domain/money/hot-cost.ts';
import type { Contract, Milestone, MoneyCategory, MoneyLine, Spending } from '#lib/domain/money/records.ts';
import type { TrafficRule } from '#lib/domain/money/traffic.ts';
import type { Person } from '#lib/domain/schedule/records.ts';

export type LineValues = Partial<
	Pick<MoneyLine, 'category' | 'name' | 'basis' | 'planned' | 'committed' | 'spent' | 'note'>
>;
export type DealRow = { readonly person: Person; readonly deal: Deal | null };

export type MoneyView = {
	readonly currency: string;
	readonly today: DayKey;
	readonly total: number | null;
	/** in the budget's order */
	readonly lines: readonly MoneyLine[];
	/** shoot days of the whole plan, and the heads of a usual one: what a day's line comes to */
	readonly shootDays: number;
	readonly heads: number;
	readonly bought: DaysBought;
	readonly deals: readonly DealRow[];
	readonly contract: Contract | null;
	readonly milestones: readonly Milestone[];
	readonly gates: readonly Gate[];
	readonly ifFails: Standing;
	readonly nextReview: Gate | null;
	readonly margin: number;
	/** bought traffic it would take; null: the rule isn't about this production */
	readonly traffic: TrafficRule | null;
	readonly hot: readonly HotCost[];
	readonly spendings: readonly Spending[];
	/** the agreed day where a person has none of their own, in minutes */
	readonly contractMinutes: number;
	readonly peopleHref: string;
	readonly openPeople: () => void;
	readonly undoable: boolean;
	readonly redoable: boolean;
	/** people whose deals may not have come to this device yet */
	readonly lacking: number;
};

export type MoneyActs = {
	readonly setTotal: (total: number | null) => void;
	/** a budget with the usual lines, to be filled in */
	readonly begin: (total: number) => void;
	readonly changeLines: (
		changes: ReadonlyMap<MoneyLineId, LineValues>,
		added: readonly LineValues[]
	) => readonly MoneyLineId[];
	/** lines from a sheet, below those there are, as one step with its undo */
	readonly takeLines: (lines: readonly LineValues[]) => void;
	readonly removeLines: (ids: readonly MoneyLineId[]) => number;
	readonly changeDeals: (changes: ReadonlyMap<PersonId, Partial<Deal>>) => void;
	readonly changeContract: (values: Partial<Omit<Contract, 'id' | 'archivedAt'>>) => void;
	readonly putMilestone: (
		id: MilestoneId | null,
		values: {
			name?: string;
			gateId?: GateId | null;
			sum?: number;
			dueOn?: DayKey | null;
			paidOn?: DayKey | null;
		}
	) => void;
	readonly removeMilestone: (id: MilestoneId) => void;
	readonly addSpending: (date: DayKey, category: MoneyCategory, amount: number, note: string) => void;
	readonly removeSpending: (id: Spending['id']) => void;
	readonly undo: () => void;
	readonly redo: () => void;
};
