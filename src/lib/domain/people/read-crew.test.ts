import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../calendar/day-key.ts';
import { dateCell, type Row } from '../cell.ts';
import { dayHoursOf, dayOf, departmentOf, yesOf } from './crew-values.ts';
import { matchCrewColumns, readCrewList } from './read-crew.ts';

const NEAR = day('2026-11-10');
const read = (rows: readonly Row[]) => readCrewList(rows, { near: NEAR });

describe('a crew list is read', () => {
	it('in English, with a title above, departments between, and a blank row', () => {
		const { people, troubles } = read([
			['HARBOUR REVENGE: CREW LIST'],
			['Position', 'Name', 'Mobile', 'Deal', 'Guaranteed hours', 'Start', 'End', 'Dietary'],
			['CAMERA'],
			[
				'Director of Photography',
				'Zhao Lei',
				'138 0000 0001',
				'Package',
				'12',
				'10 Nov',
				'20 Nov',
				'no pork'
			],
			['1st AC', 'Li Na', 13900000002, 'Day rate', '10:30', dateCell(day('2026-11-11')), null, ''],
			[],
			['LIGHTING'],
			['Gaffer', 'Wang Bo', null, 'weekly', 'long', 'soon', '', '']
		]);
		expect(people).toEqual([
			{
				row: 4,
				name: 'Zhao Lei',
				job: 'Director of Photography',
				department: 'camera',
				contractKind: 'package',
				contractMinutes: 720,
				contractFrom: '2026-11-10',
				contractTo: '2026-11-20',
				contact: { phone: '138 0000 0001', food: 'no pork' }
			},
			{
				row: 5,
				name: 'Li Na',
				job: '1st AC',
				department: 'camera',
				contractKind: 'day',
				contractMinutes: 630,
				contractFrom: '2026-11-11',
				contact: { phone: '13900000002' }
			},
			{ row: 8, name: 'Wang Bo', job: 'Gaffer', department: 'lighting', contact: {} }
		]);
		expect(troubles).toEqual([
			{ code: 'contract', row: 8, column: 'contract', value: 'weekly' },
			{ code: 'hours', row: 8, column: 'hours', value: 'long' },
			{ code: 'day', row: 8, column: 'from', value: 'soon' }
		]);
	});

	it('in Chinese', () => {
		const { people, troubles } = read([
			[
				'部门',
				'职务',
				'姓名',
				'手机号',
				'微信号',
				'合同类型',
				'约定工时',
				'进组日期',
				'离组日期',
				'未成年',
				'忌口',
				'紧急联系人',
				'紧急联系电话'
			],
			[
				'摄影组',
				'摄影指导',
				'赵磊',
				'13800000001',
				'zhaolei',
				'打包价',
				'12小时',
				'2026年11月10日',
				'11月20日',
				'否',
				'',
				'赵母',
				'13700000009'
			],
			['演员', '', '小雨', '', '', '日薪', '', '', '', '是', '花生过敏', '', '']
		]);
		expect(troubles).toEqual([]);
		expect(people).toEqual([
			{
				row: 2,
				name: '赵磊',
				job: '摄影指导',
				department: 'camera',
				contractKind: 'package',
				contractMinutes: 720,
				contractFrom: '2026-11-10',
				contractTo: '2026-11-20',
				minor: false,
				contact: {
					phone: '13800000001',
					chat: 'zhaolei',
					emergencyName: '赵母',
					emergencyPhone: '13700000009'
				}
			},
			{
				row: 3,
				name: '小雨',
				department: 'cast',
				contractKind: 'day',
				minor: true,
				contact: { food: '花生过敏' }
			}
		]);
	});

	it('headings in both languages at once, and names in two columns', () => {
		const { matching, people } = read([
			['First Name 名', 'Last Name 姓', 'Department 部门', '饰演 Character'],
			['Mei', 'Chen', '', 'Nurse Xu'],
			['丽', '王', '化妆', '']
		]);
		expect(matching.columns).toEqual(['first-name', 'last-name', 'department', 'character']);
		expect(people.map(({ name, department, character }) => [name, department, character])).toEqual([
			['Mei Chen', 'cast', 'Nurse Xu'],
			['王丽', 'make-up', undefined]
		]);
	});

	it('without headings: names, jobs and phone numbers are known by what they look like', () => {
		const { matching, people } = read([
			['Zhao Lei', 'Gaffer', '13800000001'],
			['Li Na', 'Boom operator', '+86 139 0000 0002']
		]);
		expect(matching).toMatchObject({ headerRow: null, columns: ['name', 'job', 'phone'] });
		expect(people.map(({ name, department, row }) => [row, name, department])).toEqual([
			[1, 'Zhao Lei', 'lighting'],
			[2, 'Li Na', 'sound']
		]);
	});

	it('a row without a name, and one that stands twice, are said with their numbers', () => {
		const { people, troubles } = read([
			['Name', 'Job', 'Phone'],
			['', 'Runner', '13800000003'],
			['Zhao Lei', 'Gaffer', '1380001'],
			['Name', 'Job', 'Phone'],
			['zhao lei', 'Gaffer', '1380001'],
			['Zhao Lei', 'Driver', '1390002']
		]);
		expect(people.map(({ row }) => row)).toEqual([3, 6]);
		expect(troubles).toEqual([
			{ code: 'no-name', row: 2, value: 'Runner · 13800000003' },
			{ code: 'twice', row: 5, value: 'zhao lei', first: 3 }
		]);
	});

	it('a matching corrected by a person is followed', () => {
		const rows: Row[] = [
			['Who', 'What'],
			['Gaffer', 'Zhao Lei']
		];
		const proposed = matchCrewColumns(rows);
		const { people } = readCrewList(rows, {
			near: NEAR,
			matching: { ...proposed, headerRow: 0, columns: ['job', 'name'] }
		});
		expect(people).toMatchObject([{ row: 2, name: 'Zhao Lei', job: 'Gaffer' }]);
	});

	it('more people than any crew has are cut, and said', () => {
		const rows: Row[] = [
			['Name', 'Job'],
			...Array.from({ length: 2500 }, (_, n) => [`Person ${n}`, 'Extra'])
		];
		const { people, troubles } = read(rows);
		expect(people).toHaveLength(2000);
		expect(troubles).toEqual([{ code: 'too-many', row: 2002 }]);
	});

	it('any cells at all are read without an error, and every row at most once', () => {
		const cell = fc.oneof(
			fc.string(),
			fc.double(),
			fc.boolean(),
			fc.constant(null),
			fc.constantFrom('Name', '姓名', 'Job', '部门', '2026-11-12', '12:30', 'CAMERA')
		);
		fc.assert(
			fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 30 }), (rows) => {
				const { people } = read(rows);
				expect(new Set(people.map(({ row }) => row)).size).toBe(people.length);
				for (const { row, name } of people) {
					expect(row).toBeLessThanOrEqual(rows.length);
					expect(name).not.toBe('');
				}
			})
		);
	});
});

