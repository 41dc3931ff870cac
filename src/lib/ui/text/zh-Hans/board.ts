import { clock, difference, duration } from '../../format.ts';
import type { board as en } from '../en/board.ts';

const length = (minutes: number): string => duration(minutes, 'zh-Hans');
/** 各人适用的规则不同时，没有一个共同的数字。 */
const least = (minutes: number | null): string => (minutes === null ? '各自规则的要求' : length(minutes));
const more = (minutes: number): string => difference(minutes, 'zh-Hans');

/** commands of a day's sheet */
const WRAP = [
	'wrap-day',
	'correct-wrap',
	'unwrap-day',
	'add-delay',
	'remove-delay',
	'add-extension',
	'remove-extension'
];
/** commands of a scene's sheet */
const SHEET = [
	'change-scenes',
	'add-set',
	'add-cast',
	'add-elements',
	'remove-element',
	'change-elements',
	'merge-elements',
	'locate-set'
];

export const board = {
	tile: {
		di: '日内',
		de: '日外',
		ni: '夜内',
		ne: '夜外',
		dawn: '晨',
		dusk: '昏'
	},
	tileBoth: { day: '日内外', night: '夜内外' },
	tileUnknown: '?',
	intExt: { int: '内', ext: '外', 'int-ext': '内/外' },
	time: { day: '日', night: '夜', dawn: '晨', dusk: '昏' },
	boneyard: '待排区',
	label: '排期板',

	sentence: (of) => {
		const days = `共${of.days}天${of.wrappedDays > 0 ? `，已收工${of.wrappedDays}天` : ''}。`;
		const over =
			of.overLimit > 0
				? `${of.overLimit}天超过上限`
				: of.overAgreed > 0
					? `${of.overAgreed}天超时`
					: '都在约定工时内';
		const rest =
			of.underRest > 0
				? `${of.underRest}人休息不足${least(of.restMinutes)}`
				: `人人休息满${least(of.restMinutes)}`;
		return `${days}${over}；${rest}。${of.unscheduled > 0 ? `${of.unscheduled}场待排。` : '全部排完。'}`;
	},
	nothingShot: (unscheduled) => `还没有一天排了戏。待排区有${unscheduled}场。`,
	draft: '草稿',
	draftMeans: '计划随时会改，以通告单为准。',

	mode: { label: '显示范围', whole: '全程', days: '多天', day: '单天' },
	twoLines: '第二行显示演员和时长',
	foldSets: '收起所有场景',
	unfoldSets: '展开所有场景',
	view: '显示',
	exportTo: '导出…',
	add: '添加',
	addDay: '拍摄日',
	addScene: '场',
	importRewrite: '导入新稿…',
	dropScript: '松手即可与计划对照',
	undoStep: (what) => `撤销：${what}`,
	redoStep: (what) => `重做：${what}`,
	undone: (what) => `已撤销：${what}`,
	redone: (what) => `已重做：${what}`,
	nothingToUndo: '没有可撤销的',
	nothingToRedo: '没有可重做的',
	undo: '撤销',
	redo: '重做',
	previousDay: '前一天',
	nextDay: '后一天',
	chooseDay: '选哪一天',
	select: '多选',
	selectDone: '完成',
	moveTo: '移到某天……',

	filter: {
		label: '筛选',
		text: '集-场、场景或内容提要',
		cast: '演员',
		anyCast: '全部演员',
		set: '场景',
		anySet: '全部场景',
		status: '状态',
		anyStatus: '全部状态',
		clear: '清除筛选',
		shown: (some, all) => `显示${some}条，共${all}条。`
	},

	day: {
		short: (n, unit) => `第${n}天${unit === 'A' ? '' : unit}`,
		name: (n, unit, date) =>
			`第${n}个拍摄日${unit === 'A' ? '' : `${unit}组`}${date ? `，${date}` : '，未定日期'}`,
		noDate: '未定日期',
		empty: '还没排戏',
		minutes: (n) => `${n}分钟`,
		scenes: '场',
		cast: '演员',
		moves: '转场',
		allFigures: (scenes, pages, cast, moves) => `${scenes}场，${pages}页，演员${cast}人，转场${moves}次`,
		menu: (name) => `${name}：修改`,
		date: '日期',
		call: '全组通告时间',
		callDefault: (at) => `不填则按项目设定：${at}`,
		addBanner: '加到这一天',
		bannerMove: '转场',
		bannerMeal: '放饭',
		bannerNote: '提示',
		addAfter: '在后面加一天',
		went: '当天情况…',
		remove: '移除这一天',
		removeMeans: (strips) => (strips > 0 ? `${strips}条退回待排区` : '这天没有内容'),
		removed: (n, strips) => `已移除第${n}天${strips > 0 ? `，${strips}条退回待排区` : ''}`,
		added: '已添加拍摄日',
		notATime: '请按06:30这样填写时间',
		wrapped: '已收工'
	},

	load: {
		label: (of) =>
			`工作${length(of.worked)}${of.over > 0 ? `，超时${length(of.over)}` : ''}${of.beyond > 0 ? `，超过上限${length(of.beyond)}` : ''}`,
		title: (name) => `${name}的工时`,
		call: '全组通告时间',
		firstShot: '到第一个镜头',
		shooting: '拍摄',
		moves: '转场',
		setChanges: '换景',
		other: '提示条',
		meal: '放饭',
		wrap: '关机到最后一人收工',
		worked: '工时（扣除放饭）',
		regular: (limit) => `${length(limit)}以内`,
		over: (limit) => `超时，到${length(limit)}为止`,
		beyond: '超过上限',
		lastWrap: '最后一人收工'
	},

	night: {
		label: (rest, short, asked) =>
			short > 0
				? `夜间：最短休息${rest}，${short}人不足${least(asked)}`
				: `夜间：最短休息${rest}，无人不足${least(asked)}`,
		nobody: '没有人连着两天出工',
		title: (from, to) => `${from}到${to}之间的休息`,
		short: (n, asked) => `${n}人休息不足${least(asked)}：`,
		none: (asked) => `连着两天出工的人都休息满${least(asked)}。`,
		asked: (minutes) => `（规则要求${length(minutes)}）`,
		missing: (minutes) => `少${length(minutes)}`,
		reckoned: (wrap, call) => `${clock(wrap)}收工，次日${clock(call)}出工`,
		free: (n) => `休${n}天`,
		word: '夜间'
	},

	would: (of) =>
		[
			of.minutes === 0 ? '时长不变' : more(of.minutes),
			`${clock(of.wrapAt)}收工`,
			of.beyond > 0 ? `超过上限${length(of.beyond)}` : '',
			of.under > 0
				? `休息不足${least(of.rest)}的多${of.under}人`
				: of.under < 0
					? `休息不足${least(of.rest)}的少${-of.under}人`
					: '',
			...of.trouble
		]
			.filter(Boolean)
			.join('，'),
	wouldWait: (n) => `${n}条进待排区`,

	strips: (n) => `${n}条`,
	scenes: (n) => `${n}场`,
	pages: (pages) => `${pages}页`,
	part: (n) => `之${n}`,
	noSet: '未定场景',
	noNumber: '无场号',
	lockedMark: '已锁定，不能移动',
	omitted: '已删',
	conflicts: (n) => `${n}处冲突`,
	status: {
		todo: '未拍',
		shooting: '正在拍',
		shot: '拍完',
		partial: '未拍完',
		dropped: '甩场'
	},
	hereToo: (names) => `${names}正在看这一条`,

	boneyardCount: (n) => `待排区${n}`,
	boneyardEmpty: '每一场都排上了。',
	foldBoneyard: '收起待排区',
	openBoneyard: '打开待排区',
	sort: { label: '排序', set: '按场景', number: '按场号', script: '按剧本' },

	said: {
		grabbed: (n) => `拿起${n}条。移动指针放置，按Esc放弃。`,
		cancelled: '没有移动',
		moved: (n, where) => `${n}条移到${where}`,
		notMoved: '没有移动：已锁定，或已被移走',
		gone: '这一条刚被别人移走了',
		locked: '锁定的场次条不能移动',
		selected: (n) => `已选${n}条`,
		marked: (n, what) => `${n}条：${what}`
	},

	step: (name, n) => {
		if (name === 'move-strips') return `移动${n}条`;
		if (name.startsWith('mark-')) return '状态';
		if (name === 'add-scene') return '加场';
		if (name === 'import-script') return '导入新稿';
		if (name === 'add-banner') return '加提示条';
		if (name === 'remove-banner') return '删提示条';
		if (name === 'add-shoot-day') return '加拍摄日';
		if (name === 'remove-shoot-day') return '移除拍摄日';
		if (name === 'change-days') return '修改拍摄日';
		if (WRAP.includes(name)) return '当天情况';
		if (name === 'change-strips') return '修改场次条';
		if (SHEET.includes(name)) return '修改场次';
		return '上一步';
	},

	move: {
		title: (n) => `把${n}条移到……`,
		best: '最合适',
		longer: (minutes) => more(minutes),
		sameLength: '不加时',
		sameLocation: '同一拍摄地',
		otherLocation: '另一个拍摄地',
		castThere: (called, needed) => `演员${needed}人中${called}人当天在`,
		overtime: (minutes) => `超时${more(minutes)}`,
		beyond: (minutes) => `超过上限${length(minutes)}`,
		underRest: (n) => `休息不足的多${n}人`,
		lessRest: (n) => `休息不足的少${n}人`
	},

	sheet: {
		scene: (number) => `${number}场`,
		banner: '提示条',
		minutes: '分钟',
		notMinutes: '请填整数分钟，或留空',
		basis: { shot: '按实拍' },
		estimate: (minutes, basis) => `${minutes}分钟，${basis}`,
		locked: '锁定位置',
		status: '状态',
		left: '还剩多少？',
		leftOf: (all) => `共${all}页`,
		leftDo: '标为未拍完',
		partSize: (pages) => `这一部分：${pages}页`,
		gone: '这一条已被移出排期板。',
		bannerText: '文字',
		removeBanner: '删除这个提示条',
		moveTo: '移到某天……',
		where: (day) => `在${day}`,
		inBoneyard: '在待排区'
	},

	empty: {
		title: '还没有要拍的',
		noDays: (scenes) => `${scenes}场戏在等拍摄日。`,
		noScenes: '还没有场次。先加一场，排到某天之前它会待在待排区。',
		noDaysDo: (days) => `添加${days}个拍摄日`,
		noScenesDo: '加一场',
		readOnly: '统筹还没有排戏。'
	},
	keys: '方向键逐条走，空格选中，回车打开，M移到某天，Alt加方向键移动场次条。'
} satisfies typeof en;
