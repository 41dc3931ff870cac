import type { DayKey } from '../../calendar/day-key.ts';
import { daysBetween } from '../../calendar/day-key.ts';
import type { Finding } from '../../finding.ts';
import { reviewTier } from '../../launch/review-rules.ts';
import type { Gate } from '../../launch/records.ts';
import type { Plan } from '../plan.ts';
import type { Rule } from './view.ts';

/**
 * Whether the title needs a planning number before it may be shot, as far as the plan can say: the green light
 * stands for the day of filing, and the budget isn't in the plan, so only the subject decides here. An overseas
 * vertical isn't filed.
 */
export function needsPlanningNumber({ production }: Pick<Plan, 'production'>): boolean {
	if (production.commission === 'overseas-vertical' || production.startsOn === null) return false;
	const answer = reviewTier({
		filedOn: production.startsOn,
		subject: production.subject,
		budget: null
	});
	return answer?.needsPlanningNumber ?? false;
}

/** The day the number is there: decided, else planned; null when neither is known. */
function numberOn(gates: Iterable<Gate>): { day: DayKey | null; decided: boolean } {
	let planned: DayKey | null = null;
	for (const gate of gates) {
		if (gate.kind !== 'planning') continue;
		if (gate.status === 'approved' && gate.decidedOn !== null) return { day: gate.decidedOn, decided: true };
		if (gate.plannedOn !== null && (planned === null || gate.plannedOn > planned)) planned = gate.plannedOn;
	}
	return { day: planned, decided: false };
}

/**
 * S5: a shooting day comes before the planning number (field guide 2.3, gate rule). `bad` when the number is dated
 * after the day, or no date is known at all; figures: days too early (0 when no date is known), and whether the
 * decision is in (1) or only planned (0).
 */
export const planningNumber: Rule = ({ plan, summaries }) => {
	if (!needsPlanningNumber(plan)) return [];
	const { day, decided } = numberOn(plan.gates.values());
	return summaries.flatMap((summary): Finding[] => {
		if (summary.date === null || summary.lengthMinutes === 0) return [];
		if (day !== null && summary.date >= day) return [];
		return [
			{
				rule: 'S5',
				severity: 'bad',
				about: { dayId: summary.dayId },
				figures: { early: day === null ? 0 : daysBetween(summary.date, day), decided: decided ? 1 : 0 }
			}
		];
	});
};
