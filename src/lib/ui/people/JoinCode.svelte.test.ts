import { page } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import InvitationList from './InvitationList.svelte';
import JoinCode from './JoinCode.svelte';
import type { JoinCodeOutcome } from './people.ts';

const code = (text: string, seconds: number): JoinCodeOutcome => ({
	ok: true,
	code: text,
	seconds,
	address: 'board.example'
});

test('the code is there to be read out, with where it is typed and the time it has left', async () => {
	await render(JoinCode, { onmake: () => Promise.resolve(code('K7MQ2F90', 530)) });
	await expect.element(page.getByText('K7MQ 2F90')).toBeVisible();
	await expect.element(page.getByText(/they open board\.example and type it/)).toBeVisible();
	await expect.element(page.getByRole('timer')).toMatchTextContent(/^Good for another 8:[345]\d min$/);
});

test('a code whose time is over says so, and a new one takes its place', async () => {
	const onmake = vi
		.fn()
		.mockResolvedValueOnce(code('K7MQ2F90', 0))
		.mockResolvedValueOnce(code('00ZZ11XX', 900));
	await render(JoinCode, { onmake });
	await expect.element(page.getByText('This code has ended.')).toBeVisible();
	await page.getByRole('button', { name: 'New code' }).click();
	await expect.element(page.getByText('00ZZ 11XX')).toBeVisible();
	await expect.element(page.getByText('K7MQ 2F90')).not.toBeInTheDocument();
	await expect.element(page.getByRole('timer')).toMatchTextContent(/^Good for another 1[45]:\d\d min$/);
});

test('without a network it says so, and the code is made when it is asked for again', async () => {
	const onmake = vi
		.fn()
		.mockResolvedValueOnce({ ok: false, code: 'offline' })
		.mockResolvedValueOnce(code('K7MQ2F90', 900));
	await render(JoinCode, { onmake });
	await expect.element(page.getByRole('alert')).toMatchTextContent(/^The server was not reached\./);
	await page.getByRole('button', { name: 'Make a code' }).click();
	await expect.element(page.getByText('K7MQ 2F90')).toBeVisible();
	await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

test('an open invitation gets a code when it is asked for, not before', async () => {
	const onjoincode = vi.fn().mockResolvedValue(code('K7MQ2F90', 900));
	const invitation = { id: 'i1', role: 'crew' as const, personName: 'Zhao', uses: 1, used: 0, expiresAt: 0 };
	await render(InvitationList, { invitations: [invitation], onjoincode });
	expect(onjoincode).not.toHaveBeenCalled();
	const button = page.getByRole('button', { name: 'Join code for the invitation Crew: Zhao' });
	await button.click();
	expect(onjoincode).toHaveBeenCalledWith('i1');
	await expect.element(page.getByText('K7MQ 2F90')).toBeVisible();
	await button.click();
	await expect.element(page.getByText('K7MQ 2F90')).not.toBeInTheDocument();
});
