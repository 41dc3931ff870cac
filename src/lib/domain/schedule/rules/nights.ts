/** Rules between days and across units: S2, S6. */
import type { Finding } from '../../finding.ts';
import type { DaySummary } from '../summarise-day.ts';
import type { Rule } from './view.ts';

/** S2: somebody rests less than the shortest rest. One finding a night; figures in people and minutes. */
export const shortestRest: Rule = ({ nights }) =>
	nights.flatMap((night): Finding[] => {
		const worst = night.short[0];
		if (!worst) return [];
		return [
			{
				rule: 'S2',
				severity: 'bad',
				about: { fromDayId: night.fromDayId, toDayId: night.toDayId, who: worst.who },
				figures: {
					people: night.short.length,
					rest: worst.restMinutes,
					limit: worst.restMinutes + worst.shortMinutes,
					short: worst.shortMinutes
				}
			}
		];
	});

/**
 * S6: one of the cast is called by two units on a date. The crew has no unit of its own yet, so it is left out.
 * Figures: minutes both units want the person at once (0 when the calls only follow each other).
 */
export const twoUnits: Rule = ({ summaries }) => {
	const findings: Finding[] = [];
	summaries.forEach((a, i) => {
		for (const b of summaries.slice(i + 1)) {
			if (a.date === null || a.date !== b.date) continue;
			findings.push(...onBoth(a, b));
		}
	});
	return findings;
};

function onBoth(a: DaySummary, b: DaySummary): Finding[] {
	return a.called.flatMap((one): Finding[] => {
		const other = one.crew ? undefined : b.called.find((called) => called.who === one.who && !called.crew);
		if (!other) return [];
		const overlap = Math.min(one.wrapAt, other.wrapAt) - Math.max(one.callAt, other.callAt);
		return [
			{
				rule: 'S6',
				severity: overlap > 0 ? 'bad' : 'warn',
				about: { dayId: a.dayId, otherDayId: b.dayId, who: one.who },
				figures: { overlap: Math.max(0, overlap) }
			}
		];
	});
}
