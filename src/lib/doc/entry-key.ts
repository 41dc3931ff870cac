import { digest } from 'lib0/hash/sha256';
import { encodeUtf8 } from 'lib0/string';

/**
 * JSON in one form only: keys in order, nothing undefined. Two devices that mean the same entry write the same text,
 * so its hash says whether an entry is still the one that was signed or approved.
 */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join()}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
	const said = Object.entries(value)
		.filter(([, inner]) => inner !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
	return `{${said.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join()}}`;
}

/** SHA-256 of a value's canonical JSON, as 43 characters of base64url. */
export function contentHash(value: unknown): string {
	const bytes = digest(encodeUtf8(canonicalJson(value)));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
}

/**
 * The key an entry of an added-only document is kept under: its id, a point, its hash (reliability.md 2). Whoever
 * names the key names exactly this entry; one that was tampered with doesn't fit its own key.
 */
export const entryKey = (entry: { readonly id: string }): string => `${entry.id}.${contentHash(entry)}`;

/** Whether a key is the entry's own. */
export const fitsKey = (key: string, entry: unknown): boolean =>
	typeof entry === 'object' &&
	entry !== null &&
	typeof (entry as { id?: unknown }).id === 'string' &&
	key === entryKey(entry as { id: string });
