import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** Rooms, longest path first, with the rooms each may import (its own always). */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
	'src/lib/domain/calendar': ['src/lib/domain'],
	'src/lib/domain': ['src/lib/domain/calendar'],
	'src/lib/doc': ['src/lib/domain'],
	'src/lib/demo': ['src/lib/doc', 'src/lib/domain'],
	'src/lib/sync': ['src/lib/doc', 'src/lib/domain'],
	'src/lib/api': ['src/lib/domain'],
	'src/lib/live': ['src/lib/doc', 'src/lib/sync', 'src/lib/domain', 'src/lib/api'],
	'src/lib/files': ['src/lib/domain'],
	'src/lib/ui': ['src/lib/domain', 'src/lib/files', 'src/lib/links.ts'],
	// Types of the navigation, which ui declares and links fills with addresses.
	'src/lib/links.ts': ['src/lib/domain', 'src/lib/ui'],
	'src/routes': [
		'src/lib/ui',
		'src/lib/live',
		'src/lib/doc',
		'src/lib/api',
		'src/lib/domain',
		'src/lib/files',
		'src/lib/sync',
		'src/lib/links.ts'
	],
	'src/service-worker.ts': [],
	server: ['src/lib/domain', 'src/lib/doc', 'src/lib/demo', 'src/lib/files']
};

const DOMAIN = 'src/lib/domain';
const CALENDAR = 'src/lib/domain/calendar';

/** Packages that only some rooms may know. */
const PACKAGES: readonly {
	readonly name: RegExp;
	readonly rooms: readonly string[];
	readonly why: string;
}[] = [
	{
		name: /^date-fns|^@date-fns/,
		rooms: ['src/lib/domain/calendar'],
		why: 'days and clocks are strings and minutes elsewhere: add a function to domain/calendar'
	},
	{
		name: /^date-fns$/,
		rooms: [],
		why: 'its index is 300 modules, a second of the server’s start: import one function, as date-fns/format'
	},
	{
		name: /^(yjs|y-protocols|lib0)/,
		rooms: ['src/lib/doc', 'src/lib/sync', 'src/lib/live', 'src/lib/demo', 'server'],
		why: 'pages and components take plain values: read through live/, write through a command of doc/commands'
	},
	{
		name: /^(y-websocket|y-indexeddb)/,
		rooms: ['src/lib/sync'],
		why: 'only sync/ moves and keeps documents'
	},
	{
		name: /^(svelte|\$app|\$env|@sveltejs)/,
		rooms: ['src/lib/live', 'src/lib/ui', 'src/routes', 'src/lib/links.ts', 'src/service-worker.ts'],
		why: 'domain, doc and sync run on the server and in tests as they are'
	},
	{
		name: /^(fflate|papaparse)/,
		rooms: ['src/lib/files'],
		why: 'bytes become tables in files/ only: readTables, writeCsv, writeXlsx'
	},
	{
		name: /^saxes/,
		rooms: ['src/lib/files', 'src/lib/domain/scripts'],
		why: 'XML is read with limits: in domain/scripts (.fdx) and files/ (.xlsx)'
	},
	{
		name: /^(node:|ws$)/,
		rooms: ['server'],
		why: 'only the server knows Node'
	}
];

const files = (folder: string): string[] =>
	readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
		.map((entry) => posix.normalize(relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/')))
		.filter((file) => !/\.test\.ts$|\.d\.ts$|-contract\.ts$|\/testing\//.test(file));

const roomOf = (path: string): string | undefined =>
	Object.keys(ROOMS)
		.sort((a, b) => b.length - a.length)
		.find((room) => path === room || path.startsWith(`${room}/`));

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g;

const importsOf = (file: string): string[] =>
	[...readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORT)].map((match) => match[1] as string);

const target = (file: string, specifier: string): string | null => {
	if (specifier.startsWith('#lib/')) return `src/lib/${specifier.slice(5)}`;
	if (specifier.startsWith('.')) return posix.normalize(posix.join(dirname(file), specifier));
	return null;
};

describe('imports run one way', () => {
	const all = [...files('src'), ...files('server')];

	test('every file stands in a room', () => {
		const homeless = all.filter((file) => !roomOf(file) && !/^src\/(app|lib\/index)/.test(file));
		expect(homeless).toEqual([]);
	});

	test('no room imports one above it', () => {
		const wrong: string[] = [];
		for (const file of all) {
			const room = roomOf(file);
			if (!room) continue;
			for (const specifier of importsOf(file)) {
				const path = target(file, specifier);
				const to = path && roomOf(path);
				if (!to || to === room || ROOMS[room]?.includes(to)) continue;
				// The calendar is a room inside the domain: who may read the one may read the other.
				if (to === CALENDAR && (room === DOMAIN || ROOMS[room]?.includes(DOMAIN))) continue;
				wrong.push(
					`${file} imports ${specifier}: ${room} may import ${ROOMS[room]?.join(', ') || 'nothing'}. ` +
						`Move what both need down into domain, or hand it in as a value.`
				);
			}
		}
		expect(wrong).toEqual([]);
	});

	test('packages stay in the rooms that own them', () => {
		const wrong: string[] = [];
		for (const file of all) {
			const room = roomOf(file) ?? '';
			for (const specifier of importsOf(file)) {
				for (const { name, rooms, why } of PACKAGES) {
					if (name.test(specifier) && !rooms.some((one) => one === room || file.startsWith(`${one}/`)))
						wrong.push(`${file} imports ${specifier}: ${why}`);
				}
			}
		}
		expect(wrong).toEqual([]);
	});

	test('the domain has no clock and no chance: the day and the ids are handed in', () => {
		const wrong = all
			.filter((file) => /^src\/lib\/(domain|demo)\//.test(file))
			.filter((file) =>
				/\bDate\.now\(|\bnew Date\(\)|Math\.random\(|crypto\.getRandomValues/.test(
					readFileSync(join(ROOT, file), 'utf8')
				)
			);
		expect(wrong).toEqual([]);
	});
});

describe('one copy of the sync stack', () => {
	test('the lockfile holds a single yjs, y-protocols and lib0', () => {
		const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
			packages: Record<string, unknown>;
		};
		for (const name of ['yjs', 'y-protocols', 'lib0']) {
			const copies = Object.keys(lock.packages).filter((path) => path.endsWith(`node_modules/${name}`));
			expect(copies, `npm ls ${name}`).toEqual([`node_modules/${name}`]);
		}
	});
});
