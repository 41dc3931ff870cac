/** Reviews that have to be over before something else may happen (field guide 2.3; rules T7 and T8 of RULES.md). */
import { daysBetween, type DayKey } from '../../calendar/day-key.ts';
import type { Finding } from '../../finding.ts';
import type { Plan } from '../../schedule/plan.ts';
import type { Timeline } from '../critical-path.ts';
import type { Gate } from '../records.ts';
import { reviewTier, type ReviewAnswer } from '../review-rules.ts';

/** The tier of a plan by the rules of its day of filing; null for a title that isn't filed, or without a day. */
export function tierOf(
	{ production }: Pick<Plan, 'production'>,
	budget: number | null,
	filedOn: DayKey | null = production.startsOn
): ReviewAnswer | null {
	if (production.commission === 'overseas-vertical' || filedOn === null) return null;
	return reviewTier({ filedOn, subject: production.subject, budget });
}

/**
 * Red where the shoot begins before its planning number, or the launch before its licence. Figures: days too early,
 * and whether the decision is in (1) or only expected (0).
 */
export function gatesInOrder(
	plan: Pick<Plan, 'production' | 'gates'>,
	timeline: Timeline,
	{ firstShootDay, tier }: { readonly firstShootDay: DayKey | null; readonly tier: ReviewAnswer | null }
): Finding[] {
	const findings: Finding[] = [];
	const must = (rule: string, kind: Gate['kind'], before: DayKey | null): void => {
		if (before === null) return;
		for (const gate of plan.gates.values()) {
			if (gate.kind !== kind) continue;
			const decided = gate.status === 'approved' ? gate.decidedOn : null;
			const on = decided ?? expected(gate, timeline);
			if (on === null || on <= before) continue;
			findings.push({
				rule,
				severity: 'bad',
				about: { gateId: gate.id },
				figures: { early: daysBetween(before, on), decided: decided ? 1 : 0 }
			});
		}
	};
	if (tier?.needsPlanningNumber) must('T7', 'planning', firstShootDay);
	must('T8', 'licence', plan.production.launchesOn);
	return findings;
}

/** When a decision is to be expected: as the timeline reckons it, else as planned. */
const expected = (gate: Gate, timeline: Timeline): DayKey | null =>
	timeline.tasks.find(({ task }) => task.gateId === gate.id)?.to ?? gate.plannedOn;
