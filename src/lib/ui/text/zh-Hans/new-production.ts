import { date, duration, eighths } from '../../format.ts';
import type { newProduction as en } from '../en/new-production.ts';

const length = (minutes: number): string => duration(minutes, 'zh-Hans');

export const newProduction = {
	title: '新建项目',
	about: '叫什么，什么时候拍？',
	name: '片名',
	starts: '立项',
	shoots: '开机',
	launches: '上线',
	days: '拍摄天数',
	daysHint: '以后可以在排期板上再加。',
	rest: '每周休息',
	restHint: '排拍摄日时跳过。',
	zone: '时区',
	currency: '币种',
	commission: {
		title: '谁委托制作？',
		note: '决定合同、日历、审核和任务，之后都能改。',
		label: '委托方式',
		names: {
			'platform-original': '平台自制',
			'mini-program': '小程序改编剧',
			'co-investment': '联合出品',
			'overseas-vertical': '出海竖屏剧',
			own: '自主出品'
		},
		lines: {
			'platform-original': '平台出剧本和全部预算，版权归平台，一次付清；导演不得改剧本。',
			'mini-program': '阅读平台的故事，拍得快；前几集免费，第10集起付费，第50集再设卡点。',
			'co-investment': '我们出一部分钱，拥有版权，按比例分账。',
			'overseas-vertical': '为海外应用制作：不走国内备案，由应用审核；每天12小时，休息12小时。',
			own: '自有剧本，自有资金，做完再给平台看。'
		},
		follows: (rules: string, currency: string) => `工时按${rules}计算，货币为${currency}。`,
		rules: {
			'cn-standard': '中国标准工时制',
			'us-iatse-lowbudget': 'IATSE低成本协议',
			'us-ca-crew': '加州剧组工时法',
			'us-flsa': '美国联邦工时法',
			'uk-tv-drama': '英国电视剧协议',
			'eu-wtd': '欧盟工作时间指令',
			'': '你在设置里选的规则'
		},
		reviewer: '成片由谁审',
		reviewers: {
			platform: '平台：预算不到一百万元的一般题材',
			regulator: '主管部门：一百万元及以上，或特殊题材'
		}
	},
	way: {
		title: '到上线的路',
		note: '按常见工期估计，仅作起点：官方没有公布时限。',
		ready: (day: string, spare: number) => `按常见工期，${day}全部完成，比上线日早${spare}天。`,
		late: (day: string, late: number) => `按常见工期，${day}才能全部完成，晚${late}天。`,
		onTheDay: (day: string) => `按常见工期，${day}全部完成，正好是上线日。`,
		beforeNumber: (day: string) => `规划备案号要到${day}才下来，那时已经开机。`,
		all: (n: number) => `全部${n}项任务`,
		when: (from: string, to: string) => (from === to ? from : `${from}至${to}`),
		block: (from: number, to: number) => `第${from}–${to}集`,
		owner: { producer: '我方', platform: '平台方', regulator: '主管部门' }
	},
	tasks: {
		proposal: '项目申报',
		'company-licence': '制作许可证',
		'platform-approval': '平台过会',
		rating: '平台评级',
		contract: '签合同',
		financing: '融资',
		writing: '写剧本',
		'script-approval': '平台审剧本',
		'planning-number': '规划备案号',
		casting: '选角',
		preparation: '筹备',
		shoot: '拍摄',
		edit: '剪辑',
		finishing: '声音、字幕、调色',
		'platform-review-1': '平台审片第1轮',
		'changes-1': '按意见修改',
		'platform-review-2': '平台审片第2轮',
		'completion-review': '成片审查',
		licence: '发行许可证号',
		delivery: '交片',
		promotion: '上线备案与宣发',
		launch: '上线'
	},
	episodes: '共多少集',
	episodesHint: '先建空集，按集号排列；0表示先不建。',
	wrong: {
		episodesWrong: '请填0到500之间的整数。',
		titleMissing: '请填写片名。',
		titleLong: '片名最多200个字。',
		startsMissing: '请选择立项日期。',
		launchesMissing: '请选择上线日期。',
		launchBeforeStart: '上线早于立项，请选晚一点的日期。',
		launchFar: '上线离立项超过三年，请看看年份对不对。',
		shootsMissing: '请选择开机日期。',
		shootBeforeStart: '开机早于立项，请选晚一点的日期。',
		shootAfterLaunch: '开机晚于上线，请选早一点的日期。',
		daysWrong: '请填1到120的整数。',
		daysTooMany: (days) =>
			days === 0 ? '从开机到上线没有一天可以开工。' : `从开机到上线，能开工的只有${days}天。`,
		restAll: '一周至少留一天开工。',
		zoneWrong: '没有这个时区。请输入城市名，如“上海”或“Los Angeles”。',
		scriptMissing: '请选择或粘贴剧本，也可以先不用剧本。',
		scriptReading: '剧本还在读，请稍等，或停止读取。'
	},
	fix: (n) => `还有${n}处没填好，已在上面标出。`,
	script: '剧本',
	scriptWhy: '剧本在本机读取。场次、名字、批注进入计划，原文单独保存，只有剧组能看。',
	from: '剧本从哪里来',
	ways: { file: '文件', paste: '粘贴', none: '暂无剧本' },
	drop: '把剧本拖到这里，或点击选择',
	dropHint: 'Final Draft（.fdx）、Fountain（.fountain）或文本（.txt），中英文都可以',
	paste: '剧本原文',
	pasteHint: '粘贴后马上读取。',
	pasted: '粘贴的剧本',
	withoutScript: '排期板上先是空的拍摄日，场次可以到那里再填。',
	notKept: '剧本太长，离开本页后要重新选择。',
	again: '请重新选择剧本：只留下了你填的内容。',
	reading: (megabytes) => `正在读取${megabytes} MB……`,
	stop: '停止读取',
	takeAway: '移除剧本',
	create: '创建项目',
	creating: '正在创建……',
	nothingYet: '点“创建项目”之前，什么都不会写入。',
	failed: '项目没有建成，什么都没有写入。你填的内容都还在，请再试一次。',
	foundTitle: '读到的内容',
	found: (scenes, episodes) => (episodes > 0 ? `共${episodes}集、${scenes}场` : `共${scenes}场`),
	figures: { episodes: '集', scenes: '场', cast: '角色', sets: '场景', pages: '页数' },
	pages: (n) => eighths(n),
	omittedOf: (n) => `其中${n}场已删`,
	mode: {
		'final-draft': '按Final Draft格式读取。',
		sheet: '按分场表读取。',
		fountain: '按Fountain格式读取。',
		chinese: '按中文剧本读取（集-场、内/外、日/夜）。',
		mixed: '按Fountain格式读取，场头为中文。'
	},
	light: '日夜内外',
	lightUnknown: '未注明',
	titleFound: (title) => `剧本名为《${title}》。`,
	useTitle: '用作片名',
	allRead: '每一行都读懂了。',
	lost: (n) => `有${n}处没有读进来`,
	look: (n) => `有${n}处请看一眼`,
	lookWhy: '这些地方有猜测的成分，之后都可以在排期板上改。',
	line: (n) => `第${n}行`,
	showAll: (n) => `显示全部${n}处`,
	alike: (n) => `有${n}组名字可能是同一个`,
	alikeWhy: '看起来是同一个。不点“合并”，就各算各的。',
	join: '合并',
	apart: '分开',
	joined: '已合并',
	character: '角色',
	set: '场景',
	reason: { spelling: '只是写法不同', 'part-of': '一个包含另一个' },
	firstScenes: '开头几场',
	moreScenes: (n) => `后面还有${n}场`,
	noSet: '未写场景',
	omitted: '已删',
	castList: '角色',
	setList: '场景',
	scenesOf: (n) => `${n}场`,
	nobody: '剧本里没有人说话。',
	schedule: '第一版计划',
	scheduleOf: (of) => {
		const span =
			of.days === 1 ? date(of.first, 'zh-Hans') : `${date(of.first, 'zh-Hans')}至${date(of.last, 'zh-Hans')}`;
		const load = of.overLimit
			? `${of.overLimit}天超过上限${length(of.limit)}，最长${length(of.longest)}。`
			: of.overAgreed
				? `${of.overAgreed}天超过约定的${length(of.agreed)}，最长${length(of.longest)}。`
				: `都在约定的${length(of.agreed)}以内。`;
		const empty = of.empty > 0 ? `有${of.empty}天没有排戏。` : '';
		return `拍${of.days}天，${span}，平均每天${length(of.mean)}。${load}${empty}`;
	},
	boneyard: (n) => (n === 0 ? '每一场都排上了。' : `有${n}场排不下，先放在待排区。`),
	emptySchedule: (days) => `${days}个拍摄日，都还空着。`,
	needs: (days, agreed) => `每天不超过${length(agreed)}的话，这个剧本至少要拍${days}天。`,
	useDays: (n) => `改为${n}天`,
	dayLoad: (on, minutes, scenes) => `${date(on, 'zh-Hans')}：${length(minutes)}，${scenes}场`,
	loads: '每个拍摄日的时长',
	agreedLine: (minutes) => `约定${length(minutes)}`
} satisfies typeof en;
