import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import AccountForm from './AccountForm.svelte';

test('an empty form says what is missing at each field and goes to the first', async () => {
	const onsend = vi.fn();
	const screen = await render(AccountForm, { kind: 'sign-in', onsend });
	await screen.getByRole('button', { name: 'Sign in' }).click();
	const name = screen.getByLabelText('Name');
	await expect.element(name).toHaveFocus();
	await expect.element(name).toHaveAccessibleDescription('Enter your name.');
	await expect
		.element(screen.getByLabelText('Passphrase', { exact: true }))
		.toHaveAccessibleDescription('Enter your passphrase.');
	expect(onsend).not.toHaveBeenCalled();
});

test('a passphrase of 7 characters is too short for an account, but is tried for signing in', async () => {
	const onsend = vi.fn().mockResolvedValue({ ok: true });
	const screen = await render(AccountForm, { kind: 'create', onsend });
	await screen.getByLabelText('Name').fill('Liu Min');
	await screen.getByLabelText('Passphrase', { exact: true }).fill('7 chars');
	await screen.getByRole('button', { name: 'Create account' }).click();
	await expect
		.element(screen.getByText('A passphrase needs 8 characters or more.', { exact: false }))
		.toBeVisible();
	expect(onsend).not.toHaveBeenCalled();
	await screen.rerender({ kind: 'sign-in' });
	await screen.getByRole('button', { name: 'Sign in' }).click();
	expect(onsend).toHaveBeenCalledWith({ name: 'Liu Min', passphrase: '7 chars', code: '' });
});

test('a name that is taken is said at the name; a wrong sign-in above the button', async () => {
	const onsend = vi.fn().mockResolvedValueOnce({ ok: false, code: 'name-taken', field: 'name' });
	const screen = await render(AccountForm, { kind: 'create', name: 'Liu Min', onsend });
	await screen.getByLabelText('Passphrase', { exact: true }).fill('four unrelated words');
	await screen.getByRole('button', { name: 'Create account' }).click();
	await expect.element(screen.getByLabelText('Name')).toHaveFocus();
	await expect.element(screen.getByText('Somebody has this name already.', { exact: false })).toBeVisible();
	onsend.mockResolvedValueOnce({ ok: false, code: 'wrong-sign-in' });
	await screen.getByRole('button', { name: 'Create account' }).click();
	await expect.element(screen.getByRole('alert')).toMatchTextContent(/^Name and passphrase do not match\./);
});
