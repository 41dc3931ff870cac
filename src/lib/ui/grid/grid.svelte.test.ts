import { userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { language } from '../text/index.svelte.ts';
import Sheet from './testing/Sheet.svelte';

beforeEach(() => language.complete());

const told = vi.fn();
async function open(props: { count?: number; editable?: boolean } = {}) {
	told.mockClear();
	const { container, component } = await render(Sheet, { told, ...props });
	const cell = (row: number, key: string): HTMLElement =>
		container.querySelector(`[data-at="${row - 1}"] [data-key="${key}"]`) as HTMLElement;
	const says = (row: number, key: string): string => {
		const box = cell(row, key).querySelector('textarea');
		return box ? box.value : (cell(row, key).textContent ?? '').trim();
	};
	const click = (row: number, key: string) => userEvent.click(cell(row, key));
	const here = (): string => document.activeElement?.getAttribute('aria-label') ?? '';
	const paste = (text: string, type = 'text/plain'): void => {
		const clipboardData = new DataTransfer();
		clipboardData.setData(type, text);
		document.activeElement?.dispatchEvent(
			new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
		);
	};
	const copy = (type: 'copy' | 'cut' = 'copy'): string => {
		const clipboardData = new DataTransfer();
		document.activeElement?.dispatchEvent(
			new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true })
		);
		return clipboardData.getData('text/plain');
	};
	return { container, component, cell, says, click, here, paste, copy };
}
const keys = (what: string) => userEvent.keyboard(what);

describe('typing', () => {
	test('replaces what a cell says, Enter goes down, and after a run of Tabs back to where it began', async () => {
		const { click, says, here } = await open();
		await click(2, 'n');
		await keys('20{Tab}Twenty{Tab}done{Enter}');
		await expect
			.poll(() => [says(2, 'n'), says(2, 'title'), says(2, 'status')])
			.toEqual(['20', 'Twenty', 'done']);
		expect(here()).toBe('No., Row 3');
	});
	test('F2 edits what is there, Escape keeps it', async () => {
		const { click, says } = await open();
		await click(1, 'title');
		await keys('{F2} more{Enter}');
		await expect.poll(() => says(1, 'title')).toBe('Title 1 more');
		await keys('gone{Escape}');
		expect(says(2, 'title')).toBe('Title 2');
		expect(told).toHaveBeenCalledTimes(1);
	});
	test('what a cell can’t take stays in it with the reason, and leaving it puts the old value back', async () => {
		const { click, says, container, cell } = await open();
		await click(1, 'n');
		await keys('seven{Enter}');
		await expect
			.poll(() => cell(1, 'n').querySelector('[role="alert"]')?.textContent)
			.toBe('A whole number.');
		expect(told).not.toHaveBeenCalled();
		await click(3, 'title');
		await expect.poll(() => says(1, 'n')).toBe('1');
		expect(container.querySelector('.report')?.textContent).toMatch(/A whole number\./);
	});
	test('a choice is taken by its first letters or from the list', async () => {
		const { click, says, cell } = await open();
		await click(1, 'status');
		await keys('doi{Enter}');
		await expect.poll(() => says(1, 'status')).toBe('doing');
		await keys('{F2}');
		await expect.poll(() => cell(2, 'status').querySelectorAll('[role="option"]').length).toBe(3);
		await keys('{ArrowDown}{ArrowDown}{Enter}');
		await expect.poll(() => says(2, 'status')).toBe('done');
	});
	test('Space turns every selected no into a yes', async () => {
		const { click, says } = await open();
		await click(1, 'done');
		await keys('{Shift>}{ArrowDown}{ArrowDown}{/Shift} ');
		await expect.poll(() => [1, 2, 3, 4].map((row) => says(row, 'done'))).toEqual(['✓', '✓', '✓', '']);
		expect(told).toHaveBeenCalledWith('type 3+0');
	});
	test('a reckoned cell and a reader’s grid take no letter', async () => {
		const first = await open();
		await first.click(1, 'length');
		await keys('99{Enter}');
		expect(told).not.toHaveBeenCalled();
		const reader = await open({ editable: false });
		await reader.click(1, 'title');
		await keys('x{Enter}{Delete}');
		reader.paste('x');
		expect(told).not.toHaveBeenCalled();
	});
	test('in Chinese: letters of the input method are not cells, and its Enter doesn’t leave the cell', async () => {
		const { click, says, here } = await open();
		await click(1, 'title');
		const box = document.activeElement as HTMLTextAreaElement;
		box.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
		box.value = 'gang';
		box.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
		box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
		box.value = '港湾';
		box.dispatchEvent(new InputEvent('input', { bubbles: true }));
		box.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '港湾' }));
		expect(here()).toBe('Title, Row 1');
		await keys('{Enter}');
		await expect.poll(() => says(1, 'title')).toBe('港湾');
	});
});

