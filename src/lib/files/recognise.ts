import { strFromU8 } from 'fflate';
import type { Archive } from './zip.ts';
import type { OtherFile } from './types.ts';

const MAGIC: readonly (readonly [OtherFile | 'zip' | 'ole', readonly number[]])[] = [
	['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
	['zip', [0x50, 0x4b, 0x03, 0x04]],
	['zip', [0x50, 0x4b, 0x05, 0x06]],
	['ole', [0xd0, 0xcf, 0x11, 0xe0]],
	['archive', [0x52, 0x61, 0x72, 0x21]],
	['archive', [0x37, 0x7a, 0xbc, 0xaf]],
	['archive', [0x1f, 0x8b]],
	['image', [0x89, 0x50, 0x4e, 0x47]],
	['image', [0xff, 0xd8, 0xff]],
	['image', [0x47, 0x49, 0x46, 0x38]]
];

/** What the first bytes say; null for what may be text. */
export const byMagic = (bytes: Uint8Array): OtherFile | 'zip' | 'ole' | null =>
	MAGIC.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0] ?? null;

/** What an archive is, by what it holds. */
export function byContents({ names }: Archive): OtherFile | 'xlsx' {
	const has = (name: RegExp): boolean => names.some((one) => name.test(one));
	if (has(/^\/?xl\/workbook\.bin$/i)) return 'xlsb';
	if (has(/^\/?xl\/workbook[^/]*\.xml$/i)) return 'xlsx';
	if (has(/^word\//)) return 'word';
	if (has(/^ppt\//)) return 'slides';
	if (has(/^Index(?:\.zip|\/)|\.iwa$/)) return 'numbers';
	if (has(/^content\.xml$/) && has(/^mimetype$/)) return 'opendocument';
	return has(/^\[Content_Types\]\.xml$/) ? 'xlsx' : 'archive';
}

/**
 * An OLE file is the Office of before 2007, or a new one behind a password: the names of its streams, in UTF-16,
 * say which.
 */
export function byStreams(bytes: Uint8Array): OtherFile | 'locked' | undefined {
	const text = strFromU8(bytes.subarray(0, 2_000_000), true);
	const has = (stream: string): boolean => text.includes([...stream].join('\0'));
	if (has('EncryptedPackage')) return 'locked';
	if (has('Workbook') || has('Book')) return 'xls';
	if (has('WordDocument')) return 'word';
	return has('PowerPoint Document') ? 'slides' : undefined;
}

/** Text that is no table: rich text, a script, a web page (which some programs call .xls). */
export function byText(text: string): OtherFile | undefined {
	const start = text.slice(0, 2000).trimStart();
	if (start.startsWith('{\\rtf')) return 'rtf';
	if (/<FinalDraft\b/.test(start)) return 'final-draft';
	if (/^<(?:!doctype html|html|table|meta|head)\b/i.test(start)) return 'html';
	return /^<\?xml/i.test(start) ? 'xml' : undefined;
}
