import { addBanner, addScene, removeBanner } from '#lib/doc/commands/add-scene.ts';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import { markPartial, markStrips } from '#lib/doc/commands/mark-strip.ts';
import { moveStrips } from '#lib/doc/commands/move-strips.ts';
import { addShootDays, removeShootDay } from '#lib/doc/commands/shoot-days.ts';
import type { LivePlan } from '#lib/live/plan.svelte.ts';
import { breakdownActions } from '../breakdown-actions.ts';
import type { BoardActions } from '#lib/ui/board/types.ts';

/** The board's acts as commands on a plan, each one step of undo. */
export function boardActions(live: LivePlan): BoardActions {
	const plan = live.document;
	return {
		move: (ids, to) => moveStrips(plan, ids, to),
		mark: (ids, status) => markStrips(plan, ids, status),
		partial: (id, left) => void markPartial(plan, id, left),
		breakdown: breakdownActions(live),
		changeStrip: (id, values) => void changeRow(plan, 'strips', id, values),
		changeDay: (id, values) => void changeRow(plan, 'days', id, values),
		addDays: (count, after) => void addShootDays(plan, count, after),
		removeDay: (id) => removeShootDay(plan, id, Date.now()),
		addScene: (dayId) => addScene(plan, {}, dayId).stripId,
		addBanner: (dayId, kind, words) => addBanner(plan, dayId, kind, words),
		removeBanner: (id) => void removeBanner(plan, id, Date.now()),
		undo: () => live.undo(),
		redo: () => live.redo()
	};
}
