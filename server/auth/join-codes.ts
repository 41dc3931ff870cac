import { randomInt } from 'node:crypto';
import { JOIN_CODE_LENGTH, JOIN_CODE_LETTERS } from '#lib/domain/people/join-code.ts';
import { newToken } from './tokens.ts';

/** Long enough to be said across a room and typed; too short to be found by trying. */
const CODE_MS = 900_000;
/** Time to make an account and keep its recovery codes, once the code was typed. */
const TOKEN_MS = 3_600_000;

type Kept = { readonly invitation: string; readonly token: string; readonly until: number };
type Pass = { readonly invitation: string; until: number };

const newCode = (): string =>
	Array.from({ length: JOIN_CODE_LENGTH }, () => JOIN_CODE_LETTERS[randomInt(JOIN_CODE_LETTERS.length)]).join(
		''
	);

/**
 * Join codes that are good now, each of one invitation, and the tokens they were exchanged for. In memory only: 40
 * bits could be tried through against a hash in a stolen file, and a restart costs whoever said the code a new one.
 */
export class JoinCodes {
	#codes = new Map<string, Kept>();
	#passes = new Map<string, Pass>();
	#now: () => number;

	/** @param now ms since 1970; tests give their own */
	constructor(now: () => number = Date.now) {
		this.#now = now;
	}

	/**
	 * A new code of an invitation; the one before it ends.
	 * @param goodUntil when the invitation itself ends, ms since 1970
	 * @returns with the seconds it is good for: whoever shows it may have a clock that is wrong
	 */
	make(invitation: string, goodUntil: number): { code: string; seconds: number } {
		const now = this.#now();
		this.#sweep(now);
		for (const [code, kept] of this.#codes) if (kept.invitation === invitation) this.#codes.delete(code);
		let code = newCode();
		while (this.#codes.has(code)) code = newCode();
		const until = Math.min(now + CODE_MS, goodUntil);
		this.#codes.set(code, { invitation, token: newToken(), until });
		return { code, seconds: Math.max(0, Math.floor((until - now) / 1000)) };
	}

	/**
	 * The token a code stands for, as good as the invitation's own for an hour from now; null: no such code now.
	 * `first`: nobody had typed it before.
	 */
	take(code: string): { token: string; invitation: string; first: boolean } | null {
		const now = this.#now();
		const kept = this.#codes.get(code);
		if (!kept || kept.until <= now) return null;
		const { invitation, token } = kept;
		const first = !this.#passes.has(token);
		this.#passes.set(token, { invitation, until: now + TOKEN_MS });
		return { token, invitation, first };
	}

	/** The invitation of a token that a code was exchanged for; null when it is none, or too old. */
	invitationOf(token: string): string | null {
		const pass = this.#passes.get(token);
		return pass && pass.until > this.#now() ? pass.invitation : null;
	}

	#sweep(now: number): void {
		for (const [code, { until }] of this.#codes) if (until <= now) this.#codes.delete(code);
		for (const [token, { until }] of this.#passes) if (until <= now) this.#passes.delete(token);
	}
}
