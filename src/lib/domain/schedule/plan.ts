/** A plan as plain values: what every pure function about the schedule takes. */
import type { RuleChange } from '../hours/own-rules/record.ts';
import type { Gate, Request, RequestNote, Task, TaskLink } from '../launch/records.ts';
import type { Delay, Extension, Settlement } from '../launch/wrap/records.ts';
import type {
	Availability,
	Character,
	Element,
	Episode,
	Import,
	Location,
	Person,
	Production,
	Scene,
	SceneChange,
	SetPlace,
	ShootDay,
	Strip
} from './records.ts';

/** Rows in use, by id. Archived rows are left out; nothing here says in which order they come. */
export type Rows<R extends { readonly id: string }> = ReadonlyMap<R['id'], R>;

export type Plan = {
	readonly production: Production;
	readonly episodes: Rows<Episode>;
	readonly scenes: Rows<Scene>;
	readonly strips: Rows<Strip>;
	readonly days: Rows<ShootDay>;
	readonly characters: Rows<Character>;
	readonly people: Rows<Person>;
	readonly sets: Rows<SetPlace>;
	readonly locations: Rows<Location>;
	readonly gates: Rows<Gate>;
	readonly requests: Rows<Request>;
	readonly requestNotes: Rows<RequestNote>;
	readonly elements: Rows<Element>;
	readonly availability: Rows<Availability>;
	readonly tasks: Rows<Task>;
	readonly taskLinks: Rows<TaskLink>;
	readonly imports: Rows<Import>;
	readonly sceneChanges: Rows<SceneChange>;
	/** what the production changed about its rules of hours */
	readonly ruleChanges: Rows<RuleChange>;
	readonly delays: Rows<Delay>;
	readonly extensions: Rows<Extension>;
	readonly settlements: Rows<Settlement>;
};

/** A plan with nothing in it but its production: what every part is laid over. */
export function emptyPlan(production: Production): Plan {
	const none = new Map<never, never>();
	return {
		production,
		episodes: none,
		scenes: none,
		strips: none,
		days: none,
		characters: none,
		people: none,
		sets: none,
		locations: none,
		gates: none,
		requests: none,
		requestNotes: none,
		elements: none,
		availability: none,
		tasks: none,
		taskLinks: none,
		imports: none,
		sceneChanges: none,
		ruleChanges: none,
		delays: none,
		extensions: none,
		settlements: none
	};
}
