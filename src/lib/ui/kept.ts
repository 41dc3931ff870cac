/** Small choices kept on this device (theme, language). A browser that refuses storage just forgets them. */
export function kept(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

/** Keeps a choice; null forgets it. */
export function keep(key: string, value: string | null): void {
	try {
		if (value === null) localStorage.removeItem(key);
		else localStorage.setItem(key, value);
	} catch {
		// private window: the choice holds until the page is closed
	}
}
