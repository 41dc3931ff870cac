import { page, userEvent } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { day } from '#lib/domain/calendar/day-key.ts';
import { queueOf, type ReviewRow } from '#lib/domain/hours/log/queue.ts';
import { dayStandings } from '#lib/domain/hours/log/standing.ts';
import { decisionOn, loggedAnswer, loggedEntry } from '#lib/domain/hours/testing/logged.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import type { ReviewActions } from './types.ts';
import ReviewPage from './ReviewPage.svelte';

const names = ['Wang', 'Zhao', 'Li'];
const people = names.map((name) => ({ id: name as PersonId, name, department: 'camera' as const }));
const MON = '2026-11-09';
const TUE = '2026-11-10';
const rows = (own = ''): ReviewRow[] =>
	queueOf(
		names.map((name) => ({
			personId: name,
			days: dayStandings([
				loggedEntry(`${name}1`, MON, name === 'Zhao' ? { self: false, byName: 'Gaffer' } : {}, name),
				...(name === 'Zhao' ? [loggedAnswer('no', ['Zhao1'], 'disagree', 'left at nine', 'Zhao')] : []),
				loggedEntry(`${name}2`, TUE, {}, name)
			]),
			calls: [],
			flagsOn: new Map(),
			own: name === own
		})),
		{ today: day('2026-11-14'), dayOf: () => day('2026-11-13') }
	);
const doing = () => ({ approve: vi.fn(), query: vi.fn(), pay: vi.fn() }) satisfies ReviewActions;
const open = (actions: ReviewActions, shown = rows()) =>
	render(ReviewPage, {
		rows: shown,
		people,
		today: day('2026-11-14'),
		about: () => ({
			placeOf: () => 'synced' as const,
			actions: null,
			pinnedOf: () => null,
			rulesHref: '',
			href: '/'
		}),
		actions,
		departmentHref: '/'
	});
const item = (key: string): HTMLElement =>
	document.querySelector<HTMLElement>(`[data-review-row="${key}"]`) as HTMLElement;
const keysOf = (fn: ReturnType<typeof vi.fn>): string[][] =>
	fn.mock.calls.map(([decided]) => (decided as ReviewRow[]).map(({ key }) => key));

test('the oldest day is first; J and K move, A approves the day in front and goes on to the next', async () => {
	const actions = doing();
	await open(actions);
	item(`Wang ${MON}`).focus();
	await userEvent.keyboard('j');
	await expect.poll(() => document.activeElement).toBe(item(`Zhao ${MON}`));
	await userEvent.keyboard('k');
	await expect.poll(() => document.activeElement).toBe(item(`Wang ${MON}`));
	await userEvent.keyboard('a');
	expect(keysOf(actions.approve)).toEqual([[`Wang ${MON}`]]);
	await expect.poll(() => document.activeElement).toBe(item(`Zhao ${MON}`));
});

test('a disagreement stands in its row, and approving many without a flag leaves it out', async () => {
	const actions = doing();
	await open(actions);
	await expect.element(page.getByText('disagrees: left at nine').first()).toBeVisible();
	await page.getByRole('button', { name: 'Select all without a flag (5)' }).click();
	await page.getByRole('button', { name: 'Approve 5 days' }).click();
	expect(keysOf(actions.approve)[0]).not.toContain(`Zhao ${MON}`);
});

test('X selects, Q asks about all that is selected, and a letter typed into the question decides nothing', async () => {
	const actions = doing();
	await open(actions);
	item(`Wang ${MON}`).focus();
	await userEvent.keyboard('x');
	await userEvent.keyboard('{ArrowDown}x');
	await userEvent.keyboard('q');
	await expect.element(page.getByLabelText('Your question')).toHaveFocus();
	await userEvent.keyboard('{Enter}');
	await expect.element(page.getByText('Ask something the person can answer.')).toBeVisible();
	await userEvent.keyboard('a quick jog{Enter}');
	expect(keysOf(actions.query)).toEqual([[`Wang ${MON}`, `Zhao ${MON}`]]);
	expect(actions.query.mock.calls[0]?.[1]).toBe('a quick jog');
	expect(actions.approve).not.toHaveBeenCalled();
});

test('Esc leaves the question without asking it', async () => {
	const actions = doing();
	await open(actions);
	item(`Wang ${MON}`).focus();
	await userEvent.keyboard('q');
	await expect.element(page.getByLabelText('Your question')).toHaveFocus();
	await userEvent.keyboard('{Escape}');
	await expect.element(page.getByLabelText('Your question')).not.toBeInTheDocument();
	expect(actions.query).not.toHaveBeenCalled();
});

test('own hours are seen, can’t be selected, and no key decides on them', async () => {
	const actions = doing();
	await open(actions, rows('Wang'));
	item(`Wang ${MON}`).focus();
	await userEvent.keyboard('xaq');
	expect(actions.approve).not.toHaveBeenCalled();
	await expect.element(page.getByLabelText('Your question')).not.toBeInTheDocument();
	await expect.element(page.getByText('Yours: somebody else decides.').first()).toBeVisible();
	expect(page.getByRole('checkbox').elements()).toHaveLength(4);
});

test('approved days say how long their money has been waited for, and are marked as paid on a day that has come', async () => {
	const actions = doing();
	const approved = queueOf(
		[
			{
				personId: 'Wang',
				days: dayStandings([loggedEntry('w', MON, {}, 'Wang')], [decisionOn('d', MON, ['w'], {}, 'Wang')]),
				calls: [],
				flagsOn: new Map(),
				own: false
			}
		],
		{ today: day('2026-11-14'), dayOf: () => day('2026-11-10') }
	);
	await open(actions, approved);
	await page.getByLabelText('Show').selectOptions('Approved, unpaid (1)');
	await expect.element(page.getByText('approved, unpaid for 4 days').first()).toBeVisible();
	item(`Wang ${MON}`).focus();
	await userEvent.keyboard('p');
	await page.getByLabelText('Paid on').fill('2027-01-01');
	await page.getByRole('button', { name: 'Mark 1 day as paid' }).click();
	await expect.element(page.getByText(/can’t be a day to come/)).toBeVisible();
	await page.getByLabelText('Paid on').fill('2026-11-13');
	await page.getByRole('button', { name: 'Mark 1 day as paid' }).click();
	expect(actions.pay.mock.calls[0]?.[1]).toBe('2026-11-13');
});
