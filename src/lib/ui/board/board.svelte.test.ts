import '../tokens.css';
import '../base.css';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { markDays } from '#lib/doc/commands/availability.ts';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import { addPerson } from '#lib/doc/commands/people.ts';
import { day } from '#lib/domain/calendar/day-key.ts';
import type { CharacterId } from '#lib/domain/ids.ts';
import { moveStrips } from '#lib/doc/commands/move-strips.ts';
import { removeShootDay } from '#lib/doc/commands/shoot-days.ts';
import { language } from '../text/index.svelte.ts';
import { toasts } from '../toast.svelte.ts';
import Board from './Board.svelte';
import { drag, finger, grab, letGo, middleOf, moveOn } from './testing/hand.ts';
import { smallBoard, visit, type SmallBoard } from './testing/small-board.ts';

const element = (selector: string): HTMLElement => {
	const found = document.querySelector<HTMLElement>(selector);
	if (!found) throw new Error(`${selector} is not on the page`);
	return found;
};
const strip = (number: string): HTMLElement => element(`[data-scene-number="${number}"]`);
const header = (number: number): HTMLElement => element(`[data-day-number="${number}"] header`);
/** waits until an element says something, among other things */
const reads = (of: Element, words: string | RegExp): Promise<void> =>
	expect.poll(() => of.textContent?.replace(/\s+/g, ' ')).toMatch(words);
const ghost = (): Element | null => document.querySelector('[data-ghost]');

type Shown = { component: { show: (day: string | null, scene: string | null) => Promise<void> } };
async function show(board: SmallBoard, editable = true): Promise<Shown> {
	await page.viewport(1300, 800);
	const host = document.createElement('div');
	host.style.height = '780px';
	document.body.append(host);
	const shown = await render(Board, {
		target: host,
		props: { board: board.view, actions: board.actions, editable, draft: !editable }
	});
	await expect.poll(() => document.querySelectorAll('.board').length).toBe(1);
	return shown as unknown as Shown;
}

beforeEach(() => {
	localStorage.clear();
	return language.choose('en');
});
afterEach(() => {
	for (const toast of toasts.shown) toasts.dismiss(toast.id);
	document.body.replaceChildren();
});

