/** One person's hours as the rules judge them: what was logged, and what the board plans for the days still to come. */
import type { DayKey } from '../../calendar/day-key.ts';
import { formatClock, onTheWall } from '../../calendar/clock.ts';
import { addDays } from '../../calendar/day-key.ts';
import type { CallOfDay } from '../../schedule/calls-of.ts';
import type { Person, Production } from '../../schedule/records.ts';
import { assessHours } from '../assess-hours.ts';
import { datedRules, type RuleChanges } from '../own-rules/index.ts';
import type { HoursFlag, HoursPerson, Json, Result } from '../types.ts';
import { engineEntry } from './engine-entry.ts';
import type { DayStanding } from './standing.ts';

/** What a deal says of pay, where this reader may know it; null elsewhere. */
export type KnownDeal = NonNullable<HoursPerson['contract']>;

export type Judging = {
	readonly person: Person;
	readonly production: Production;
	/** what the production changed about its rules, by day (`plan.ruleChanges`) */
	readonly ruleChanges: RuleChanges;
	readonly days: Iterable<DayStanding>;
	/** when the board calls this person; days that were logged count as logged */
	readonly calls: readonly CallOfDay[];
	readonly deal?: KnownDeal | null;
	/** days from here on count as planned where nothing was logged; earlier ones without an entry are just empty */
	readonly today: DayKey;
};

/** The result, with what each day's row needs of it by date. */
export type Judged = Result & {
	readonly flagsOn: ReadonlyMap<DayKey, readonly HoursFlag[]>;
};

const WORST = { error: 0, violation: 1, warn: 2, advice: 3, info: 4 } as const;

/**
 * Judges a person's hours. Logged entries count as they stand; days of the board that are still to come count as
 * planned, from own call to own wrap with the meal between, so that a limit the plan will break is known before.
 */
export function judgeHours(judging: Judging): Judged {
	const { person, production, days, calls, deal = null, today } = judging;
	const logged = [...days].flatMap(({ standings }) =>
		standings.flatMap(({ entry }) => engineEntry(entry) ?? [])
	);
	const dates = new Set(logged.map(({ date }) => date));
	const planned = calls
		.filter(({ date, callAt, wrapAt }) => date >= today && !dates.has(date) && wrapAt > callAt)
		.map((call): Json => plannedEntry(call, person.id));
	const [rules, ...later] = datedRules(judging, person);
	const result = assessHours({
		entries: [...(logged as unknown as Json[]), ...planned],
		ruleSet: rules!.rules,
		later: later.flatMap(({ from, rules }) => (from ? [{ from, ruleSet: rules }] : [])),
		zone: production.zone,
		today,
		person: {
			id: person.id,
			contract: {
				contractedMin: person.contractMinutes ?? production.contractMinutes,
				optOut48: person.optOut48,
				role: person.minor ? 'minor' : person.department === 'cast' ? 'performer' : 'crew',
				...(person.department === 'camera' ? { activity: 'camera' } : {}),
				...deal
			},
			minor: person.minor
				? {
						...(person.latestWrapAt === null ? {} : { latestWrap: formatClock(person.latestWrapAt) }),
						...(person.onSetMinutes === null ? {} : { hoursOnSet: person.onSetMinutes / 60 })
					}
				: null
		}
	});
	const flagsOn = new Map<DayKey, HoursFlag[]>();
	for (const flag of result.flags) {
		const list = flagsOn.get(flag.date);
		if (list) list.push(flag);
		else flagsOn.set(flag.date, [flag]);
	}
	for (const list of flagsOn.values()) list.sort((a, b) => WORST[a.severity] - WORST[b.severity]);
	return { ...result, flagsOn };
}

/** A day of the board as an entry of the plan. */
export function plannedEntry({ date, callAt, wrapAt, meals }: CallOfDay, person: string): Json {
	const [start, end] = [onTheWall(callAt), onTheWall(wrapAt)];
	return {
		id: `planned ${date}`,
		person,
		type: 'work',
		status: 'planned',
		date: addDays(date, start.daysLater),
		start: start.clock,
		end: end.clock,
		endDate: addDays(date, end.daysLater),
		breaks: meals.map(({ from, to }) => ({
			start: onTheWall(from).clock,
			end: onTheWall(to).clock,
			paid: false,
			kind: 'meal'
		}))
	};
}
