import type { Minutes } from '../../calendar/duration.ts';
import type { ShootDayId } from '../../ids.ts';
import { boardOf } from '../columns.ts';
import { estimate, wasShot } from '../estimate.ts';
import type { Plan } from '../plan.ts';
import type { Scene } from '../records.ts';
import { isIdle } from '../timeline.ts';
import type { ImportRows } from './rows.ts';

/** What an import does to the schedule. Figures are differences, after less before. */
export type Effect = {
	readonly eighths: number;
	/** minutes of shooting still to be done */
	readonly minutes: Minutes;
	/** strips that leave a day for the boneyard, and new ones there */
	readonly leaving: number;
	readonly waiting: number;
	/** days that get longer or shorter, in order */
	readonly days: readonly { readonly dayId: ShootDayId; readonly before: Minutes; readonly after: Minutes }[];
};

/** The plan with an import's rows laid over it. */
export function planWith(plan: Plan, { add, set }: ImportRows): Plan {
	const over = <R extends { readonly id: string }>(
		rows: ReadonlyMap<R['id'], R>,
		added: readonly R[],
		changed: ReadonlyMap<R['id'], Partial<R>> = new Map()
	): ReadonlyMap<R['id'], R> => {
		const laid = new Map(rows);
		for (const row of added) laid.set(row.id, row);
		for (const [id, values] of changed) {
			const row = laid.get(id);
			if (row) laid.set(id, { ...row, ...values });
		}
		return laid;
	};
	return {
		...plan,
		requests: over(plan.requests, add.requests),
		episodes: over(plan.episodes, add.episodes, set.episodes),
		locations: over(plan.locations, add.locations),
		sets: over(plan.sets, add.sets),
		characters: over(plan.characters, add.characters, set.characters),
		elements: over(plan.elements, add.elements),
		scenes: over(plan.scenes, add.scenes, set.scenes),
		strips: over(plan.strips, add.strips, set.strips),
		imports: over(plan.imports, add.imports),
		sceneChanges: over(plan.sceneChanges, add.sceneChanges)
	};
}

/** Reckons the schedule before and after. */
export function effectOf(plan: Plan, rows: ImportRows): Effect {
	const next = planWith(plan, rows);
	const [before, after] = [boardOf(plan).summaries, boardOf(next).summaries];
	const worked = new Map(before.map((day) => [day.dayId, day.workedMinutes]));
	return {
		eighths: pages(next) - pages(plan),
		minutes: left(next) - left(plan),
		leaving: rows.set.strips.size,
		waiting: rows.add.strips.length,
		days: after.flatMap((day) => {
			const was = worked.get(day.dayId) ?? 0;
			return was === day.workedMinutes ? [] : [{ dayId: day.dayId, before: was, after: day.workedMinutes }];
		})
	};
}

const pages = (plan: Plan): number =>
	[...plan.scenes.values()].reduce((sum, scene: Scene) => sum + (scene.omitted ? 0 : scene.eighths), 0);

function left(plan: Plan): Minutes {
	let minutes = 0;
	for (const strip of plan.strips.values()) {
		const scene = strip.sceneId ? plan.scenes.get(strip.sceneId) : undefined;
		if (strip.kind === 'scene' && !wasShot(strip) && !isIdle(strip, scene))
			minutes += estimate(strip, scene, plan.production).minutes;
	}
	return minutes;
}
