import { changeRow } from '#lib/doc/commands/change-row.ts';
import {
	addTask,
	addUsualTasks,
	decideGate,
	freezeBaseline,
	keepTried,
	linkTasks,
	removeTask,
	unlinkTasks
} from '#lib/doc/commands/timeline.ts';
import { newId } from '#lib/doc/id.ts';
import { addDays } from '#lib/domain/calendar/day-key.ts';
import type { SceneId } from '#lib/domain/ids.ts';
import { sceneOfWork } from '#lib/domain/launch/compression/work-left.ts';
import { movedTask } from '#lib/domain/launch/timeline/move-task.ts';
import { promisedLaunch } from '#lib/domain/launch/timeline/of-plan.ts';
import { usualTasks } from '#lib/domain/launch/templates/usual-tasks.ts';
import type { OpenProduction } from '#lib/live/production.svelte.ts';
import { did } from '#lib/ui/did.ts';
import type { LaunchActs } from '#lib/ui/launch/types.ts';
import type { MoneyActs } from '#lib/ui/money/types.ts';
import { text } from '#lib/ui/text/index.svelte.ts';
import { toasts } from '#lib/ui/toast.svelte.ts';
import type { LaunchHere } from './launch-here.svelte.ts';
import { authorHere } from './request-acts.ts';

/** What the Launch page does, each one step of undo; what is kept of a try may be two, taken back together. */
export function launchActs(
	production: OpenProduction,
	here: LaunchHere,
	money: Pick<MoneyActs, 'setTotal' | 'undo'>
): LaunchActs {
	const plan = production.plan.document;
	const undo = (): void => {
		const step = production.plan.undo();
		// Viewers are told of dates by the production's own change: an undone one has to be told too.
		if (step?.name === 'change-productions') {
			const { launchesOn = null } = production.plan.production ?? {};
			void production.change({ launchesOn });
		}
		if (step) toasts.say(text.here.undone(did(step.name, step.count)));
	};
	return {
		move: (move) => {
			const now = here.planned.plan;
			const moved = now && movedTask(now, here.options, move);
			if (moved?.kind === 'launch') void production.change({ launchesOn: moved.launchesOn });
			else if (moved) changeRow(plan, 'tasks', move.id, moved.values);
		},
		changeTask: (id, values) => void changeRow(plan, 'tasks', id, values),
		addTask: (name) => addTask(plan, { name }),
		removeTask: (id) => void removeTask(plan, id, Date.now()),
		link: (from, to, values) => linkTasks(plan, from, to, values),
		unlink: (id) => void unlinkTasks(plan, id, Date.now()),
		decide: (id, values) => decideGate(plan, id, values),
		changeGate: (id, values) => void changeRow(plan, 'gates', id, values),
		fill: () => {
			const now = here.planned.plan;
			if (now)
				addUsualTasks(
					plan,
					usualTasks(now, here.options.board?.dates ?? [], here.today, here.budgetFen, newId)
				);
		},
		freeze: () => {
			const timeline = here.view?.timeline;
			if (timeline) freezeBaseline(plan, timeline.tasks, { on: here.today, by: here.by });
		},
		try: (tried) => here.try(tried),
		keep: (tried) => {
			const now = here.planned.plan;
			const loosest = here.view?.reckoned?.loosest ?? [];
			if (!now) return;
			const promised = promisedLaunch(now);
			const scenes = loosest.slice(0, tried.fewer).map((id) => sceneOfWork(id) as SceneId);
			const requestIds = [...tried.refused];
			if (tried.later !== 0 && promised)
				void production.change({ launchesOn: addDays(promised, tried.later) });
			keepTried(
				plan,
				{ sceneIds: [...new Set(scenes)], requestIds },
				here.today,
				authorHere(production),
				text.launch.whatIf.title
			);
			const hasMoney = tried.moreCents !== 0 && here.total !== null;
			if (hasMoney) money.setTotal(Math.max(0, (here.total ?? 0) + tried.moreCents));
			here.try(null);
			const steps =
				Number(tried.later !== 0 && promised !== null) + Number(scenes.length + requestIds.length > 0);
			toasts.say(text.launch.whatIf.kept, {
				label: text.common.undo,
				run: () => {
					if (hasMoney) money.undo();
					for (let n = 0; n < steps; n++) undo();
				}
			});
		},
		undo
	};
}