describe('copy and paste', () => {
	test('a block goes in as one change, quoted line breaks in one cell', async () => {
		const { click, says, paste } = await open();
		await click(2, 'title');
		paste('"She says ""no"".\nHe goes."\tdone\r\nSafe\tdoing\r\n');
		await expect.poll(() => says(3, 'title')).toBe('Safe');
		expect(says(2, 'title')).toBe('She says "no".\nHe goes.');
		expect(told.mock.calls).toEqual([['paste 4+0']]);
	});
	test('a table of a web page goes in where there is no plain text', async () => {
		const { click, says, paste } = await open();
		await click(1, 'n');
		paste('<table><tr><td>7</td><td>A<br>B</td></tr></table>', 'text/html');
		await expect.poll(() => [says(1, 'n'), says(1, 'title')]).toEqual(['7', 'A\nB']);
	});
	test('rows below the last are made; while sorted they are not, and that is said', async () => {
		const { click, paste, container } = await open();
		await click(5, 'title');
		paste('five\nsix\nseven');
		await expect.poll(() => told.mock.calls).toEqual([['paste 1+2']]);
		await expect
			.poll(() => container.querySelector('[role="grid"]')?.getAttribute('aria-rowcount'))
			.toBe('8');
		await userEvent.click(container.querySelector('[role="columnheader"] button') as HTMLElement);
		await click(7, 'title');
		paste('a\nb');
		await expect.poll(() => container.querySelector('.report')?.textContent).toMatch(/had no place/);
	});
	test('values a cell can’t take are listed, and the line leads to the cell', async () => {
		const { click, says, paste, container, here } = await open();
		await click(1, 'title');
		paste('ok\tnever\nfine\tdone');
		await expect.poll(() => says(2, 'status')).toBe('done');
		expect(says(1, 'status')).toBe('todo');
		const report = container.querySelector('.report') as HTMLElement;
		expect(report.textContent).toMatch(/Row 1, Status\s*never\s*One of three\./);
		await userEvent.click(report.querySelector('button') as HTMLElement);
		await expect.poll(here).toBe('Status, Row 1');
	});
	test('what is copied reads as it was written; cutting clears, and a cell that can’t be empty says so', async () => {
		const { click, copy, says, container } = await open();
		await click(1, 'n');
		await keys('{Shift>}{ArrowRight}{ArrowDown}{/Shift}');
		expect(copy()).toBe('1\tTitle 1\r\n2\tTitle 2');
		copy('cut');
		await expect.poll(() => says(1, 'title')).toBe('');
		expect(says(1, 'n')).toBe('1');
		expect(container.querySelector('.report')?.textContent).toMatch(/Row 1, No\./);
	});
	test('Ctrl+D fills down, and the handle goes on counting', async () => {
		const { click, says, cell } = await open();
		await click(1, 'title');
		await keys('{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}');
		await expect.poll(() => says(3, 'title')).toBe('Title 1');
		await click(1, 'n');
		await keys('{Shift>}{ArrowDown}{/Shift}');
		const handle = cell(2, 'n').querySelector('.handle') as HTMLElement;
		await userEvent.dragAndDrop(handle, cell(5, 'n'));
		await expect.poll(() => [3, 4, 5].map((row) => says(row, 'n'))).toEqual(['3', '4', '5']);
	});
});

describe('moving', () => {
	test('by arrows, to the ends, over what is empty; Shift extends', async () => {
		const { click, here, container } = await open({ count: 40 });
		await click(3, 'title');
		await keys('{ArrowDown}{ArrowRight}');
		expect(here()).toBe('Status, Row 4');
		await keys('{Home}');
		expect(here()).toBe('No., Row 4');
		await keys('{Control>}{End}{/Control}');
		await expect.poll(here).toBe('Letters, Row 40');
		await keys('{Control>}{ArrowUp}{/Control}');
		await expect.poll(here).toBe('Letters, Row 1');
		await keys('{Shift>}{ArrowLeft}{ArrowDown}{/Shift}');
		await expect.poll(() => container.querySelectorAll('[aria-selected="true"]').length).toBe(4);
	});
	test('only rows near the window are on the page, and the active one keeps the focus out of sight', async () => {
		const { click, container, here } = await open({ count: 500 });
		await click(1, 'title');
		expect(container.querySelectorAll('[data-row]').length).toBeLessThan(60);
		const grid = container.querySelector('[role="grid"]') as HTMLElement;
		grid.scrollTop = 8000;
		await expect.poll(() => container.querySelector('[data-row="r290"]')).not.toBeNull();
		expect(here()).toBe('Title, Row 1');
		await keys('{ArrowDown}');
		await expect.poll(() => grid.scrollTop).toBeLessThan(60);
	});
	test('sorting moves no row of the data, and a third press takes it back', async () => {
		const { container } = await open();
		const head = container.querySelectorAll('[role="columnheader"]')[1] as HTMLElement;
		const first = (): string | undefined =>
			container.querySelector<HTMLElement>('[data-at="0"]')?.dataset.row;
		const press = () => userEvent.click(head.querySelector('button') as HTMLElement);
		await press();
		await press();
		await expect.poll(first).toBe('r5');
		expect(head.getAttribute('aria-sort')).toBe('descending');
		await press();
		await expect.poll(first).toBe('r1');
		expect(told).not.toHaveBeenCalled();
	});
	test('Alt+Enter and the button open the row; Escape, then Tab, leaves the grid', async () => {
		const { click, cell, here } = await open();
		await click(2, 'title');
		await keys('{Alt>}{Enter}{/Alt}');
		expect(told).toHaveBeenLastCalledWith('open r2 title');
		await userEvent.click(cell(3, 'n').querySelector('.open') as HTMLElement);
		expect(told).toHaveBeenLastCalledWith('open r3 n');
		await keys('{Escape}{Tab}');
		expect(here()).not.toMatch(/Row/);
	});
});

describe('together', () => {
	test('a colleague’s change draws that cell, and what is being typed elsewhere stays', async () => {
		const { click, says, component } = await open();
		await click(1, 'title');
		await keys('half a wor');
		(component as unknown as { remote: (id: string, title: string) => void }).remote('r1', 'Theirs');
		(component as unknown as { remote: (id: string, title: string) => void }).remote('r3', 'Theirs too');
		await expect.poll(() => says(3, 'title')).toBe('Theirs too');
		expect(says(1, 'title')).toBe('half a wor');
	});
	test('shows who is on a cell', async () => {
		const { cell } = await open();
		expect(cell(4, 'title').querySelector('.who')?.getAttribute('title')).toBe('Zhao Lei');
	});
});
