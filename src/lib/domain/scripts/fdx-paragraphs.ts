import { child, childrenOf, type XmlNode } from './fdx-tree.ts';
import { markedText, readStyle, type Run } from './fdx-styles.ts';
import { oneSpaced } from './letters.ts';

/** What a paragraph is. Types nobody knows are action, as the words are then kept and counted. */
export type Kind =
	| 'heading'
	| 'action'
	| 'character'
	| 'parenthetical'
	| 'dialogue'
	| 'transition'
	| 'lyrics'
	| 'cast-list'
	| 'section'
	| 'end'
	| 'synopsis'
	| 'note';

export type Paragraph = {
	kind: Kind;
	line: number;
	/** Marked as Fountain would; may hold line breaks. */
	text: string;
	/** Without marks, on one line. */
	plain: string;
	runs: Run[];
	/** No empty line above: SpaceBefore="0". */
	tight: boolean;
	centred: boolean;
	/** Stands beside the speech before. */
	dual: boolean;
	/** General, which other programs and we use for lines that are no script. */
	general: boolean;
	/** What its OmittedScene holds; null when it has none. */
	omitted: Paragraph[] | null;
	number: string | undefined;
	/** The attributes of SceneProperties. */
	properties: Readonly<Record<string, string>>;
	summary: string;
	beats: string[];
	notes: string[];
	/** Where it begins in the count of characters that Range of a ScriptNote uses. */
	at: number;
};

const KINDS: Readonly<Record<string, Kind>> = {
	sceneheading: 'heading',
	heading: 'heading',
	slugline: 'heading',
	scene: 'heading',
	sluglines: 'heading',
	character: 'character',
	charactername: 'character',
	parenthetical: 'parenthetical',
	parentheses: 'parenthetical',
	wryly: 'parenthetical',
	dialogue: 'dialogue',
	dialog: 'dialogue',
	transition: 'transition',
	lyrics: 'lyrics',
	lyric: 'lyrics',
	singing: 'lyrics',
	castlist: 'cast-list',
	cast: 'cast-list',
	newact: 'section',
	act: 'section',
	actheading: 'section',
	section: 'section',
	sequence: 'section',
	episode: 'section',
	endofact: 'end',
	synopsis: 'synopsis',
	summary: 'synopsis',
	note: 'note',
	notes: 'note'
};

function kindOf(type: string | undefined): Kind {
	const letters = (type ?? '').toLowerCase().replace(/[^a-z\d]+/g, '');
	if (/^outline\d*/.test(letters)) return 'section';
	return KINDS[letters] ?? 'action';
}

/** The paragraphs of the script in order, those of dual dialogue among them; what an OmittedScene holds is left out. */
export function paragraphsOf(root: XmlNode): Paragraph[] {
	const capitals = capitalTypes(root);
	const paragraphs: Paragraph[] = [];
	let at = 0;
	const walk = (nodes: readonly XmlNode[]): void => {
		for (const node of nodes) {
			if (node.name === 'paragraph') {
				const before = at;
				const paragraph = readParagraph(node, capitals, before);
				const inside = childrenOf(node, 'dualdialogue');
				// A block embedded in a paragraph counts two, its own paragraphs nothing, and the end of each one.
				const blocks = inside.length + childrenOf(node, 'omittedscene').length;
				at += paragraph.runs.reduce((sum, { text }) => sum + text.length, 0) + blocks * 2 + 1;
				if (inside.length === 0 || paragraph.plain) paragraphs.push(paragraph);
				for (const dual of inside) readDual(dual, capitals, before, paragraphs);
			} else if (node.name === 'dualdialogue') {
				readDual(node, capitals, at, paragraphs);
				at += 3;
			} else walk(node.children);
		}
	};
	walk(childrenOf(root, 'content'));
	return paragraphs;
}

/** The paragraphs of an OmittedScene, all at the place of the card that stands for them. */
function readInside(node: XmlNode, capitals: ReadonlySet<Kind>, at: number): Paragraph[] {
	const inside: Paragraph[] = [];
	for (const one of node.children) {
		if (one.name === 'paragraph') {
			const paragraph = readParagraph(one, capitals, at);
			const duals = childrenOf(one, 'dualdialogue');
			if (duals.length === 0 || paragraph.plain) inside.push(paragraph);
			for (const dual of duals) readDual(dual, capitals, at, inside);
		} else if (one.name === 'dualdialogue') readDual(one, capitals, at, inside);
	}
	return inside;
}

