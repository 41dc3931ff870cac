import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { SceneId } from '#lib/domain/ids.ts';
import { smallBoard, type SmallBoard } from '../board/testing/small-board.ts';
import { language } from '../text/index.svelte.ts';
import SceneSheet from './SceneSheet.svelte';
import type { BreakdownBeside } from './types.ts';

let small: SmallBoard;
let stepped: SceneId[];
beforeEach(async () => {
	await language.complete();
	localStorage.removeItem('daybreak.breakdown.category');
	small = smallBoard();
	stepped = [];
});
afterEach(() => localStorage.clear());

const OFFLINE: BreakdownBeside = {
	openScript: () =>
		Promise.resolve({
			textOf: () => ({ kind: 'text', heading: 'INT. SALON - DAY', body: 'She waits.\nHe is late.' }),
			close: () => {}
		}),
	history: () => Promise.resolve({ ok: false, code: 'offline', offline: true }),
	sheets: () => '#sheets'
};

async function sheet(number: string, editable = true) {
	const props = (id: SceneId) => ({
		id,
		view: small.view.breakdown,
		actions: small.actions.breakdown,
		editable,
		beside: OFFLINE,
		onclose: () => {},
		onstep: (to: SceneId) => {
			stepped.push(to);
			void view.rerender(props(to));
		}
	});
	const view = await render(SceneSheet, props(small.scene(number)));
	return view;
}
const scene = (number: string) => small.mine.tables.scenes.get(small.scene(number))!;
const elements = (number: string) =>
	scene(number).elementIds.map((id) => {
		const { name, category } = small.mine.tables.elements.get(id)!;
		return `${category} ${name}`;
	});
async function type(label: string, words: string): Promise<void> {
	await userEvent.fill(page.getByLabelText(label, { exact: true }), words);
	await userEvent.keyboard('{Enter}');
}

describe('the breakdown of a scene', () => {
	test('cast is typed by number and by name; who is new joins with the next number', async () => {
		await sheet('1-1');
		await type('Add cast', '2, Auntie He');
		expect(
			scene('1-1')
				.castIds.map((id) => small.mine.tables.characters.get(id)!.name)
				.sort()
		).toEqual(['Auntie He', 'Gu Chen', 'Lin Wan']);
		await expect.element(page.getByText('3 Auntie He')).toBeVisible();
		await type('Add cast', '9');
		await expect.element(page.getByRole('alert')).toHaveTextContent('Nobody has board number 9');
		await userEvent.click(page.getByLabelText('Take 2 Gu Chen off'));
		expect(scene('1-1').castIds).toHaveLength(2);
	});

	test('elements go to the category chosen, stay there for the next scene, and are not made twice', async () => {
		await sheet('1-1');
		await type('Add elements', 'Fruit knife, suitcase');
		await page.getByLabelText('Category').selectOptions('vehicles');
		await type('Add elements', 'Red car');
		await userEvent.click(page.getByLabelText('Next scene'));
		await type('Add elements', 'red car、FRUIT KNIFE');
		expect(elements('1-2').sort()).toEqual(['props Fruit knife', 'vehicles Red car']);
		expect(small.mine.tables.elements.rows().size).toBe(3);
	});

	test('an element is renamed in every scene, and two that are one are merged when a person says so', async () => {
		small.actions.breakdown.addElements(small.scene('1-1'), 'props', ['Knife']);
		small.actions.breakdown.addElements(small.scene('1-2'), 'set-dressing', ['knife']);
		await sheet('1-1');
		await expect.element(page.getByText('“Knife” is there twice: Props, Set dressing.')).toBeVisible();
		await userEvent.click(page.getByText('Make them one, under Props'));
		expect(elements('1-2')).toEqual(['props Knife']);
		await userEvent.click(page.getByRole('button', { name: 'Knife', exact: true }));
		await expect.element(page.getByText('In 2 scenes.', { exact: false })).toBeVisible();
		await type('Name', 'Fruit knife');
		expect(elements('1-2')).toEqual(['props Fruit knife']);
	});

	test('the minutes say what they are reckoned from, and change with it', async () => {
		await sheet('1-1');
		await expect.element(page.getByText('60 min: as typed')).toBeVisible();
		await userEvent.fill(page.getByLabelText('Minutes'), '');
		await userEvent.tab();
		await expect.element(page.getByText('19 min: 50 min a page × 3/8 = 19 min')).toBeVisible();
		await userEvent.fill(page.getByLabelText('Set-ups'), '4');
		await userEvent.tab();
		await expect.element(page.getByText('64 min: 4 set-ups × 16 min = 64 min')).toBeVisible();
		await userEvent.fill(page.getByLabelText('Set-ups'), 'a few');
		await userEvent.tab();
		await expect.element(page.getByText('Write a whole number, or leave it empty')).toBeVisible();
	});

	test('Alt and an arrow goes on to the next scene in the same field, and what was typed is written', async () => {
		await sheet('1-1');
		const synopsis = page.getByLabelText('Synopsis');
		await userEvent.fill(synopsis, 'She comes back');
		await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
		expect(scene('1-1').synopsis).toBe('She comes back');
		await expect.element(synopsis).toHaveValue('What happens in 1-2');
		await expect.element(synopsis).toHaveFocus();
		await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
		expect(stepped).toEqual([small.scene('1-2'), small.scene('1-1')]);
	});

	test('J and K walk the script when nothing is being typed', async () => {
		await sheet('1-1');
		(document.activeElement as HTMLElement | null)?.blur();
		await userEvent.keyboard('jjk');
		expect(stepped).toEqual([small.scene('1-2'), small.scene('2-1'), small.scene('1-2')]);
	});

	test('the script is read beside it; who changed what needs a network, and says so', async () => {
		await sheet('1-1');
		await userEvent.click(page.getByText('Script', { exact: true }));
		await expect.element(page.getByText('He is late.', { exact: false })).toBeVisible();
		await userEvent.click(page.getByText('History', { exact: true }));
		await expect.element(page.getByText('this needs a network', { exact: false })).toBeVisible();
	});

	test('who may not plan sees everything and can change nothing', async () => {
		const { container } = await sheet('1-1', false);
		for (const field of container.querySelectorAll('input, textarea, select'))
			expect((field as HTMLInputElement).disabled).toBe(true);
		expect(container.querySelector('[aria-label^="Take "]')).toBeNull();
	});
});
