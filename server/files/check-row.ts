/** The checks of the wire, for rows that come from a file. */
import * as Y from 'yjs';
import { isAddedOnly, readDocumentName } from '#lib/domain/people/permissions.ts';
import { fitsKey } from '#lib/doc/entry-key.ts';
import { checkUpdate } from '../sync/check-update.ts';
import { DocumentKnowledge } from '../sync/known.ts';
import { isOfferedAgain, SERVER_USER, type KeptRow, type Row } from '../store/log-store.ts';
import type { Signed } from '../sync/added-only.ts';
import { damaged } from './file-error.ts';

/** Rows of one document that refer to a later one: so many are waited for. */
const MAX_WAITING = 256;

type Followed = { known: DocumentKnowledge; waiting: KeptRow[] };

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
			waiting.push(row);
			if (waiting.length > MAX_WAITING)
				throw damaged('refers to something that is not in the file.', row.seq);
			return { ...row, clients: [] };
		}
		followed.waiting = waiting.filter((one) => this.#try(one, known) === 'pending');
		return { ...row, clients: verdict };
	}

	/** @throws FileError when a row still refers to what never came */
	end(): void {
		for (const { waiting } of this.#documents.values()) {
			if (waiting[0]) throw damaged('refers to something that is not in the file.', waiting[0].seq);
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
		const sender = { user: row.user, maxBytes: Infinity, signed: this.#signed(row), ...again };
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
