import { weekday, type DayKey } from '#lib/domain/calendar/day-key.ts';
import { clock, date, duration, weekdayName } from '../../format.ts';
import type { Text } from '../en.ts';

const length = (minutes: number): string => duration(minutes, 'zh-Hans');
const at = (day: DayKey, minutes: number): string => `${date(day, 'zh-Hans')} ${clock(minutes)}`;

export const reports = {
	notYours: '工时报表只给管理工时的人看',
	notYoursDo: '由制片人在“人员”里指定你管理谁的工时；你自己的工时在“工时”页。',
	empty: '还没有工时',
	emptyDo: '有人填了工时，或排期板安排了人，这里就会显示。',
	news: {
		passing: (n: number, limit: number, by: DayKey) =>
			`到${weekdayName(weekday(by), 'zh-Hans')}，${n}人的加班将超过${length(limit)}`,
		past: (n: number, limit: number, span: 'this' | 'that') =>
			`${n}人${span === 'this' ? '本月' : '当月'}加班已超过${length(limit)}`,
		rest: (n: number, limit: number | null, span: 'this' | 'that', month: boolean) =>
			`${span === 'this' ? (month ? '本月' : '本周') : month ? '当月' : '那一周'}${n}人的休息间隔${limit === null ? '少于规则要求' : `不足${length(limit)}`}`,
		inARow: (n: number) => `${n}人的连续工作天数超过规定`,
		calm: '没有人超限，休息间隔都够',
		join: (parts: readonly string[]) => `${parts.join('；')}。`
	},
	span: '时段',
	week: '周',
	month: '月',
	earlier: '往前',
	later: '往后',
	now: '今天',
	department: '部门',
	everyDepartment: '全部部门',
	map: '每人每天的工时',
	mapHint: '方向键在日期之间移动，回车打开当天的工时。',
	person: '人员',
	sum: '合计',
	cell: {
		nothing: '无',
		worked: (minutes: number) => `工作${length(minutes)}`,
		planned: (minutes: number) => `计划${length(minutes)}`,
		overtime: (minutes: number) => `加班${length(minutes)}`,
		rest: (minutes: number) => `之前只休息了${length(minutes)}`,
		inARow: (n: number) => `连续工作${n}天`,
		disputed: (n: number) => `${n}处异议`,
		noEnd: '已填写，未计入'
	},
	heats: ['正常', '不到允许加班的一半', '未超上限', '超过上限'],
	rest: {
		title: '这天之前的休息',
		times: (wrap: DayKey, wrapAt: number, call: DayKey, callAt: number) =>
			`${at(wrap, wrapAt)}收工，${at(call, callAt)}出工。`,
		short: (rest: number, limit: number, short: number) =>
			`休息了${length(rest)}，比${length(limit)}少${length(short)}。`,
		open: '休息间隔不足'
	},
	day: {
		plannedFor: (called: number) => `排期板安排了${length(called)}。`,
		plannedOnly: (minutes: number) => `排期板安排了${length(minutes)}，还没有填写工时。`,
		difference: (minutes: number) =>
			minutes === 0 ? '与计划一致。' : `比计划${minutes > 0 ? '长' : '短'}${length(Math.abs(minutes))}。`,
		value: (sum: string, paid: boolean) =>
			paid ? `当天加班费：${sum}。` : `当天加班按协议不付，价值${sum}。`
	},
	people: (n: number) => `${n}人`,
	ahead: '接下来谁会超限',
	nobodyAhead: '按计划没有人会超限。',
	totals: '合计',
	figures: {
		worked: '已工作',
		planned: '后续计划',
		called: '已工作各天的计划工时',
		overtime: '加班',
		overtimePlanned: '后续计划中的加班',
		paid: '已计酬的加班费',
		unpaid: '未计酬加班的价值',
		unpriced: '不知单价的加班',
		restsBroken: '休息间隔不足次数',
		daysTooMany: '超出连续工作天数的天数',
		disputed: '有异议的工时',
		unanswered: '代填、本人未确认'
	},
	weeks: '按部门和周',
	weekOf: (from: DayKey) => date(from, 'zh-Hans'),
	weekLabel: (department: string, from: DayKey, worked: number, planned: number, overtime: number) =>
		`${department}，${date(from, 'zh-Hans')}起的一周：工作${length(worked)}，计划${length(planned)}，加班${length(overtime)}`,
	key: '颜色越深加班越多；两天之间的竖条表示休息间隔不足；下方的线表示连续工作，超限时为双线；右上折角表示有异议；方括号或虚线框为计划。',
	openHours: (name: string) => `${name}的全部工时`,
	moreAhead: (n: number) => `还有${n}人`,
	exports: {
		open: '导出',
		workload: (department: string | null) => `本时段工时，按人按天${department ? `：${department}` : ''}`,
		workloadNote: '给管理工时的人：姓名、分钟数、超限情况；金额只有制片人的文件里有。',
		payroll: (month: string, department: string | null) =>
			`${month}薪酬表${department ? `：${department}` : ''}`,
		payrollNote: (days: number, undecided: number, disputed: number) =>
			`共${days}个人天，每人每天一行，含原始记录和计算结果。${undecided > 0 ? `其中${undecided}天尚未按现状通过。` : ''}${disputed > 0 ? `其中${disputed}天有异议，已注明。` : ''}`,
		shared: '对外副本',
		sharedNote: '只列四人及以上的部门，不含个人和单价。人数更少的部门不列，也不计入合计。',
		print: '打印对外副本',
		xlsx: 'Excel',
		csv: 'CSV'
	},
	workload: '工时报表',
	payroll: '薪酬表',
	shared: '部门工时',
	sharedOf: (title: string, from: DayKey, to: DayKey) =>
		`《${title}》${date(from, 'zh-Hans')}至${date(to, 'zh-Hans')}工时`,
	columns: {
		person: '姓名',
		people: '人数',
		department: '部门',
		job: '岗位',
		date: '日期',
		type: '类型',
		times: '起止时间',
		breaks: '休息时间',
		'break-minutes': '休息（分钟）',
		'entered-by': '填写人',
		station: '打卡平板',
		consent: '本人态度',
		objection: '异议',
		corrections: '更正次数',
		signed: '已签字',
		approval: '审核',
		'approved-by': '通过人',
		'paid-on': '付款日期',
		'received-on': '收款日期',
		worked: '工作（分钟）',
		planned: '后续计划（分钟）',
		called: '计划工时（分钟）',
		overtime: '加班（分钟）',
		overtimePlanned: '计划加班（分钟）',
		restsBroken: '休息间隔不足次数',
		restMissing: '缺少的休息（分钟）',
		daysTooMany: '超出连续工作天数的天数',
		disputed: '异议',
		unanswered: '未确认',
		paid: '已计酬加班费',
		unpaid: '未计酬加班的价值',
		'rest-before': '之前休息（分钟）',
		flags: '涉及规则',
		penalties: '补偿',
		rules: '规则',
		'base-pay': '正常工资',
		'overtime-pay': '加班费',
		'penalty-pay': '补偿金',
		pay: '当天合计',
		'overtime-unpaid': '未计酬加班的价值',
		currency: '币种'
	} as Readonly<Record<string, string>>,
	values: {
		total: '合计',
		yes: '是',
		no: '否',
		none: '待审核',
		approved: '已通过',
		queried: '待核实',
		changed: '通过后有变动',
		own: '本人填写',
		open: '代填，未确认',
		confirmed: '代填，已确认',
		disagreed: '有异议'
	} as Readonly<Record<string, string>>,
	legal: '依据设置中所选规则，供对照法规参考，不是法律结论。'
} satisfies Text['reports'];
