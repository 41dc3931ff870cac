import type { Answer, User } from '#lib/api/api.ts';
import type { Held } from '#lib/live/held.ts';
import { session } from '#lib/live/session.svelte.ts';
import { signInAs } from '#lib/live/sign-out.ts';
import type { Outcome } from '#lib/ui/account/outcome.ts';
import { errorText } from '#lib/ui/error-text.ts';
import { toasts } from '#lib/ui/toast.svelte.ts';

/** Somebody signs in on a page where somebody else may still be known, with work that is only here. */
export class Entering {
	/** whose work holds it back, and what it is; the page asks what is to become of it */
	held = $state.raw<{ readonly of: string | null; readonly held: Held } | null>(null);
	#again: ((seen: Held) => Promise<void>) | null = null;

	/**
	 * @param name who wants in; null: whoever is known here
	 * @param then goes on once they are in; also later, after a person has given up what held it back
	 */
	async enter(
		name: string | null,
		signIn: () => Promise<Answer<User>>,
		then: () => Promise<void>,
		seen: Held | null = null
	): Promise<Outcome> {
		const { user } = session;
		const of = user && !user.guest ? user.name : null;
		const entered = await signInAs(name, signIn, seen);
		if (entered.ok) {
			this.held = null;
			await then();
			return { ok: true };
		}
		if (!('held' in entered)) {
			this.held = null;
			return entered;
		}
		this.held = { of, held: entered.held };
		this.#again = async (given) => {
			const outcome = await this.enter(name, signIn, then, given);
			// The form has had its answer; nothing was given up for a passphrase that is wrong.
			if (!outcome.ok) toasts.say(errorText(outcome));
		};
		return { ok: true };
	}

	/** What was shown is given up. */
	async discard(): Promise<void> {
		if (this.held) await this.#again?.(this.held.held);
	}

	close(): void {
		this.held = null;
		this.#again = null;
	}
}
