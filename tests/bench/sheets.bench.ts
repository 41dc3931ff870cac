import { readSheet } from '../../src/lib/domain/scripts/index.ts';
import { readTables, writeCsv, writeXlsx } from '../../src/lib/files/index.ts';

type Figure = { name: string; value: number; unit: string; note?: string };

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const HEADINGS =
	'集数,场次,日夜,内外,场景,拍摄地,情节,演员,群演,道具,服装,页数,预计时长,拍摄日,顺序,状态,备注'.split(',');

/** A schedule of so many scenes, seventeen columns: the same every time. */
const rowsOf = (scenes: number): (string | number | null)[][] => [
	['《替身新娘》大计划'],
	HEADINGS,
	...Array.from({ length: scenes }, (_, i) => [
		...[
			Math.floor(i / 4) + 1,
			`${Math.floor(i / 4) + 1}-${(i % 4) + 1}`,
			at(['日', '夜', '晨'], i),
			at(['内', '外'], i)
		],
		...[
			`别墅·${at(['客厅', '花园', '车库'], i)}`,
			'云城影视基地',
			'大雨落在铁皮屋顶上，没有人动。',
			'林晚、陈默、护士'
		],
		...[at(['宾客20人', null], i), '账本；茶壶', null, at(['1 3/8', '3/8', '1/8'], i), 20 + (i % 40)],
		...[Math.floor(i / 30) + 1, (i % 30) + 1, at(['未拍', '拍完'], i), null]
	])
];

/** The middle of seven runs, after two to warm up, in milliseconds. */
function time(run: () => number, expected: number): number {
	const runs: number[] = [];
	for (let i = 0; i < 9; i++) {
		const before = performance.now();
		const found = run();
		if (found !== expected) throw new Error(`${found} of ${expected}`);
		if (i > 1) runs.push(performance.now() - before);
	}
	return runs.sort((a, b) => a - b)[3] as number;
}

function scenesIn(bytes: Uint8Array): number {
	const read = readTables(bytes, 'bench');
	return read.ok ? readSheet(read.tables[0]?.rows ?? []).scenes.length : -1;
}

/** Sheets: 5,000 rows of seventeen columns from bytes to scenes, and out again; and how that grows. */
export async function bench(): Promise<Figure[]> {
	const figures: Figure[] = [];
	const [small, large] = [rowsOf(1000), rowsOf(5000)] as const;
	for (const [name, write] of [
		['XLSX', (rows: typeof large) => writeXlsx([{ name: 'A', widths: [], rows }])],
		['CSV', (rows: typeof large) => writeCsv(rows)]
	] as const) {
		const bytes = write(large);
		const five = time(() => scenesIn(bytes), 5000);
		const few = write(small);
		const one = time(() => scenesIn(few), 1000);
		const size = `${Math.round(bytes.length / 1000)} KB`;
		figures.push({ name: `${name} in, 5,000 rows to scenes`, value: five, unit: 'ms', note: size });
		figures.push({ name: `${name} in, growth at 5×`, value: five / one, unit: '×', note: 'linear is 5' });
		figures.push({
			name: `${name} out, 5,000 rows`,
			value: time(() => write(large).length, bytes.length),
			unit: 'ms'
		});
	}
	return figures;
}
