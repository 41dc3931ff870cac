import type { Lack } from '#lib/domain/schedule/episode-state.ts';
import type { episodes as en } from '../en/episodes.ts';

const few = (all: readonly string[], most = 2): string =>
	all.length <= most + 1 ? all.join('、') : `${all.slice(0, most).join('、')}等${all.length}`;
const minutes = (seconds: number): string => `${Math.floor(seconds / 60)}分钟`;

const deliverables: Record<string, string> = {
	master: '9:16成片',
	textless: '无字版',
	'head-card': '片头许可证页',
	cover: '封面',
	'subtitles-zh': '中文字幕',
	'subtitles-en': '英文字幕',
	'music-effects': '音乐音效轨',
	trailer: '预告'
};
const deliverable = (name: string): string => deliverables[name] ?? name;

function lacking(lack: Lack): string {
	switch (lack.what) {
		case 'not-scheduled':
		case 'not-shot':
			return `还缺${few(lack.names)}场`;
		case 'no-scenes':
			return '还没有场次';
		case 'request':
			return '有修改意见未完成';
		case 'deliverables':
			return `还缺${few(lack.names.map(deliverable))}`;
		default:
			return '还没做完';
	}
}

function lackWord(lack: Lack): string {
	switch (lack.what) {
		case 'number-twice':
			return '集号重复';
		case 'no-scenes':
			return '场次';
		case 'hook':
			return '黄金三秒';
		case 'twist':
			return '反转';
		case 'cliffhanger':
			return '结尾钩子';
		case 'price':
			return '价格';
		case 'cut':
			return '剪辑';
		case 'not-scheduled':
			return `${lack.names.join('、')}未排期`;
		case 'not-shot':
			return lack.names.join('、');
		case 'deliverables':
		case 'variants':
			return lack.names.map(deliverable).join('、');
		case 'request':
			return `${lack.count}条修改意见`;
	}
}

