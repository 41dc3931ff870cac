import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoPlan } from '#lib/demo/demo-plan.ts';
import { day } from '../../calendar/day-key.ts';
import { zoneClock } from '../../calendar/zone-clock.ts';
import type { DelayId, ExtensionId, PersonId, RequestId, SettlementId, ShootDayId } from '../../ids.ts';
import { PRESET_LIST } from '../../hours/presets/index.ts';
import { plannedEntry } from '../../hours/log/judged.ts';
import { paysOvertime, ratePlanned, workedBefore } from '../../hours/rate-planned.ts';
import { readRuleSet } from '../../hours/rule-set.ts';
import { callsOf } from '../../schedule/calls-of.ts';
import { boardOf } from '../../schedule/columns.ts';
import { byId, newRow } from '../../schedule/new-rows.ts';
import type { Plan } from '../../schedule/plan.ts';
import { planOf } from '../../schedule/testing/plan-of.ts';
import { compressionOfPlan } from '../compression/of-plan.ts';
import { paceOf } from '../compression/work-left.ts';
import { requestRecord } from '../records.ts';
import { dayOvertime } from './day-overtime.ts';
import { planAtCall } from './plan-at-call.ts';
import { delayRecord, extensionRecord, settlementRecord, type Delay, type Extension } from './records.ts';
import { lostToDelays, settledDays, settledInAll, standingSettlement } from './settled-days.ts';
import { settleWrap } from './settle-wrap.ts';

const D1 = 'd1' as ShootDayId;
const hour = (n: number): number => n * 60;
const HOUR_SCENES = Object.fromEntries(
	Array.from({ length: 16 }, (_, i) => [`s${i}`, { estimateMinutes: 60 }])
);
const strips = (from: number, to: number, values = {}) =>
	Array.from({ length: to - from }, (_, i) => ({ scene: `s${from + i}`, ...values }));

/**
 * Three of the crew, two days of eight scenes of an hour: called at 7:00, planned to wrap at 17:15 (45 min to the first
 * shot, an hour's meal, 30 min of wrap), 9 h 15 of work. By Chinese rules 75 min of it are overtime of each.
 */
function rainyDay(
	wrappedAt: number,
	more: { delays?: Partial<Delay>[]; extensions?: Partial<Extension>[] } = {}
): Plan {
	const plan = planOf({
		production: { ruleSet: 'cn-standard', launchesOn: day('2026-11-14') },
		scenes: HOUR_SCENES,
		crew: ['Bo', 'Chen', 'Du'],
		days: {
			d1: {
				date: day('2026-11-10'),
				wrappedAt,
				strips: strips(0, 8, { status: 'shot', actualMinutes: 60 })
			},
			d2: { date: day('2026-11-11'), strips: strips(8, 16) }
		}
	});
	const dated = { dayId: D1, by: 'Mei', at: 1 };
	return {
		...plan,
		delays: byId(
			(more.delays ?? []).map((one, i) => newRow(delayRecord, `l${i}` as DelayId, { ...dated, ...one }))
		),
		extensions: byId(
			(more.extensions ?? []).map((one, i) =>
				newRow(extensionRecord, `e${i}` as ExtensionId, { ...dated, ...one })
			)
		)
	};
}

