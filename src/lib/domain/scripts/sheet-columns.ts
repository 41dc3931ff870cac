/** The columns a breakdown or a schedule may have, and the words crews head them with, in both languages. */
import { ELEMENT_CATEGORIES, type ElementCategory } from '../schedule/element-categories.ts';
import { foldWidth, lettersOf } from './letters.ts';

/** Columns that say something of a scene or of where it is shot (field guide 1.2). */
const FIELD_WORDS = {
	sheet: 'sheet; sheet no; sheet number; breakdown sheet; 表号; 单号',
	episode: 'episode; ep; eps; epi; episode no; episode number; ep no; 集; 集数; 集号; 剧集; 集次; 第几集',
	scene:
		'scene; scenes; sc; scn; scene no; scene nos; scene number; sc no; 场; 场次; 场号; 场景号; 场次号; 集场; 集场号; 集场次; 戏号; 场景序号',
	part: 'part; pt; parts; 部分; 分段; 段',
	heading: 'heading; scene heading; slugline; slug line; slug; 场头; 场景标题; 场景头',
	'int-ext': 'ie; int ext; interior exterior; 内外; 内外景; 景别',
	time: 'dn; day night; time of day; tod; time; 日夜; 时间; 时段; 日夜景; 气氛; 昼夜',
	light:
		'int ext day night; int ext dn; ie dn; dn ie; dn int ext; 场景类型; 日夜内外; 内外日夜; 景光; 光线; 光; 气氛内外; 内外气氛; 日夜内外景; 内外景日夜',
	set: 'set; sets; set name; script location; set description; scene set; 场景; 场景名; 场景名称; 主场景; 景; 大场景',
	'sub-set': 'sub set; subset; set detail; room; 次场景; 分场景; 子场景; 副场景; 小场景; 细分场景',
	location:
		'location; locations; location name; shoot location; shooting location; filming location; 拍摄地; 拍摄地点; 拍摄场地; 实景地; 取景地; 地点; 外景地; 实拍地',
	pages: 'pages; page; pgs; pg; page count; length; 页数; 页; 篇幅; 剧本页数; 页长',
	eighths: 'eighths; page eighths; page 8ths; 8ths; 1 8ths; eighths of a page; 八分之一页; 八分页',
	minutes:
		'minutes; mins; min; est minutes; est min; est mins; estimated minutes; est time; estimated time; estimate; shoot time; shooting time; shoot minutes; est shoot minutes; 预计时长; 预计用时; 预估时间; 预估时长; 预估用时; 拍摄时长; 预计拍摄时间; 预计拍摄时长; 预计时间; 时长; 用时; 拍摄用时; 预计分钟; 分钟',
	setups: 'setups; setup; set ups; shots; 机位; 机位数; 镜头数; 镜数',
	seconds:
		'seconds; secs; screen time; screen seconds; 时长秒; est screen seconds; timing; run time; est timing; 成片时长; 预计成片时长; 屏幕时长; 秒数; 成片秒数; 秒',
	'script-page': 'script page; script pages; script pg; page no; page number; 剧本页码; 页码; 剧本页',
	'script-day': 'script day; story day; scriptday; 剧本日; 剧情日; 戏日; 故事日; 剧情时间; 戏中时间',
	sequence: 'sequence; seq; 段落; 情节段; 序列',
	unit: 'unit; shooting unit; 组; 组别; 拍摄组; 分组',
	synopsis:
		'synopsis; description; summary; scene description; action; one line; one liner; oneliner; content; logline; 情节; 内容; 剧情; 主要内容; 剧情内容; 情节内容; 内容提要; 剧情梗概; 梗概; 场景内容; 主要情节; 提要; 剧情简介; 内容简介; 情节概要; 简介; 概要; 内容概要; 剧情概要; 内容梗概',
	cast: 'cast; cast members; cast member; characters; character; actors; cast id; cast ids; cast nos; cast no; principal cast; 演员; 人物; 角色; 出场人物; 主要人物; 主要演员; 主要角色; 登场人物; 出场演员; 出场角色; 主演; 特约; 特约演员; 配角; 其他演员; 演员编号',
	/** one character's own column, marked in the scenes that need it; its heading is the name */
	'cast-member': '',
	/** a list of the cast standing beside the scenes, or in a sheet of its own */
	'cast-number': 'board no; board id; board number; cast number; no; id; number; 编号; 角色编号; 号',
	'cast-name': 'name; cast name; character name; role; 姓名; 角色名; 人物名; 人物名称; 角色名称; 角色姓名',
	'shoot-day':
		'shoot day; shooting day; shootday; day; day no; day number; schedule day; 拍摄日; 拍摄天; 天数; 第几天; 拍摄天数; 拍摄时间; 计划拍摄日; 天',
	'shoot-date': 'date; shoot date; shooting date; 日期; 拍摄日期; 计划日期; 计划拍摄日期; 预计拍摄日期',
	order: 'order; strip order; shoot order; shooting order; 拍摄顺序; 顺序; 排序; 序; 序号; 拍序; 顺场',
	status:
		'status; state; scene status; shooting status; shot; done; progress; 状态; 拍摄状态; 完成情况; 进度; 是否拍完; 拍摄情况; 完成',
	notes: 'notes; note; remarks; remark; 备注; 说明; 注意事项; 其他; 其它; 备注说明; 提示',
	comments: 'comments; comment; 批注; 评论; 意见'
} as const;

