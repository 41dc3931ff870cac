/** A production as one file: written from a live server, and taken in on any other. */
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { FileError, type FileFault } from '../files/file-error.ts';
import { importProduction } from '../files/read-production.ts';
import { productionLines } from '../files/write-production.ts';
import type { Office } from './office.ts';
import { seat } from './production-routes.ts';
import { HttpError, type Answer, type Call, type Route } from './router.ts';

export const FILE_TYPE = 'application/vnd.daybreak.production+gzip';
/** Nothing comes any more: whoever sends has gone, or keeps a place on purpose. */
const SILENCE_MS = 30_000;

const STATUS: Readonly<Record<FileFault, number>> = {
	'file-other': 400,
	'file-newer': 400,
	'file-damaged': 400,
	'file-others': 403,
	'too-large': 413,
	'production-exists': 409
};

export function fileRoutes(office: Office): Route[] {
	const { accounts, store, hub, attempts, config } = office;
	const { importBytes } = config.limits;

	async function exportFile(call: Call): Promise<Answer> {
		const { production, session } = seat(office, call, 'exportProduction');
		const upto = await store.head(production.id);
		accounts.audit({
			event: 'production exported',
			user: session.user.id,
			production: production.id,
			address: call.address,
			detail: { rows: upto.seq }
		});
		const content = new PassThrough();
		const lines = Readable.from(productionLines(production, upto, office));
		pipeline(lines, createGzip(), content).catch((error: unknown) => content.destroy(error as Error));
		return { file: { name: `${production.title}.daybreak`, type: FILE_TYPE, content } };
	}

	async function importFile(call: Call): Promise<Answer> {
		const { user } = call.signedIn();
		const { request } = call;
		if (attempts.import.wait(user.id) > 0) {
			const message = 'Many production files were opened by you. Try again in an hour.';
			throw new HttpError(429, 'too-many-tries', message);
		}
		attempts.import.add(user.id);
		const tooLarge = (): FileError =>
			new FileError('too-large', `This server takes production files of ${importBytes} bytes at most.`);
		try {
			if (Number(request.headers['content-length'] ?? 0) > importBytes) throw tooLarge();
			const source = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
			request.setTimeout(SILENCE_MS, () => request.destroy(new Error('nothing came any more')));
			const { id, title, rows } = await importProduction(source, user.id, office, importBytes);
			accounts.audit({
				event: 'production imported',
				user: user.id,
				production: id,
				address: call.address,
				detail: { rows }
			});
			hub.rights.changed();
			return { status: 201, json: { production: { id, title }, rows } };
		} catch (error) {
			if (!(error instanceof FileError)) throw error;
			await swallow(request, importBytes);
			const { fault, message, row } = error;
			throw new HttpError(STATUS[fault], fault, message, undefined, row ?? undefined);
		}
	}

	return [
		{ method: 'GET', path: '/api/productions/:production/export', handle: exportFile },
		{ method: 'POST', path: '/api/productions/import', raw: true, handle: importFile }
	];
}

/** Reads what is still coming and forgets it: an answer in the middle of a body would be lost with the line. */
async function swallow(request: Call['request'], most: number): Promise<void> {
	let left = most;
	try {
		for await (const chunk of request as AsyncIterable<Buffer>) if ((left -= chunk.length) < 0) break;
	} catch {
		// the line is gone, and nobody there to be answered
	}
}
