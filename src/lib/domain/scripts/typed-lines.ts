import { readLine } from './fountain.ts';
import { linesOf, type Line } from './lines.ts';
import { startReading } from './reading.ts';
import { addListed } from './fdx-fields.ts';
import { draftScene, keep, type LineKind, type SceneDraft } from './scene-draft.ts';

export type TypedLine = { kind: LineKind; text: string };

/**
 * Says what each line of a scene's text is: the text `readFountain` and `readFdx` keep, read once more by the same
 * rules. Every line comes out again, as action where nothing else is sure.
 *
 * @param cast who is in the scene: Chinese names that count without `@`
 */
export function typedLines(text: string, style: SceneDraft['style'], cast: readonly string[]): TypedLine[] {
	const scene = emptyScene(style);
	const reading = startReading(() => {}, '');
	reading.scene = scene;
	for (const name of cast) {
		addListed(scene, name);
		reading.known.add(name);
	}
	// What would begin another scene, an episode or a label is a line of this one, since it was kept as such.
	const take = (line: Line, next: string): void => {
		const before = scene.body.length;
		readLine(reading, line, next);
		const taken = scene.body.length > before || line.text === '';
		reading.scene = scene;
		if (taken) return;
		keep(scene, line.text, 'action');
		reading.before = 'action';
	};
	let now: Line | null = null;
	for (const next of linesOf(text, 0, 1)) {
		if (now) take(now, next.text);
		now = next;
	}
	if (now) take(now, '');
	return scene.body.map((line, index) => ({ kind: scene.kinds[index] ?? 'action', text: line }));
}

const emptyScene = (style: SceneDraft['style']): SceneDraft =>
	draftScene(
		{
			style,
			heading: '',
			number: null,
			episode: null,
			intExt: null,
			time: null,
			timeText: '',
			inherits: false,
			guessed: false,
			// With a place, a line 场景：… below is no label that would fill it.
			set: '-',
			omitted: false,
			cast: []
		},
		1,
		''
	);
