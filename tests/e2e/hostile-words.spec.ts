import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import * as Y from 'yjs';
import { openDocument, type Schema } from '#lib/doc/document.ts';
import { guestSchema } from '#lib/doc/schema/guest.ts';
import { planSchema } from '#lib/doc/schema/plan.ts';
import { privateSchema } from '#lib/doc/schema/private.ts';
import { scriptSchema } from '#lib/doc/schema/script.ts';
import { documentName, type DocumentKind } from '#lib/domain/people/permissions.ts';
import { read } from '../../server/testing/documents.ts';
import { HOSTILE } from '../fixtures/hostile.ts';
import { badge, openDemo, signUp, somebody } from './board.ts';
import { asPerson, joinAs } from './crew.ts';
import { expect, test } from './fixtures.ts';

/** Writes a hostile string into every field of free text of every row of a document; answers how many. */
async function fill(page: Page, production: string, schema: Schema): Promise<number> {
	const person = await asPerson(page);
	const { doc, provider } = person.open(documentName(production, schema.kind as DocumentKind));
	if (!provider.synced) {
		await new Promise<void>((done) => provider.on('sync', (synced: boolean) => synced && done()));
	}
	const { tables } = openDocument(doc, schema);
	let written = 0;
	doc.transact(() => {
		for (const [key, { fields }] of Object.entries(schema.records)) {
			const free = Object.entries(fields).filter(
				([, field]) =>
					field.read('<free>') === '<free>' && field.read('') === '' && field.read(undefined) === ''
			);
			for (const id of tables[key]?.rows().keys() ?? []) {
				const row = doc.getMap(key).get(id) as { set(field: string, value: string): void };
				for (const [name] of free) row.set(name, HOSTILE[written++ % HOSTILE.length] as string);
			}
		}
	});
	const all = Buffer.from(Y.encodeStateVector(doc)).toString('hex');
	const stored = async (): Promise<string> =>
		Buffer.from(
			Y.encodeStateVector(await read(person, documentName(production, schema.kind as DocumentKind)))
		).toString('hex');
	await expect.poll(stored).toBe(all);
	provider.destroy();
	return written;
}

/** What would be on a page if a string had been more than a string. */
const ran = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const found = [
			...document.querySelectorAll(
				'iframe, object, embed, base, video, [onerror], [onload], [onfocus], [ontoggle]'
			)
		];
		const links = [...document.querySelectorAll('a[href], form[action], img[src], link[href]')].filter(
			(one) =>
				/^javascript:|^data:text|elsewhere\.example/i.test(
					one.getAttribute('href') ?? one.getAttribute('action') ?? one.getAttribute('src') ?? ''
				)
		);
		return [
			...('hostile' in window ? ['something ran'] : []),
			...[...found, ...links].map(({ outerHTML }) => outerHTML.slice(0, 200))
		];
	});

test('five hundred hostile strings in every field come out as text: on every page, in print and in the sheets', async ({
	page,
	person
}, info) => {
	test.setTimeout(180_000);
	expect(HOSTILE).toHaveLength(500);
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(String(error)));
	page.on('dialog', (dialog) => {
		errors.push(`a dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	const id = await openDemo(page);
	let written = 0;
	for (const schema of [planSchema, guestSchema, privateSchema, scriptSchema]) {
		written += await fill(page, id, schema as unknown as Schema);
	}
	expect(written).toBeGreaterThan(500);

	for (const path of [
		'board',
		'episodes',
		'people',
		'hours',
		'settings',
		'settings/rules',
		'start',
		'import',
		'breakdown',
		'launch',
		'launch?tab=requests'
	]) {
		await page.goto(`/p/${id}/${path}`);
		await expect(page.getByRole('main')).not.toBeEmpty();
		await expect(badge(page).or(page.getByRole('main')).first()).toBeVisible();
		if (path === 'people' || path === 'board' || path === 'breakdown') {
			await expect(page.locator('body')).toContainText('window.hostile=1');
		}
		await page.emulateMedia({ media: 'print' });
		expect(await ran(page), path).toEqual([]);
		await page.emulateMedia({ media: 'screen' });
		expect(await ran(page), path).toEqual([]);
	}

	await page.goto(`/p/${id}/board`);
	await page.getByRole('button', { name: 'View' }).click();
	await page.getByRole('menuitem', { name: 'Export…' }).click();
	const downloading = page.waitForEvent('download');
	await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Breakdown: CSV' }).click();
	const path = info.outputPath('breakdown.csv');
	await (await downloading).saveAs(path);
	const cells = (
		Papa.parse<string[]>(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')).data as string[][]
	).flat();
	expect(cells.some((cell) => cell.includes('window.hostile=1'))).toBe(true);
	expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell) || /^-(?![\d.]+$)./.test(cell))).toEqual([]);

	const viewer = await person();
	await signUp(viewer, somebody('Viewer'));
	await joinAs(page, id, viewer, 'viewer', null);
	await viewer.goto(`/p/${id}/status`);
	await expect(viewer.getByRole('main')).not.toBeEmpty();
	expect(await ran(viewer)).toEqual([]);
	expect(errors).toEqual([]);
});
