import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { Minutes } from '#lib/domain/calendar/duration.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { GateId, SceneId, TaskId, TaskLinkId } from '#lib/domain/ids.ts';
import type { Reckoned, Tried } from '#lib/domain/launch/compression/reckoner.ts';
import type { Timeline } from '#lib/domain/launch/critical-path.ts';
import type { Gate, Request, Task, TaskLink } from '#lib/domain/launch/records.ts';
import type { ReviewAnswer } from '#lib/domain/launch/review-rules.ts';
import type { LoadDay } from '#lib/domain/launch/shoot-loads.ts';
import type { Move } from '#lib/domain/launch/timeline/move-task.ts';
import type { SettledDate } from '#lib/domain/launch/wrap/settled-days.ts';
import type { Cents } from '#lib/domain/money.ts';
import type { Production, Scene } from '#lib/domain/schedule/records.ts';

/** What is tried out, and what it would bring. */
export type Trial = {
	readonly tried: Tried;
	readonly promised: DayKey | null;
	readonly timeline: Timeline;
	/** null while it is being reckoned */
	readonly reckoned: Reckoned | null;
};

/** Everything the Launch page shows, as plain values. */
export type LaunchView = {
	readonly production: Production;
	readonly today: DayKey;
	readonly promised: DayKey | null;
	readonly timeline: Timeline;
	readonly findings: readonly Finding[];
	/** who reviews it by the rules of the day it was, or is to be, filed */
	readonly tier: (ReviewAnswer & { readonly filedOn: DayKey }) | null;
	readonly loads: readonly LoadDay[];
	/** days wrapped and settled, with whose their overtime was */
	readonly settled: readonly SettledDate[];
	/** when it would be online in a likely and in a bad case; null without a launch */
	readonly cases: { readonly likely: DayKey | null; readonly bad: DayKey | null };
	/** null while it is being reckoned, and where it can't be */
	readonly reckoned: Reckoned | null;
	readonly failed: boolean;
	/** null: nothing is tried out */
	readonly trial: Trial | null;
	/** the whole budget, on a producer's device alone; null: none yet, or not to be known here */
	readonly total: Cents | null;
	/** episodes there are, and the numbers viewers decide at */
	readonly episodes: number;
	readonly unlocks: readonly number[];
	readonly links: readonly TaskLink[];
	readonly gates: ReadonlyMap<GateId, Gate>;
	readonly requests: readonly Request[];
	readonly scenes: readonly Scene[];
	/** minutes of shooting a scene takes */
	readonly minutesOf: (id: SceneId) => Minutes;
	/** the timeline as it would be with a task moved by so many calendar days */
	readonly would: (move: Move) => Timeline;
};

export type LaunchActs = {
	readonly move: (move: Move) => void;
	readonly changeTask: (id: TaskId, values: Partial<Task>) => void;
	readonly addTask: (name: string) => TaskId;
	readonly removeTask: (id: TaskId) => void;
	readonly link: (from: TaskId, to: TaskId, values: Partial<Pick<TaskLink, 'kind' | 'lagDays'>>) => void;
	readonly unlink: (id: TaskLinkId) => void;
	readonly decide: (
		id: GateId,
		values: { status: Gate['status']; number: string; decidedOn: DayKey }
	) => void;
	readonly changeGate: (id: GateId, values: Partial<Gate>) => void;
	/** the usual tasks of such a production, where there are none yet */
	readonly fill: () => void;
	/** what happens from now on is held against the timeline as it lies */
	readonly freeze: () => void;
	/** null: nothing is tried out any more */
	readonly try: (tried: Tried | null) => void;
	/** writes what is tried out */
	readonly keep: (tried: Tried) => void;
	readonly undo: () => void;
};

export type LaunchHrefs = {
	readonly requests: string;
	readonly board: string;
	readonly settings: string;
	readonly money: string | null;
};
