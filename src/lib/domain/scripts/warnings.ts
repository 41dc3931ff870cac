import type { ScriptWarning, WarningCode } from './types.ts';

/** A hostile file must not fill the memory or the screen: the rest of a code is counted in one `more`. */
export const WARNINGS_PER_CODE = 200;

export type Warn = (code: WarningCode, line: number, text?: string, data?: ScriptWarning['data']) => void;

/** Collects warnings; `list()` gives them in line order. */
export function collectWarnings(): { warn: Warn; list: () => ScriptWarning[] } {
	const kept: ScriptWarning[] = [];
	const counts = new Map<WarningCode, number>();
	const over = new Map<WarningCode, { line: number; count: number }>();
	return {
		warn(code, line, text, data) {
			const count = (counts.get(code) ?? 0) + 1;
			counts.set(code, count);
			if (count > WARNINGS_PER_CODE) {
				const more = over.get(code);
				if (more) more.count++;
				else over.set(code, { line, count: 1 });
				return;
			}
			const warning: ScriptWarning = { code, line };
			if (text !== undefined) warning.text = shorten(text);
			if (data) warning.data = data;
			kept.push(warning);
		},
		list() {
			const more = [...over].map(([code, { line, count }]): ScriptWarning => ({
				code: 'more',
				line,
				data: { code, count }
			}));
			return [...kept, ...more].sort((a, b) => a.line - b.line);
		}
	};
}

/** The beginning of a text, for a person to recognise it by; never cuts a character in two. */
export function shorten(text: string, most = 80): string {
	const start = text.slice(0, most + 40).trim();
	if (start.length <= most) return start;
	return `${start
		.slice(0, most - 1)
		.replace(/[\uD800-\uDBFF]$/, '')
		.trimEnd()}…`;
}
