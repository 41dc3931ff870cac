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

/** A derived value kept under an id, so that whoever reads it depends on that one thing. */
class Kept<T> {
	readonly #read: () => T;
	constructor(read: () => T) {
		this.#read = read;
	}
	readonly value = $derived.by(() => this.#read());
}

/** Derived values, one an id, made when somebody first asks. */
export class KeptById<Id extends string, T> {
	readonly #all = new Map<Id, Kept<T>>();
	readonly #read: (id: Id) => T;
	constructor(read: (id: Id) => T) {
		this.#read = read;
	}
	get(id: Id): T {
		let kept = this.#all.get(id);
		if (!kept) this.#all.set(id, (kept = rooted(() => new Kept(() => this.#read(id)))));
		return kept.value;
	}
}
