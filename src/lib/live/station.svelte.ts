import { api, type Answer, type StationLook } from '#lib/api/api.ts';
import { punchClock, addHours, voidHours, type HoursSaid, type Writer } from '#lib/doc/commands/log-hours.ts';
import { openHours, type HoursDocument } from '#lib/doc/hours-documents.ts';
import { daysBetween, type DayKey } from '#lib/domain/calendar/day-key.ts';
import { stretchOf, type Stretch } from '#lib/domain/hours/log/clock.ts';
import {
	readLogged,
	type Keyed,
	type Logged,
	type LoggedPunch,
	type Punch
} from '#lib/domain/hours/log/logged.ts';
import { documentName } from '#lib/domain/people/permissions.ts';
import { pinPause } from '#lib/domain/people/pin.ts';
import { askToProtectStorage, deviceKind } from '#lib/sync/device.ts';
import { isPin } from '#lib/sync/pin.ts';
import { Workspace } from '#lib/sync/workspace.ts';
import { deviceClock } from './device-clock.svelte.ts';
import { keepLook, keepStation, lookKept, stationKept, type StationKept } from './station-kept.ts';
import { LiveWorkspace, syncServer } from './workspace.svelte.ts';

export type StationPersonHere = StationLook['people'][number];
/** `shut`: too many wrong ones; to be tried again in so many milliseconds */
export type PinAnswer = { readonly is: 'right' | 'wrong' } | { readonly is: 'shut'; readonly ms: number };
/** What was written: whether it is on this tablet's disk, and the way to take it back. */
export type Written = { readonly saved: boolean; readonly undo: (reason: string) => Promise<void> };
/** Something one person added here that no server has. */
export type UnsentHere = { readonly logged: Keyed<Logged>; readonly refused: boolean };

/**
 * This tablet as a station: it writes hours of the people listed under its own name, and reads nothing back. Works
 * without a network for as long as it takes; turns need no sign-in. Its workspace is its own, whoever may be signed in
 * on the tablet besides, and keeps nothing on the disk but what is still to be sent.
 */
export class StationHere {
	/** null: this tablet is no station */
	look = $state.raw<StationLook | null>(lookKept());
	/** the server has said that this station was ended */
	ended = $state(false);
	live = $state.raw<LiveWorkspace | null>(null);
	/** the browser refused to keep who this station is: it would be none after a restart */
	unkept = $state(false);
	#kept = $state.raw<StationKept>(stationKept(Date.now()));
	#opening: Promise<void> | null = null;

	/** Becomes the station of a token. */
	async enrol(token: string): Promise<Answer<StationLook>> {
		const answer = await api.becomeStation(token);
		if (answer.ok) {
			this.#know(answer.value);
			void askToProtectStorage();
			await this.open();
		}
		return answer;
	}

