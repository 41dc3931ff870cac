import type { DayKey } from '../../calendar/day-key.ts';
import type { Minutes } from '../../calendar/duration.ts';
import type { Production } from '../../schedule/records.ts';
import { numberOr } from '../json.ts';
import type { Rules } from '../rule-set.ts';
import { rulesFor, type Followed, type RuleSource } from './rules-of.ts';

/** The shortest rest somebody needs before the call of a date. */
export type RestAsked = (who: string, date: DayKey) => Minutes;

/** The longest of a rule set's daily rests; 0 where it names none. */
const dailyRest = ({ limits }: Rules): Minutes =>
	Math.max(0, ...limits.flatMap(({ kind, is }) => (kind === 'daily_rest' ? numberOr(is.minMin, 0) : [])));

/**
 * What the board holds nights against: the production's own shortest rest, or what the rules of that person ask for
 * on that date, whichever is longer.
 *
 * @param person who is called under an id; a character nobody plays yet follows the production's rules
 */
export const restAsked =
	(
		source: RuleSource & { readonly production: Pick<Production, 'restMinutes'> },
		person: (id: string) => Followed | undefined
	): RestAsked =>
	(who, date) =>
		Math.max(source.production.restMinutes, dailyRest(rulesFor(source, person(who) ?? null, date).rules));
