import type { Schema, TypedDocument } from './document.ts';

/**
 * The origin of everything a person here does: a transaction with any other origin came from somewhere else.
 * Undo follows this class only, so it never touches what another person did.
 */
export class Command {
	/** the command's own name, for the history and for what "Undo" says */
	readonly name: string;
	/** how many things it touched */
	readonly count: number;
	constructor(name: string, count: number) {
		this.name = name;
		this.count = count;
	}
}

/** Thrown when a command meets a document it must not change; a page that offers commands checks first. */
export class ReadOnlyDocument extends Error {}

/**
 * Runs one intention as one transaction: the only way anything is written by a person.
 * @throws ReadOnlyDocument when a newer Daybreak wrote a format this one could damage
 */
export function perform<S extends Schema, T>(
	document: TypedDocument<S>,
	name: string,
	count: number,
	act: () => T
): T {
	if (!document.writable()) {
		throw new ReadOnlyDocument(
			'This plan was written by a newer Daybreak: reload to update, then change it.'
		);
	}
	return document.doc.transact(act, new Command(name, count));
}
