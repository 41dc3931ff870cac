/** The rule about minors: S12. */
import type { Finding } from '../../finding.ts';
import { ahead, type DayRule } from './ruled-day.ts';

/**
 * S12: a minor works past the agreed latest wrap (`late`), or is on set longer than agreed (`long`); call to wrap,
 * meals included, since a child that waits is on set. The strips are those that end too late for it. What the law
 * allows is the rule sets' (`hours/`). Figures in minutes: until or onSet, limit, over.
 */
export const minors: DayRule = (day) => {
	const strips = ahead(day);
	return day.summary.called.flatMap((called): Finding[] => {
		const person = called.personId === null ? undefined : day.reach.person(called.personId);
		if (!person?.minor) return [];
		const own = strips.filter(({ scene }) => called.characterIds.some((id) => scene.castIds.includes(id)));
		if (own.length === 0) return [];
		/** Strips after which there is no time left to be made ready for home. */
		const after = (limit: number) =>
			own.filter(({ at }) => at.endsAt + day.lookups.production.wrapMinutes > limit).map(({ id }) => id);
		const findings: Finding[] = [];
		const about = { dayId: day.summary.dayId, who: person.id };
		const { latestWrapAt: latest, onSetMinutes: longest } = person;
		if (latest !== null && called.wrapAt > latest)
			findings.push({
				rule: 'S12',
				severity: 'bad',
				about: { ...about, reason: 'late' },
				figures: { until: called.wrapAt, latest, over: called.wrapAt - latest },
				strips: after(latest)
			});
		const onSet = called.wrapAt - called.callAt;
		if (longest !== null && onSet > longest)
			findings.push({
				rule: 'S12',
				severity: 'bad',
				about: { ...about, reason: 'long' },
				figures: { onSet, limit: longest, over: onSet - longest },
				strips: after(called.callAt + longest)
			});
		return findings;
	});
};
