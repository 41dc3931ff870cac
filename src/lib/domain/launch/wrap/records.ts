/** The records of what happened on a shoot day beside its strips: delays, extensions, and what its overtime was settled to. */
import { readDay, type DayKey } from '../../calendar/day-key.ts';
import type { Minutes } from '../../calendar/duration.ts';
import type { DelayId, ExtensionId, SettlementId, ShootDayId } from '../../ids.ts';
import { choice, record, ref, shaped, text, whole, type RowOf } from '../../record.ts';
import { CAUSES, SETTLED_TO, type Cause, type SettledTo } from '../compression/types.ts';

export const DELAY_CAUSES = ['weather', 'illness', 'breakdown', 'location', 'late-cast', 'other'] as const;

/** Minutes a day lost to something nobody planned (compression.md 2). */
export const delayRecord = record<DelayId>()('delay', {
	dayId: ref<ShootDayId>(),
	cause: choice(DELAY_CAUSES, 'other'),
	minutes: whole(0),
	note: text(),
	/** who wrote it down, and when by the clock of the device (milliseconds) */
	by: text(),
	at: whole(0)
});

export const ASKERS = ['us', 'platform', 'regulator'] as const;
/** What we ourselves may go on for; a party's extension is that party's. */
export const OWN_CAUSES = ['slower', 'events', 'budget', 'launch'] as const;

/** Somebody asked to go on past the plan: until when, who, why (compression.md 5). */
export const extensionRecord = record<ExtensionId>()('extension', {
	dayId: ref<ShootDayId>(),
	/** minutes after midnight of the day's date */
	untilAt: whole(0),
	from: choice(ASKERS, 'us'),
	/** the person who asked, as they are called */
	askedBy: text(),
	/** where we asked ourselves: what for */
	cause: choice(OWN_CAUSES, 'slower'),
	why: text(),
	by: text(),
	at: whole(0)
});

/** The part of a settled day that somebody asked for, or that a delay took. */
export type SettledPart = {
	readonly kind: 'extension' | 'delay';
	readonly cause: SettledTo;
	/** overtime of everyone */
	readonly minutes: Minutes;
	/** until when it went, minutes after midnight of the day's date */
	readonly untilAt: Minutes;
	readonly askedBy: string;
	readonly why: string;
};

/** What a settlement assumed, frozen with it: the plan as it stood when the day was called. */
export type SettledBasis = {
	readonly callAt: Minutes;
	/** when the day was planned to end */
	readonly plannedWrapAt: Minutes;
	readonly people: number;
	readonly ruleSet: string;
	readonly workLeft: Minutes;
	readonly daysNeeded: number;
	readonly daysAllowed: number;
	readonly paidDays: number | null;
	readonly paidDaysOn: DayKey | null;
	readonly launchesOn: DayKey | null;
	/** O(all), O(none), the packing and the shares at that day's call, in minutes */
	readonly overtime: Minutes;
	readonly inTheWork: Minutes;
	readonly packing: Minutes;
	readonly shares: Readonly<Record<Cause, Minutes>>;
	readonly delayMinutes: Minutes;
	readonly parts: readonly SettledPart[];
};

const isMinutes = (raw: unknown): raw is number =>
	typeof raw === 'number' && Number.isInteger(raw) && raw >= 0;
const isObject = (raw: unknown): raw is Record<string, unknown> =>
	typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const readTo = (raw: unknown): Readonly<Record<SettledTo, Minutes>> | null =>
	isObject(raw) && SETTLED_TO.every((to) => isMinutes(raw[to])) ? (raw as Record<SettledTo, Minutes>) : null;

const PLAIN = ['callAt', 'plannedWrapAt', 'people', 'workLeft', 'daysNeeded', 'daysAllowed'] as const;

/** Only a basis that is whole is shown: half of the assumptions would say something else. */
const readBasis = (raw: unknown): SettledBasis | null =>
	isObject(raw) &&
	PLAIN.every((key) => isMinutes(raw[key])) &&
	[raw.overtime, raw.inTheWork, raw.packing].every((n) => typeof n === 'number') &&
	typeof raw.ruleSet === 'string' &&
	isObject(raw.shares) &&
	CAUSES.every((cause) => typeof (raw.shares as Record<string, unknown>)[cause] === 'number') &&
	Array.isArray(raw.parts)
		? (raw as SettledBasis)
		: null;

/**
 * What a wrapped day's overtime was settled to. Never changed: a correction and an unwrapping are rows of their own
 * that name the one before.
 */
export const settlementRecord = record<SettlementId>()('settlement', {
	dayId: ref<ShootDayId>(),
	date: shaped<DayKey | null>(readDay, null),
	/** null: the wrap was taken back */
	wrappedAt: whole(null),
	/** overtime worked that day, of everyone */
	overtime: whole(0),
	/** whole minutes that add up to it; null: taken back, or not to be read */
	to: shaped<Readonly<Record<SettledTo, Minutes>> | null>(readTo, null),
	/** minutes of the day's delays that staying longer didn't make up for: they are in the work left */
	lostMinutes: whole(0),
	basis: shaped<SettledBasis | null>(readBasis, null),
	replaces: ref<SettlementId>(),
	/** why it was settled again */
	why: text(),
	by: text(),
	at: whole(0)
});

export type Delay = RowOf<typeof delayRecord>;
export type Extension = RowOf<typeof extensionRecord>;
export type Settlement = RowOf<typeof settlementRecord>;
