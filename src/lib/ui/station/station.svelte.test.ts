import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import '../tokens.css';
import '../base.css';
import { day } from '#lib/domain/calendar/day-key.ts';
import { language } from '../text/index.svelte.ts';
import NameGrid from './NameGrid.svelte';
import PinForm from './PinForm.svelte';
import PinPad from './PinPad.svelte';
import type { PinOutcome, StationName } from './types.ts';

const person = (name: string, more: Partial<StationName> = {}): StationName => ({
	...{ personId: name, name, department: 'lighting', hasPin: true },
	...more
});
beforeEach(() => language.choose('en'));

test('names are under their departments, large enough for cold fingers, and searched only where they are many', async () => {
	const onpick = vi.fn<(person: StationName) => void>();
	const few = [person('Zhao'), person('An'), person('Wang', { department: 'camera' })];
	const screen = await render(NameGrid, { people: few, date: null, onpick });
	const names = screen.getByRole('button').elements();
	expect(names.map((one) => one.textContent.trim())).toEqual(['Wang', 'An', 'Zhao']);
	for (const one of names) expect(one.getBoundingClientRect().height).toBeGreaterThanOrEqual(64);
	await expect.element(screen.getByRole('searchbox')).not.toBeInTheDocument();

	const many = Array.from({ length: 60 }, (_, n) => person(`Grip ${n}`));
	await screen.rerender({ people: many, date: null, onpick });
	await screen.getByRole('searchbox').fill('grip 41');
	await screen.getByRole('button', { name: 'Grip 41' }).click();
	expect(onpick).toHaveBeenCalledExactlyOnceWith(many[41]);
	await screen.getByRole('searchbox').fill('Li');
	await expect.element(screen.getByText('No name here has “Li” in it.')).toBeVisible();
});

test('each name says when its person is called today, and what isn’t known is not made up', async () => {
	const people = [
		person('Zhao', { callAt: 450 }),
		person('An', { callAt: null }),
		person('Li', { callAt: 390 })
	];
	const screen = await render(NameGrid, { people, date: day('2026-11-12'), onpick: () => {} });
	await expect.element(screen.getByText('Thu 12 Nov: 2 people called, the first at 06:30.')).toBeVisible();
	const zhao = screen.getByRole('button', { name: 'Zhao' });
	await expect.element(zhao).toHaveAccessibleDescription('called 07:30');
	await expect.element(screen.getByRole('button', { name: 'An' })).toHaveAccessibleDescription('not called');
	await screen.rerender({ people: [person('Zhao')], date: null, onpick: () => {} });
	await expect
		.element(screen.getByText('Today’s calls are not on this tablet. They come with the network.'))
		.toBeVisible();
	await expect.element(zhao).toHaveAccessibleDescription('');
});

test('a PIN is typed on the pad or a keyboard and never shown, a wrong one is said, and too many shut the pad', async () => {
	const outcomes: PinOutcome[] = [{ is: 'wrong' }, { is: 'shut', ms: 30_000 }];
	const ontry = vi.fn<(pin: string) => Promise<PinOutcome>>(() =>
		Promise.resolve(outcomes.shift() ?? { is: 'right' })
	);
	const onback = vi.fn<() => void>();
	const screen = await render(PinPad, { person: person('Wang'), shutFor: 0, ontry, onback });
	const ok = screen.getByRole('button', { name: 'OK' });
	await screen.getByRole('button', { name: '7', exact: true }).click();
	await ok.click();
	await expect.element(screen.getByText('A PIN has four to eight digits.')).toBeVisible();
	expect(ontry).not.toHaveBeenCalled();
	await userEvent.keyboard('391');
	await expect.element(screen.getByRole('img', { name: '4 digits typed' })).toBeVisible();
	expect(screen.container.textContent).not.toContain('7391');
	await ok.click();
	await expect.element(screen.getByText('That is not your PIN.')).toBeVisible();
	expect(ontry).toHaveBeenLastCalledWith('7391');
	await userEvent.keyboard('7392');
	await ok.click();
	await expect.element(screen.getByText(/Too many wrong PINs\. Try again in (30|29) s\./)).toBeVisible();
	await expect.element(ok).toBeDisabled();
	await userEvent.keyboard('7393');
	expect(ontry).toHaveBeenCalledTimes(2);
	await screen.getByRole('button', { name: 'Back to names' }).click();
	expect(onback).toHaveBeenCalledOnce();
});

test('whoever has no PIN is told how to get one, and can’t write', async () => {
	const ontry = vi.fn<(pin: string) => Promise<PinOutcome>>();
	await render(PinPad, {
		...{ person: person('Wang', { hasPin: false }), shutFor: 0, ontry, onback: () => {} }
	});
	await expect.element(page.getByRole('heading', { name: 'Wang has no PIN yet' })).toBeVisible();
	await userEvent.keyboard('7391{Enter}');
	expect(ontry).not.toHaveBeenCalled();
});

test('a PIN that is too short or the first anybody would try isn’t sent, with the reason at the field', async () => {
	const onset = vi.fn<(pin: string) => Promise<string | null>>(() => Promise.resolve(null));
	const screen = await render(PinForm, { onset });
	const field = screen.getByLabelText('New PIN');
	const set = screen.getByRole('button', { name: 'Set PIN' });
	await field.fill('123');
	await set.click();
	await expect.element(screen.getByText(/four to eight digits, and nothing else/)).toBeVisible();
	await field.fill('1234');
	await set.click();
	await expect.element(screen.getByText(/first anybody would try/)).toBeVisible();
	expect(onset).not.toHaveBeenCalled();
	await field.fill('7391');
	await set.click();
	await expect.element(screen.getByText(/PIN set/)).toBeVisible();
	expect(onset).toHaveBeenCalledExactlyOnceWith('7391');
	await expect.element(field).toHaveValue('');
});
