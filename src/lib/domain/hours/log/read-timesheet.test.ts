import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../calendar/day-key.ts';
import { dateCell, type Cell, type DateCell, type Row } from '../../cell.ts';
import { readTimesheet } from './read-timesheet.ts';
import type { ReadTimesheet, SheetLine, TimesheetContext } from './timesheet-types.ts';
import { timesheetColumnOf } from './timesheet-columns.ts';
import { spanOf, timeOf } from './timesheet-times.ts';

const NEAR = day('2026-11-12');
const read = (rows: readonly Row[], more: Partial<TimesheetContext> = {}): ReadTimesheet =>
	readTimesheet(rows, { near: NEAR, ...more });
/** A line in one row of text: who, when, from–to, meals. */
const told = ({ name, said }: SheetLine): string =>
	[
		name,
		said.date,
		`${said.start ?? '?'}–${said.end ?? '?'}`,
		...said.breaks.map((one) => `${one.start}–${one.end}`)
	].join(' ');
const clockCell = (minutes: number, on: string | null = null): DateCell => ({
	kind: 'date',
	day: on === null ? null : day(on),
	minutes,
	shown: 'shown'
});
const HEAD = ['Name', 'Date', 'In', 'Meal out', 'Meal in', 'Out', 'Total'];

describe('what a heading means', () => {
	test.each([
		['姓名', 'name'],
		['日期', 'date'],
		['上班', 'in'],
		['上班时间', 'in'],
		['下班', 'out'],
		['收工', 'wrap'],
		['放饭开始', 'meal-from'],
		['放饭结束', 'meal-to'],
		['第二餐开始', 'meal2-from'],
		['工时', 'total'],
		['备注', 'notes'],
		['Time In', 'in'],
		['1st meal out', 'meal-from'],
		['2nd Meal In', 'meal2-to'],
		['Lunch start', 'meal-from'],
		['Wrap (camera)', 'wrap'],
		['ＯＵＴ', 'out'],
		['In 上班', 'in'],
		['Total hrs', null],
		['上班1打卡时间', 'in'],
		['下班1打卡时间', 'out'],
		['Rate', null]
	] as const)('%s', (heading, column) => expect(timesheetColumnOf(heading)).toBe(column));
});

describe('what a cell says of a time', () => {
	test.each([
		['7:00', 420],
		['07:00:00', 420],
		['25:30', 1530],
		['0730', 450],
		['7.30', 450],
		['１９：３０', 1170],
		['7:30 AM', 450],
		['7:30pm', 1170],
		['7:30 p.m.', 1170],
		['晚8点', 1200],
		['12:15 am', 15],
		['12:15 p.m.', 735],
		['7p', 1140],
		['下午7点半', 1170],
		['凌晨1:30', 90],
		['晚上12点', 1440],
		['次日1:30', 1530],
		['1:30 (+1)', 1530],
		['19时05分', 1145],
		['19h30', 1170],
		['noon', 720],
		[7, 420],
		[7.5, 450],
		[730, 450],
		[1930, 1170],
		[2530, 1530],
		[0.3125, 450],
		[1.0625, 1530],
		[clockCell(450), 450],
		[clockCell(90, '1899-12-31'), 1530],
		['7:75', null],
		['later', null],
		['13:00 am', null],
		['', null],
		[-1, null],
		[9999, null],
		[true, null]
	] as readonly (readonly [Cell, number | null])[])('%j is %j', (cell, at) =>
		expect(timeOf(cell)?.at ?? null).toBe(at)
	);

	test('two times in one cell are a span, past midnight too', () => {
		expect(spanOf('09:00-18:30')).toMatchObject({ from: { at: 540 }, to: { at: 1110 } });
		expect(spanOf('7点～次日1点半')).toMatchObject({ from: { at: 420 }, to: { at: 1530 } });
		expect(spanOf('9 am to 6 pm')).toMatchObject({ from: { at: 540 }, to: { at: 1080 } });
		expect(spanOf('08:55\n18:30')).toMatchObject({ from: { at: 535 }, to: { at: 1110 } });
		expect(spanOf('-')).toBeNull();
	});
});

