import type { Page } from '@playwright/test';
import { demoPlan } from '#lib/demo/demo-plan.ts';
import { inLanguage } from '#lib/demo/in-language.ts';
import { day } from '#lib/domain/calendar/day-key.ts';
import type { ProductionId } from '#lib/domain/ids.ts';
import { openDemo } from './board.ts';
import { expect, test } from './fixtures.ts';

/** Pages of a production; each is looked at as it stands when it is opened. */
const PAGES = [
	'board',
	'episodes',
	'people',
	'settings',
	'hours',
	'hours/department',
	'hours/timesheet',
	'start',
	'breakdown',
	'import'
];

/**
 * Visible texts and spoken names with the bracketed words, what people wrote themselves, and single letters taken
 * out: what is left was never put into a dictionary.
 */
const unmarked = (page: Page, own: readonly string[]): Promise<string[]> =>
	page.evaluate((own) => {
		const found = new Set<string>();
		const theirs = new Set(own);
		// dates and lists are written by the browser; languages are called by their own names
		const fromTheBrowser =
			/\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|and)\b|English|中文/g;
		const look = (raw: string | null): void => {
			let rest = (raw ?? '').replaceAll(/\s+/g, ' ');
			for (let before = ''; before !== rest;) {
				before = rest;
				rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
			}
			rest = rest.trim();
			if (theirs.has(rest) || !/\p{L}{2,}/u.test(rest)) return;
			// whole words only: a short name would take syllables out of others
			for (const name of theirs) {
				if (!rest.includes(name)) continue;
				const literal = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
				rest = rest.replaceAll(new RegExp(`(?<!\\p{L})${literal}(?!\\p{L})`, 'gu'), '');
			}
			rest = rest.replaceAll(fromTheBrowser, '');
			if (/\p{L}{2,}/u.test(rest)) found.add(rest.trim());
		};
		const seen = (element: Element): boolean =>
			element.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true }) &&
			!element.closest('style, script, option, datalist, [translate="no"]');
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (walker.nextNode()) {
			const parent = walker.currentNode.parentElement;
			if (parent && seen(parent)) look(walker.currentNode.nodeValue);
		}
		for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
			if (!seen(element)) continue;
			for (const name of ['aria-label', 'title', 'placeholder']) look(element.getAttribute(name));
		}
		return [...found];
	}, own);

/** Everything a person wrote into the demo: names, sentences, numbers; the longest first. */
function written(): string[] {
	const plan = inLanguage(
		demoPlan('B', 1, day('2026-11-25'), { productionId: 'p'.repeat(22) as ProductionId }),
		'en'
	);
	const all = new Set(['Guest']);
	const gather = (value: unknown): void => {
		if (typeof value === 'string') all.add(value.replaceAll(/\s+/g, ' ').trim());
		else if (value instanceof Map) for (const row of value.values()) gather(row);
		else if (typeof value === 'object' && value !== null)
			for (const field of Object.values(value)) gather(field);
	};
	gather(plan);
	return [...all].filter((said) => said.length > 1).sort((x, y) => y.length - x.length);
}

test('no page has a word that is in no dictionary, and each says its language', async ({ page }) => {
	await openDemo(page);
	const own = written();
	const address = page.url().replace(/\/board$/, '');
	await page.evaluate(() => localStorage.setItem('daybreak.language', 'pseudo'));
	const missing: Record<string, string[]> = {};
	for (const name of PAGES) {
		await page.goto(`${address}/${name}`);
		await expect(page.locator('main')).toContainText('⟦');
		const left = await unmarked(page, own);
		if (left.length > 0) missing[name] = left;
	}
	for (const path of ['/productions', '/productions/new', '/sign-in']) {
		await page.goto(path);
		await expect(page.locator('body')).toContainText('⟦');
		const left = await unmarked(page, own);
		if (left.length > 0) missing[path] = left;
	}
	for (const language of ['en', 'zh-Hans']) {
		await page.evaluate((to) => localStorage.setItem('daybreak.language', to), language);
		await page.goto(`${address}/board`);
		await expect(page.locator('html')).toHaveAttribute('lang', language);
	}
	expect(missing).toEqual({});
});
