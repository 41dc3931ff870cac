import type { Minutes } from '../calendar/duration.ts';
import type { CharacterId, LocationId, ShootDayId, StripId } from '../ids.ts';
import type { Column } from './columns.ts';
import type { Lookups } from './lookups.ts';
import type { Finding } from '../finding.ts';
import type { Night } from './nights.ts';
import { previewMove } from './preview-move.ts';
import type { Reach } from './reach.ts';
import type { Strip } from './records.ts';
import type { DaySummary } from './summarise-day.ts';

/** A day the strips could move to, with the reasons for its rank as figures. */
export type RankedDay = {
	readonly dayId: ShootDayId;
	/** where in the day's list (without the strips that move) they fit best: behind the same set, the same location, else last */
	readonly index: number;
	/** strips that move whose location is already on that day, of those whose location is known */
	readonly sameLocation: number;
	readonly locationsKnown: number;
	/** characters needed that are already called, of all needed */
	readonly castCalled: number;
	readonly castNeeded: number;
	/** what the day becomes longer by, and what everybody's overtime (to the longest day, beyond it) grows by, over all days that change */
	readonly moreMinutes: Minutes;
	readonly moreOvertime: Minutes;
	readonly moreBeyond: Minutes;
	readonly moreUnderRest: number;
	/** who or what couldn't be had, or would be in the dark, and can or isn't now */
	readonly newFindings: readonly Finding[];
	/** the figure days are ranked by, in minutes' worth of trouble: less is better */
	readonly trouble: number;
};

export type RankInput = {
	readonly lookups: Lookups;
	readonly reach?: Reach;
	readonly columns: readonly Column[];
	readonly boneyard: readonly Strip[];
	readonly summaries: readonly DaySummary[];
	readonly nights: readonly Night[];
	readonly moving: ReadonlySet<StripId>;
};

/**
 * Weights, working defaults (unsourced): a minute beyond the longest day weighs six minutes of overtime, a person
 * under rest an hour, a person to be called an extra half hour, a strip at a location not on that day 45 minutes; somebody or a
 * place that can't be had that day weighs ten hours, what needs a look one.
 */
const WEIGHT = { beyond: 6, underRest: 60, callOne: 30, otherLocation: 45, bad: 600, warn: 60 } as const;

/**
 * The days for "Move to day…", best first. Days that are wrapped aren't offered, nor a day that holds all the
 * strips already. Days in equal trouble stand in order of date.
 */
export function rankDays(input: RankInput): RankedDay[] {
	const { lookups, columns, summaries, moving } = input;
	const moved = [input.boneyard, ...columns.map((column) => column.strips)]
		.flat()
		.filter((strip) => moving.has(strip.id));
	const locations = moved.map((strip) => locationOf(strip, lookups));
	const cast = new Set(moved.flatMap((strip) => castOf(strip, lookups)));
	const ranked: RankedDay[] = [];
	columns.forEach((column, i) => {
		const summary = summaries[i];
		if (!summary || summary.wrapped) return;
		if (moved.length > 0 && moved.every((strip) => strip.place.dayId === column.day.id)) return;
		const stay = column.strips.filter((strip) => !moving.has(strip.id));
		const there = new Set(
			stay.filter((strip) => strip.status !== 'dropped').map((s) => locationOf(s, lookups))
		);
		const called = new Set(stay.filter((s) => s.status !== 'dropped').flatMap((s) => castOf(s, lookups)));
		const index = bestIndex(stay, moved, lookups);
		const preview = previewMove({ ...input, to: { dayId: column.day.id, index } });
		const own = preview.differences.get(column.day.id);
		const all = [...preview.differences.values()];
		const moreOvertime = all.reduce((sum, one) => sum + one.overtimeMinutes, 0);
		const moreBeyond = all.reduce((sum, one) => sum + one.beyondMinutes, 0);
		const known = locations.filter((location) => location !== null);
		const sameLocation = known.filter((location) => there.has(location)).length;
		const castCalled = [...cast].filter((id) => called.has(id)).length;
		ranked.push({
			dayId: column.day.id,
			index,
			sameLocation,
			locationsKnown: known.length,
			castCalled,
			castNeeded: cast.size,
			moreMinutes: own?.workedMinutes ?? 0,
			moreOvertime,
			moreBeyond,
			moreUnderRest: preview.moreUnderRest,
			newFindings: preview.newFindings,
			trouble:
				moreOvertime +
				WEIGHT.beyond * moreBeyond +
				WEIGHT.underRest * preview.moreUnderRest +
				WEIGHT.callOne * (cast.size - castCalled) +
				WEIGHT.otherLocation * (known.length - sameLocation) +
				preview.newFindings.reduce(
					(sum, { severity }) => sum + (severity === 'bad' ? WEIGHT.bad : WEIGHT.warn),
					0
				)
		});
	});
	return ranked.sort((a, b) => a.trouble - b.trouble);
}

const setOf = (strip: Strip, { scene }: Lookups) =>
	strip.sceneId === null ? null : (scene(strip.sceneId)?.setId ?? null);

const locationOf = (strip: Strip, lookups: Lookups): LocationId | null => {
	const setId = setOf(strip, lookups);
	return setId === null ? null : (lookups.set(setId)?.locationId ?? null);
};

const castOf = (strip: Strip, { scene }: Lookups): readonly CharacterId[] =>
	strip.sceneId === null ? [] : (scene(strip.sceneId)?.castIds ?? []);

/** Behind the last strip of the same set, else of the same location, else at the end. */
function bestIndex(stay: readonly Strip[], moved: readonly Strip[], lookups: Lookups): number {
	const first = moved[0];
	if (!first) return stay.length;
	const set = setOf(first, lookups);
	const location = locationOf(first, lookups);
	const behindSet = stay.findLastIndex((strip) => set !== null && setOf(strip, lookups) === set);
	if (behindSet >= 0) return behindSet + 1;
	const behind = stay.findLastIndex((strip) => location !== null && locationOf(strip, lookups) === location);
	return behind >= 0 ? behind + 1 : stay.length;
}
