import type { CharacterId, PersonId } from '../ids.ts';
import type { Minutes } from '../calendar/duration.ts';
import type { Night } from './nights.ts';
import type { DaySummary } from './summarise-day.ts';

/**
 * The figures of the board's first sentence: "9 days. Two over the limit; 18 people rest under 10 h. 14
 * unscheduled." (design.md 3). The words are the interface's.
 */
export type BoardSentence = {
	/** shoot dates with something on them, and of these wrapped */
	readonly days: number;
	readonly wrappedDays: number;
	/** days beyond the longest day, and days past the agreed day but within the longest */
	readonly overLimit: number;
	readonly overAgreed: number;
	/** different people who rest too little in some night, and the rest asked; null where it isn't the same for all */
	readonly underRest: number;
	readonly restMinutes: Minutes | null;
	/** strips in the boneyard that wait to be scheduled */
	readonly unscheduled: number;
};

/**
 * @param unscheduled scene strips in the boneyard that still have to be shot (`waiting`)
 * @param production its shortest rest, which holds where no night says more
 */
export function boardSentence(
	summaries: readonly DaySummary[],
	nights: readonly Night[],
	unscheduled: number,
	{ restMinutes }: { readonly restMinutes: Minutes }
): BoardSentence {
	const used = summaries.filter((day) => day.lengthMinutes > 0);
	const short = new Set<PersonId | CharacterId>();
	for (const night of nights) for (const one of night.short) short.add(one.who);
	return {
		days: new Set(used.map((day) => day.date ?? day.dayId)).size,
		wrappedDays: new Set(used.filter((day) => day.wrapped).map((day) => day.date ?? day.dayId)).size,
		overLimit: used.filter((day) => day.beyondMinutes > 0).length,
		overAgreed: used.filter((day) => day.beyondMinutes === 0 && day.overtimeMinutes > 0).length,
		underRest: short.size,
		restMinutes: leastOf(nights, restMinutes),
		unscheduled
	};
}

/** The rest asked of everybody in all the nights; null where it differs. */
export function leastOf(nights: readonly Night[], otherwise: Minutes): Minutes | null {
	const asked = new Set(nights.map(({ least }) => least));
	return asked.size > 1 ? null : asked.size === 0 ? otherwise : ([...asked][0] ?? null);
}
