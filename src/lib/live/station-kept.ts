/**
 * What a station keeps on its tablet beside the outbox: who it is, whom it asks and when they are called,
 * punches of stretches that run, and how often a PIN was wrong. Nothing else of anybody: what was delivered is gone from here.
 */
import { readStation, type StationLook } from '#lib/api/api.ts';
import { readLogged, type Keyed, type LoggedPunch } from '#lib/domain/hours/log/logged.ts';

const LOOK = 'daybreak.station';
const KEPT = 'daybreak.station.kept';
/** A stretch that began longer ago is no stretch: whoever forgot to wrap says so on their own page. */
const STRETCH_MS = 86_400_000;

/** Wrong PINs of a person in a row, and when the last one was (ms since 1970). */
export type Wrong = { readonly count: number; readonly at: number };
export type StationKept = {
	readonly punches: Readonly<Record<string, readonly Keyed<LoggedPunch>[]>>;
	readonly wrong: Readonly<Record<string, Wrong>>;
};
const NOTHING: StationKept = { punches: {}, wrong: {} };

type Json = Record<string, unknown>;
const isJson = (raw: unknown): raw is Json => typeof raw === 'object' && raw !== null && !Array.isArray(raw);

function read(key: string): Json | null {
	try {
		const raw: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
		return isJson(raw) ? raw : null;
	} catch {
		return null;
	}
}
function write(key: string, value: unknown): boolean {
	try {
		if (value === null) localStorage.removeItem(key);
		else localStorage.setItem(key, JSON.stringify(value));
		return true;
	} catch {
		return false;
	}
}

/** The station this tablet is; null when it is none. */
export function lookKept(): StationLook | null {
	const raw = read(LOOK);
	return raw && readStation(raw);
}

/** Keeps what the server said of this station; null: it is none any more. @returns whether the browser did */
export function keepLook(look: StationLook | null): boolean {
	if (look === null) write(KEPT, null);
	return write(LOOK, look);
}

/**
 * The stretches that run and the wrong tries. What is damaged or older than a day is left out.
 * @param now ms since 1970
 */
export function stationKept(now: number): StationKept {
	const raw = read(KEPT);
	if (!raw) return NOTHING;
	const punches = Object.entries(isJson(raw.punches) ? raw.punches : {}).flatMap(([person, list]) => {
		const read = (Array.isArray(list) ? list : []).flatMap((one: unknown) => {
			const key = isJson(one) ? one.key : null;
			const logged = readLogged(one);
			return typeof key === 'string' && logged?.kind === 'punch' ? [{ ...logged, key }] : [];
		});
		const young = read.length > 0 && read.every(({ at }) => now - at < STRETCH_MS);
		return young ? [[person, read] as const] : [];
	});
	const wrong = Object.entries(isJson(raw.wrong) ? raw.wrong : {}).flatMap(([person, one]) =>
		isJson(one) && typeof one.count === 'number' && typeof one.at === 'number'
			? [[person, { count: one.count, at: one.at }] as const]
			: []
	);
	return { punches: Object.fromEntries(punches), wrong: Object.fromEntries(wrong) };
}

export const keepStation = (kept: StationKept): void => void write(KEPT, kept);
