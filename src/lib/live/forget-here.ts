import { SIGN_OUT_OWED } from '#lib/api/sign-out-owed.ts';

/** Choices of the device, and its being a station, not of whoever used it: they outlast a sign-out. */
const DEVICE = new Set([
	SIGN_OUT_OWED,
	'daybreak.theme',
	'daybreak.language',
	'daybreak.rail',
	'daybreak.clock',
	'daybreak.station',
	'daybreak.station.kept'
]);

/**
 * Deletes what pages keep beside the documents: forms typed but not sent, folded days, names of places. Whoever signs
 * in next on this tablet finds none of it.
 */
export function forgetHere(): void {
	for (const storage of [localStorage, sessionStorage]) {
		for (const key of Object.keys(storage)) {
			if (key.startsWith('daybreak.') && !DEVICE.has(key)) storage.removeItem(key);
		}
	}
}
