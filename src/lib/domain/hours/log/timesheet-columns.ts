/** The columns a time sheet may have, and the words crews head them with, in both languages. */
import { foldWidth } from '../../scripts/letters.ts';

const WORDS = {
	name: 'name; full name; crew name; employee; employee name; person; crew; crew member; worker; staff; cast and crew; who; 姓名; 名字; 人员; 员工; 员工姓名; 组员; 演职人员; 演员; 艺名',
	'first-name': 'first name; first; given name; 名',
	'last-name': 'last name; last; surname; family name; 姓',
	department:
		'department; dept; dep; team; group; section; 部门; 组别; 组; 所属部门; 剧组部门; 所属组别; 班组',
	job: 'job; role; position; title; job title; function; 职务; 职位; 岗位; 工种; 职责; 分工',
	date: 'date; day; work date; work day; workday; shoot date; shoot day; date worked; shooting day; 日期; 工作日期; 拍摄日期; 出勤日期; 考勤日期; 拍摄日; 工作日; 日子; 天',
	type: 'type; day type; kind; status; attendance; code; day code; 类型; 出勤; 考勤; 状态; 出勤情况; 出勤状态; 日类型',
	call: 'call; call time; crew call; called; called at; 通告; 通告时间; 集合; 集合时间',
	in: 'in; time in; in time; clock in; start; start time; started; from; on; on duty; begin; begins; arrive; arrived; arrival; start work; work start; shift start; actual in; 上班; 上班时间; 上班打卡; 上班打卡时间; 签到; 签到时间; 打卡上班; 开工; 开工时间; 到岗; 到岗时间; 到场; 到场时间; 到场时间; 开始; 开始时间; 上工; 上工时间; 出工; 出工时间; 进场; 进场时间',
	'meal-from':
		'meal out; lunch out; out for meal; out meal; meal 1; 放饭; 放饭时间; 开饭; 开饭时间; 吃饭时间; 午饭; 午餐时间',
	'meal-to':
		'meal in; lunch in; back; back in; back from meal; return; 饭后; 饭后开工; 饭后复工; 返岗; 返岗时间; 复工; 复工时间',
	'meal2-from': 'second meal out; dinner out; 第二次放饭; 晚餐时间; 晚饭时间; 晚放饭',
	'meal2-to': 'second meal in; dinner in; 第二次复工; 晚饭后; 晚饭后开工',
	meal: 'meal; meals; lunch; break; breaks; meal break; lunch break; rest; unpaid; unpaid break; meal time; 午休; 用餐; 吃饭; 休息; 休息时长; 用餐时长; 午餐; 午休时长; 扣餐; 扣除; 吃饭时长',
	meal2: 'second meal; dinner; supper; 第二餐; 晚餐; 晚饭; 二餐; 宵夜; 夜宵',
	wrap: 'wrap; wrap time; wrapped; camera wrap; 收工; 收工时间; 收机; 收机时间',
	out: 'out; time out; out time; clock out; end; end time; ended; finish; finished; finish time; to; until; off; off duty; leave; left; dismissed; released; last out; work end; shift end; actual out; 下班; 下班时间; 下班打卡; 下班打卡时间; 签退; 签退时间; 打卡下班; 离岗; 离岗时间; 离场; 离场时间; 结束; 结束时间; 下工; 下工时间',
	'travel-from':
		'travel start; travel from; travel out; leave base; depart; departure; 出发; 出发时间; 路途开始',
	'travel-to': 'travel end; travel to; travel in; 到达; 到达时间; 路途结束',
	travel:
		'travel; travel time; travel hours; travel min; travel minutes; drive; driving; 路途; 交通; 路程; 在途; 路途时长; 交通时间; 路上; 路上时间',
	span: 'times; time; shift; hours from to; work time; working time; in out; from to; 工作时间; 时间; 班次; 起止时间; 起止; 上下班时间; 上下班; 出勤时间',
	total:
		'total; total hours; hours; hrs; h; worked; hours worked; worked hours; daily total; sum; net; net hours; day total; total worked; 合计; 总计; 工时; 总工时; 工作时长; 时长; 小时; 小时数; 总时长; 出勤工时; 当日工时; 实际工时',
	notes: 'notes; note; remarks; remark; comments; comment; reason; description; 备注; 说明; 附注; 情况说明'
} as const;

