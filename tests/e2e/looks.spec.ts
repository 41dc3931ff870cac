import AxeBuilder from '@axe-core/playwright';
import { openDemo } from './board.ts';
import { expect, test } from './fixtures.ts';

const SIZES = { phone: [390, 844], portrait: [820, 1180], tablet: [1180, 820], laptop: [1440, 900] } as const;
/** Each size in another theme and language, so that the run stays short and every theme and language is met. */
const LOOKS = [
	{ size: 'phone', theme: 'set', language: 'zh-Hans' },
	{ size: 'portrait', theme: 'paper', language: 'en' },
	{ size: 'tablet', theme: 'dark', language: 'zh-Hans' },
	{ size: 'laptop', theme: 'paper', language: 'en' }
] as const;

/** Pages that change their form between sizes are looked at in all of them, the others on a phone and a laptop. */
const FORMS = ['board', 'hours', 'review', 'reports', 'launch', 'money'];
const OTHERS = [
	'episodes',
	'breakdown',
	'import',
	'start',
	'people',
	'hours/department',
	'hours/timesheet',
	'launch?tab=requests',
	'settings',
	'settings/rules'
];
const pagesOn = (size: keyof typeof SIZES, production: string): string[] => {
	const every = size === 'phone' || size === 'laptop';
	const own = [...FORMS, ...(every ? OTHERS : [])].map((page) => `/p/${production}/${page}`);
	return every ? [...own, '/productions', '/productions/new', '/join'] : own;
};

for (const { size, theme, language } of LOOKS) {
	test(`every page can be read and used on a ${size}, theme ${theme}, in ${language}`, async ({ page }) => {
		test.setTimeout(180_000);
		const [width, height] = SIZES[size];
		await page.setViewportSize({ width, height });
		const id = await openDemo(page);
		await page.evaluate(
			([chosenTheme, chosenLanguage]) => {
				localStorage.setItem('daybreak.theme', chosenTheme as string);
				localStorage.setItem('daybreak.language', chosenLanguage as string);
			},
			[theme, language]
		);
		for (const path of pagesOn(size, id)) {
			await page.goto(path);
			await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
			await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
			await expect(page.locator('html')).toHaveAttribute('lang', language);
			const { violations } = await new AxeBuilder({ page })
				.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
				.analyze();
			expect
				.soft(
					violations.map(
						({ id: rule, nodes }) =>
							`${path} ${rule}: ${nodes
								.map((n) => n.target.join(' '))
								.slice(0, 3)
								.join(' | ')}`
					)
				)
				.toEqual([]);
			const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			expect.soft(wider, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
		}
	});
}
