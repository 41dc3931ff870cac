/** Rules in words: a number with its unit, what a change says, and why one can't hold. */
import { readDay, type DayKey } from '#lib/domain/calendar/day-key.ts';
import {
	dayNamed,
	isDayKind,
	numbersOf,
	readWeekdays,
	rulesFor,
	type RuleNumber,
	type RuleSource,
	type RuleTrouble,
	type RuleUnit
} from '#lib/domain/hours/own-rules/index.ts';
import { isPresetId } from '#lib/domain/hours/presets/index.ts';
import { baseOf } from '#lib/domain/hours/rule-set.ts';
import type { Person } from '#lib/domain/schedule/records.ts';
import { duration, list, longDate, weekdayName } from '../format.ts';
import { language, text } from '../text/index.svelte.ts';
import type { RuleWish } from './types.ts';

/** `10 h`, `6`, `×1.5`. */
export const numberText = (unit: RuleUnit, value: number): string =>
	unit === 'minutes' ? duration(value, language.current) : unit === 'times' ? `×${value}` : String(value);

/** What a number is called, with what tells it from others of its kind. */
export function numberName({ kind, nth, code }: Pick<RuleNumber, 'kind' | 'nth' | 'code'>): string {
	const words = text.ruleSet;
	const names: Readonly<Record<string, string | undefined>> = words.names;
	const name = (code && words.ofCode[code as keyof typeof words.ofCode]) ?? names[kind] ?? kind;
	if (nth === null) return name;
	return kind === 'nth.multiplier' ? words.nthDay(nth) : words.tier(nth, name);
}

const WEEK = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
/** 1 Monday … 7 Sunday, from `SAT,SUN` and back. */
export const weekdaysOf = (raw: unknown): number[] =>
	(readWeekdays(raw) ?? []).map((day) => WEEK.indexOf(day) + 1);
export const writeWeekdays = (days: readonly number[]): string => days.map((day) => WEEK[day - 1]).join();

/** A change as a sentence: what, and to what. */
export function wishText(wish: RuleWish): string {
	const words = text.ruleSet;
	const { what, value, ruleSet } = wish;
	if (what === 'set')
		return words.said(
			words.chosen,
			isPresetId(value) ? text.hours.ruleSets[value] : wish.personId ? words.asProduction : words.asCommission
		);
	const date = dayNamed(what);
	if (date) {
		const day = longDate(date, language.current);
		return words.said(day, isDayKind(value) ? words.dayKinds[value] : words.asRuleSet);
	}
	if (what === 'known-until') {
		const until = readDay(value);
		return until
			? words.knownUntil(longDate(until, language.current))
			: words.said(words.knownTitle, words.asRuleSet);
	}
	if (what === 'rest-weekdays')
		return words.said(
			words.restWeekdays,
			value === null
				? words.asRuleSet
				: weekdaysOf(value).length === 0
					? words.noWeekdays
					: list(
							weekdaysOf(value).map((day) => weekdayName(day, language.current)),
							language.current
						)
		);
	const number = isPresetId(ruleSet)
		? numbersOf(baseOf(ruleSet)).find(({ name }) => name === what)
		: undefined;
	if (!number) return what;
	return words.said(
		numberName(number),
		typeof value === 'number'
			? numberText(number.unit, value)
			: words.back(numberText(number.unit, number.preset))
	);
}

/** Why something changed can't hold, and what stands instead. */
export function troubleText({
	change,
	person,
	what,
	why
}: RuleTrouble & { person: { name?: string } | null }): string {
	const words = text.ruleSet.troubles;
	const about = change
		? text.ruleSet.troubles.change(change.by || '–', named(what))
		: words.brought(named(what));
	return person ? words.person(person.name || '–') : inARow([about, words.why[why]]);
}

function named(what: string): string {
	const words = text.ruleSet;
	if (what === 'set') return words.chosen;
	if (what === 'known-until') return words.knownTitle;
	if (what === 'rest-weekdays') return words.restWeekdays;
	return what;
}

/** How many numbers, days and people are this production's own. */
export function ownCount(
	source: RuleSource,
	people: readonly Person[],
	today: DayKey
): { readonly numbers: number; readonly days: number; readonly people: number } {
	const { id, changed } = rulesFor(source, null, today);
	const names = Object.keys(changed);
	const days = names.filter((name) => dayNamed(name)).length;
	return {
		numbers: names.length - days - (changed['known-until'] === undefined ? 0 : 1),
		days,
		people: people.filter((person) => rulesFor(source, person, today).id !== id).length
	};
}

/** Sentences one after the other: Chinese ones need no space between. */
export const inARow = (sentences: readonly string[]): string =>
	sentences.join(language.current === 'zh-Hans' ? '' : ' ');
