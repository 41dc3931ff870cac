import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Adapter, Builder } from '@sveltejs/kit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepBuilds } from './keep-builds.mjs';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'daybreak-builds-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const parts = (): string => join(folder, 'build/client/_app/immutable');
const builder = { getBuildDirectory: (name: string) => join(folder, '.svelte-kit', name) } as Builder;

/** Builds as adapter-node does: the folder is emptied, then written. */
async function build(...files: string[]): Promise<void> {
	const adapter: Adapter = {
		name: 'plain',
		adapt() {
			rmSync(join(folder, 'build'), { recursive: true, force: true });
			mkdirSync(join(parts(), 'chunks'), { recursive: true });
			for (const file of files) writeFileSync(join(parts(), 'chunks', file), file);
			writeFileSync(join(folder, 'build/handler.js'), '');
		}
	};
	await keepBuilds(adapter, join(folder, 'build'), 3).adapt(builder);
}
const served = (): string[] => readdirSync(join(parts(), 'chunks')).sort();

test('a page opened before an update still finds the parts it hasn’t loaded, for two updates', async () => {
	await build('a1.js', 'same.js');
	await build('a2.js', 'same.js');
	expect(served()).toEqual(['a1.js', 'a2.js', 'same.js']);
	await build('a3.js', 'same.js');
	expect(served()).toEqual(['a1.js', 'a2.js', 'a3.js', 'same.js']);
	await build('a4.js', 'same.js');
	expect(served()).toEqual(['a2.js', 'a3.js', 'a4.js', 'same.js']);
});

test('building the same again pushes nothing out', async () => {
	await build('a1.js');
	await build('a2.js');
	for (let n = 0; n < 5; n++) await build('a2.js');
	expect(served()).toEqual(['a1.js', 'a2.js']);
});

test('a build made before this was there is kept as well, and nothing is left beside the build', async () => {
	mkdirSync(join(parts(), 'chunks'), { recursive: true });
	writeFileSync(join(parts(), 'chunks', 'old.js'), '');
	await build('new.js');
	expect(served()).toEqual(['new.js', 'old.js']);
	expect(existsSync(join(folder, '.svelte-kit', 'builds-before'))).toBe(false);
});
