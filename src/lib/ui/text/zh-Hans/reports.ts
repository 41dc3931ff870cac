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
	opening: '部分人员的工时正在这台设备上打开。',
	news: {
		passing: (n: number, limit: number, by: DayKey) =>
			`到${weekdayName(weekday(by), 'zh-Hans')}，${n}人的加班将超过${length(limit)}`,
		past: (n: number, limit: number) => `${n}人本月加班已超过${length(limit)}`,
		rest: (n: number, limit: number | null, month: boolean) =>
			`${month ? '本月' : '本周'}${n}人的休息间隔${limit === null ? '少于规则要求' : `不足${length(limit)}`}`,
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
	key: '颜色越深加班越多；两天之间的竖条表示休息间隔不足；下方的线表示连续工作，超限时为双线；方括号内为计划。',
	openHours: (name: string) => `${name}的全部工时`,
	moreAhead: (n: number) => `还有${n}人`,
	legal: '依据设置中所选规则，供对照法规参考，不是法律结论。'
} satisfies Text['reports'];
