import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import { calledDates, rowsOf, sceneCounts, shootDates, type Owner } from '#lib/domain/people/called-dates.ts';
import { castDays } from '#lib/domain/people/cast-days.ts';
import type { LivePlan } from '#lib/live/plan.svelte.ts';
import type { CalendarView } from '#lib/ui/people/people.ts';

/** What the people page shows of a plan beside the rows themselves: counts, days called, calendars. Live. */
export class Roster {
	readonly #plan: LivePlan;
	constructor(plan: LivePlan) {
		this.#plan = plan;
	}

	readonly counts = $derived.by(() => sceneCounts(this.#plan.tables.scenes.rows().values()));
	readonly #board = $derived.by(() => {
		const { days, strips, scenes } = this.#plan.tables;
		return { days: days.rows(), strips: strips.rows(), scenes: scenes.rows() };
	});
	readonly days = $derived.by(() => castDays(this.#board));
	readonly #dates = $derived.by(() => shootDates(this.#board));

	get firstDay(): DayKey | null {
		return [...this.#dates][0] ?? this.#plan.production?.shootsOn ?? null;
	}

	/**
	 * The calendar of a person or a place.
	 * @param today shown first while the shoot is on; else the month it begins in
	 */
	calendar(owner: Owner, today: DayKey): CalendarView {
		const { people, characters, sets, availability } = this.#plan.tables;
		const dates = [...this.#dates];
		const [first, last] = [this.firstDay, dates.at(-1)];
		const isOn = first !== null && last !== undefined && first <= today && today <= last;
		return {
			rows: rowsOf(availability.rows().values(), owner),
			called: calledDates(
				{ ...this.#board, people: people.rows(), characters: characters.rows(), sets: sets.rows() },
				owner
			),
			shootDates: this.#dates,
			start: isOn || first === null ? today : first
		};
	}
}
