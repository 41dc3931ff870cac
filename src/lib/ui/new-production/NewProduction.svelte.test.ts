import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import '../tokens.css';
import '../base.css';
import { day } from '#lib/domain/calendar/day-key.ts';
import { language } from '../text/index.svelte.ts';
import type { Wanted } from './form.ts';
import { forgetForm, keepForm, keptForm } from './keeping.ts';
import NewProduction from './NewProduction.svelte';

const SCRIPT = `Title: Rain Money

Nobody reads this.

# Episode 1

INT. TEA HOUSE - DAY #1#

LIN WAN
It's all there.

EXT. ALLEY - NIGHT #2#

LIN
You knew.
`;
const bytes = (text: string) => new TextEncoder().encode(text);
const long = (scenes: number): string =>
	Array.from(
		{ length: scenes },
		(_, i) => `INT. ROOM ${i} - DAY\n\n${'Rain on the roof. '.repeat(12)}\n\n`
	).join('');

function props(changes: object = {}) {
	return {
		today: day('2026-11-01'),
		now: Date.UTC(2026, 10, 1, 4),
		zone: 'Asia/Shanghai',
		kept: null,
		onkeep: vi.fn(),
		figuresFor: () => null,
		oncreate: vi.fn<(wanted: Wanted) => Promise<string | null>>(() => Promise.resolve(null)),
		...changes
	};
}
const open = async (changes: object = {}) => {
	const given = props(changes);
	const screen = await render(NewProduction, given);
	const create = screen.getByRole('button', { name: 'Create production' });
	const choose = async (content: string | Uint8Array<ArrayBuffer>, name: string): Promise<void> => {
		await screen.getByLabelText(/Drop the script here/).upload(new File([content], name));
	};
	return { screen, given, create, choose };
};

beforeEach(() => language.choose('en'));
afterEach(() => forgetForm('somebody'));

test('a form without title and script says both at their fields and makes nothing', async () => {
	const { screen, given, create } = await open();
	await create.click();
	await expect.element(screen.getByText('Give the production a title.')).toBeVisible();
	await expect.element(screen.getByText('Choose a script or paste it, or start without one.')).toBeVisible();
	await expect.element(screen.getByText('2 things are missing or wrong, marked above.')).toBeVisible();
	await expect.element(screen.getByLabelText('Title')).toHaveFocus();
	expect(given.oncreate).not.toHaveBeenCalled();
});

test('a script shows what was read, line by line what was not, and gives an empty title its own', async () => {
	const { screen, choose } = await open();
	await choose(SCRIPT, 'rain.fountain');
	await expect.element(screen.getByText('2 scenes in 1 episode')).toBeVisible();
	await expect.element(screen.getByText('1 place was not read')).toBeVisible();
	await expect.element(screen.getByText('Nobody reads this.')).toBeVisible();
	await expect.element(screen.getByLabelText('Title')).toHaveValue('Rain Money');
	await expect.element(screen.getByRole('button', { name: 'Join LIN and LIN WAN' })).toBeVisible();
});

test('names that look alike stay apart until somebody joins them', async () => {
	const { screen, given, create, choose } = await open();
	await choose(SCRIPT, 'rain.fountain');
	await screen.getByRole('button', { name: 'Join LIN and LIN WAN' }).click();
	await create.click();
	await vi.waitFor(() => expect(given.oncreate).toHaveBeenCalledOnce());
	expect(given.oncreate.mock.calls[0]?.[0].script?.cast.map(({ name }) => name)).toHaveLength(1);
});

test.each([
	['a PDF', '%PDF-1.7 and so on', 'plan.pdf', /It looks like a PDF/],
	['an empty file', '', 'empty.fountain', /There is nothing in it/],
	['a letter', 'Dear all,\n\nsee you.', 'letter.txt', /No scene heading was found.*Line \d came closest/]
])('%s is refused with a sentence at the field, and what was typed stays', async (_what, text, name, why) => {
	const { screen, given, create, choose } = await open();
	await screen.getByLabelText('Title').fill('Harbour Revenge');
	await choose(bytes(text), name);
	await expect.element(screen.getByText(why)).toBeVisible();
	await create.click();
	await expect.element(screen.getByLabelText('Title')).toHaveValue('Harbour Revenge');
	expect(given.oncreate).not.toHaveBeenCalled();
});

test('a long script is read beside the page and comes out whole', async () => {
	const { Reading } = await import('./reading.svelte.ts');
	const worker = new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' });
	const answered = new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }));
	const { screen, choose } = await open({ reading: new Reading(() => worker) });
	await choose(long(1600), 'long.fountain');
	await answered;
	await expect.element(screen.getByText('1,600 scenes', { exact: true })).toBeVisible();
});

