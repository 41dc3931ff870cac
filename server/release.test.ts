import { expect, test } from 'vitest';
import { release } from './release.ts';

test('bytes a thread is done with are given back at once, and giving them back twice does no harm', () => {
	const row = new Uint8Array(65_536).fill(7);
	const view = row.subarray(10, 20);
	release([row, view]);
	expect([row.length, view.length, row.buffer.byteLength]).toEqual([0, 0, 0]);
	expect(() => release([row])).not.toThrow();
});
