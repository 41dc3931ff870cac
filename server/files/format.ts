/**
 * A production as one file: JSON lines, gzipped. First what the production is (`Head`), then every row of its log
 * in order, then the names of everybody in it (`People`), then `End` with a digest over all lines before. The same
 * production gives the same bytes, so two files can be compared. No secrets: no passphrases, sessions or links.
 */
import { isPersonDocument, readDocumentName, type DocumentKind } from '#lib/domain/people/permissions.ts';
import * as fields from '../http/fields.ts';
import { HttpError, type Body } from '../http/router.ts';
import type { KeptRow } from '../store/log-store.ts';
import type { FileMember } from '../store/productions.ts';
import { damaged, FileError } from './file-error.ts';

export const FORMAT = 'daybreak-production';
/** Grows when a reader of today could not make sense of tomorrow's file. */
export const VERSION = 1;

export type Head = {
	readonly format: typeof FORMAT;
	readonly version: number;
	readonly production: {
		readonly id: string;
		readonly title: string;
		/** ms since 1970 */
		readonly createdAt: number;
		readonly archivedAt: number | null;
	};
	readonly members: readonly FileMember[];
	readonly documents: readonly { readonly kind: DocumentKind; readonly personId: string | null }[];
	/** rows of the record that follow */
	readonly rows: number;
};
export type Named = { readonly id: string; readonly name: string };
export type People = { readonly people: readonly Named[] };
export type End = {
	/** hash of the last row: the head of the chain, base64 */
	readonly head: string;
	/** SHA-256 over the lines before this one, their line ends included, base64 */
	readonly digest: string;
};

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** A row of the log as a line. */
export const rowLine = ({ seq, document, user, device, at, bytes, hash }: KeptRow): string =>
	JSON.stringify({ seq, document, user, device, at, bytes: base64(bytes), hash: base64(hash) });

/** The JSON object in a line. @throws FileError `file-damaged` */
export function readLine(line: Uint8Array, row: number | null): Body {
	let value: unknown;
	try {
		value = JSON.parse(Buffer.from(line.buffer, line.byteOffset, line.length).toString('utf8'));
	} catch {
		value = null;
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw damaged(row === null ? 'A line around the record can’t be read.' : 'can’t be read.', row);
	}
	return value as Body;
}

/** Reads fields with the words of the file rather than of a form. */
function reading<T>(what: string, read: () => T): T {
	try {
		return read();
	} catch (error) {
		if (error instanceof HttpError) throw damaged(`${what}: ${error.message}`);
		throw error;
	}
}
const time = (body: Body, field: string): number =>
	fields.whole(body, field, 0, Number.MAX_SAFE_INTEGER, NaN);
const objects = (value: unknown, most: number): Body[] => {
	const list: unknown[] = Array.isArray(value) ? value : [null];
	const good = list.length <= most && list.every((one) => typeof one === 'object' && one !== null);
	if (!good) throw damaged('The first line of the file has a list that can’t be read.');
	return list as Body[];
};

const MAX_MEMBERS = 5_000;
/** Two a person, and what a production has of its own. */
const MAX_DOCUMENTS = 10_000;
/** Members, and those who once were. */
const MAX_NAMED = 10_000;
const MAX_ROWS = 100_000_000;

/** @throws FileError when the line is no head of ours */
export function readHead(body: Body): Head {
	if (body.format !== FORMAT) throw new FileError('file-other', 'This file is not a production.');
	if (body.version !== VERSION) {
		const message = `This file was written by a newer Daybreak (format ${String(body.version)}).`;
		throw new FileError('file-newer', message);
	}
	const about = objects([body.production], 1)[0] as Body;
	return reading('The first line of the file', () => ({
		format: FORMAT,
		version: VERSION,
		production: {
			id: fields.id(about, 'id'),
			title: fields.line(about, 'title', fields.MAX_TITLE),
			createdAt: time(about, 'createdAt'),
			archivedAt: about.archivedAt === null ? null : time(about, 'archivedAt')
		},
		members: objects(body.members, MAX_MEMBERS).map((member) => ({
			userId: fields.id(member, 'userId'),
			role: fields.role(member, 'role'),
			personId: fields.idOrNull(member, 'personId'),
			keeps: fields.keeps(member, 'keeps'),
			joinedAt: time(member, 'joinedAt')
		})),
		documents: objects(body.documents, MAX_DOCUMENTS).map(({ kind, personId }) => {
			const name = `${String(about.id)}.${String(kind)}${personId === null ? '' : `.${String(personId)}`}`;
			const named = readDocumentName(name);
			if (!named || isPersonDocument(named.kind) !== (named.personId !== null)) {
				throw new FileError('file-newer', `This Daybreak knows no document called “${String(kind)}”.`);
			}
			return { kind: named.kind, personId: named.personId };
		}),
		rows: fields.whole(body, 'rows', 0, MAX_ROWS, NaN)
	}));
}

/** @param n which row of the record it has to be, from 1 @throws FileError */
export function readRow(body: Body, production: string, n: number): KeptRow {
	const { seq, document, user, device, at, bytes, hash } = body;
	const named = typeof document === 'string' ? readDocumentName(document) : null;
	const texts = [user, device].every((text) => typeof text === 'string' && text.length <= 200);
	const blobs = [bytes, hash].every((text) => typeof text === 'string');
	if (!texts || !blobs || typeof at !== 'number' || !Number.isSafeInteger(at)) {
		throw damaged('lacks something that belongs to it.', n);
	}
	if (seq !== n) throw damaged('is not the one that belongs there.', n);
	if (named?.production !== production) throw damaged('belongs to another production.', n);
	return {
		production,
		document: document as KeptRow['document'],
		user: user as string,
		device: device as string,
		at,
		seq,
		bytes: new Uint8Array(Buffer.from(bytes as string, 'base64')),
		hash: new Uint8Array(Buffer.from(hash as string, 'base64'))
	};
}

/** @throws FileError */
export function readPeople(body: Body): Named[] {
	return reading('The names after the record', () =>
		objects(body.people, MAX_NAMED).map((one) => ({
			id: fields.id(one, 'id'),
			name: fields.line(one, 'name', fields.MAX_NAME)
		}))
	);
}
