import { page } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Outcome } from './outcome.ts';
import JoinCodeForm from './JoinCodeForm.svelte';

const open = (onsend: (code: string) => Promise<Outcome>) =>
	render(JoinCodeForm, { label: 'Join code', onsend });
const field = () => page.getByLabelText('Join code');
const go = () => page.getByRole('button', { name: 'Join', exact: true });

test('a code is taken as it was heard: small letters, spaces, O for 0 and l for 1', async () => {
	const onsend = vi.fn().mockResolvedValue({ ok: true });
	await open(onsend);
	await field().fill(' k7mq-2fol ');
	await go().click();
	expect(onsend).toHaveBeenCalledWith('K7MQ2F01');
});

test('what can’t be a code is said before anybody is asked, and the field has the focus', async () => {
	const onsend = vi.fn();
	await open(onsend);
	await go().click();
	await expect.element(page.getByText('Enter the code you were told.')).toBeVisible();
	await field().fill('k7mq 2f9');
	await go().click();
	await expect.element(page.getByText('A join code has 8 letters and digits; this has 7.')).toBeVisible();
	await expect.element(field()).toHaveFocus();
	await field().fill('k7mq 2f9u');
	await go().click();
	await expect.element(page.getByText(/only the letters A to Z, without U/)).toBeVisible();
	expect(onsend).not.toHaveBeenCalled();
});

test('a code nobody knows is said at the field; no network is said too, and what was typed stays', async () => {
	const onsend = vi
		.fn()
		.mockResolvedValueOnce({ ok: false, code: 'join-code-unknown', field: 'code' })
		.mockResolvedValueOnce({ ok: false, code: 'offline' });
	await open(onsend);
	await field().fill('K7MQ 2F90');
	await go().click();
	await expect.element(page.getByText(/^This join code is not known/)).toBeVisible();
	await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
	await go().click();
	await expect.element(page.getByRole('alert')).toMatchTextContent(/^The server was not reached\./);
	await expect.element(field()).toHaveValue('K7MQ 2F90');
});
