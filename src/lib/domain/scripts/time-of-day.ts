import { withoutEmphasis } from './letters.ts';
import type { IntExt, TimeOfDay } from './types.ts';

/**
 * The words of a heading that say when. EVENING is night: it is lit as night. 凌晨, before sunrise, is dawn.
 * EARLY, LATE, NEXT, numbers of a story day and FLASHBACK go with a time and never make one alone.
 */
const WORDS: readonly (readonly [TimeOfDay, string])[] = [
	['day', 'DAY DAYTIME MORNING AFTERNOON NOON MIDDAY'],
	['night', 'NIGHT NIGHTTIME EVENING MIDNIGHT'],
	['dawn', 'DAWN SUNRISE DAYBREAK PREDAWN'],
	['dusk', 'DUSK SUNSET TWILIGHT SUNDOWN']
];
const HAN_WORDS: readonly (readonly [TimeOfDay, string])[] = [
	['day', '白天 日间 上午 中午 正午 下午 午后 早上 白日 日 昼 早 午'],
	['night', '夜晚 夜间 晚上 深夜 午夜 半夜 夜里 入夜 夜 晚'],
	['dawn', '清晨 凌晨 早晨 黎明 拂晓 日出 破晓 晨'],
	['dusk', '黄昏 傍晚 日落 夕阳 薄暮 昏']
];
const HAN_INHERIT = '连续 接上场 接上 同上 稍后 同时 紧接 承上';
const HAN_STORY = '闪回 回忆 梦境 幻想 插叙 倒叙 现实';
const INHERIT = new Set('CONTINUOUS CONTINUING CONTINUED CONT CONTD LATER SAME'.split(' '));
const STORY = new Set('FLASHBACK FLASHBACKS DREAM SEQUENCE FANTASY FLASHFORWARD MONTAGE INTERCUT'.split(' '));
const BESIDE = new Set(
	(
		'EARLY LATE THAT THIS THE NEXT FOLLOWING PREVIOUS A AN FEW MOMENT MOMENTS MINUTE MINUTES SECOND SECONDS HOUR HOURS ' +
		'DAYS WEEK WEEKS MONTH MONTHS YEAR YEARS AGO BEFORE AFTER PRE POST MID TIME FOR TO AND IN OF ONE TWO THREE FOUR ' +
		'FIVE SIX SEVEN EIGHT NINE TEN SEVERAL SOME PRESENT PAST STORY RAIN RAINY RAINING SNOW SNOWING STORM MONDAY TUESDAY ' +
		'WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY'
	).split(' ')
);

const byWord = new Map(
	WORDS.flatMap(([time, words]) => words.split(' ').map((word) => [word, time] as const))
);
const byHan = HAN_WORDS.flatMap(([time, words]) => words.split(' ').map((word) => [word, time] as const))
	// Longest first, so that 夜晚 isn't read as 夜 and a rest.
	.sort((a, b) => b[0].length - a[0].length);

/** What a stretch of a heading says about time. `story` is FLASHBACK, 闪回: said, but no time of day. */
export type TimeWords = { time: TimeOfDay | null; inherits: boolean };

/** Reads `NIGHT`, `EARLY MORNING`, `DAY 3 (FLASHBACK)`, `MOMENTS LATER`, `清晨`; null when any other word is in it. */
export function readTimeWords(text: string): TimeWords | null {
	const words = text
		.toUpperCase()
		.replace(/\b(?:MAGIC|GOLDEN|BLUE) HOUR\b/g, 'DUSK')
		.replace(/\bFIRST LIGHT\b/g, 'DAWN')
		.replace(/['’`]/g, '')
		.split(/[\s/&,.()[\]\-–—:、，（）]+/)
		.filter(Boolean);
	let time: TimeOfDay | null = null;
	let inherits = false;
	let story = false;
	for (const word of words) {
		const known = byWord.get(word) ?? readHanTime(word);
		if (known) time ??= known;
		else if (INHERIT.has(word) || HAN_INHERIT.split(' ').includes(word)) inherits = true;
		else if (STORY.has(word) || isHanStory(word)) story = true;
		else if (!BESIDE.has(word) && !/^#?\d{1,4}$/.test(word)) return null;
	}
	if (!time && !inherits && !story) return null;
	return { time, inherits: inherits && !time };
}

const readHanTime = (word: string): TimeOfDay | null => byHan.find(([han]) => han === word)?.[1] ?? null;

/** 闪回, 回忆 …: belongs to neither place nor hour. */
export const isHanStory = (word: string): boolean => HAN_STORY.split(' ').includes(word);

/** 内, 外景, 日内, 夜/外, 内景日 …: a stretch of a Chinese heading made only of 内/外 and times; else null. */
export function readHanLight(
	token: string
): { intExt: IntExt | null; time: TimeOfDay | null; inherits: boolean } | null {
	let rest = withoutEmphasis(token).replace(/[/／\\\-－–—、·,，.。:：()（）[\]【】\s]/g, '');
	if (!rest || rest.length > 12) return null;
	let int = false;
	let ext = false;
	let time: TimeOfDay | null = null;
	let inherits = false;
	while (rest) {
		const place = /^(?:室内|室外|户外|内景|外景|内|外)景?/.exec(rest)?.[0];
		const hour = place ? undefined : byHan.find(([han]) => rest.startsWith(han));
		const same = place || hour ? undefined : HAN_INHERIT.split(' ').find((han) => rest.startsWith(han));
		if (place) {
			if (place.includes('内')) int = true;
			else ext = true;
		} else if (hour) time ??= hour[1];
		else if (same) inherits = true;
		else return null;
		rest = rest.slice((place ?? hour?.[0] ?? same ?? '').length);
	}
	return {
		intExt: int && ext ? 'int-ext' : int ? 'int' : ext ? 'ext' : null,
		time,
		inherits: inherits && !time
	};
}
