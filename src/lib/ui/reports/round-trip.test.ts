/** What goes out as a sheet comes in again equal: the reader knows our columns and words in both languages. */
import { describe, expect, test } from 'vitest';
import { day } from '#lib/domain/calendar/day-key.ts';
import { demoPlan } from '#lib/demo/index.ts';
import type { ReportTable } from '#lib/domain/reports/index.ts';
import { breakdownTable, castTable, scheduleTable } from '#lib/domain/reports/index.ts';
import type { Plan } from '#lib/domain/schedule/plan.ts';
import { columnsOf, dayNumbers } from '#lib/domain/schedule/columns.ts';
import { elementRecord, stripRecord, type Scene, type Strip } from '#lib/domain/schedule/records.ts';
import { newRow } from '#lib/domain/schedule/new-rows.ts';
import {
	matchColumns,
	readCastList,
	readSheet,
	SHEET_COLUMNS,
	type ReadSheet
} from '#lib/domain/scripts/index.ts';
import type { ElementId, StripId } from '#lib/domain/ids.ts';
import { readTables, writeCsv, writeXlsx } from '#lib/files/index.ts';
import { sheet as en } from '../text/en/sheet.ts';
import { sheet as zhHans } from '../text/zh-Hans/sheet.ts';
import { cellsOf } from './cells.ts';

const LANGUAGES = { en, 'zh-Hans': zhHans } as const;
const FORMATS = ['csv', 'xlsx'] as const;
const cases = Object.keys(LANGUAGES).flatMap((language) =>
	FORMATS.map((format) => [language as keyof typeof LANGUAGES, format] as const)
);

/** A production half shot: demo B with a scene in parts, one dropped and shot again, one omitted, and needs. */
function plan(): Plan {
	const made = demoPlan('B', 7, day('2026-11-25'));
	const scenes = new Map(made.scenes);
	const strips = new Map(made.strips);
	const [first, second, third] = [...scenes.values()].sort((a, b) => (a.order < b.order ? -1 : 1)) as [
		Scene,
		Scene,
		Scene
	];
	const elements = new Map(
		[
			['e1', { name: 'Ledger, torn', category: 'props' as const }],
			['e2', { name: '婚纱', category: 'wardrobe' as const }],
			['e3', { name: '=cmd()', category: 'props' as const }]
		].map(([id, values]) => [id as ElementId, newRow(elementRecord, id as ElementId, values as object)])
	);
	scenes.set(first.id, {
		...first,
		...{
			eighths: 11,
			elementIds: ['e1', 'e2', 'e3'] as ElementId[],
			setups: 5,
			screenSeconds: 70,
			scriptPage: '3A'
		},
		...{
			notes: '=1+1\nrain cover',
			comments: '@all',
			scriptDay: '2',
			sequence: 'A',
			unit: 'A',
			estimateMinutes: 45
		}
	});
	scenes.set(third.id, { ...third, omitted: true, eighths: 0 });
	const stripOf = (scene: Scene): Strip =>
		[...strips.values()].find(({ sceneId }) => sceneId === scene.id) as Strip;
	const [whole, again] = [stripOf(first), stripOf(second)];
	strips.set(whole.id, { ...whole, part: 1, eighths: 4, status: 'partial' });
	strips.set(
		'rest' as StripId,
		newRow(stripRecord, 'rest' as StripId, { sceneId: first.id, part: 2, eighths: 7 })
	);
	strips.set(again.id, { ...again, status: 'dropped' });
	strips.set('again' as StripId, newRow(stripRecord, 'again' as StripId, { sceneId: second.id }));
	return { ...made, scenes, strips, elements };
}

const production = plan();

function outAndIn(table: ReportTable, language: keyof typeof LANGUAGES, format: 'csv' | 'xlsx'): ReadSheet {
	const cells = (of: ReportTable) => cellsOf(of, LANGUAGES[language], language);
	const cast = cells(castTable(production));
	const bytes =
		format === 'csv'
			? writeCsv(cells(table))
			: writeXlsx([
					{ name: 'A', widths: table.columns.map(({ width }) => width), rows: cells(table) },
					{ name: 'B', widths: [], rows: cast }
				]);
	const read = readTables(bytes, 'plan');
	if (!read.ok) throw new Error(read.reason);
	return readSheet(read.tables[0]?.rows ?? [], undefined, readCastList(read.tables[1]?.rows ?? cast));
}

const scenesOf = () => [...production.scenes.values()].sort((a, b) => (a.order < b.order ? -1 : 1));
const namesOf = (scene: Scene) => scene.castIds.map((id) => production.characters.get(id)?.name).sort();

