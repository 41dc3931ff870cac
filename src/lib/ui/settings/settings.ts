import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import { isZone } from '#lib/domain/calendar/zone.ts';
import type { Production } from '#lib/domain/schedule/records.ts';

/** Fields of the production that were changed, as they would be. */
export type SettingsChange = Partial<Omit<Production, 'id' | 'archivedAt'>>;
export type SettingsField = keyof SettingsChange;

/** The name of a sentence that says why a change was not saved. */
export type WhyNot =
	| 'titleMissing'
	| 'titleLong'
	| 'dateMissing'
	| 'startAfterShoot'
	| 'startAfterLaunch'
	| 'shootBeforeStart'
	| 'shootAfterLaunch'
	| 'launchBeforeStart'
	| 'launchBeforeShoot'
	| 'restAll'
	| 'zoneWrong'
	| 'longestShort'
	| 'contractLong'
	| 'noShooting';

/** What every part of the page gets. */
export type PartProps = {
	readonly production: Production;
	readonly editable: boolean;
	/** the sentence at a field whose last change was not saved */
	readonly wrong: Readonly<Partial<Record<SettingsField, string>>>;
	/** Saves a change, or says at its first field why not. */
	readonly onoffer: (change: SettingsChange) => void;
};

const TITLE_MOST = 200;
const after = (a: DayKey | null, b: DayKey | null): boolean => a !== null && b !== null && a > b;

/**
 * Why a change can't be saved, seen from the field that was changed; null when it can. Dates on one day are in
 * order, and a date nobody has chosen yet contradicts nothing.
 */
export function whyNot(production: Production, change: SettingsChange): WhyNot | null {
	const next = { ...production, ...change };
	if (change.title !== undefined) {
		if (change.title.trim() === '') return 'titleMissing';
		if ([...change.title.trim()].length > TITLE_MOST) return 'titleLong';
	}
	if (change.startsOn !== undefined) {
		if (change.startsOn === null) return 'dateMissing';
		if (after(next.startsOn, next.shootsOn)) return 'startAfterShoot';
		if (after(next.startsOn, next.launchesOn)) return 'startAfterLaunch';
	}
	if (change.shootsOn !== undefined) {
		if (change.shootsOn === null) return 'dateMissing';
		if (after(next.startsOn, next.shootsOn)) return 'shootBeforeStart';
		if (after(next.shootsOn, next.launchesOn)) return 'shootAfterLaunch';
	}
	if (change.launchesOn !== undefined) {
		if (change.launchesOn === null) return 'dateMissing';
		if (after(next.startsOn, next.launchesOn)) return 'launchBeforeStart';
		if (after(next.shootsOn, next.launchesOn)) return 'launchBeforeShoot';
	}
	if (change.restWeekdays !== undefined && new Set(change.restWeekdays).size >= 7) return 'restAll';
	if (change.zone !== undefined && !isZone(change.zone)) return 'zoneWrong';
	return whyNotFigures(next, change);
}

function whyNotFigures(next: Production, change: SettingsChange): WhyNot | null {
	if (next.longestMinutes < next.contractMinutes) {
		if (change.longestMinutes !== undefined) return 'longestShort';
		if (change.contractMinutes !== undefined) return 'contractLong';
	}
	const said = change.contractMinutes ?? change.firstShotMinutes ?? change.wrapMinutes;
	const noRoom = next.firstShotMinutes + next.wrapMinutes >= next.contractMinutes;
	return said !== undefined && noRoom ? 'noShooting' : null;
}