export type TimesheetColumn = keyof typeof WORDS;
/** Every column that is understood, in the order to choose from. */
export const TIMESHEET_COLUMNS = Object.keys(WORDS) as TimesheetColumn[];

/** Columns that hold a time of day. */
export const TIME_COLUMNS = [
	'call',
	'in',
	'meal-from',
	'meal-to',
	'meal2-from',
	'meal2-to',
	'wrap',
	'out',
	'travel-from',
	'travel-to'
] as const satisfies readonly TimesheetColumn[];
export type TimeColumn = (typeof TIME_COLUMNS)[number];

/** A heading without what only dresses it: case, width, punctuation, a remark in brackets. */
const bare = (heading: string): string =>
	foldWidth(heading)
		.toLowerCase()
		.replace(/\(.*?\)|\[.*?\]|\*/g, ' ')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/** Without the spaces between Chinese words, which two rows of headings put there. */
const joined = (words: string): string => words.replace(/(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])/g, '');

const BY_WORD = new Map<string, TimesheetColumn>(
	TIMESHEET_COLUMNS.flatMap((column) =>
		WORDS[column].split('; ').map((word) => [bare(word), column] as const)
	)
);

const MEAL = /\b(?:meals?|lunch|dinner|supper|breaks?)\b|放饭|午休|用餐|餐|饭|休息/;
const SECOND = /\b(?:2|2nd|second|dinner|supper)\b|二|晚|②/;
const BEGINS = /\b(?:out|start|starts|begin|begins|from|off)\b|开始|起$|放饭时间$/;
const ENDS = /\b(?:in|end|ends|back|finish|to|until|return)\b|结束|止$|到$|复工/;

/** Meals are headed in too many ways to list: by what they are, which one, and which end of it. */
function mealOf(words: string): TimesheetColumn | null {
	if (!MEAL.test(words)) return null;
	const which = SECOND.test(words) ? 'meal2' : 'meal';
	if (BEGINS.test(words)) return `${which}-from`;
	if (ENDS.test(words)) return `${which}-to`;
	return which;
}

const meaning = (text: string): TimesheetColumn | null => {
	const words = joined(bare(text));
	if (words === '' || words.length > 40) return null;
	// `上班1打卡时间`: the first press of a day; the second would be another column.
	return BY_WORD.get(words) ?? BY_WORD.get(words.replace(/(?<=[\u3400-\u9fff])1/, '')) ?? mealOf(words);
};

const known = new Map<string, TimesheetColumn | null>();

/** What a heading means; null where it isn't known. `In 上班` and `上班/In` mean what each half means. */
export function timesheetColumnOf(heading: string): TimesheetColumn | null {
	const before = known.get(heading);
	if (before !== undefined) return before;
	// Every row is asked whether it is one of headings: a sheet of thousands says the same words again and again.
	if (known.size > 2000) known.clear();
	const found = columnOf(heading);
	known.set(heading, found);
	return found;
}

function columnOf(heading: string): TimesheetColumn | null {
	const folded = foldWidth(heading);
	const hasBoth = /[\u3400-\u9fff]/.test(folded) && /[a-z]/i.test(folded);
	if (!hasBoth) return meaning(folded);
	const han = meaning(folded.replace(/[^\u3400-\u9fff]+/g, ' '));
	const latin = meaning(folded.replace(/[\u3400-\u9fff]+/g, ' '));
	if (han && latin) return han === latin ? han : meaning(folded);
	return han ?? latin;
}
