/** How long the pure schedule takes. Each value is the median of several runs after a warm-up. */
import { day } from '#lib/domain/calendar/day-key.ts';
import { workdaysFrom } from '#lib/domain/calendar/workdays.ts';
import type { SceneId } from '#lib/domain/ids.ts';
import { keysBetween } from '#lib/domain/order-key.ts';
import { boardOf } from '#lib/domain/schedule/columns.ts';
import { conflicts } from '#lib/domain/schedule/conflicts.ts';
import { firstSchedule } from '#lib/domain/schedule/first-schedule.ts';
import { lookupsOf } from '#lib/domain/schedule/lookups.ts';
import { byId } from '#lib/domain/schedule/new-rows.ts';
import type { Plan } from '#lib/domain/schedule/plan.ts';
import { previewMove } from '#lib/domain/schedule/preview-move.ts';
import { summariseDay } from '#lib/domain/schedule/summarise-day.ts';
import { buildDemo, demoPlan } from '#lib/demo/index.ts';

export type Measured = { name: string; value: number; unit: string; note?: string };

const TODAY = day('2026-11-22');

function median(runs: number, act: () => void): number {
	for (let i = 0; i < Math.min(runs, 5); i++) act();
	const times = Array.from({ length: runs }, () => {
		const before = performance.now();
		act();
		return performance.now() - before;
	}).sort((a, b) => a - b);
	return Number((times[Math.floor(runs / 2)] ?? 0).toFixed(3));
}

/** The demo's scenes, repeated until there are `count`, laid over `days` dates. */
function planWith(count: number, days: number): { plan: Plan; lay: () => void } {
	const demo = demoPlan('B', 1, TODAY);
	const scenes = [...demo.scenes.values()];
	const orders = keysBetween(null, null, count);
	const many = Array.from({ length: count }, (_, i) => ({
		...scenes[i % scenes.length]!,
		id: `scene-${i}` as SceneId,
		order: orders[i]!
	}));
	const production = { ...demo.production, longestMinutes: 1440 };
	const dates = workdaysFrom(TODAY, days, []);
	const make = () => {
		let n = 0;
		const makeId = <I extends string>() => `made-${n++}` as I;
		return firstSchedule({ scenes: many, sets: demo.sets, production, dates, makeId });
	};
	const laid = make();
	const plan = {
		...demo,
		scenes: byId(many),
		days: byId(laid.days),
		strips: byId(laid.strips)
	};
	return { plan, lay: make };
}

export async function bench(): Promise<Measured[]> {
	const crew = planWith(400, 10);
	const five = planWith(2000, 31);
	const board = boardOf(crew.plan);
	const lookups = lookupsOf(crew.plan);
	const [from, to] = [board.columns[2]!, board.columns[5]!];
	const moving = new Set(from.strips.slice(3, 9).map((strip) => strip.id));
	const previewed = (): void => {
		previewMove({ ...board, lookups, moving, to: { dayId: to.day.id, index: 20 } });
	};
	const demo = (): void => {
		buildDemo({
			which: 'B',
			seed: 1,
			today: TODAY,
			productionId: 'bench_production_00001',
			guestName: 'Guest'
		});
	};
	return [
		{ name: 'first schedule, 400 scenes', value: median(15, crew.lay), unit: 'ms', note: '10 days' },
		{ name: 'first schedule, 2,000 scenes', value: median(7, five.lay), unit: 'ms', note: '31 days' },
		{
			name: 'one day',
			value: median(200, () => summariseDay({ ...lookups, ...from })),
			unit: 'ms',
			note: `${from.strips.length} strips, ${crew.plan.people.size} people`
		},
		{
			name: 'a move shown before the drop',
			value: median(200, previewed),
			unit: 'ms',
			note: `6 strips between days of ${from.strips.length} and ${to.strips.length}; aim under 1`
		},
		{ name: 'whole board, 2,000 strips', value: median(15, () => boardOf(five.plan)), unit: 'ms' },
		{ name: 'all rules, 2,000 strips', value: median(15, () => conflicts(five.plan)), unit: 'ms' },
		{ name: 'demo B as documents', value: median(15, demo), unit: 'ms', note: 'aim under 300' }
	];
}
