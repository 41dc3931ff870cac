import { isElement, type TagKind } from './fdx-categories.ts';
import { oneSpaced } from './letters.ts';
import type { SceneDraft } from './scene-draft.ts';

/** Puts what a writer tagged where it belongs: an element of its category, one of the cast, a field of the scene. */
export function addTagged(scene: SceneDraft, kind: TagKind, words: string): void {
	const name = oneSpaced(words);
	if (!name) return;
	if (isElement(kind)) {
		const key = `${kind} ${name.toLowerCase()}`;
		if (!scene.tagged.has(key)) scene.elements.push({ category: kind, name });
		scene.tagged.add(key);
	} else if (kind === 'cast') addListed(scene, name);
	else if (kind === 'notes') scene.notes.push(name);
	else if (kind === 'synopsis') {
		if (scene.synopsis.length === 0) scene.synopsis.push(name);
	} else {
		const before = scene.fields[kind];
		scene.fields[kind] = before && before !== name ? `${before}; ${name}` : name;
	}
}

/** Puts somebody on the scene's list, who then needn't speak in it. */
export function addListed(scene: SceneDraft, name: string): void {
	const plain = oneSpaced(name);
	if (plain && !scene.speeches.has(plain)) scene.speeches.set(plain, 0);
}

/**
 * Arc beats and tags name people as the writer's lists do, `Lin Wan`; a cue is in capitals. A listed name that is a
 * speaker's but for capitals and spaces is that speaker, as the list points at the cue. Two cues written in two ways
 * stay two: a person joins them.
 */
export function spellAsSpoken(scenes: readonly SceneDraft[]): void {
	const key = (name: string): string => oneSpaced(name).toLowerCase();
	const spoken = new Map<string, Set<string>>();
	for (const { speeches } of scenes) {
		for (const [name, lines] of speeches) {
			if (lines === 0) continue;
			const of = spoken.get(key(name));
			if (of) of.add(name);
			else spoken.set(key(name), new Set([name]));
		}
	}
	for (const scene of scenes) {
		const speeches = new Map<string, number>();
		for (const [name, lines] of scene.speeches) {
			const of = spoken.get(key(name));
			const [only] = of?.size === 1 ? of : [name];
			const spelled = lines === 0 ? (only ?? name) : name;
			speeches.set(spelled, (speeches.get(spelled) ?? 0) + lines);
		}
		scene.speeches = speeches;
	}
}