function readDual(node: XmlNode, capitals: ReadonlySet<Kind>, at: number, into: Paragraph[]): void {
	const inside = childrenOf(node, 'paragraph').map((one) => readParagraph(one, capitals, at));
	const speakers = inside.filter(({ kind }) => kind === 'character');
	// A single one stands beside a speech outside.
	for (const speaker of speakers) speaker.dual = speakers.length === 1 || speaker !== speakers[0];
	into.push(...inside);
}

/** The types a file shows in capitals, whatever was typed: Final Draft keeps `Lin Wan` and shows LIN WAN. */
function capitalTypes(root: XmlNode): ReadonlySet<Kind> {
	const kinds = new Set<Kind>();
	for (const settings of childrenOf(root, 'elementsettings')) {
		const { capitals } = readStyle(child(settings, 'fontspec')?.attributes.style);
		if (capitals) kinds.add(kindOf(settings.attributes.type));
	}
	return kinds;
}

function readParagraph(node: XmlNode, capitals: ReadonlySet<Kind>, at: number): Paragraph {
	const { attributes } = node;
	const kind = kindOf(attributes.type);
	const runs = runsIn(node, (kind === 'heading' || kind === 'character') && capitals.has(kind));
	const properties = child(node, 'sceneproperties');
	const omitted = childrenOf(node, 'omittedscene');
	return {
		kind,
		line: node.line,
		text: markedText(runs)
			.split('\n')
			.map((line) => line.trim())
			.join('\n')
			.trim(),
		plain: oneSpaced(runs.map(({ text }) => text).join('')),
		runs,
		tight: /^0(?:\.0*)?(?:\s*pt)?$/.test(attributes.spacebefore ?? ''),
		centred: /^cent(?:er|re)(?:ed)?$/i.test(attributes.alignment ?? ''),
		dual: false,
		general: /^general$/i.test(attributes.type ?? ''),
		omitted: omitted.length > 0 ? omitted.flatMap((one) => readInside(one, capitals, at)) : null,
		number: numberOf(node),
		properties: properties?.attributes ?? {},
		summary: wordsOf(child(properties, 'summary') ?? child(node, 'summary')),
		beats: childrenOf(
			child(properties, 'scenearcbeats') ?? child(node, 'scenearcbeats'),
			'characterarcbeat'
		).flatMap((beat) => beat.attributes.name ?? []),
		notes: [...childrenOf(node, 'scriptnote'), ...childrenOf(properties, 'scriptnote')].flatMap(
			(note) => wordsOf(note) || []
		),
		at
	};
}

/** Number stands on the paragraph, with some writers on its SceneProperties. */
function numberOf(node: XmlNode): string | undefined {
	const number = node.attributes.number ?? '';
	return number.trim() ? number : child(node, 'sceneproperties')?.attributes.number;
}

function runsIn(node: XmlNode, allCapitals: boolean): Run[] {
	return childrenOf(node, 'text').map(({ text, attributes }) => {
		const { style, capitals } = readStyle(attributes.style);
		return {
			text: capitals || allCapitals ? text.toUpperCase() : text,
			style,
			tags: (attributes.tagnumber ?? attributes.tagnumbers ?? '').split(/[\s,;]+/).filter(Boolean)
		};
	});
}

/** All the words below an element, paragraphs on lines of their own: a note, a summary. */
export function wordsOf(node: XmlNode | undefined): string {
	if (!node) return '';
	const lines = childrenOf(node, 'paragraph').map((one) =>
		childrenOf(one, 'text')
			.map(({ text }) => text)
			.join('')
	);
	if (lines.length === 0) lines.push(...childrenOf(node, 'text').map(({ text }) => text), node.text);
	return lines
		.join(' ')
		.replace(/\s*\n\s*/g, ' ')
		.trim();
}

/** Notes that stand at the end of the file and name characters of the script: `Range="5,7"`. */
export function rangedNotes(root: XmlNode): { at: number; text: string; line: number }[] {
	return childrenOf(child(root, 'scriptnotes'), 'scriptnote').flatMap((note) => {
		const at = /^\s*(\d+)/.exec(note.attributes.range ?? '')?.[1];
		const text = wordsOf(note);
		return text ? [{ at: Number(at ?? 0), text, line: note.line }] : [];
	});
}
