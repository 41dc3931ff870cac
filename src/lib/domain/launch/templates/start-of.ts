import type { DayKey } from '../../calendar/day-key.ts';
import { addDays } from '../../calendar/day-key.ts';
import { addWorkdays, isWorkday, type NamedDays, type Rest } from '../../calendar/workdays.ts';
import type { EpisodeId, GateId, MakeId, TaskId, TaskLinkId } from '../../ids.ts';
import { keysBetween } from '../../order-key.ts';
import { newRow } from '../../schedule/new-rows.ts';
import { episodeRecord, type Episode } from '../../schedule/records.ts';
import { gateRecord, taskLinkRecord, taskRecord, type Gate, type Task, type TaskLink } from '../records.ts';
import type { TaskPattern, Template } from './types.ts';

/** What the dates of a start follow from. */
export type StartDates = {
	readonly startsOn: DayKey;
	readonly launchesOn: DayKey;
	/** the shoot days there are, in order */
	readonly shootDates: readonly DayKey[];
	/** weekdays the crew doesn't work on, 1 Monday … 7 Sunday */
	readonly restWeekdays: readonly number[];
	/** holidays offices are closed on, and make-up days they work */
	readonly officeDays?: NamedDays;
	/** numbers of the episodes there are; a start without a script makes them */
	readonly episodes: number;
	/** whether the platform does the final review and the filing: titles of the lowest tier (field guide 2.3) */
	readonly platformReviews: boolean;
};

export type StartRows = {
	readonly tasks: readonly Task[];
	readonly taskLinks: readonly TaskLink[];
	readonly gates: readonly Gate[];
	/** when each task would begin and end by its likely days, in the template's order */
	readonly dates: readonly { readonly taskId: TaskId; readonly from: DayKey; readonly to: DayKey }[];
};

/** Episodes are cut in blocks of about this many. */
const BLOCK = 20;
/** Offices don't decide at weekends. */
const WEEKEND = [6, 7];
const NONE: NamedDays = new Map();
/** Days a platform takes for what a regulator would do (field guide 2.3, unsourced). */
const PLATFORM_DAYS = { days: 3, badDays: 7 } as const;

/**
 * The tasks and gates a template begins with, dated from the green light on by likely days: each begins once all it
 * waits for is done, on working days of its owner. The shoot stands on its own dates, the launch on the promised day.
 * Those dates are the first baseline, which later ones are held against.
 */
export function startOf(template: Template, start: StartDates, makeId: MakeId): StartRows {
	const office = { weekdays: WEEKEND, named: start.officeDays ?? NONE };
	const rest = { producer: start.restWeekdays, platform: office, regulator: office };
	const tasks: Task[] = [];
	const taskLinks: TaskLink[] = [];
	const gates: Gate[] = [];
	const dates: { taskId: TaskId; from: DayKey; to: DayKey }[] = [];
	/** of each pattern: its first and its last task (the blocks of an edit are several) */
	const made = new Map<string, { first: Dated; last: Dated }>();

	for (const pattern of template.tasks) {
		const blocks = pattern.blocks ? blocksOf(start.episodes) : [null];
		let before: Dated | null = null;
		let first: Dated | null = null;
		for (const block of blocks) {
			const task = taskOf(pattern, block, start, makeId);
			const waits = pattern.after.flatMap(({ key, from, lag = 0 }) => {
				const other = made.get(key);
				if (!other) return [];
				taskLinks.push(link(from === 'start' ? other.first : other.last, task, from ?? 'end', lag, makeId));
				return [
					from === 'start'
						? later(other.first.from, lag, rest[task.owner])
						: later(addDays(other.last.to, 1), lag, rest[task.owner])
				];
			});
			if (before) {
				taskLinks.push(link(before, task, 'end', 0, makeId));
				waits.push(addDays(before.to, 1));
			}
			const dated = place(task, waits, start, rest[task.owner]);
			first ??= dated;
			before = dated;
			dates.push({ taskId: task.id, from: dated.from, to: dated.to });
			if (pattern.gate) {
				const gate = newRow(gateRecord, makeId<GateId>(), {
					kind: pattern.gate.kind,
					owner: task.owner === 'regulator' ? 'regulator' : 'platform',
					round: pattern.gate.round ?? 1,
					plannedOn: dated.to
				});
				gates.push(gate);
				tasks.push({ ...task, gateId: gate.id });
			} else tasks.push(task);
		}
		if (first && before) made.set(pattern.key, { first, last: before });
	}
	const orders = keysBetween(null, null, tasks.length);
	const placed = new Map(dates.map((dated) => [dated.taskId, dated]));
	return {
		tasks: tasks.map((task, i) => ({
			...task,
			baselineFrom: placed.get(task.id)?.from ?? null,
			baselineTo: placed.get(task.id)?.to ?? null,
			order: orders[i] as string
		})),
		taskLinks,
		gates,
		dates
	};
}

