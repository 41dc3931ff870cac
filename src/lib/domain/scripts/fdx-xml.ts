import { cleanText } from './lines.ts';
import { styleAttribute, type Run } from './fdx-styles.ts';

/** Text for XML: what it can't hold is replaced, what would end it is escaped. */
export const escapeXml = (text: string): string =>
	cleanText(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? '&quot;');

/** ` Name="value"` for each that has a value; line breaks in a value survive. */
const attributesOf = (attributes: Readonly<Record<string, string | undefined>>): string =>
	Object.entries(attributes)
		.filter(([, value]) => value !== undefined)
		.map(
			([name, value]) =>
				` ${name}="${escapeXml(value ?? '').replace(/[\n\t]/g, (c) => `&#${c.charCodeAt(0)};`)}"`
		)
		.join('');

/** An element with what is in it, already XML. */
export const element = (
	name: string,
	attributes: Readonly<Record<string, string | undefined>>,
	inside = ''
): string => `<${name}${attributesOf(attributes)}${inside ? `>${inside}</${name}>` : '/>'}`;

export const paragraph = (attributes: Readonly<Record<string, string | undefined>>, inside: string): string =>
	`<Paragraph${attributesOf(attributes)}>${inside}</Paragraph>`;

export const textRun = ({ text, style, tags }: Run): string =>
	`<Text${attributesOf({ Style: styleAttribute(style) || undefined, TagNumber: tags[0] })}>${escapeXml(text)}</Text>`;

/** One plain run. */
export const plainText = (text: string): string => textRun({ text, style: '', tags: [] });

/** A note, or a summary: paragraphs of its own. */
export const inParagraph = (text: string): string => paragraph({}, plainText(text));
