import { beginsAsHeading } from './heading.ts';
import { foldWidth, oneSpaced, withoutEmphasis } from './letters.ts';

const KNOWN = new Set(
	(
		'title credit author authors source notes draft date contact copyright revision version format font header footer ' +
		'language watermark company production series genre logline writer director producer address email phone website'
	).split(' ')
);
const KNOWN_HAN = new Set(
	'标题 剧名 片名 剧本名 作者 编剧 改编 原著 日期 版本 联系方式 版权 出品 类型 题材 集数'.split(' ')
);
const TITLE = new Set(['title', '标题', '剧名', '片名', '剧本名']);

/** Where the script itself begins, and what the title page says. */
type TitlePage = { title: string | null; end: number; line: number };

/**
 * Reads `Key: value` lines at the very top, values going on over indented lines, up to the first empty line or
 * page break. It is a title page only when its first key is one writers use: `FADE IN:` and 林晚：你好 are text.
 */
export function readTitlePage(text: string): TitlePage {
	const none = { title: null, end: 0, line: 1 };
	let end = 0;
	let line = 1;
	let key: string | null = null;
	const title: string[] = [];
	while (end < text.length) {
		const next = text.indexOf('\n', end);
		const stop = next < 0 ? text.length : next;
		const raw = text.slice(end, Math.min(stop, end + 2000)).replaceAll('\0', '');
		const trimmed = raw.trim();
		const isEmpty = !trimmed;
		const before: string | null = key;
		if (isEmpty && key) break;
		if (!isEmpty) {
			const found: ReturnType<typeof readKey> =
				before && /^(?:\t| {3,}|\u3000)/.test(raw) ? null : readKey(trimmed);
			if (found) key = found.key;
			if (!key || (!before && !isKnown(key))) return none;
			if (beginsAsHeading(trimmed) || /^(?:={3,}|#|【?第|\d{1,4}\s?[-－.、])/.test(trimmed)) break;
			// Chinese scripts often go on without an empty line.
			if (before && KNOWN_HAN.has(before) && !/^\s/.test(raw) && !(found && isKnown(found.key))) break;
			const value = found ? found.value : trimmed;
			if (TITLE.has(key) && value) title.push(value);
		}
		end = Math.min(stop + 1, text.length);
		line++;
		if (next < 0) break;
	}
	if (!key) return none;
	return { title: plainTitle(title.join(' ')), end, line };
}

/** A title without marks and 《》; null when nothing is left. */
function plainTitle(text: string): string | null {
	const plain = oneSpaced(withoutEmphasis(text))
		.replace(/^《([^》]*)》$/, '$1')
		.trim();
	return plain.slice(0, 200) || null;
}

/** 《霸总的秘密》 alone, or 剧名：…, above the first scene of a script that has no title page. */
export function readLooseTitle(line: string): string | null {
	if (line.length > 100) return null;
	const plain = withoutEmphasis(line.replace(/^#+/, ''));
	const quoted = /^《([^》]+)》\s*(?:剧本|短剧|微短剧|竖屏短剧|第.稿)?$/.exec(plain)?.[1];
	if (quoted) return quoted.trim();
	const found = readKey(plain);
	return found && TITLE.has(found.key) ? plainTitle(found.value) : null;
}

function readKey(line: string): { key: string; value: string } | null {
	const colon = foldWidth(line.slice(0, 41)).indexOf(':');
	if (colon < 1) return null;
	return { key: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() };
}

const isKnown = (key: string): boolean => KNOWN_HAN.has(key) || KNOWN.has(key.split(' ')[0] ?? '');
