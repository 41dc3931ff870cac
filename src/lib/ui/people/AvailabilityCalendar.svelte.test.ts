import '../tokens.css';
import '../base.css';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { day } from '#lib/domain/calendar/day-key.ts';
import type { AvailabilityId } from '#lib/domain/ids.ts';
import { newRow } from '#lib/domain/schedule/new-rows.ts';
import { availabilityRecord, type Availability } from '#lib/domain/schedule/records.ts';
import { drag, middleOf } from '../board/testing/hand.ts';
import { language } from '../text/index.svelte.ts';
import CalendarPart from './CalendarPart.svelte';

const AWAY = { kind: 'away', fromAt: null, toAt: null, note: '' };
const row = (values: Partial<Availability>): Availability =>
	newRow(availabilityRecord, 'row' as AvailabilityId, { from: day('2026-11-12'), ...values });
const cell = (date: string): HTMLElement => {
	const found = document.querySelector<HTMLElement>(`[data-date="2026-11-${date}"]`);
	if (!found) throw new Error(`${date} is not shown`);
	return found;
};

async function show(rows: readonly Availability[] = [], editable = true) {
	await page.viewport(420, 900);
	const actions = { mark: vi.fn(), change: vi.fn(), remove: vi.fn() };
	await render(CalendarPart, {
		of: 'person',
		view: {
			rows,
			called: new Set([day('2026-11-12'), day('2026-11-13')]),
			shootDates: new Set([day('2026-11-12'), day('2026-11-13'), day('2026-11-14')]),
			start: day('2026-11-01')
		},
		...(editable ? { actions } : {})
	});
	return actions;
}
const span = (from: string, to = from) => ({ from: `2026-11-${from}`, to: `2026-11-${to}` });

beforeEach(async () => {
	document.body.replaceChildren();
	await language.choose('en');
});

test('a tap marks a day, and a tap on a day so marked takes the mark off', async () => {
	const first = await show();
	await userEvent.click(cell('10'));
	expect(first.mark).toHaveBeenCalledExactlyOnceWith(span('10'), AWAY);
	document.body.replaceChildren();
	const again = await show([row({})]);
	await userEvent.click(cell('12'));
	expect(again.mark).toHaveBeenCalledExactlyOnceWith(span('12'), null);
});

test('a drag over days marks all of them, in either direction, with the mark that is chosen', async () => {
	const { mark } = await show();
	await userEvent.click(document.querySelector('label:has([value="travel"])') as HTMLElement);
	await drag(middleOf(cell('19')), middleOf(cell('10')));
	await expect.poll(() => mark.mock.calls).toEqual([[span('10', '19'), { ...AWAY, kind: 'travel' }]]);
});

test('arrows walk the days and turn the month, Shift extends, Enter marks, Escape lets go', async () => {
	const { mark } = await show();
	cell('01').focus();
	await userEvent.keyboard('{ArrowDown}{ArrowRight}');
	expect(document.activeElement).toBe(cell('09'));
	await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowDown}{/Shift}');
	expect(document.querySelectorAll('[data-date][aria-selected="true"]')).toHaveLength(9);
	await userEvent.keyboard('{Escape}');
	expect(document.querySelectorAll('[data-date][aria-selected="true"]')).toHaveLength(0);
	await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}{Enter}');
	expect(mark).toHaveBeenCalledExactlyOnceWith(span('16', '17'), AWAY);
	await userEvent.keyboard('{PageDown}');
	await expect.element(page.getByText('December 2026')).toBeVisible();
});

test('a day says in words what it is: called, a shoot day, called and not available', async () => {
	await show([row({ from: day('2026-11-13') })]);
	expect(cell('12').ariaLabel).toBe('Thu 12 Nov, called');
	expect(cell('13').ariaLabel).toBe('Fri 13 Nov, Away, called, and not available');
	expect(cell('14').ariaLabel).toBe('Sat 14 Nov, shoot day');
});

test('hours and a note belong to what is marked; a time that is none is said and not handed on', async () => {
	const { change } = await show([row({})]);
	await page.getByLabelText(/^From/).fill('seven');
	await userEvent.keyboard('{Tab}');
	expect(change).not.toHaveBeenCalled();
	await page.getByLabelText(/^From/).fill('18:30');
	await userEvent.keyboard('{Tab}');
	expect(change).toHaveBeenCalledWith('row', { fromAt: 1110 });
	await page.getByLabelText('Note').fill('theatre');
	await userEvent.keyboard('{Tab}');
	expect(change).toHaveBeenCalledWith('row', { note: 'theatre' });
});

test('those who only read see the days and can mark none', async () => {
	await show([row({})], false);
	await expect.element(page.getByText('Away', { exact: true })).toBeVisible();
	expect(document.querySelectorAll('fieldset, input')).toHaveLength(0);
	await userEvent.click(cell('10'));
	expect(document.querySelectorAll('[aria-selected="true"]')).toHaveLength(0);
});
