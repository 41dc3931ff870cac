/** Which shoot day each row lies on: from its own column, or from the day breaks between the rows. */
import type { ReadDay } from './sheet-cells.ts';
import type { DayBreak } from './sheet-rows.ts';

/** Days seen so far, each once: `Day 3` and 2026-11-12 are one day when one row says both. */
export class SeenDays {
	readonly days: ReadDay[] = [];
	readonly #known = new Map<string, ReadDay>();

	/** The one value for a day. */
	see(day: ReadDay): ReadDay {
		const keys = [
			...(day.number === null ? [] : [`number ${day.number}`]),
			...(day.date === null ? [] : [`date ${day.date}`]),
			...(day.number === null && day.date === null ? [`label ${day.label.toLowerCase()}`] : [])
		];
		let known = keys.map((key) => this.#known.get(key)).find((one) => one !== undefined);
		if (!known) {
			known = { ...day };
			this.days.push(known);
		}
		known.number ??= day.number;
		known.date ??= day.date;
		for (const key of keys) if (!this.#known.has(key)) this.#known.set(key, known);
		return known;
	}
}

/** Lays rows on days by the breaks between them. A break that ends a day takes the rows since the break before it. */
export class BreakDays<Row> {
	#open: ReadDay | null = null;
	#since: Row[] = [];
	readonly #place: (row: Row, day: ReadDay) => void;
	/** Were there any breaks? */
	any = false;

	constructor(place: (row: Row, day: ReadDay) => void) {
		this.#place = place;
	}

	row(row: Row): void {
		if (this.#open) this.#place(row, this.#open);
		else this.#since.push(row);
	}

	break({ end, day }: DayBreak): void {
		this.any = true;
		if (end) for (const row of this.#since) this.#place(row, day);
		this.#since = [];
		this.#open = end ? null : day;
	}

	/** Below `Boneyard`, nothing lies on a day. */
	boneyard(): void {
		this.#open = null;
		this.#since = [];
	}
}
