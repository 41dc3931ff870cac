import { hasHan, lettersOf } from './letters.ts';
import type { MergeSuggestion } from './types.ts';

const MOST = 200;
/** LIN and YOUNG LIN, GUARD and GUARD 2, 林晚 and 小时候林晚 are different people on the call sheet. */
const OTHER_PERSON =
	/^(?:YOUNG|YOUNGER|OLD|OLDER|LITTLE|BABY|TEEN|FAKE|REAL|#?\d+|[A-Z]|ONE|TWO|THREE|AND|OF|THE)$/;

/**
 * Names that may be one: written with other case, spaces or punctuation (`spelling`), or one the beginning or the
 * end of the other (`part-of`: LIN, LIN WAN; 晚晴, 林晚晴). Where a short name fits two longer ones, each pair is
 * offered by itself. Nothing is merged here. One pass: every name looks its own parts up.
 */
export function suggestMerges(kind: MergeSuggestion['kind'], names: readonly string[]): MergeSuggestion[] {
	const groups = new Map<string, string[]>();
	for (const name of names) {
		const letters = lettersOf(name) || name;
		const group = groups.get(letters);
		if (group) group.push(name);
		else groups.set(letters, [name]);
	}
	const longer = new Map<string, string[]>();
	for (const [letters, group] of groups) {
		for (const part of new Set(partsOf(group[0] ?? '', kind).map(lettersOf))) {
			if (part === letters || !groups.has(part)) continue;
			longer.set(part, [...(longer.get(part) ?? []).slice(0, 5), letters]);
		}
	}
	const suggestions: MergeSuggestion[] = [];
	const said = new Set<string>();
	for (const [letters, group] of groups) {
		for (const other of longer.get(letters) ?? []) {
			said.add(letters).add(other);
			suggestions.push({ kind, names: [...group, ...(groups.get(other) ?? [])], reason: 'part-of' });
			if (suggestions.length >= MOST) return suggestions;
		}
	}
	for (const [letters, group] of groups) {
		if (group.length > 1 && !said.has(letters)) suggestions.push({ kind, names: group, reason: 'spelling' });
		if (suggestions.length >= MOST) break;
	}
	return suggestions;
}

/** The shorter names a name may go by. Sets go by their words only without an article: THE CAFE, CAFE. */
function partsOf(name: string, kind: MergeSuggestion['kind']): string[] {
	const words = name.split(/[\s.]+/).filter(Boolean);
	if (kind === 'set') return /^(?:THE|A|AN)$/i.test(words[0] ?? '') ? [words.slice(1).join(' ')] : [];
	if (words.length > 8) return [];
	if (words.length === 1 && hasHan(name)) {
		const han = [...name];
		// 小林晚 is 林晚 as a child; 林晚晴 may be 晚晴, and 助理小唐 小唐.
		if (han.length > 6 || (han.length === 3 && /^[小老大幼]/.test(name))) return [];
		return han.slice(1, -1).map((_, index) => han.slice(index + 1).join(''));
	}
	const parts: string[] = [];
	for (let count = 1; count < words.length; count++) {
		const [start, startRest] = [words.slice(0, count), words.slice(count)];
		if (!startRest.some(isOther)) parts.push(start.join(' '));
		if (!start.some(isOther)) parts.push(startRest.join(' '));
	}
	return parts;
}

const isOther = (word: string): boolean => OTHER_PERSON.test(word.toUpperCase());
