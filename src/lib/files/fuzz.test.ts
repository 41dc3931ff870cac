/** Damaged and hostile sheets, from bytes to scenes: read, or refused by one of our own reasons, and never slowly. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Cell } from '#lib/domain/cell.ts';
import { readCastList, readSheet } from '#lib/domain/scripts/index.ts';
import { readTables } from './read-tables.ts';
import { sheetData, workbook } from './testing/workbook.ts';
import type { TableRefusal } from './types.ts';

/** How many damaged files are read: few in every run, 100,000 in the long one, from a seed that is printed. */
const COUNT = Number(process.env.FUZZ ?? 300);
const SEED = Number(process.env.FUZZ_SEED ?? (process.env.FUZZ ? Date.now() % 2 ** 31 : 20261125));
/** No file may take longer, whatever is in it. */
const SECONDS_MOST = 5;

const FOLDER = new URL('../../../tests/fixtures/sheets/', import.meta.url);
const FILES = readdirSync(FOLDER)
	.filter((name) => /\.(?:csv|xlsx)$/.test(name))
	.sort()
	.map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, FOLDER))) }));
const REASONS: readonly TableRefusal[] = [
	...(['empty', 'too-big', 'not-a-table', 'damaged', 'locked'] as const),
	...(['unsafe-archive', 'too-many-rows', 'too-many-cells'] as const)
];
const PIECES: readonly string[] = [
	...[
		'"',
		'""',
		',',
		';',
		'\t',
		'\n',
		'\r\n',
		'\0',
		'\uFEFF',
		'=1+1',
		"'",
		'<',
		'&',
		']]>',
		'<!DOCTYPE x>',
		'&a;'
	],
	...[
		'<row r="200001">',
		'<c r="XFD1048576"><v>1</v></c>',
		' r="99999999"',
		' t="s"',
		' s="999"',
		'<v>-1</v>',
		'<v>1e999</v>'
	],
	...[
		'<mergeCell ref="A1:XFD1048576"/>',
		'8-Jan',
		'2026-01-08',
		'46030',
		'1 3/8',
		'第1天',
		'End of Day 1',
		'合计',
		'Scene',
		'集-场'
	],
	...['constructor', '__proto__', 'xl/workbook.xml', '../', '🎬', '\uD800']
];

/** A small seeded generator (mulberry32): `pick(n)` is 0 … n − 1. */
function chance(seed: number): (n: number) => number {
	let state = seed >>> 0;
	return (n) => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) % n;
	};
}

/** Bytes with something changed, cut, doubled, or put in. */
function damaged(bytes: Uint8Array, pick: (n: number) => number): Uint8Array {
	const at = pick(bytes.length + 1);
	const length = pick(1 + pick(200));
	switch (pick(5)) {
		case 0:
			return bytes.map((byte, i) => (i === at ? pick(256) : byte));
		case 1:
			return bytes.subarray(0, at);
		case 2:
			return joined(bytes.subarray(0, at), bytes.subarray(at + length));
		case 3:
			return joined(bytes.subarray(0, at), bytes.subarray(Math.max(0, at - length)));
		default:
			return joined(bytes.subarray(0, at), strToU8(PIECES[pick(PIECES.length)] ?? ''), bytes.subarray(at));
	}
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of pieces) {
		all.set(piece, at);
		at += piece.length;
	}
	return all;
}

/** Damage inside a workbook, packed again so that it reaches the reader of its parts. */
function damagedInside(bytes: Uint8Array, pick: (n: number) => number): Uint8Array {
	const parts = unzipSync(bytes);
	const names = Object.keys(parts);
	const name = names[pick(names.length)] as string;
	return zipSync({ ...parts, [name]: damaged(parts[name] as Uint8Array, pick) }, { level: 1 });
}

function check(bytes: Uint8Array): void {
	const read = readTables(bytes, 'file');
	if (!read.ok) {
		expect(REASONS).toContain(read.reason);
		return;
	}
	for (const { rows } of read.tables) {
		for (const row of rows) if (row.length > 0) expect(row.at(-1)).not.toBeNull();
		const list = readCastList(rows);
		const { scenes, warnings, eighths } = readSheet(rows, undefined, list);
		expect(new Set(scenes.map(({ number }) => number)).size).toBe(scenes.length);
		expect(scenes.reduce((sum, scene) => sum + scene.eighths, 0)).toBe(eighths);
		expect(scenes.every(({ omitted, eighths: own }) => (omitted ? own === 0 : own >= 1))).toBe(true);
		expect(warnings.every(({ line }) => Number.isInteger(line) && line > 0 && line <= rows.length + 1)).toBe(
			true
		);
	}
}

