import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { en } from './en.ts';
import { pseudo } from './pseudo.ts';
import { counted } from './plural.ts';
import { zhHans } from './zh-Hans.ts';

type Leaf = { path: string; value: unknown };
const leaves = (of: unknown, path = ''): Leaf[] =>
	typeof of === 'object' && of !== null
		? Object.entries(of).flatMap(([key, value]) => leaves(value, path ? `${path}.${key}` : key))
		: [{ path, value: of }];

test('Chinese has a sentence for every English one, and no others', () => {
	const paths = (of: unknown): string[] =>
		leaves(of)
			.map((leaf) => leaf.path)
			.sort();
	expect(paths(zhHans)).toEqual(paths(en));
});

describe('Chinese is written with full-width punctuation', () => {
	test.each(leaves(zhHans).filter((leaf) => typeof leaf.value === 'string'))('$path', ({ value }) => {
		expect(value as string).not.toMatch(/\p{Script=Han}[,.:;?!]|[,:;?!]\p{Script=Han}/u);
	});
});

test('one scene, two scenes', () => {
	expect(counted('en')(1, 'scene', 'scenes')).toBe('1 scene');
	expect(counted('en')(2, 'scene', 'scenes')).toBe('2 scenes');
	expect(counted('en')(1200, 'scene', 'scenes')).toBe('1,200 scenes');
});

test('the marked language marks every word, sentences with figures too', () => {
	const marked = pseudo(en);
	expect(marked.common.close).toBe('⟦Close⟧');
	expect(marked.common.people(2)).toBe('⟦2 people⟧');
	for (const { value } of leaves(marked)) if (typeof value === 'string') expect(value).toMatch(/^⟦.*⟧$/s);
});

test('every code a route of the server refuses with has a sentence', () => {
	const folder = new URL('../../../../server/http/', import.meta.url);
	const codes = readdirSync(folder)
		.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
		.flatMap((name) => {
			const source = readFileSync(new URL(name, folder), 'utf8');
			return [...source.matchAll(/(?:HttpError\(\s*\d+,\s*|gone\(\s*|code: )'([a-z-]+)'/g)].map((m) => m[1]);
		});
	expect(codes.length).toBeGreaterThan(10);
	const known: readonly string[] = Object.keys(en.errors.codes);
	expect(codes.filter((code) => !known.includes(code as string))).toEqual([]);
});
