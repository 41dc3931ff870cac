import { sceneTextRecord } from '#lib/domain/schedule/records.ts';

/** The script of a production: text apart from the plan, which opens without it. Crew read it as they read the plan. */
export const scriptSchema = {
	kind: 'script',
	format: 1,
	records: { texts: sceneTextRecord },
	retired: [] as readonly string[]
} as const;
