import type { Minutes } from '../calendar/duration.ts';
import type { CharacterId, PersonId, ShootDayId, StripId } from '../ids.ts';
import type { Column } from './columns.ts';
import type { Lookups } from './lookups.ts';
import type { Finding } from '../finding.ts';
import { nights, type Night } from './nights.ts';
import type { Reach } from './reach.ts';
import type { Strip } from './records.ts';
import { dayFindings } from './rules/day-rules.ts';
import { summariseDay, type DaySummary } from './summarise-day.ts';

export type MoveInput = {
	readonly lookups: Lookups;
	/** when people and places can be had; without it nothing is said of that */
	readonly reach?: Reach;
	/** all columns as they are, in order of date */
	readonly columns: readonly Column[];
	readonly boneyard: readonly Strip[];
	/** the columns' summaries as they are, in the same order */
	readonly summaries: readonly DaySummary[];
	/** the nights as they are; reckoned when not given */
	readonly nights?: readonly Night[];
	readonly moving: ReadonlySet<StripId>;
	/** day null: the boneyard. The index counts in the target list without the strips that move. */
	readonly to: { readonly dayId: ShootDayId | null; readonly index: number };
};

/** What a day would be less what it is. */
export type DayDifference = {
	readonly dayId: ShootDayId;
	readonly workedMinutes: Minutes;
	readonly wrapMinutes: Minutes;
	readonly overtimeMinutes: Minutes;
	readonly beyondMinutes: Minutes;
	readonly eighths: number;
	readonly companyMoves: number;
};

export type MovePreview = {
	/** the days that change, as they would be */
	readonly summaries: ReadonlyMap<ShootDayId, DaySummary>;
	/** the nights next to these days, as they would be */
	readonly nights: readonly Night[];
	readonly differences: ReadonlyMap<ShootDayId, DayDifference>;
	/** people who would rest too little in one of these nights, less those who do now */
	readonly moreUnderRest: number;
	/** what the rules about one day (S10–S13) would say of the target that they don't say now */
	readonly newFindings: readonly Finding[];
};

/**
 * What dropping these strips there would do, for the outline drawn during a drag (ux.md, "Check before the
 * move"). Reckons again only the days that change. Strips that move keep their order among themselves: boneyard
 * first, then day by day. Locked strips stay, as they do when the move is made.
 */
export function previewMove(input: MoveInput): MovePreview {
	const { lookups, columns, boneyard, moving, to } = input;
	const moves = (strip: Strip): boolean => moving.has(strip.id) && !strip.locked;
	const moved = [boneyard, ...columns.map((column) => column.strips)].flatMap((strips) =>
		strips.filter(moves)
	);
	const changed = new Map<ShootDayId, DaySummary>();
	let newFindings: readonly Finding[] = [];
	for (const [i, column] of columns.entries()) {
		const isTarget = column.day.id === to.dayId;
		const rest = column.strips.filter((strip) => !moves(strip));
		if (!isTarget && rest.length === column.strips.length) continue;
		const strips = isTarget ? rest.toSpliced(Math.min(to.index, rest.length), 0, ...moved) : rest;
		const summary = summariseDay({ ...lookups, day: column.day, strips });
		changed.set(column.day.id, summary);
		const was = input.summaries[i];
		if (isTarget && input.reach && was)
			newFindings = newIn(
				dayFindings({ summary: was, strips: column.strips, lookups, reach: input.reach }),
				dayFindings({ summary, strips, lookups, reach: input.reach })
			);
	}
	const after = input.summaries.map((summary) => changed.get(summary.dayId) ?? summary);
	const dates = new Set([...changed.values()].map((summary) => summary.date));
	const touched = (night: Night): boolean => dates.has(night.fromDate) || dates.has(night.toDate);
	const nightsAfter = nights(after, lookups.restOf).filter(touched);
	const nightsBefore = (input.nights ?? nights(input.summaries, lookups.restOf)).filter(touched);
	return {
		summaries: changed,
		nights: nightsAfter,
		differences: differences(input.summaries, changed),
		moreUnderRest: shortOf(nightsAfter).size - shortOf(nightsBefore).size,
		newFindings
	};
}

/** Findings that weren't there before, or that hit strips they didn't hit. */
function newIn(before: readonly Finding[], after: readonly Finding[]): Finding[] {
	const keyOf = ({ rule, about }: Finding): string => rule + Object.values(about).join();
	const known = new Map(before.map((finding) => [keyOf(finding), finding]));
	return after.filter((finding) => {
		const was = known.get(keyOf(finding));
		return !was || (finding.strips ?? []).some((id) => !was.strips?.includes(id));
	});
}

const shortOf = (those: readonly Night[]): Set<PersonId | CharacterId> =>
	new Set(those.flatMap((night) => night.short.map((one) => one.who)));

function differences(
	before: readonly DaySummary[],
	changed: ReadonlyMap<ShootDayId, DaySummary>
): Map<ShootDayId, DayDifference> {
	const found = new Map<ShootDayId, DayDifference>();
	for (const was of before) {
		const is = changed.get(was.dayId);
		if (!is) continue;
		found.set(was.dayId, {
			dayId: was.dayId,
			workedMinutes: is.workedMinutes - was.workedMinutes,
			wrapMinutes: is.wrapAt - was.wrapAt,
			overtimeMinutes: is.overtimeMinutes - was.overtimeMinutes,
			beyondMinutes: is.beyondMinutes - was.beyondMinutes,
			eighths: is.eighths - was.eighths,
			companyMoves: is.companyMoves - was.companyMoves
		});
	}
	return found;
}
