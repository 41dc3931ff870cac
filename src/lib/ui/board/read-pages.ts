/** Reads pages as typed into whole eighths: `1 3/8`, `3/8`, `2`, `1.375`, full-width too. Null for anything else, and for none. */
export function readPages(raw: string): number | null {
	const typed = raw.trim().normalize('NFKC').replace('⁄', '/');
	const fraction = /^(?:(\d{1,3})\s+)?(\d{1,3})\/8$/.exec(typed);
	const eighths = fraction
		? Number(fraction[1] ?? 0) * 8 + Number(fraction[2])
		: /^\d{1,3}([.,]\d{1,3})?$/.test(typed)
			? Math.round(Number(typed.replace(',', '.')) * 8)
			: 0;
	return eighths > 0 ? eighths : null;
}
