import type { DayKey } from '../calendar/day-key.ts';
import type { Minutes } from '../calendar/duration.ts';
import { ruleOf } from './flag-rules.ts';
import type { HoursFlag, Severity } from './types.ts';

/** Raises a flag; number, wording and source come by its code, unless the rule set names its own source. */
export type Flagger = (
	code: string,
	date: DayKey,
	severity: Severity,
	minutes: Minutes,
	entries: readonly string[],
	figures?: Readonly<Record<string, number>>,
	source?: string | null
) => void;

const NO_FIGURES = {};

/** Collects the flags of one person. */
export function flagsOf(person: string): { readonly flag: Flagger; readonly flags: HoursFlag[] } {
	const flags: HoursFlag[] = [];
	const flag: Flagger = (code, date, severity, minutes, entries, figures = NO_FIGURES, source) => {
		const rule = ruleOf(code);
		flags.push({
			code,
			rule: rule.rule,
			date,
			severity,
			person,
			minutes,
			ruleText: rule.text,
			source: source ?? rule.source,
			entries,
			figures
		});
	};
	return { flag, flags };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By date, code and entries: the same whatever order the entries arrived in. Exact repeats are said once. */
export function inOrder(flags: HoursFlag[]): HoursFlag[] {
	if (flags.length < 2) return flags;
	const key = (of: HoursFlag): string => of.entries.join('\n');
	flags.sort(
		(a, b) =>
			compare(a.date, b.date) || compare(a.code, b.code) || compare(key(a), key(b)) || a.minutes - b.minutes
	);
	return flags.filter((one, i) => {
		const before = flags[i - 1];
		return (
			!before ||
			before.code !== one.code ||
			before.date !== one.date ||
			before.minutes !== one.minutes ||
			one.entries.length === 0 ||
			key(before) !== key(one)
		);
	});
}