describe('a day settled at wrap', () => {
	it('two hours of rain, wrapped two hours late: those hours of everyone are under events', () => {
		const settled = settleWrap(rainyDay(hour(19) + 15, { delays: [{ cause: 'weather', minutes: 120 }] }), D1);
		// 3 × (75 + 120) min in all, 3 × 120 of them by the rain; nothing of it is left to do.
		expect(settled).toMatchObject({ overtime: 585, to: { events: 360 }, lostMinutes: 0 });
		expect(settled?.basis).toMatchObject({ plannedWrapAt: hour(17) + 15, delayMinutes: 120, people: 3 });
		expect(settled?.basis.parts).toMatchObject([{ kind: 'delay', cause: 'events', minutes: 360 }]);
	});

	it('two hours of rain, wrapped as planned: nobody stayed, so the hours are in the work left', () => {
		const settled = settleWrap(rainyDay(hour(17) + 15, { delays: [{ cause: 'weather', minutes: 120 }] }), D1);
		expect(settled).toMatchObject({ overtime: 225, to: { events: 0 }, lostMinutes: 120 });
	});

	it('who asked to go on comes before the rain, one after another, and never for more than was worked', () => {
		const { to, overtime, basis } = settleWrap(
			rainyDay(hour(20) + 15, {
				delays: [{ cause: 'weather', minutes: 600 }],
				extensions: [
					{ untilAt: hour(19) + 15, from: 'platform', askedBy: 'Content manager', why: 'one more ending' },
					{ untilAt: hour(18) + 15, from: 'us', cause: 'slower' }
				]
			}),
			D1
		)!;
		// 17:15–18:15 ours, –19:15 the platform's, –20:15 the rain's: an hour of three people each.
		expect(to).toMatchObject({ slower: 180, platform: 180, events: 180 });
		expect(overtime).toBe(3 * (75 + 180));
		expect(basis.parts.map(({ cause, untilAt }) => [cause, untilAt])).toEqual([
			['slower', hour(18) + 15],
			['platform', hour(19) + 15],
			['events', hour(20) + 15]
		]);
	});

	it('is not settled before it is wrapped', () => {
		const plan = rainyDay(hour(19));
		expect(settleWrap(plan, 'd2' as ShootDayId)).toBeNull();
		expect(settleWrap(plan, 'none' as ShootDayId)).toBeNull();
	});

	it('an actual call later than the planned one makes the day shorter', () => {
		const plan = rainyDay(hour(18) + 15);
		const began = {
			...plan,
			days: byId([...plan.days.values()].map((one) => (one.id === D1 ? { ...one, startedAt: hour(8) } : one)))
		} as Plan;
		expect(settleWrap(plan, D1)?.overtime).toBe(3 * 135);
		expect(settleWrap(began, D1)?.overtime).toBe(3 * 75);
	});

	it('at the call the day’s scenes were still to shoot, and what was asked for later wasn’t there', () => {
		const plan = rainyDay(hour(19));
		const asked = {
			...plan,
			requests: byId([
				newRow(requestRecord, 'r' as RequestId, { from: 'platform', askedOn: day('2026-11-11') })
			]),
			scenes: byId(
				[...plan.scenes.values()].map((one) => (one.number === 's15' ? { ...one, requestId: 'r' } : one))
			)
		} as unknown as Plan;
		const work = (of: Plan) =>
			compressionOfPlan(of, boardOf(of), { asOf: day('2026-11-10') }).input.scenes.length;
		expect(work(planAtCall(plan, day('2026-11-10')))).toBe(16);
		expect(work(planAtCall(asked, day('2026-11-10')))).toBe(15);
		expect(work(planAtCall(asked, day('2026-11-11')))).toBe(8);
	});

	it('delays come out of pace, and what they left undone goes to events of the work left', () => {
		const delays = [{ minutes: 80 }];
		const plan = rainyDay(hour(17) + 15, { delays });
		expect(paceOf(plan)).toEqual({ strips: 8, actual: 400, estimated: 480 });
		// More than the strips took is never taken off: an hour of shooting can't lose ten.
		expect(paceOf(rainyDay(hour(17) + 15, { delays: [{ minutes: 6000 }] })).actual).toBe(0);
		const { input } = compressionOfPlan(plan, boardOf(plan), { asOf: day('2026-11-11') });
		expect(input.lostMinutes).toBe(80);
	});
});

