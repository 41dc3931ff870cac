/** Who is in a scene, by number or by name; and what a scene needs, as a list in one cell. */
import { isDate, textOf, type Cell, type Row } from '../cell.ts';
import { foldWidth, lettersOf, oneSpaced } from './letters.ts';
import { readNames } from './names.ts';
import { matchColumns } from './sheet-header.ts';

/** Board numbers and the names they stand for. */
export type CastList = ReadonlyMap<number, string>;

/** The cast as one cell names it. */
export type CastCell = {
	readonly names: readonly string[];
	readonly numbers: readonly number[];
	/** `1. Lin Wan`: numbers said together with their names */
	readonly said: readonly (readonly [number, string])[];
	readonly background: readonly string[];
	/** a program had made a date or a decimal of two numbers */
	readonly repaired: boolean;
};

const NUMBERED =
	/^(?:no\.?\s*|#)?(\d{1,3})(?:\s*[.、:)-]\s*|\s+(?=\p{sc=Han}))(\D.*)$|^(\D.*?)\s*\(\s*(\d{1,3})\s*\)$/iu;
/** `1-3`: one to three. */
const RANGE = /^(\d{1,3})\s*[-–~至]\s*(\d{1,3})$/;
const NUMBER = /^(?:no\.?\s*|#)?(\d{1,3})(?:\.0+)?$/i;

export function readCastCell(cell: Cell): CastCell {
	const names: string[] = [];
	const numbers: number[] = [];
	const said: [number, string][] = [];
	const background: string[] = [];
	const text = foldWidth(textOf(cell)).slice(0, 4000);
	// `1,3` became 1.3, or 3 January.
	const pair =
		isDate(cell) && cell.day ? [Number(cell.day.slice(5, 7)), Number(cell.day.slice(8, 10))] : null;
	const decimal =
		typeof cell === 'number' && !Number.isInteger(cell) ? String(cell).split('.').map(Number) : null;
	const broken = pair ?? decimal;
	if (broken) return { names, numbers: broken, said, background, repaired: true };
	for (const piece of text.split(/[,;、\n|]+|\s*[/&+]\s*|\s+(?=\d{1,3}\s*[.:)]\s*\D)/)) {
		const item = oneSpaced(piece);
		const list = item.split(' ');
		if (item === '' || isNothing(item)) continue;
		const numbered = NUMBERED.exec(item);
		const [from, to] = (RANGE.exec(item) ?? []).slice(1).map(Number);
		if (list.every((word) => NUMBER.test(word))) {
			for (const word of list) numbers.push(Number(NUMBER.exec(word)?.[1]));
		} else if (from !== undefined && to !== undefined && from < to && to - from < 40) {
			for (let number = from; number <= to; number++) numbers.push(number);
		} else if (numbered) {
			const [number, name] = [
				Number(numbered[1] ?? numbered[4]),
				oneSpaced(numbered[2] ?? numbered[3] ?? '')
			];
			said.push([number, name]);
			numbers.push(number);
		} else {
			// 林晚 陈默 are two people, LIN WAN is one: `readNames` splits at spaces where nothing else divides.
			const apart = list.every((word) => /^\p{sc=Han}{2,4}$/u.test(word));
			const read = readNames(apart ? item : `${item}、`);
			names.push(...read.names);
			background.push(...read.background);
		}
	}
	return { names, numbers: [...new Set(numbers)], said, background, repaired: false };
}

/** `无`, `N/A`, `-`: somebody said that there is nothing. */
const isNothing = (text: string): boolean => /^(?:无|没有|none|nil|n\/?a|-+|—+|\/|0)$/i.test(text);

/** Props, vehicles …: one item a line, comma or semicolon; `无` is none. */
export function readItems(cell: Cell): string[] {
	const text = textOf(cell).slice(0, 4000);
	const items = text
		.split(/[,，;；、\n]+/)
		.map((item) => oneSpaced(item).replace(/^[•·●-]\s*/, ''))
		.filter((item) => item !== '' && !isNothing(item));
	return [...new Set(items)];
}

/** A list of the cast in a sheet of its own, or beside the scenes: columns No. and Name. Empty where there is none. */
export function readCastList(rows: readonly Row[]): CastList {
	const { columns, firstRow } = matchColumns(rows);
	const at = (...keys: string[]): number | undefined =>
		columns.find(({ key }) => key !== null && keys.includes(key))?.column;
	const number = at('cast-number') ?? (at('scene') === undefined ? at('order') : undefined);
	const name = at('cast-name') ?? (at('scene') === undefined ? at('cast') : undefined);
	const list = new Map<number, string>();
	if (number === undefined || name === undefined) return list;
	for (const row of rows.slice(firstRow)) {
		const value = NUMBER.exec(foldWidth(textOf(row[number])))?.[1];
		const called = oneSpaced(textOf(row[name])).slice(0, 60);
		if (value && called && !list.has(Number(value))) list.set(Number(value), called);
		if (list.size >= 1000) break;
	}
	return list;
}

/** One spelling a name: that of the cast list, else as it first stood. Case and spaces don't make another person. */
export function namesOf(list: CastList): (name: string) => string {
	const spelled = new Map<string, string>();
	for (const name of list.values()) spelled.set(lettersOf(name) || name, name);
	return (name) => {
		const letters = lettersOf(name) || name;
		const known = spelled.get(letters);
		if (known !== undefined) return known;
		spelled.set(letters, name);
		return name;
	};
}
