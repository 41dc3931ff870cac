import type { requests as en } from '../en/requests.ts';

const scenes = (n: number): string => `${n}场`;
const hours = (n: number): string => `${n}小时`;

export const requests: typeof en = {
	title: '修改意见',
	none: '还没有修改意见',
	noneDo: '记下平台、主管部门或我方的要求：增加的场次、天数和工时就会记在提出方名下。',
	sentence: (all, open, overtime) =>
		`共${all}条意见，${open === 0 ? '均已答复' : `${open}条待答复`}。${
			overtime === null || overtime === 0 ? '' : `由此产生${hours(overtime)}加班。`
		}`,
	reckonings: {
		going: '正在计算工时……',
		nobody: '还没有人被通告：算不出加班，只能算拍摄时间。',
		failed: '算不出加班：本项目的时区或工时规则无法识别。'
	},
	add: '记一条意见',
	print: '打印留证',
	name: (from, round, number) =>
		`${from === 'platform' ? '平台' : from === 'regulator' ? '主管部门' : '我方'}第${round}轮第${number}条`,
	sides: { platform: '平台方', regulator: '主管部门', us: '我方' },
	sideLine: (side, all, open) => `${side}：${all}条${open > 0 ? `，${open}条待答复` : ''}`,
	sideShare: (n) => `加班中有${hours(n)}由该方造成（含审核延误）`,
	filter: '显示哪些',
	filters: { all: '全部', open: '待答复', refused: '已拒绝' },
	noneHere: '没有符合的意见。',

	asked: (by, on) => [on, by && `${by}提出`].filter(Boolean).join(' ') || '未填日期和提出人',
	replaces: (what) => `替换：${what}`,
	replacedBy: (name) => `已由${name}替换`,
	workLine: (n, minutes) => `${scenes(n)}，拍摄${minutes}`,
	taskLine: (n, minutes) => (minutes ? `${n}项任务，合计${minutes}` : `${n}项任务`),
	noWork: '没有关联的场次和任务',
	overtime: (n) => (n === 0 ? '不增加加班' : n > 0 ? `加班${hours(n)}` : `少加班${hours(-n)}`),
	wouldBe: '如果采纳',
	agreedBy: (names) => `同意：${names}`,
	objectedBy: (names) => `反对：${names}`,
	answers: { open: '未答复', accepted: '接受', negotiated: '协商', refused: '拒绝' },
	disputed: '答复不一致',

	parts: {
		asked: '要求内容',
		work: '增加的工作',
		comes: '带来的影响',
		positions: '谁同意，谁反对',
		answer: '我方答复',
		log: '经过'
	},
	correct: '更正',
	did: {
		added: (pages) => `新增，${pages}页`,
		longer: (pages) => `加长${pages}页`,
		shorter: (pages) => `缩短${pages}页`,
		cut: (pages) => `删去，${pages}页`
	},
	states: { left: '待拍', shot: '拍完', out: '不在计划内', none: '', gone: '计划里已没有' },
	scene: (number) => `第${number}场`,
	sceneGone: '已不存在的场次',
	taskDays: (days) => `${days}个工作日`,
	taskDone: '已完成',
	change: '场次和任务',
	takeOff: (name) => `${name}不是这条意见要求的`,
	figures: {
		scenes: '拍摄',
		tasks: '拍摄以外的工作',
		taskOvertime: '其中加班',
		days: '多用拍摄日',
		overtime: '多出加班',
		cost: '拍摄日和有薪加班',
		unpaid: '没付钱的加班'
	},
	without: '有它的计划与没有它的计划之差，也就是拒绝能省下的部分。几条意见互相掩盖时，合起来比各自相加更多。',
	refusedFigures: '如果采纳，会带来的影响。',
	noFigures: '暂时算不出加班。',
	noPositions: '还没有人表态。',
	iAgree: '我同意',
	iObject: '我反对',
	takeBack: '收回我的表态',
	another: '替别人记',
	position: { agreed: '同意', objected: '反对', none: '不表态' },
	positionBy: (by) => `由${by}记下`,
	twoWords: '在两台设备上说法不一',
	answerIt: '答复',
	answerAgain: '改变答复',
	answeredBy: (by, on) => [by, on].filter(Boolean).join('，'),
	toThem: '答复内容（提出方可见）',
	inside: '内部理由',
	inForce: '当前生效',
	bothAnswers: '两台设备各自作了答复，互不知情。在有人决定之前，以第一条为准。',
	notAnswered: '还没有答复。',
	viewersSee: '访客只看得到要求内容和这个答复，看不到本页其他内容。',
	viewersDont: '访客看不到这条意见。',
	remove: '删除',
	removeWhy: '为什么删除？',
	away: (n) => `已删除${n}条`,
	restore: '恢复',
	removed: (scenesLeft) =>
		scenesLeft > 0 ? `已删除。关联的${scenes(scenesLeft)}留在计划里，算我方的。` : '已删除。',

	from: '提出方',
	askedBy: '提出人姓名',
	round: '轮次',
	number: '序号',
	text: '要求内容',
	replacesWords: '替换什么',
	replacesHint: '某场戏、某条支线，或之前的约定。',
	replacesRequest: '替换哪条意见',
	noRequest: '没有',
	askedOn: '提出日期',
	needsScenes: '需要新增场次',
	pagesEach: '每场页数',
	pagesHint: '1 3/8，或1.375',
	episode: '所在集',
	noEpisode: '不分集',
	episodeName: (number, title) => (title ? `第${number}集 · ${title}` : `第${number}集`),
	needsTask: '拍摄以外的工作',
	taskHint: '重剪、字幕、音乐……不填就是没有。',
	taskLikely: '工作日',
	taskHours: '合计工时',
	fromSheet: '如果是改稿，场次随剧本而来：重新导入剧本，注明由这条意见引起。',
	save: '记下',
	saved: '已记下。',
	why: '原因',
	whyChange: '更正原因',
	answer: '答复',
	answeredOn: '答复日期',
	effectOut: (n) => (n === 0 ? '计划不变。' : `${scenes(n)}退出计划。内容都留着，可以撤销。`),
	effectIn: (n) => `${scenes(n)}回到计划。`,
	who: '谁的表态',
	whoHint: '可从人员表中选，也可填其他姓名。',
	hang: '已有场次中由它增加的',
	choose: '选择场次',
	hangTask: '时间表中由它增加的任务',
	chooseTask: '选择任务',
	makeScenes: '新建场次',
	makeTask: '新建任务',
	adding: '将关联',
	addIt: '添加',
	settleOut: '移出计划',
	settleIn: '放回计划',
	renumber: '改用下一个序号',
	wrong: {
		text: '请写下要求内容。',
		round: '请填第几轮：1到99的整数。',
		number: '请填1到999的整数。',
		taken: (name) => `已经有${name}。保持不变的话，会改用下一个序号。`,
		count: '请填0到50的整数。',
		pages: '页数写成1 3/8或1.375，最多10页。',
		days: '请填0到99的整数。',
		hours: '请填时长，例如6小时、6:30。',
		why: '请写明原因：会与这次改动一起存档。',
		who: '请写明是谁的表态。',
		itself: '意见不能替换自己。',
		ring: '这两条意见会互相替换。',
		nothing: '请先选择场次或任务。',
		before: '答复日期早于提出日期。'
	},

	findings: '先看这些',
	finding: {
		R1: (name) => `${name}在两台设备上答复不一致，请决定以哪个为准。`,
		R2: (name, who) => `${who}对${name}既同意又反对：在两台设备上分别记下。`,
		R3: (name) => `${name}要替换的意见不在列表里。`,
		R4: (name, other) => `${name}和${other}互相替换。`,
		R5: (name, n) => `${name}已拒绝，但还有${scenes(n)}在计划里。`,
		R6: (name, n) => `${name}不再是拒绝，但还有${scenes(n)}没回到计划。`,
		R7: (name, n) => `${name}有${scenes(n)}在计划里已找不到。`,
		R8: (name) => `有两条意见都叫${name}：在两台设备上分别记下。`,
		'R9 answered-before': (name) => `${name}的答复早于提出，请改正其中一个日期。`,
		'R9 asked-ahead': (name) => `${name}的提出日期还没到。`,
		'R9 answered-ahead': (name) => `${name}的答复日期还没到。`,
		R10: (name, other, n) => `${name}已由${other}替换，但还有${scenes(n)}在计划里。`
	},

	log: {
		written: '记下',
		putAway: '已删除',
		takenBack: '已恢复',
		writtenWith: (what) => `记下，附${what}`,
		changed: (field, before, after) =>
			before === ''
				? `${field}：${after}`
				: after === ''
					? `${field}：去掉“${before}”`
					: `${field}：“${before}”→“${after}”`,
		fields: {
			from: '提出方',
			askedBy: '提出人',
			round: '轮次',
			number: '序号',
			text: '要求内容',
			replaces: '替换什么',
			replacesId: '替换哪条意见',
			askedOn: '提出日期'
		},
		answered: (answer, words) => (words ? `${answer}：“${words}”` : answer),
		position: (who, position) => `${who}：${position}`,
		added: (what) => `关联：${what}`,
		removed: (what) => `取消关联：${what}`,
		both: (added, removed) => `关联：${added}；取消关联：${removed}`,
		rewrite: (version, added, changed, removed) => {
			const parts = [
				added > 0 && `新增${added}场`,
				changed > 0 && `修改${changed}场`,
				removed > 0 && `删去${removed}场`
			].filter(Boolean);
			return `导入改稿${version}${parts.length > 0 ? `：${parts.join('，')}` : ''}`;
		},
		why: (why) => `原因：${why}`,
		somebody: '有人'
	},

	paper: {
		title: (production) => `${production}：修改意见`,
		made: (on, by) => `截至${on}，由${by}整理。`,
		summary: '汇总',
		which: '打印内容',
		whichAll: '全部意见',
		names: '同意和反对者的姓名',
		namesHint: '给平台的那份可以不印。',
		money: '所花费用',
		moneyHint: '只有制片人能打印。',
		go: '打印',
		columns: {
			request: '意见',
			asked: '提出日期',
			scenes: '场次',
			shooting: '拍摄',
			tasks: '其他工作',
			overtime: '加班',
			cost: '费用',
			answer: '答复'
		},
		total: '计划内合计',
		assumptions: '计算依据',
		assumed: (asOf) => [
			`以${asOf}剩余的工作计，用排期板的预计用时和目前的拍摄速度；已拍完的场次不再计入。`,
			'加班和天数是“有这条意见的计划”减去“没有它的计划”：工作均匀排到上线日期和预算允许的天数里，按本项目的工时规则计算。',
			'几条意见合起来的影响可能大于各条之和：一条会掩盖另一条。',
			'拍摄以外的工作只给出工时，不计费用。'
		],
		signed: '制片人',
		signedThem: '平台方'
	}
};
