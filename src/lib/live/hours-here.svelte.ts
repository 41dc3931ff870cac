import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { DayStanding } from '#lib/domain/hours/log/standing.ts';
import { mayRead, mayWrite, type Access, type DocumentKind } from '#lib/domain/people/permissions.ts';
import { HoursOf } from './hours-of.svelte.ts';
import { registerOnce } from './registrations.svelte.ts';
import { Signal } from './table.svelte.ts';
import type { LiveWorkspace } from './workspace.svelte.ts';

type AccessTo = (kind: DocumentKind, personId?: string | null) => Access;

/**
 * The hours of everybody whose hours this member may see, opened for the pages that are about many: review, reports,
 * entering a department. People who join the plan later are opened by `follow`.
 */
export class HoursHere {
	readonly #live: LiveWorkspace;
	readonly #production: string;
	readonly #accessTo: AccessTo;
	readonly #mayRegister: boolean;
	readonly #signal = new Signal();
	readonly #opened = new Map<string, HoursOf>();
	readonly #opening = new Set<string>();
	#closed = false;

	/**
	 * @param accessTo what this member may do with a document
	 * @param mayRegister whether this member may tell the server of people
	 */
	constructor(live: LiveWorkspace, production: string, accessTo: AccessTo, mayRegister: boolean) {
		this.#mayRegister = mayRegister;
		this.#live = live;
		this.#production = production;
		this.#accessTo = accessTo;
	}

	/**
	 * Opens what of these people's hours this member may have and isn't open yet, and closes what may no longer be
	 * seen. Read in an effect it runs again when rights change. Who may add people to the plan tells the server of them
	 * first: their documents exist there only then.
	 */
	async follow(personIds: readonly string[]): Promise<void> {
		if (this.#mayRegister) void registerOnce(this.#live.workspace.userId, this.#production, personIds);
		const rights = personIds.map((id) => ({
			id,
			access: { hours: this.#accessTo('hours', id), decisions: this.#accessTo('decisions', id) }
		}));
		const open = ({ hours }: { hours: Access }): boolean => mayRead(hours) || mayWrite(hours);
		await Promise.all([
			...rights.filter(({ access }) => !open(access)).map(({ id }) => this.#letGo(id)),
			...rights
				.filter(({ id, access }) => open(access) && !this.#opened.has(id) && !this.#opening.has(id))
				.map(async ({ id, access }) => {
					this.#opening.add(id);
					const one = await HoursOf.open(this.#live, this.#production, id, access).finally(() =>
						this.#opening.delete(id)
					);
					if (!one) return;
					if (this.#closed) return one.close();
					this.#opened.set(id, one);
					this.#signal.fire();
				})
		]);
	}

	async #letGo(id: string): Promise<void> {
		const one = this.#opened.get(id);
		if (!one) return;
		this.#opened.delete(id);
		this.#signal.fire();
		await one.close();
	}

	/** One person's hours; null when they aren't open here. */
	of(personId: string): HoursOf | null {
		this.#signal.read();
		return this.#opened.get(personId) ?? null;
	}

	/** Everybody's that are open, in the order they were opened. */
	get all(): readonly HoursOf[] {
		this.#signal.read();
		return [...this.#opened.values()];
	}

	/** One person's day; null when nothing was said of it. */
	day(personId: string, date: DayKey): DayStanding | null {
		return this.of(personId)?.day(date) ?? null;
	}

	async close(): Promise<void> {
		this.#closed = true;
		await Promise.all([...this.#opened.values()].map((one) => one.close()));
		this.#opened.clear();
	}
}
