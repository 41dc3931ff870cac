import { page } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { PersonId } from '#lib/domain/ids.ts';
import { newRow } from '#lib/domain/schedule/new-rows.ts';
import { personRecord, type Person } from '#lib/domain/schedule/records.ts';
import InviteDialog from './InviteDialog.svelte';
import type { InviteOutcome, InviteRequest } from './people.ts';

const person = (id: string, name: string): Person =>
	newRow(personRecord, id as PersonId, { name, job: 'gaffer', department: 'lighting', contractKind: 'day' });
const made: InviteOutcome = {
	ok: true,
	id: 'i1',
	link: 'https://board.example/join#abc',
	expiresAt: new Date(2026, 10, 14, 9, 30).getTime(),
	uses: 1
};
const open = (
	oninvite: (request: InviteRequest) => Promise<InviteOutcome>,
	forWhom: PersonId | null = null
) => render(InviteDialog, { people: [person('p1', 'Zhao')], person: forWhom, oninvite, onclose: () => {} });

test('an invitation for a person of the plan is for one use, and shows a link and a QR code', async () => {
	const oninvite = vi.fn().mockResolvedValue(made);
	await open(oninvite, 'p1' as PersonId);
	await page.getByRole('radio', { name: /^Planner/ }).click();
	await page.getByRole('button', { name: 'Make the invitation' }).click();
	expect(oninvite).toHaveBeenCalledWith({
		role: 'planner',
		personId: 'p1',
		personName: 'Zhao',
		uses: 1,
		hours: 72
	});
	await expect.element(page.getByLabelText('Link')).toHaveValue('https://board.example/join#abc');
	await expect.element(page.getByRole('img', { name: 'QR code of this link' })).toBeVisible();
	await expect.element(page.getByText('Good until 14 Nov, 09:30, for 1 person.')).toBeVisible();
});

test('for nobody in particular it may be used by 1 to 100 people', async () => {
	const oninvite = vi.fn().mockResolvedValue(made);
	await open(oninvite);
	const uses = page.getByLabelText('How many may use it');
	await uses.fill('101');
	await page.getByRole('button', { name: 'Make the invitation' }).click();
	await expect.element(page.getByText('A whole number from 1 to 100.')).toBeVisible();
	expect(oninvite).not.toHaveBeenCalled();
	await uses.fill('40');
	await page.getByRole('button', { name: 'Make the invitation' }).click();
	expect(oninvite).toHaveBeenCalledWith(expect.objectContaining({ role: 'crew', personId: null, uses: 40 }));
});

test('without a network it says so and keeps what was chosen', async () => {
	await open(() => Promise.resolve({ ok: false, code: 'offline' }));
	await page.getByRole('radio', { name: /^Viewer/ }).click();
	await page.getByRole('button', { name: 'Make the invitation' }).click();
	await expect.element(page.getByRole('alert')).toMatchTextContent(/^The server was not reached\./);
	await expect.element(page.getByRole('radio', { name: /^Viewer/ })).toBeChecked();
});
