import type { ReadScene } from '#lib/domain/scripts/types.ts';
import { codeOf } from '../board/codes.ts';

/** Scenes to shoot of one colour, with a scene of it to draw the tile from. */
export type LightCount = {
	readonly key: string;
	readonly scene: Pick<ReadScene, 'intExt' | 'time'>;
	readonly count: number;
};

const ORDER = ['di', 'de', 'dawn', 'dusk', 'ni', 'ne'];
const FULL = {
	di: { intExt: 'int', time: 'day' },
	de: { intExt: 'ext', time: 'day' },
	dawn: { intExt: null, time: 'dawn' },
	dusk: { intExt: null, time: 'dusk' },
	ni: { intExt: 'int', time: 'night' },
	ne: { intExt: 'ext', time: 'night' }
} as const;

/** How many scenes of each strip colour; those whose heading doesn't say come last. Omitted ones aren't shot. */
export function countLight(scenes: readonly ReadScene[]): LightCount[] {
	const counts = new Map<string, number>();
	for (const scene of scenes) {
		if (scene.omitted) continue;
		const key = codeOf(scene) ?? 'unknown';
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return [...ORDER, 'unknown'].flatMap((key) => {
		const count = counts.get(key);
		if (!count) return [];
		return [{ key, count, scene: FULL[key as keyof typeof FULL] ?? { intExt: null, time: null } }];
	});
}
