/** What the sheet of a shoot day is given: how it went, and what can be written down about it. */
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { Minutes } from '#lib/domain/calendar/duration.ts';
import type { DelayId, ExtensionId } from '#lib/domain/ids.ts';
import type { Delay, Extension, Settlement } from '#lib/domain/launch/wrap/records.ts';
import type { ShootDay } from '#lib/domain/schedule/records.ts';

export type DayOfShoot = {
	/** "Shoot day 3, Fri 13 Nov" */
	readonly name: string;
	readonly day: ShootDay;
	/** call and wrap as planned, minutes after midnight of the day's date */
	readonly callAt: Minutes;
	readonly plannedWrapAt: Minutes;
	readonly today: DayKey;
	/** in the order they were written down */
	readonly delays: readonly Delay[];
	readonly extensions: readonly Extension[];
	/** the latest first; the first of them holds, unless the wrap was taken back */
	readonly settlements: readonly Settlement[];
	readonly standing: Settlement | null;
	/** the plan has another wrap, or other delays, than were settled: two devices, one of them late */
	readonly stale: boolean;
};

export type DayActs = {
	wrap(times: { startedAt: Minutes; firstShotAt: Minutes | null; wrappedAt: Minutes }, why: string): void;
	unwrap(why: string): void;
	addDelay(values: Pick<Delay, 'cause' | 'minutes' | 'note'>): void;
	removeDelay(id: DelayId): void;
	addExtension(values: Pick<Extension, 'untilAt' | 'from' | 'askedBy' | 'cause' | 'why'>): void;
	removeExtension(id: ExtensionId): void;
};
