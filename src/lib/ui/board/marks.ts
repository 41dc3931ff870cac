import type { Finding } from '#lib/domain/finding.ts';
import type { StripMark } from './types.ts';

export const NO_MARKS: ReadonlyMap<string, StripMark> = new Map();

/**
 * What the rules say strip by strip. Marks that say the same as before are the same objects, and so is the whole
 * map, so that only strips whose mark differs are drawn again.
 */
export function marksOf(
	findings: readonly Finding[],
	sentence: (finding: Finding) => string,
	before: ReadonlyMap<string, StripMark>
): ReadonlyMap<string, StripMark> {
	const said = new Map<string, { bad: boolean; sentences: string[] }>();
	for (const finding of findings) {
		if (!finding.strips?.length) continue;
		const words = sentence(finding);
		for (const id of finding.strips) {
			const mark = said.get(id);
			if (!mark) said.set(id, { bad: finding.severity === 'bad', sentences: [words] });
			else {
				mark.bad ||= finding.severity === 'bad';
				mark.sentences.push(words);
			}
		}
	}
	let isSame = said.size === before.size;
	const marks = new Map<string, StripMark>();
	for (const [id, mark] of said) {
		const was = before.get(id);
		const same = was?.bad === mark.bad && was.sentences.join('\n') === mark.sentences.join('\n');
		marks.set(id, same ? was : mark);
		isSame &&= same;
	}
	return isSame ? before : marks;
}
