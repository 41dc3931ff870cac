import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, weekday, type DayKey } from '../calendar/day-key.ts';
import type { TaskId, TaskLinkId } from '../ids.ts';
import { newRow } from '../schedule/new-rows.ts';
import { timelineOf, type TimelineInput } from './critical-path.ts';
import { taskLinkRecord, taskRecord, type Task, type TaskLink } from './records.ts';

const task = (id: string, days: number, values: Partial<Task> = {}): Task =>
	newRow(taskRecord, id as TaskId, { order: id, days, ...values });
const link = (from: string, to: string, values: Partial<TaskLink> = {}): TaskLink =>
	newRow(taskLinkRecord, `${from}>${to}${values.kind ?? ''}` as TaskLinkId, {
		fromId: from as TaskId,
		toId: to as TaskId,
		...values
	});
const timeline = (tasks: Task[], links: TaskLink[], values: Partial<TimelineInput> = {}) =>
	timelineOf({
		tasks,
		links,
		asOf: null,
		// a Monday
		startsOn: day('2026-11-02'),
		launchesOn: null,
		restWeekdays: [7],
		...values
	});
const of = (made: ReturnType<typeof timeline>, id: string) => made.byId.get(id as TaskId)!;

describe('a month worked out by hand', () => {
	// Writing 5 days (Mon 2 – Fri 6), the number 10 office days from Mon 2 to Fri 13; the shoot waits for both: Sat 14,
	// Mon 16 – Thu 19 (the crew rests on Sundays). The edit begins two days after the shoot does: Tue 17 – Thu 19. The
	// platform looks at it for three office days, Fri 20, Mon 23, Tue 24; online on Wed 25.
	const tasks = [
		task('writing', 5),
		task('number', 10, { owner: 'regulator' }),
		task('shoot', 5),
		task('edit', 3),
		task('review', 3, { owner: 'platform' }),
		task('online', 1, { owner: 'platform', key: 'launch' })
	];
	const links = [
		link('writing', 'shoot'),
		link('number', 'shoot'),
		link('shoot', 'edit', { kind: 'start-start', lagDays: 2 }),
		link('shoot', 'review'),
		link('edit', 'review'),
		link('review', 'online')
	];

	it('gives each task its earliest dates on the calendar of whoever owns it', () => {
		const made = timeline(tasks, links);
		expect(tasks.map(({ id }) => [id, of(made, id).from, of(made, id).to])).toEqual([
			['writing', '2026-11-02', '2026-11-06'],
			['number', '2026-11-02', '2026-11-13'],
			['shoot', '2026-11-14', '2026-11-19'],
			['edit', '2026-11-17', '2026-11-19'],
			['review', '2026-11-20', '2026-11-24'],
			['online', '2026-11-25', '2026-11-25']
		]);
		expect(made).toMatchObject({ launch: '2026-11-25', daysShort: 0, findings: [] });
	});

	it('a launch promised for Monday 23 is two office days short, and the path that decides it is named', () => {
		const made = timeline(tasks, links, { launchesOn: day('2026-11-23') });
		expect(made.daysShort).toBe(2);
		expect(made.criticalPath).toEqual(['number', 'shoot', 'edit', 'review', 'online']);
		expect(of(made, 'online').slack).toBe(-2);
		// Review Wed 18 – Fri 20 at the latest, so the shoot is over on Tue 17: two days before it can be.
		expect(of(made, 'shoot')).toMatchObject({ latestTo: '2026-11-17', slack: -2 });
		// The shoot begins on Thu 12 at the latest, so writing may end on Wed 11: Sat, Mon, Tue, Wed later than it does.
		expect(of(made, 'writing')).toMatchObject({ latestTo: '2026-11-11', slack: 4, isCritical: false });
	});

	it('a bad case takes each task’s bad days', () => {
		const bad = tasks.map((one) => (one.id === 'number' ? { ...one, badDays: 20 } : one));
		expect(of(timeline(bad, links, { useBadCase: true }), 'number').to).toBe('2026-11-27');
		expect(of(timeline(bad, links), 'number').to).toBe('2026-11-13');
	});

	it('what happened stands: a number that came three days late moves all behind it', () => {
		const late = tasks.map((one) =>
			one.id === 'number' || one.id === 'writing'
				? { ...one, startedOn: day('2026-11-02'), finishedOn: day('2026-11-18') }
				: one
		);
		const made = timeline(late, links, { asOf: day('2026-11-19') });
		expect(of(made, 'number')).toMatchObject({ state: 'done', slack: null, to: '2026-11-18' });
		expect(of(made, 'shoot').from).toBe('2026-11-19');
	});

	it('what has begun and should be over by now takes today at least; what hasn’t begun begins today', () => {
		const going = tasks.map((one) => (one.id === 'writing' ? { ...one, startedOn: day('2026-11-02') } : one));
		const made = timeline(going, links, { asOf: day('2026-11-10') });
		expect(of(made, 'writing')).toMatchObject({ state: 'going', from: '2026-11-02', to: '2026-11-10' });
		expect(of(made, 'number').from).toBe('2026-11-10');
	});

	it('an agreed beginning waits for its day, and what comes before has until then', () => {
		const agreed = tasks.map((one) => (one.id === 'shoot' ? { ...one, fixedStart: day('2026-11-16') } : one));
		const made = timeline(agreed, links, { launchesOn: day('2026-12-31') });
		expect(of(made, 'shoot').from).toBe('2026-11-16');
		expect(of(made, 'number')).toMatchObject({ latestTo: '2026-11-13', slack: 0 });
	});

	it('the shoot takes as many days as the board has', () => {
		const made = timeline(tasks, links, { daysOf: ({ id }) => (id === 'shoot' ? 7 : null) });
		expect(of(made, 'shoot').to).toBe('2026-11-21');
	});
});