describe('moving strips', () => {
	test('a strip dragged with the mouse onto another day lands before the strip it is dropped on', async () => {
		const board = smallBoard();
		await show(board);
		await drag(middleOf(strip('1-2')), middleOf(strip('3-2'), 8));
		await expect.poll(() => board.on(2)).toEqual(['3-1', '1-2', '3-2', '3-3']);
		expect(board.on(1)).toEqual(['1-1', '2-1']);
	});

	test('a set taken by its header is not left chosen, so that its strips can be moved one by one', async () => {
		const board = smallBoard();
		await show(board);
		const of = element('[data-day-number="1"] [data-set-header]');
		await drag(middleOf(of), middleOf(strip('3-2'), 8));
		await expect.poll(() => board.on(2).length).toBeGreaterThan(4);
		expect(document.querySelectorAll('[data-strip][aria-selected="true"]').length).toBe(0);
	});

	test('while a strip is over a day its hours, its wrap and what changes are shown before the drop', async () => {
		const board = smallBoard();
		await show(board);
		const to = middleOf(strip('3-2'), 8);
		await grab(middleOf(strip('2-1')), to);
		await reads(header(2), '+3 h 30, wrap');
		await expect.poll(() => ghost()?.textContent).toContain('D2 Fri 13 Nov');
		expect(board.on(2)).toEqual(['3-1', '3-2', '3-3']);
		await letGo(to);
		await expect.poll(() => board.on(2)).toEqual(['3-1', '2-1', '3-2', '3-3']);
	});

	test('Escape during a drag leaves everything where it was', async () => {
		const board = smallBoard();
		await show(board);
		const to = middleOf(strip('3-2'));
		await grab(middleOf(strip('1-1')), to);
		await expect.poll(ghost).not.toBeNull();
		await userEvent.keyboard('{Escape}');
		await expect.poll(ghost).toBeNull();
		await letGo(to);
		expect(board.on(1)).toEqual(['1-1', '1-2', '2-1']);
	});

	test('a finger that holds a quarter of a second drags; the strip lands where it is lifted', async () => {
		const board = smallBoard();
		await show(board);
		const to = middleOf(strip('4-1'), 8);
		await finger.down(middleOf(strip('3-1')));
		await expect.poll(ghost).not.toBeNull();
		await finger.move(to);
		await expect.poll(() => ghost()?.textContent).toContain('D3');
		await finger.up();
		await expect.poll(() => board.on(3)).toEqual(['3-1', '4-1']);
	});

	test('a finger that moves at once scrolls and drags nothing', async () => {
		const board = smallBoard();
		await show(board);
		const from = middleOf(strip('3-1'));
		await finger.down(from);
		await finger.move({ x: from.x - 40, y: from.y });
		await finger.move({ x: from.x - 90, y: from.y });
		expect(ghost()).toBeNull();
		await finger.up();
		expect(board.on(2)).toEqual(['3-1', '3-2', '3-3']);
	});

	test('several strips chosen with Ctrl move together, in their order', async () => {
		const board = smallBoard();
		await show(board);
		await userEvent.click(strip('2-1'));
		await userEvent.click(strip('1-1'), { modifiers: ['ControlOrMeta'] });
		await drag(middleOf(strip('2-1')), middleOf(strip('4-1'), 8));
		await expect.poll(() => board.on(3)).toEqual(['1-1', '2-1', '4-1']);
	});

	test('a set header drags all its strips', async () => {
		const board = smallBoard();
		await show(board);
		await drag(middleOf(element('[data-day-number="2"] [data-set-header]')), middleOf(strip('4-1'), 8));
		await expect.poll(() => board.on(3)).toEqual(['3-1', '3-2', '3-3', '4-1']);
	});

	test('a strip from the boneyard goes on a day, and one from a day into the boneyard', async () => {
		const board = smallBoard();
		await show(board);
		await drag(middleOf(strip('5-1')), middleOf(strip('1-1'), 8));
		await expect.poll(() => board.on(1)).toEqual(['5-1', '1-1', '1-2', '2-1']);
		await drag(middleOf(strip('4-1')), middleOf(element('[data-day=""] .pane')));
		await expect.poll(() => board.on(0)).toEqual(['5-2', '4-1']);
	});

	test('a locked strip stays where it is', async () => {
		const board = smallBoard();
		changeRow(board.mine, 'strips', board.strip('1-1'), { locked: true });
		await show(board);
		await drag(middleOf(strip('1-1')), middleOf(strip('4-1')));
		expect(board.on(1)).toEqual(['1-1', '1-2', '2-1']);
	});

	test('what was dropped is taken back by the toast and done again by the keyboard', async () => {
		const board = smallBoard();
		await show(board);
		await drag(middleOf(strip('1-2')), middleOf(strip('3-2'), 8));
		await expect.poll(() => toasts.shown[0]?.words).toContain('1 strip moved to D2 Fri 13 Nov');
		toasts.shown[0]?.action?.run();
		expect(board.on(1)).toEqual(['1-1', '1-2', '2-1']);
		await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
		await expect.poll(() => board.on(2)).toEqual(['3-1', '1-2', '3-2', '3-3']);
	});
});

describe('the keyboard alone', () => {
	test('arrows walk strips and days, Alt and arrows move a strip down and to the next day', async () => {
		const board = smallBoard();
		await show(board);
		strip('1-1').focus();
		await userEvent.click(strip('1-1'));
		await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
		await expect.poll(() => board.on(1)).toEqual(['1-2', '1-1', '2-1']);
		await expect.element(page.elementLocator(strip('1-1'))).toHaveFocus();
		await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
		await expect.poll(() => board.on(2)).toContain('1-1');
		await expect.poll(() => document.activeElement?.getAttribute('data-scene-number')).toBe('1-1');
		await userEvent.keyboard('{ArrowRight}');
		await expect.poll(() => document.activeElement?.getAttribute('data-scene-number')).toBe('4-1');
	});

	test('M offers days with their reasons, best first, and moves there', async () => {
		const board = smallBoard();
		await show(board);
		await userEvent.click(strip('5-1'));
		await userEvent.keyboard('m');
		await expect.poll(() => document.querySelector('[data-move-to]')).not.toBeNull();
		const best = element('[data-move-to]');
		await reads(best, 'Fits best');
		await reads(best, '1 of 1 cast called');
		const dayId = element('[data-move-to]').getAttribute('data-move-to');
		await userEvent.click(element('[data-move-to]'));
		await expect.poll(() => board.on(0)).toEqual(['5-2']);
		expect(board.mine.tables.strips.get(board.strip('5-1'))?.place.dayId).toBe(dayId);
	});

	test('Space chooses, Enter opens the scene at the side, Escape closes it', async () => {
		await show(smallBoard());
		await userEvent.click(strip('1-1'));
		await userEvent.keyboard('{ArrowDown} ');
		await expect.element(page.elementLocator(strip('1-2'))).toHaveAttribute('aria-selected', 'true');
		await userEvent.keyboard('{Enter}');
		await expect.element(page.getByRole('dialog', { name: 'Scene 1-2' })).toBeVisible();
		await userEvent.keyboard('{Escape}');
		await expect.poll(() => document.querySelector('dialog')).toBeNull();
		await expect.element(page.elementLocator(strip('1-2'))).toHaveFocus();
	});
});