describe('settled days together', () => {
	const asOf = day('2026-11-22');
	const plan = demoPlan('B', 1, asOf);
	const wrapped = [...plan.days.values()].filter(({ wrappedAt }) => wrappedAt !== null);

	it('add up to the overtime everybody worked, by every rule set', () => {
		const { zone } = plan.production;
		const board = boardOf(plan);
		const summaries = board.summaries
			.filter((one) => one.wrapped)
			.map((one) => ({
				...one,
				called: one.called.map((who) => ({ ...who, personId: who.who as PersonId }))
			}));
		const everyone = new Set(summaries.flatMap(({ called }) => called.map(({ who }) => who)));
		const withOvertime: string[] = [];
		for (const { id } of PRESET_LIST) {
			const rules = readRuleSet(id);
			const clock = zoneClock(zone);
			// The whole shoot of each person, rated at once.
			let inAll = 0;
			for (const who of everyone) {
				const entries = callsOf(summaries, who)
					.filter(({ callAt, wrapAt }) => wrapAt > callAt)
					.map((call) => ({ ...plannedEntry(call, who), status: 'logged' }));
				const shifts = workedBefore(entries, rules, clock);
				inAll += paysOvertime(rules)
					? ratePlanned(shifts, [], rules, clock).rated.reduce((sum, { premium }) => sum + premium, 0)
					: shifts.reduce((sum, { workedMinutes }) => sum + Math.max(0, workedMinutes - 600), 0);
			}
			const byDay = wrapped.map(
				(one) => dayOvertime(board, one.id, zone, () => ({ rules, contracted: 600 }))(Infinity).sum
			);
			expect(byDay.reduce((sum, minutes) => sum + minutes, 0)).toBe(inAll);
			if (inAll > 0) withOvertime.push(id);
		}
		expect(withOvertime.length).toBeGreaterThan(PRESET_LIST.length / 2);
	});

	it('each has its minutes under causes that add up, whatever was written down', () => {
		const delay = fc.record({ minutes: fc.nat(300) });
		const extension = fc.record({
			untilAt: fc.integer({ min: 600, max: 1800 }),
			from: fc.constantFrom('us' as const, 'platform' as const, 'regulator' as const)
		});
		fc.assert(
			fc.property(
				fc.constantFrom(...PRESET_LIST.map(({ id }) => id)),
				fc.integer({ min: 480, max: 1900 }),
				fc.array(delay, { maxLength: 2 }),
				fc.array(extension, { maxLength: 3 }),
				(ruleSet, wrappedAt, delays, extensions) => {
					const one = rainyDay(wrappedAt, { delays, extensions });
					const settled = settleWrap({ ...one, production: { ...one.production, ruleSet } }, D1)!;
					const minutes = Object.values(settled.to);
					expect(minutes.reduce((sum, n) => sum + n, 0)).toBe(settled.overtime);
					expect(Math.min(...minutes, settled.lostMinutes)).toBeGreaterThanOrEqual(0);
				}
			),
			{ numRuns: 60 }
		);
	});

	it('the latest correction holds, one taken back holds nothing, and a late device shows as stale', () => {
		const plan = rainyDay(hour(19));
		const { basis, ...settled } = settleWrap(plan, D1)!;
		const row = (id: string, values: object) =>
			newRow(settlementRecord, id as SettlementId, { dayId: D1, ...settled, basis, ...values });
		const first = row('1', { at: 1 });
		const second = row('2', { at: 2, replaces: '1', overtime: 10 });
		const back = row('3', { at: 3, replaces: '2', wrappedAt: null, to: null });
		expect(standingSettlement([first, second], D1)?.id).toBe('2');
		expect(standingSettlement([first, second, back], D1)).toBeNull();
		const shown = settledDays({ ...plan, settlements: byId([first]) });
		expect(shown).toMatchObject([{ date: '2026-11-10', stale: false, overtime: settled.overtime }]);
		expect(settledInAll(shown)).toEqual(settled.to);
		expect(settledDays({ ...rainyDay(hour(20)), settlements: byId([first]) })[0]?.stale).toBe(true);
		expect(lostToDelays({ ...plan, settlements: byId([row('1', { lostMinutes: 7 })]) }, asOf)).toBe(7);
	});
});
