import { foldWidth, NUMERAL, readNumeral, withoutEmphasis } from './letters.ts';

const WORDS = 'ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE'.split(' ');
const ENGLISH = new RegExp(
	`^(?:S\\d{1,2}\\s?E|EPISODE|EPS?\\.?|E)\\s*(?:NO\\.?\\s*|#\\s*)?(\\d{1,4}|${WORDS.join('|')})(?![\\p{L}\\p{N}])`,
	'iu'
);
const CHINESE = new RegExp(`^第\\s*([${NUMERAL}]{1,9})\\s*[集话話]`);
const CLOSED = /^[\s:)）】\]]*(?:完|结束|终|END|ENDS|FIN)[\s.)）】\]]*$/i;

type EpisodeLine = { number: number; title: string };

/**
 * Reads the words of an episode's heading: `Episode 3`, `EP 3: Title`, `第3集 标题`, `第十二集`. `第3集完` closes an
 * episode and is none. Without `#` (`marked` false) a line must be nothing but that, so that 第三集团军 stays text.
 */
export function readEpisodeLine(line: string, marked: boolean): EpisodeLine | null {
	if (line.length > 200 || (!marked && line.length > 60)) return null;
	if (!/[第ES]/i.test(line)) return null;
	const plain = withoutEmphasis(line).replace(/^[【[\s]+/, '');
	const folded = foldWidth(plain);
	const match = ENGLISH.exec(folded) ?? CHINESE.exec(folded);
	if (!match) return null;
	const word = match[1] ?? '';
	const named = WORDS.indexOf(word.toUpperCase());
	const number = named < 0 ? readNumeral(word) : named + 1;
	// Folding keeps positions, so the title is cut from the text as written.
	const rest = plain.slice(match[0].length);
	if (number === null || CLOSED.test(rest)) return null;
	if (!marked) {
		if (/^[^\s:：\-–—《（(「【\]】]/.test(rest) || /[。！？!?；;]$/.test(rest)) return null;
		if (/^[A-Z]/i.test(folded) && !/^(?:\s*$|\s*[:\-–—])/.test(foldWidth(rest))) return null;
	} else if (/^(?:团|合|资|装|中)/.test(rest)) return null;
	const title = rest.replace(/^[\s:：.．、,，\-–—《「【\]】]+|[\s》」】\]]+$/g, '');
	return { number, title };
}
