import { eighths } from '../format.ts';
import type { Text } from '../text/index.svelte.ts';
import type { BreakdownView, SceneLogEntry } from './types.ts';

type Words = Text['breakdown'];

const isList = (raw: unknown): raw is readonly string[] =>
	Array.isArray(raw) && raw.every((one) => typeof one === 'string');

/** One change to a scene in words: `Synopsis: “She waits” → “She runs”`, `Cast: + 4 Gu Chen`. */
export function historySentence(
	{ kind, field = '', before, after }: SceneLogEntry,
	view: Pick<BreakdownView, 'nameOf'>,
	words: Words
): string {
	const { history } = words;
	if (kind !== 'set') return history[kind];
	const label = (history.fields as Readonly<Record<string, string>>)[field] ?? history.otherField;
	const named = (id: string): string => view.nameOf(field, id) ?? history.gone;
	if (isList(before) && isList(after)) return history.members(label, after.map(named), before.map(named));
	const said = (value: unknown): string => {
		if (value === undefined || value === null || value === '') return history.empty;
		if (field === 'eighths' && typeof value === 'number') return eighths(value);
		if (typeof value === 'boolean') return value ? history.yes : history.no;
		if (field === 'setId' || field === 'requestId') return named(String(value));
		if (field === 'intExt' || field === 'time') return view.nameOf(field, String(value)) ?? String(value);
		return typeof value === 'object' ? '…' : String(value);
	};
	// its place in the script and its text have values that say nothing to a reader
	if (field === 'order' || field === 'textId') return history.changed(label);
	return history.set(label, said(before), said(after));
}
