/** Two names of accounts that people would take for the same: compatible forms, case and spaces don't tell them apart. */
export const nameKey = (name: string): string =>
	name.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ');
