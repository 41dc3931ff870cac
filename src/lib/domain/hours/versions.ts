/** Rules that changed while people worked: each work day is judged by those of its own day (H34). */
import type { DayKey } from '../calendar/day-key.ts';
import { readRuleSet, type Overrides, type Rules } from './rule-set.ts';
import type { HoursFlag, Json, WorkDay, WorkWeek } from './types.ts';

/** Rules that hold from a work day on. */
export type LaterRules = { readonly from: DayKey; readonly ruleSet: Rules | Json | string };

export type Version = { readonly from: DayKey | null; readonly rules: Rules };

/** What one version makes of all the days. */
export type Part = {
	readonly workDays: readonly WorkDay[];
	readonly weeks: readonly WorkWeek[];
	readonly flags: readonly HoursFlag[];
};

/** The versions in order of the days they hold from, the first from the beginning. */
export function versionsOf(
	input: Overrides & { readonly ruleSet: Rules | Json | string; readonly later?: readonly LaterRules[] }
): Version[] {
	const later = [...(input.later ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1));
	return [
		{ from: null, rules: readRuleSet(input.ruleSet, input) },
		...later.map(({ from, ruleSet }) => ({ from, rules: readRuleSet(ruleSet) }))
	];
}

/** Which version holds on a day. */
export const versionOn = (versions: readonly Version[], date: DayKey): number =>
	versions.findLastIndex(({ from }) => from === null || from <= date);

/** Of each version only what falls on its own days, flags and weeks by the day they are dated. */
export function byDay(versions: readonly Version[], parts: readonly Part[]): readonly Part[] {
	if (versions.length === 1) return parts;
	return parts.map(({ workDays, weeks, flags }, i) => {
		const isOwn = (date: DayKey): boolean => versionOn(versions, date) === i;
		return {
			workDays: workDays.filter(({ date }) => isOwn(date)),
			weeks: weeks.filter(({ start }) => isOwn(start)),
			flags: flags.filter(({ date }) => isOwn(date))
		};
	});
}

/** The parts as one, in order of their days. */
export const together = (parts: readonly Part[]): Part => ({
	workDays: parts.flatMap(({ workDays }) => workDays),
	weeks: parts.flatMap(({ weeks }) => weeks),
	flags: parts.flatMap(({ flags }) => flags)
});
