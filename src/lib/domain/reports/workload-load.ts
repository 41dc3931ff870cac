/** What some cells of a workload come to: every figure is the sum of the cells below it, so that all of them add up. */
import type { Minutes } from '../calendar/duration.ts';
import type { Cents } from '../money.ts';
import type { WorkCell } from './workload-person.ts';

export type Workload = {
	/** worked, and planned for days that are still to come */
	readonly worked: Minutes;
	readonly planned: Minutes;
	/** what the board had called for on the days that were worked; null where it called nobody */
	readonly called: Minutes | null;
	/** minutes above ×1, of worked and of planned days */
	readonly overtime: Minutes;
	readonly overtimePlanned: Minutes;
	/** overtime of worked days that a deal pays, and the worth of what none pays; 0 where no deal is known */
	readonly paid: Cents;
	readonly unpaid: Cents;
	/** overtime of worked days whose worth nobody can say: no deal is known, or none with a sum */
	readonly unpriced: Minutes;
	/** rests that fell short, and the minutes they were short of */
	readonly restsBroken: number;
	readonly restMissing: Minutes;
	/** days past the most in a row */
	readonly daysTooMany: number;
	/** entries somebody disagrees with, and entries made for somebody who has not answered */
	readonly disputed: number;
	readonly unanswered: number;
};

/** Adds up cells; null stands for a day without any. */
export function loadOf(cells: Iterable<WorkCell | null>): Workload {
	const load = {
		...{ worked: 0, planned: 0, called: null as Minutes | null, overtime: 0, overtimePlanned: 0 },
		...{ paid: 0, unpaid: 0, unpriced: 0, restsBroken: 0, restMissing: 0, daysTooMany: 0 },
		...{ disputed: 0, unanswered: 0 }
	};
	for (const cell of cells) {
		if (!cell) continue;
		load.worked += cell.worked;
		load.planned += cell.planned;
		load.overtime += cell.overtime;
		load.overtimePlanned += cell.overtimePlanned;
		if (cell.called !== null && cell.logged) load.called = (load.called ?? 0) + cell.called;
		if (cell.value === null) load.unpriced += cell.overtime;
		else load[cell.isPaid ? 'paid' : 'unpaid'] += cell.value;
		if (cell.rest) load.restsBroken++;
		load.restMissing += cell.rest?.short ?? 0;
		if (cell.isTooMany) load.daysTooMany++;
		load.disputed += cell.disputed;
		load.unanswered += cell.unanswered;
	}
	return load;
}
