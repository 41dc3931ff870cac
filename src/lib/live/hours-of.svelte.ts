import {
	openDecisions,
	openHours,
	type DecisionsDocument,
	type HoursDocument
} from '#lib/doc/hours-documents.ts';
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import { placeOfEntry, type EntryPlace, type PlaceFacts } from '#lib/domain/hours/log/place.ts';
import { dayStandings, type DayStanding } from '#lib/domain/hours/log/standing.ts';
import { documentName, mayRead, mayWrite, type Access } from '#lib/domain/people/permissions.ts';
import type { Channel } from '#lib/sync/channel.ts';
import { Signal } from './table.svelte.ts';
import type { LiveWorkspace } from './workspace.svelte.ts';

/** What this member may do with a person's hours and with the decisions on them. */
export type HoursAccess = { readonly hours: Access; readonly decisions: Access };

/**
 * One person's hours and the decisions on them, open on this device. Reading `days` in an effect runs it again when
 * an entry is added here or elsewhere.
 */
export class HoursOf {
	readonly personId: string;
	readonly access: HoursAccess;
	readonly hours: HoursDocument;
	/** null for who may not read what was decided */
	readonly decisions: DecisionsDocument | null;
	readonly #live: LiveWorkspace;
	readonly #channels: readonly Channel[];
	readonly #signal = new Signal();
	readonly #stops: (() => void)[];
	#days: ReadonlyMap<DayKey, DayStanding> | null = null;
	#heardThen = false;

	private constructor(
		live: LiveWorkspace,
		personId: string,
		access: HoursAccess,
		hours: Channel,
		decisions: Channel | null
	) {
		this.#live = live;
		this.personId = personId;
		this.access = access;
		this.hours = openHours(hours.doc);
		this.decisions = decisions && openDecisions(decisions.doc);
		this.#channels = decisions ? [hours, decisions] : [hours];
		const changed = (): void => {
			this.#days = null;
			this.#signal.fire();
		};
		this.#stops = [this.hours, this.decisions].flatMap((document) => document?.observe(changed) ?? []);
	}

	/**
	 * Opens the hours of a person of a production; null when this member has no right to them. Nothing waits for the
	 * network.
	 */
	static async open(
		live: LiveWorkspace,
		production: string,
		personId: string,
		access: HoursAccess
	): Promise<HoursOf | null> {
		if (!mayRead(access.hours) && !mayWrite(access.hours)) return null;
		const open = (kind: 'hours' | 'decisions'): Promise<Channel> =>
			live.workspace.open(documentName(production, kind, personId));
		const [hours, decisions] = await Promise.all([
			open('hours'),
			mayRead(access.decisions) ? open('decisions') : null
		]);
		return new HoursOf(live, personId, access, hours, decisions);
	}

	/** The days there is something about, by date. The same map until something is added. */
	get days(): ReadonlyMap<DayKey, DayStanding> {
		this.#signal.read();
		const heard = this.#heard;
		if (this.#heardThen !== heard) this.#days = null;
		this.#heardThen = heard;
		this.#days ??= this.#standings(heard);
		return this.#days;
	}

	/**
	 * Decisions come in a document of their own, and sooner than the hours they are about on a device that is new here.
	 * Until the server has said that all hours are here, a decision about entries that aren't says nothing: it would
	 * look as if somebody had changed them.
	 */
	#standings(heard: boolean): ReadonlyMap<DayKey, DayStanding> {
		const logged = this.hours.all();
		const decisions = this.decisions?.all() ?? [];
		if (heard) return dayStandings(logged, decisions);
		const known = new Set(logged.map(({ key }) => key));
		return dayStandings(
			logged,
			decisions.filter(({ keys }) => keys.every((key) => known.has(key)))
		);
	}
	/** The server has said in this session that all hours are here. */
	readonly #heard = $derived.by(() => {
		void this.#live.state;
		return this.#channels[0]?.state.syncedAt != null;
	});

	/** One day; null when nothing was said of it. */
	day(date: DayKey): DayStanding | null {
		return this.days.get(date) ?? null;
	}

	/** Where an entry is. Depends on what is on its way to the disk and to the server. */
	placeOf(key: string): EntryPlace {
		return placeOfEntry(key, this.#facts);
	}
	/** Taken once for all entries, and anew when one of them comes further. */
	readonly #facts: PlaceFacts = $derived.by(() => {
		const documents = new Set<string>(this.#channels.map(({ document }) => document));
		const mine = ({ document }: { document: string }): boolean => documents.has(document);
		return {
			waiting: this.#live.waiting.filter(mine),
			unwritten: this.#live.unwritten.filter(mine),
			failing: this.#channels.some(({ state }) => state.unsaved > 0),
			storage: this.#live.storage,
			inApp: this.#live.inApp
		};
	});

	/** When the server last said that it has all of it (device's clock, ms); null: not in this session. */
	get syncedAt(): number | null {
		void this.#live.state;
		const times = this.#channels.map(({ state }) => state.syncedAt);
		return times.includes(null) ? null : Math.min(...(times as number[]));
	}

	/** Resolves once everything added so far is on this device's disk, or known not to be. */
	async settled(): Promise<void> {
		await Promise.all(this.#channels.map((channel) => channel.settled()));
	}

	async close(): Promise<void> {
		for (const stop of this.#stops) stop();
		await Promise.all(this.#channels.map((channel) => this.#live.workspace.release(channel)));
	}
}
