import { page } from 'vitest/browser';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { CompressionInput } from '#lib/domain/launch/compression/types.ts';
import WhatIf from './WhatIf.svelte';
import type { LaunchView } from './types.ts';

/** What of the view the sliders look at, reckoned with such a budget. */
const viewWith = (budget: CompressionInput['budget']): LaunchView =>
	({
		total: 68_000_000,
		promised: null,
		trial: null,
		requests: [],
		scenes: [],
		production: { paidDays: 7, currency: 'CNY' },
		reckoned: { input: { budget }, result: { overtime: 106_860, daysAllowed: 0 }, loosest: [] }
	}) as unknown as LaunchView;
const around = { editable: true, ontry: () => {}, onkeep: () => {} };

test('more money can be tried only once everybody’s deal has come and the overtime was reckoned with the sums', async () => {
	const shown = await render(WhatIf, { view: viewWith({ paidDays: 7 }), ...around });
	await expect.element(page.getByText(/1,781 hours of overtime/)).toBeVisible();
	await expect.element(page.getByRole('slider')).not.toBeInTheDocument();
	await shown.rerender({ view: viewWith({ leftCents: 30_000_000, dayCents: 2_000_000 }), ...around });
	await expect.element(page.getByRole('slider', { name: 'Budget' })).toBeVisible();
});
