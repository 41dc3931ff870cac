import type { ScriptWarning, WarningCode } from '#lib/domain/scripts/types.ts';

/** Kinds of warnings in which something of the script was not taken over; the others were read with a guess. */
const LOST: readonly WarningCode[] = [
	'too-many-scenes',
	'xml-doctype',
	'xml-too-deep',
	'xml-too-many',
	'xml-cut',
	'xml-damaged',
	'text-damaged',
	'text-before-first-scene',
	'text-outside-scene',
	'tag-unused'
];

/** All warnings of a kind: those with a line, and how many stand behind them. */
export type WarningGroup = {
	readonly code: WarningCode;
	readonly lost: boolean;
	readonly shown: readonly ScriptWarning[];
	/** how often it stands, those counted only included */
	readonly count: number;
};

/** Warnings by kind: what was lost first, then the kinds that stand most often. Lines stay in order. */
export function groupWarnings(warnings: readonly ScriptWarning[]): WarningGroup[] {
	const groups = new Map<WarningCode, { shown: ScriptWarning[]; count: number }>();
	const of = (code: WarningCode) => {
		let group = groups.get(code);
		if (!group) groups.set(code, (group = { shown: [], count: 0 }));
		return group;
	};
	for (const warning of warnings) {
		if (warning.code === 'more') {
			of(String(warning.data?.code) as WarningCode).count += Number(warning.data?.count ?? 0);
		} else {
			const group = of(warning.code);
			group.shown.push(warning);
			group.count++;
		}
	}
	return [...groups]
		.map(([code, group]) => ({ code, lost: LOST.includes(code), ...group }))
		.sort((a, b) => Number(b.lost) - Number(a.lost) || b.count - a.count);
}
