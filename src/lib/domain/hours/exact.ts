/** Exact fractions, so that money is rounded once, at the end, and half goes up. */
export type Exact = { readonly over: bigint; readonly under: bigint };

export const ZERO: Exact = { over: 0n, under: 1n };

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

/** A fraction in lowest terms with a positive denominator. Throws for a denominator of 0. */
export function fraction(over: bigint, under: bigint): Exact {
	if (under === 0n) throw new RangeError('nothing can be divided by 0');
	const by = gcd(over, under) * (under < 0n ? -1n : 1n);
	return { over: over / by, under: under / by };
}

const WRITTEN = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;

/** The fraction a decimal stands for as written: 21.75 is 87/4. Throws for text that is no decimal. */
export function decimal(raw: number | string): Exact {
	const known = read.get(raw);
	if (known) return known;
	if (read.size > 5000) read.clear();
	const exact = readDecimal(raw);
	read.set(raw, exact);
	return exact;
}

/** Rates, multipliers and steps come again for every person and day. */
const read = new Map<number | string, Exact>();

function readDecimal(raw: number | string): Exact {
	const match = WRITTEN.exec(String(raw).trim());
	if (!match) throw new RangeError(`"${raw}" is not a decimal number`);
	const [, sign, whole, part = '', exponent = '0'] = match;
	const places = part.length - Number(exponent);
	const digits = BigInt(`${sign}${whole}${part}`);
	return places >= 0
		? fraction(digits, 10n ** BigInt(places))
		: fraction(digits * 10n ** BigInt(-places), 1n);
}

export const plus = (a: Exact, b: Exact): Exact =>
	fraction(a.over * b.under + b.over * a.under, a.under * b.under);
export const minus = (a: Exact, b: Exact): Exact => plus(a, { over: -b.over, under: b.under });
export const times = (a: Exact, b: Exact): Exact => fraction(a.over * b.over, a.under * b.under);
export const by = (a: Exact, b: Exact): Exact => fraction(a.over * b.under, a.under * b.over);
export const isLess = (a: Exact, b: Exact): boolean => a.over * b.under < b.over * a.under;

/** Rounded half-up (away from zero) to `places` decimals. */
export function money(exact: Exact, places = 2): number {
	const scale = 10n ** BigInt(places);
	const size = exact.over < 0n ? -exact.over : exact.over;
	const units = (2n * size * scale + exact.under) / (2n * exact.under);
	return (Number(units) / Number(scale)) * (exact.over < 0n ? -1 : 1) || 0;
}
