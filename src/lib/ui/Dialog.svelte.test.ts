import { page, userEvent } from 'vitest/browser';
import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Dialog from './Dialog.svelte';
import SideSheet from './SideSheet.svelte';

const children = createRawSnippet(() => ({ render: () => '<p>Inside</p>' }));

test('a dialog is named by its title and asks to close on Escape, on its cross and on a press outside', async () => {
	const onclose = vi.fn();
	await render(Dialog, { title: 'Invite somebody', onclose, children });
	const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
	await expect.element(dialog).toBeVisible();
	await userEvent.keyboard('{Escape}');
	expect(onclose).toHaveBeenCalledTimes(1);
	await page.getByRole('button', { name: 'Close' }).click();
	expect(onclose).toHaveBeenCalledTimes(2);
	(dialog.element() as HTMLElement).dispatchEvent(
		new MouseEvent('click', { clientX: 1, clientY: 1, bubbles: true })
	);
	expect(onclose).toHaveBeenCalledTimes(3);
	// it stays until whoever opened it takes it away
	await expect.element(dialog).toBeVisible();
});

test('a dialog that holds typing is not lost to a press outside', async () => {
	const onclose = vi.fn();
	await render(Dialog, { title: 'Edit', onclose, children, keeps: true });
	page
		.getByRole('dialog')
		.element()
		.dispatchEvent(new MouseEvent('click', { clientX: 1, clientY: 1, bubbles: true }));
	expect(onclose).not.toHaveBeenCalled();
});

test.each([
	['dialog', Dialog],
	['side sheet', SideSheet]
] as const)('focus goes back where it was when a %s closes', async (_name, Component) => {
	const before = document.createElement('button');
	document.body.append(before);
	before.focus();
	const screen = await render(Component, { title: 'Scene 34-1', onclose: () => {}, children });
	expect(document.activeElement).not.toBe(before);
	await screen.unmount();
	expect(document.activeElement).toBe(before);
	before.remove();
});