describe('a row a person and day', () => {
	test('in, meal and out are read, and a total that agrees says nothing', () => {
		const { lines, troubles } = read([
			HEAD,
			['Zhao Lei', '2026-11-12', '7:00', '12:00', '12:40', '25:30', 17.83],
			['Li Min', '12 Nov', '8:30 AM', '', '', '7:00 PM', '10:30']
		]);
		expect(lines.map(told)).toEqual([
			'Zhao Lei 2026-11-12 07:00–25:30 12:00–12:40',
			'Li Min 2026-11-12 08:30–19:00'
		]);
		expect(troubles).toEqual([]);
		expect(lines[0]?.remarks).toEqual([]);
	});

	test('a wrap after midnight is the next day’s, whether written 1:30, 25:30 or as a date with a time', () => {
		const { lines } = read([
			HEAD,
			['A', '2026-11-12', '18:00', '23:30', '0:10', '1:30', ''],
			['B', '2026-11-12', '18:00', '', '', '25:30', ''],
			['C', '2026-11-12', '18:00', '', '', clockCell(90, '2026-11-13'), ''],
			['D', '2026-11-12', '18:00', '', '', '2026-11-13 01:30', '']
		]);
		expect(lines.map(({ said }) => said.end)).toEqual(['25:30', '25:30', '25:30', '25:30']);
		expect(lines[0]?.said.breaks).toMatchObject([{ start: '23:30', end: '24:10' }]);
	});

	test('numbers a sheet made of times are read and said', () => {
		const { lines } = read([
			HEAD,
			['A', '2026-11-12', 7.5, '', '', 1930, ''],
			['B', '2026-11-12', 0.3125, '', '', 0.8125, '']
		]);
		expect(lines.map(told)).toEqual(['A 2026-11-12 07:30–19:30', 'B 2026-11-12 07:30–19:30']);
		expect(lines.map(({ remarks }) => remarks.map(({ code, column, as }) => [code, column, as]))).toEqual([
			[
				['decimal', 2, '07:30'],
				['digits', 5, '19:30']
			],
			[
				['fraction', 2, '07:30'],
				['fraction', 5, '19:30']
			]
		]);
	});

	test('a total that disagrees with in and out is said with both figures', () => {
		const [line] = read([HEAD, ['A', '2026-11-12', '7:00', '12:00', '13:00', '19:00', 12]]).lines;
		expect(line?.total).toEqual({ said: 720, reckoned: 660 });
		expect(line?.remarks).toMatchObject([{ code: 'total', column: 6, as: '11:00' }]);
	});

	test('a total as a sheet’s length, hours in words or a day’s part agrees as well', () => {
		for (const total of [clockCell(630), '10小时30分', 0.4375, '10.5h', '630 min'])
			expect(read([HEAD, ['A', '2026-11-12', '7:00', '', '', '17:30', total]]).lines[0]?.remarks).toEqual([]);
	});

	test('the value of a formula is taken and said; one without a value is named', () => {
		const { lines, troubles } = read(
			[
				HEAD,
				['A', '2026-11-12', '7:00', '', '', clockCell(1140), ''],
				['B', '2026-11-12', '=C2+1', '', '', '19:00', '']
			],
			{ formulaAt: (row, column) => (row === 2 && column === 6 ? 'C2+12/24' : null) }
		);
		expect(lines.map(({ remarks }) => remarks.map(({ code, as }) => `${code} ${as}`))).toEqual([
			['formula 19:00']
		]);
		expect(troubles).toMatchObject([{ code: 'formula', row: 3, column: 2, value: '=C2+1', taken: false }]);
	});

	test('a missing end, a zero length and more than a day are taken as they stand, and said', () => {
		const { lines } = read([
			HEAD,
			['A', '2026-11-12', '7:00', '', '', '', ''],
			['B', '2026-11-12', '7:00', '', '', '7:00', ''],
			['C', '2026-11-12', '7:00', '', '', '33:00', '']
		]);
		expect(lines.map(({ said, remarks }) => [said.end, remarks[0]?.code])).toEqual([
			[null, 'no-end'],
			['07:00', 'zero'],
			['33:00', 'over-24h']
		]);
	});

	test('a meal outside the shift stays as written; one without its end, or without times, is kept in the note', () => {
		const { lines } = read([
			['Name', 'Date', 'In', 'Meal out', 'Meal in', 'Out', 'Break'],
			['A', '2026-11-12', '12:00', '11:00', '11:40', '19:00', ''],
			['B', '2026-11-12', '7:00', '12:00', '', '19:00', ''],
			['C', '2026-11-12', '7:00', '', '', '19:00', '45 min']
		]);
		expect(lines.map(({ remarks }) => remarks.map(({ code }) => code))).toEqual([
			['meal-outside'],
			['meal-no-end'],
			['break-no-time']
		]);
		expect(lines[0]?.said.breaks).toMatchObject([{ start: '11:00', end: '11:40' }]);
		expect(lines.slice(1).map(({ said }) => said.breaks)).toEqual([[], []]);
		expect(lines[1]?.said.note).toBe('Meal out: 12:00');
		expect(lines[2]?.said.note).toBe('Break: 45 min');
	});

	test('what can’t be read is named by row and column, and nothing of it is made up', () => {
		const { lines, troubles } = read([
			HEAD,
			['A', '2026-11-12', 'early', '', '', '19:00', ''],
			['B', '2026-11-12', '7:00', '', '', 'late', ''],
			['C', '31 Nov', '7:00', '', '', '19:00', ''],
			['', '2026-11-12', '7:00', '', '', '19:00', ''],
			['E', '2026-11-12', '', '', '', '19:00', ''],
			['F', '2026-11-12', '', '', '', '', 10],
			['G', '2026-11-12', '#REF!', '', '', '19:00', '']
		]);
		expect(lines.map(told)).toEqual(['B 2026-11-12 07:00–?']);
		expect(troubles.map(({ code, row, column, taken }) => [code, row, column, taken])).toEqual([
			['time', 2, 2, false],
			['time', 3, 5, true],
			['date', 4, 1, false],
			['no-name', 5, 0, false],
			['no-start', 6, 2, false],
			['no-times', 7, 6, false],
			['error', 8, 2, false]
		]);
	});

	test('days off and sick are entries of their own, also where the word stands in the place of a time', () => {
		const { lines } = read([
			['姓名', '日期', '上班', '收工', '出勤', '备注'],
			['赵磊', '2026-11-12', '', '', '休息', ''],
			['李敏', '2026-11-12', 'OFF', '', '', ''],
			['王芳', '2026-11-12', '', '', '', '病假']
		]);
		expect(lines.map(({ said }) => [said.type, said.start])).toEqual([
			['off', null],
			['off', null],
			['sick', null]
		]);
	});

	test('travel with its times is an entry beside, without them it is said and noted', () => {
		const { lines } = read([
			['Name', 'Date', 'In', 'Out', 'Travel from', 'Travel to', 'Travel'],
			['A', '2026-11-12', '8:00', '19:00', '6:30', '7:45', ''],
			['B', '2026-11-12', '8:00', '19:00', '', '', '1.5 h']
		]);
		expect(lines.map(({ said }) => `${said.type} ${said.start}–${said.end} ${said.note}`)).toEqual([
			'work 08:00–19:00 ',
			'travel 06:30–07:45 ',
			'work 08:00–19:00 Travel: 1.5 h'
		]);
		expect(lines[2]?.remarks).toMatchObject([{ code: 'travel-no-time' }]);
	});

	test('rows of totals, headings that come again and empty rows are no hours', () => {
		const { lines, troubles, totalsRows } = read([
			HEAD,
			['A', '2026-11-12', '7:00', '', '', '19:00', 12],
			['Subtotal', '', '', '', '', '', 12],
			HEAD,
			['B', '2026-11-12', '7:00', '', '', '19:00', 12],
			[null, null, null],
			['合计', '', '', '', '', '', 24]
		]);
		expect(lines.map(({ name }) => name)).toEqual(['A', 'B']);
		expect([troubles, totalsRows]).toEqual([[], 2]);
	});

	test('the same line twice is read once and said; two stretches of a day are two', () => {
		const { lines, troubles } = read([
			HEAD,
			['A', '2026-11-12', '7:00', '', '', '11:00', ''],
			['A', '2026-11-12', '15:00', '', '', '19:00', ''],
			['a', '12.11.2026', '7:00', '', '', '11:00', '']
		]);
		expect(lines).toHaveLength(2);
		expect(troubles).toMatchObject([{ code: 'twice', row: 4, first: 2 }]);
	});
});