describe('two people on one board', () => {
	test("a colleague's change to one scene makes one strip ready again and draws one strip", async () => {
		const board = smallBoard();
		await show(board);
		const made = board.view.live.viewsMade;
		const drawn = new Set<string>();
		const watch = new MutationObserver((records) => {
			for (const { target } of records) {
				const on = (target instanceof Element ? target : target.parentElement)?.closest('[data-strip]');
				if (on) drawn.add(on.getAttribute('data-scene-number') ?? '');
			}
		});
		watch.observe(document.body, { subtree: true, attributes: true, characterData: true, childList: true });
		changeRow(board.theirs, 'scenes', board.scene('3-2'), { number: '3-2B' });
		board.sync();
		await expect.poll(() => document.querySelector('[data-scene-number="3-2B"]')).not.toBeNull();
		expect(board.view.live.viewsMade - made).toBe(1);
		expect([...drawn]).toEqual(['3-2B']);
		watch.disconnect();
	});

	test('two people who type into different fields of one scene both keep what they typed', async () => {
		const board = smallBoard();
		await show(board);
		await userEvent.click(strip('1-1'));
		await userEvent.click(strip('1-1'));
		await userEvent.fill(page.getByLabelText('Synopsis'), 'She comes back');
		changeRow(board.theirs, 'scenes', board.scene('1-1'), { notes: 'rain machine' });
		board.sync();
		await userEvent.keyboard('{Tab}');
		await expect
			.poll(() => board.mine.tables.scenes.get(board.scene('1-1'))?.synopsis)
			.toBe('She comes back');
		expect(board.mine.tables.scenes.get(board.scene('1-1'))?.notes).toBe('rain machine');
		await expect.element(page.getByLabelText('Notes')).toHaveValue('rain machine');
	});

	test('who else is on a strip is shown there, by letters and by name', async () => {
		const board = smallBoard();
		await show(board);
		visit(board, 'Zhou Qing', ['3-1']);
		await expect.element(page.elementLocator(strip('3-1'))).toHaveAccessibleName(/Zhou Qing is on this/);
		expect(strip('3-1').textContent).toContain('ZQ');
	});

	test('a day that a colleague takes away during a drag takes no strip', async () => {
		const board = smallBoard();
		await show(board);
		await grab(middleOf(strip('1-1')), middleOf(strip('4-1')));
		await expect.poll(() => ghost()?.textContent).toContain('D3');
		removeShootDay(board.theirs, board.day(3), 1);
		board.sync();
		await expect.poll(() => document.querySelector('[data-day-number="3"]')).toBeNull();
		await letGo(middleOf(strip('4-1')));
		await expect.poll(ghost).toBeNull();
		expect([...board.on(1), ...board.on(2), ...board.on(0)].sort()).toEqual(
			['1-1', '1-2', '2-1', '3-1', '3-2', '3-3', '4-1', '5-1', '5-2'].sort()
		);
	});

	test('a strip a colleague moves while it is in the hand ends where it was dropped last, once', async () => {
		const board = smallBoard();
		await show(board);
		const to = middleOf(strip('3-3'), 8);
		await grab(middleOf(strip('1-1')), to);
		moveStrips(board.theirs, [board.strip('1-1')], { dayId: board.day(3), before: null });
		board.sync();
		await expect.poll(() => board.on(3)).toEqual(['4-1', '1-1']);
		await moveOn({ x: to.x, y: to.y + 1 });
		await letGo(to);
		await expect.poll(() => board.on(2)).toEqual(['3-1', '3-2', '1-1', '3-3']);
		expect(board.on(3)).toEqual(['4-1']);
	});
});

