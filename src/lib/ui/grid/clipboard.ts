/** Copy, cut and paste of blocks, to and from spreadsheets. While a cell is edited the browser's own hold. */
import type { GridState } from './grid.svelte.ts';
import { readHtml, readTsv, writeHtml, writeTsv } from './tsv.ts';

export function clipboard<R>(element: HTMLElement, grid: GridState<R>): () => void {
	const ours = (event: ClipboardEvent): boolean => !grid.editing && event.clipboardData !== null;
	const copy = (event: ClipboardEvent): void => {
		if (!ours(event)) return;
		const block = grid.copied();
		event.clipboardData?.setData('text/plain', writeTsv(block));
		event.clipboardData?.setData('text/html', writeHtml(block));
		event.preventDefault();
		if (event.type === 'cut') grid.clear('cut');
	};
	const paste = (event: ClipboardEvent): void => {
		if (!ours(event)) return;
		event.preventDefault();
		const plain = event.clipboardData?.getData('text/plain') ?? '';
		const block =
			plain !== '' ? readTsv(plain) : (readHtml(event.clipboardData?.getData('text/html') ?? '') ?? []);
		grid.put(block, 'paste');
	};
	element.addEventListener('copy', copy);
	element.addEventListener('cut', copy);
	element.addEventListener('paste', paste);
	return () => {
		element.removeEventListener('copy', copy);
		element.removeEventListener('cut', copy);
		element.removeEventListener('paste', paste);
	};
}
