import type { Text } from '../en.ts';

type Words = Readonly<Record<string, string>>;
type Figures = Readonly<Record<string, number>>;

/** 时钟差多少：两天起按天说。 */
const off = (w: Words, f: Figures): string => ((f.days ?? 0) > 1 ? `${f.days}天` : (w.off ?? ''));

export const hoursRules = {
	rule: (number: string, source: string) => (source ? `规则${number}：${source}` : `规则${number}`),
	severity: {
		error: '未计入',
		violation: '超出限度',
		warn: '需留意',
		advice: '建议',
		info: '供参考'
	},
	limits: {
		OT_DAY_GT_1H: (w: Words) => `一天加班超过${w.limit}`,
		OT_DAY_GT_3H: (w: Words) => `一天加班超过${w.limit}`,
		OT_MONTH_GT_36H: (w: Words) => `当月加班超过${w.limit}`,
		CONSECUTIVE_DAYS: (_: Words, f: Figures) => `连续工作超过${f.limit ?? 6}天`,
		REST_SHORT: (w: Words) => `之前休息不足${w.limit}`,
		WEEKLY_REST_SHORT: (w: Words) => `一周内休息不足${w.limit}`,
		BREAK_MISSING: (w: Words) => `超过${w.limit}没有休息`,
		WEEK_AVG_GT_48H: (w: Words) => `平均每周超过${w.limit}`,
		NIGHT_OVER_8H: (w: Words) => `有夜班且超过${w.limit}`,
		MEAL_LATE: () => '放饭晚了',
		MEAL_MISSED: () => '少一餐',
		MINOR_LATE_WRAP: () => '未成年人收工过晚',
		MINOR_HOURS: () => '未成年人在场时间过长',
		PLANNED_OT: () => '计划中有加班',
		other: () => '超过规则的限度'
	},
	sentences: {
		DST_AMBIGUOUS: (w: Words) => `${w.day}时钟拨慢，这个时刻出现了两次，按第一次计算。`,
		DST_GAP: (w: Words) => `${w.day}时钟拨快，这个时刻并不存在，已按跳过的时间顺延。`,
		MISSING_END: (w: Words) => `${w.day}的工时没有收工时间，暂不计入。`,
		ZERO_LENGTH: (w: Words) => `${w.day}的工时开始和结束相同，未计入。`,
		NEGATIVE_DURATION: (w: Words) => `${w.day}的工时结束早于开始，未计入。`,
		ENTRY_OVER_24H: (w: Words) => `${w.day}的工时比单条上限长${w.minutes}，未计入。`,
		ENTRY_UNREADABLE: (w: Words) => `${w.day}的工时日期或时间无法识别，未计入。`,
		ENTRY_TYPE_UNKNOWN: (w: Words) => `${w.day}的工时类型未定义，按工作计入。`,
		BREAK_OUTSIDE_SHIFT: (w: Words) => `${w.day}有一段休息超出该条工时，超出部分不扣除。`,
		BREAK_UNREADABLE: (w: Words) => `${w.day}有一段休息的时间无法识别，没有扣除。`,
		MEAL_SHORT: (w: Words) => `${w.day}用餐只有${w.length}，不足可扣除的${w.limit}，按工作计算。`,
		CORRECTION_CONFLICT: (w: Words, f: Figures) =>
			`${w.day}的同一条工时有${f.corrections}份不同的更正，确定之前都计入。`,
		PLANNED_OT: (w: Words) => `${w.day}的计划里有${w.premium}加班。`,
		DUPLICATE: (w: Words) => `${w.day}的同一段工时录了两次，只计一次。`,
		OVERLAP: (w: Words) => `${w.day}的工时重叠${w.minutes}，重叠部分只计一次。`,
		OT_DAY_GT_1H: (w: Words) => `${w.day}加班${w.extension}，比一般每日上限${w.limit}多${w.minutes}。`,
		OT_DAY_GT_3H: (w: Words) => `${w.day}加班${w.extension}，比每日最高上限${w.limit}多${w.minutes}。`,
		OT_MONTH_GT_36H: (w: Words) => `本月加班共${w.premium}，超过${w.limit}上限${w.minutes}；${w.day}起超限。`,
		CONSECUTIVE_DAYS: (w: Words, f: Figures) =>
			`到${w.day}已连续工作${f.days}天，最多${f.limit}天就要休息一天。`,
		REST_SHORT: (w: Words) => `${w.day}开工前只休息了${w.rest}，休息间隔比${w.limit}少${w.short}。`,
		WEEKLY_REST_SHORT: (w: Words) => `${w.day}起的一周里，最长连续休息${w.rest}，比${w.limit}少${w.short}。`,
		BREAK_MISSING: (w: Words) => `${w.day}工作${w.worked}没有休息；超过${w.limit}应安排一次。`,
		WEEK_AVG_GT_48H: (w: Words, f: Figures) =>
			`截至${w.day}起的一周，${f.weeks}周平均每周${w.average}，超过${w.limit}。`,
		NIGHT_OVER_8H: (w: Words) => `${w.day}工作${w.worked}，其中夜间${w.night}；夜班平均不应超过${w.limit}。`,
		MEAL_LATE: (w: Words) => `${w.day}工作${w.after}后才用餐，比${w.limit}的限度晚${w.late}。`,
		MEAL_MISSED: (w: Words) =>
			`${w.day}收工时，距开工或上次用餐已有${w.after}，比${w.limit}的限度多${w.late}，少安排一餐。`,
		MINOR_LATE_WRAP: (w: Words) => `${w.day}收工在${w.wrap}，晚于为这名未成年人设定的${w.limitAt}。`,
		MINOR_HOURS: (w: Words) => `${w.day}在场${w.worked}，比为这名未成年人设定的${w.limit}多${w.minutes}。`,
		CLOCK_OFF: (w: Words, f: Figures) =>
			`填写${w.day}的工时时，设备时钟比服务器${f.ahead ? '快' : '慢'}${off(w, f)}。时间照原样保留，请核对。`,
		CLOCK_JUMPED: (w: Words, f: Figures) =>
			f.ahead
				? `填写${w.day}的工时之前，设备时钟一下子快了${off(w, f)}：被调过，或设备休眠过。时间照原样保留，请核对。`
				: `填写${w.day}的工时之前，设备时钟被调慢了${off(w, f)}。时间照原样保留，请核对。`,
		CLOCK_STRANGE: (w: Words, f: Figures) =>
			`按设备时钟，${w.day}的工时是在那天${f.ahead ? '之后' : '开始之前'}${off(w, f)}填写的。时间照原样保留，请核对。`,
		ENTRY_AHEAD: (w: Words) => `这条工时是${w.day}的，那天还没到：可能填错了，或设备时钟不对。照原样计入。`,
		CALENDAR_NOT_ENTERED: (w: Words) => `${w.day}的放假调休安排尚未录入，休息日与补班日可能影响加班计算。`,
		other: (w: Words) => `${w.day}：超过限度${w.minutes}。`
	}
} satisfies Text['hoursRules'];