describe('damaged sheets are read, or refused by one of our own reasons', () => {
	test(`${COUNT} files from seed ${SEED}`, { timeout: 60_000 + COUNT * 50 }, () => {
		console.warn(`fuzz: ${COUNT} damaged sheets, FUZZ_SEED=${SEED}`);
		let slowest = { ms: 0, run: 0 };
		for (let run = 0; run < COUNT; run++) {
			const pick = chance(SEED + run);
			const file = FILES[pick(FILES.length)] as (typeof FILES)[number];
			let bytes: Uint8Array = file.bytes;
			for (let times = pick(3); times >= 0; times--) {
				bytes =
					file.name.endsWith('.xlsx') && pick(4) > 0 && times === 0 && bytes === file.bytes
						? damagedInside(bytes, pick)
						: damaged(bytes, pick);
			}
			const before = performance.now();
			try {
				check(bytes);
			} catch (error) {
				throw new Error(`${file.name}, damaged by FUZZ_SEED=${SEED + run} FUZZ=1`, { cause: error });
			}
			const ms = performance.now() - before;
			if (ms > slowest.ms) slowest = { ms, run };
		}
		expect(slowest.ms, `run ${slowest.run}`).toBeLessThan(SECONDS_MOST * 1000);
	});
});

/** Cells and columns at random, put together as no crew would. */
test(
	'any rows are read without throwing, whatever their columns are said to be',
	{ timeout: 600_000 },
	() => {
		const heads = [
			'Scene',
			'集-场',
			'Pages',
			'Cast',
			'演员',
			'Set',
			'Shoot day',
			'拍摄日',
			'Status',
			'Part',
			'Minutes',
			'景光',
			'Episode',
			'No.',
			'Name',
			'Heading',
			'Props',
			'Day',
			'Order'
		];
		const date = { kind: 'date', day: '2026-03-01' as never, minutes: 0, shown: '1-Mar' } as const;
		const cells: Cell[] = [
			...PIECES,
			null,
			null,
			null,
			1,
			2.5,
			-1,
			46082,
			NaN,
			Infinity,
			true,
			date,
			'1,2',
			'3-1',
			'12A',
			'INT. A - DAY',
			'日内',
			'x'.repeat(5000),
			'1/8'
		];
		for (let run = 0; run < COUNT; run++) {
			const pick = chance(SEED + run);
			const width = 1 + pick(8);
			const row = (from: readonly Cell[]): Cell[] =>
				Array.from({ length: pick(width + 1) }, () => from[pick(from.length)] ?? null);
			const rows = [
				...Array.from({ length: pick(3) }, () => row(cells)),
				Array.from({ length: width }, () => heads[pick(heads.length)] as Cell),
				...Array.from({ length: pick(12) }, () => row(cells))
			];
			try {
				const { scenes } = readSheet(rows, undefined, readCastList(rows));
				expect(new Set(scenes.map(({ number }) => number)).size).toBe(scenes.length);
			} catch (error) {
				throw new Error(`rows of FUZZ_SEED=${SEED + run} FUZZ=1: ${JSON.stringify(rows)}`, { cause: error });
			}
		}
	}
);

/** A fifth of the size in every run, nearly the whole 20 MB in the long one. */
const MEGA = process.env.FUZZ ? 900_000 : 180_000;
const SLOW: Readonly<Record<string, () => Uint8Array>> = {
	'nothing but quotes': () => strToU8('"'.repeat(20 * MEGA)),
	'quotes inside quotes': () => strToU8('"a"b,'.repeat(4 * MEGA)),
	'nothing but commas': () => strToU8(','.repeat(20 * MEGA)),
	'every separator at once': () => strToU8(';,\t|'.repeat(5 * MEGA)),
	'one long line': () => strToU8('x'.repeat(20 * MEGA)),
	'nothing but line ends': () => strToU8('\n'.repeat(20 * MEGA)),
	apostrophes: () => strToU8(`${"'".repeat(30_000)},\n`.repeat(MEGA / 1800)),
	'rows of a schedule': () =>
		strToU8(`Scene,Set,Cast,Pages\n${'1-1,Villa,"1,2,3,4,5",1/8\n'.repeat(MEGA / 5)}`),
	'cast of one cell': () => strToU8(`Scene,Set,Cast\n1,A,"${'1,'.repeat(16_000)}"\n`.repeat(MEGA / 9000)),
	'a workbook of a million cells': () =>
		workbook({
			sheets: {
				A: sheetData(Array.from({ length: MEGA / 90 }, (_, r) => [r, 1, 'x', 2, 'y', 3, 'z', 4, 5, 6]))
			}
		}),
	'a cell of a million pieces': () =>
		workbook({
			sheets: {
				A: `<sheetData><row><c t="inlineStr"><is>${'<r><t>a</t></r>'.repeat(MEGA / 10)}</is></c></row></sheetData>`
			}
		}),
	'one element of a million attributes': () =>
		workbook({ sheets: { A: `<a ${Array.from({ length: MEGA / 2 }, (_, i) => `b${i}=""`).join(' ')}/>` } })
};
describe('hostile sheets are answered in time', () => {
	test.each(Object.entries(SLOW))('%s', { timeout: 60_000 }, (_, make) => {
		const bytes = make();
		const before = performance.now();
		check(bytes);
		expect(performance.now() - before).toBeLessThan(SECONDS_MOST * 1000);
	});
});
