/**
 * Makes something with derived values that has to outlive the effect that first asks for it: a derived belongs to
 * the effect it was made in, and stands still once that effect is gone.
 */
export function rooted<T>(make: () => T): T {
	let made: T | undefined;
	$effect.root(() => {
		made = make();
	});
	return made as T;
}
