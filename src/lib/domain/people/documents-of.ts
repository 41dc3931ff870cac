import {
	documentName,
	mayRead,
	PERSON_DOCUMENTS,
	PRODUCTION_DOCUMENTS,
	type Access,
	type DocumentKind,
	type DocumentName
} from './permissions.ts';

export type WantedDocument = {
	readonly name: DocumentName;
	readonly kind: DocumentKind;
	/** whose it is, for documents of a person */
	readonly personId: string | null;
};

/**
 * Every document of a production that a member may read: what has to be on a device that goes where there is no
 * network.
 * @param accessTo what the member may do with a document
 * @param people the people of the plan, the member's own person among them or not
 */
export function documentsOf(
	production: string,
	accessTo: (kind: DocumentKind, personId: string | null) => Access,
	people: readonly string[]
): WantedDocument[] {
	const wanted = (kind: DocumentKind, personId: string | null): WantedDocument[] =>
		mayRead(accessTo(kind, personId))
			? [{ name: documentName(production, kind, personId), kind, personId }]
			: [];
	return [
		...PRODUCTION_DOCUMENTS.flatMap((kind) => wanted(kind, null)),
		...people.flatMap((person) => PERSON_DOCUMENTS.flatMap((kind) => wanted(kind, person)))
	];
}
