import type { LiveWorkspace } from './workspace.svelte.ts';

/** The workspaces open in this page: of whoever is signed in, and of the station that the tablet may be besides. */
export const openHere = new Set<LiveWorkspace>();

/** How many changes made on this page are in its memory and nowhere else, once each is on disk or known not to be. */
export async function unsavedHere(): Promise<number> {
	const all = [...openHere];
	await Promise.all(all.map(({ workspace }) => workspace.settled()));
	return all.reduce((sum, { workspace }) => sum + workspace.facts.saving + workspace.facts.unsaved, 0);
}
