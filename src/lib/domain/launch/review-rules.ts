/**
 * Which review a production needs: dated rules as data (field guide 2.3), so that a rule that moves is a new row
 * here and the app can say which one applied on the day of filing.
 */
import { day, type DayKey } from '../calendar/day-key.ts';
import { SUBJECTS } from '../schedule/records.ts';

export type ReviewTier = 'key' | 'ordinary' | 'other';
export type Subject = (typeof SUBJECTS)[number];

/** A rule set and the days of filing it holds for, both included; `until` null: still in force. */
export type ReviewRules = {
	readonly id: string;
	readonly from: DayKey;
	readonly until: DayKey | null;
	/** budgets from which a tier begins, in fen; the sum itself belongs to the upper tier */
	readonly keyFrom: number;
	readonly ordinaryFrom: number;
	/** subjects that make a title key whatever it costs */
	readonly keySubjects: readonly Subject[];
	/** whether headlining, a first-screen place or investment promotion on a platform makes it key */
	readonly promotionIsKey: boolean;
	/** whether a producer may file as key by choice */
	readonly choiceIsKey: boolean;
	/** tiers that need a planning number before the first shooting day */
	readonly needPlanningNumber: readonly ReviewTier[];
};

const SPECIAL = SUBJECTS.filter((subject) => subject !== 'general');

export const REVIEW_RULES: readonly ReviewRules[] = [
	{
		id: 'CN-2024-06',
		from: day('2024-06-01'),
		until: day('2025-12-31'),
		keyFrom: 100_000_000,
		ordinaryFrom: 30_000_000,
		keySubjects: SPECIAL,
		promotionIsKey: true,
		choiceIsKey: true,
		needPlanningNumber: ['key', 'ordinary']
	},
	{
		id: 'CN-2026-01',
		from: day('2026-01-01'),
		until: null,
		keyFrom: 300_000_000,
		ordinaryFrom: 100_000_000,
		keySubjects: SPECIAL,
		promotionIsKey: false,
		choiceIsKey: false,
		needPlanningNumber: ['key', 'ordinary']
	}
];

export type Filing = {
	readonly filedOn: DayKey;
	readonly subject: Subject;
	/** production budget in fen; null where the reader may not see money */
	readonly budget: number | null;
	readonly promoted?: boolean;
	readonly byChoice?: boolean;
};

export type ReviewAnswer = {
	/** null: can't be said without the budget */
	readonly tier: ReviewTier | null;
	readonly rules: ReviewRules;
	readonly needsPlanningNumber: boolean;
};

/** The rules in force on a day of filing; null before the first that is on file here (1 June 2024). */
export const rulesOn = (filedOn: DayKey): ReviewRules | null =>
	REVIEW_RULES.find((rules) => rules.from <= filedOn && (rules.until === null || filedOn <= rules.until)) ??
	null;

/**
 * The tier a title is filed in. Subject, promotion and choice decide before the budget does, so a planner who
 * can't see money still learns that a judicial title is key. Null before the first rules on file.
 */
export function reviewTier(filing: Filing): ReviewAnswer | null {
	const rules = rulesOn(filing.filedOn);
	if (!rules) return null;
	const tier = tierUnder(rules, filing);
	return {
		tier,
		rules,
		needsPlanningNumber: tier !== null && rules.needPlanningNumber.includes(tier)
	};
}

function tierUnder(rules: ReviewRules, { subject, budget, promoted, byChoice }: Filing): ReviewTier | null {
	if (rules.keySubjects.includes(subject)) return 'key';
	if (rules.promotionIsKey && promoted) return 'key';
	if (rules.choiceIsKey && byChoice) return 'key';
	if (budget === null) return null;
	if (budget >= rules.keyFrom) return 'key';
	return budget >= rules.ordinaryFrom ? 'ordinary' : 'other';
}
