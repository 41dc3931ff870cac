import type { MergeSuggestion, ReadScript } from '#lib/domain/scripts/types.ts';

const key = ({ kind, names }: MergeSuggestion): string => `${kind}:${names.join('\n')}`;
export { key as suggestionKey };

/**
 * The script with some names joined, as a person said. The name in most scenes stays; the others become it,
 * in scenes and lists alike. What was read isn't changed.
 */
export function joinNames(script: ReadScript, joined: readonly MergeSuggestion[]): ReadScript {
	return joined.reduce(
		(so, { kind, names }) => (kind === 'character' ? joinCast(so, names) : joinSets(so, names)),
		script
	);
}

/** The name that stays: lists are sorted or in order of appearance, so ties go to the first. */
function staying(
	listed: readonly { name: string; scenes: number }[],
	names: readonly string[]
): string | null {
	const here = listed.filter(({ name }) => names.includes(name));
	const most = Math.max(...here.map(({ scenes }) => scenes));
	return here.find(({ scenes }) => scenes === most)?.name ?? null;
}

function joinCast(script: ReadScript, names: readonly string[]): ReadScript {
	const stays = staying(script.cast, names);
	if (stays === null) return script;
	const scenes = script.scenes.map((scene) => ({
		...scene,
		cast: [...new Set(scene.cast.map((name) => (names.includes(name) ? stays : name)))]
	}));
	const lines = script.cast
		.filter(({ name }) => names.includes(name))
		.reduce((sum, character) => sum + character.lines, 0);
	const cast = script.cast
		.filter(({ name }) => name === stays || !names.includes(name))
		.map((character) =>
			character.name === stays
				? { name: stays, lines, scenes: scenes.filter((scene) => scene.cast.includes(stays)).length }
				: character
		)
		.sort((a, b) => b.scenes - a.scenes || b.lines - a.lines);
	return { ...script, scenes, cast };
}

function joinSets(script: ReadScript, names: readonly string[]): ReadScript {
	const stays = staying(script.sets, names);
	if (stays === null) return script;
	const scenes = script.scenes.map((scene) => (names.includes(scene.set) ? { ...scene, set: stays } : scene));
	const sets = script.sets
		.filter(({ name }) => name === stays || !names.includes(name))
		.map((set) =>
			set.name === stays ? { name: stays, scenes: scenes.filter((scene) => scene.set === stays).length } : set
		);
	return { ...script, scenes, sets };
}
