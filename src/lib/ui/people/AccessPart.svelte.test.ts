import { page } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { PersonId } from '#lib/domain/ids.ts';
import { newRow } from '#lib/domain/schedule/new-rows.ts';
import { personRecord } from '#lib/domain/schedule/records.ts';
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

test('a planner is given the hours of the own department, and who joined it since is named', async () => {
	const person = (id: string, name: string) =>
		newRow(personRecord, id as PersonId, { name, department: 'camera' });
	const people = [person('p1', 'Wu'), person('p2', 'Sun')];
	const keep = vi.fn().mockResolvedValue({ ok: true });
	const planner = (keeps: MemberRow['keeps']): MemberRow[] => [
		{ userId: 'u3', name: 'Wu', role: 'planner', personId: 'p1', keeps }
	];
	const { rerender } = await render(AccessPart, {
		members: planner('none'),
		invitations: [],
		people,
		access: { keep },
		you: 'u1'
	});
	const choice = page.getByRole('combobox', { name: 'Whose hours Wu keeps' });
	await choice.selectOptions('keeps hours of own department');
	expect(keep).toHaveBeenCalledWith('u3', ['p1', 'p2']);

	await rerender({ members: planner(['p1']) });
	await expect.element(page.getByText('Joined since, not among them: Sun.')).toBeVisible();
	await page.getByRole('button', { name: 'Add to what is kept' }).click();
	expect(keep).toHaveBeenLastCalledWith('u3', ['p1', 'p2']);
});

test('only planners keep hours: producers see them anyway, and crew see their own', async () => {
	await open({ keep: vi.fn() });
	await expect.element(page.getByText('Zhao')).toBeVisible();
	expect(page.getByRole('combobox').elements()).toHaveLength(0);
});