describe('single cells', () => {
	it.each([
		['2026-11-12', '2026-11-12'],
		['2026/11/12', '2026-11-12'],
		['2026年11月12日', '2026-11-12'],
		['12 Nov', '2026-11-12'],
		['12 November 2026', '2026-11-12'],
		['Thu, 12 Nov', '2026-11-12'],
		['Nov 12', '2026-11-12'],
		['12/11/2026', '2026-11-12'],
		['11/25/2026', '2026-11-25'],
		['11月12日', '2026-11-12'],
		['1月8日', '2027-01-08'],
		['11-12', '2026-11-12'],
		[46338, '2026-11-12']
	] as const)('%s is a day', (cell, expected) => {
		expect(dayOf(cell, NEAR)).toBe(expected);
	});

	it.each(['', 'soon', '31 Feb 2026', '2026-13-01', 12, '99'])('%s is no day', (cell) => {
		expect(dayOf(cell, NEAR)).toBeNull();
	});

	it.each([
		['10', 600],
		[12, 720],
		['10.5', 630],
		['10 h', 600],
		['10:30', 630],
		['12小时/天', 720],
		['25', null],
		['0', null],
		['long', null]
	] as const)('%s hours a day', (cell, minutes) => {
		expect(dayHoursOf(cell)).toBe(minutes);
	});

	it.each([
		['Camera Dept', 'camera'],
		['灯光师', 'lighting'],
		['Art Director', 'art'],
		['Assistant Director', 'direction'],
		['1st AC', 'camera'],
		['Prop Master', 'art'],
		['副导演', 'direction'],
		['Wizard', null]
	])('%s belongs to %s', (text, department) => {
		expect(departmentOf(text)).toBe(department);
	});

	it('an age answers whether somebody is a minor', () => {
		expect(['17', '18', '12岁', 'yes', '否', 'perhaps', ''].map((cell) => yesOf(cell))).toEqual([
			true,
			false,
			true,
			true,
			false,
			null,
			false
		]);
	});
});
