import { readParagraph } from './fdx-body.ts';
import { spellAsSpoken } from './fdx-fields.ts';
import { paragraphsOf, rangedNotes, wordsOf } from './fdx-paragraphs.ts';
import { readTags } from './fdx-tags.ts';
import { child, childrenOf, readTree, type XmlNode } from './fdx-tree.ts';
import { finish } from './finish.ts';
import { oneSpaced } from './letters.ts';
import { saidLoose, startReading, type Reading } from './reading.ts';
import type { SceneDraft } from './scene-draft.ts';
import { readLooseTitle } from './title-page.ts';
import type { ReadScript } from './types.ts';
import { collectWarnings } from './warnings.ts';

/** Is this text a Final Draft file? Known by its root, whatever the file is called. */
export const isFdx = (text: string): boolean =>
	/^[\s\uFEFF]*</.test(text.slice(0, 1000)) &&
	/<(?:!DOCTYPE\s+)?FinalDraft[\s>/]/i.test(text.slice(0, 100_000));

/**
 * Reads Final Draft's XML (versions 1 to 6, and what other programs write under that name) into what `readFountain`
 * answers for the same script. Takes any text and never throws: what isn't well formed, and what reading stopped at,
 * is in `warnings`, by line.
 *
 * @example readFdx(text).scenes[0] // { number: '12A', eighths: 11, elements: [{ category: 'props', … }], … }
 */
export function readFdx(text: string): ReadScript {
	const { warn, list } = collectWarnings();
	const { root, faults, cut, stop } = readTree(text);
	if (faults) warn('xml-damaged', faults.line, undefined, { count: faults.count });
	if (cut !== null) warn('xml-cut', cut);
	if (stop) warn(stop.code, stop.line, undefined, { limit: stop.limit });
	const reading = startReading(warn, root && titleOf(root));
	if (root && !stop) {
		const tags = readTags(root, warn);
		const paragraphs = paragraphsOf(root);
		const begins: { at: number; scene: SceneDraft | null }[] = [];
		for (const [index, paragraph] of paragraphs.entries()) {
			readParagraph(reading, paragraph, {
				before: paragraphs[index - 1],
				after: paragraphs[index + 1],
				tags
			});
			begins.push({ at: paragraph.at, scene: reading.scene });
			if (reading.full) break;
		}
		saidLoose(reading);
		placeNotes(root, reading, begins);
		tags.sayUnused();
		spellAsSpoken(reading.scenes);
	}
	const { title, scenes, notes } = reading;
	const draft = finish({ title, scenes, episodes: [...reading.episodes.values()], notes: [] }, warn);
	return { ...draft, format: 'final-draft', notes, warnings: list() };
}

const PLACEHOLDER = /^(?:script title|screenplay title|title|untitled|untitled screenplay)$/i;

/** The title page has no fields: its title is what another program marked as one, else the first words on it. */
function titleOf(root: XmlNode): string | null {
	const page = childrenOf(child(child(root, 'titlepage'), 'content'), 'paragraph');
	const marked = page.find(({ attributes }) => /^title$/i.test(attributes.type ?? ''));
	for (const paragraph of marked ? [marked] : page) {
		const words = oneSpaced(wordsOf({ ...paragraph, children: [paragraph] }));
		if (!words) continue;
		return PLACEHOLDER.test(words) ? null : (readLooseTitle(words) ?? words.slice(0, 200));
	}
	return null;
}

/** Notes of Final Draft 13 stand behind the script and say by characters where they belong. */
function placeNotes(
	root: XmlNode,
	reading: Reading,
	begins: readonly { at: number; scene: SceneDraft | null }[]
): void {
	const ranged = rangedNotes(root).sort((a, b) => a.at - b.at);
	let index = 0;
	for (const { at, text } of ranged) {
		while ((begins[index + 1]?.at ?? Infinity) <= at) index++;
		(begins[index]?.scene?.notes ?? reading.notes).push(text);
	}
}
