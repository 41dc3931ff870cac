/** What just happened, in one line at the foot of the page, with a way back for a few seconds. */
export type Toast = {
	readonly id: number;
	readonly words: string;
	readonly action?: { readonly label: string; readonly run: () => void };
	/** how long it stays, milliseconds */
	readonly stays: number;
};

let next = 1;
let shown = $state.raw<readonly Toast[]>([]);

export const toasts = {
	get shown(): readonly Toast[] {
		return shown;
	},
	/** Says something; `action` is usually Undo. Stays 8 s unless told otherwise. One at a time: the newest. */
	say(words: string, action?: Toast['action'], stays = 8000): number {
		const id = next++;
		shown = [{ id, words, action, stays }];
		return id;
	},
	dismiss(id: number): void {
		shown = shown.filter((toast) => toast.id !== id);
	}
};