describe('what can’t be', () => {
	it('names the tasks of a ring and dates the rest without it', () => {
		const made = timeline(
			[task('a', 2), task('b', 2), task('c', 1), task('d', 1)],
			[link('a', 'b'), link('b', 'c'), link('c', 'a'), link('c', 'd')]
		);
		expect(made.findings).toEqual([
			{
				rule: 'T1',
				severity: 'bad',
				about: { taskId0: 'a', taskId1: 'b', taskId2: 'c' },
				figures: { tasks: 3 }
			}
		]);
		expect(of(made, 'd').from).toBe('2026-11-03');
	});

	it('a task that waits for itself is a ring of one', () => {
		expect(timeline([task('a', 1)], [link('a', 'a')]).findings[0]).toMatchObject({
			rule: 'T1',
			about: { taskId0: 'a' }
		});
	});

	it('agreed dates with too few days between them, and an end before the beginning', () => {
		const made = timeline(
			[
				task('a', 3, { fixedStart: day('2026-11-05'), fixedFinish: day('2026-11-06') }),
				task('b', 1, { startedOn: day('2026-11-06'), finishedOn: day('2026-11-05') })
			],
			[]
		);
		expect(made.findings.map(({ rule, figures }) => [rule, figures])).toEqual([
			['T2', { room: 2, days: 3 }],
			['T4', { late: 1 }],
			['T3', {}]
		]);
	});

	it('an agreed beginning that what comes before doesn’t keep', () => {
		const made = timeline([task('a', 5), task('b', 1, { fixedStart: day('2026-11-04') })], [link('a', 'b')]);
		expect(made.findings).toMatchObject([{ rule: 'T4', about: { taskId: 'b' }, figures: { late: 3 } }]);
	});

	it('something begun before what it waits for is over, and a date that is still to come', () => {
		const made = timeline(
			[
				task('a', 5),
				task('b', 1, { startedOn: day('2026-11-03') }),
				task('c', 1, { startedOn: day('2026-11-09') })
			],
			[link('a', 'b')],
			{ asOf: day('2026-11-04') }
		);
		expect(made.findings.map(({ rule }) => rule)).toEqual(['T5', 'T6']);
	});

	it('no tasks, no days, a week that is all rest: an answer all the same', () => {
		expect(timeline([], [])).toMatchObject({ tasks: [], launch: null, daysShort: 0, criticalPath: [] });
		const made = timeline([task('a', 0), task('b', 1)], [link('a', 'b')], {
			restWeekdays: [1, 2, 3, 4, 5, 6, 7]
		});
		expect(of(made, 'b').from).toBe('2026-11-02');
	});
});

/** Slow and plain: a day at a time, until nothing has to wait any more. */
function byHand(tasks: readonly Task[], links: readonly TaskLink[], rest: readonly number[], from: DayKey) {
	const works = (owner: Task['owner'], on: DayKey) =>
		!(owner === 'producer' ? rest : [6, 7]).includes(weekday(on));
	const after = (owner: Task['owner'], on: DayKey, lag: number): DayKey => {
		let at = on;
		while (!works(owner, at)) at = addDays(at, 1);
		for (let n = 0; n < lag;) if (works(owner, (at = addDays(at, 1)))) n++;
		return at;
	};
	const start = new Map(tasks.map(({ id, fixedStart }) => [id, fixedStart ?? from]));
	const end = ({ id, owner, days }: Task): DayKey => {
		let at = start.get(id)!;
		for (let n = 0; n < days; at = addDays(at, 1)) if (works(owner, at)) n++;
		return at;
	};
	for (let moved = true; moved;) {
		moved = false;
		for (const one of tasks) {
			const waits = links.filter(({ toId }) => toId === one.id);
			const ready = (on: DayKey) =>
				works(one.owner, on) &&
				waits.every(({ fromId, kind, lagDays }) => {
					const other = tasks.find(({ id }) => id === fromId)!;
					return after(one.owner, kind === 'start-start' ? start.get(other.id)! : end(other), lagDays) <= on;
				});
			while (!ready(start.get(one.id)!)) {
				start.set(one.id, addDays(start.get(one.id)!, 1));
				moved = true;
			}
		}
	}
	return { start, end };
}