/** Numbered episodes with nothing in them, paid from the template's first unlock point on. */
export function emptyEpisodes(template: Template, count: number, makeId: MakeId): Episode[] {
	const paidFrom = template.unlocks[0] ?? Infinity;
	return Array.from({ length: count }, (_, i) =>
		newRow(episodeRecord, makeId<EpisodeId>(), {
			number: i + 1,
			targetSeconds: template.usual.seconds,
			access: i + 1 < paidFrom ? 'free' : 'paid',
			unlock: template.unlocks.includes(i + 1)
		})
	);
}

type Dated = { readonly id: TaskId; readonly from: DayKey; readonly to: DayKey };
type Block = { readonly from: number; readonly to: number };

/** Blocks of about twenty episodes, as even as they go; one block for few, and for none. */
function blocksOf(episodes: number): (Block | null)[] {
	const count = Math.max(1, Math.round(episodes / BLOCK));
	if (episodes < 1) return [null];
	const until = (n: number): number => Math.round((n * episodes) / count);
	return Array.from({ length: count }, (_, n) => ({ from: until(n) + 1, to: until(n + 1) }));
}

/** Minutes of a day of work beside the shoot: eight hours, a working default (unsourced) to be typed over. */
const OFFICE_DAY = 480;

function taskOf(pattern: TaskPattern, block: Block | null, start: StartDates, makeId: MakeId): Task {
	const { key, stage, owner, days, bad, people } = pattern;
	const shoot = key === 'shoot' ? start.shootDates.length : null;
	const byPlatform = owner === 'regulator' && start.platformReviews;
	return newRow(taskRecord, makeId<TaskId>(), {
		key,
		stage,
		owner: byPlatform ? 'platform' : owner,
		days: shoot ?? days,
		badDays: shoot ?? bad,
		...(byPlatform ? { ...PLATFORM_DAYS, ...(key === 'licence' ? { days, badDays: bad } : {}) } : {}),
		people,
		workMinutes: shoot === null && owner === 'producer' ? people * days * OFFICE_DAY : 0,
		fromEpisode: block?.from ?? null,
		toEpisode: block?.to ?? null,
		fixedStart: key === 'shoot' ? (start.shootDates[0] ?? null) : null,
		fixedFinish: key === 'launch' ? start.launchesOn : null
	});
}

/** The first working day from a day on. */
function working(day: DayKey, rest: Rest): DayKey {
	return isWorkday(day, rest) ? day : addWorkdays(day, 1, rest);
}
const later = (day: DayKey, lag: number, rest: Rest): DayKey => addWorkdays(working(day, rest), lag, rest);

function place(task: Task, waits: readonly DayKey[], start: StartDates, rest: Rest): Dated {
	const { shootDates } = start;
	if (task.key === 'shoot' && shootDates[0])
		return { id: task.id, from: shootDates[0], to: shootDates.at(-1) ?? shootDates[0] };
	const earliest = [start.startsOn, ...waits].sort().at(-1) ?? start.startsOn;
	if (task.fixedFinish) return { id: task.id, from: task.fixedFinish, to: task.fixedFinish };
	const from = working(earliest, rest);
	return { id: task.id, from, to: addWorkdays(from, Math.max(0, task.days - 1), rest) };
}

const link = (
	from: { readonly id: TaskId },
	to: { readonly id: TaskId },
	kind: 'start' | 'end',
	lagDays: number,
	makeId: MakeId
): TaskLink =>
	newRow(taskLinkRecord, makeId<TaskLinkId>(), {
		fromId: from.id,
		toId: to.id,
		kind: kind === 'start' ? 'start-start' : 'finish-start',
		lagDays
	});
