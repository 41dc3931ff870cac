import { beforeEach, expect, test, vi } from 'vitest';
import { createRawSnippet } from 'svelte';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import '../tokens.css';
import '../base.css';
import { day } from '#lib/domain/calendar/day-key.ts';
import type { ProductionId } from '#lib/domain/ids.ts';
import { newRow } from '#lib/domain/schedule/new-rows.ts';
import { productionRecord } from '#lib/domain/schedule/records.ts';
import { language } from '../text/index.svelte.ts';
import AccountPart from './AccountPart.svelte';
import ArchivePart from './ArchivePart.svelte';
import type { SettingsChange } from './settings.ts';
import SettingsPage from './SettingsPage.svelte';

const production = newRow(productionRecord, 'p' as ProductionId, {
	title: 'Harbour Revenge',
	startsOn: day('2026-11-01'),
	shootsOn: day('2026-11-12'),
	launchesOn: day('2026-12-01')
});
const own = createRawSnippet(() => ({ render: () => '<p>own</p>' }));
const open = async (changes: object = {}) => {
	const onchange = vi.fn<(change: SettingsChange) => Promise<boolean>>(() => Promise.resolve(true));
	const now = Date.UTC(2026, 10, 1, 4);
	const screen = await render(SettingsPage, {
		...{ production, editable: true, reason: null, now, onchange, own },
		...changes
	});
	return { screen, onchange };
};

beforeEach(() => language.choose('en'));

test('a figure is saved when its field is left, and only that figure', async () => {
	const { screen, onchange } = await open();
	await screen.getByLabelText('Agreed day').fill('11:30');
	await userEvent.tab();
	expect(onchange).toHaveBeenCalledExactlyOnceWith({ contractMinutes: 690 });
});

test('a launch before the shoot is not saved and says so; typed right again, the sentence goes', async () => {
	const { screen, onchange } = await open();
	const launch = screen.getByLabelText('Launch');
	await launch.fill('2026-11-05');
	await userEvent.tab();
	const sentence = screen.getByText('The launch would be before the first shoot day. Not saved.');
	await expect.element(sentence).toBeVisible();
	await expect.element(launch).toHaveValue('2026-11-05');
	await launch.fill('2026-12-01');
	await userEvent.tab();
	await expect.element(sentence).not.toBeInTheDocument();
	expect(onchange).not.toHaveBeenCalled();
});

test('what was typed wrong stays while somebody else changes another field', async () => {
	const { screen } = await open();
	await screen.getByLabelText('Longest day').fill('5:00');
	await userEvent.tab();
	await screen.rerender({ production: { ...production, title: 'Harbour Revenge 2' } });
	await expect.element(screen.getByLabelText('Title')).toHaveValue('Harbour Revenge 2');
	await expect.element(screen.getByLabelText('Longest day')).toHaveValue('5:00');
});

test('a judicial subject says at once that it needs a planning number', async () => {
	const { screen } = await open({ production: { ...production, subject: 'judicial' } });
	await expect.element(screen.getByText(/needs a planning number before the first shoot day/)).toBeVisible();
	await expect.element(screen.getByText(/CN-2026-01/)).toBeVisible();
});

test('crew read the figures with the reason and change none', async () => {
	const { screen } = await open({ editable: false, reason: 'A producer or planner changes these.' });
	await expect.element(screen.getByText('A producer or planner changes these.')).toBeVisible();
	await expect.element(screen.getByLabelText('Agreed day')).toBeDisabled();
	await expect.element(screen.getByLabelText('Launch')).toBeDisabled();
	await expect.element(screen.getByRole('checkbox', { name: 'Sun' })).toBeDisabled();
});

test('what could not be saved is said at its field', async () => {
	const { screen } = await open({ onchange: () => Promise.resolve(false) });
	await screen.getByLabelText('Meal').fill('30 min');
	await userEvent.tab();
	await expect
		.element(screen.getByText('That could not be saved. What was there before still holds.'))
		.toBeVisible();
});

test('a production is archived only after being asked', async () => {
	const onarchive = vi.fn(() => Promise.resolve(null));
	const screen = await render(ArchivePart, { title: 'Harbour Revenge', archived: false, onarchive });
	await screen.getByRole('button', { name: 'Archive this production' }).click();
	expect(onarchive).not.toHaveBeenCalled();
	await screen.getByRole('button', { name: 'Archive', exact: true }).click();
	expect(onarchive).toHaveBeenCalledExactlyOnceWith(true);
});

test('a wrong old passphrase is said at its field, and the new one stays typed', async () => {
	const onpassphrase = vi.fn(() => Promise.resolve({ code: 'wrong-passphrase' }));
	const you = { name: 'Zhou Qing', guest: false };
	const screen = await render(AccountPart, { you, createHref: '/', onpassphrase });
	await screen.getByLabelText('Passphrase now').fill('not this one');
	await screen.getByLabelText('New passphrase').fill('four words are good');
	await screen.getByRole('button', { name: 'Change passphrase' }).click();
	await expect.element(screen.getByText('The old passphrase is not right.')).toBeVisible();
	await expect.element(screen.getByLabelText('New passphrase')).toHaveValue('four words are good');
});
