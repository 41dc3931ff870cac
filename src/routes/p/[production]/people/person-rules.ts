import { changeRules } from '#lib/doc/commands/change-rules.ts';
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import { todayIn } from '#lib/domain/calendar/zone.ts';
import { rulesFor } from '#lib/domain/hours/own-rules/index.ts';
import type { PresetId } from '#lib/domain/hours/presets/index.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import type { Person } from '#lib/domain/schedule/records.ts';
import type { LivePlan } from '#lib/live/plan.svelte.ts';
import { date } from '#lib/ui/format.ts';
import type { RulesOfPerson } from '#lib/ui/people/people.ts';
import { language } from '#lib/ui/text/index.svelte.ts';

/** A choice holds for every day until the shoot has begun; after that from today on, so that days gone by stay judged. */
function holdsFrom({ tables }: LivePlan, today: DayKey): DayKey | null {
	for (const { date } of tables.days.rows().values()) if (date && date < today) return today;
	return null;
}

/** Which rules judge somebody's hours, as the person's sheet shows it. */
export function personRules(
	plan: LivePlan,
	person: Person,
	today: DayKey,
	href: string
): RulesOfPerson | undefined {
	const source = plan.ruleSource;
	if (!source) return undefined;
	const whole = rulesFor(source, null, today).id;
	const { id, rules } = rulesFor(source, person, today);
	const from = holdsFrom(plan, today);
	return {
		...{ own: id === whole ? null : id, whole, href },
		from: from ? date(from, language.current) : '',
		hasAverage: rules.limits.some(({ kind }) => kind === 'avg_week')
	};
}

/** Lets somebody follow another rule set, or the production's again. */
export function followRules(plan: LivePlan, id: PersonId, ruleSet: PresetId | '', by: string): void {
	const zone = plan.production?.zone ?? 'Asia/Shanghai';
	const from = holdsFrom(plan, todayIn(zone, Date.now()));
	changeRules(plan.document, [{ personId: id, ruleSet: '', what: 'set', value: ruleSet, from }], {
		...{ by, at: Date.now() }
	});
}
