/**
 * The timeline: a forward pass for the earliest dates, a backward pass from the promised launch for the latest ones
 * (compression.md 1). Days of a task are working days of whoever owns it: offices don't work at weekends.
 */
import type { DayKey } from '../calendar/day-key.ts';
import type { NamedDays } from '../calendar/workdays.ts';
import { dayOfNumber, readDayNumber } from '../calendar/day-number.ts';
import type { Finding } from '../finding.ts';
import type { TaskId } from '../ids.ts';
import type { Task, TaskLink } from './records.ts';
import { cyclesOf } from './timeline/cycles.ts';
import { datesThatDisagree } from './timeline/dates-that-disagree.ts';
import { OFFICE_REST, workCalendar, type WorkCalendar } from './timeline/work-calendar.ts';

export type TimelineInput = {
	readonly tasks: Iterable<Task>;
	readonly links: Iterable<TaskLink>;
	/** nothing that hasn't begun begins before this day; null: as if nothing had happened yet */
	readonly asOf: DayKey | null;
	/** green light: nothing begins earlier */
	readonly startsOn: DayKey | null;
	/** the promised launch; null: none yet, and no task has slack */
	readonly launchesOn: DayKey | null;
	/** weekdays the production doesn't work on, 1 Monday … 7 Sunday */
	readonly restWeekdays: readonly number[];
	/** holidays offices are closed on, and make-up days they work */
	readonly officeDays?: NamedDays;
	readonly useBadCase?: boolean;
	/** working days of a task other than its own: the shoot takes as many as the board has */
	readonly daysOf?: (task: Task) => number | null;
};

/** One task in time. Days are included; a task of zero days lies on `from` and has `to` the day before. */
export type TimedTask = {
	readonly id: TaskId;
	readonly task: Task;
	readonly days: number;
	readonly state: 'done' | 'going' | 'ahead';
	/** earliest, or what happened */
	readonly from: DayKey;
	readonly to: DayKey;
	/** latest dates that keep the launch; null without a promised launch, and for what is done */
	readonly latestFrom: DayKey | null;
	readonly latestTo: DayKey | null;
	/** the last day before what waits for its end has to begin, however long the task itself takes */
	readonly deadline: DayKey | null;
	/** working days of its owner it may slip; negative: days short */
	readonly slack: number | null;
	/** on the path with the least slack to the launch */
	readonly isCritical: boolean;
};

export type Timeline = {
	/** in the order people read them */
	readonly tasks: readonly TimedTask[];
	readonly byId: ReadonlyMap<TaskId, TimedTask>;
	/** when it would be online; null without tasks */
	readonly launch: DayKey | null;
	/** working days by which the launch comes too late; 0 when it is kept */
	readonly daysShort: number;
	/** tasks with the least slack, in order of time */
	readonly criticalPath: readonly TaskId[];
	readonly findings: readonly Finding[];
};

/** A task on day numbers: `end` is the day after its last one. */
type Span = { start: number; end: number };
/** `passes`: the end that counts for what comes after, where something was begun before its turn. */
type Early = Span & { passes: number };
/** `deadline`: the day after the last one on which what waits for its end still keeps the launch. */
type Late = Span & { deadline: number };
type Waits = {
	readonly on: TaskId;
	readonly by: TaskId;
	readonly kind: TaskLink['kind'];
	readonly lag: number;
};

/**
 * Reckons a timeline. Links in a ring are left out and named (finding T1), dates that can't be are named (T2–T6) and
 * the nearest that can be is taken. The order of tasks and links changes nothing. Never throws.
 */
export function timelineOf(input: TimelineInput): Timeline {
	const all = [...input.tasks].sort(
		(a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0) || (a.id < b.id ? -1 : 1)
	);
	const ids = new Map(all.map((task) => [task.id, task]));
	const linked = [...input.links].filter(
		({ fromId, toId }) => fromId !== null && toId !== null && ids.has(fromId) && ids.has(toId)
	);
	const rings = cyclesOf(ids.keys(), linked);
	const ringOf = new Map(rings.flatMap((ring, i) => ring.map((id) => [id, i] as const)));
	const waits = linked
		.filter(({ fromId, toId }) => {
			const ring = ringOf.get(fromId!);
			return ring === undefined || ring !== ringOf.get(toId!);
		})
		.map(({ fromId, toId, kind, lagDays }): Waits => ({ on: fromId!, by: toId!, kind, lag: lagDays }));
	const reckoned = new Passes(input, all, ids, waits);
	const byId = new Map(all.map((task) => [task.id, reckoned.timed(task)]));
	const tasks = reckoned.markCritical(all.map(({ id }) => byId.get(id)!));
	const online = tasks.filter(({ task }) => task.key === 'launch');
	const last = (online.length > 0 ? online : tasks).map(({ to }) => to).sort();
	return {
		tasks,
		byId: new Map(tasks.map((timed) => [timed.id, timed])),
		launch: last.at(-1) ?? null,
		daysShort: Math.max(
			0,
			...(online.length > 0 ? online : tasks).map(({ slack }) => (slack === null ? 0 : -slack))
		),
		criticalPath: tasks
			.filter(({ isCritical }) => isCritical)
			.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1))
			.map(({ id }) => id),
		findings: [
			...rings.map((ring): Finding => ({
				rule: 'T1',
				severity: 'bad',
				about: Object.fromEntries(ring.map((id, i) => [`taskId${i}`, id])),
				figures: { tasks: ring.length }
			})),
			...datesThatDisagree(tasks, waits, input)
		]
	};
}

