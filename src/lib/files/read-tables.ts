import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { byContents, byMagic, byStreams } from './recognise.ts';
import { LIMITS } from './limits.ts';
import { Refused, type TablesResult } from './types.ts';
import { openArchive } from './zip.ts';

/**
 * Reads a file of tables: CSV with any usual separator and encoding, or XLSX. What it is, is told by its bytes; the
 * name only names the table of a CSV. Answers the tables, or why there are none and where; never throws, keeps
 * nothing, runs in a worker and in Node.
 *
 * @example
 * const read = readTables(new Uint8Array(await file.arrayBuffer()), file.name);
 * if (read.ok) choose(read.tables); else say(read.reason, read.where, read.looksLike);
 */
export function readTables(bytes: Uint8Array, fileName = ''): TablesResult {
	try {
		return read(bytes, fileName);
	} catch (error) {
		if (error instanceof Refused) return error.why;
		// Whatever an unpacker or a parser stumbles over, the file is not what it says it is.
		return { ok: false, reason: 'damaged' };
	}
}

function read(bytes: Uint8Array, fileName: string): TablesResult {
	if (bytes.length === 0) throw new Refused('empty');
	if (bytes.length > LIMITS.bytes) throw new Refused('too-big', { limit: LIMITS.bytes });
	const kind = byMagic(bytes);
	if (kind === 'ole') {
		const stream = byStreams(bytes);
		if (stream === 'locked') throw new Refused('locked');
		throw new Refused('not-a-table', stream ? { looksLike: stream } : {});
	}
	if (kind === 'zip') {
		const archive = openArchive(bytes);
		const contents = byContents(archive);
		if (contents !== 'xlsx') throw new Refused('not-a-table', { looksLike: contents });
		return readXlsx(archive);
	}
	if (kind) throw new Refused('not-a-table', { looksLike: kind });
	return readCsv(bytes, fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, ''));
}
