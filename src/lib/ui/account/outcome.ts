/** What a form learns from the press of its button: done, or why not and about which field. */
export type Outcome =
	{ readonly ok: true } | { readonly ok: false; readonly code: string; readonly field?: string };
