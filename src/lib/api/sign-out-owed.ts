/**
 * A sign-out that the server hasn't heard of. The page can't delete the cookie; until the server has ended the
 * session, the next person at this tablet would be let in as whoever left it. So it is told before anything else is
 * asked, also after a restart: the mark outlasts what is deleted at sign-out.
 */
import { request, type Answer } from './answer.ts';

export const SIGN_OUT_OWED = 'daybreak.sign-out-owed';

/** only where the browser keeps nothing: tabs that share a mark hear from it that another one has settled it */
let owedHere = false;

function isOwed(): boolean {
	try {
		return owedHere || localStorage.getItem(SIGN_OUT_OWED) !== null;
	} catch {
		return owedHere;
	}
}

function mark(owed: boolean): void {
	try {
		if (owed) localStorage.setItem(SIGN_OUT_OWED, '1');
		else localStorage.removeItem(SIGN_OUT_OWED);
		owedHere = false;
	} catch {
		owedHere = owed;
	}
}

/** One tab at a time: a sign-out that comes late would end the session of whoever signed in meanwhile. */
const inTurn = <T>(run: () => Promise<T>): Promise<T> =>
	typeof navigator !== 'undefined' && navigator.locks ? navigator.locks.request(SIGN_OUT_OWED, run) : run();

let settling: Promise<Answer<true>> | null = null;

/** Tells the server of a sign-out it hasn't heard of, where there is one; not `ok` while that can't be done. */
export function settleSignOut(): Promise<Answer<true>> {
	if (!isOwed()) return Promise.resolve({ ok: true, value: true });
	settling ??= inTurn(async (): Promise<Answer<true>> => {
		// Another tab may have done it while this one waited for its turn.
		if (!isOwed()) return { ok: true, value: true };
		const answer = await request('DELETE', '/sessions/current', (): true => true);
		if (answer.ok) mark(false);
		return answer;
	}).finally(() => (settling = null));
	return settling;
}

/** Ends the server's session, at once where it can be reached, else before anything else is asked of it. */
export function oweSignOut(): Promise<Answer<true>> {
	mark(true);
	return settleSignOut();
}

/** Whoever wanted to leave stays: what couldn't be told so far is not to be told. */
export const staySignedIn = (): void => mark(false);