test('reading a long script can be stopped', async () => {
	const terminate = vi.fn();
	const { Reading } = await import('./reading.svelte.ts');
	const never = { postMessage: () => {}, terminate } as unknown as Worker;
	const { screen, choose } = await open({ reading: new Reading(() => never) });
	await choose(long(1600), 'long.fountain');
	await screen.getByRole('button', { name: 'Stop reading' }).click();
	await expect.element(screen.getByText(/Drop the script here/)).toBeVisible();
	expect(terminate).toHaveBeenCalledOnce();
});

test('a browser that cannot load the reader beside the page reads the script all the same', async () => {
	const { Reading } = await import('./reading.svelte.ts');
	const broken = new Reading(() => new Worker('data:text/javascript,throw new Error("offline")'));
	const { screen, choose } = await open({ reading: broken });
	await choose(long(1600), 'long.fountain');
	await expect.element(screen.getByText('1,600 scenes', { exact: true })).toBeVisible();
});

test('a production without a script is made with its shoot days, rest days skipped', async () => {
	const { screen, given, create } = await open();
	await screen.getByLabelText('Title').fill(' Harbour Revenge ');
	await screen.getByLabelText('Shoot days').fill('2');
	await screen.getByRole('checkbox', { name: 'Sun' }).click({ force: true });
	await screen.getByRole('radio', { name: 'No script yet' }).click({ force: true });
	await create.click();
	await vi.waitFor(() => expect(given.oncreate).toHaveBeenCalledOnce());
	expect(given.oncreate.mock.calls[0]?.[0]).toMatchObject({
		title: 'Harbour Revenge',
		shootDates: ['2026-11-16', '2026-11-17'],
		restWeekdays: [7],
		currency: 'CNY',
		script: null
	});
});

test('a failure is said and leaves everything as it was typed', async () => {
	const { screen, create, choose } = await open({
		oncreate: () => Promise.resolve('No room on this device.')
	});
	await choose(SCRIPT, 'rain.fountain');
	await create.click();
	await expect.element(screen.getByText('No room on this device.')).toBeVisible();
	await expect.element(screen.getByLabelText('Title')).toHaveValue('Rain Money');
	await expect.element(screen.getByText('2 scenes in 1 episode')).toBeVisible();
});

test('a launch before the green light is said as soon as it was chosen', async () => {
	const { screen } = await open();
	await screen.getByLabelText('Launch').fill('2026-10-01');
	await userEvent.tab();
	await expect
		.element(screen.getByText('The launch is before the green light. Choose a later day.'))
		.toBeVisible();
});

test('a page left by mistake comes back with what was typed and with its script', async () => {
	const first = await open({ onkeep: (form: Parameters<typeof keepForm>[1]) => keepForm('somebody', form) });
	await first.choose(bytes(SCRIPT), 'rain.fountain');
	await expect.element(first.screen.getByText('2 scenes in 1 episode')).toBeVisible();
	await first.screen.unmount();

	const again = await open({ kept: keptForm('somebody') });
	await expect.element(again.screen.getByLabelText('Title')).toHaveValue('Rain Money');
	await expect.element(again.screen.getByText('2 scenes in 1 episode')).toBeVisible();
});

test('a big script is asked for again, the rest is kept', async () => {
	const source = { name: 'big.txt', of: 'x'.repeat(600_001) };
	keepForm('somebody', { typed: { ...keptShape(), title: 'Big' }, way: 'file', source });
	const { screen } = await open({ kept: keptForm('somebody') });
	await expect.element(screen.getByLabelText('Title')).toHaveValue('Big');
	await expect
		.element(screen.getByText('Choose the script again: only what you typed was kept.'))
		.toBeVisible();
});

test('something else under our name in the tab’s storage is as nothing', () => {
	for (const raw of ['{', '[]', '{"typed":{"title":1}}', 'null']) {
		sessionStorage.setItem('daybreak.new-production.somebody', raw);
		expect(keptForm('somebody')).toBeNull();
	}
});

const keptShape = () => ({
	title: '',
	startsOn: '2026-11-01',
	shootsOn: '2026-11-12',
	launchesOn: '2026-12-01',
	days: '7',
	rest: [],
	zone: 'Asia/Shanghai',
	currency: 'CNY',
	commission: 'own',
	reviewer: 'platform',
	episodes: '60'
});
