/** Rules about one day by itself: they are asked again for a day as it would be, while strips are dragged over it. */
import type { Finding } from '../../finding.ts';
import { lookupsOf } from '../lookups.ts';
import { reachOf } from '../reach.ts';
import { castAway, placeClosed } from './availability.ts';
import { daylight } from './daylight.ts';
import { minors } from './minors.ts';
import type { DayRule, RuledDay } from './ruled-day.ts';
import type { Rule } from './view.ts';

const DAY_RULES: readonly DayRule[] = [castAway, placeClosed, minors, daylight];

/** Everything the rules about one day say of it. Days without a date, and days that are over, have nothing to say. */
export const dayFindings = (day: RuledDay): Finding[] =>
	day.summary.date === null || day.summary.wrapped ? [] : DAY_RULES.flatMap((rule) => rule(day));

/** A rule about one day as a rule about a board. */
export const onEachDay =
	(rule: DayRule): Rule =>
	({ plan, columns, summaries }) => {
		const lookups = lookupsOf(plan);
		const reach = reachOf(plan);
		return summaries.flatMap((summary, i) =>
			summary.date === null || summary.wrapped
				? []
				: rule({ summary, strips: columns[i]?.strips ?? [], lookups, reach })
		);
	};
