/** Lines of a budget from a sheet: what its columns mean, what each row says, and what couldn't be read. */
import { textOf, type Cell, type Row } from '../cell.ts';
import { unitsOf, type Cents } from '../money.ts';
import { foldWidth, oneSpaced } from '../scripts/letters.ts';
import type { MoneyCategory, MoneyLine } from './records.ts';

const HEADINGS = {
	name: 'name; line; item; description; account; details; 名目; 项目; 科目; 名称; 明细; 内容; 费用名称',
	category: 'category; kind; group; department; section; type; 类别; 分类; 部门; 大类; 科目类别',
	planned:
		'amount; budget; planned; total; cost; sum; estimate; budgeted; 金额; 预算; 预算金额; 合计; 总价; 费用; 小计',
	basis: 'basis; unit; per; paid; rate type; 计法; 单位; 计费方式; 计价方式',
	committed: 'committed; contracted; agreed; 已签; 已签约; 合同金额; 已承诺',
	spent: 'spent; actual; paid so far; to date; 已付; 已支付; 已花; 实际; 实付',
	note: 'note; notes; remarks; comment; comments; 备注; 说明'
} as const;

export type LineColumn = keyof typeof HEADINGS;
export const LINE_COLUMNS = Object.keys(HEADINGS) as LineColumn[];

/** Words that tell what a line is for; the first kind one of whose words stands in it. */
const KINDS: Readonly<Record<MoneyCategory, string>> = {
	contingency: 'contingency; reserve; 不可预见; 预备; 机动',
	marketing: 'marketing; traffic; promotion; advertis; publicity; 宣发; 投流; 宣传; 推广; 流量',
	review: 'review; filing; licence; license; censor; 备案; 送审; 审查; 审核; 许可',
	post: 'post; edit; grade; sound mix; subtitle; vfx; music; 后期; 剪辑; 调色; 配音; 字幕; 特效; 音乐; 混音',
	script: 'script; writer; story; rights; 剧本; 编剧; 版权; 改编',
	catering: 'catering; meal; food; craft service; water; 餐; 伙食; 盒饭; 茶水',
	transport: 'transport; car; fuel; vehicle; truck; travel; driver; flight; 交通; 车; 油费; 运输; 差旅',
	locations: 'location; studio; stage; rent of set; 场地; 拍摄地; 影棚; 摄影棚; 棚租; 场租',
	equipment:
		'equipment; camera; lighting; gear; grip; lens; sound kit; insurance; drive; 器材; 设备; 摄影; 灯光; 镜头; 移动; 保险; 硬盘',
	art: 'art; prop; costume; wardrobe; make-up; makeup; dressing; 美术; 道具; 服装; 化妆; 服化道; 置景; 陈设',
	cast: 'cast; actor; talent; extras; background; casting; 演员; 主演; 群演; 特约; 选角',
	crew: 'crew; staff; labour; labor; wages; salaries; director; producer; 剧组; 人员; 劳务; 工资; 职员; 导演; 制片'
};

const BASIS: Readonly<Record<MoneyLine['basis'], string>> = {
	'person-day': 'per head; per person; head; a head; person day; 每人; 人天; 人/天; 每人每天; 人次',
	day: 'per day; day; daily; a day; a shoot day; per shoot day; 每天; 天; 日; 每日; 每个拍摄日; 拍摄日',
	fixed: 'fixed; flat; once; lump; package; total; allow; 一次性; 固定; 打包; 项; 总'
};

const bare = (text: string): string =>
	oneSpaced(
		foldWidth(text)
			.toLowerCase()
			.replace(/\(.*?\)/g, ' ')
			.replace(/[^\p{L}\p{N}/]+/gu, ' ')
	);

const BY_HEADING = new Map<string, LineColumn>(
	LINE_COLUMNS.flatMap((column) => HEADINGS[column].split('; ').map((word) => [bare(word), column] as const))
);

/** What a heading means; null where it isn't known. */
function lineColumnOf(heading: string): LineColumn | null {
	const whole = BY_HEADING.get(bare(heading));
	if (whole) return whole;
	const han = BY_HEADING.get(foldWidth(heading).replace(/[^\u3400-\u9fff]+/g, ''));
	return han ?? BY_HEADING.get(bare(heading.replace(/[\u3400-\u9fff]+/g, ' '))) ?? null;
}

export type LineMatching = {
	/** the row with the headings, counted from 0; null: none */
	readonly headerRow: number | null;
	readonly columns: readonly (LineColumn | null)[];
	readonly headings: readonly string[];
};

type ReadLine = {
	/** counted from 1 */
	readonly row: number;
	readonly name: string;
	readonly category: MoneyCategory;
	/** false: no word told what it is for, so it counts as contingency until somebody says */
	readonly isKnown: boolean;
	readonly basis: MoneyLine['basis'];
	readonly planned: Cents;
	readonly committed: Cents;
	readonly spent: Cents;
	readonly note: string;
};

/** A row or a cell that couldn't be read; sums a sheet adds up itself are left out and said. */
type LineTrouble = {
	readonly code: 'no-sum' | 'sum' | 'basis' | 'total' | 'too-many';
	readonly row: number;
	readonly value: string;
};

const LOOK_AT = 30;
const MOST = 1000;
const TOTALS =
	/^(?:sub ?total|grand total|total|sum|合计|总计|小计|共计|总额)\b|^(?:合计|总计|小计|共计|总额)/i;

