import { foldWidth, hasHan, oneSpaced, withoutEmphasis } from './letters.ts';

/** A longer one is a sentence in capitals. */
const NAME_MOST = 60;
const SHOT =
	/^(?:MONTAGE|SERIES OF SHOTS|SUPER(?:IMPOSE)?|TITLE|CARD|CHYRON|INSERT|FLASH(?:BACK|ES)?|INTERCUT|LATER|CONTINUED|THE END|END OF|BACK TO|ANGLE|CLOSE ON|CLOSE[- ]UP|WIDE|POV|ON SCREEN|TEXT|SMASH|CUT|FADE|DISSOLVE|MATCH CUT|TIME CUT|BLACK)(?![\p{L}\p{N}])/u;
const TRANSITION =
	/(?:(?:^|\s)TO:|^(?:FADE|CUT|DISSOLVE|SMASH CUT|MATCH CUT|JUMP CUT|TIME CUT|WIPE)\b.{0,20}[:.])$/;
const TITLES = /(?:^|\s)(?:MR|MRS|MS|DR|JR|SR|ST|PROF|SGT|LT|CAPT|[A-Z])\.$/;
const EXTENSION = /\([^()]*\)|（[^（）]*）|\([^()]*$/g;
const VOICE = /\s*(?:\b|(?<=\p{sc=Han}))(?:V\.?O|O\.?S|O\.?C)\.?$/iu;
const BACKGROUND =
	/^(?:群演|群众演员|群众|众人|群杂|背景演员)|若干|数[名人位]|[0-9一二三四五六七八九十]+[名位个]$/;
const NOT_A_NAME = new Set(
	(
		'人物 出场人物 登场人物 角色 演员 时间 地点 场景 场 景 时 内外 日夜 天气 道具 服装 服化道 备注 注 注意 字幕 旁白 画外音 音效 音乐 ' +
		'特写 闪回 回忆 镜头 画面 动作 转场 屏幕 短信 微信 弹幕 标题 简介 梗概 钩子 卡点 主线 集数 序号 剧情 本集看点 看点 提示 说明 例如 比如 记住 ' +
		'屏幕显示 手机屏幕 消息 新闻 报道'
	).split(' ')
);
/** What people do, not what they are called. */
const VERBS =
	/[着了是]|(?:说|道|写|问|喊|叫|想|显示|传来|看到|听到|写着)$|^(?:他|她|它|他们|她们|突然|这时|只见|原来|接着|然后)/;

/** A name without (V.O.), (CONT'D), （画外音）, OS and marks, one space between words. */
function plainName(text: string): string {
	const name = withoutEmphasis(text)
		.replace(EXTENSION, ' ')
		.replace(/[:：]\s*$/, '');
	return oneSpaced(oneSpaced(name).replace(VOICE, ''))
		.replace(/^[@＠]+|[,，、]+$/g, '')
		.trim();
}

/** `林晚、陈默（40岁）等、群演若干` as names; background, which isn't cast, stands apart. */
export function readNames(text: string): { names: string[]; background: string[] } {
	const names: string[] = [];
	const background: string[] = [];
	const list = text
		.slice(0, 2000)
		.replace(EXTENSION, ' ')
		.replace(/[。.]\s*$/, '');
	const marks = /[、，,;；/／&＆|]/.test(list) ? /[、，,;；/／&＆|]+/ : /\s+/;
	for (const part of list.split(marks)) {
		const name = plainName(part).replace(/(?<=\p{sc=Han}{2})\s*等人?$/u, '');
		if (!name || name.length > NAME_MOST || /^(?:无|等|略)$/.test(name)) continue;
		const into = BACKGROUND.test(name) ? background : names;
		if (!into.includes(name)) into.push(name);
	}
	return { names, background };
}

/** CUT TO:, FADE OUT., SMASH CUT TO: — in capitals. */
export const isTransition = (line: string): boolean =>
	line.length <= NAME_MOST && !/\p{Ll}/u.test(line) && TRANSITION.test(withoutEmphasis(line));

type Cue = {
	names: string[];
	dual: boolean;
	/** `cue`: surely one. `unsure`: read as a name and flagged. `shot`: flagged and read as action. */
	kind: 'cue' | 'unsure' | 'shot';
};

/**
 * Reads a cue: a line in capitals (what is in brackets may be anything), or forced with `@`. Two names in one cue
 * (LIN & CHEN, 林晚/陈默) are two people. Chinese has no capitals: a name without `@` counts once it is `known`.
 */
export function readCue(line: string, known: (name: string) => boolean): Cue | null {
	if (line.length > NAME_MOST * 3) return null;
	const forced = /^[@＠]/.test(line);
	let text = forced ? line.slice(1) : line;
	const dual = /\^\s*$/.test(text);
	if (dual) text = text.replace(/\s*\^\s*$/, '');
	const open = foldWidth(text).trimStart().startsWith('(');
	const name = plainName(text);
	if (!name || open || name.length > NAME_MOST) return null;
	const names = name
		.split(/\s*[&＆/／+＋、]\s*/)
		.map((part) => part.trim())
		.filter(Boolean);
	if (names.length === 0) return null;
	if (forced) return { names, dual, kind: 'cue' };
	const capitals = /\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name);
	if (!capitals && !(hasHan(name) && names.every(known))) return null;
	if (!/^[\p{L}\p{N}"'“‘#]/u.test(name)) return null;
	if (SHOT.test(name)) return { names: [name], dual, kind: 'shot' };
	const sentence = /[.!?…—–-]$/.test(name) && !TITLES.test(name);
	const odd = sentence || /[:：]\s*$/.test(text) || name.split(' ').length > 4;
	return { names: names.length > 4 ? [name] : names, dual, kind: odd ? 'unsure' : 'cue' };
}

type Speech = { names: string[]; words: string };

/**
 * Reads 林晚（冷笑）：你来了。 A name is short and Han; 时间：, 字幕：, 旁白： and what reads like a sentence aren't
 * one, unless the name is `known` from a cast line. A narrator isn't cast: nobody has to come to the set.
 */
export function readSpeech(line: string, known: (name: string) => boolean): Speech | null {
	const colon = foldWidth(line.slice(0, 61)).indexOf(':');
	if (colon < 1) return null;
	const before = line.slice(0, colon);
	const words = line.slice(colon + 1).trim();
	const name = plainName(before);
	if (!name || NOT_A_NAME.has(name) || /^[△▲∆【[(（「“"《]/.test(before)) return null;
	const names = name.split(/[、/／&＆]/).filter(Boolean);
	if (names.length === 0) return null;
	if (names.every(known)) return { names, words };
	const fits = names.every(
		(one) => hasHan(one) && [...one].length <= 8 && /^[\p{L}\p{N}·・]+$/u.test(one) && !VERBS.test(one)
	);
	return fits && !BACKGROUND.test(name) ? { names, words } : null;
}

const LABEL =
	/^[【[]?\s*(?:(出场人物|登场人物|人物|角色|出场|演员)|(时间|时|日夜)|(地点|场景|场地|景)|(内外景?|景别))\s*[】\]]?\s*[:：]\s*(.*)$/;

export type Label = { kind: 'cast' | 'time' | 'place' | 'light'; value: string };

/** 人物：, 时间：, 场景： … as they stand under the heading of a Chinese scene. */
export function readLabel(line: string): Label | null {
	if (line.length > 500 || !/[:：]/.test(line)) return null;
	const match = LABEL.exec(withoutEmphasis(line));
	if (!match) return null;
	const kind = match[1] ? 'cast' : match[2] ? 'time' : match[3] ? 'place' : 'light';
	return { kind, value: (match[5] ?? '').trim() };
}
