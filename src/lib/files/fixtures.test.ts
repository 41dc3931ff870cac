/** Files as crews send them, from bytes to scenes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCastList, readSheet, type ReadSheet } from '#lib/domain/scripts/index.ts';
import { readTables } from './read-tables.ts';

const FOLDER = join(import.meta.dirname, '../../../tests/fixtures/sheets');
function read(name: string): ReadSheet {
	const tables = readTables(new Uint8Array(readFileSync(join(FOLDER, name))), name);
	if (!tables.ok) throw new Error(tables.reason);
	const [main, cast] = tables.tables;
	return readSheet(main?.rows ?? [], undefined, cast ? readCastList(cast.rows) : undefined);
}
const repaired = ({ warnings }: ReadSheet) =>
	warnings
		.filter(({ code }) => code === 'cell-repaired')
		.map(({ data }) => `${data?.cell} ${data?.shown} ${data?.read}`);

test('a breakdown saved by Excel: dates are what was typed, the merged episode holds, the second sheet names the cast', () => {
	const sheet = read('saved-by-excel.xlsx');
	expect(sheet.scenes).toMatchObject([
		{
			...{ number: '1-1', episode: 1, intExt: 'int', time: 'day', set: 'TEA HOUSE', eighths: 1, line: 5 },
			cast: ['LIN WAN', 'CHEN MO']
		},
		{ ...{ number: '1-2', episode: 1, eighths: 11 }, cast: ['LIN WAN', 'CHEN MO', 'MRS. CHEN'] },
		{ ...{ number: '3-1', episode: 3, intExt: 'ext', time: 'night', eighths: 3 }, cast: ['CHEN MO'] },
		{ ...{ number: '3-2', intExt: 'int-ext', time: 'dusk', eighths: 4 }, cast: ['LIN WAN', '#4'] }
	]);
	expect(repaired(sheet)).toEqual(['F5 8-Jan 1/8', 'B6 2-Jan 1-2', 'B7 1-Mar 3-1', 'F7 8-Mar 3/8']);
	expect(sheet.days.map(({ date }) => date)).toEqual(['2026-11-10', '2026-11-11']);
	expect(sheet.scenes.map(({ strips }) => strips?.[0]?.day?.date ?? null)).toEqual([
		...['2026-11-10', '2026-11-10', '2026-11-11'],
		null
	]);
	expect(sheet.skipped).toMatchObject([{ why: 'total' }]);
});

test('a Chinese master schedule: days written once, light in one column, sets of two', () => {
	const sheet = read('da-ji-hua.xlsx');
	expect(
		sheet.scenes.map(({ number, set, intExt, time, eighths, strips }) => [
			number,
			set,
			intExt,
			time,
			eighths,
			strips?.[0]?.day?.number
		])
	).toEqual([
		['1-1', '陈家别墅·客厅', 'int', 'day', 11, 1],
		['1-2', '陈家别墅·花园', 'ext', 'night', 5, 1],
		['2-1', '环路', 'ext', 'dusk', 3, 1],
		['2-2', '车里', 'int', 'day', 1, 1],
		['3-1', '医院·走廊', 'int', 'night', 7, 2],
		['3-2', '医院·走廊', 'int', 'night', 2, 2],
		['4-1', '码头', 'ext', 'day', 2, 2]
	]);
	expect(sheet.cast.map(({ name, scenes }) => [name, scenes])).toEqual([
		['林晚', 5],
		['陈默', 4],
		['护士', 1]
	]);
	expect(sheet.skipped.map(({ why }) => why)).toEqual(['banner', 'total']);
});

describe('a CSV', () => {
	test('of Chinese Excel in GB18030, where 1-1 and 1/8 became dates', () => {
		const sheet = read('chinese-excel.gb18030.csv');
		expect(sheet.scenes.map(({ number, eighths, cast }) => [number, eighths, cast])).toEqual([
			['1-1', 1, ['林晚', '陈默']],
			['1-2', 3, ['林晚']],
			['2-1', 4, ['陈默']]
		]);
		expect(repaired(sheet)).toEqual([
			'B2 1月1日 1-1',
			'F2 1月8日 1/8',
			'B3 1月2日 1-2',
			'F3 3月8日 3/8',
			'B4 2月1日 2-1'
		]);
	});
	test('of German Excel: semicolons, decimal commas', () => {
		expect(read('german-excel.csv').scenes.map(({ set, eighths }) => [set, eighths])).toEqual([
			['Villa; Garten', 11],
			['Straße', 1]
		]);
	});
	test('of an American breakdown tool', () => {
		expect(read('studiobinder.csv').scenes).toMatchObject([
			{ number: '12', set: 'VILLA - KITCHEN', synopsis: 'She says "no".', eighths: 1, minutes: 45 },
			{
				number: '12A',
				intExt: 'ext',
				time: 'night',
				synopsis: 'Two lines\nof text',
				eighths: 11,
				minutes: 90
			}
		]);
	});
	test('of a stripboard with its day breaks', () => {
		expect(read('movie-magic.csv').days).toMatchObject([
			{ number: 1, date: '2026-11-10' },
			{ number: 2, date: '2026-11-11' }
		]);
	});
});

test.each(['ours.xlsx', 'ours.csv'])('%s of our own comes in without the marks it went out with', (name) => {
	expect(read(name).scenes.map(({ number, eighths, synopsis }) => [number, eighths, synopsis])).toEqual([
		['3-1', 1, '=HYPERLINK("http://x")'],
		['3-2', 11, '-2 degrees']
	]);
});
