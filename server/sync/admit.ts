/** Who is let into which document: registration, right, room, in this order; asked of every line, whatever carries it. */
import { readDocumentName, type Access, type DocumentName } from '#lib/domain/people/permissions.ts';
import { CLOSE } from '#lib/domain/sync-protocol.ts';
import type { Accounts } from '../store/accounts.ts';
import type { LogStore } from '../store/log-store.ts';
import type { Session } from '../store/users.ts';
import type { Hub } from './hub.ts';
import type { Room } from './room.ts';
import type { OpenDocument } from './trunk.ts';

export type Admitted = { readonly room: Room; readonly access: Access };

export type Admission = {
	/** The room a session may open, and with which right; else the HTTP status that says why not. */
	admit(session: Session, document: string, address: string): Promise<Admitted | number>;
	/** The same questions for a document over a socket that others share, answered by a close code. */
	openDocument(address: string): OpenDocument;
};

/**
 * Not registered yet isn't the end: a production that was made in a field registers its documents when it can. One
 * that was deleted is: whoever still holds changes to it has to hear so.
 */
const CODES: Readonly<Record<number, number>> = {
	401: CLOSE.signedOut,
	403: CLOSE.noRight,
	404: CLOSE.later,
	410: CLOSE.noDocument,
	503: CLOSE.later
};

/** @param parts.closing true once the server goes down */
export function admission(parts: {
	hub: Hub;
	accounts: Accounts;
	store: Pick<LogStore, 'tombstone'>;
	closing: () => boolean;
}): Admission {
	const { hub, accounts, store } = parts;
	const { productions } = accounts;

	async function admit(session: Session, document: string, address: string): Promise<Admitted | number> {
		const named = readDocumentName(document);
		if (!named) return 404;
		const { production, kind } = named;
		if (!productions.isRegistered(document)) {
			// Of a production that is here, whoever may not open it hears so at once: nobody may register it for them.
			if (productions.find(production))
				return hub.rights.access(session.user.id, named) === 'none' ? 403 : 404;
			return (await store.tombstone(production)) ? 410 : 404;
		}
		const user = session.user.id;
		if (hub.rights.access(user, named) === 'none') {
			accounts.audit({ event: 'document refused', user, production, address, detail: { kind } });
			return 403;
		}
		if (parts.closing() || !hub.storing) return 503;
		const room = await hub.open(document as DocumentName, named);
		// Rights may have changed while the document was read from disk.
		if (!accounts.hasSession(session.id, Date.now())) return 401;
		const access = hub.rights.access(user, named);
		if (access === 'none') return 403;
		return parts.closing() || !hub.holds(room) ? 503 : { room, access };
	}

	const openDocument =
		(address: string): OpenDocument =>
		async (session, document, line, budget) => {
			const admitted = await admit(session, document, address);
			if (typeof admitted === 'number') return CODES[admitted] ?? CLOSE.later;
			if (line.isOpen) hub.join(admitted.room, session, admitted.access, line, budget);
			return null;
		};

	return { admit, openDocument };
}
