import { userEvent } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import MinutesField from './MinutesField.svelte';

test('a length of time is handed on when the field is left, and once', async () => {
	const onpick = vi.fn();
	const screen = await render(MinutesField, { label: 'Agreed day', minutes: 600, onpick });
	const field = screen.getByLabelText('Agreed day');
	await expect.element(field).toHaveValue('10:00');
	await field.fill('10 h 30');
	await userEvent.tab();
	expect(onpick).toHaveBeenCalledExactlyOnceWith(630);
});

test('what cannot be read is marked, kept and not handed on', async () => {
	const onpick = vi.fn();
	const screen = await render(MinutesField, { label: 'Agreed day', minutes: 600, onpick });
	const field = screen.getByLabelText('Agreed day');
	await field.fill('ten hours');
	await userEvent.tab();
	await expect.element(field).toHaveAttribute('aria-invalid', 'true');
	await expect.element(field).toHaveValue('ten hours');
	expect(onpick).not.toHaveBeenCalled();
});

test('an optional one may be emptied', async () => {
	const onpick = vi.fn();
	const screen = await render(MinutesField, { label: 'Agreed day', minutes: 600, optional: true, onpick });
	await screen.getByLabelText(/^Agreed day/).fill('');
	await userEvent.tab();
	expect(onpick).toHaveBeenCalledExactlyOnceWith(null);
});
