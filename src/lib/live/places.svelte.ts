import type { Table } from '#lib/doc/table.ts';
import type { ShootDayId, StripId } from '#lib/domain/ids.ts';
import { byOrder } from '#lib/domain/order-key.ts';
import type { shootDayRecord, stripRecord } from '#lib/domain/schedule/records.ts';
import { Signal } from './table.svelte.ts';

const BONEYARD = '';

/**
 * Which strips lie on which day, in order, kept up to date move by move: a move fires the two days it touches and
 * no other, and nobody sorts two thousand strips again.
 */
export class Places {
	readonly #strips: Table<typeof stripRecord>;
	readonly #shootDays: Table<typeof shootDayRecord>;
	readonly #where = new Map<string, { day: string; order: string }>();
	readonly #days = new Map<string, Map<StripId, string>>();
	readonly #sorted = new Map<string, StripId[]>();
	readonly #signals = new Map<string, Signal>();
	readonly #stop: readonly (() => void)[];

	constructor(strips: Table<typeof stripRecord>, shootDays: Table<typeof shootDayRecord>) {
		this.#strips = strips;
		this.#shootDays = shootDays;
		for (const id of strips.rows().keys()) this.#place(id);
		this.#stop = [
			strips.observe(({ ids }) => this.#follow(ids)),
			shootDays.observe(({ membership }) => {
				if (membership) this.#follow(strips.rows().keys());
			})
		];
	}

	/** Strips of a day, or of the boneyard (null), in order. Depends on that day's places only. */
	on(dayId: ShootDayId | null): readonly StripId[] {
		const day = dayId ?? BONEYARD;
		let signal = this.#signals.get(day);
		if (!signal) {
			signal = new Signal(() => this.#signals.delete(day));
			this.#signals.set(day, signal);
		}
		signal.read();
		let sorted = this.#sorted.get(day);
		if (!sorted) {
			sorted = [...(this.#days.get(day) ?? [])]
				.map(([id, order]) => ({ id, order }))
				.sort(byOrder)
				.map(({ id }) => id);
			this.#sorted.set(day, sorted);
		}
		return sorted;
	}

	destroy(): void {
		for (const stop of this.#stop) stop();
	}

	#follow(ids: Iterable<string>): void {
		const touched = new Set<string>();
		for (const id of ids) for (const day of this.#place(id as StripId)) touched.add(day);
		for (const day of touched) this.#sorted.delete(day);
		for (const day of touched) this.#signals.get(day)?.fire();
	}

	/** A strip that was moved onto a day while somebody else took the day off lies in the boneyard, not nowhere. */
	#dayOf(dayId: ShootDayId | null): string {
		return dayId !== null && this.#shootDays.rows().has(dayId) ? dayId : BONEYARD;
	}

	/** Takes a strip's place over from its row; answers the days whose order changed by it. */
	#place(id: StripId): string[] {
		const row = this.#strips.get(id);
		const was = this.#where.get(id);
		const now =
			row && row.archivedAt === null
				? { day: this.#dayOf(row.place.dayId), order: row.place.order }
				: undefined;
		if (was?.day === now?.day && was?.order === now?.order) return [];
		if (was) this.#days.get(was.day)?.delete(id);
		if (!now) this.#where.delete(id);
		else {
			this.#where.set(id, now);
			let day = this.#days.get(now.day);
			if (!day) this.#days.set(now.day, (day = new Map()));
			day.set(id, now.order);
		}
		return [was?.day, now?.day].filter((day) => day !== undefined);
	}
}
