import { page } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import AccessPart from './AccessPart.svelte';
import type { AccessActions, MemberRow } from './people.ts';

const members: readonly MemberRow[] = [
	{ userId: 'u1', name: 'Lin', role: 'producer', personId: null, keeps: 'none' },
	{ userId: 'u2', name: 'Zhao', role: 'crew', personId: null, keeps: 'none' }
];
const open = (access: AccessActions) =>
	render(AccessPart, { members, invitations: [], people: [], access, you: 'u1' });

test('a member is asked about by name, and removed', async () => {
	const removeMember = vi.fn().mockResolvedValue({ ok: true });
	await open({ removeMember });
	await page.getByRole('button', { name: 'Remove Zhao from the members' }).click();
	await expect.element(page.getByText(/^Remove Zhao\?/)).toBeVisible();
	await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
	expect(removeMember).toHaveBeenCalledWith('u2');
	await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('a refusal is said, and nobody is removed by Cancel', async () => {
	const removeMember = vi.fn().mockResolvedValue({ ok: false, code: 'last-producer' });
	await open({ removeMember });
	await page.getByRole('button', { name: 'Remove Lin from the members' }).click();
	await page.getByRole('button', { name: 'Cancel' }).click();
	expect(removeMember).not.toHaveBeenCalled();
	await page.getByRole('button', { name: 'Remove Lin from the members' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
	await expect.element(page.getByText(/needs a producer/)).toBeVisible();
});
