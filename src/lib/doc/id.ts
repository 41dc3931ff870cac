/** A new id: 128 random bits as 22 characters of base64url, made on the device so that anything can be added offline. */
export function newId<I extends string = string>(): I {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.slice(0, 22) as I;
}

/** Whether text has the shape of an id. */
export const isId = (text: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(text);
