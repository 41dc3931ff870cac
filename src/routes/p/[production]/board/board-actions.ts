import { addBanner, addScene, removeBanner } from '#lib/doc/commands/add-scene.ts';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import { markPartial, markStrips } from '#lib/doc/commands/mark-strip.ts';
import { moveStrips } from '#lib/doc/commands/move-strips.ts';
import { setNamed } from '#lib/doc/commands/set-place.ts';
import { addShootDay, removeShootDay } from '#lib/doc/commands/shoot-days.ts';
import { perform } from '#lib/doc/command.ts';
import { productionOf, type PlanDocument } from '#lib/doc/plan-document.ts';
import { addDays, type DayKey } from '#lib/domain/calendar/day-key.ts';
import { workdaysFrom } from '#lib/domain/calendar/workdays.ts';
import { shootDates } from '#lib/domain/schedule/shoot-dates.ts';
import type { LivePlan } from '#lib/live/plan.svelte.ts';
import type { BoardActions } from '#lib/ui/board/types.ts';

/** The next working days after a date that no shoot day has yet. */
function freeDates(plan: PlanDocument, after: DayKey, count: number): DayKey[] {
	const taken = new Set([...plan.tables.days.rows().values()].map(({ date }) => date));
	const rest = productionOf(plan)?.restWeekdays ?? [];
	return workdaysFrom(addDays(after, 1), taken.size + count, rest)
		.filter((date) => !taken.has(date))
		.slice(0, count);
}

/** The board's acts as commands on a plan, each one step of undo. */
export function boardActions(live: LivePlan): BoardActions {
	const plan = live.document;
	return {
		move: (ids, to) => moveStrips(plan, ids, to),
		mark: (ids, status) => markStrips(plan, ids, status),
		partial: (id, left) => void markPartial(plan, id, left),
		changeScene: (id, values) => void changeRow(plan, 'scenes', id, values),
		changeStrip: (id, values) => void changeRow(plan, 'strips', id, values),
		nameSet: (id, name) =>
			perform(plan, 'change-scenes', 1, () => {
				changeRow(plan, 'scenes', id, { setId: name === '' ? null : setNamed(plan, name) });
			}),
		changeDay: (id, values) => void changeRow(plan, 'days', id, values),
		addDays: (count, after) => {
			const production = productionOf(plan);
			const first = plan.tables.days.rows().size === 0;
			const dates = after
				? freeDates(plan, after, count)
				: first && production
					? shootDates(production, count)
					: [];
			perform(plan, 'add-shoot-day', count, () => {
				for (let i = 0; i < count; i++) addShootDay(plan, dates[i] ?? null);
			});
		},
		removeDay: (id) => removeShootDay(plan, id, Date.now()),
		addScene: (dayId) => addScene(plan, {}, dayId).stripId,
		addBanner: (dayId, kind, words) => {
			const production = productionOf(plan);
			const minutes =
				kind === 'move' ? production?.moveMinutes : kind === 'meal' ? production?.mealMinutes : 0;
			return perform(plan, 'add-banner', 1, () => {
				const id = addBanner(plan, dayId, words, minutes ?? 0);
				changeRow(plan, 'strips', id, { bannerKind: kind });
				return id;
			});
		},
		removeBanner: (id) => void removeBanner(plan, id, Date.now()),
		undo: () => live.undo(),
		redo: () => live.redo()
	};
}
