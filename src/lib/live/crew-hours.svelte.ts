import { JudgeOnce } from '#lib/domain/hours/log/judge-once.ts';
import type { Judged } from '#lib/domain/hours/log/judged.ts';
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import { mayRead } from '#lib/domain/people/permissions.ts';
import { callsOf, type CallOfDay } from '#lib/domain/schedule/calls-of.ts';
import { DEPARTMENTS, type Person } from '#lib/domain/schedule/records.ts';
import type { HoursHere } from './hours-here.svelte.ts';
import type { HoursOf } from './hours-of.svelte.ts';
import { Planned } from './planned.svelte.ts';
import type { OpenProduction } from './production.svelte.ts';

/** One person of the crew with hours that this member may see. */
export type CrewMember = {
	readonly person: Person;
	readonly hours: HoursOf;
	/** when the board calls the person, by date */
	readonly calls: readonly CallOfDay[];
	readonly own: boolean;
};

/**
 * The hours of everybody whose hours this member may read, beside what the board plans, for pages about many people.
 * Made while a page is set up: it follows the plan and the rights, and closes when the page goes.
 */
export class CrewHours {
	readonly #production: OpenProduction;
	readonly #here: HoursHere;
	readonly #planned: Planned;
	readonly #once = new JudgeOnce();

	constructor(production: OpenProduction) {
		this.#production = production;
		this.#here = production.openHours();
		this.#planned = new Planned(production.plan);
		$effect(() => void this.#here.follow(production.plan.tables.people.ids()));
		$effect(() => () => void this.#here.close());
	}

	/** People whose hours this member may read, by department and name, whether they are open here yet or not. */
	readonly people = $derived.by((): readonly Person[] =>
		[...this.#production.plan.tables.people.rows().values()]
			.filter(({ id }) => mayRead(this.#production.accessTo('hours', id)))
			.sort(
				(a, b) =>
					DEPARTMENTS.indexOf(a.department) - DEPARTMENTS.indexOf(b.department) ||
					a.name.localeCompare(b.name) ||
					(a.id < b.id ? -1 : 1)
			)
	);

	/** When the board calls each of them: the same lists until the plan changes, however many hours arrive. */
	readonly #calls = $derived.by((): Readonly<Partial<Record<string, readonly CallOfDay[]>>> => {
		const summaries = this.#planned.board?.summaries ?? [];
		return Object.fromEntries(this.people.map(({ id }) => [id, callsOf(summaries, id)]));
	});

	/** Those of them whose hours are open here. */
	readonly members = $derived.by((): readonly CrewMember[] => {
		const calls = this.#calls;
		return this.people.flatMap((person) => {
			const hours = this.#here.of(person.id);
			const own = person.id === this.#production.personId;
			return hours ? [{ person, hours, calls: calls[person.id] ?? [], own }] : [];
		});
	});

	/**
	 * Of how many the server hasn't been heard since this page was opened: what they logged elsewhere may not be here.
	 */
	get unheard(): number {
		const { length } = this.members.filter(({ hours }) => hours.syncedAt !== null);
		return this.people.length - length;
	}

	/** What the rules say of one of them; reckoned again only when something of that person's changed. */
	judged({ person, hours, calls }: CrewMember, today: DayKey): Judged | null {
		const source = this.#production.plan.ruleSource;
		if (!source) return null;
		return this.#once.of({ ...source, person, days: hours.days.values(), calls, today });
	}
}
