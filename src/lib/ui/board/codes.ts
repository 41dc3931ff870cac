import type { Production, Scene } from '#lib/domain/schedule/records.ts';
import { text } from '../text/index.svelte.ts';
import type { StripCode } from './types.ts';

/** The kind of strip a scene is (design.md 4): what is shot inside and out counts as out. Null while unknown. */
export function codeOf(scene: Pick<Scene, 'intExt' | 'time'> | null): StripCode | null {
	if (!scene?.time) return null;
	if (scene.time === 'dawn' || scene.time === 'dusk') return scene.time;
	if (!scene.intExt) return null;
	return `${scene.time === 'day' ? 'd' : 'n'}${scene.intExt === 'int' ? 'i' : 'e'}`;
}

/** Letters of the code tile: 日内, D INT. */
export function lettersOf(scene: Pick<Scene, 'intExt' | 'time'> | null): string {
	const code = codeOf(scene);
	if (code === null || !scene) {
		const known = [
			scene?.time ? text.board.time[scene.time] : '',
			scene?.intExt ? text.board.intExt[scene.intExt] : ''
		];
		return known.filter(Boolean).join(' ') || text.board.tileUnknown;
	}
	if (scene.intExt === 'int-ext' && (scene.time === 'day' || scene.time === 'night'))
		return text.board.tileBoth[scene.time];
	return text.board.tile[code];
}

/** The class that colours a strip: Singleton's boards have night interiors green and night exteriors blue (field guide 1.1). */
export function colourOf(code: StripCode | null, palette: Production['palette']): string {
	if (palette === 'singleton' && code === 'ni') return 'ne';
	if (palette === 'singleton' && code === 'ne') return 'ni';
	return code ?? 'unknown';
}