describe('dates', () => {
	const onDates = (dates: readonly Cell[]): ReadTimesheet =>
		read([HEAD, ...dates.map((one): Row => ['A', one, '7:00', '', '', '19:00', ''])]);
	const days = (dates: readonly Cell[]): string[] => onDates(dates).lines.map(({ said }) => said.date);

	test('are read in the ways crews write them', () => {
		expect(
			days([
				dateCell(day('2026-11-01')),
				46328,
				'2026.11.3',
				'2026年11月4日 周三',
				'11月5日',
				'Fri 6 Nov',
				'Nov 7, 2026',
				'8-Nov-26',
				'20261109',
				'２０２６－１１－１０'
			])
		).toEqual(Array.from({ length: 10 }, (_, n) => `2026-11-${String(n + 1).padStart(2, '0')}`));
	});

	test('a 13 in the column says whether the day or the month comes first', () => {
		expect(days(['10/11/2026', '13/11/2026'])).toEqual(['2026-11-10', '2026-11-13']);
		expect(days(['11/10/2026', '11/13/2026'])).toEqual(['2026-11-10', '2026-11-13']);
	});

	test('where nothing says it the shoot does, and that it was a guess is said', () => {
		const { lines, matching } = onDates(['11/10', '11/11', '11/12']);
		expect(lines.map(({ said }) => said.date)).toEqual(['2026-11-10', '2026-11-11', '2026-11-12']);
		expect(matching.orderSure).toBe(false);
		expect(lines[0]?.remarks).toMatchObject([{ code: 'order', as: '2026-11-10' }]);
	});

	test('shoot days are the board’s', () => {
		const { lines } = read(
			[HEAD, ['A', 'D2', '7:00', '', '', '19:00', ''], ['A', '第1天', '7:00', '', '', '19:00', '']],
			{ shootDays: [day('2026-11-10'), day('2026-11-11')] }
		);
		expect(lines.map(({ said }) => said.date)).toEqual(['2026-11-11', '2026-11-10']);
	});
});

