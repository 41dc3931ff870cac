/**
 * The eight rule sets as data. Each names its version, since when it holds and its sources; a production changes
 * numbers by overrides, never here. A rule that moves is a new entry with a new version and its dates: hours of
 * closed days are judged by the rules of their day.
 */
import type { DayKey } from '../../calendar/day-key.ts';
import type { Json } from '../types.ts';
import { cnComprehensiveMonth, cnStandard } from './cn.ts';
import { euWtd, ukTvDrama } from './uk-eu.ts';
import { usCaCrew, usFlsa, usIatseLowbudget, usSagPerformer } from './us.ts';

export const PRESET_LIST = [
	cnStandard,
	cnComprehensiveMonth,
	usCaCrew,
	usFlsa,
	usIatseLowbudget,
	usSagPerformer,
	ukTvDrama,
	euWtd
] as const;

export type PresetId = (typeof PRESET_LIST)[number]['id'];

/** The newest version of each rule set, by id. */
export const PRESETS = Object.fromEntries(PRESET_LIST.map((one) => [one.id, one])) as unknown as Readonly<
	Record<PresetId, Json>
>;

export const isPresetId = (raw: unknown): raw is PresetId =>
	typeof raw === 'string' && Object.hasOwn(PRESETS, raw);

type Dated = { readonly effective_from?: string; readonly effective_to?: string | null };

/** The version in force on a day: the latest that has begun and not ended. Null before the first on file. */
export function ruleSetOn<R extends Dated>(versions: readonly R[], on: DayKey): R | null {
	const begun = versions.filter(
		({ effective_from = '', effective_to }) =>
			effective_from <= on && (effective_to == null || on <= effective_to)
	);
	return begun.reduce<R | null>(
		(best, one) => (best === null || (one.effective_from ?? '') > (best.effective_from ?? '') ? one : best),
		null
	);
}
