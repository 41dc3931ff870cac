import type { DelayId, ExtensionId, SettlementId, ShootDayId } from '#lib/domain/ids.ts';
import type { Delay, Extension } from '#lib/domain/launch/wrap/records.ts';
import { standingSettlement, settlementsOf } from '#lib/domain/launch/wrap/settled-days.ts';
import { settleWrap } from '#lib/domain/launch/wrap/settle-wrap.ts';
import type { ShootDay } from '#lib/domain/schedule/records.ts';
import { perform } from '../command.ts';
import { newId } from '../id.ts';
import { readPlan, type PlanDocument } from '../plan-document.ts';

/** Who does it, by the name the crew knows, and when by the clock of the device (milliseconds). */
export type Stamp = { readonly by: string; readonly at: number };
/** Clock times of a day, minutes after its midnight. */
export type DayTimes = { readonly wrappedAt: number } & Partial<Pick<ShootDay, 'startedAt' | 'firstShotAt'>>;
export type DelayValues = Pick<Delay, 'cause' | 'minutes' | 'note'>;
export type ExtensionValues = Pick<Extension, 'untilAt' | 'from' | 'askedBy' | 'cause' | 'why'>;

/**
 * Wraps a shoot day, or corrects its wrap: writes when it began and ended, and settles its overtime in the same step,
 * so that no wrapped day is without its causes. A correction settles anew and names the settlement before it.
 *
 * @param why why it is corrected; empty for the first wrap
 * @returns false when the day has gone
 */
export function wrapDay(
	plan: PlanDocument,
	id: ShootDayId,
	times: DayTimes,
	stamp: Stamp,
	why = ''
): boolean {
	const day = plan.tables.days.rows().get(id);
	if (!day) return false;
	perform(plan, day.wrappedAt === null ? 'wrap-day' : 'correct-wrap', 1, () => {
		plan.tables.days.set(id, times);
		settle(plan, id, stamp, why);
	});
	return true;
}

/** Takes a wrap back: the day goes on. What it was settled to stays readable, and a row says that it holds no longer. */
export function unwrapDay(plan: PlanDocument, id: ShootDayId, stamp: Stamp, why: string): boolean {
	const day = plan.tables.days.rows().get(id);
	if (!day || day.wrappedAt === null) return false;
	perform(plan, 'unwrap-day', 1, () => {
		plan.tables.days.set(id, { wrappedAt: null });
		const before = lastOf(plan, id);
		if (before)
			plan.tables.settlements.add(newId<SettlementId>(), {
				dayId: id,
				date: day.date,
				replaces: before,
				why,
				...stamp,
				at: after(plan, id, stamp.at)
			});
	});
	return true;
}

/** Writes down minutes a day lost. On a wrapped day the overtime is settled anew. */
export function addDelay(plan: PlanDocument, dayId: ShootDayId, values: DelayValues, stamp: Stamp): DelayId {
	const id = newId<DelayId>();
	perform(plan, 'add-delay', 1, () => {
		plan.tables.delays.add(id, { dayId, ...values, ...stamp });
		settle(plan, dayId, stamp, values.note);
	});
	return id;
}

/** Puts a delay away that was written down by mistake. */
export function removeDelay(plan: PlanDocument, id: DelayId, stamp: Stamp): boolean {
	const delay = plan.tables.delays.rows().get(id);
	if (!delay) return false;
	perform(plan, 'remove-delay', 1, () => {
		plan.tables.delays.archive(id, stamp.at);
		if (delay.dayId) settle(plan, delay.dayId, stamp, '');
	});
	return true;
}

/** Writes down that somebody asked to go on. On a wrapped day the overtime is settled anew. */
export function addExtension(
	plan: PlanDocument,
	dayId: ShootDayId,
	values: ExtensionValues,
	stamp: Stamp
): ExtensionId {
	const id = newId<ExtensionId>();
	perform(plan, 'add-extension', 1, () => {
		plan.tables.extensions.add(id, { dayId, ...values, ...stamp });
		settle(plan, dayId, stamp, values.why);
	});
	return id;
}

/** Puts an extension away that was written down by mistake. */
export function removeExtension(plan: PlanDocument, id: ExtensionId, stamp: Stamp): boolean {
	const extension = plan.tables.extensions.rows().get(id);
	if (!extension) return false;
	perform(plan, 'remove-extension', 1, () => {
		plan.tables.extensions.archive(id, stamp.at);
		if (extension.dayId) settle(plan, extension.dayId, stamp, '');
	});
	return true;
}

/** Settles a day as it now is, if it is wrapped; in the transaction of what changed it. */
function settle(plan: PlanDocument, dayId: ShootDayId, { by, at }: Stamp, why: string): void {
	const now = readPlan(plan);
	const settled = now && settleWrap(now, dayId);
	if (!settled) return;
	plan.tables.settlements.add(newId<SettlementId>(), {
		dayId,
		...settled,
		replaces: lastOf(plan, dayId),
		why,
		by,
		at: after(plan, dayId, at)
	});
}

const rowsOf = (plan: PlanDocument, dayId: ShootDayId) =>
	settlementsOf(plan.tables.settlements.rows().values(), dayId);

/** The row a new one follows: the one that holds, or the last that took it back. */
const lastOf = (plan: PlanDocument, dayId: ShootDayId): SettlementId | null =>
	(standingSettlement(plan.tables.settlements.rows().values(), dayId) ?? rowsOf(plan, dayId)[0])?.id ?? null;

/** A clock that was set back mustn't put a correction before what it corrects. */
const after = (plan: PlanDocument, dayId: ShootDayId, at: number): number =>
	Math.max(at, (rowsOf(plan, dayId)[0]?.at ?? -1) + 1);
