import { IMPORT_CREW } from '#lib/doc/commands/import-crew.ts';
import { changeContact, changePlaceContact } from '#lib/doc/commands/private.ts';
import { contactsOf, placeContactsOf } from '#lib/doc/contacts.ts';
import { History } from '#lib/doc/history.ts';
import { privateSchema } from '#lib/doc/schema/private.ts';
import { mayRead, mayWrite } from '#lib/domain/people/permissions.ts';
import type { DocumentHere } from '#lib/live/document-here.svelte.ts';
import type { OpenProduction } from '#lib/live/production.svelte.ts';
import type { PrivatePeople } from '#lib/ui/people/people.ts';
import type { PrivatePlaces } from '#lib/ui/people/places.ts';

/** The private document while the page is open: opened for producers and planners, for nobody else. */
export class PrivateHere {
	readonly #production: OpenProduction;
	#here = $state.raw<DocumentHere<typeof privateSchema> | null>(null);

	/** undo and redo of crew lists taken over here, and of nothing else */
	imports: History | null = null;

	constructor(production: OpenProduction) {
		this.#production = production;
	}

	/** Opens it; to be run in an effect. Answers the way to close it. */
	open(): () => void {
		if (!mayRead(this.#production.accessTo('private'))) return () => {};
		let left = false;
		const opening = this.#production.openBeside(privateSchema).then((here) => {
			if (left) return here;
			this.#here = here;
			this.imports = new History(here.document, ({ name }) => name === IMPORT_CREW);
			return here;
		});
		return () => {
			left = true;
			this.#here = null;
			this.imports?.destroy();
			this.imports = null;
			void opening.then((here) => here.close());
		};
	}

	/** The document, for commands that write to it beside the plan; null while it may not be written. */
	get writable(): DocumentHere<typeof privateSchema> | null {
		return mayWrite(this.#production.accessTo('private')) ? this.#here : null;
	}

	/** Absent for those who may not see it, null until it is open. */
	get details(): { readonly people: PrivatePeople; readonly places: PrivatePlaces } | null | undefined {
		if (!mayRead(this.#production.accessTo('private'))) return undefined;
		const here = this.#here;
		if (!here) return null;
		const document = this.writable?.document;
		return {
			people: {
				contacts: contactsOf(here.tables.contacts.rows().values()),
				change: document && ((id, values) => changeContact(document, id, values))
			},
			places: {
				contacts: placeContactsOf(here.tables.places.rows().values()),
				change: document && ((id, values) => changePlaceContact(document, id, values))
			}
		};
	}
}
