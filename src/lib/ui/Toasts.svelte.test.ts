import { flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { toasts } from './toast.svelte.ts';
import Toasts from './Toasts.svelte';

test('a toast is announced, undone by one press, and then gone', async () => {
	const run = vi.fn();
	const screen = await render(Toasts);
	toasts.say('Moved 3 strips to day 4', { label: 'Undo', run });
	await expect.element(screen.getByRole('status')).toMatchTextContent('Moved 3 strips to day 4');
	await screen.getByRole('button', { name: 'Undo' }).click();
	expect(run).toHaveBeenCalledOnce();
	expect(toasts.shown).toEqual([]);
});

test('it leaves after eight seconds, but not while somebody is on it', async () => {
	const { container } = await render(Toasts);
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	try {
		toasts.say('Saved', { label: 'Undo', run: () => {} });
		flushSync();
		const undo = container.querySelector('button');
		vi.advanceTimersByTime(7900);
		undo?.focus();
		vi.advanceTimersByTime(60_000);
		expect(toasts.shown).toHaveLength(1);
		undo?.blur();
		vi.advanceTimersByTime(7900);
		expect(toasts.shown).toHaveLength(1);
		vi.advanceTimersByTime(200);
		expect(toasts.shown).toEqual([]);
	} finally {
		vi.useRealTimers();
	}
});

test('a newer toast takes the place of the older', async () => {
	await render(Toasts);
	toasts.say('First');
	toasts.say('Second');
	expect(toasts.shown.map((toast) => toast.words)).toEqual(['Second']);
	toasts.dismiss(toasts.shown[0]?.id ?? 0);
});
