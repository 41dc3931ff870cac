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

const camera = ['Wu', 'Sun'].map((name, n) =>
	newRow(personRecord, `p${n + 1}` as PersonId, { name, department: 'camera' })
);
const openPlanner = (keeps: MemberRow['keeps'], keep: AccessActions['keep']) =>
	render(AccessPart, {
		members: [{ userId: 'u3', name: 'Wu', role: 'planner', personId: 'p1', keeps }],
		invitations: [],
		people: camera,
		access: { keep },
		you: 'u1'
	});

test('a planner is given the hours of the own department', async () => {
	const keep = vi.fn().mockResolvedValue({ ok: true });
	await openPlanner('none', keep);
	const choice = page.getByRole('combobox', { name: 'Whose hours Wu keeps' });
	await choice.selectOptions('keeps hours of own department');
	expect(keep).toHaveBeenCalledWith('u3', ['p1', 'p2']);
});

test('who joined the department after it was given is named, and added by one press', async () => {
	const keep = vi.fn().mockResolvedValue({ ok: true });
	await openPlanner(['p1'], keep);
	await expect.element(page.getByText('Joined since, not among them: Sun.')).toBeVisible();
	await page.getByRole('button', { name: 'Add to what is kept' }).click();
	expect(keep).toHaveBeenCalledWith('u3', ['p1', 'p2']);
});

test('only planners keep hours: producers see them anyway, and crew see their own', async () => {
	await open({ keep: vi.fn() });
	await expect.element(page.getByText('Zhao')).toBeVisible();
	expect(page.getByRole('combobox').elements()).toHaveLength(0);
});
