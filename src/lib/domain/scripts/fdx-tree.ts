import { SaxesParser } from 'saxes';
import { cleanText } from './lines.ts';

/** An element of the file: names in lower case, since writers differ; `text` is what stands right inside it. */
export type XmlNode = {
	name: string;
	attributes: Readonly<Record<string, string>>;
	children: XmlNode[];
	text: string;
	/** Of its opening tag, from 1. */
	line: number;
};

/** A season's script has some 20,000 elements, 8 deep: what is over these was made to hurt. */
const ELEMENTS_MOST = 200_000;
const DEPTH_MOST = 64;
/** So many faults and the rest isn't XML. Each costs the parser an error object. */
const FAULTS_MOST = 100;

/** Why reading stopped for good. */
export type TreeStop = { code: 'xml-doctype' | 'xml-too-deep' | 'xml-too-many'; line: number; limit: number };

type Tree = {
	root: XmlNode | null;
	/** What isn't well formed: the first place and how many. What could be made out is in the tree. */
	faults: { line: number; count: number } | null;
	/** Elements were open when the text ended: the last line. */
	cut: number | null;
	stop: TreeStop | null;
};

const CHUNK = 65_536;
const DOCTYPE = /<!DOCTYPE/i;
const LOOSE = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|lt|gt|amp|quot|apos);)|<(?![a-z_:!?/\u0080-\uFFFF])/gi;

/** Thrown through the parser, which can't be told to stop, and caught here. */
const STOPPED = new Error('reading stopped');

/**
 * Reads XML into a tree, in one pass. No entity but the five of XML is ever replaced, and a DOCTYPE ends the
 * reading, as do depth and number of elements over the limits. A lone `&` or an unknown `&name;` is text.
 */
export function readTree(source: string): Tree {
	const tree: Tree = { root: null, faults: null, cut: null, stop: null };
	const cleaned = cleanText(source);
	const lead = /^\s+(?=<)/.exec(cleaned)?.[0] ?? '';
	const skipped = lead.split('\n').length - 1;
	const parser = new SaxesParser();
	const open: XmlNode[] = [];
	let content: XmlNode | null = null;
	let elements = 0;
	let started = 1;
	let ended = false;
	const lineNow = (): number => parser.line + skipped;
	const fault = (line: number): void => {
		if (tree.faults) tree.faults.count++;
		else tree.faults = { line, count: 1 };
	};
	const stop = (code: TreeStop['code'], line: number, limit: number): never => {
		tree.stop = { code, line, limit };
		throw STOPPED;
	};
	const add = (words: string): void => {
		const node = open.at(-1);
		if (node) node.text += tidy(words);
	};

	parser.on('error', () => {
		// Above the first element it is about the declaration, which says nothing we need.
		if (!tree.root || ended) return;
		fault(lineNow());
		if ((tree.faults?.count ?? 0) >= FAULTS_MOST) throw STOPPED;
	});
	parser.on('doctype', () => stop('xml-doctype', lineOf(cleaned, DOCTYPE), 0));
	parser.on('opentagstart', () => (started = lineNow()));
	parser.on('opentag', ({ name, attributes }) => {
		if (open.length >= DEPTH_MOST) stop('xml-too-deep', started, DEPTH_MOST);
		if (++elements > ELEMENTS_MOST) stop('xml-too-many', started, ELEMENTS_MOST);
		const node: XmlNode = {
			name: name.toLowerCase(),
			attributes: lowerKeys(attributes),
			children: [],
			text: '',
			line: started
		};
		// A closing tag that fits nothing closes all for the parser: what follows goes where it would have stood.
		const parent = open.at(-1) ?? (node.name === 'paragraph' ? content : tree.root);
		parent?.children.push(node);
		tree.root ??= node;
		if (node.name === 'content') content = node;
		open.push(node);
	});
	parser.on('closetag', () => void open.pop());
	parser.on('text', add);
	parser.on('cdata', add);
	try {
		const plain = withoutLooseMarks(cleaned.slice(lead.length));
		for (let at = 0; at < plain.length; at += CHUNK) parser.write(plain.slice(at, at + CHUNK));
		if (open.length > 0) tree.cut = lineNow();
		ended = true;
		parser.close();
	} catch (error) {
		if (error !== STOPPED) throw error;
	}
	// A DOCTYPE that is never closed swallows the file and is never announced.
	if (!tree.root && !tree.stop && DOCTYPE.test(cleaned)) {
		tree.stop = { code: 'xml-doctype', line: lineOf(cleaned, DOCTYPE), limit: 0 };
	}
	return tree;
}

/** The element's first child of a name. */
export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
	node?.children.find((one) => one.name === name);

/** The element's children of a name. */
export const childrenOf = (node: XmlNode | undefined, name: string): XmlNode[] =>
	node?.children.filter((one) => one.name === name) ?? [];

/** The source is clean; a character reference may bring back what was taken out. */
const tidy = (words: string): string => (/[\r\x7F\u200B\u2060\uFEFF]/.test(words) ? cleanText(words) : words);

function lowerKeys(attributes: Record<string, string>): Record<string, string> {
	const lower: Record<string, string> = Object.create(null) as Record<string, string>;
	for (const key in attributes) lower[key.toLowerCase()] = tidy(attributes[key] ?? '');
	return lower;
}

/**
 * Makes text of an `&` that begins none of XML's own entities and of a `<` that begins no tag, as `Tom & Jerry` and
 * `I <3 you` do. The parser would take all from the one up to the next `;` for a name, and swallow a scene.
 */
function withoutLooseMarks(text: string): string {
	const parts: string[] = [];
	let at = 0;
	while (at < text.length) {
		const start = text.indexOf('<![CDATA[', at);
		const stop = start < 0 ? text.length : start;
		parts.push(text.slice(at, stop).replace(LOOSE, (mark) => (mark === '&' ? '&amp;' : '&lt;')));
		if (start < 0) break;
		const end = text.indexOf(']]>', start);
		at = end < 0 ? text.length : end;
		parts.push(text.slice(start, at));
	}
	return parts.join('');
}

function lineOf(text: string, mark: RegExp): number {
	const index = text.search(mark);
	let line = 1;
	for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line++;
	return line;
}
