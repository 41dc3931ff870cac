/** The limits that the plan will break, for one person and for many. */
import type { DayKey } from '../calendar/day-key.ts';
import type { HoursFlag } from '../hours/types.ts';
import type { WorkloadPerson } from './workload-person.ts';

/** A limit that the plan takes somebody over, and the day it does. */
export type Ahead = { readonly flag: HoursFlag; readonly on: DayKey };

/** Everybody whom the plan takes over one limit on one day. */
export type LimitAhead = {
	readonly code: string;
	readonly on: DayKey;
	readonly severity: HoursFlag['severity'];
	readonly people: readonly { readonly person: WorkloadPerson['person']; readonly flag: HoursFlag }[];
};

const PLANNED = /^planned (\d{4}-\d\d-\d\d)$/;
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The limits that the plan breaks for somebody from today on, each where it first does. A crew that is over its day
 * every day would otherwise never hear of the month.
 */
export function aheadOf({ judged }: Pick<WorkloadPerson, 'judged'>, today: DayKey): Ahead[] {
	const first = new Map<string, Ahead>();
	for (const flag of judged.flags) {
		if (flag.severity !== 'violation' && flag.severity !== 'warn') continue;
		if (flag.code === 'CALENDAR_NOT_ENTERED') continue;
		// A week's limit is dated by its first day: the plan breaks it on the last day that is planned.
		const planned = flag.entries.flatMap((id) => PLANNED.exec(id)?.[1] ?? []).sort();
		const on = (planned.at(-1) ?? flag.date) as DayKey;
		if (on < today || (planned.length === 0 && flag.date < today)) continue;
		const before = first.get(flag.code);
		if (!before || on < before.on) first.set(flag.code, { flag, on });
	}
	return [...first.values()].sort(
		(a, b) =>
			byText(a.on, b.on) || byText(a.flag.severity, b.flag.severity) || byText(a.flag.code, b.flag.code)
	);
}

/** The limits ahead of everybody, by day and limit; people in the order they are handed in. */
export function limitsAhead(
	rows: readonly { readonly person: WorkloadPerson['person']; readonly ahead: readonly Ahead[] }[]
): LimitAhead[] {
	const limits = new Map<string, LimitAhead & { people: LimitAhead['people'][number][] }>();
	for (const { person, ahead } of rows)
		for (const { flag, on } of ahead) {
			const key = `${on} ${flag.severity} ${flag.code}`;
			const limit = limits.get(key) ?? { code: flag.code, on, severity: flag.severity, people: [] };
			limits.set(key, limit);
			limit.people.push({ person, flag });
		}
	return [...limits].sort(([a], [b]) => byText(a, b)).map(([, limit]) => limit);
}