describe('what the board says', () => {
	test('the sentence comes first: days, hours, rest, what is unscheduled', async () => {
		await show(smallBoard());
		await expect
			.element(page.elementLocator(element('[data-sentence]')))
			.toHaveTextContent('3 days. All within the agreed day; everyone rests 10 h or more. 2 unscheduled.');
	});

	test("the bar opens the day's hours as a sum", async () => {
		await show(smallBoard());
		await userEvent.click(element('[data-day-number="1"] .hours button'));
		const sum = page.getByRole('dialog', { name: 'Hours of D1' });
		await reads(sum.element(), /Shooting\s*3 h/);
		await reads(sum.element(), /Company moves\s*1 h 15/);
		await reads(sum.element(), /Last person wraps\s*13:30/);
	});

	test('a night with too little rest says how many, and opens to who they are', async () => {
		const board = smallBoard();
		changeRow(board.mine, 'days', board.day(1), { callAt: 18 * 60 });
		await show(board);
		const night = element(`[data-night="${board.day(1)}"]`);
		expect(night.textContent).toContain('6');
		await userEvent.click(night.querySelector('button') as HTMLElement);
		await reads(night, '6 people rest under 10 h');
		await reads(night, 'Zhao Lei');
	});

	test('a strip shot in part keeps its part, and the rest waits in the boneyard', async () => {
		const board = smallBoard();
		await show(board);
		await userEvent.click(strip('1-1'));
		await userEvent.keyboard('{Enter}');
		await userEvent.click(page.getByRole('button', { name: 'Partial' }));
		await userEvent.click(page.getByRole('button', { name: 'Mark partial' }));
		await expect.poll(() => board.mine.tables.strips.get(board.strip('1-1'))?.status).toBe('partial');
		expect(board.on(0)).toEqual(['1-1', '5-1', '5-2']);
	});

	test('a banner put on a day from its menu can be taken off at the side', async () => {
		const board = smallBoard();
		await show(board);
		const before = board.on(1).length;
		const banners = () => document.querySelectorAll('[data-day-number="1"] .banner').length;
		await userEvent.click(page.getByRole('button', { name: /menu|more|Shoot day 1/i }).first());
		await userEvent.click(page.getByRole('button', { name: 'Note' }));
		await expect.poll(banners).toBe(1);
		await userEvent.click(page.getByRole('button', { name: 'Remove this banner' }));
		await expect.poll(banners).toBe(0);
		expect(board.on(1).length).toBe(before);
	});

	test('a filter by set shows the strips of that set only, and says how many', async () => {
		await show(smallBoard());
		await userEvent.click(page.getByRole('button', { name: 'Filter' }));
		await userEvent.selectOptions(page.getByLabelText('Set', { exact: true }), 'Lobby');
		await expect.poll(() => document.querySelectorAll('[data-strip]').length).toBe(1);
		await expect.element(page.getByText('Showing 1 of 9 strips.')).toBeVisible();
	});
});

describe('who can’t be had', () => {
	const wan = 'character-wan'.padEnd(22, '0') as CharacterId;
	const AWAY = { kind: 'away', fromAt: null, toAt: null, note: '' } as const;

	test('a strip whose cast is away carries a sign, says why, and is free of it once the day is taken off', async () => {
		const board = smallBoard();
		await show(board);
		expect(document.querySelectorAll('[data-conflict]')).toHaveLength(0);
		const personId = addPerson(board.mine, { name: 'Ma Yue', department: 'cast' }, wan);
		const thirteenth = { from: day('2026-11-13'), to: day('2026-11-13') };
		markDays(board.mine, { personId }, thirteenth, AWAY, 0);
		await expect.poll(() => document.querySelectorAll('[data-conflict]')).toHaveLength(3);
		expect(strip('3-1').ariaLabel).toContain('Ma Yue is away on Day 2; 3 strips with them.');
		expect(strip('1-1').querySelector('[data-conflict]')).toBeNull();
		markDays(board.mine, { personId }, thirteenth, null, 0);
		await expect.poll(() => document.querySelectorAll('[data-conflict]')).toHaveLength(0);
	});

	test('a drag over that day says who isn’t available before the drop, and "Move to day" puts it last', async () => {
		const board = smallBoard();
		const personId = addPerson(board.mine, { name: 'Ma Yue', department: 'cast' }, wan);
		markDays(board.mine, { personId }, { from: day('2026-11-13'), to: day('2026-11-13') }, AWAY, 0);
		await show(board);
		const to = middleOf(strip('3-2'), 8);
		await grab(middleOf(strip('1-2')), to);
		await expect.poll(() => ghost()?.textContent).toContain('Ma Yue not available');
		await userEvent.keyboard('{Escape}');
		await letGo(to);
		strip('1-2').focus();
		await userEvent.keyboard('m');
		await expect
			.poll(() => document.querySelector('[data-move-to^="day-2"]')?.textContent)
			.toContain('Ma Yue not available');
		const offered = [...document.querySelectorAll('[data-move-to]')].map((one) =>
			one.getAttribute('data-move-to')
		);
		expect(offered.slice(0, 2).map((id) => id?.slice(0, 5))).toEqual(['day-3', 'day-2']);
	});
});

