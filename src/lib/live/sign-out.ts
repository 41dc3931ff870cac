import { api, type Answer, type Refusal, type User } from '#lib/api/api.ts';
import { nameKey } from '#lib/domain/people/name-key.ts';
import { deleteHere } from './delete-here.ts';
import { heldOf, holdsMore, type Held } from './held.ts';
import { joinTabs } from './leaving.svelte.ts';
import { session } from './session.svelte.ts';

/**
 * Signs out and deletes all that this user has on this device. Refused while something is only here, but for what a
 * person has seen and chosen to give up. No tab takes anything in meanwhile, and there is a last look after the
 * server has answered. Without a network the device is wiped all the same; the server hears of it before anything
 * else is asked (`api.signOut`).
 * @param seen what a person was shown and gives up
 * @returns what holds it back; null when signed out
 */
export async function signOut(seen: Held | null = null): Promise<Held | null> {
	const { user } = session;
	if (!user) return null;
	return joinTabs(user.id).alone(async (elsewhere) => {
		const held = await heldOf(user.id, elsewhere);
		if (holdsMore(held, seen)) return held;
		await api.signOut();
		const late = await heldOf(user.id, elsewhere);
		if (holdsMore(late, held)) {
			api.staySignedIn();
			await session.ask();
			return late;
		}
		await deleteHere(user.id);
		session.forget();
		return null;
	});
}

export type Entered =
	| { readonly ok: true; readonly user: User }
	| Refusal
	/** somebody else's work is only here: they, or whoever stands there, decide about it first */
	| { readonly ok: false; readonly held: Held };

/**
 * Signs somebody in. Whoever was known here and isn't the same leaves this device first, as at a sign-out: what only
 * they have here holds it back, and nothing of theirs stays for the next one.
 * @param name who wants to be signed in; null: the one who is known here, if anybody
 * @param seen what a person was shown and gives up
 */
export async function signInAs(
	name: string | null,
	signIn: () => Promise<Answer<User>>,
	seen: Held | null = null
): Promise<Entered> {
	const before = session.user;
	if (!before) return enter(signIn);
	return joinTabs(before.id).alone(async (elsewhere) => {
		const isOther = name !== null && nameKey(name) !== nameKey(before.name);
		const held = await heldOf(before.id, elsewhere);
		if (isOther && holdsMore(held, seen)) return { ok: false, held };
		const answer = await signIn();
		if (!answer.ok) return answer;
		// What could not be foreseen by the name, or came in meanwhile, stays on the device for its owner's return.
		if (answer.value.id !== before.id && !holdsMore(await heldOf(before.id, elsewhere), seen)) {
			await deleteHere(before.id);
			session.forget();
		}
		await session.ask();
		return { ok: true, user: answer.value };
	});
}

async function enter(signIn: () => Promise<Answer<User>>): Promise<Entered> {
	const answer = await signIn();
	if (!answer.ok) return answer;
	await session.ask();
	return { ok: true, user: answer.value };
}