describe.each(cases)('in %s as %s', (language, format) => {
	test('every scene of a breakdown comes back with all it needs', () => {
		const read = outAndIn(breakdownTable(production), language, format);
		const expected = scenesOf().map((scene) => ({
			number: scene.number,
			episode: Math.min(...scene.episodeIds.map((id) => production.episodes.get(id)?.number ?? 0)),
			...{ intExt: scene.intExt, time: scene.time, synopsis: scene.synopsis, omitted: scene.omitted },
			...{
				set: production.sets.get(scene.setId ?? ('' as never))?.name ?? '',
				eighths: scene.omitted ? 0 : scene.eighths
			}
		}));
		expect(read.scenes).toMatchObject(expected);
		expect(read.scenes.map(({ cast }) => [...cast].sort())).toEqual(scenesOf().map(namesOf));
		expect(read.scenes[0]).toMatchObject({
			...{ setups: 5, screenSeconds: 70, scriptPage: '3A', comments: '@all', notes: ['=1+1\nrain cover'] },
			...{ scriptDay: '2', sequence: 'A', unit: 'A', minutes: 45 }
		});
		expect(
			read.warnings.filter(({ code }) => !code.startsWith('number') && !code.startsWith('heading'))
		).toEqual([]);
	});
	test('needs keep their kind and their names', () => {
		const read = outAndIn(breakdownTable(production), language, format);
		expect(read.scenes[0]?.elements).toEqual(
			expect.arrayContaining([
				{ category: 'wardrobe', name: '婚纱' },
				{ category: 'props', name: '=cmd()' }
			])
		);
	});
	test('the cast keeps its numbers', () => {
		const read = outAndIn(breakdownTable(production), language, format);
		const numbered = [...production.characters.values()].map(({ name, boardNumber }) => [name, boardNumber]);
		expect(read.cast.map(({ name, boardNumber }) => [name, boardNumber]).sort()).toEqual(numbered.sort());
	});
	test('every strip of a schedule comes back on its day, in its order, in its state, with its eighths', () => {
		const read = outAndIn(scheduleTable(production), language, format);
		const { columns, boneyard } = columnsOf(production);
		const numbers = dayNumbers(production.days.values());
		const said = (strip: Strip, dayId: Strip['place']['dayId']) => {
			const scene = production.scenes.get(strip.sceneId ?? ('' as never));
			if (!scene || scene.omitted) return [];
			const of = dayId && production.days.get(dayId);
			return [
				[scene.number, strip.part, of ? numbers.get(of.id) : null, of ? of.date : null, strip.status].join(
					' '
				)
			];
		};
		const expected = [
			...columns.flatMap(({ day: of, strips }) => strips.flatMap((strip) => said(strip, of.id))),
			...boneyard.flatMap((strip) => said(strip, null))
		];
		const found = read.scenes.flatMap(({ number, strips = [] }) =>
			strips.map(({ part, day: on, status }) =>
				[number, part, on?.number ?? null, on?.date ?? null, status].join(' ')
			)
		);
		expect(found.sort()).toEqual(expected.sort());
		const eighths = new Map(scenesOf().map(({ number, eighths }) => [number, eighths]));
		for (const scene of read.scenes)
			expect([scene.number, scene.eighths]).toEqual([scene.number, eighths.get(scene.number)]);
		for (const { day: of, strips } of columns) {
			const order = (list: readonly { order: number; number: string }[]) =>
				[...list].sort((a, b) => a.order - b.order).map(({ number }) => number);
			const back = read.scenes.flatMap(({ number, strips: on = [] }) =>
				on
					.filter((strip) => strip.day?.number === numbers.get(of.id))
					.map((strip) => ({ order: strip.order, number }))
			);
			expect(order(back)).toEqual(
				strips.flatMap(({ sceneId }) => {
					const scene = production.scenes.get(sceneId ?? ('' as never));
					return scene && !scene.omitted ? scene.number : [];
				})
			);
		}
	});
});

describe.each(Object.entries(LANGUAGES))('the words of %s', (_, words) => {
	test('every column’s name is one the reader knows', () => {
		for (const key of SHEET_COLUMNS) {
			// A character's own column is headed by the name; the three ways to say light share their words.
			if (key === 'cast-member') continue;
			const heading = words.columns[key];
			const { columns } = matchColumns([[words.columns.scene, words.columns.synopsis, heading]]);
			const found = key === 'scene' ? columns[0] : key === 'synopsis' ? columns[1] : columns[2];
			expect([heading, found?.key]).toEqual([heading, key]);
		}
	});
});