describe('how it is looked at', () => {
	const mode = (): string | undefined =>
		document.querySelector<HTMLInputElement>('[role="toolbar"] input:checked')?.value;

	test('another way of looking shows the day that was on screen', async () => {
		const board = smallBoard();
		await show(board);
		await userEvent.click(strip('4-1'));
		await userEvent.click(element('[role="toolbar"] input[value="day"]'));
		await expect.poll(() => document.querySelectorAll('[data-day-number]').length).toBe(1);
		expect(header(3).textContent).toContain('D3');
	});

	test('what a finding is about is shown in every mode: another day, a scene on it, a scene that waits', async () => {
		const board = smallBoard();
		const { component } = await show(board);
		await userEvent.click(element('[role="toolbar"] input[value="day"]'));
		await component.show(board.day(3), null);
		await expect.poll(() => document.querySelector('[data-day-number="3"]')).not.toBeNull();
		const id = (number: string): string =>
			[...board.mine.tables.scenes.rows().values()].find((scene) => scene.number === number)?.id ?? '';
		await component.show(null, id('1-2'));
		await expect.poll(() => strip('1-2').getAttribute('aria-selected')).toBe('true');
		await component.show(null, id('5-1'));
		await expect.poll(() => document.activeElement?.getAttribute('data-scene-number')).toBe('5-1');
	});

	test('a reload finds the mode and what was folded again', async () => {
		const board = smallBoard();
		await show(board);
		await userEvent.click(element('[data-set-header]'));
		const folded = document.querySelectorAll('[data-strip]').length;
		expect(folded).toBeLessThan(9);
		await expect.poll(() => localStorage.getItem('daybreak.board')).toContain('"folded":["');
		document.body.replaceChildren();
		await show(board);
		expect(document.querySelectorAll('[data-strip]').length).toBe(folded);
		await userEvent.click(element('[role="toolbar"] input[value="whole"]'));
		document.body.replaceChildren();
		await show(board);
		expect(mode()).toBe('whole');
	});

	test('what another version kept, or nobody can read, is passed over', async () => {
		localStorage.setItem('daybreak.board', '{"mode":"diagonal","folded":7');
		await show(smallBoard());
		expect(mode()).toBe('days');
		localStorage.setItem('daybreak.board', '{"mode":"diagonal","folded":7,"boneyard":"ajar"}');
		document.body.replaceChildren();
		await show(smallBoard());
		expect(mode()).toBe('days');
	});
});

describe('those who only read', () => {
	test('the crew see everything marked as a draft, and can move and change nothing', async () => {
		const board = smallBoard();
		await show(board, false);
		await expect.element(page.getByText('Draft')).toBeVisible();
		expect(document.querySelectorAll('[data-strip]').length).toBe(9);
		await drag(middleOf(strip('1-1')), middleOf(strip('4-1')));
		expect(board.on(1)).toEqual(['1-1', '1-2', '2-1']);
		strip('1-1').focus();
		await userEvent.click(strip('1-1'));
		await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}m');
		expect(board.on(1)).toEqual(['1-1', '1-2', '2-1']);
		await userEvent.keyboard('{Enter}');
		await expect.element(page.getByLabelText('Synopsis')).toBeDisabled();
		expect(page.getByRole('button', { name: 'Dropped' }).elements()).toEqual([]);
		expect(getComputedStyle(page.getByLabelText('INT/EXT').element()).opacity).toBe('1');
		expect(document.querySelector('[data-undo]')).toBeNull();
	});
});

describe('an empty board', () => {
	test('offers the first scene when there is none', async () => {
		const board = smallBoard('all');
		await show(board);
		await userEvent.click(page.getByRole('button', { name: 'Add a scene' }));
		await expect.poll(() => board.on(0).length).toBe(1);
	});

	test('offers as many shoot days as the scenes need, on the planned dates', async () => {
		const board = smallBoard('no-days');
		await show(board);
		await userEvent.click(page.getByRole('button', { name: 'Add 2 shoot days' }));
		await expect.element(page.getByRole('region', { name: 'Shoot day 2, Fri 13 Nov' })).toBeVisible();
	});
});
