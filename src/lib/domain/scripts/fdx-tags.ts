import { readCategory, type TagKind } from './fdx-categories.ts';
import { child, childrenOf, type XmlNode } from './fdx-tree.ts';
import { oneSpaced } from './letters.ts';
import type { Warn } from './warnings.ts';

/** What a tagged word stands for. `label` is empty where only the words in the text say it. */
type Definition = { kind: TagKind; label: string };

export type Tags = {
	/** What the TagNumber of a run means; null when the file doesn't say. */
	find: (number: string) => Definition | null;
	/** To be called at the end: says which definitions no word of the script refers to. */
	sayUnused: () => void;
};

/** A longer one is a page that was tagged by mistake. */
const LABEL_MOST = 2000;

/**
 * Reads TagData: Text[TagNumber] → Tag → DefId → TagDefinition → CatId → TagCategory. Where a step is missing, the
 * number is looked for among the definitions themselves, as some writers leave the tags out.
 */
export function readTags(root: XmlNode, warn: Warn): Tags {
	const data = child(root, 'tagdata');
	const categories = new Map<string, TagKind>();
	for (const { attributes, line } of childrenOf(child(data, 'tagcategories'), 'tagcategory')) {
		const { id, name, number } = attributes;
		const kind = readCategory(number, name);
		if (!kind) warn('category-unknown', line, name, { name: name ?? number ?? '' });
		const key = id ?? number;
		if (key) categories.set(key, kind ?? 'miscellaneous');
	}
	const definitions = new Map<string, Definition & { line: number; number?: string; used: boolean }>();
	const byNumber = new Map<string, string>();
	for (const { attributes, line } of childrenOf(child(data, 'tagdefinitions'), 'tagdefinition')) {
		const { id, catid, label, number } = attributes;
		const key = id ?? `#${number}`;
		const kind = categories.get(catid ?? '') ?? readCategory(catid, undefined) ?? 'miscellaneous';
		definitions.set(key, { kind, label: oneSpaced(label ?? '').slice(0, LABEL_MOST), line, used: false });
		if (number) byNumber.set(number, key);
	}
	const tags = new Map<string, string>();
	for (const tag of childrenOf(child(data, 'tags'), 'tag')) {
		const { number, defid } = tag.attributes;
		const definition = (child(tag, 'defid')?.text ?? defid ?? '').trim();
		if (number && definition) tags.set(number, definition);
	}
	return {
		find(number) {
			const found =
				definitions.get(tags.get(number) ?? '') ??
				definitions.get(number) ??
				(tags.has(number) ? undefined : definitions.get(byNumber.get(number) ?? ''));
			if (found) found.used = true;
			return found ?? null;
		},
		sayUnused() {
			for (const { label, line, used } of definitions.values()) {
				if (!used && label) warn('tag-unused', line, label, { name: label });
			}
		}
	};
}
