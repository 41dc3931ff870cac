import { duration } from '../../format.ts';
import type { Text } from '../en.ts';

const length = (minutes: number): string => duration(minutes, 'zh-Hans');

/** 设置 → 工时规则：适用哪套、数字、放假调休、依据、改动记录。 */
export const ruleSet = {
	title: '工时规则',
	note: '供对照法规参考，不是法律结论：适用哪套规则，请向律师确认。',
	open: '规则与放假调休',
	toSettings: '设置',
	says: (set, version) => `${set}，版本${version}。`,
	own: (numbers, days, people) =>
		[
			numbers > 0 ? `${numbers}个数字由本项目自定` : '',
			days > 0 ? `放假调休录入了${days}天` : '',
			people > 0 ? `${people}人适用其他规则` : ''
		]
			.filter(Boolean)
			.join('；')
			.concat('。')
			.replace(/^。$/, '全部按规则原样。'),
	whoMay: '由制片人和统筹修改，全体组员可查看。每次改动都记下由谁、何时所改。',
	readOnly: '你的工时按这些规则判断。由制片人和统筹修改，每次改动都记在下面。',
	newerOnly: '该计划由更新版本的Daybreak写入，请重新载入后再修改。',

	which: '适用规则',
	chosen: '本项目的规则',
	byCommission: (name) => `按委托方式：${name}`,
	asCommission: '按委托方式',
	inForce: (version, from) => `版本${version}，自${from}起施行。`,
	belongs: '下面改过的数字只属于这一套规则；换一套时保留，换回来再生效。',
	notes: {
		'cn-comprehensive-month': '须经劳动行政部门批准，剧组通常没有该批准；没有批准则适用标准工时。',
		'us-iatse-lowbudget': '该协议的倍数和误餐补贴未经核实。',
		'uk-tv-drama': '该协议有效期到2025年底，此后的规定未经核实。'
	},
	restDiffers: (board, rule) => `设置里的最短休息是${board}，规则要求${rule}：排期板按较长的一个判断。`,
	dayDiffers: (board, rule) => `设置里约定每天${board}；按规则，超过${rule}即算加班。`,
	restWeekdays: '每周休息日',
	restWeekdaysHint: '规则规定休息日加倍的，这几天工作按休息日计。',
	noWeekdays: '无',

	numbers: '数字',
	numbersNote: '时长如10:00或40h，天数，或倍数。',
	groups: { overtime: '加班', limits: '上限与下限', meals: '放饭与休息' },
	ownReading: '本产品的理解',
	presetOwn: (value) => `规则原值：${value}`,
	from: (rule, source) => (source ? `规则${rule} · ${source}` : `规则${rule}`),
	later: (value, from) => `自${from}起为${value}`,
	reset: (name, value) => `${name}：恢复为${value}`,
	resetShort: '恢复',
	wrong: {
		minutes: (least, most) => `请填${least}到${most}之间的时长，如10:00或36h。`,
		days: (least, most) => `请填${least}到${most}的整数天数。`,
		times: (least, most) => `请填${least}到${most}的倍数，最多两位小数，如1.5。`
	},
	tier: (nth, name) => `第${nth}档：${name}`,
	nthDay: (n) => `一周第${n}天的倍数`,
	names: {
		'tier.afterMin': '每日加班起算点',
		'tier.multiplier': '每日加班倍数',
		'rest.multiplier': '休息日倍数',
		'statutory.multiplier': '法定节假日倍数',
		'weekly.thresholdMin': '每周加班起算点',
		'weekly.multiplier': '每周加班倍数',
		'period.thresholdMin': '每月加班起算点',
		'period.multiplier': '每月加班倍数',
		'meal.firstWithinMin': '第一餐不晚于',
		'meal.nextWithinMin': '下一餐不晚于',
		'meal.minValidMin': '用餐至少',
		'breaks.minDeductMin': '不计薪休息达到多长才扣除',
		'rounding.unitMin': '加班计薪的最小单位',
		'daily_extension.overMin': '每日延长上限',
		'monthly_premium.overMin': '每月加班上限',
		'consecutive.maxDays': '连续工作天数上限',
		'daily_rest.minMin': '休息间隔下限',
		'weekly_rest.minMin': '每周一次连续休息下限',
		'weekly_rest.minIfSixDaysMin': '做六天的一周，连续休息下限',
		'break_required.overWorkedMin': '超过此时长须安排休息',
		'break_required.minBreakMin': '该次休息至少',
		'avg_week.limitMin': '平均每周上限',
		'night.overMin': '含夜间工作的一天上限'
	},
	ofCode: {
		OT_DAY_GT_1H: '每日延长一般上限',
		OT_DAY_GT_3H: '特殊原因每日延长上限'
	},

	calendar: '放假与调休',
	calendarNote: '法定节假日、休息日和补班日；这里录入的对所有人有效，不论适用哪套规则。',
	knownTitle: '放假安排已录入到',
	knownUntil: (date) => `放假安排已录入到${date}。`,
	noneKnown: '这套规则没有列出节假日，请在这里录入适用的日期。',
	notEntered: (date) =>
		`拍摄超过${date}，此后的放假安排尚未录入。公布后请录入；在此之前，那些天的工时会注明。`,
	notAnnounced: (year) => `${year}年放假安排公布后，录入休息日和补班日，再标明已录全。`,
	yearEntered: (year) => `${year}年的安排已录全`,
	dayKinds: { statutory: '法定节假日', off: '休息日', makeup: '补班日', ordinary: '普通日' },
	unverified: '尚未公布',
	enteredHere: '本项目录入',
	firstDay: '第一天',
	lastDay: '最后一天',
	kind: '类型',
	addDay: '添加',
	addWrong: '请选第一天；最后一天须在其后62天以内。',
	earlier: (n) => `更早的${n}条`,
	removeDay: (date) => `${date}：恢复为规则原样`,
	noDays: '此后没有节假日。',

	people: '适用其他规则的人',
	peopleNote: '演员可以适用与剧组不同的规则。',
	everybodySame: '所有人都适用本项目的规则。',
	personRules: (name) => `${name}适用的规则`,
	addPerson: '为某人选择其他规则',
	addPersonHint: '先选人，再选规则。',
	asProduction: '与项目相同',
	ofPerson: '工时规则',
	personFrom: (date) => `现在的选择自${date}起生效，之前的日子仍按原规则判断。`,
	ofPersonHint: '演员可以适用与剧组不同的规则。',
	optOut: '书面同意平均每周工作超过48小时',

	sources: '依据',
	sourcesNote: '每个数字的出处和查阅时间。未核实的，请先核对再当作法规引用。',
	verified: '已查阅',
	unverifiedSource: '未核实',
	readOn: (when) => `查阅于${when}`,

	log: '改动记录',
	logNote: '这里不会改写。改错了可以撤下，也可以恢复生效。',
	noLog: '还没有改动，按规则原样。',
	said: (what, to) => `${what}：${to}`,
	asRuleSet: '按规则原样',
	forPerson: (name) => `针对${name}。`,
	back: (value) => `恢复为${value}`,
	holdsFrom: (date) => `自${date}起生效。`,
	holdsAlways: '对所有日期生效。',
	takeBack: '撤下',
	holdAgain: '恢复生效',
	takenBack: '已撤下。',
	someone: '某人',

	draft: (n) => `${n}处改动尚未保存`,
	holds: '何时起生效',
	holdsOptions: {
		today: '自今天起',
		always: '所有日期，包括已过去的',
		day: '自某天起'
	},
	holdsHint: '之前的日子仍按原规则判断。',
	holdsDay: '第一天',
	judging: '正在计算影响……',
	nothing: '没有任何提示和计薪分钟数变化。',
	effect: (people, of, days) => `影响${of}人中的${people}人，共${days}个工作日。`,
	flagsMore: (n) => `提示多${n}条`,
	flagsFewer: (n) => `提示少${n}条`,
	overtime: (before, after) => `加班${length(before)} → ${length(after)}`,
	paid: (before, after) => `折合正常工时${length(before)} → ${length(after)}`,
	whom: '影响到谁',
	planOnly: (n) => `其中${n}人的工时你无权查看，只按排期计算。`,
	keep: '保存',
	drop: '放弃',
	kept: (n) => `已修改${n}条规则。`,
	codes: {
		OT_DAY_GT_1H: '延长超过一般上限',
		OT_DAY_GT_3H: '延长超过最高上限',
		OT_MONTH_GT_36H: '当月加班超过上限',
		CONSECUTIVE_DAYS: '连续工作天数过多',
		REST_SHORT: '休息间隔不足',
		WEEKLY_REST_SHORT: '每周连续休息不足',
		BREAK_MISSING: '缺少休息',
		WEEK_AVG_GT_48H: '平均周工时过长',
		NIGHT_OVER_8H: '夜间工作过长',
		MEAL_LATE: '放饭过晚',
		MEAL_MISSED: '未放饭',
		MEAL_SHORT: '用餐过短，不能扣除',
		CALENDAR_NOT_ENTERED: '放假安排未录入'
	},

	troubles: {
		title: '无法生效的改动',
		change: (by, what) => `${by}改了“${what}”，但无法生效：`,
		brought: (what) => `文件带入了“${what}”，但无法生效：`,
		person: (name) => `${name}指定的规则不在册，改按项目的规则。`,
		why: {
			'unknown-set': '没有这套规则，仍按原来的。',
			'unknown-number': '这套规则没有这个数字，仍按规则原值。',
			'out-of-bounds': '数字超出范围，仍按规则原值。',
			'not-a-day': '不是有效日期，日历不变。',
			unreadable: '无法识别，仍按规则原值。'
		}
	},
	sourceOf: (rule) => `规则${rule}的依据`,
	allRules: '全部规则与依据'
} satisfies Text['ruleSet'];
