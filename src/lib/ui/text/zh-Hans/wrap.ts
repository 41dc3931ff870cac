import type { wrap as english } from '../en/wrap.ts';

export const wrap: typeof english = {
	title: '当天情况',
	planned: (call, wrap) => `计划${call}–${wrap}。`,
	wrapped: (at, by, late) =>
		by === '' ? `${at}收工，与计划一致。` : `${at}收工，比计划${late ? '晚' : '早'}${by}。`,
	times: '从出工到收工',
	call: '出工',
	firstShot: '第一个镜头',
	wrap: '收工',
	nextDay: '次日凌晨',
	doWrap: '收工并结算',
	correct: '更正收工',
	unwrap: '撤回收工',
	whyCorrected: '为什么更正？',
	noDate: '这一天还没有日期。先定日期，才能收工。',
	stillToCome: '这一天还没到。',
	callMissing: '几点出工的？请按07:00这样填写。',
	wrapMissing: '最后一人几点离开的？请按21:30这样填写。',
	wrapBeforeCall: '收工比出工还早。',
	firstShotOutside: '第一个镜头应在出工与收工之间。',
	did: {
		wrap: '已收工，加班已结算',
		correct: '已更正收工并重新结算',
		unwrap: '已撤回收工',
		addDelay: '已记下延误',
		removeDelay: '已收起延误',
		addExtension: '已记下延时',
		removeExtension: '已收起延时'
	},

	settled: '加班算在谁头上',
	stale: '结算之后这一天又有改动。请再更正一次收工，重新结算。',
	noOvertime: '按规则没有人加班。',
	cause: '原因',
	hours: '全组加班',
	together: '合计',
	settledBy: (by, when) => `${when}，由${by || '某人'}结算。`,
	delayPart: (long, until) => `其中${long}用来补回延误，到${until}：突发情况。`,
	extensionPart: (until, cause, long, by, why) =>
		`到${until}${by ? `，${by}要求` : ''}：${long}，${cause}。${why}`,
	assumptions: '结算依据',
	assumed: {
		calls: (n) => `按通告内${n}人从出工到收工计算，与个人打卡可能不同。`,
		planned: (call, wrap) => `出工时计划${call}–${wrap}，按现在排在这天的场次计算。`,
		work: (work, needed, allowed) => `出工时还剩${work}拍摄：需要${needed}天，只有${allowed}天。`,
		paid: (n, on) => `预算够拍${n}天${on ? `（${on}核算）` : ''}。`,
		noBudget: '当时没有预算，每一天都算付得起。',
		launch: (on) => `承诺${on}上线。`,
		noLaunch: '当时没有承诺上线日期。',
		shares: (parts) => `出工时各原因的份额：${parts.join('，')}。`,
		noShares: '出工时没有任何原因占份额：没人要求的部分归工作量本身。',
		lost: (long) => `还有${long}延误没有补回，算作剩余工作里的突发情况。`,
		rules: (rules) => `规则：${rules}。`
	},

	delaysTitle: '延误',
	noDelays: '没有记录。',
	delayCause: '原因',
	delays: {
		weather: '天气',
		illness: '生病',
		breakdown: '故障',
		location: '场地',
		'late-cast': '演员迟到',
		other: '其他'
	},
	minutesLost: '耽误分钟',
	minutesWrong: '请填分钟数，例如90，或1:30。',
	note: '备注',
	addDelay: '记下延误',
	removeDelay: '收起这条延误',

	extensionsTitle: '谁要求继续拍',
	noExtensions: '没有人要求超出计划继续拍。',
	until: '拍到',
	untilMissing: '拍到几点？请按22:00这样填写。',
	whoAsked: '谁要求的',
	askers: { us: '我们自己', platform: '平台方', regulator: '监管部门' },
	askedBy: '要求人姓名',
	whatFor: '为了什么',
	ownCauses: {
		slower: '拍得比预计慢',
		events: '补回天气、生病、故障耽误的时间',
		budget: '省下多拍一天的钱',
		launch: '保住上线日期'
	},
	why: '原因说明',
	addExtension: '记下延时',
	removeExtension: '收起这条延时',
	extensionLine: (until, who, by) => `到${until}：${who}${by ? `，${by}` : ''}`,

	writtenBy: (by, when) => `${by ? `${by}，` : ''}${when}`,
	earlier: '以前的结算',
	takenBack: '收工已撤回。',
	before: (wrap, overtime) => `${wrap}收工，加班${overtime}。`
};
