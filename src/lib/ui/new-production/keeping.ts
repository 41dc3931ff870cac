/**
 * What was typed, kept in this tab so that a page left by mistake loses nothing. A script is kept with it when it
 * is small; a big one would fill the browser's room for a tab, and is asked for again.
 */
import { blank, type Typed } from './form.ts';

/** Where the script comes from; `none` is a choice, not an omission. */
export type Way = 'file' | 'paste' | 'none';
export type Source = { readonly name: string; readonly of: Uint8Array | string };
export type Kept = {
	readonly typed: Typed;
	readonly way: Way;
	/** null: there was none, or it was too big to keep */
	readonly source: Source | null;
	readonly lost: boolean;
};

/** Longest script that is kept, in bytes or characters. A season is about half of it. */
export const KEPT_MOST = 600_000;

const key = (userId: string): string => `daybreak.new-production.${userId}`;

/** Keeps what was typed. */
export function keepForm(userId: string, { typed, way, source }: Omit<Kept, 'lost'>): void {
	const small = source && source.of.length <= KEPT_MOST ? source : null;
	const script = small && {
		name: small.name,
		...(typeof small.of === 'string' ? { text: small.of } : { bytes: toBase64(small.of) })
	};
	try {
		sessionStorage.setItem(
			key(userId),
			JSON.stringify({ typed, way, script, lost: source !== null && !small })
		);
	} catch {
		// no room or no storage: the form holds until the page is closed
	}
}

/** Made, or given up. */
export function forgetForm(userId: string): void {
	try {
		sessionStorage.removeItem(key(userId));
	} catch {
		// nothing was kept either
	}
}

/** What was typed here before; null when nothing was, or when it can't be read. */
export function keptForm(userId: string): Kept | null {
	try {
		return readKept(JSON.parse(sessionStorage.getItem(key(userId)) ?? 'null'));
	} catch {
		return null;
	}
}

type Json = Record<string, unknown>;
const isJson = (raw: unknown): raw is Json => typeof raw === 'object' && raw !== null;

function readKept(raw: unknown): Kept | null {
	if (!isJson(raw) || !isJson(raw.typed)) return null;
	const typed: Json = { ...raw.typed };
	const shape: Typed = blank('2000-01-01' as never, '', '');
	for (const [name, value] of Object.entries(shape)) {
		if (name === 'rest') {
			if (!Array.isArray(typed.rest) || !typed.rest.every((of) => Number.isInteger(of))) return null;
		} else if (typeof typed[name] !== typeof value) return null;
	}
	const way = raw.way === 'paste' || raw.way === 'none' ? raw.way : 'file';
	return { typed: typed as Typed, way, source: readSource(raw.script), lost: raw.lost === true };
}

function readSource(raw: unknown): Source | null {
	if (!isJson(raw) || typeof raw.name !== 'string') return null;
	if (typeof raw.text === 'string') return { name: raw.name, of: raw.text };
	return typeof raw.bytes === 'string' ? { name: raw.name, of: fromBase64(raw.bytes) } : null;
}

function toBase64(bytes: Uint8Array): string {
	const parts: string[] = [];
	for (let at = 0; at < bytes.length; at += 8192)
		parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
	return btoa(parts.join(''));
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
