import { userEvent } from 'vitest/browser';
import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Menu from './Menu.svelte';

const button = createRawSnippet(() => ({ render: () => '<span>Harbour Revenge</span>' }));

test('a menu is walked with the arrows, closed with Escape, and gives focus back', async () => {
	const onpick = vi.fn();
	const screen = await render(Menu, {
		button,
		items: [
			{ label: 'First', href: '#first' },
			{ label: 'Second', onpick: vi.fn() },
			{ label: 'Sign out', onpick }
		]
	});
	const opener = screen.getByRole('button', { name: 'Harbour Revenge' });
	await opener.click();
	await expect.element(screen.getByRole('menuitem', { name: 'First' })).toHaveFocus();
	await userEvent.keyboard('{ArrowDown}');
	await expect.element(screen.getByRole('menuitem', { name: 'Second' })).toHaveFocus();
	await userEvent.keyboard('{ArrowUp}{ArrowUp}');
	await expect.element(screen.getByRole('menuitem', { name: 'Sign out' })).toHaveFocus();
	await userEvent.keyboard('{Escape}');
	await expect.element(opener).toHaveFocus();
	await expect.element(opener).toHaveAttribute('aria-expanded', 'false');

	await opener.click();
	await userEvent.keyboard('{End}{Enter}');
	expect(onpick).toHaveBeenCalledOnce();
	await expect.element(opener).toHaveFocus();
});
