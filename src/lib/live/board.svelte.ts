import { restAsked, type RestAsked } from '#lib/domain/hours/own-rules/index.ts';
import type { CharacterId, SceneId, SetId, ShootDayId, StripId } from '#lib/domain/ids.ts';
import { boardSentence } from '#lib/domain/schedule/board-sentence.ts';
import { byDate, dayNumbers } from '#lib/domain/schedule/columns.ts';
import { eighthsOf, estimate, type Estimate } from '#lib/domain/schedule/estimate.ts';
import { shootingCrew, type Lookups } from '#lib/domain/schedule/lookups.ts';
import { nights, type Night } from '#lib/domain/schedule/nights.ts';
import { waiting } from '#lib/domain/schedule/place.ts';
import { previewMove, type MovePreview } from '#lib/domain/schedule/preview-move.ts';
import { rankDays, type RankedDay } from '#lib/domain/schedule/rank-days.ts';
import { availabilityByOwner, type Reach } from '#lib/domain/schedule/reach.ts';
import type {
	Character,
	Production,
	Scene,
	SetPlace,
	ShootDay,
	Strip
} from '#lib/domain/schedule/records.ts';
import { daysNeeded } from '#lib/domain/schedule/shoot-dates.ts';
import { summariseDay, type DaySummary } from '#lib/domain/schedule/summarise-day.ts';
import type { LivePlan } from './plan.svelte.ts';
import { KeptById, rooted } from './rooted.svelte.ts';

/** One strip with all that is drawn of it: the same object until something on it changes. */
export type LiveStripView = {
	readonly id: StripId;
	readonly strip: Strip;
	/** null for a banner, and for a scene that has gone */
	readonly scene: Scene | null;
	readonly setName: string;
	/** in order of board number */
	readonly cast: readonly {
		readonly id: CharacterId;
		readonly number: number | null;
		readonly name: string;
	}[];
	readonly eighths: number;
	readonly estimate: Estimate;
};

/** One shoot day as it stands: reckoned again when one of its own rows changes, and then only. */
export class LiveDay {
	readonly id: ShootDayId;
	readonly #board: LiveBoard;
	constructor(board: LiveBoard, id: ShootDayId) {
		this.#board = board;
		this.id = id;
	}

	readonly day: ShootDay = $derived.by(() => this.#board.dayRow(this.id));
	readonly number: number = $derived.by(() => this.#board.numbers.get(this.id) ?? 0);
	readonly strips: readonly LiveStripView[] = $derived.by(() =>
		this.#board.viewsOf(this.#board.plan.places.on(this.id))
	);
	readonly summary: DaySummary = $derived.by(() => {
		const scenes = new Map(this.strips.flatMap(({ scene }) => (scene ? [[scene.id, scene] as const] : [])));
		return summariseDay({
			...this.#board.around,
			scene: (id) => scenes.get(id),
			day: this.day,
			strips: this.strips.map(({ strip }) => strip)
		});
	});
	readonly night: Night | null = $derived.by(() => this.#board.nightAfter(this.id));
}

/**
 * The board as pages see it: days in order, each reckoned by itself, and the boneyard. Made once a page; reads the
 * live rows and writes nothing.
 */
export class LiveBoard {
	readonly plan: LivePlan;
	/** how often a strip was made ready to draw: a change to one strip adds one */
	viewsMade = 0;
	readonly #days = new Map<ShootDayId, LiveDay>();

	constructor(plan: LivePlan) {
		this.plan = plan;
	}

	readonly #production = $derived.by(() => this.plan.production);
	get production(): Production {
		if (!this.#production) throw new Error('A board was drawn before its plan was there.');
		return this.#production;
	}
	readonly #crew = $derived.by(() => shootingCrew(this.plan.tables.people.rows().values()));

	readonly #sets = new KeptById<SetId, SetPlace | null>((id) => this.plan.tables.sets.row(id));
	readonly #characters = new KeptById<CharacterId, Character | null>((id) =>
		this.plan.tables.characters.row(id)
	);
	readonly #views = new KeptById<StripId, LiveStripView | null>((id) => this.#makeView(id));
	readonly #dayRows = new KeptById<ShootDayId, ShootDay | null>((id) => this.plan.tables.days.row(id));

	/** Who needs which rest, by the rules as they stand. */
	readonly #restOf: RestAsked = $derived.by(() =>
		restAsked(
			{ production: this.production, ruleChanges: this.plan.tables.ruleChanges.rows() },
			(id) => this.plan.tables.people.row(id) ?? undefined
		)
	);

	/** What a day's reckoning needs apart from its own scenes. */
	get around(): Omit<Lookups, 'scene'> {
		return {
			production: this.production,
			set: (id) => this.#sets.get(id) ?? undefined,
			character: (id) => this.#characters.get(id) ?? undefined,
			crew: this.#crew,
			restOf: this.#restOf
		};
	}

	/** The lookups of the whole plan, for previews. Not live. */
	get lookups(): Lookups {
		return { ...this.around, scene: (id: SceneId) => this.plan.document.tables.scenes.get(id) ?? undefined };
	}

	/** When people and places can be had, for previews. Not live. */
	get reach(): Reach {
		const { people, locations, availability } = this.plan.document.tables;
		const rows = availabilityByOwner(availability.rows().values());
		return {
			person: (id) => people.rows().get(id),
			location: (id) => locations.rows().get(id),
			availability: (id) => rows.get(id) ?? []
		};
	}

	dayRow(id: ShootDayId): ShootDay {
		return this.#dayRows.get(id) as ShootDay;
	}

	strip(id: StripId): LiveStripView | null {
		return this.#views.get(id);
	}

	viewsOf(ids: readonly StripId[]): LiveStripView[] {
		const views: LiveStripView[] = [];
		for (const id of ids) {
			const view = this.#views.get(id);
			if (view) views.push(view);
		}
		return views;
	}

	readonly #ordered: readonly ShootDay[] = $derived.by(() =>
		this.plan.tables.days
			.ids()
			.map((id) => this.#dayRows.get(id))
			.filter((day) => day !== null)
			.sort(byDate)
	);

	/** Shoot days in order of date, then unit. The same object a day as long as the day lives. */
	readonly days: readonly LiveDay[] = $derived.by(() =>
		this.#ordered.map(({ id }) => {
			let day = this.#days.get(id);
			if (!day) this.#days.set(id, (day = rooted(() => new LiveDay(this, id))));
			return day;
		})
	);

