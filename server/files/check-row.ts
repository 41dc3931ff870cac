/** The checks of the wire, for rows that come from a file. */
import * as Y from 'yjs';
import { isAddedOnly, readDocumentName } from '#lib/domain/people/permissions.ts';
import { fitsKey } from '#lib/doc/entry-key.ts';
import { checkUpdate } from '../sync/check-update.ts';
import { DocumentKnowledge } from '../sync/known.ts';
import { isOfferedAgain, SERVER_USER, type KeptRow, type Row } from '../store/log-store.ts';
import type { Signed } from '../sync/added-only.ts';
import { damaged, type FileError } from './file-error.ts';

/**
 * Rows of one document that refer to a later one, of those that came with it: so many are waited for, so many rows
 * long. Each is looked at again with every row.
 */
const MAX_WAITING = 64;
/** The largest that a server writes as one row: what comes back after a backup was restored. */
const MAX_ROW_BYTES = 33_554_432;

/** @property tries how often a row was looked at */
type Waiting = { readonly row: KeptRow; tries: number };
type Followed = { known: DocumentKnowledge; waiting: Waiting[] };

const lacks = ({ seq }: KeptRow): FileError => damaged('refers to something that is not in the file.', seq);

/** Whoever wrote a row that waits owns the client ids in it from then on, like those of any other row. */
function claimed(row: KeptRow, known: DocumentKnowledge): number[] {
	// Of what was brought back it isn't known whose it is, but for entries.
	if (isOfferedAgain(row) && !known.keys) return [];
	const claims = [...Y.parseUpdateMeta(row.bytes).to.keys()].filter((client) => !known.owner(client));
	const nothing = { ok: true, clocks: [], deletes: [], containers: [], keys: [] } as const;
	known.accept({ ...nothing, bytes: row.bytes, claims }, row.user);
	return claims;
}

/** Follows every document of a production row by row, and takes no row that the wire wouldn't have taken. */
export class RowChecks {
	#documents = new Map<string, Followed>();
	#wrote: (user: string, row: KeptRow) => void;

	/** @param wrote hears of everybody who is said to have written something */
	constructor(wrote: (user: string, row: KeptRow) => void) {
		this.#wrote = wrote;
	}

	/**
	 * @returns the row with the client ids that appear in it for the first time
	 * @throws FileError naming the row
	 */
	check(row: KeptRow): Row {
		this.#wrote(row.user, row);
		const followed = this.#follow(row);
		const { known, waiting } = followed;
		const verdict = this.#try(row, known);
		if (verdict === 'pending') {
			// Rows of one commit may stand in another order than they lean on each other.
			waiting.push({ row, tries: 1 });
			if (waiting.length > MAX_WAITING) throw lacks(row);
			return { ...row, clients: claimed(row, known) };
		}
		followed.waiting = waiting.filter((one) => {
			if (++one.tries > MAX_WAITING) throw lacks(one.row);
			return this.#try(one.row, known) === 'pending';
		});
		return { ...row, clients: verdict };
	}

	/** @throws FileError when a row still refers to what never came */
	end(): void {
		for (const { waiting } of this.#documents.values()) {
			if (waiting[0]) throw lacks(waiting[0].row);
		}
	}

	#follow({ document, seq }: KeptRow): Followed {
		const followed = this.#documents.get(document);
		if (followed) return followed;
		const named = readDocumentName(document);
		if (!named) throw damaged('belongs to a document that this Daybreak doesn’t know.', seq);
		const known = new DocumentKnowledge(new Map(), new Map(), isAddedOnly(named.kind), () => []);
		known.followFromTheStart();
		const made = { known, waiting: [] };
		this.#documents.set(document, made);
		return made;
	}

	/** An entry of hours, decisions or talk is by whoever the row is by; the server itself wrote those of a demo. */
	#signed(row: KeptRow): Signed {
		return (key, value) => {
			const { by } = value as { by?: unknown };
			if (typeof by === 'string') this.#wrote(by, row);
			return (by === row.user || row.user === SERVER_USER) && fitsKey(key, value);
		};
	}

	#try(row: KeptRow, known: DocumentKnowledge): readonly number[] | 'pending' {
		// Whoever brought back what a backup had lost wrote only the entries, where nothing else is taken.
		const own = known.keys ? new Set(Y.parseUpdateMeta(row.bytes).to.keys()) : new Set<number>();
		const again = isOfferedAgain(row) ? { again: { own } } : {};
		const sender = { user: row.user, maxBytes: MAX_ROW_BYTES, signed: this.#signed(row), ...again };
		const verdict = checkUpdate(row.bytes, sender, known);
		if (!verdict.ok) {
			if (verdict.code === 'pending') return 'pending';
			throw damaged(`can’t be what Daybreak wrote (${verdict.code}).`, row.seq);
		}
		if (!verdict.bytes) return [];
		if (verdict.bytes !== row.bytes) throw damaged('says again what an earlier one said.', row.seq);
		known.accept(verdict, row.user);
		return verdict.claims;
	}
}
