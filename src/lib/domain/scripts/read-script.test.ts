import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFountain, SCENES_MOST } from './index.ts';
import { BYTES_MOST, readScript } from './read-script.ts';

const bytesOf = (name: string) =>
	new Uint8Array(readFileSync(new URL(`../../../../tests/fixtures/scripts/${name}`, import.meta.url)));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian: boolean) =>
	Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8].sort(() => 0))).map(
		(_, i, all) => (bigEndian ? (all[i ^ 1] ?? 0) : (all[i] ?? 0))
	);
const HEADING = 'INT. HOUSE - DAY\n\nLin waits.';

describe('encodings', () => {
	test('UTF-8 with and without a byte-order mark', () => {
		expect(readScript(utf8(HEADING))).toMatchObject({ ok: true, encoding: 'utf-8' });
		expect(readScript(utf8(`\uFEFF${HEADING}`))).toMatchObject({ ok: true, script: { warnings: [] } });
	});
	test('UTF-16 with a byte-order mark, either way round', () => {
		expect(readScript(Uint8Array.of(0xff, 0xfe, ...utf16(HEADING, false)))).toMatchObject({
			ok: true,
			encoding: 'utf-16le'
		});
		expect(readScript(Uint8Array.of(0xfe, 0xff, ...utf16(HEADING, true)))).toMatchObject({
			ok: true,
			encoding: 'utf-16be'
		});
	});
	test('UTF-16 without a mark is guessed, and said', () => {
		const read = readScript(utf16(HEADING, false));
		expect(read.ok && read.script.warnings).toMatchObject([{ code: 'encoding-guessed' }]);
	});
	test('the same Chinese script in GB18030, UTF-16 and UTF-8 gives the same scenes', () => {
		const [plain, gb, wide] = ['ti-shen.txt', 'ti-shen.gb18030.txt', 'ti-shen.utf16le.txt'].map((name) =>
			readScript(bytesOf(name))
		);
		if (!plain?.ok || !gb?.ok || !wide?.ok) throw new Error('a fixture was refused');
		expect([plain.encoding, gb.encoding, wide.encoding]).toEqual(['utf-8', 'gb18030', 'utf-16le']);
		expect(gb.script.scenes).toEqual(plain.script.scenes);
		expect(wide.script).toEqual(plain.script);
	});
	test('’ and é of an old Windows editor are not taken for Chinese', () => {
		const read = readScript(bytesOf('western.windows1252.fountain'));
		expect(read).toMatchObject({ ok: true, encoding: 'windows-1252' });
		expect(read.ok && read.script.scenes[0]).toMatchObject({ set: 'CAFÉ', cast: ['RENÉ'] });
	});
	test('one broken character in a UTF-8 script is said by line and loses nothing else', () => {
		const bytes = utf8(`INT. 咖啡馆 - DAY\n\n林晚等着他来，雨一直下。\nX`);
		bytes[bytes.length - 1] = 0xff;
		const read = readScript(bytes);
		expect(read.ok && read.script.warnings).toMatchObject([
			{ code: 'text-damaged', line: 4, data: { count: 1 } }
		]);
	});
});

describe('what is no script gets a reason', () => {
	test('an empty file, or one of spaces', () => {
		expect(readScript('')).toEqual({ ok: false, reason: 'empty' });
		expect(readScript(new Uint8Array())).toEqual({ ok: false, reason: 'empty' });
		expect(readScript(' \n\t\n')).toEqual({ ok: false, reason: 'empty' });
	});
	test('a file of 50 MB is refused before it is decoded', () => {
		const before = performance.now();
		expect(readScript(new Uint8Array(50_000_000))).toEqual({
			ok: false,
			reason: 'too-big',
			limit: BYTES_MOST
		});
		expect(performance.now() - before).toBeLessThan(200);
	});
	test.each([
		['pdf', '%PDF-1.7 and so on'],
		['zip', 'PK\x03\x04 and so on'],
		['rtf', '{\\rtf1 INT. HOUSE - DAY}']
	])('a %s file is named', (looksLike, text) => {
		expect(readScript(utf8(text))).toEqual({ ok: false, reason: 'not-text', looksLike });
	});
	test('XML of another program is named', () => {
		const text = '<?xml version="1.0"?>\n<document type="Open Screenplay Format document">';
		expect(readScript(utf8(text))).toMatchObject({ ok: false, reason: 'no-scenes', looksLike: 'xml' });
	});
	test('a Word file is named by its ending', () => {
		expect(readScript(utf8('PK\x03\x04'), 'script.docx')).toMatchObject({ looksLike: 'word' });
	});
	test('random bytes are not text', () => {
		let seed = 7;
		const noise = Uint8Array.from(
			{ length: 20_000 },
			() => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 16
		);
		expect(readScript(noise)).toMatchObject({ ok: false, reason: 'not-text' });
	});
	test('text without a scene points at the line that came closest', () => {
		expect(readScript('Dear all,\n\nSee you.\nINT. is a nice word.')).toEqual({
			ok: false,
			reason: 'no-scenes',
			line: 4
		});
		expect(readScript('\n\nDear all')).toMatchObject({ reason: 'no-scenes', line: 3 });
	});
	test('too many scenes are refused at the scene over the limit', () => {
		const text = 'INT. A - DAY\n\n'.repeat(SCENES_MOST + 10);
		expect(readScript(text)).toEqual({
			ok: false,
			reason: 'too-many-scenes',
			line: SCENES_MOST * 2 + 1,
			limit: SCENES_MOST
		});
		expect(readFountain(text).scenes).toHaveLength(SCENES_MOST);
	});
});
