import { dealSchema } from '#lib/doc/schema/deal.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import { mayRead } from '#lib/domain/people/permissions.ts';
import type { DocumentHere } from './document-here.svelte.ts';
import type { OpenProduction } from './production.svelte.ts';
import { Signal } from './table.svelte.ts';

type DealDocument = DocumentHere<typeof dealSchema>;

/**
 * What people are paid, open while a producer's page needs it. Nothing is opened for anybody else: who isn't a
 * producer may read the own deal, and has a page for that. Made while a page is set up; closes when it goes.
 */
export class DealsHere {
	readonly #production: OpenProduction;
	readonly #signal = new Signal();
	readonly #open = new Map<PersonId, DealDocument>();
	readonly #asked = new Set<PersonId>();
	#closed = false;

	/** @param people whose deals, asked again when it changes */
	constructor(production: OpenProduction, people: () => readonly PersonId[]) {
		this.#production = production;
		$effect(() => {
			if (this.allowed) for (const id of people()) void this.#follow(id);
		});
		$effect(() => () => void this.#close());
	}

	get allowed(): boolean {
		return this.#production.role === 'producer';
	}

	async #follow(id: PersonId): Promise<void> {
		if (this.#asked.has(id) || !mayRead(this.#production.accessTo('deal', id))) return;
		this.#asked.add(id);
		const here = await this.#production.openBeside(dealSchema, id);
		if (this.#closed) return here.close();
		this.#open.set(id, here);
		this.#signal.fire();
	}

	/** The document of a person's deal; null while it isn't open, or may not be. */
	documentOf(id: PersonId): DealDocument | null {
		this.#signal.read();
		return this.#open.get(id) ?? null;
	}

	/** What is agreed with a person; null where nothing is, or it isn't open here. */
	of(id: PersonId) {
		return this.documentOf(id)?.tables.deals.row(id) ?? null;
	}

	async #close(): Promise<void> {
		this.#closed = true;
		await Promise.all([...this.#open.values()].map((here) => here.close()));
		this.#open.clear();
	}
}
