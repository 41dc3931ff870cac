import type { IntExt, ReadScript, TimeOfDay, WarningCode } from './types.ts';

export type ScriptSummary = {
	episodes: number;
	/** All scenes, omitted ones too. */
	scenes: number;
	omitted: number;
	cast: number;
	sets: number;
	eighths: number;
	/** Scenes to shoot by light; `unknown` is what the heading doesn't say. Each pair of rows adds up to the same. */
	intExt: Record<IntExt | 'unknown', number>;
	time: Record<TimeOfDay | 'unknown', number>;
	/** How often each warning stands, those counted in `more` included. */
	warnings: Partial<Record<WarningCode, number>>;
	mergeSuggestions: number;
};

/** The counts the import preview shows before anything is written. */
export function summarise(script: ReadScript): ScriptSummary {
	const summary: ScriptSummary = {
		episodes: script.episodes.length,
		scenes: script.scenes.length,
		omitted: 0,
		cast: script.cast.length,
		sets: script.sets.length,
		eighths: script.eighths,
		intExt: { int: 0, ext: 0, 'int-ext': 0, unknown: 0 },
		time: { day: 0, night: 0, dawn: 0, dusk: 0, unknown: 0 },
		warnings: {},
		mergeSuggestions: script.mergeSuggestions.length
	};
	for (const scene of script.scenes) {
		if (scene.omitted) {
			summary.omitted++;
			continue;
		}
		summary.intExt[scene.intExt ?? 'unknown']++;
		summary.time[scene.time ?? 'unknown']++;
	}
	for (const { code, data } of script.warnings) {
		const of = code === 'more' ? (String(data?.code) as WarningCode) : code;
		const times = code === 'more' ? Number(data?.count) : 1;
		summary.warnings[of] = (summary.warnings[of] ?? 0) + times;
	}
	return summary;
}
