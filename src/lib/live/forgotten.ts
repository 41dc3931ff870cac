import { api, type Membership } from '#lib/api/api.ts';
import { documentName, readDocumentName } from '#lib/domain/people/permissions.ts';
import { untell } from './registrations.svelte.ts';
import { workspaceOf } from './workspace.svelte.ts';

/** Productions this page has offered to the server already, by user: it said no, and nothing changes that. */
const offered = new Set<string>();

/** Whoever was taken off the list, or whose production was deleted, hears so; everything else is tried again. */
const FOR_GOOD = ['id-taken', 'production-deleted', 'no-right', 'field'];

/**
 * Productions that the server doesn't list any more. Where this device holds the plan and its user made decisions there
 * (a producer), an older backup may have been restored that doesn't know it: then it is registered once more, with this
 * user's place in it, and every document that is here goes to the server again. A server that knows it says so, and
 * nothing is changed.
 * @returns those that the server has again, and those it couldn't be asked about now
 */
export async function giveBack(userId: string, missing: readonly Membership[]): Promise<Membership[]> {
	const { workspace } = await workspaceOf(userId);
	const later: Membership[] = [];
	const tried: Membership[] = [];
	for (const production of missing) {
		const { id, title, role, demo } = production;
		if (role !== 'producer' || demo || offered.has(`${userId} ${id}`)) continue;
		if ((await workspace.keptSince(documentName(id, 'plan'))) === null) continue;
		const answer = await api.createProduction(id, title);
		if (answer.ok) tried.push(production);
		else if (!FOR_GOOD.includes(answer.code)) {
			later.push(production);
			continue;
		}
		offered.add(`${userId} ${id}`);
	}
	if (tried.length === 0) return later;
	// One that it knew all the time and doesn't list isn't this user's any more.
	const answer = await api.me();
	const listed = new Set(answer.ok ? answer.value.productions.map(({ id }) => id) : []);
	const back = tried.filter(({ id }) => listed.has(id));
	void restore(userId, back);
	return [...later, ...back];
}

/** This user's place in the plan, everybody's documents, and what is in them. */
async function restore(userId: string, productions: readonly Membership[]): Promise<void> {
	const { workspace } = await workspaceOf(userId);
	for (const { id, personId, keeps } of productions) {
		untell(userId, id);
		if (personId !== null || keeps !== 'none') await api.changeMember(id, userId, { personId, keeps });
		const documents = (await workspace.kept()).filter((name) => readDocumentName(name)?.production === id);
		const people = new Set(documents.flatMap((name) => readDocumentName(name)?.personId ?? []));
		if (people.size > 0) await api.registerPeople(id, [...people]);
		workspace.wake();
		for (const document of documents) await workspace.fetch(document).catch(() => false);
	}
}
