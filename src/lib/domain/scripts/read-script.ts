import { decode, otherText } from './decode.ts';
import { isFdx, readFdx } from './fdx.ts';
import { beginsAsHeading } from './heading.ts';
import { readFountain } from './fountain.ts';
import { cleanText, linesOf } from './lines.ts';
import type { Encoding, RefusalReason, ScriptResult, ScriptWarning, WarningCode } from './types.ts';

/** 20 MB: a thousand times a season's script. A bigger file is refused before a byte of it is decoded. */
export const BYTES_MOST = 20_000_000;

/** Reading stopped at these: half a script isn't taken over. */
const STOPS = new Set<WarningCode>(['too-many-scenes', 'xml-doctype', 'xml-too-deep', 'xml-too-many']);

/**
 * Reads a script file, Fountain or Final Draft by what is in it: bytes in any of the encodings scripts come in, or
 * text that was pasted. Answers the script,
 * or why there is none and where; never throws, and keeps nothing. `fileName` is only a hint for the refusal.
 *
 * @example
 * const read = readScript(new Uint8Array(await file.arrayBuffer()), file.name);
 * if (read.ok) preview(read.script); else say(read.reason, read.line);
 */
export function readScript(bytes: Uint8Array | string, fileName = ''): ScriptResult {
	const size = bytes.length;
	if (size > BYTES_MOST) return { ok: false, reason: 'too-big', limit: BYTES_MOST };
	if (size === 0) return { ok: false, reason: 'empty' };
	const decoded =
		typeof bytes === 'string'
			? { ok: true as const, text: bytes, encoding: 'utf-8' as Encoding, guessed: false, damaged: 0 }
			: decode(bytes);
	if (!decoded.ok) return { ok: false, reason: 'not-text', ...hint(decoded.looksLike, fileName) };
	const { text, encoding } = decoded;
	if (!/\S/.test(text)) return { ok: false, reason: 'empty' };
	const fdx = isFdx(text);
	const looksLike = fdx ? undefined : otherText(text);
	if (looksLike === 'rtf') return { ok: false, reason: 'not-text', looksLike };

	const script = fdx ? readFdx(text) : readFountain(text);
	for (const { code, line, data } of script.warnings) {
		if (STOPS.has(code)) {
			return { ok: false, reason: code as RefusalReason, line, limit: Number(data?.limit) };
		}
	}
	if (script.scenes.length === 0) {
		const fault = script.warnings.find(({ code }) => code === 'xml-damaged' || code === 'xml-cut');
		if (fault) return { ok: false, reason: 'xml-damaged', line: fault.line };
		if (fdx) return { ok: false, reason: 'no-scenes' };
		return { ok: false, reason: 'no-scenes', line: closestLine(text), ...hint(looksLike, fileName) };
	}
	const first: ScriptWarning[] = [];
	if (decoded.guessed) first.push({ code: 'encoding-guessed', line: 1, data: { encoding } });
	if (decoded.damaged > 0) {
		first.push({ code: 'text-damaged', line: lineOf(text, '\uFFFD'), data: { count: decoded.damaged } });
	}
	const warnings = [...first, ...script.warnings].sort((a, b) => a.line - b.line);
	return { ok: true, script: { ...script, warnings }, encoding };
}

function hint(looksLike: (ScriptResult & { ok: false })['looksLike'], fileName: string) {
	const named = /\.docx?$/i.test(fileName) ? ('word' as const) : looksLike;
	return named ? { looksLike: named } : {};
}

/** The line most like a heading, else the first that says anything. */
function closestLine(text: string): number {
	let first = 1;
	let seen = false;
	for (const { line, text: words } of linesOf(cleanText(text), 0, 1)) {
		if (!words) continue;
		if (!seen) first = line;
		seen = true;
		if (beginsAsHeading(words)) return line;
	}
	return first;
}

/** The line on which a mark first stands. */
function lineOf(text: string, mark: string): number {
	for (const { line, raw } of linesOf(text.replace(/\r\n?/g, '\n'), 0, 1))
		if (raw.includes(mark)) return line;
	return 1;
}
