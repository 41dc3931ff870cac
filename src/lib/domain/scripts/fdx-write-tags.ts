import { nameOf, numberOf, type TagKind } from './fdx-categories.ts';
import { element, paragraph, plainText, textRun } from './fdx-xml.ts';
import type { Run } from './fdx-styles.ts';

export type Wanted = { kind: TagKind; name: string };

/** The tags of one file: each use has a number, each thing a definition, each category a row. */
export type TagWriter = { number: (wanted: Wanted) => string; data: () => string[] };

/** Ids are UUIDs by position, so that the same script is the same file. */
const id = (family: string, number: number): string =>
	`00000000-0000-4000-${family}-${String(number).padStart(12, '0')}`;

export function startTags(): TagWriter {
	const definitions = new Map<string, Wanted & { id: string }>();
	const tags: string[] = [];
	return {
		number(wanted) {
			const key = `${wanted.kind}\n${wanted.name}`;
			const known = definitions.get(key) ?? { ...wanted, id: id('9000', definitions.size + 1) };
			definitions.set(key, known);
			const number = String(tags.length + 1);
			tags.push(element('Tag', { Number: number }, `<DefId>${known.id}</DefId>`));
			return number;
		},
		data() {
			if (tags.length === 0) return [];
			const kinds = [...new Set([...definitions.values()].map(({ kind }) => kind))].sort(
				(a, b) => numberOf(a) - numberOf(b)
			);
			const categories = kinds.map((kind) =>
				element('TagCategory', {
					Color: '#000000000000',
					Id: id('8000', numberOf(kind)),
					Name: nameOf(kind),
					Number: String(numberOf(kind)),
					Style: 'Bold'
				})
			);
			const defined = [...definitions.values()].map((one, index) =>
				element('TagDefinition', {
					CatId: id('8000', numberOf(one.kind)),
					Id: one.id,
					Label: one.name,
					Number: String(index + 1)
				})
			);
			return [
				'<TagData>',
				'<TagCategories>',
				...categories,
				'</TagCategories>',
				'<TagDefinitions>',
				...defined,
				'</TagDefinitions>',
				'<Tags>',
				...tags,
				'</Tags>',
				'</TagData>'
			];
		}
	};
}

/** What one scene needs: tagged where its words stand in the text, the rest in a line of its own below it. */
export class SceneTags {
	#waiting: Wanted[];
	readonly #writer: TagWriter;

	constructor(wanted: readonly Wanted[], writer: TagWriter) {
		this.#waiting = [...wanted];
		this.#writer = writer;
	}

	/** Cuts the runs of a paragraph where something waiting is named. */
	tag(runs: readonly Run[]): Run[] {
		let out = [...runs];
		this.#waiting = this.#waiting.filter((wanted) => {
			for (const [index, run] of out.entries()) {
				const at = run.tags.length > 0 ? -1 : wordAt(run.text, wanted.name);
				if (at < 0) continue;
				const end = at + wanted.name.length;
				const cut = [
					{ ...run, text: run.text.slice(0, at) },
					{ ...run, text: run.text.slice(at, end), tags: [this.#writer.number(wanted)] },
					{ ...run, text: run.text.slice(end) }
				];
				out = [...out.slice(0, index), ...cut.filter(({ text }) => text), ...out.slice(index + 1)];
				return false;
			}
			return true;
		});
		return out;
	}

	/** Somebody who speaks is in the scene without a tag. */
	speaks(names: readonly string[]): void {
		this.#waiting = this.#waiting.filter(({ kind, name }) => kind !== 'cast' || !names.includes(name));
	}

	/** What no word of the text names, as a General line of nothing but tagged words. */
	rest(): string[] {
		if (this.#waiting.length === 0) return [];
		const runs = this.#waiting.map((wanted) =>
			textRun({ text: wanted.name, style: '', tags: [this.#writer.number(wanted)] })
		);
		this.#waiting = [];
		return [
			paragraph(
				{ Type: 'General' },
				`${runs.join(plainText(' · '))}${runs.length === 1 ? plainText(' ·') : ''}`
			)
		];
	}
}

/** Where a name stands as words of its own, in any capitals; -1 when it doesn't. Chinese has no spaces between words. */
function wordAt(text: string, name: string): number {
	const isWord = (c: string | undefined): boolean =>
		c !== undefined && /[\p{L}\p{N}]/u.test(c) && !/\p{sc=Han}/u.test(c);
	// Some letters grow when they change case; then only the very same words are found.
	const [within, wanted] =
		text.toLowerCase().length === text.length && name.toLowerCase().length === name.length
			? [text.toLowerCase(), name.toLowerCase()]
			: [text, name];
	for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1)) {
		if (isWord(text[at - 1]) && isWord(name[0])) continue;
		if (isWord(text[at + name.length]) && isWord(name.at(-1))) continue;
		return at;
	}
	return -1;
}
