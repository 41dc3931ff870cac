import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import { castDays } from '#lib/domain/people/cast-days.ts';
import type { Scene, Strip } from '#lib/domain/schedule/records.ts';
import type { LivePlan } from '#lib/live/plan.svelte.ts';
import type { CalendarView, Owner } from '#lib/ui/people/people.ts';

/** What the people page shows of a plan beside the rows themselves: counts, days called, calendars. Live. */
export class Roster {
	readonly #plan: LivePlan;
	constructor(plan: LivePlan) {
		this.#plan = plan;
	}

	readonly #counts = $derived.by(() => {
		const cast: Record<string, number> = {};
		const sets: Record<string, number> = {};
		for (const scene of this.#plan.tables.scenes.rows().values()) {
			if (scene.setId) sets[scene.setId] = (sets[scene.setId] ?? 0) + 1;
			if (scene.omitted) continue;
			for (const id of scene.castIds) cast[id] = (cast[id] ?? 0) + 1;
		}
		return { cast: new Map(Object.entries(cast)), sets: new Map(Object.entries(sets)) };
	});
	/** in how many scenes a character is */
	get scenes(): ReadonlyMap<string, number> {
		return this.#counts.cast;
	}
	/** how many scenes are on a set, omitted ones too: they would be lost with it */
	get setScenes(): ReadonlyMap<string, number> {
		return this.#counts.sets;
	}

	readonly days = $derived.by(() => {
		const { days, strips, scenes } = this.#plan.tables;
		return castDays({ days: days.rows(), strips: strips.rows(), scenes: scenes.rows() });
	});

	readonly #dates = $derived.by(() =>
		[...this.#plan.tables.days.rows().values()].flatMap(({ date }) => (date ? [date] : [])).sort()
	);
	get firstDay(): DayKey | null {
		return this.#dates[0] ?? this.#plan.production?.shootsOn ?? null;
	}

	/**
	 * The calendar of a person or a place.
	 * @param today the month shown where no shoot day says better
	 */
	calendar(owner: Owner, today: DayKey): CalendarView {
		const rows = [...this.#plan.tables.availability.rows().values()].filter((row) =>
			'personId' in owner ? row.personId === owner.personId : row.locationId === owner.locationId
		);
		const last = this.#dates.at(-1);
		const isOver = last !== undefined && last < today;
		const first = this.firstDay;
		return {
			rows,
			called: this.#called(owner),
			shootDates: new Set(this.#dates),
			start: isOver || (first !== null && first > today) ? (first ?? today) : today
		};
	}

	#called(owner: Owner): ReadonlySet<DayKey> {
		const { people, characters, sets } = this.#plan.tables;
		if ('locationId' in owner) {
			const here = [...sets.rows().values()].filter(({ locationId }) => locationId === owner.locationId);
			const ids = new Set<string>(here.map(({ id }) => id));
			return this.#datesOf(({ setId }) => setId !== null && ids.has(setId));
		}
		const person = owner.personId ? people.row(owner.personId) : null;
		if (!person || person.department === 'post') return new Set();
		if (person.department !== 'cast') return new Set(this.#dates);
		const plays = [...characters.rows().values()].filter(({ personId }) => personId === person.id);
		return this.#datesOf(({ castIds }) => plays.some(({ id }) => castIds.includes(id)));
	}

	/** Dates on which scenes like these are to be shot or were. */
	#datesOf(isOne: (scene: Scene) => boolean): ReadonlySet<DayKey> {
		const { days, strips, scenes } = this.#plan.tables;
		const allScenes = scenes.rows();
		const lies = ({ kind, status, place }: Strip): boolean =>
			kind === 'scene' && status !== 'dropped' && place.dayId !== null;
		return new Set(
			[...strips.rows().values()].flatMap((strip) => {
				const scene = strip.sceneId ? allScenes.get(strip.sceneId) : undefined;
				if (!scene || !lies(strip) || !isOne(scene)) return [];
				const date = strip.place.dayId ? days.rows().get(strip.place.dayId)?.date : null;
				return date ? [date] : [];
			})
		);
	}
}
