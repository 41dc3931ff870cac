/** What two ways of writing one name have in common: letter case, width of letters, spaces and dashes don't count. */
export const nameKey = (name: string): string =>
	name
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll(/[\s\-‐‑–—_'’.]+/g, '');
