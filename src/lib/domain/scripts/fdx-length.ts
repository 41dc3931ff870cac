/** A scene longer than this is a slip of the keyboard: its length is computed. */
const PAGES_MOST = 200;

/** `1 3/8`, `7/8`, `2`, `1.375` as whole eighths, rounded up; null when it says nothing, or nothing possible. */
export function readLength(length: string | undefined): number | null {
	const text = (length ?? '')
		// ⅜ becomes 3⁄8, which must not run into the pages before it.
		.replace(/[¼-¾⅐-⅞]/g, (fraction) => ` ${fraction}`)
		.normalize('NFKC')
		.replace(/⁄/g, '/')
		.trim();
	const match = /^(\d{1,4}(?:[.,]\d{1,4})?)?(?:\s*(?:[-–+]\s*)?\b(\d{1,3})\s*\/\s*(\d{1,3}))?$/.exec(text);
	if (!match || (!match[1] && !match[2])) return null;
	const part = match[2] ? Number(match[2]) / Number(match[3]) : 0;
	const pages = Number((match[1] ?? '0').replace(',', '.')) + part;
	if (!(pages > 0 && pages <= PAGES_MOST)) return null;
	return Math.ceil(pages * 8 - 1e-6);
}

/** 11 eighths as Final Draft writes them: `1 3/8`. */
export function writeLength(eighths: number): string {
	const [pages, rest] = [Math.floor(eighths / 8), eighths % 8];
	if (pages === 0) return `${rest}/8`;
	return rest === 0 ? String(pages) : `${pages} ${rest}/8`;
}

/** `#RRRRGGGGBBBB`, 16 bits a channel, or `#RRGGBB`, as `#rrggbb`; null when it is neither. */
export function readColour(colour: string | undefined): string | null {
	const digits = /^#?((?:[\da-f]{6}){1,2})$/i.exec((colour ?? '').trim())?.[1]?.toLowerCase();
	if (!digits) return null;
	if (digits.length === 6) return `#${digits}`;
	// The high byte of each channel is what a screen shows.
	return `#${digits.slice(0, 2)}${digits.slice(4, 6)}${digits.slice(8, 10)}`;
}