	readonly numbers: ReadonlyMap<ShootDayId, number> = $derived.by(() => dayNumbers(this.#ordered));

	/** Strips that lie on no day; `Places` counts those of days that were taken away meanwhile among them. */
	readonly boneyard: readonly LiveStripView[] = $derived.by(() => this.viewsOf(this.plan.places.on(null)));

	/** Neighbouring shoot dates: the days of the earlier and of the later. */
	readonly #neighbours: ReadonlyMap<ShootDayId, readonly LiveDay[]> = $derived.by(() => {
		const dates: LiveDay[][] = [];
		for (const [i, day] of this.days.entries()) {
			const row = this.#ordered[i];
			if (!row || row.date === null) continue;
			const last = dates.at(-1);
			if (last && this.#dayRows.get(last[0]!.id)?.date === row.date) last.push(day);
			else dates.push([day]);
		}
		return new Map(
			dates.slice(0, -1).map((from, i) => [from.at(-1)!.id, [...from, ...(dates[i + 1] ?? [])]])
		);
	});

	/** The night that begins with a column: depends on the days either side of it only. */
	nightAfter(id: ShootDayId): Night | null {
		const between = this.#neighbours.get(id);
		if (!between) return null;
		return (
			nights(
				between.map((day) => day.summary),
				this.around.restOf
			)[0] ?? null
		);
	}

	get nights(): Night[] {
		return this.days.flatMap((day) => (day.night ? [day.night] : []));
	}

	readonly sentence = $derived.by(() =>
		boardSentence(
			this.days.map((day) => day.summary),
			this.nights,
			waiting(
				this.boneyard.map(({ strip }) => strip),
				this.lookups.scene
			).length,
			this.production
		)
	);

	/** What dropping strips somewhere would do. */
	preview(moving: ReadonlySet<StripId>, to: { dayId: ShootDayId | null; index: number }): MovePreview {
		return previewMove({ ...this.#whole(), moving, to });
	}

	/** Days the strips could go to, best first. */
	rank(moving: readonly StripId[]): RankedDay[] {
		return rankDays({ ...this.#whole(), moving: new Set(moving) });
	}

	daysNeeded(): number {
		return daysNeeded(this.plan.document.tables.scenes.rows().values(), this.production);
	}

	#whole() {
		return {
			lookups: this.lookups,
			reach: this.reach,
			columns: this.days.map((day) => ({ day: day.day, strips: day.strips.map(({ strip }) => strip) })),
			boneyard: this.boneyard.map(({ strip }) => strip),
			summaries: this.days.map((day) => day.summary),
			nights: this.nights
		};
	}

	#makeView(id: StripId): LiveStripView | null {
		const strip: Strip | null = this.plan.tables.strips.row(id);
		if (!strip || strip.archivedAt !== null) return null;
		this.viewsMade++;
		const scene: Scene | null = this.plan.tables.scenes.row(strip.sceneId);
		const cast = (scene?.castIds ?? []).flatMap((castId) => {
			const character = this.#characters.get(castId);
			return character ? [{ id: castId, number: character.boardNumber, name: character.name }] : [];
		});
		cast.sort((a, b) => (a.number ?? 9999) - (b.number ?? 9999));
		return {
			id,
			strip,
			scene,
			setName: scene?.setId ? (this.#sets.get(scene.setId)?.name ?? '') : '',
			cast,
			eighths: eighthsOf(strip, scene ?? undefined),
			estimate: estimate(strip, scene ?? undefined, this.production)
		};
	}
}