class Passes {
	readonly #input: TimelineInput;
	readonly #tasks: ReadonlyMap<TaskId, Task>;
	readonly #before = new Map<TaskId, Waits[]>();
	readonly #after = new Map<TaskId, Waits[]>();
	readonly #early = new Map<TaskId, Early>();
	readonly #late = new Map<TaskId, Late>();
	readonly #asOf: number;
	readonly #origin: number;
	readonly #promised: number | null;
	readonly #calendars: Readonly<Record<Task['owner'], WorkCalendar>>;

	constructor(
		input: TimelineInput,
		all: readonly Task[],
		tasks: ReadonlyMap<TaskId, Task>,
		waits: readonly Waits[]
	) {
		this.#input = input;
		this.#tasks = tasks;
		for (const wait of waits) {
			put(this.#before, wait.by, wait);
			put(this.#after, wait.on, wait);
		}
		const office = workCalendar(OFFICE_REST, input.officeDays);
		this.#calendars = { producer: workCalendar(input.restWeekdays), platform: office, regulator: office };
		const known = all.flatMap(({ startedOn, finishedOn, fixedStart, fixedFinish }) =>
			[startedOn, finishedOn, fixedStart, fixedFinish].flatMap((day) => readDayNumber(day) ?? [])
		);
		this.#asOf = readDayNumber(input.asOf) ?? -Infinity;
		this.#promised = readDayNumber(input.launchesOn);
		this.#origin = readDayNumber(input.startsOn) ?? Math.min(...known, this.#promised ?? Infinity);
		if (!Number.isFinite(this.#origin)) this.#origin = Number.isFinite(this.#asOf) ? this.#asOf : 0;
		for (const task of inDependencyOrder(all, this.#before)) this.#early.set(task.id, this.#earliest(task));
		for (const task of inDependencyOrder(all, this.#before).reverse())
			this.#late.set(task.id, this.#latest(task));
	}

	daysOf(task: Task): number {
		const own = this.#input.useBadCase ? Math.max(task.days, task.badDays ?? task.days) : task.days;
		return this.#input.daysOf?.(task) ?? own;
	}

	#earliest(task: Task): Early {
		const { next, plus } = this.#calendars[task.owner];
		const days = this.daysOf(task);
		const finished = readDayNumber(task.finishedOn);
		const started = readDayNumber(task.startedOn);
		const begun = this.#hasBegun(task);
		const waits = this.#before.get(task.id) ?? [];
		// Begun before its turn: what it should have waited for still holds up what comes after.
		const passing = (end: number): number =>
			Math.max(
				end,
				...waits.map(({ on, kind }) => (kind === 'finish-start' ? this.#early.get(on)!.passes : end))
			);
		if (finished !== null) {
			const end = finished + 1;
			return { start: Math.min(started ?? finished, finished), end, passes: passing(end) };
		}
		let start = begun
			? started!
			: next(Math.max(this.#origin, this.#asOf, readDayNumber(task.fixedStart) ?? -Infinity));
		if (!begun) for (const wait of waits) start = Math.max(start, plus(this.#isReady(wait), wait.lag));
		const own = days === 0 ? start : plus(start, days - 1) + 1;
		// What should be over by now isn't: it takes today at least.
		const least = begun ? Math.max(own, next(Math.max(start, this.#asOf)) + 1) : own;
		const end = Math.max(least, this.#agreedEnd(task) ?? least);
		return { start, end, passes: begun ? passing(end) : end };
	}

	#isReady({ on, kind }: Waits): number {
		const other = this.#early.get(on)!;
		return kind === 'start-start' ? other.start : other.passes;
	}

	/** The day after the agreed last one; of the launch the promise counts, and that is no reason to wait. */
	#agreedEnd(task: Task): number | null {
		if (task.key === 'launch' && this.#promised !== null) return null;
		const agreed = readDayNumber(task.fixedFinish);
		return agreed === null ? null : agreed + 1;
	}

	/** The latest span that keeps the launch; what comes before has to be ready for it. */
	#latest(task: Task): Late {
		const { before, plus, isWork } = this.#calendars[task.owner];
		const early = this.#early.get(task.id)!;
		const begun = this.#hasBegun(task);
		const days = this.daysOf(task);
		let end = (this.#promised ?? early.passes - 1) + 1;
		let start = Infinity;
		for (const { by, kind, lag } of this.#after.get(task.id) ?? []) {
			const after = this.#tasks.get(by)!;
			const other = this.#late.get(by)!;
			if (kind === 'finish-start' && this.#hasBegun(after)) end = Math.min(end, other.deadline);
			else if (!this.#hasBegun(after)) {
				const calendar = this.#calendars[after.owner];
				const ready = latestBefore(calendar, Math.min(other.start, this.#agreedStart(by)), lag);
				if (kind === 'start-start') start = Math.min(start, ready);
				else end = Math.min(end, ready);
			}
		}
		const deadline = end;
		if (begun) {
			while (!isWork(end - 1)) end--;
			return { start: early.start, end, deadline };
		}
		start = Math.min(start, before(end, days));
		while (!isWork(start)) start--;
		return { start, end: days === 0 ? start : plus(start, days - 1) + 1, deadline };
	}

	/** The day something has to begin at the latest because its begin or its end was agreed. */
	#agreedStart(id: TaskId): number {
		const task = this.#tasks.get(id)!;
		const end = this.#agreedEnd(task);
		const { before } = this.#calendars[task.owner];
		return Math.min(
			readDayNumber(task.fixedStart) ?? Infinity,
			end === null ? Infinity : before(end, this.daysOf(task))
		);
	}

	timed(task: Task): TimedTask {
		const early = this.#early.get(task.id)!;
		const late = this.#late.get(task.id)!;
		const state = task.finishedOn !== null ? 'done' : this.#hasBegun(task) ? 'going' : 'ahead';
		const calendar = this.#calendars[task.owner];
		const isBound = this.#promised !== null && state !== 'done';
		return {
			id: task.id,
			task,
			days: this.daysOf(task),
			state,
			from: dayOfNumber(early.start),
			to: dayOfNumber(early.end - 1),
			latestFrom: isBound ? dayOfNumber(late.start) : null,
			latestTo: isBound ? dayOfNumber(late.end - 1) : null,
			deadline: this.#promised === null ? null : dayOfNumber(late.deadline - 1),
			// By its end: a task that has begun, or waits for an agreed end, may slip only there.
			slack: isBound ? calendar.between(early.end, late.end) : null,
			isCritical: false
		};
	}

	#hasBegun({ startedOn, finishedOn }: Task): boolean {
		if (finishedOn !== null) return true;
		return startedOn !== null && (this.#input.asOf === null || startedOn <= this.#input.asOf);
	}

	/**
	 * Marks the path that decides the launch: from the launch back over whatever each task really waits for.
	 * Slack alone would tear it apart where offices rest and the crew doesn't.
	 */
	markCritical(tasks: readonly TimedTask[]): TimedTask[] {
		const open = tasks.filter(({ slack }) => slack !== null);
		const ends = open.filter(({ task }) => task.key === 'launch');
		const last = Math.max(...open.map(({ id }) => this.#early.get(id)!.end));
		const queue = (ends.length > 0 ? ends : open.filter(({ id }) => this.#early.get(id)!.end === last)).map(
			({ id }) => id
		);
		const critical = new Set<TaskId>(queue);
		for (let id = queue.pop(); id; id = queue.pop()) {
			const task = this.#tasks.get(id)!;
			const { plus } = this.#calendars[task.owner];
			const { start, end, passes } = this.#early.get(id)!;
			for (const wait of this.#before.get(id) ?? []) {
				const drives = this.#hasBegun(task)
					? passes > end && wait.kind === 'finish-start' && this.#isReady(wait) === passes
					: plus(this.#isReady(wait), wait.lag) === start;
				if (!drives || critical.has(wait.on)) continue;
				critical.add(wait.on);
				queue.push(wait.on);
			}
		}
		return tasks.map((timed) => ({ ...timed, isCritical: critical.has(timed.id) && timed.state !== 'done' }));
	}
}

/** The latest day such that, a lag of working days after it, a task may still begin on `start`. */
function latestBefore({ plus }: WorkCalendar, start: number, lag: number): number {
	// A step of the calendar is at most a week of rest: try from well after, and take the first that fits.
	let day = start + (lag < 0 ? 7 - lag * 7 : 0);
	while (plus(day, lag) > start) day--;
	return day;
}

function put(map: Map<TaskId, Waits[]>, id: TaskId, wait: Waits): void {
	const list = map.get(id);
	if (list) list.push(wait);
	else map.set(id, [wait]);
}

/** Each task behind all it waits for. There are no rings left here. */
function inDependencyOrder(all: readonly Task[], before: ReadonlyMap<TaskId, Waits[]>): Task[] {
	const tasks = new Map(all.map((task) => [task.id, task]));
	const left = new Map(all.map(({ id }) => [id, before.get(id)?.length ?? 0]));
	const after = new Map<TaskId, TaskId[]>();
	for (const list of before.values())
		for (const { on, by } of list) after.set(on, [...(after.get(on) ?? []), by]);
	const ready = all.filter(({ id }) => left.get(id) === 0).map(({ id }) => id);
	const order: Task[] = [];
	for (let id = ready.shift(); id; id = ready.shift()) {
		order.push(tasks.get(id)!);
		for (const next of after.get(id) ?? []) {
			left.set(next, left.get(next)! - 1);
			if (left.get(next) === 0) ready.push(next);
		}
	}
	return order;
}
