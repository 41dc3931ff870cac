/** What single cells of a crew list say. Each answers null for what it can't read; nothing here throws. */
import { addDays, readDay, type DayKey } from '../calendar/day-key.ts';
import { parseDuration, type Minutes } from '../calendar/duration.ts';
import { dayOfSerial, isDate, textOf, type Cell } from '../cell.ts';
import type { Person } from '../schedule/records.ts';
import { foldWidth } from '../scripts/letters.ts';

/** Words that name a department, or a job in it; the first that stands in the text decides, longer words first. */
const DEPARTMENT_WORDS: Readonly<Record<Person['department'], string>> = {
	cast: 'cast; actor; actress; actors; talent; performer; 演员; 主演; 特约; 群演; 艺人',
	production:
		'production; producer; line producer; production manager; coordinator; runner; production assistant; accountant; 制片; 制片组; 制片人; 制片主任; 统筹; 生活制片; 现场制片; 外联; 会计; 财务; 剧务; 场务; 制作',
	direction:
		'direction; directing; director; first ad; 1st ad; 2nd ad; assistant director; script supervisor; continuity; 导演; 导演组; 执行导演; 副导演; 场记; 编剧',
	camera:
		'camera; cinematographer; dop; dp; director of photography; operator; focus puller; 1st ac; 2nd ac; dit; steadicam; gimbal; 摄影; 摄影组; 摄像; 掌机; 跟焦; 大助; 二助; 跟机员; 斯坦尼康; 移动组',
	lighting:
		'lighting; electric; electrics; gaffer; best boy; spark; grip; key grip; grips; 灯光; 灯光组; 灯爷; 灯光师; 照明; 机械组; 机械员',
	sound: 'sound; audio; sound mixer; boom; boom operator; 录音; 录音组; 收音; 话筒员; 举杆; 录音师',
	art: 'art; art department; production designer; art director; props; prop master; set dresser; set decorator; 美术; 美术组; 道具; 道具组; 置景; 陈设; 制景',
	costume: 'costume; costumes; wardrobe; costume designer; dresser; 服装; 服装组; 服化; 造型服装; 服饰',
	'make-up':
		'make-up; makeup; make up; hair; hair and make-up; hmu; make-up artist; hairdresser; 化妆; 化妆组; 妆发; 造型; 梳化; 化妆师; 发型',
	locations: 'locations; location manager; location scout; 场地; 场地组; 外景; 选景; 外景地',
	transport: 'transport; transportation; driver; drivers; captain; 车辆; 车辆组; 司机; 驾驶员; 车队; 交通',
	catering: 'catering; craft service; craft; cook; chef; 餐饮; 茶水; 生活组; 厨师; 送餐; 餐食',
	post: 'post; post production; post-production; editor; editing; vfx; colourist; colorist; composer; 后期; 剪辑; 剪辑师; 调色; 特效; 配音; 音乐; 后期组',
	other: 'other; 其他; 其它'
};

const WORDS = Object.entries(DEPARTMENT_WORDS)
	.flatMap(([department, words]) =>
		words.split('; ').map((word) => ({ department: department as Person['department'], word }))
	)
	.sort((a, b) => b.word.length - a.word.length);

/** The department a text names, or a job belongs to: "Gaffer", "灯光组", "Camera Dept". */
export function departmentOf(text: string): Person['department'] | null {
	const folded = foldWidth(text).toLowerCase().trim();
	if (folded === '') return null;
	const padded = ` ${folded.replace(/[^\p{L}\p{N}-]+/gu, ' ')} `;
	for (const { department, word } of WORDS) {
		const isHan = /[\u3400-\u9fff]/.test(word);
		if (isHan ? folded.includes(word) : padded.includes(` ${word} `)) return department;
	}
	return null;
}