describe('sheets of other shapes', () => {
	test('Chinese headings with full-width times', () => {
		const { lines } = read([
			['摄影组考勤表 11月'],
			['姓名', '部门', '日期', '上班', '放饭开始', '放饭结束', '收工', '合计', '备注'],
			['赵磊', '摄影组', '11月12日', '０７：００', '12:00', '12:40', '次日1:30', '17小时50分', '转场']
		]);
		expect(lines.map(told)).toEqual(['赵磊 2026-11-12 07:00–25:30 12:00–12:40']);
		expect(lines[0]).toMatchObject({ department: 'camera', said: { note: '转场' } });
	});

	test('a block a person, under the name', () => {
		const { lines } = read([
			['Time sheets week 46'],
			['Name:', 'Zhao Lei', 'Department:', 'Camera'],
			['Date', 'In', 'Out'],
			['2026-11-11', '7:00', '19:00'],
			['2026-11-12', '7:30', '20:00'],
			['Total', '', '', 24.5],
			[],
			['Name: Li Min'],
			['Date', 'In', 'Out'],
			['2026-11-12', '8:00', '18:00'],
			['Wang Fang'],
			['2026-11-12', '9:00', '18:00']
		]);
		expect(lines.map(told)).toEqual([
			'Zhao Lei 2026-11-11 07:00–19:00',
			'Zhao Lei 2026-11-12 07:30–20:00',
			'Li Min 2026-11-12 08:00–18:00',
			'Wang Fang 2026-11-12 09:00–18:00'
		]);
		expect(lines[0]?.department).toBe('camera');
	});

	test('a name once for its days is carried down and said; where every row has one a gap is a trouble', () => {
		const sparse = read([
			HEAD,
			['A', '2026-11-10', '7:00', '', '', '19:00', ''],
			['', '2026-11-11', '7:00', '', '', '19:00', ''],
			['', '2026-11-12', '7:00', '', '', '19:00', '']
		]);
		expect(sparse.lines.map(({ name }) => name)).toEqual(['A', 'A', 'A']);
		expect(sparse.lines[1]?.remarks).toMatchObject([{ code: 'name-above', as: 'A' }]);
		const full = read([
			HEAD,
			['A', '2026-11-10', '7:00', '', '', '19:00', ''],
			['B', '2026-11-10', '7:00', '', '', '19:00', ''],
			['', '2026-11-10', '7:00', '', '', '19:00', '']
		]);
		expect(full.troubles).toMatchObject([{ code: 'no-name', row: 4 }]);
	});

	test('a day as the heading of its people', () => {
		const { lines } = read([
			['Name', 'In', 'Out'],
			['2026-11-11'],
			['A', '7:00', '19:00'],
			['2026-11-12 周四'],
			['A', '7:30', '19:00']
		]);
		expect(lines.map(told)).toEqual(['A 2026-11-11 07:00–19:00', 'A 2026-11-12 07:30–19:00']);
	});

	test('headings in two rows, the upper over several columns', () => {
		const { lines } = read([
			['Name', 'Date', 'In', 'Meal 1', null, 'Meal 2', null, 'Wrap', 'Total'],
			['Name', 'Date', 'In', 'Out', 'In', 'Out', 'In', 'Wrap', 'Total'],
			['A', '2026-11-12', '7:00', '12:00', '12:40', '18:00', '18:30', '22:00', '13:50']
		]);
		expect(lines.map(told)).toEqual(['A 2026-11-12 07:00–22:00 12:00–12:40 18:00–18:30']);
		expect(lines[0]?.remarks).toEqual([]);
	});

	test('in and out in one cell, and a sheet a person', () => {
		const { lines } = read(
			[
				['日期', '工作时间'],
				['11月12日', '7:00-19:00']
			],
			{ sheetName: '赵磊' }
		);
		expect(lines.map(told)).toEqual(['赵磊 2026-11-12 07:00–19:00']);
	});

	test('no headings at all', () => {
		const { lines } = read([
			['Zhao Lei', '2026-11-12', '7:00', '19:00'],
			['Li Min', '2026-11-12', '8:00', '19:00']
		]);
		expect(lines.map(told)).toEqual(['Zhao Lei 2026-11-12 07:00–19:00', 'Li Min 2026-11-12 08:00–19:00']);
	});

	describe('days side by side', () => {
		test('a row a person, in and out in each cell, words for days off, and lengths alone named', () => {
			const { lines, troubles } = read([
				['摄影组考勤表 2026年11月'],
				['姓名', '部门', 1, 2, 3, 4, 5, '合计'],
				['赵磊', '摄影组', '7:00-19:00', '7:30-次日1:30', '休', '', 10, 40],
				['李敏', '摄影组', '9:00-18:00', '-', '-', '', '', 9]
			]);
			expect(lines.map(told)).toEqual([
				'赵磊 2026-11-01 07:00–19:00',
				'赵磊 2026-11-02 07:30–25:30',
				'赵磊 2026-11-03 ?–?',
				'李敏 2026-11-01 09:00–18:00'
			]);
			expect(lines[2]?.said.type).toBe('off');
			expect(lines.map(({ row }) => row)).toEqual([3, 3, 3, 4]);
			expect(troubles).toMatchObject([{ code: 'no-times', row: 3, column: 6, value: '10' }]);
		});

		test('two rows a person, one for in and one for out, the name merged down', () => {
			const dates = ['12 Nov', '13 Nov', '14 Nov', '15 Nov', '16 Nov'];
			const { lines } = read([
				['Name', '', ...dates],
				['Zhao Lei', 'In', '7:00', '7:30', '', 'OFF', '8:00'],
				['Zhao Lei', 'Out', '19:00', clockCell(90, '1899-12-31'), '', '', ''],
				['Li Min', 'In', '9:00'],
				['', 'Out', '18:00']
			]);
			expect(lines.map(told)).toEqual([
				'Zhao Lei 2026-11-12 07:00–19:00',
				'Zhao Lei 2026-11-13 07:30–25:30',
				'Zhao Lei 2026-11-15 ?–?',
				'Zhao Lei 2026-11-16 08:00–?',
				'Li Min 2026-11-12 09:00–18:00'
			]);
		});
	});

	test('weekdays beside the dates are no dates', () => {
		const { lines } = read([
			['Day', 'Date', 'Name', 'In', 'Out'],
			['Thu', '12/11/2026', 'A', '7:00', '19:00'],
			['Fri', '13/11/2026', 'A', '7:00', '19:00']
		]);
		expect(lines.map(({ said }) => said.date)).toEqual(['2026-11-12', '2026-11-13']);
	});

	test('call and camera wrap stand in for in and out; where both are there the person’s own are taken', () => {
		const { lines } = read([
			['Name', 'Date', 'Call', 'In', 'Wrap', 'Out'],
			['A', '2026-11-12', '7:00', '', '19:00', ''],
			['B', '2026-11-12', '7:00', '6:45', '19:00', '19:40']
		]);
		expect(lines.map(told)).toEqual(['A 2026-11-12 07:00–19:00', 'B 2026-11-12 06:45–19:40']);
		expect(lines[1]?.remarks.map(({ code }) => code)).toEqual(['two-starts', 'two-ends']);
	});
});

