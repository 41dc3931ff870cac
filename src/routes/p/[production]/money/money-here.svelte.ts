import { History } from '#lib/doc/history.ts';
import { dealSchema } from '#lib/doc/schema/deal.ts';
import { moneySchema } from '#lib/doc/schema/money.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import { mayRead } from '#lib/domain/people/permissions.ts';
import type { DocumentHere } from '#lib/live/document-here.svelte.ts';
import type { OpenProduction } from '#lib/live/production.svelte.ts';
import { SvelteMap } from 'svelte/reactivity';

type Money = DocumentHere<typeof moneySchema>;
type DealHere = DocumentHere<typeof dealSchema>;

const hasCome = (here: Money | DealHere | null | undefined): boolean =>
	!!here && (here.document.format() > 0 || here.channel.state.syncedAt !== null);

/** The money document and everybody's deal, open while the page is: for producers, for nobody else. */
export class MoneyHere {
	readonly #production: OpenProduction;
	#money = $state.raw<Money | null>(null);
	readonly #deals = new SvelteMap<PersonId, DealHere>();
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nobody on screen reads it
	readonly #opening = new Set<PersonId>();
	#left = false;
	/** counts what channels said, so that who asks what has come is told again */
	#heard = $state(0);
	readonly #stops: (() => void)[] = [];
	/** histories of what was done here, the last one last */
	#done = $state.raw<readonly History[]>([]);
	#undone = $state.raw<readonly History[]>([]);
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nobody on screen reads it
	readonly #histories = new Map<object, History>();

	constructor(production: OpenProduction) {
		this.#production = production;
	}

	get mayRead(): boolean {
		return mayRead(this.#production.accessTo('money'));
	}
	/** null until it is open */
	get money(): Money | null {
		return this.#money;
	}
	get undoable(): boolean {
		return this.#done.length > 0;
	}
	get redoable(): boolean {
		return this.#undone.length > 0;
	}

	deal(id: PersonId): DealHere | null {
		return this.#deals.get(id) ?? null;
	}
	/** Whether every deal asked for is open. */
	hasAll(ids: readonly PersonId[]): boolean {
		return ids.every((id) => this.#deals.has(id));
	}
	/**
	 * Whose deals may not have come to this device yet: nothing is in them, and the server hasn't said that there is
	 * nothing. While there are any, no number of days is told to anybody.
	 */
	lacking(ids: readonly PersonId[]): number {
		void this.#heard;
		return ids.filter((id) => !hasCome(this.#deals.get(id))).length;
	}
	/** Whether the money itself has come, or the server says that there is none yet. */
	get hasCome(): boolean {
		void this.#heard;
		return hasCome(this.#money);
	}

	/** Opens the money; to be run in an effect. Answers the way to close everything. */
	open(): () => void {
		if (!this.mayRead) return () => {};
		this.#left = false;
		void this.#production.openBeside(moneySchema).then((here) => {
			if (this.#left) return void here.close();
			this.#listen(here);
			this.#money = here;
			this.#histories.set(here.document, new History(here.document));
		});
		return () => {
			this.#left = true;
			for (const stop of this.#stops.splice(0)) stop();
			for (const history of this.#histories.values()) history.destroy();
			this.#histories.clear();
			void this.#money?.close();
			this.#money = null;
			for (const here of this.#deals.values()) void here.close();
			this.#deals.clear();
			this.#opening.clear();
		};
	}

	#listen(here: Money | DealHere): void {
		let before = hasCome(here);
		const look = (): void => {
			if (hasCome(here) === before) return;
			before = !before;
			this.#heard++;
		};
		this.#stops.push(here.channel.observe(look));
		here.document.doc.on('update', look);
		this.#stops.push(() => here.document.doc.off('update', look));
	}

	/** Opens the deals of these people; people who come later are opened then. */
	follow(ids: readonly PersonId[]): void {
		for (const id of ids) {
			if (this.#opening.has(id) || !mayRead(this.#production.accessTo('deal', id))) continue;
			this.#opening.add(id);
			void this.#production.openBeside(dealSchema, id).then((here) => {
				if (this.#left) return void here.close();
				this.#histories.set(here.document, new History(here.document));
				this.#listen(here);
				this.#deals.set(id, here);
			});
		}
	}

	/** Remembers that a command was done on a document, so that undo finds it. */
	did(document: object): void {
		const history = this.#histories.get(document);
		if (!history) return;
		this.#done = [...this.#done, history];
		this.#undone = [];
	}
	undo(): ReturnType<History['undo']> {
		const last = this.#done.at(-1);
		this.#done = this.#done.slice(0, -1);
		if (last) this.#undone = [...this.#undone, last];
		return last?.undo() ?? null;
	}
	redo(): ReturnType<History['redo']> {
		const last = this.#undone.at(-1);
		this.#undone = this.#undone.slice(0, -1);
		if (last) this.#done = [...this.#done, last];
		return last?.redo() ?? null;
	}
}