const CONTRACTS: readonly (readonly [Person['contractKind'], RegExp])[] = [
	['hour', /\bhour|\bhr\b|时薪|小时|按时/],
	['month', /\bmonth|月薪|包月|按月/],
	['package', /\bpackage|\bflat\b|\bbuy ?out\b|\ball[- ]in\b|打包|一口价|包干|整包|总价/],
	['day', /\bday|\bdaily\b|日薪|按天|天薪|每日|日结/]
];

export const contractOf = (text: string): Person['contractKind'] | null =>
	CONTRACTS.find(([, words]) => words.test(foldWidth(text).toLowerCase()))?.[0] ?? null;

const YES = /^(?:y|yes|true|x|√|✓|✔|是|有|1|未成年|minor|child)$/i;
const NO = /^(?:n|no|false|-|—|×|否|无|0|成年|adult)?$/i;

/** Yes, no, or neither. An age or "17岁" answers by the age. */
export function yesOf(cell: Cell | undefined): boolean | null {
	if (typeof cell === 'boolean') return cell;
	const text = foldWidth(textOf(cell));
	if (YES.test(text)) return true;
	if (NO.test(text)) return false;
	const age = /^(\d{1,2})\s*(?:岁|y(?:ears?)?(?: old)?)?$/i.exec(text);
	return age ? Number(age[1]) < 18 : null;
}

/** Hours of a day as minutes: `10`, `10 h`, `10:30`, `10小时`. A bare number up to 24 is hours. */
export function dayHoursOf(cell: Cell | undefined): Minutes | null {
	if (isDate(cell)) return cell.day === null && cell.minutes > 0 ? cell.minutes : null;
	const text = foldWidth(textOf(cell)).replace(/\/?(?:day|天|日)$/i, '');
	const bare = /^\d{1,2}(?:\.\d+)?$/.exec(text);
	const minutes = bare ? Math.round(Number(text) * 60) : parseDuration(text);
	return minutes !== null && minutes > 0 && minutes <= 1440 ? minutes : null;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * A day: a date cell, a serial, or text with year, month, day in that order, a month in words, or 日-first with the
 * year last (`12/11/2026` is 12 November; `11/25/2026` can only be 25 November). Without a year it is the next such
 * day counted from half a year before `near`.
 */
export function dayOf(cell: Cell | undefined, near: DayKey): DayKey | null {
	if (isDate(cell)) return cell.day;
	if (typeof cell === 'number') return cell > 20_000 && cell < 80_000 ? dayOfSerial(cell) : null;
	const text = foldWidth(textOf(cell)).toLowerCase().trim();
	if (text === '') return null;
	const make = (year: number, month: number, date: number): DayKey | null =>
		readDay(
			`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
		);
	const full = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?/.exec(text);
	if (full) return make(Number(full[1]), Number(full[2]), Number(full[3]));
	const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
	if (yearLast) {
		const [a, b, year] = [Number(yearLast[1]), Number(yearLast[2]), Number(yearLast[3])];
		return make(year, b, a) ?? make(year, a, b);
	}
	const worded =
		/^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]*(\d{4})?$/.exec(text) ??
		/^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4})?$/.exec(text);
	const inNear = (month: number, date: number): DayKey | null => {
		const year = Number(near.slice(0, 4));
		const from = addDays(near, -183);
		for (const one of [year - 1, year, year + 1]) {
			const found = make(one, month, date);
			if (found && found >= from) return found;
		}
		return null;
	};
	if (worded) {
		const isDayFirst = /^\d/.test(worded[1] ?? '');
		const name = (isDayFirst ? worded[2] : worded[1]) ?? '';
		const date = Number(isDayFirst ? worded[1] : worded[2]);
		const month = MONTHS.indexOf(name.slice(0, 3)) + 1;
		if (month === 0) return null;
		return worded[3] ? make(Number(worded[3]), month, date) : inNear(month, date);
	}
	const short = /^(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*[日号]?$/.exec(text);
	return short ? inNear(Number(short[1]), Number(short[2])) : null;
}
