/** What just happened, in one line at the foot of the page, with a way back for a few seconds. */
export type Toast = {
	readonly id: number;
	readonly words: string;
	readonly action?: { readonly label: string; readonly run: () => void };
	/** how long it stays, milliseconds */
	readonly stays: number;
};

/** What stays this long waits for a person, and isn't pushed out by what just happened. */
const OFFER_MS = 60_000;

let next = 1;
let shown = $state.raw<readonly Toast[]>([]);

export const toasts = {
	get shown(): readonly Toast[] {
		return shown;
	},
	/**
	 * Says something; `action` is usually Undo. Stays 8 s unless told otherwise. One at a time, the newest; an offer that
	 * stays for minutes (a new version) stays above it.
	 */
	say(words: string, action?: Toast['action'], stays = 8000): number {
		const id = next++;
		const offers = shown.filter((toast) => toast.stays >= OFFER_MS && toast.words !== words);
		shown = [...offers, { id, words, action, stays }];
		return id;
	},
	/** Takes away what just happened; an offer stays. Whoever comes next has no business with it. */
	hush(): void {
		shown = shown.filter((toast) => toast.stays >= OFFER_MS);
	},
	dismiss(id: number): void {
		shown = shown.filter((toast) => toast.id !== id);
	}
};
