import { beforeAll, expect, test } from 'vitest';
import { demoPlan } from '#lib/demo/demo-plan.ts';
import { day } from '#lib/domain/calendar/day-key.ts';
import { Reckoner } from '#lib/domain/launch/compression/reckoner.ts';
import { gatesInOrder, tierOf } from '#lib/domain/launch/timeline/gates-in-order.ts';
import { boardDates, planTimeline, promisedLaunch } from '#lib/domain/launch/timeline/of-plan.ts';
import { boardOf } from '#lib/domain/schedule/columns.ts';
import { emptyPlan, type Plan } from '#lib/domain/schedule/plan.ts';
import { language } from '../text/index.svelte.ts';
import { causeLines } from './cause-lines.ts';
import { timelineFinding } from './finding-words.ts';
import { notesOf } from './notes.ts';
import { partsOf } from './parts.ts';
import { hoursSentence, launchSentence } from './sentence.ts';
import type { LaunchView } from './types.ts';

const asOf = day('2026-11-22');
const plan = demoPlan('B', 1, asOf);
const told: Plan = { ...plan, production: { ...plan.production, paidDays: 7 } };
const reckoned = new Reckoner().reckon({ plan: told, asOf, budget: null });
const hrefs = { board: '/board', settings: '/settings', requests: '/requests', money: null };

function viewOf(of: Plan): LaunchView {
	const board = boardOf(of);
	const timeline = planTimeline(of, { asOf, board: boardDates(board) });
	return {
		production: of.production,
		timeline,
		findings: timeline.findings,
		promised: promisedLaunch(of),
		requests: [...of.requests.values()],
		scenes: [...of.scenes.values()],
		loads: []
	} as unknown as LaunchView;
}
const view = viewOf(told);

beforeAll(() => language.complete());

test('the first sentence says by how many days the launch doesn’t hold, or how many there are to spare', () => {
	expect(view.timeline.daysShort).toBe(2);
	expect(launchSentence(view.promised, view.timeline, reckoned)).toBe(
		'Online on 22 Dec needs 2 more days than there are.'
	);
	const later = planTimeline(told, {
		asOf,
		board: boardDates(boardOf(told)),
		launchesOn: day('2027-01-20')
	});
	expect(launchSentence(day('2027-01-20'), later, null)).toMatch(
		/^Online on 20 Jan, with \d+ days to spare\.$/
	);
	expect(launchSentence(null, later, null)).toBe('No launch is promised yet.');
});

test('the second says whose the overtime is, in hours that add up, and no sum', () => {
	const said = hoursSentence(reckoned, false);
	const [all, ...parts] = [...said.matchAll(/[\d,]+/g)].map(([figure]) => Number(figure.replaceAll(',', '')));
	expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
	expect(said).toContain('from the budget');
	expect(said).not.toMatch(/[¥$€£]/);
});

test('without anybody called, with nothing left, and where it can’t be reckoned, it says just that', () => {
	const nobody = { ...reckoned, input: { ...reckoned.input, people: [] } };
	expect(hoursSentence(nobody, false)).toContain('Nobody is called yet');
	const done = { ...reckoned, result: { ...reckoned.result, workLeft: 0 } };
	expect(hoursSentence(done, false)).toBe('Everything is shot.');
	expect(hoursSentence(null, false)).toContain('Reckoning');
	expect(hoursSentence(null, true)).toContain('can’t be reckoned');
});

test('a cause opens to its share, its plain difference and where it comes from', () => {
	const parts = partsOf(reckoned);
	const budget = parts.find(({ cause }) => cause === 'budget')!;
	expect(causeLines(budget, view, reckoned)[0]).toContain(`Its share is ${budget.hours} hours`);
	const platform = parts.find(({ cause }) => cause === 'platform')!;
	expect(causeLines(platform, view, reckoned).join(' ')).toContain('Asked for: Platform, round 1, no. 1.');
	const slower = parts.find(({ cause }) => cause === 'slower')!;
	expect(causeLines(slower, view, reckoned).join(' ')).toMatch(/Work takes \d+ % of its estimate/);
});

test('a packing below the even spread says why the board comes to less', () => {
	const [line] = causeLines({ cause: 'packing', hours: -10, without: -600 }, view, reckoned);
	expect(line).toContain('it would be 10 hours more');
});

test('no budget and no dated shoot day are said, with what was taken instead and where to go', () => {
	const open = { ...reckoned, input: { ...reckoned.input, budget: null } };
	expect(notesOf(view, open, hrefs).map(({ words }) => words)).toEqual([
		'No budget is known yet, so every shoot day counts as paid for.',
		'The board has no shoot day with a date yet: the work is spread over the days up to the launch.'
	]);
	const link = { href: '/money', words: 'Open the money' };
	expect(notesOf(view, open, { ...hrefs, money: '/money' })[0]!.link).toEqual(link);
	expect(notesOf(viewOf(emptyPlan(plan.production)), null, hrefs)).toEqual([]);
});

test('a shoot before its planning number and a launch before its licence are said with how many days', () => {
	const early: Plan = {
		...told,
		production: { ...told.production, subject: 'judicial', launchesOn: day('2026-12-10') }
	};
	const at = viewOf(early);
	const tier = tierOf(early, null);
	expect(tier?.tier).toBe('key');
	const said = gatesInOrder(early, at.timeline, { firstShootDay: day('2026-11-10'), tier }).map((finding) =>
		timelineFinding(finding, at)
	);
	expect(said.some((one) => /^The shoot begins \d+ days before the planning number came\.$/.test(one))).toBe(
		true
	);
	expect(
		said.some((one) => /^The launch lies \d+ days before the licence is to be expected\.$/.test(one))
	).toBe(true);
});