const months = fc
	.record({
		owners: fc.array(fc.constantFrom('producer', 'platform', 'regulator'), { minLength: 2, maxLength: 7 }),
		days: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 7, maxLength: 7 }),
		links: fc.array(
			fc.record({
				a: fc.nat(6),
				b: fc.nat(6),
				kind: fc.constantFrom('finish-start', 'start-start'),
				lag: fc.integer({ min: 0, max: 3 })
			}),
			{ maxLength: 10 }
		),
		rest: fc.subarray([1, 3, 6, 7]),
		first: fc.nat(6)
	})
	.map(({ owners, days, links, rest, first }) => {
		const tasks = owners.map((owner, i) =>
			task(`t${i}`, days[i]!, { owner, key: i === owners.length - 1 ? 'launch' : '' })
		);
		const made = links
			.filter(({ a, b }) => a !== b && Math.max(a, b) < tasks.length)
			.map(({ a, b, kind, lag }, i) => ({
				...link(`t${Math.min(a, b)}`, `t${Math.max(a, b)}`, { kind, lagDays: lag }),
				id: `l${i}` as TaskLinkId
			}));
		return { tasks, links: made, rest, from: addDays(day('2026-11-02'), first) };
	});

describe('against a day by day walk', () => {
	it('earliest dates are those of the walk', () => {
		fc.assert(
			fc.property(months, ({ tasks, links, rest, from }) => {
				const walk = byHand(tasks, links, rest, from);
				const made = timeline(tasks, links, { startsOn: from, restWeekdays: rest });
				for (const one of tasks) {
					expect(of(made, one.id).from).toBe(walk.start.get(one.id));
					expect(addDays(of(made, one.id).to, 1)).toBe(walk.end(one));
				}
			})
		);
	});

	it('a task may begin at its latest and all is done by the launch; a working day later and it isn’t', () => {
		fc.assert(
			fc.property(months, fc.nat(9), ({ tasks, links, rest, from }, room) => {
				const first = byHand(tasks, links, rest, from);
				const over = tasks.map(first.end).sort().at(-1)!;
				const promised = addDays(over, room - 1);
				const made = timeline(tasks, links, { startsOn: from, restWeekdays: rest, launchesOn: promised });
				const isKept = (one: Task, start: DayKey): boolean => {
					const moved = tasks.map((other) => (other.id === one.id ? { ...one, fixedStart: start } : other));
					const walk = byHand(moved, links, rest, from);
					return moved.every((other) => walk.end(other) <= addDays(promised, 1));
				};
				for (const one of tasks.filter(({ days }) => days > 0)) {
					const latest = of(made, one.id).latestFrom!;
					let next = addDays(latest, 1);
					while ((one.owner === 'producer' ? rest : [6, 7]).includes(weekday(next))) next = addDays(next, 1);
					expect([isKept(one, latest), isKept(one, next)]).toEqual([true, false]);
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('the order of tasks and links in the data changes nothing', () => {
		fc.assert(
			fc.property(months, ({ tasks, links, rest, from }) => {
				const values = { startsOn: from, restWeekdays: rest, launchesOn: addDays(from, 12) };
				expect(timeline([...tasks].reverse(), [...links].reverse(), values)).toEqual(
					timeline(tasks, links, values)
				);
			}),
			{ numRuns: 40 }
		);
	});

	it('a day less of any task never makes the launch later where links only wait for ends', () => {
		fc.assert(
			fc.property(months, fc.nat(6), ({ tasks, links, rest, from }, which) => {
				const only = links.filter(({ kind }) => kind === 'finish-start');
				const shorter = tasks.map((one, i) =>
					i === which ? { ...one, days: Math.max(0, one.days - 1) } : one
				);
				const values = { startsOn: from, restWeekdays: rest };
				expect(timeline(shorter, only, values).launch! <= timeline(tasks, only, values).launch!).toBe(true);
			}),
			{ numRuns: 60 }
		);
	});
});
