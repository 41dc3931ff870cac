import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import SaveBadge from './SaveBadge.svelte';
import type { SaveState, WaitingChange } from './save-state.ts';

const twoThirtyTwo = new Date(2026, 10, 12, 14, 32).getTime();
const cases: [SaveState, string][] = [
	[{ kind: 'saving' }, 'Saving…'],
	[{ kind: 'saved', protected: true, secure: true }, 'Saved on this device'],
	[{ kind: 'synced', at: twoThirtyTwo, secure: true }, 'Synced 14:32'],
	[{ kind: 'waiting', count: 12, online: false, protected: true, secure: true }, '12 changes waiting'],
	[{ kind: 'waiting', count: 1, online: true, protected: true, secure: true }, '1 change waiting'],
	[{ kind: 'needs-you', count: 2 }, 'Needs you'],
	[{ kind: 'record-differs', count: 1 }, 'Record changed'],
	[{ kind: 'offline' }, 'Offline'],
	[{ kind: 'storage-unavailable', count: 2 }, 'Not saved'],
	[{ kind: 'storage-unavailable', count: 0 }, 'Nothing is kept here'],
	[{ kind: 'synced', at: twoThirtyTwo, secure: false }, 'Synced 14:32, Offline needs https'],
	[{ kind: 'needs-https' }, 'Offline needs https'],
	[{ kind: 'signed-out', count: 3, protected: true, secure: true }, 'Sign in to sync'],
	[
		{ kind: 'signed-out', count: 3, protected: false, secure: true },
		'Sign in to sync, this browser may clear it'
	]
];

test.each(cases)('%o says "%s"', async (state, words) => {
	const screen = await render(SaveBadge, { state });
	await expect.element(screen.getByRole('button', { name: words, exact: true })).toBeVisible();
});

test('where the browser may clear its storage, the label says so', async () => {
	const screen = await render(SaveBadge, { state: { kind: 'saved', protected: false, secure: true } });
	await expect
		.element(screen.getByRole('button', { name: 'Saved on this device, this browser may clear it' }))
		.toBeVisible();
});

test('only what asks for somebody is announced', async () => {
	const screen = await render(SaveBadge, { state: { kind: 'synced', at: twoThirtyTwo, secure: true } });
	await expect.element(screen.getByRole('status')).toHaveTextContent('');
	await screen.rerender({ state: { kind: 'needs-you', count: 1 } });
	await expect.element(screen.getByRole('status')).toMatchTextContent('Needs you');
});

test('a changed record is announced, explained, exported and left behind only by whoever has seen it', async () => {
	const [onexport, ongoon] = [vi.fn(), vi.fn()];
	const screen = await render(SaveBadge, {
		state: { kind: 'record-differs', count: 1 },
		onexport,
		ongoon
	});
	await expect.element(screen.getByRole('status')).toMatchTextContent('Record changed');
	await screen.getByRole('button', { name: 'Record changed' }).click();
	await expect.element(screen.getByText(/Nothing here was touched\./)).toBeVisible();
	await screen.getByRole('button', { name: 'Export' }).click();
	expect(onexport).toHaveBeenCalledOnce();
	await screen.getByRole('button', { name: 'I have seen it, go on' }).click();
	expect(ongoon).toHaveBeenCalledOnce();
});

test('opened, it lists what was refused and why, and discards only after a second press', async () => {
	const ondiscard = vi.fn();
	const onexport = vi.fn();
	const screen = await render(SaveBadge, {
		state: { kind: 'needs-you', count: 1 },
		waiting: [{ id: '1', what: 'Moved 34-1 to day 3', at: twoThirtyTwo, why: 'Your role reads the plan.' }],
		onexport,
		ondiscard
	});
	await screen.getByRole('button', { name: 'Needs you' }).click();
	await expect.element(screen.getByText('Moved 34-1 to day 3')).toBeVisible();
	await expect.element(screen.getByText('Your role reads the plan.')).toBeVisible();
	await screen.getByRole('button', { name: 'Export' }).click();
	expect(onexport).toHaveBeenCalledOnce();

	await screen.getByRole('button', { name: 'Discard…' }).click();
	expect(ondiscard).not.toHaveBeenCalled();
	await expect.element(screen.getByRole('alert')).toMatchTextContent(/^Discard 1 change\?/);
	await screen.getByRole('button', { name: 'Discard', exact: true }).click();
	expect(ondiscard).toHaveBeenCalledExactlyOnceWith(['1']);
});

test('all that was refused is listed, and only what was listed at the first press is discarded', async () => {
	const ondiscard = vi.fn();
	const refused = (n: number): WaitingChange => ({
		id: String(n),
		what: `Changed scene ${n}`,
		why: 'Your role reads the plan.'
	});
	const twelve = Array.from({ length: 12 }, (_, n) => refused(n + 1));
	const screen = await render(SaveBadge, {
		state: { kind: 'needs-you', count: 12 },
		waiting: twelve,
		ondiscard
	});
	await screen.getByRole('button', { name: 'Needs you' }).click();
	await expect.element(screen.getByText('Changed scene 12')).toBeInTheDocument();
	await screen.getByRole('button', { name: 'Discard…' }).click();
	await screen.rerender({ state: { kind: 'needs-you', count: 13 }, waiting: [...twelve, refused(13)] });
	await expect.element(screen.getByRole('alert')).toMatchTextContent(/^Discard 12 changes\?/);
	await screen.getByRole('button', { name: 'Discard', exact: true }).click();
	expect(ondiscard).toHaveBeenCalledExactlyOnceWith(twelve.map(({ id }) => id));
});

test('with an ended sign-in, what is more pressing is said and can be exported, and signing in stays one press away', async () => {
	const screen = await render(SaveBadge, {
		state: { kind: 'storage-unavailable', count: 2 },
		signIn: '/sign-in',
		onexport: vi.fn()
	});
	await screen.getByRole('button', { name: 'Not saved' }).click();
	await expect.element(screen.getByRole('button', { name: 'Export' })).toBeVisible();
	await expect.element(screen.getByRole('link', { name: 'Sign in' })).toBeVisible();
});
