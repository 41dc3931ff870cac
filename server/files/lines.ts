/** Lines of a gzipped stream, with an end to how much there may be of it. */
import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { damaged, FileError } from './file-error.ts';

/** One row of the log is never larger: 64 merged updates of 2 MiB would still be less in practice. */
const MAX_LINE_BYTES = 67_108_864;
const NEWLINE = 10;

const tooLarge = (most: number): FileError =>
	new FileError(
		'too-large',
		`This file is larger than the ${Math.floor(most / 1_000_000)} MB this server takes.`
	);

async function* counted(source: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
	let bytes = 0;
	for await (const chunk of source) {
		bytes += chunk.length;
		if (bytes > most) throw tooLarge(most);
		yield chunk;
	}
}

/**
 * Unpacks a stream and gives its lines, without their ends. The source is left open: whoever sends it can still
 * be answered.
 * @param most bytes, packed and unpacked alike
 * @throws FileError when it isn't gzip, breaks off, or is too much
 */
export async function* unpackedLines(
	source: AsyncIterable<Uint8Array>,
	most: number
): AsyncGenerator<Buffer> {
	const gunzip = createGunzip();
	const packed = Readable.from(counted(source, most));
	packed.on('error', (error) => gunzip.destroy(error));
	packed.pipe(gunzip);
	let rest: Buffer[] = [];
	let size = 0;
	try {
		for await (const chunk of counted(gunzip, most) as AsyncIterable<Buffer>) {
			let start = 0;
			for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
				yield Buffer.concat([...rest, chunk.subarray(start, end)]);
				rest = [];
				size = 0;
				start = end + 1;
			}
			rest.push(chunk.subarray(start));
			size += chunk.length - start;
			if (size > MAX_LINE_BYTES) throw tooLarge(MAX_LINE_BYTES);
		}
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'Z_DATA_ERROR' && gunzip.bytesWritten <= 65_536 && size === 0 && rest.length === 0) {
			throw new FileError('file-other', 'This file is not a production.');
		}
		if (code?.startsWith('Z_')) throw damaged('The file breaks off, or was changed on the way.');
		throw error;
	} finally {
		packed.destroy();
		gunzip.destroy();
	}
	if (size > 0) throw damaged('The file breaks off.');
}
