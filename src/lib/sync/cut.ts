import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Structs = ReturnType<typeof Y.decodeUpdate>['structs'];

/**
 * An update in parts of about so many bytes each, in its own order; a single change that is larger is a part of its
 * own. Deletions come last. A part may refer to a later one: whoever takes them in merges them first.
 * @param of only what these client ids wrote, without deletions; null: everything
 */
export function cutUpdate(update: Uint8Array, bytes: number, of: ReadonlySet<number> | null): Uint8Array[] {
	const { structs, ds } = Y.decodeUpdate(update);
	const parts: Uint8Array[] = [];
	let part: Structs = [];
	let size = 0;
	for (const struct of structs) {
		if (struct instanceof Y.Skip || (of && !of.has(struct.id.client))) continue;
		const length = sizeOf(struct);
		if (part.length > 0 && size + length > bytes) {
			parts.push(encode(part, null));
			part = [];
			size = 0;
		}
		part.push(struct);
		size += length;
	}
	if (part.length > 0) parts.push(encode(part, null));
	if (!of && ds.clients.size > 0) parts.push(encode([], ds));
	return parts;
}

function sizeOf(struct: Structs[number]): number {
	const encoder = new Y.UpdateEncoderV1();
	struct.write(encoder, 0);
	return encoder.toUint8Array().length;
}

/** Structs and deletions in Yjs' encoding, version 1: runs of one client id, highest ids first, then deletions. */
function encode(structs: Structs, ds: ReturnType<typeof Y.decodeUpdate>['ds'] | null): Uint8Array {
	const runs: Structs[] = [];
	for (const struct of structs) {
		const run = runs.at(-1);
		const last = run?.at(-1);
		if (run && last?.id.client === struct.id.client) run.push(struct);
		else runs.push([struct]);
	}
	const encoder = new Y.UpdateEncoderV1();
	varUint(encoder, runs.length);
	for (const run of runs) {
		varUint(encoder, run.length);
		encoder.writeClient(run[0]?.id.client ?? 0);
		varUint(encoder, run[0]?.id.clock ?? 0);
		for (const struct of run) struct.write(encoder, 0);
	}
	const deleted = [...(ds?.clients ?? [])].sort(([a], [b]) => b - a);
	varUint(encoder, deleted.length);
	for (const [client, ranges] of deleted) {
		varUint(encoder, client);
		varUint(encoder, ranges.length);
		for (const { clock, len } of ranges) {
			encoder.writeDsClock(clock);
			encoder.writeDsLen(len);
		}
	}
	return encoder.toUint8Array();
}

const varUint = (encoder: Y.UpdateEncoderV1, value: number): void =>
	encoding.writeVarUint(encoder.restEncoder, value);
