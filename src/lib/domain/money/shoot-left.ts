/** The shoot still to come, as compression takes it, with the deals of those called (compression.md 2 and 3). */
import { addDays, type DayKey } from '../calendar/day-key.ts';
import type { Minutes } from '../calendar/duration.ts';
import { workdaysFrom } from '../calendar/workdays.ts';
import type { Deal } from '../hours/deal.ts';
import { rulesFor } from '../hours/own-rules/index.ts';
import type { PersonId } from '../ids.ts';
import { MOST_DAYS } from '../launch/compression/levelled.ts';
import { paceOf } from '../launch/compression/work-left.ts';
import type { CalledPerson, CompressionInput, WorkScene } from '../launch/compression/types.ts';
import type { Called } from '../schedule/calls.ts';
import type { Board } from '../schedule/columns.ts';
import { estimate, wasShot } from '../schedule/estimate.ts';
import type { Plan } from '../schedule/plan.ts';
import type { DaySummary } from '../schedule/summarise-day.ts';
import type { Paid } from './day-cost.ts';
import { dayRateOf } from './day-rate.ts';

type DealOf = (personId: PersonId) => Deal | null;

export type ShootLeft = {
	/** shoot dates worked, in order: earlier than `asOf`, or wrapped */
	readonly worked: readonly DayKey[];
	/** shoot dates the board still has */
	readonly planned: readonly DayKey[];
	/** who is called on a shoot date */
	readonly calledOn: (date: DayKey) => readonly Paid[];
	/** everyone called on the days left, with how many of them */
	readonly input: Omit<CompressionInput, 'budget'>;
	/** a usual day's call: everyone who is called on at least half of the days left */
	readonly heads: number;
};

type Dated = DaySummary & { readonly date: DayKey };

/**
 * @param asOf today in the production's zone: a day not wrapped by then counts as left
 */
export function shootLeft(plan: Plan, board: Board, dealOf: DealOf, asOf: DayKey): ShootLeft {
	const { production, people } = plan;
	const contractedOf = (id: PersonId): Minutes =>
		people.get(id)?.contractMinutes ?? production.contractMinutes;
	const days = board.summaries.filter((day): day is Dated => day.date !== null);
	const isPast = ({ date, wrapped }: Dated): boolean => date < asOf || wrapped;
	const withPeople = days.filter(({ called }) => called.length > 0);
	const [past, ahead] = [withPeople.filter(isPast), withPeople.filter((day) => !isPast(day))];
	const worked = datesOf(past);
	const planned = datesOf(ahead).filter((date) => !worked.includes(date));

	const from = [asOf, production.shootsOn ?? asOf, worked.length ? addDays(worked.at(-1)!, 1) : asOf].reduce(
		(latest, date) => (date > latest ? date : latest)
	);

	const paid = (one: Called): Paid => ({
		personId: one.personId,
		isCast: !one.crew,
		rate: one.personId && dayRateOf(dealOf(one.personId), contractedOf(one.personId))
	});
	const calledOn = (date: DayKey): Paid[] => {
		const seen = new Map<string, Paid>();
		for (const day of days) {
			if (day.date !== date) continue;
			for (const one of day.called) if (!seen.has(one.who)) seen.set(one.who, paid(one));
		}
		return [...seen.values()];
	};

	// Once the board has no day left, whoever worked is who the next day would need.
	const model = ahead.length > 0 ? ahead : past;
	const modelDates = datesOf(model);
	const counts = new Map<string, { one: Called; dates: Set<DayKey> }>();
	for (const { date, called } of model)
		for (const one of called) {
			const known = counts.get(one.who);
			if (known) known.dates.add(date);
			else counts.set(one.who, { one, dates: new Set([date]) });
		}
	const called: CalledPerson[] = [...counts].map(([id, { one, dates }]) => {
		const contractedMinutes = one.personId ? contractedOf(one.personId) : production.contractMinutes;
		const rules = rulesFor(plan, (one.personId && people.get(one.personId)) ?? null, from).rules;
		const deal = one.personId ? dealOf(one.personId) : null;
		const dayCents = dayRateOf(deal, contractedMinutes);
		return {
			id,
			called: dates.size,
			ofDays: modelDates.length,
			contractedMinutes,
			rules,
			deal:
				deal && dayCents !== null ? { dayCents, contractedMinutes, paysOvertime: deal.paysOvertime } : null
		};
	});
	const everyone = [...people.values()].filter(({ department }) => department !== 'cast');
	const fallback = everyone.map((person): CalledPerson => {
		const { id } = person;
		const contractedMinutes = contractedOf(id);
		const deal = dealOf(id);
		const dayCents = dayRateOf(deal, contractedMinutes);
		return {
			id,
			called: 1,
			ofDays: 1,
			contractedMinutes,
			rules: rulesFor(plan, person, from).rules,
			deal:
				deal && dayCents !== null ? { dayCents, contractedMinutes, paysOvertime: deal.paysOvertime } : null
		};
	});
	const crew = called.length > 0 ? called : fallback;
	return {
		worked,
		planned,
		calledOn,
		heads: crew.filter((one) => one.called * 2 >= one.ofDays).length,
		input: {
			zone: production.zone,
			ruleSet: rulesFor(plan, null, from).rules,
			dates: datesLeft(from, planned, production.restWeekdays),
			scenes: scenesLeft(plan),
			pace: paceOf(plan),
			day: {
				callAt: production.callAt,
				overheadMinutes: overheadOf(model, production),
				mealMinutes: production.mealMinutes
			},
			people: crew,
			window: [{ late: [], days: MOST_DAYS }]
		}
	};
}

const datesOf = (days: readonly Dated[]): DayKey[] => [...new Set(days.map(({ date }) => date))].sort();

/** The board's own dates first, then every working day after the last of them. */
function datesLeft(from: DayKey, planned: readonly DayKey[], rest: readonly number[]): DayKey[] {
	const last = planned.at(-1);
	const after = last === undefined || last < from ? from : addDays(last, 1);
	return [...planned, ...workdaysFrom(after, MOST_DAYS, rest)].slice(0, MOST_DAYS);
}

/** Scene strips nobody has shot, on days and in the boneyard, before pace. */
function scenesLeft({ strips, scenes, production, requests }: Plan): WorkScene[] {
	return [...strips.values()].flatMap((strip): WorkScene[] => {
		const scene = strip.sceneId ? scenes.get(strip.sceneId) : undefined;
		if (strip.kind !== 'scene' || !scene || scene.omitted || strip.status === 'dropped' || wasShot(strip))
			return [];
		const request = scene.requestId ? requests.get(scene.requestId) : undefined;
		const from = request && request.from !== 'us' ? request.from : null;
		return [{ id: strip.id, minutes: estimate(strip, scene, production).minutes, from }];
	});
}

/** Worked minutes of a day that shoot nothing: line-up, moves, changes of set, wrap; the mean of the board's days. */
function overheadOf(days: readonly Dated[], production: Plan['production']): Minutes {
	const shooting = days.filter(({ estimatedMinutes, wrapped }) => estimatedMinutes > 0 && !wrapped);
	if (shooting.length === 0) return production.firstShotMinutes + production.wrapMinutes;
	const sum = shooting.reduce(
		(all, { workedMinutes, estimatedMinutes }) => all + Math.max(0, workedMinutes - estimatedMinutes),
		0
	);
	return Math.round(sum / shooting.length);
}
