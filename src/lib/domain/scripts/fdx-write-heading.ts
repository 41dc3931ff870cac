import { readFdxHeading, tidyFdxNumber } from './fdx-heading.ts';
import { setKey } from './finish.ts';
import { foldWidth, hasHan } from './letters.ts';
import type { IntExt, TimeOfDay } from './types.ts';

const INT_EXT: Readonly<Record<IntExt, readonly [string, string]>> = {
	int: ['INT.', '内'],
	ext: ['EXT.', '外'],
	'int-ext': ['INT./EXT.', '内外']
};
const TIME: Readonly<Record<TimeOfDay, readonly [string, string]>> = {
	day: ['DAY', '日'],
	night: ['NIGHT', '夜'],
	dawn: ['DAWN', '清晨'],
	dusk: ['DUSK', '黄昏']
};

export type HeadingParts = {
	/** As written. Where it says something else than the parts, they are what counts. */
	heading?: string;
	intExt?: IntExt | null;
	time?: TimeOfDay | null;
	timeText?: string;
	set?: string;
};

/**
 * The heading to write, and what it leaves unsaid. A heading as written is kept when it reads as the parts do; a
 * bare 第12场 has them on lines below, 时间：… 场景：…; any other is made of the parts: `INT. TEA HOUSE - DAY`,
 * 日 内 茶馆 where the set is Chinese.
 */
export function headingOf(parts: HeadingParts, number: string): { words: string; labels: string[] } {
	const { heading, intExt, time, timeText, set } = parts;
	if (heading === undefined) return { words: made(parts), labels: [] };
	const read = readFdxHeading(heading, tidyFdxNumber(number), null);
	const same = {
		intExt: intExt === undefined || intExt === read?.intExt,
		time: time === undefined || time === read?.time || read?.inherits,
		set: set === undefined || setKey(set) === setKey(read?.set ?? '')
	};
	if (same.intExt && same.time && same.set) return { words: heading, labels: [] };
	if (read?.style !== 'chinese' || read.set) return { words: made(parts), labels: [] };
	const labels = [
		!same.time && time ? `时间：${timeText || TIME[time][1]}` : '',
		!same.intExt && intExt ? `内外：${INT_EXT[intExt][1]}` : '',
		!same.set && set ? `场景：${set}` : ''
	];
	return { words: heading, labels: labels.filter(Boolean) };
}

function made({ intExt, time, set = '' }: HeadingParts): string {
	if (intExt && time && hasHan(set)) {
		const chinese = `${TIME[time][1]} ${INT_EXT[intExt][1]} ${set}`;
		const read = readFdxHeading(chinese, null, null);
		if (read?.set === set && read.time === time && read.intExt === intExt) return chinese;
	}
	const place = [intExt ? INT_EXT[intExt][0] : '', set].filter(Boolean).join(' ');
	return time ? `${place} - ${TIME[time][0]}`.trim() : place;
}

/** Does the heading itself say that the scene is omitted? */
export const isOmittedHeading = (heading: string): boolean =>
	readFdxHeading(heading, null, null)?.omitted ?? false;

/** A Chinese heading without the number in front, which Final Draft shows beside it, where it reads back as it was. */
export function withoutNumber(heading: string, number: string): string {
	const tidy = tidyFdxNumber(number);
	if (!tidy || !foldWidth(heading).startsWith(tidy)) return heading;
	const rest = heading.slice(tidy.length).trimStart();
	const [whole, cut] = [readFdxHeading(heading, tidy, null), readFdxHeading(rest, tidy, null)];
	return rest && JSON.stringify(whole) === JSON.stringify(cut) ? rest : heading;
}
