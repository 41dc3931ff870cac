/** A plan as plain values: what every pure function about the schedule takes. */
import type { Gate, Request } from '../launch/records.ts';
import type {
	Character,
	Episode,
	Location,
	Person,
	Production,
	Scene,
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
};
