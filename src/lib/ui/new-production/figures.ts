import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { Minutes } from '#lib/domain/calendar/duration.ts';
import { boardOf } from '#lib/domain/schedule/columns.ts';
import { emptyPlan, type Plan } from '#lib/domain/schedule/plan.ts';
import { daysNeeded } from '#lib/domain/schedule/shoot-dates.ts';

type DayFigures = {
	readonly date: DayKey;
	readonly worked: Minutes;
	readonly regular: Minutes;
	readonly over: Minutes;
	readonly beyond: Minutes;
	readonly scenes: number;
};

/** What a first schedule comes to: the figures of its sentence and of its row of days. */
export type ScheduleFigures = {
	readonly days: readonly DayFigures[];
	readonly first: DayKey;
	readonly last: DayKey;
	/** mean and longest of the days that have a scene */
	readonly mean: Minutes;
	readonly longest: Minutes;
	readonly agreed: Minutes;
	readonly limit: Minutes;
	readonly overAgreed: number;
	readonly overLimit: number;
	readonly empty: number;
	/** scenes to shoot that fit on no day */
	readonly boneyard: number;
	/** days the scenes need at least within the agreed day, moves not counted */
	readonly needed: number;
};

/** Reckons a plan that isn't written yet. Null without a shoot day. */
export function figuresOf(parts: Pick<Plan, 'production'> & Partial<Plan>): ScheduleFigures | null {
	const plan: Plan = { ...emptyPlan(parts.production), ...parts };
	const { production } = plan;
	const board = boardOf(plan);
	const days = board.summaries.flatMap((day) =>
		day.date === null
			? []
			: [
					{
						date: day.date,
						worked: day.workedMinutes,
						regular: day.regularMinutes,
						over: day.overtimeMinutes,
						beyond: day.beyondMinutes,
						scenes: day.sceneCount
					}
				]
	);
	const [first, last] = [days[0], days.at(-1)];
	if (!first || !last) return null;
	const used = days.filter((day) => day.scenes > 0);
	return {
		days,
		first: first.date,
		last: last.date,
		mean: used.length > 0 ? Math.round(used.reduce((sum, day) => sum + day.worked, 0) / used.length) : 0,
		longest: Math.max(0, ...days.map((day) => day.worked)),
		agreed: production.contractMinutes,
		limit: Math.max(production.longestMinutes, production.contractMinutes),
		overAgreed: days.filter((day) => day.over > 0).length,
		overLimit: days.filter((day) => day.beyond > 0).length,
		empty: days.length - used.length,
		boneyard: board.boneyard.filter(
			(strip) => strip.sceneId !== null && !plan.scenes.get(strip.sceneId)?.omitted
		).length,
		needed: daysNeeded(plan.scenes.values(), production)
	};
}
