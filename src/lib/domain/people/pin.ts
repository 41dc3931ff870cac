/** The PIN somebody gives at a station: what may be one, and how long to wait after wrong ones. */

/** Digits only: people type them with gloves on. */
const PIN = /^\d{4,8}$/;

/** `digits`: not four to eight digits; `weak`: among the first anybody would try. */
export type PinProblem = 'digits' | 'weak';

/** Straight down the middle of the pad, its corners, and both backwards. */
const PAD = ['2580', '0852', '1379', '9731', '147258', '159357'];

/** What is wrong with a PIN; null when it may be one. */
export function pinProblem(pin: string): PinProblem | null {
	if (!PIN.test(pin)) return 'digits';
	return isRun(pin) || isRepeated(pin) || PAD.includes(pin) ? 'weak' : null;
}

/** 1234, 87654, 7890: each digit one more, or one less, than the one before; the pad goes on from 9 to 0. */
function isRun(pin: string): boolean {
	const steps = [...pin].slice(1).map((digit, n) => (Number(digit) - Number(pin[n]) + 10) % 10);
	return steps.every((step) => step === 1) || steps.every((step) => step === 9);
}

/** 0000, 1212, 123123, 1122: a short piece again and again, or pairs only. */
const isRepeated = (pin: string): boolean => /^(\d{1,3})\1+$/.test(pin) || /^(?:(\d)\1)+$/.test(pin);

/** So many wrong tries cost nothing but the second a check takes. */
const FREE_TRIES = 5;
const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/**
 * How long a person's pad stays shut after wrong PINs in a row: nothing up to four, then 15 s, doubling up to a
 * quarter of an hour. Four digits by hand then take years.
 * @param wrong wrong tries since the last right one
 * @returns milliseconds after the last try
 */
export const pinPause = (wrong: number): number =>
	wrong < FREE_TRIES ? 0 : Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (wrong - FREE_TRIES));