const ELEMENT_WORDS: Readonly<Record<ElementCategory, string>> = {
	background:
		'background; background actors; bg; bg actors; extras; extra; atmosphere; crowd; 群演; 群众; 群众演员; 群杂; 背景演员; 群特',
	stunts: 'stunts; stunt; 特技; 替身; 武行; 武打; 特技演员; 动作特技; 威亚',
	vehicles:
		'vehicles; vehicle; picture vehicles; picture cars; cars; 车辆; 道具车; 戏用车; 戏用车辆; 用车; 车',
	props: 'props; prop; properties; 道具; 重要道具; 主要道具; 特殊道具; 戏用道具; 小道具',
	camera: 'camera; camera notes; camera equipment; 摄影; 摄影机; 摄影器材; 摄像',
	'special-effects': 'special effects; sfx; spfx; effects; 特效; 现场特效; 特殊效果; 烟火; 烟火特效',
	wardrobe: 'wardrobe; costume; costumes; 服装; 服饰; 服装造型; 戏服',
	'make-up':
		'makeup; hair; makeup hair; hair makeup; hair and makeup; makeup and hair; 化妆; 妆发; 妆造; 化妆造型; 造型; 梳化; 发型; 特殊化妆; 特效化妆; 特效妆; 特化',
	animals: 'animals; animal; livestock; 动物',
	'animal-wrangler': 'animal wrangler; wrangler; animal handler; 动物指导; 驯兽; 驯兽师; 驯养员',
	music: 'music; 音乐',
	sound: 'sound; audio; 录音; 声音; 音效',
	art: 'art; art department; 美术; 美术部门',
	'set-dressing': 'set dressing; dressing; set dec; 陈设; 布景; 置景; 美术陈设; 制景; 大道具; 陈设道具',
	greenery: 'greenery; greens; 绿植; 植物',
	'special-equipment':
		'special equipment; special equip; equipment; grip; 特殊器材; 特殊设备; 设备; 器材; 特种设备; 特种器材',
	security: 'security; 安保; 保安',
	labor:
		'additional labor; additional labour; labor; labour; additional crew; 额外人工; 人工; 劳务; 外雇人员',
	'visual-effects': 'visual effects; vfx; cgi; cg; 视效; 视觉特效; 后期特效; 电脑特效; 视觉效果',
	'mechanical-effects': 'mechanical effects; mechanical fx; 机械特效; 机械效果',
	miscellaneous: 'miscellaneous; misc; other; 杂项; 服化道; 其他需求'
};

type SheetField = keyof typeof FIELD_WORDS;
export type SheetColumn = SheetField | ElementCategory;

/** Every column that is understood, in the order to choose from. */
export const SHEET_COLUMNS: readonly SheetColumn[] = [
	...(Object.keys(FIELD_WORDS) as SheetField[]),
	...ELEMENT_CATEGORIES
];

const isElementColumn = (key: SheetColumn): key is ElementCategory =>
	(ELEMENT_CATEGORIES as readonly string[]).includes(key);

/** Columns of which a sheet may have several; what they say is put together. */
export const mayRepeat = (key: SheetColumn): boolean =>
	isElementColumn(key) || ['cast', 'cast-member', 'notes', 'comments', 'synopsis'].includes(key);

const byWord = new Map<string, SheetColumn>();
for (const [key, words] of Object.entries({ ...FIELD_WORDS, ...ELEMENT_WORDS })) {
	for (const word of words.split(';')) {
		const letters = lettersOf(word);
		if (letters && !byWord.has(letters)) byWord.set(letters, key as SheetColumn);
	}
}
/** Long Han words first, for headings that say more than the word: 主要演员（按戏份）安排. */
const inside = [...byWord]
	.filter(([word]) => /^\p{sc=Han}{2,}$/u.test(word))
	.sort((a, b) => b[0].length - a[0].length);

/** What a heading means, and how sure that is (0–1); null for a heading nobody uses. */
export function columnOf(heading: string): { key: SheetColumn; confidence: number } | null {
	if (heading.length > 80) return null;
	const exact = byWord.get(lettersOf(heading));
	if (exact) return { key: exact, confidence: 1 };
	const folded = foldWidth(heading);
	const bare = byWord.get(lettersOf(folded.replace(/[([【][^)\]】]*[)\]】]?/g, ' ')));
	if (bare) return { key: bare, confidence: 0.95 };
	// Both languages in one heading, or two names of one thing: 场次 Scene, Synopsis / 内容, Page Count (1/8).
	const pieces = [
		...folded.split(/[\n/|()[\]:]+/),
		...(folded.match(/\p{sc=Han}+/gu) ?? []),
		...(folded.match(/[A-Za-z][A-Za-z\s/.&-]*/g) ?? [])
	];
	for (const piece of pieces) {
		const part = byWord.get(lettersOf(piece));
		if (part) return { key: part, confidence: 0.85 };
	}
	const letters = lettersOf(heading);
	const within = inside.find(([word]) => letters.includes(word));
	return within && letters.length <= 14 ? { key: within[1], confidence: 0.5 } : null;
}
