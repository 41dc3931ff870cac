/** Reads one part of a workbook piece by piece: no DOCTYPE, no entities but the five, bounded in depth and count. */
import { SaxesParser } from 'saxes';
import type { Archive } from './zip.ts';
import { LIMITS } from './limits.ts';
import { Refused } from './types.ts';

type Attributes = Readonly<Record<string, string>>;

/** What to do at each element and text. Names come without their prefix: `x:row` is `row`. */
export type XmlHandler = {
	readonly open?: (name: string, attributes: Attributes) => void;
	readonly close?: (name: string) => void;
	readonly text?: (text: string) => void;
};

/** Reads the part; false where the archive has none of that name. Throws `Refused`, and what the handler throws. */
export function readPart(archive: Archive, name: string, handler: XmlHandler): boolean {
	const parser = new SaxesParser({ fragment: false });
	let depth = 0;
	let elements = 0;
	let attributes = 0;
	parser.on('doctype', () => {
		throw new Refused('damaged', { where: name });
	});
	parser.on('error', () => {
		throw new Refused('damaged', { where: name });
	});
	parser.on('attribute', () => {
		if (++attributes > LIMITS.attributes) throw new Refused('damaged', { where: name });
	});
	parser.on('opentag', (tag) => {
		if (++depth > LIMITS.depth) throw new Refused('damaged', { where: name });
		if (++elements > LIMITS.elements) throw new Refused('too-many-cells', { where: name });
		attributes = 0;
		handler.open?.(localName(tag.name), tag.attributes as Attributes);
	});
	parser.on('closetag', (tag) => {
		depth--;
		handler.close?.(localName(tag.name));
	});
	if (handler.text) {
		parser.on('text', handler.text);
		parser.on('cdata', handler.text);
	}
	const decoder = new TextDecoder('utf-8');
	return archive.unpack(name, (piece, last) => {
		parser.write(decoder.decode(piece, { stream: !last }));
		if (last) parser.close();
	});
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
