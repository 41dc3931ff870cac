import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { RuleChange, RuleSource } from '#lib/domain/hours/own-rules/index.ts';
import type { Person, Production } from '#lib/domain/schedule/records.ts';

/** One thing somebody wants changed, before it is kept. */
export type RuleWish = Pick<RuleChange, 'personId' | 'ruleSet' | 'what' | 'value'>;

/** A change as the list of them shows it; `archivedAt` where it was taken back. */
export type RuleLogLine = RuleChange;

export type RulesView = {
	readonly production: Production;
	/** the rules as they stand, and as they would be with what isn't kept yet */
	readonly source: RuleSource;
	readonly would: RuleSource;
	readonly wishes: readonly RuleWish[];
	readonly people: readonly Person[];
	/** the day in the production's zone */
	readonly today: DayKey;
	/** the last day the plan shoots */
	readonly lastDay: DayKey | null;
	/** every change ever made, the latest first */
	readonly log: readonly RuleLogLine[];
};

/** Absent for who may only read. */
export type RulesActs = {
	/** adds to what isn't kept yet; the same thing wished again replaces the first wish */
	readonly wish: (wishes: readonly RuleWish[]) => void;
	readonly takeBack: (id: RuleChange['id'], back: boolean) => void;
};

/** Whether two wishes are about the same thing. */
export const isSame = (a: RuleWish, b: RuleWish): boolean =>
	a.personId === b.personId && a.ruleSet === b.ruleSet && a.what === b.what;