	/** Opens what waits on this tablet and sends it; nothing waits for the network. */
	open(): Promise<void> {
		const { look } = this;
		if (!look) return Promise.resolve();
		this.#opening ??= Workspace.open(look.station.id, `${syncServer()}?as=station`, { copies: false }).then(
			async (workspace) => {
				this.live = new LiveWorkspace(workspace);
				// What was issued is what a station may read; with it the badge knows of the connection between turns.
				await workspace.open(documentName(look.station.production.id, 'issued'));
			}
		);
		return this.#opening;
	}

	/** Asks the server who is on the list now, with which PINs. Without a network what is known stays in force. */
	async ask(): Promise<void> {
		if (!this.look) return;
		const answer = await api.station();
		if (answer.ok) {
			this.ended = false;
			this.#know(answer.value);
			await this.#offerAgain(answer.value);
		} else if (answer.code === 'signed-out') this.ended = true;
	}

	/** Somebody who was off the list is on it again: what was refused meanwhile may go. */
	async #offerAgain({ station, people }: StationLook): Promise<void> {
		const listed = new Set<string>(
			people.map(({ personId }) => documentName(station.production.id, 'hours', personId))
		);
		const keys = (this.live?.waiting ?? [])
			.filter(({ document, refused }) => refused === 'reader' && listed.has(document))
			.map(({ key }) => key);
		if (keys.length > 0) await this.live?.sendAgain(keys);
	}

	#know(look: StationLook): void {
		this.look = look;
		this.unkept = !keepLook(look);
	}

	#keep(change: Partial<StationKept>): void {
		this.#kept = { ...this.#kept, ...change };
		keepStation(this.#kept);
	}

	/** Checks a PIN on this tablet. Wrong ones in a row shut the person's pad for longer and longer, also over a restart. */
	async tryPin(person: StationPersonHere, pin: string): Promise<PinAnswer> {
		const shut = this.shutFor(person.personId);
		if (shut > 0) return { is: 'shut', ms: shut };
		if (person.pin && (await isPin(pin, person.pin))) {
			const { [person.personId]: _, ...wrong } = this.#kept.wrong;
			this.#keep({ wrong });
			return { is: 'right' };
		}
		const count = (this.#kept.wrong[person.personId]?.count ?? 0) + 1;
		this.#keep({ wrong: { ...this.#kept.wrong, [person.personId]: { count, at: Date.now() } } });
		const ms = pinPause(count);
		return ms > 0 ? { is: 'shut', ms } : { is: 'wrong' };
	}

	/** How long a person's pad is still shut, in milliseconds; 0 when it isn't. A clock that was set back shortens nothing. */
	shutFor(personId: string): number {
		const wrong = this.#kept.wrong[personId];
		if (!wrong) return 0;
		const pause = pinPause(wrong.count);
		return Math.max(0, pause - Math.max(0, Date.now() - wrong.at));
	}

	/** The stretch a person began here within the last day; null: none that this tablet knows of. */
	stretchOf(personId: string): Stretch | null {
		return stretchOf(this.#kept.punches[personId] ?? []);
	}

	/** What a person added here that isn't sent, oldest first; what they took back again is left out. */
	unsentOf(personId: string): readonly UnsentHere[] {
		const { look, live } = this;
		if (!look || !live) return [];
		const document = documentName(look.station.production.id, 'hours', personId);
		const all = live.waiting
			.filter((one) => one.document === document)
			.flatMap(({ intents, refused }) =>
				intents.flatMap(({ row, value }) => {
					const logged = readLogged(value);
					return logged ? [{ logged: { ...logged, key: row }, refused: refused !== null }] : [];
				})
			);
		const gone = new Set(all.flatMap(({ logged }) => (logged.kind === 'void' ? logged.supersedes : [])));
		// Punches stand in the entry their wrap made.
		for (const { logged } of all) {
			if (logged.kind === 'entry' && !gone.has(logged.key)) for (const key of logged.punches) gone.add(key);
		}
		return all.filter(({ logged }) => logged.kind !== 'void' && !gone.has(logged.key));
	}

	/** The person who is at the tablet presses the clock. @param at now in the production's zone, minutes of that day */
	async punch(
		personId: string,
		punch: Punch,
		at: { readonly date: DayKey; readonly at: number }
	): Promise<Written> {
		const stretch = punch === 'start' ? null : this.stretchOf(personId);
		const date = stretch?.date ?? at.date;
		const minutes = daysBetween(date, at.date) * 1440 + at.at;
		const before = this.#kept.punches[personId] ?? [];
		const { done: keys, saved } = await this.#write(personId, (hours, writer) => {
			const keys = punchClock(hours, writer, punch, date, minutes, stretch);
			const made = hours.get(keys[0] as string);
			if (made?.kind === 'punch') this.#keepPunches(personId, punch, made, before);
			return keys;
		});
		return {
			saved,
			undo: async (reason) => {
				await this.#write(personId, (hours, writer) => [voidHours(hours, writer, keys, reason)]);
				this.#setPunches(personId, before);
			}
		};
	}

	/** The person who is at the tablet enters a day. */
	async add(personId: string, said: HoursSaid): Promise<Written> {
		const { done: keys, saved } = await this.#write(personId, (hours, writer) => [
			addHours(hours, writer, said)
		]);
		return {
			saved,
			undo: async (reason) =>
				void (await this.#write(personId, (hours, writer) => [voidHours(hours, writer, keys, reason)]))
		};
	}

	#keepPunches(
		personId: string,
		punch: Punch,
		made: Keyed<LoggedPunch>,
		before: readonly Keyed<LoggedPunch>[]
	): void {
		this.#setPunches(personId, punch === 'wrap' ? [] : punch === 'start' ? [made] : [...before, made]);
	}

	#setPunches(personId: string, list: readonly Keyed<LoggedPunch>[]): void {
		const { [personId]: _, ...others } = this.#kept.punches;
		this.#keep({ punches: list.length > 0 ? { ...others, [personId]: list } : others });
	}

	/** Writes on a person's hours, and resolves once it is on this tablet's disk, or known not to be. */
	async #write<T>(
		personId: string,
		command: (hours: HoursDocument, writer: Writer) => T
	): Promise<{ done: T; saved: boolean }> {
		const { look, live } = this;
		if (!look || !live) throw new Error('This tablet is no station.');
		const { station } = look;
		const channel = await live.workspace.open(documentName(station.production.id, 'hours', personId));
		try {
			const done = command(openHours(channel.doc), {
				person: personId,
				by: station.id,
				byName: station.name,
				self: false,
				station: station.name,
				device: deviceKind(),
				...deviceClock.stamp()
			});
			await channel.settled();
			return { done, saved: channel.state.saving + channel.state.unsaved === 0 };
		} finally {
			void live.workspace.release(channel);
		}
	}

	/**
	 * Stops being a station. Refused while something is only here, unless a person has said to discard it.
	 * @returns how many changes hold it back; or why the server did not let it go
	 */
	async leave({ discard = false } = {}): Promise<{ readonly held: number } | Answer<true>> {
		const { live } = this;
		const held = !live ? 0 : live.storage ? (await live.unsent()).length : Infinity;
		if (held > 0 && !discard) return { held };
		if (!this.ended) {
			const answer = await api.leaveStation();
			if (!answer.ok && answer.code !== 'signed-out') return answer;
		}
		await live?.wipe();
		keepLook(null);
		this.look = this.live = this.#opening = null;
		this.ended = false;
		this.#kept = stationKept(Date.now());
		return { ok: true, value: true };
	}
}
