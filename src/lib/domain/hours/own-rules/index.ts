/** What a production made of its rules of hours: who follows which, its own numbers and days, each with its date. */
export {
	DAY_KINDS,
	dayName,
	dayNamed,
	daysOf,
	isDayKind,
	knownUntilOf,
	officeDays,
	type CalendarDay,
	type DayKind
} from './own-days.ts';
export { effectOf, type Effect, type JudgedTwice, type PersonEffect } from './effect.ts';
export { isWithin, numberAt, numbersOf, type RuleNumber, type RuleUnit } from './numbers.ts';
export { type RuleChange, type RuleChanges } from './record.ts';
export { restAsked, type RestAsked } from './rest.ts';
export {
	datedRules,
	readWeekdays,
	rulesFor,
	troubleOf,
	troublesOf,
	type Followed,
	type RulesFrom,
	type RuleSource,
	type RuleTrouble,
	type Trouble
} from './rules-of.ts';
