import type { Page } from '@playwright/test';
import { sheetData, workbook } from '#lib/files/testing/workbook.ts';
import { badge, openDemo, signUp, somebody } from './board.ts';
import { daysAgo, headAndGrip, joinAs, peopleOf } from './crew.ts';
import { expect, test } from './fixtures.ts';

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const line = (page: Page, row: number) => page.locator(`[data-line="${row}"]`);
const drop = (page: Page, name: string, bytes: Uint8Array): Promise<void> =>
	page.locator('input[type=file]').setInputFiles({ name, mimeType: EXCEL, buffer: Buffer.from(bytes) });

/** A sheet as departments keep them: a title, headings in two rows, merged cells, formulas, odd times, totals. */
function oddSheet(names: readonly [string, string, string], first: string, second: string): Uint8Array {
	const [grip, puller, turned] = names;
	const styles =
		'<numFmts><numFmt numFmtId="170" formatCode="[h]:mm"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs>';
	const night = '<c s="1"><v>1.0625</v></c>';
	const computed = '<c s="1"><f>D4+12/24</f><v>0.8125</v></c>';
	const rows = [
		['Camera – time sheet', null, null, null, null, null, null, null],
		['姓名 Name', 'Date', 'In 上班', 'Meal 1', null, 'Out 下班', 'Total', 'Notes'],
		['姓名 Name', 'Date', 'In 上班', 'Out', 'In', 'Out 下班', 'Total', 'Notes'],
		[grip, first, '０７：００', '12:00', '12:40', night, 17.83, 'load-out'],
		[grip, second, 7.5, '', '', computed, 12, ''],
		[puller, first, '8:00 AM', '', '', '7:30 pm', 10, ''],
		[turned, first, '7:00', '', '', '19:00', '', ''],
		[puller, second, 'early', '', '', '19:00', '', ''],
		['Total', '', '', '', '', '', 39.83, '']
	];
	return workbook({ styles, sheets: { Camera: sheetData(rows) } });
}

