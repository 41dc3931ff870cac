import { expect, test } from 'vitest';
import { demoPlan } from '#lib/demo/demo-plan.ts';
import { day } from '../../calendar/day-key.ts';
import type { RequestId } from '../../ids.ts';
import type { Plan } from '../../schedule/plan.ts';
import { compressionOfPlan } from './of-plan.ts';
import { Reckoner, type Tried } from './reckoner.ts';
import { assessCompression } from '../assess-compression.ts';
import { boardOf } from '../../schedule/columns.ts';
import { promisedLaunch } from '../timeline/of-plan.ts';
import { addDays } from '../../calendar/day-key.ts';

const asOf = day('2026-11-22');
const NOTHING: Tried = { later: 0, fewer: 0, refused: new Set(), paidDays: null, moreCents: 0 };
const plan = demoPlan('B', 1, asOf);
const told = (paidDays: number): Plan => ({ ...plan, production: { ...plan.production, paidDays } });

const reckoner = new Reckoner();
const now = reckoner.reckon({ plan: told(7), asOf, budget: null });
const tried = (values: Partial<Tried>) => reckoner.reckonTried({ ...NOTHING, ...values })!;

test('a later launch tried on the slider is what the plan would say, were it promised for that day', () => {
	const launchesOn = addDays(promisedLaunch(plan)!, 6);
	const { input } = compressionOfPlan(told(7), boardOf(plan), { asOf, launchesOn });
	expect(tried({ later: 6 }).result.overtime).toBe(assessCompression(input).overtime);
});

test('more days paid for, a later launch, fewer scenes and a refused request never add overtime', () => {
	const request = [...plan.requests.values()].find(({ from }) => from === 'platform')!;
	for (const values of [
		{ paidDays: 20 },
		{ later: 5 },
		{ fewer: 4 },
		{ refused: new Set<RequestId>([request.id]) }
	])
		expect(tried(values).result.overtime).toBeLessThanOrEqual(now.result.overtime);
	expect(tried({ paidDays: 20 }).result.overtime).toBeLessThan(now.result.overtime);
});

test('what was tried leaves the plan as it was reckoned', () => {
	tried({ later: 9, fewer: 12 });
	expect(tried({}).result.shares).toEqual(now.result.shares);
	expect(reckoner.reckon({ plan: told(7), asOf, budget: null }).result.overtime).toBe(now.result.overtime);
});

test('days paid for count those worked: they are taken off before the days left are allowed', () => {
	expect(now.workedDays).toBeGreaterThan(0);
	expect(now.result.paidDays).toBe(7 - now.workedDays);
});

test('a board that lacks scenes has less overtime because it has less work, and no saving is shown for it', () => {
	expect(now.unplaced).toBeGreaterThan(0);
	expect(now.result.packing).toBeLessThan(0);
	expect(now.packing).toBe(0);
	expect(now.ahead).toBe(now.result.overtime);
});

test('without a cause no even day is longer than with it', () => {
	for (const without of Object.values(now.evenDayWithout)) expect(without!).toBeLessThanOrEqual(now.evenDay!);
});