describe('whatever is in it', () => {
	const cell = fc.oneof(
		fc.constantFrom<Cell>(
			null,
			'',
			'-',
			'=A1',
			'#REF!',
			'Total',
			'合计',
			'Name',
			'姓名',
			'Date',
			'In',
			'上班',
			'收工',
			'OFF',
			true,
			1e308,
			-1,
			NaN,
			Infinity
		),
		fc.constantFrom<Cell>(
			'7:00',
			'25:30',
			'7.5',
			7.5,
			0.31,
			1930,
			'12/11',
			'11月12日',
			'2026-11-12',
			46338,
			'次日1:30',
			'9-18',
			'D3',
			'10 h'
		),
		fc.string({ unit: 'grapheme', maxLength: 12 }),
		fc.double(),
		fc.record({
			kind: fc.constant('date' as const),
			day: fc.constantFrom(null, day('2026-11-12'), day('1899-12-31'), day('9999-12-31')),
			minutes: fc.integer({ min: -10, max: 2000 }),
			shown: fc.string({ maxLength: 8 })
		})
	);
	const rows = fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 14 });

	test('reading never throws, every line has a person and a day, and no row is both taken and refused', () => {
		fc.assert(
			fc.property(rows, fc.boolean(), (some, headed) => {
				const { lines, troubles } = read(headed ? [HEAD, ...some] : some);
				for (const { name, said, row } of lines) {
					expect(name).not.toBe('');
					expect(said.date).toMatch(/^\d{4}-\d\d-\d\d$/);
					if (said.start !== null) expect(said.start).toMatch(/^\d\d:\d\d$/);
					if (said.end !== null) expect(said.end).toMatch(/^\d\d:\d\d$/);
					expect(troubles.some((one) => one.row === row && !one.taken && one.code !== 'twice')).toBe(false);
				}
			}),
			{ numRuns: Number(process.env.FUZZ ?? 3000) }
		);
	}, 120_000);
});