test('a keeper imports an odd workbook offline, a person disagrees, a second import adds nothing, and all of it can be taken back', async ({
	page,
	person
}) => {
	test.setTimeout(120_000);
	const id = await openDemo(page);
	const { camera, keeper, worker } = await headAndGrip(page, id, person);
	const [, grip, puller, third] = camera;
	if (!grip || !puller || !third) throw new Error('the demo has fewer than four people at the camera');
	const [first, second] = [daysAgo(45), daysAgo(44)];

	await keeper.goto(`/p/${id}/hours/department`);
	await keeper.getByRole('link', { name: 'Import a time sheet' }).click();
	await expect(badge(keeper)).toContainText('Synced');
	// A reload without a network is the service worker's to answer: it has to be there first.
	await keeper.evaluate(async () => void (await navigator.serviceWorker.ready));
	await keeper.context().setOffline(true);
	const turned = `${third.name.split(' ').reverse().join(', ')} (B cam)`;
	const bytes = oddSheet([grip.name, puller.name, turned], first.iso, second.iso);
	await drop(keeper, 'camera week.xlsx', bytes);

	// What was read, what it was read as, what looks wrong, and what couldn't be read: by row and column.
	await expect(keeper.getByRole('heading', { level: 1 })).toContainText('4 entries of 3 people');
	await expect(line(keeper, 4)).toContainText('07:00–25:30');
	await expect(line(keeper, 4)).toContainText('meals 12:00–12:40');
	await expect(line(keeper, 5)).toContainText('07:30–19:30');
	await expect(keeper.locator('[data-repair=decimal]')).toContainText('row 5, column C “7.5”');
	await expect(keeper.locator('[data-repair=formula]')).toContainText(
		'the value it last had was taken: 19:30'
	);
	await expect(line(keeper, 6)).toContainText('the sheet says 10, in and out come to 11:30');
	await expect(keeper.locator('[data-trouble="8"]')).toContainText('column C (In 上班) “early” is no time');
	// A name written alike is offered, never merged.
	await expect(line(keeper, 7)).toHaveAttribute('data-kind', 'nobody');
	await keeper.getByLabel(`Who is ${turned}?`).selectOption({ value: third.id });
	await expect(line(keeper, 7)).toHaveAttribute('data-kind', 'new');

	await keeper.getByRole('button', { name: 'Enter 4 entries for 3 people' }).click();
	await expect(keeper.getByText('Entered 4 entries for 3 people · Saved on this device')).toBeVisible();
	await expect(line(keeper, 4)).toHaveAttribute('data-kind', 'same');
	// A reload without a network loses nothing, and the same sheet again is recognised.
	await keeper.reload();
	await drop(keeper, 'camera week (2).xlsx', bytes);
	await expect(keeper.getByText('3 logged already')).toBeVisible();
	await expect(keeper.getByRole('button', { name: 'Nothing to enter' })).toBeDisabled();
	await keeper.context().setOffline(false);
	await expect(badge(keeper)).toContainText('Synced');

	// Each person is asked, and sees which file and row it came from.
	await worker.goto(`/p/${id}/hours`);
	await worker.getByRole('button', { name: new RegExp(first.words) }).click();
	await expect(worker.getByRole('dialog')).toContainText('Entered for you by');
	await expect(worker.getByRole('dialog')).toContainText('from “camera week.xlsx”, row 4');
	await worker.getByRole('button', { name: 'Disagree' }).click();
	await worker.getByLabel('What is wrong?').fill('wrapped at midnight');
	await worker.getByRole('dialog').getByRole('button', { name: 'Disagree' }).last().click();
	await expect(badge(worker)).toContainText('Synced');
	await keeper.goto(`/p/${id}/review`);
	await expect(
		keeper.locator('[data-review-row]').filter({ hasText: grip.name }).filter({ hasText: first.words })
	).toContainText('disagrees: wrapped at midnight');

	// The same sheet once more: the disagreement stands beside what is logged already.
	await keeper.goto(`/p/${id}/hours/timesheet`);
	await drop(keeper, 'camera week.xlsx', bytes);
	await expect(line(keeper, 4)).toContainText('logged already');
	await expect(line(keeper, 4)).toContainText('disagrees: wrapped at midnight');
	await keeper.getByRole('button', { name: 'Another sheet' }).click();

	// Another sheet says otherwise: at odds, not ticked; ticked it takes the place and the person is asked again.
	await keeper.goto(`/p/${id}/hours/timesheet`);
	await keeper
		.getByLabel('Paste rows here')
		.fill(`Name\tDate\tIn\tOut\n${puller.name}\t${first.iso}\t8:00\t20:00`);
	await keeper.getByRole('button', { name: 'Read it' }).click();
	await expect(line(keeper, 2)).toContainText('at odds with what is logged');
	await expect(line(keeper, 2).getByRole('checkbox')).not.toBeChecked();
	await line(keeper, 2).getByRole('checkbox').check();
	await keeper.getByRole('button', { name: 'Enter 1 entry for 1 person' }).click();
	await keeper.getByRole('button', { name: 'Take the whole import back' }).click();
	await expect(line(keeper, 2)).toContainText('logged: 08:00–19:30');

	// The first import can be taken back whole, long after it was made.
	await keeper.getByRole('button', { name: 'Another sheet' }).click();
	const before = keeper.locator('[data-batch]').filter({ hasText: 'camera week.xlsx' });
	await before.getByRole('button', { name: 'Take back' }).click();
	await before.getByRole('button', { name: 'Take back' }).click();
	await expect(before).toHaveCount(0);
	await expect(badge(keeper)).toContainText('Synced');
	await expect(worker.getByRole('dialog')).toContainText('the import of the time sheet was taken back');
});

test('a file that is no sheet, and a crew member without hours to keep, are told so', async ({
	page,
	person
}) => {
	const id = await openDemo(page);
	await page.goto(`/p/${id}/hours/timesheet`);
	await drop(page, 'hours.xlsx', new TextEncoder().encode('%PDF-1.7 not a sheet'));
	await expect(page.getByText('It is a PDF: export the sheet as XLSX or CSV.')).toBeVisible();
	const grip = (await peopleOf(page, id)).find(({ department }) => department === 'camera');
	const worker = await person();
	await signUp(worker, somebody('Grip'));
	await joinAs(page, id, worker, 'crew', grip?.id ?? null);
	await worker.goto(`/p/${id}/hours/timesheet`);
	await expect(worker.getByText('Review is for those who keep hours')).toBeVisible();
});
