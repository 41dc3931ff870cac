import { describe, expect, it, test } from 'vitest';
import { day, weekday } from '../../calendar/day-key.ts';
import { workdaysFrom } from '../../calendar/workdays.ts';
import type { MakeId } from '../../ids.ts';
import { COMMISSIONS } from '../../schedule/records.ts';
import { ruleSetFor, startOf, TASK_KEYS, TEMPLATES, type StartDates } from './index.ts';
import { officeDaysOf } from '../timeline/of-plan.ts';
import { emptyEpisodes } from './start-of.ts';

const ids = (): MakeId => {
	let n = 0;
	return () => String(++n) as never;
};
const START: StartDates = {
	startsOn: day('2026-11-02'),
	launchesOn: day('2026-12-21'),
	shootDates: workdaysFrom(day('2026-11-19'), 8, [7]),
	restWeekdays: [7],
	episodes: 80,
	platformReviews: false
};
const begun = (commission: (typeof COMMISSIONS)[number], values: Partial<StartDates> = {}) => {
	const rows = startOf(TEMPLATES[commission], { ...START, ...values }, ids());
	const dated = (key: string) => {
		const task = rows.tasks.find((one) => one.key === key)!;
		return rows.dates.find(({ taskId }) => taskId === task.id)!;
	};
	return { ...rows, dated };
};

describe.each(COMMISSIONS)('a production that begins as %s', (commission) => {
	it('has tasks it knows, each waiting only for tasks that stand before it', () => {
		const keys = TEMPLATES[commission].tasks.map(({ key }) => key);
		expect(new Set(keys).size).toBe(keys.length);
		for (const [at, { key, after, days, bad }] of TEMPLATES[commission].tasks.entries()) {
			expect(TASK_KEYS).toContain(key);
			expect(bad).toBeGreaterThanOrEqual(days);
			for (const before of after) expect(keys.slice(0, at)).toContain(before.key);
		}
	});

	it('begins nothing before what it waits for has ended, the shoot and the launch standing on their days', () => {
		const { tasks, taskLinks, dates } = begun(commission);
		const of = (id: string | null) => ({
			task: tasks.find((task) => task.id === id)!,
			...dates.find(({ taskId }) => taskId === id)!
		});
		for (const { fromId, toId, kind } of taskLinks) {
			const [before, after] = [of(fromId), of(toId)];
			if (after.task.key === 'shoot' || after.task.key === 'launch') continue;
			if (kind === 'finish-start') expect(after.from > before.to).toBe(true);
			else expect(after.from >= before.from).toBe(true);
		}
		expect(of(tasks.find(({ key }) => key === 'shoot')!.id)).toMatchObject({
			from: START.shootDates[0],
			to: START.shootDates.at(-1)
		});
		expect(of(tasks.find(({ key }) => key === 'launch')!.id).to).toBe(START.launchesOn);
	});

	it('leads every task to the launch', () => {
		const { tasks, taskLinks } = begun(commission);
		const launch = tasks.find(({ key }) => key === 'launch')!.id;
		const reach = new Set<string>([launch]);
		for (let before = 0; before !== reach.size;) {
			before = reach.size;
			for (const { fromId, toId } of taskLinks) if (toId && reach.has(toId) && fromId) reach.add(fromId);
		}
		expect(tasks.filter(({ id }) => !reach.has(id)).map(({ key }) => key)).toEqual([]);
	});
});

describe('what follows from the commission', () => {
	it('platform and regulator get the proposal at the same time; the rating comes after the platform’s approval', () => {
		const { dated } = begun('platform-original');
		expect(dated('platform-approval').from).toBe(dated('planning-number').from);
		expect(dated('rating').from > dated('platform-approval').to).toBe(true);
	});

	it('offices decide on working days, whatever the crew does at weekends', () => {
		const { gates } = begun('mini-program', { restWeekdays: [] });
		for (const { plannedOn } of gates) expect(weekday(plannedOn!)).toBeLessThan(6);
	});

	it('80 episodes are cut in four blocks that follow one another and begin while the shoot goes on', () => {
		const { tasks, dates } = begun('mini-program');
		const edits = tasks.filter(({ key }) => key === 'edit');
		expect(edits.map(({ fromEpisode, toEpisode }) => [fromEpisode, toEpisode])).toEqual([
			[1, 20],
			[21, 40],
			[41, 60],
			[61, 80]
		]);
		expect(dates.find(({ taskId }) => taskId === edits[0]!.id)!.from).toBe('2026-11-21');
	});

	it('the lowest tier is reviewed by the platform, in its days', () => {
		const gate = (platformReviews: boolean) =>
			begun('own', { platformReviews }).gates.find(({ kind }) => kind === 'completion-review');
		expect(gate(false)?.owner).toBe('regulator');
		expect(gate(true)?.owner).toBe('platform');
		expect(gate(true)!.plannedOn! < gate(false)!.plannedOn!).toBe(true);
	});

	it('a vertical for abroad has no regulator in it', () => {
		expect(begun('overseas-vertical').tasks.some(({ owner }) => owner === 'regulator')).toBe(false);
	});

	it('who owns the script: the platform under work for hire, the producer with own money', () => {
		expect(TEMPLATES['platform-original'].production.scriptOwner).toBe('platform');
		expect(TEMPLATES['co-investment'].production.scriptOwner).toBe('us');
	});

	it('without a script there are numbered episodes, paid from the unlock point on', () => {
		const episodes = emptyEpisodes(TEMPLATES['mini-program'], 60, ids());
		expect(episodes).toHaveLength(60);
		expect(episodes.filter(({ access }) => access === 'paid')[0]?.number).toBe(10);
		expect(episodes.filter(({ unlock }) => unlock).map(({ number }) => number)).toEqual([10, 50]);
	});

	it.each([
		['platform-original', 'Asia/Shanghai', 'cn-standard'],
		['overseas-vertical', 'Asia/Shanghai', 'cn-standard'],
		['overseas-vertical', 'America/Los_Angeles', 'us-iatse-lowbudget'],
		['own', 'America/Los_Angeles', 'us-ca-crew'],
		['own', 'America/Chicago', 'us-flsa'],
		['own', 'Europe/London', 'uk-tv-drama'],
		['own', 'Europe/Madrid', 'eu-wtd'],
		['own', 'America/Sao_Paulo', '']
	] as const)('hours of %s in %s are judged by "%s"', (commission, zone, id) => {
		expect(ruleSetFor(commission, zone)).toBe(id);
	});
});

test('offices keep the holidays of the calendar: what a regulator decides waits over the days off and goes on on the make-up day', () => {
	// Green light before the National Day of 2026: 1 to 7 October off, Saturday the 10th is worked.
	const start = { ...START, startsOn: day('2026-09-28'), launchesOn: day('2026-12-21') };
	const officeDays = officeDaysOf({
		production: { commission: 'own', ruleSet: 'cn-standard', ruleSetOverrides: null },
		ruleChanges: new Map()
	});
	const offices = (rows: ReturnType<typeof startOf>) =>
		rows.dates.filter(({ taskId }) => rows.tasks.find(({ id }) => id === taskId)!.owner !== 'producer');
	const kept = offices(startOf(TEMPLATES['platform-original'], { ...start, officeDays }, ids()));
	for (const { from, to } of kept) {
		for (const date of [from, to]) expect(officeDays.get(date) ?? true, date).toBe(true);
	}
	const without = offices(startOf(TEMPLATES['platform-original'], start, ids()));
	expect(kept.some(({ to }, i) => to > without[i]!.to)).toBe(true);
});
