/** What the requests' part of the Launch page shows and does: plain values and callbacks. */
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { Minutes } from '#lib/domain/calendar/duration.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { EpisodeId, PersonId, RequestId, SceneId, TaskId } from '#lib/domain/ids.ts';
import type { Request, RequestNote } from '#lib/domain/launch/records.ts';
import type { Consequence } from '#lib/domain/launch/requests/consequence.ts';
import type { RequestStanding } from '#lib/domain/launch/requests/standing.ts';
import type { RequestWork } from '#lib/domain/launch/requests/work.ts';
import type { Import } from '#lib/domain/schedule/records.ts';

/** One thing that became of a request: what somebody noted, or a rewrite that was read in for it. */
export type LogLine =
	| { readonly kind: 'note'; readonly at: number; readonly note: RequestNote }
	| { readonly kind: 'rewrite'; readonly at: number; readonly rewrite: Import };

export type RequestShown = {
	readonly request: Request;
	readonly standing: RequestStanding;
	readonly work: RequestWork;
	/** null: nothing to shoot hangs on it, nobody is called, or it isn't reckoned yet */
	readonly consequence: Consequence | null;
	/** overtime of its tasks, in minutes; 0 while it isn't reckoned */
	readonly taskOvertime: Minutes;
	/** the earliest first */
	readonly log: readonly LogLine[];
	readonly replaces: Request | null;
	readonly replacedBy: Request | null;
	/** scenes a refusal would take out now, and any other answer would bring back */
	readonly turns: { readonly out: number; readonly in: number };
};

export type Side = {
	readonly from: Request['from'];
	readonly all: number;
	readonly open: number;
	/** overtime that compression gives this side, in minutes; null: not reckoned, or ourselves */
	readonly share: Minutes | null;
};

export type Named<Id> = { readonly id: Id; readonly name: string };

export type RequestsView = {
	readonly title: string;
	readonly today: DayKey;
	readonly zone: string;
	readonly currency: string;
	readonly me: { readonly name: string; readonly whoId: string };
	/** by side, round and number */
	readonly requests: readonly RequestShown[];
	/** put away by mistake or on purpose, the last first */
	readonly away: readonly { readonly request: Request; readonly note: RequestNote | null }[];
	readonly sides: readonly Side[];
	readonly findings: readonly Finding[];
	/** overtime in the plan that goes with all of them refused, in minutes; null: not reckoned, or nobody is called */
	readonly overtime: Minutes | null;
	/** `failed`: the plan names a zone or rules nobody knows */
	readonly reckoning: 'done' | 'going' | 'nobody' | 'failed';
	/** sums are known here */
	readonly hasMoney: boolean;
	readonly episodes: readonly { readonly id: EpisodeId; readonly number: number; readonly title: string }[];
	/** scenes and tasks that hang on no request */
	readonly scenes: readonly Named<SceneId>[];
	readonly tasks: readonly Named<TaskId>[];
	readonly people: readonly Named<PersonId>[];
	readonly taskName: (id: TaskId) => string;
};

export type Asked = Pick<
	Request,
	'from' | 'round' | 'askedBy' | 'text' | 'replaces' | 'replacesId' | 'askedOn'
>;
export type NewScenes = {
	readonly count: number;
	readonly eighths: number;
	readonly episodeId: EpisodeId | null;
};
export type NewTask = { readonly name: string; readonly days: number; readonly workMinutes: Minutes };

/** Scenes and tasks to hang on a request, and new ones to make for it. */
export type Hanging = {
	readonly sceneIds: readonly SceneId[];
	readonly taskIds: readonly TaskId[];
	readonly scenes: NewScenes | null;
	readonly task: NewTask | null;
};

export type RequestsActs = {
	readonly add: (asked: Asked, scenes: NewScenes | null, task: NewTask | null) => RequestId;
	readonly change: (id: RequestId, values: Partial<Asked & Pick<Request, 'number'>>, why: string) => void;
	readonly answer: (
		id: RequestId,
		given: Pick<Request, 'answer' | 'answerText' | 'answeredOn'>,
		why: string
	) => void;
	readonly position: (
		id: RequestId,
		taken: Pick<RequestNote, 'who' | 'whoId' | 'position'>,
		why: string
	) => void;
	readonly hang: (id: RequestId, what: Hanging, why: string) => void;
	readonly takeOffScene: (id: RequestId, scene: SceneId, why: string) => void;
	readonly takeOffTask: (id: RequestId, task: TaskId, why: string) => void;
	/** @param why what was found, in words: it goes on record as the cause */
	readonly settle: (id: RequestId, why: string) => void;
	readonly renumber: (id: RequestId, why: string) => void;
	readonly remove: (id: RequestId, why: string) => void;
	readonly restore: (id: RequestId) => void;
	readonly undo: () => void;
};

/** What of the requests goes on paper; with no `which`: all of them. */
export type Paper = { which: RequestId | ''; names: boolean; money: boolean };
