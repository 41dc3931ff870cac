import { addDays, daysBetween, readDay, type DayKey } from '#lib/domain/calendar/day-key.ts';
import { workdaysFrom, workdaysWithin } from '#lib/domain/calendar/workdays.ts';
import { isZone } from '#lib/domain/calendar/zone.ts';
import type { Commission } from '#lib/domain/launch/templates/index.ts';
import { COMMISSIONS } from '#lib/domain/schedule/records.ts';
import type { ReadScript } from '#lib/domain/scripts/types.ts';

/** What has been typed so far, as it was typed; days as the browser's calendar gives them, empty when not chosen. */
export type Typed = {
	readonly title: string;
	readonly startsOn: string;
	readonly shootsOn: string;
	readonly launchesOn: string;
	readonly days: string;
	/** weekdays nobody works on, 1 Monday … 7 Sunday */
	readonly rest: readonly number[];
	readonly zone: string;
	readonly currency: string;
	readonly commission: string;
	/** who does the final review: `platform` for titles of the lowest tier, else `regulator` */
	readonly reviewer: string;
	/** how many episodes there are to be, for a start without a script */
	readonly episodes: string;
};

/** What was typed with nothing wrong in it: all that a production is made of. */
export type Wanted = {
	readonly title: string;
	readonly startsOn: DayKey;
	readonly launchesOn: DayKey;
	readonly zone: string;
	readonly currency: string;
	readonly shootDates: readonly DayKey[];
	readonly restWeekdays: readonly number[];
	readonly commission: Commission;
	readonly platformReviews: boolean;
	/** episodes to begin with where there is no script */
	readonly episodes: number;
	readonly script: ReadScript | null;
	/** the script's file */
	readonly fileName: string;
};

/** The part of it that a first schedule is made of. */
export type Dates = Pick<Wanted, 'startsOn' | 'launchesOn' | 'shootDates' | 'restWeekdays'>;

export const TITLE_MOST = 200;
const DAYS_MOST = 120;
/** A micro drama takes a month; three years is a mistyped year. */
const SPAN_MOST = 3 * 366;

/** Two weeks of preparation, seven shoot days, online after a month: how micro dramas are made (field guide 2.1). */
export const blank = (today: DayKey, zone: string, currency: string): Typed => ({
	title: '',
	startsOn: today,
	shootsOn: addDays(today, 14),
	launchesOn: addDays(today, 30),
	days: '7',
	rest: [],
	zone,
	currency,
	commission: 'platform-original',
	reviewer: 'platform',
	episodes: '72'
});

/** What is wrong, by field: the name of a sentence, with its figure where it has one. */
export type Wrong = {
	title?: 'titleMissing' | 'titleLong';
	startsOn?: 'startsMissing';
	shootsOn?: 'shootsMissing' | 'shootBeforeStart' | 'shootAfterLaunch';
	launchesOn?: 'launchesMissing' | 'launchBeforeStart' | 'launchFar';
	days?: 'daysWrong' | { readonly daysTooMany: number };
	rest?: 'restAll';
	zone?: 'zoneWrong';
	episodes?: 'episodesWrong';
};

/** The day, if it is one somebody can mean. */
const meant = (typed: string): DayKey | null => {
	const day = readDay(typed);
	return day && day >= '2000-01-01' && day <= '2099-12-31' ? day : null;
};

const countOf = (typed: string): number | null => {
	const trimmed = typed.trim();
	const count = /^\d{1,4}$/.test(trimmed) ? Number(trimmed) : 0;
	return count >= 1 && count <= DAYS_MOST ? count : null;
};

/** How many episodes were asked for: none to 500; null for anything else. */
export const episodesOf = ({ episodes }: Pick<Typed, 'episodes'>): number | null => {
	const said = episodes.normalize('NFKC').trim();
	const count = said === '' ? 0 : /^\d{1,3}$/.test(said) ? Number(said) : 501;
	return count <= 500 ? count : null;
};

/** The way of commissioning that was chosen. */
export const commissionOf = ({ commission }: Pick<Typed, 'commission'>): Commission =>
	COMMISSIONS.find((known) => known === commission) ?? 'platform-original';

/** Everything that is wrong, one sentence a field. Empty when a production can be made. */
export function wrongIn(typed: Typed): Wrong {
	const wrong: Wrong = {};
	const title = typed.title.trim();
	if (title === '') wrong.title = 'titleMissing';
	else if ([...title].length > TITLE_MOST) wrong.title = 'titleLong';

	const [starts, shoots, launches] = [meant(typed.startsOn), meant(typed.shootsOn), meant(typed.launchesOn)];
	if (!starts) wrong.startsOn = 'startsMissing';
	if (!launches) wrong.launchesOn = 'launchesMissing';
	else if (starts && launches < starts) wrong.launchesOn = 'launchBeforeStart';
	else if (starts && daysBetween(starts, launches) > SPAN_MOST) wrong.launchesOn = 'launchFar';
	if (!shoots) wrong.shootsOn = 'shootsMissing';
	else if (starts && shoots < starts) wrong.shootsOn = 'shootBeforeStart';
	else if (launches && !wrong.launchesOn && shoots > launches) wrong.shootsOn = 'shootAfterLaunch';

	if (new Set(typed.rest).size >= 7) wrong.rest = 'restAll';
	const days = countOf(typed.days);
	if (days === null) wrong.days = 'daysWrong';
	else if (shoots && launches && !wrong.rest && !wrong.shootsOn && !wrong.launchesOn) {
		const room = workdaysWithin(shoots, addDays(launches, -1), typed.rest).length;
		if (days > room) wrong.days = { daysTooMany: room };
	}
	if (!isZone(typed.zone)) wrong.zone = 'zoneWrong';
	if (episodesOf(typed) === null) wrong.episodes = 'episodesWrong';
	return wrong;
}

/** The days, when none of them contradicts another; null otherwise. What is typed elsewhere doesn't matter. */
export function datesOf(typed: Typed): Dates | null {
	const wrong = wrongIn(typed);
	if (wrong.startsOn || wrong.shootsOn || wrong.launchesOn || wrong.days || wrong.rest) return null;
	const [starts, shoots, launches] = [meant(typed.startsOn), meant(typed.shootsOn), meant(typed.launchesOn)];
	const days = countOf(typed.days);
	if (!starts || !shoots || !launches || days === null) return null;
	return {
		startsOn: starts,
		launchesOn: launches,
		shootDates: workdaysFrom(shoots, days, typed.rest),
		restWeekdays: [...typed.rest].sort((a, b) => a - b)
	};
}

/** Working days from the first shoot day to the day before the launch: the most there can be. */
export function roomOf(typed: Typed): number {
	const [shoots, launches] = [meant(typed.shootsOn), meant(typed.launchesOn)];
	if (!shoots || !launches || daysBetween(shoots, launches) > SPAN_MOST) return 0;
	return Math.min(DAYS_MOST, workdaysWithin(shoots, addDays(launches, -1), typed.rest).length);
}
