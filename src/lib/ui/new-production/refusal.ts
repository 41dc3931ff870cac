import { language, text } from '../text/index.svelte.ts';
import type { TablesRefused } from '#lib/files/index.ts';
import type { Refused } from './reading.svelte.ts';

/** Why a script was refused: what is wrong, what it seems to be instead, and where to look. */
export function refusalOf(why: Refused): string {
	if (why.reason === 'table') return tableRefusal(why.table);
	const words = text.script;
	const more = [words.refused[why.reason]];
	if (why.looksLike) more.push(words.looksLike[why.looksLike]);
	else if (why.reason === 'not-text') more.push(words.otherFormat);
	if (why.reason === 'no-scenes' && why.line) more.push(words.nearest(why.line));
	if (why.reason === 'too-many-scenes' && why.line && why.limit)
		more.push(words.stoppedAt(why.line, why.limit));
	if (why.reason.startsWith('xml-') && why.line) more.push(words.faultAt(why.line));
	return more.join(language.current === 'zh-Hans' ? '' : ' ');
}

function tableRefusal({ reason, looksLike, where }: TablesRefused): string {
	const words = text.sheet;
	const more = [words.refused[reason]];
	if (looksLike) more.push(words.looksLike[looksLike]);
	if (where) more.push(words.where(where));
	return more.join(language.current === 'zh-Hans' ? '' : ' ');
}
