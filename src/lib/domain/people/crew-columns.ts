/** The columns a crew list may have, and the words crews head them with, in both languages. */
import { foldWidth } from '../scripts/letters.ts';

const WORDS = {
	name: 'name; full name; crew name; person; crew; crew member; first and last name; 姓名; 名字; 人员; 演职人员; 艺名',
	'first-name': 'first name; first; given name; 名',
	'last-name': 'last name; last; surname; family name; 姓',
	job: 'job; role; position; title; job title; function; post; 职务; 职位; 岗位; 工种; 职责; 分工; 职能',
	department:
		'department; dept; dep; unit; team; group; section; 部门; 组别; 组; 所属部门; 剧组部门; 所属组别',
	character: 'character; plays; part; as; 角色; 饰演; 饰; 饰演角色; 角色名',
	number: 'board number; cast number; cast no; cast id; board no; 角色编号; 演员编号; 板号',
	phone:
		'phone; phone number; mobile; mobile phone; cell; tel; telephone; contact; contact number; 电话; 手机; 手机号; 手机号码; 联系电话; 电话号码; 联系方式',
	chat: 'wechat; wechat id; we chat; whatsapp; line; telegram; chat; 微信; 微信号; 微信号码',
	email: 'email; e mail; mail; email address; 邮箱; 电子邮箱; 邮件',
	contract:
		'deal; deal type; contract; contract type; contract kind; payment; paid by; 合同; 合同类型; 计酬方式; 结算方式; 薪酬方式; 用工方式',
	hours:
		'hours; guaranteed hours; contract hours; agreed hours; agreed day; hours a day; day hours; 工时; 约定工时; 每日工时; 日工时; 保底工时',
	from: 'start; start date; from; first day; starts; contract start; 开始; 开始日期; 进组; 进组日期; 进组时间; 首日; 合同开始',
	to: 'end; end date; to; until; last day; wrap date; ends; contract end; 结束; 结束日期; 离组; 离组日期; 离组时间; 末日; 合同结束',
	minor: 'minor; child; under 18; 未成年; 未成年人; 儿童; 童星',
	birthday: 'birthday; birth date; date of birth; dob; born; 生日; 出生日期; 出生年月; 出生年月日',
	'emergency-name':
		'emergency contact; emergency contact name; emergency; ice; next of kin; 紧急联系人; 紧急联系人姓名',
	'emergency-phone':
		'emergency phone; emergency number; emergency contact phone; emergency contact number; emergency tel; 紧急联系电话; 紧急电话; 紧急联系人电话; 紧急联系方式',
	food: 'food; diet; dietary; dietary requirements; dietary needs; allergies; meals; 饮食; 忌口; 饮食禁忌; 过敏; 餐食; 饮食要求',
	notes: 'notes; note; remarks; remark; comments; 备注; 说明'
} as const;

export type CrewColumn = keyof typeof WORDS;
/** Every column that is understood, in the order to choose from. */
export const CREW_COLUMNS = Object.keys(WORDS) as CrewColumn[];
/** Columns whose values only producers and planners may see. */
export const PRIVATE_COLUMNS: ReadonlySet<CrewColumn> = new Set([
	'phone',
	'chat',
	'email',
	'birthday',
	'emergency-name',
	'emergency-phone',
	'food'
]);

/** A heading without what only dresses it: case, width, punctuation, a remark in brackets. */
const bare = (heading: string): string =>
	foldWidth(heading)
		.toLowerCase()
		.replace(/\(.*?\)|\*/g, ' ')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

const BY_WORD = new Map<string, CrewColumn>(
	CREW_COLUMNS.flatMap((column) => WORDS[column].split('; ').map((word) => [bare(word), column] as const))
);

/** What a heading means; null where it isn't known. `Name 姓名` and `姓名/Name` mean what each half means. */
export function crewColumnOf(heading: string): CrewColumn | null {
	const whole = BY_WORD.get(bare(heading));
	if (whole) return whole;
	const folded = foldWidth(heading);
	const han = BY_WORD.get(bare(folded.replace(/[^\u3400-\u9fff]+/g, '')));
	const latin = BY_WORD.get(bare(folded.replace(/[\u3400-\u9fff]+/g, ' ')));
	if (han && latin) return han === latin ? han : null;
	return han ?? latin ?? null;
}
