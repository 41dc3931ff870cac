import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { tick } from 'svelte';
import IdleTried from './IdleTried.svelte';

afterEach(() => vi.useRealTimers());
const pass = async (ms: number): Promise<void> => {
	vi.advanceTimersByTime(ms);
	await tick();
};

test('the names come back eight seconds after the last touch, and a minute after it while a day is typed', async () => {
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
	const { container } = await render(IdleTried);
	const said = (): string => container.querySelector('p')?.textContent ?? '';
	await pass(7_500);
	expect(said()).toBe('1');
	container.querySelector('button')?.click();
	await pass(7_500);
	expect(said()).toBe('1');
	await pass(750);
	expect(said()).toBe('over');

	const typing = await render(IdleTried, { typing: true });
	const still = (): string => typing.container.querySelector('p')?.textContent ?? '';
	await pass(59_000);
	expect(still()).toBe('1');
	await pass(1_250);
	expect(still()).toBe('over');
});
