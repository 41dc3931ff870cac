import type { Plan } from '#lib/domain/schedule/plan.ts';

/** A demo in one language shows its names in that language; its sentences are English in either. */
export const DEMO_LANGUAGES = ['en', 'zh-Hans'] as const;
export type DemoLanguage = (typeof DEMO_LANGUAGES)[number];

/** Stands between the two names of everything in a demo: `Quay · 码头`. */
const BETWEEN = ' · ';
const HAN = /\p{Script=Han}/u;

/** One of the two names; text that isn't such a pair stays as it is. */
const pick = (text: string, language: DemoLanguage): string => {
	const [english, chinese, ...more] = text.split(BETWEEN);
	if (!english || !chinese || more.length > 0 || !HAN.test(chinese) || HAN.test(english)) return text;
	return language === 'zh-Hans' ? chinese : english;
};

/** One row with its names in one language. */
export const inRow = <R extends object>(row: R, language: DemoLanguage): R =>
	Object.fromEntries(
		Object.entries(row).map(([key, value]) => [
			key,
			typeof value === 'string' ? pick(value, language) : value
		])
	) as R;

/** A demo plan with its names in one language instead of both, so that a column shows all of a name. */
export function inLanguage(plan: Plan, language: DemoLanguage): Plan {
	return Object.fromEntries(
		Object.entries(plan).map(([key, rows]) => [
			key,
			rows instanceof Map
				? new Map([...rows].map(([id, row]) => [id, inRow(row as object, language)]))
				: inRow(rows, language)
		])
	) as unknown as Plan;
}
