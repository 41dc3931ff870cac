import { tellGuests, TOLD } from '#lib/doc/commands/tell-guests.ts';
import { readPlan, type GuestDocument, type PlanDocument } from '#lib/doc/plan-document.ts';
import type * as Y from 'yjs';

/**
 * Keeps what viewers see of episodes, requests and reviews as the plan has it: whatever is done to them on this
 * device, undo included, is written into the guest document right after. What colleagues do their own devices tell.
 * Several changes while it is being told are told at once.
 */
export class GuestMirror {
	readonly #plan: PlanDocument;
	readonly #withGuest: (act: (guest: GuestDocument) => void) => Promise<void>;
	#telling: Promise<void> | null = null;
	#again = false;

	/** @param withGuest opens the guest document, runs the act on it and lets it go once that is stored */
	constructor(plan: PlanDocument, withGuest: (act: (guest: GuestDocument) => void) => Promise<void>) {
		this.#plan = plan;
		this.#withGuest = withGuest;
		plan.doc.on('afterTransaction', this.#follow);
	}

	readonly #follow = (transaction: Y.Transaction): void => {
		const { doc } = this.#plan;
		const isTold = TOLD.some((table) => transaction.changedParentTypes.has(doc.getMap(table) as never));
		if (transaction.local && isTold) this.#tell();
	};

	#tell(): void {
		if (this.#telling) {
			this.#again = true;
			return;
		}
		this.#telling = this.#withGuest((guest) => {
			// Read now: what was done while the document was being opened goes along.
			this.#again = false;
			const plan = readPlan(this.#plan);
			if (plan) tellGuests(guest, plan, Date.now());
		}).finally(() => {
			this.#telling = null;
			if (this.#again) this.#tell();
		});
	}

	/** Stops following, once all that was done has been told. */
	async close(): Promise<void> {
		this.#plan.doc.off('afterTransaction', this.#follow);
		while (this.#telling) await this.#telling;
	}
}