/** Proposes what the columns mean, by the row among the first that names most of them. */
export function matchLineColumns(rows: readonly Row[]): LineMatching {
	let best = { row: -1, known: 0 };
	rows.slice(0, LOOK_AT).forEach((row, at) => {
		const known = new Set(row.map((cell) => lineColumnOf(textOf(cell))).filter((one) => one !== null)).size;
		if (known > best.known) best = { row: at, known };
	});
	const headerRow = best.known > 1 ? best.row : null;
	const width = Math.max(0, ...rows.slice(0, LOOK_AT + 1).map((row) => row.length));
	const headings = Array.from({ length: width }, (_, column) =>
		headerRow === null ? '' : textOf(rows[headerRow]?.[column])
	);
	const said = new Set<LineColumn>();
	const columns = headings.map((heading) => {
		const column = heading === '' ? null : lineColumnOf(heading);
		if (column === null || said.has(column)) return null;
		said.add(column);
		return column;
	});
	return { headerRow, columns: headerRow === null ? guessed(rows, width) : columns, headings };
}

/** Without headings: the first column of words is the name, the first of figures the amount. */
function guessed(rows: readonly Row[], width: number): (LineColumn | null)[] {
	const columns: (LineColumn | null)[] = Array.from({ length: width }, () => null);
	for (let column = 0; column < width; column++) {
		const cells = rows.map((row) => row[column]).filter((cell) => textOf(cell) !== '');
		if (cells.length === 0) continue;
		const figures = cells.filter((cell) => centsOf(cell, 'CNY') !== null).length;
		const kind = figures * 2 > cells.length ? 'planned' : 'name';
		if (!columns.includes(kind)) columns[column] = kind;
	}
	return columns;
}

/** A sum as a sheet has it, in the smallest unit; null for what is none, negative, or finer than its currency. */
export function centsOf(cell: Cell | undefined, currency: string): Cents | null {
	const units = unitsOf(currency);
	const value =
		typeof cell === 'number'
			? cell
			: Number(
					foldWidth(textOf(cell))
						.replace(/[\p{Sc}\s,'’]|[A-Za-z]{3}|元/gu, '')
						.replace(/^$/, 'none')
				);
	if (!Number.isFinite(value) || value < 0 || value > 1e9) return null;
	// A spreadsheet's own arithmetic leaves dust behind the last decimal.
	return Math.round(value * units);
}

/** Reads a budget's lines. A row without a name or a sum, such as a heading of a group, names the kind of those below. */
export function readLines(
	rows: readonly Row[],
	currency: string,
	matching: LineMatching = matchLineColumns(rows)
): { readonly lines: readonly ReadLine[]; readonly troubles: readonly LineTrouble[] } {
	const at = new Map<LineColumn, number>();
	matching.columns.forEach((column, n) => column !== null && !at.has(column) && at.set(column, n));
	const lines: ReadLine[] = [];
	const troubles: LineTrouble[] = [];
	let group: MoneyCategory | null = null;
	for (let n = matching.headerRow === null ? 0 : matching.headerRow + 1; n < rows.length; n++) {
		const row = rows[n] ?? [];
		const cell = (column: LineColumn): Cell | undefined => {
			const index = at.get(column);
			return index === undefined ? undefined : row[index];
		};
		const words = (column: LineColumn): string => oneSpaced(textOf(cell(column))).slice(0, 200);
		const told = words('category');
		const name = words('name') || told;
		const trouble = (code: LineTrouble['code'], value: string): void =>
			void troubles.push({ code, row: n + 1, value: value.slice(0, 40) });
		if (row.every((one) => textOf(one) === '')) continue;
		const sum = words('planned');
		if (TOTALS.test(name)) {
			trouble('total', name);
			continue;
		}
		if (sum === '') {
			const kind = kindOf(name);
			if (kind && words('committed') === '' && words('spent') === '') group = kind;
			else trouble('no-sum', name);
			continue;
		}
		const planned = centsOf(cell('planned'), currency);
		if (planned === null || name === '') {
			trouble('sum', planned === null ? sum : row.map(textOf).filter(Boolean).join(' · '));
			continue;
		}
		if (lines.length >= MOST) {
			trouble('too-many', name);
			break;
		}
		const unit = words('basis');
		const basis = unit === '' ? 'fixed' : basisOf(unit);
		if (basis === null) trouble('basis', unit);
		const also = (column: 'committed' | 'spent'): Cents => {
			if (words(column) === '') return 0;
			const cents = centsOf(cell(column), currency);
			if (cents === null) trouble('sum', words(column));
			return cents ?? 0;
		};
		const category = kindOf(told) ?? kindOf(name) ?? group;
		lines.push({
			row: n + 1,
			name,
			category: category ?? 'contingency',
			isKnown: category !== null,
			basis: basis ?? 'fixed',
			planned,
			committed: also('committed'),
			spent: also('spent'),
			note: words('note')
		});
	}
	return { lines, troubles };
}

function kindOf(text: string): MoneyCategory | null {
	const said = ` ${bare(text)} `;
	for (const [kind, words] of Object.entries(KINDS) as [MoneyCategory, string][])
		for (const word of words.split('; '))
			if (/[\u3400-\u9fff]/.test(word) ? said.includes(word) : said.includes(` ${bare(word)}`)) return kind;
	return null;
}

function basisOf(text: string): MoneyLine['basis'] | null {
	const said = bare(text);
	for (const [basis, words] of Object.entries(BASIS) as [MoneyLine['basis'], string][])
		if (words.split('; ').some((word) => bare(word) === said)) return basis;
	return null;
}