export const episodes = {
	title: '分集',
	grid: '分集表，每行一集',
	episode: (number) => `第${number}集`,
	stretch: ({ from, to, episodes: all, ready, shot, lacking: lacks, waiting }) => {
		const range = from === to ? `第${from}集` : `第${from}–${to}集`;
		if (ready === all) return `${range}：全部就绪。`;
		const parts = [
			ready > 0 ? `${ready}集就绪${shot > 0 ? `，另有${shot}集拍完` : ''}` : `还没有就绪的，${shot}集拍完`
		];
		const named = lacks.length > 4 ? lacks.slice(0, 3) : lacks;
		for (const { number, lack } of named) parts.push(`第${number}集${lacking(lack)}`);
		if (lacks.length > named.length) parts.push(`另有${lacks.length - named.length}集未完`);
		for (const on of ['platform', 'regulator'] as const) {
			const numbers = waiting.filter((one) => one.on === on).map(({ number }) => String(number));
			if (numbers.length > 0)
				parts.push(`第${few(numbers, 4)}集${on === 'platform' ? '等平台审核' : '等成片审查'}`);
		}
		return `${range}：${parts.join('；')}。`;
	},
	contractEpisodes: (planned, agreed) =>
		planned >= agreed ? `合同约定的${agreed}集都在表里。` : `合同约定${agreed}集，表里有${planned}集。`,
	contractSeconds: (have, agreed) =>
		have >= agreed
			? `合同约定的${minutes(agreed)}已够：素材${minutes(have)}。`
			: `合同约定${minutes(agreed)}，已拍${minutes(have)}。`,
	contractShort: (planned, agreed) =>
		`按计划各集共${minutes(planned)}，比合同少${minutes(agreed - planned)}。`,
	readiness: '完成情况，每格一集',
	readinessHow: '从下往上填充：已拍；圆点：已剪；圆圈：在审；对勾：已上线；红角：有修改意见未完成。',
	unlockAt: (number, price) => (price === null ? `第${number}集付费卡点` : `第${number}集付费卡点：${price}`),
	cell: (number, title, status, shot, lacks) =>
		[
			title === '' ? `第${number}集` : `第${number}集，${title}`,
			status,
			shot === null ? '无需拍摄' : `已拍${shot}%`,
			...(lacks === '' ? [] : [lacks])
		].join('；'),
	columns: {
		number: '集号',
		title: '集名',
		status: '状态',
		lacks: '还缺',
		share: '已拍',
		shotSeconds: '已拍时长',
		targetSeconds: '目标时长',
		cutSeconds: '成片时长',
		scenes: '场次',
		hook: '黄金三秒',
		twist: '反转',
		cliffhanger: '结尾钩子',
		access: '免费或付费',
		unlock: '付费卡点',
		unlockPrice: '价格',
		scriptVersion: '剧本版本',
		scriptLocked: '已定稿',
		sponsor: '植入',
		variantsDone: '平台版本',
		delivered: '交付物',
		postOnly: '仅后期',
		notes: '备注'
	},
	about: {
		lacks: '还缺什么，先做的排在前面。',
		share: '已拍页数占这一集各场所需页数的比例。',
		shotSeconds: '已拍素材的银幕时长：按各场估计，没有估计的按一页一分钟。',
		targetSeconds: '这一集计划多长。',
		cutSeconds: '目前剪出来多长。',
		scenes: '场号，用空格或逗号隔开。一场戏可以剪进两集。',
		unlock: '观众在这里决定：从这一集起要付费。',
		scriptLocked: '这一集的剧本不再改动。',
		postOnly: '只用动画或后期完成，不需要拍摄日。',
		delivered: '已经可以交付的内容。',
		variantsDone: '已做好专用版本的平台。'
	},
	statuses: {
		outline: '大纲',
		script: '剧本',
		'script-approved': '剧本过审',
		shooting: '拍摄中',
		shot: '拍完',
		'rough-cut': '粗剪',
		'fine-cut': '精剪',
		finishing: '声音字幕调色',
		'internal-check': '内部审片',
		'platform-review': '平台审核',
		'completion-review': '成片审查',
		licensed: '已获许可',
		delivered: '已交付',
		online: '已上线'
	},
	access: { free: '免费', paid: '付费' },
	deliverable,
	of: (done, all) => `${done}/${all}`,
	lacks: (all) => all.map(lackWord).join('；'),
	wrong: {
		number: '请填0到9999的整数。',
		seconds: '请填秒数，或分和秒，例如90或1:30。',
		secondsMissing: '每集都要有目标时长。',
		choice: (words) => `请填其中之一：${words}。`,
		check: '请填是或否。',
		price: '请填金额，例如9.90。',
		scene: (number) => `没有${number}这一场。`,
		names: (typed) => `交付清单里没有“${typed}”。`,
		long: (most) => `最多${most}个字。`
	},
	add: '添加分集',
	addOne: '添加一集',
	addCount: '几集',
	addCountWrong: '请填1到200的整数。',
	insert: '在前面插入',
	remove: '删除',
	removed: (n) => `已删除${n}集，场次保留。`,
	renumber: '重新编号',
	renumberNote: '按表中顺序依次编号。场号不变，和场记板一致。',
	renumberFrom: '起始集号',
	renumbered: (n) => (n === 0 ? '集号本来就是对的。' : `已重新编号${n}集。`),
	find: '查找',
	show: '显示',
	filters: { all: '全部', lacking: '有缺项', unlock: '付费卡点之前', review: '在审' },
	none: '没有符合的分集。',
	noneDo: '显示全部',
	shown: (n, all) => (n === all ? `共${all}集` : `${all}集中的${n}集`),
	undo: '撤销',
	redo: '重做',
	undoWhat: (what) => `撤销：${what}`,
	redoWhat: (what) => `重做：${what}`,
	changed: (n) => `已修改${n}集。`,
	empty: '还没有分集',
	emptyDo: '在这里建表，或者在自己的表格里复制后粘贴进来：每行一集，先集号后集名。',
	emptyRead: '统筹建好分集表后，会显示在这里。',
	make: (n) => `新建${n}集`,
	paste: '从表格粘贴',
	pasteEmpty: '没有可粘贴的内容：请先在表格里复制几行。',
	pasteBlocked: '浏览器不允许读取剪贴板。请点进表格，再按Ctrl加V。',
	sheet: {
		standing: '完成情况',
		lacks: (what) => `还缺：${what}。`,
		whole: '没有缺项。',
		shot: (shot, all) => `已拍${shot}页，共${all}页`,
		can: (seconds, all) => `已拍${seconds}秒，共${all}秒`,
		cast: '演员',
		story: '故事',
		money: '免费或付费',
		script: '剧本',
		deliverables: '交付物',
		variants: '平台版本',
		noVariants: '没有平台要求专用版本。可在设置里添加。',
		scenes: '场次',
		noScenes: '还没有场次。',
		addScene: '按场号添加',
		removeScene: (number) => `把${number}场移出这一集`,
		also: (numbers) => `也剪进第${numbers}集`,
		states: { shot: '拍完', scheduled: '已排期', waiting: '未排期', omitted: '已删' },
		previous: '上一集',
		next: '下一集'
	}
} satisfies typeof en;
