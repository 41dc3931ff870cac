import type { ShootDayId, StripId } from '#lib/domain/ids.ts';
import { SvelteSet } from 'svelte/reactivity';
import { isFiltering, NO_FILTER, shows, type Filter } from './filter.ts';
import { keptBoard, type KeptBoard } from './kept-board.ts';
import { columnEdges, layOut, settle, type Row } from './layout.ts';
import { rooted } from './rooted.svelte.ts';
import { screenOf, sizesFor, type Sizes } from './sizes.ts';
import { sortBoneyard, type BoneyardOrder } from './sort-boneyard.ts';
import type { BoardView, DayView, Mode, StripView } from './types.ts';

/** Above this many strips only those near the window are drawn. */
const DRAW_ALL = 300;
/** The drawn stretch moves in steps, so that scrolling redraws now and then and not each frame. */
const STEP = 480;

/** A column with its strips laid out; laid out again only when one of them changes, or the sizes do. */
export class Laid {
	readonly dayId: ShootDayId | null;
	readonly #strips: () => readonly StripView[];
	readonly #arrangement: Arrangement;
	#before: { rows: readonly Row[]; height: number } | null = null;

	constructor(arrangement: Arrangement, dayId: ShootDayId | null, strips: () => readonly StripView[]) {
		this.#arrangement = arrangement;
		this.dayId = dayId;
		this.#strips = strips;
	}

	readonly shown: readonly StripView[] = $derived.by(() => {
		const filter = this.#arrangement.filter;
		const strips = this.#strips();
		return isFiltering(filter) ? strips.filter((view) => shows(filter, view)) : strips;
	});

	readonly #laid = $derived.by(() => {
		const { boneyardSizes, sizes, folded } = this.#arrangement;
		const laid = layOut(this.shown, this.dayId === null ? boneyardSizes : sizes, folded);
		return (this.#before = settle(this.#before, laid));
	});

	get rows(): readonly Row[] {
		return this.#laid.rows;
	}
	get height(): number {
		return this.#laid.height;
	}
	/** every strip of the list in its own order, shown or not */
	get order(): readonly StripId[] {
		return this.#strips().map(({ id }) => id);
	}
}

/** How the board is arranged on this screen: mode, sizes, what is folded, filtered, drawn. */
export class Arrangement {
	readonly #view: () => BoardView;
	readonly #days = new WeakMap<DayView, Laid>();
	readonly boneyard: Laid;

	/** what the person here chose */
	readonly #kept = keptBoard();
	chosenMode = $state<Mode>(this.#kept.mode);
	wantsTwoLines = $state(this.#kept.twoLines);
	filter = $state.raw<Filter>(NO_FILTER);
	boneyardOrder = $state<BoneyardOrder>(this.#kept.order);
	readonly folded = new SvelteSet<string>(this.#kept.folded);
	/** null: open as the screen has room; only a laptop has it beside the days, and so keeps it */
	boneyardChosen = $state<boolean | null>(null);
	/** the day shown in Day mode */
	oneDay = $state<ShootDayId | null>(null);

	/** measures of the window and of the room for days, kept by the board */
	width = $state(innerWidth);
	room = $state(0);
	tall = $state(700);
	#fromX = $state(0);
	#fromY = $state(0);

	constructor(view: () => BoardView) {
		this.#view = view;
		if (this.screen === 'laptop') this.boneyardChosen = this.#kept.boneyard;
		this.boneyard = new Laid(this, null, () => sortBoneyard(this.#view().boneyard, this.boneyardOrder));
	}

	readonly screen = $derived(screenOf(this.width));
	/** a phone has the height for them, and not the width for one */
	readonly twoLines: boolean = $derived(this.wantsTwoLines || this.screen === 'phone');
	readonly mode: Mode = $derived(
		this.screen === 'phone' && this.chosenMode === 'day' ? 'days' : this.chosenMode
	);

	/** the days on screen, in order */
	readonly days: readonly DayView[] = $derived.by(() => {
		const { days } = this.#view();
		if (this.mode !== 'day') return days;
		const one = days.find(({ id }) => id === this.oneDay) ?? days[0];
		return one ? [one] : [];
	});

	readonly sizes: Sizes = $derived.by(() =>
		sizesFor(this.mode, this.screen, this.room, this.days.length, this.twoLines)
	);
	readonly boneyardSizes: Sizes = $derived.by(() => ({
		...sizesFor('days', this.screen === 'phone' ? 'tablet' : this.screen, this.room, 1, this.twoLines),
		grouped: this.boneyardOrder === 'set'
	}));

	readonly edges: readonly number[] = $derived.by(() =>
		columnEdges(
			this.days.map((day) => day.night !== null),
			this.sizes
		)
	);

	laid(day: DayView): Laid {
		let laid = this.#days.get(day);
		if (!laid) this.#days.set(day, (laid = rooted(() => new Laid(this, day.id, () => day.strips))));
		return laid;
	}

	/** All columns as arrows walk them: the days on screen, then the boneyard. */
	get lists(): Laid[] {
		return [...this.days.map((day) => this.laid(day)), this.boneyard];
	}

	readonly #windowed = $derived.by(
		() =>
			this.#view().days.reduce((sum, day) => sum + day.strips.length, this.#view().boneyard.length) > DRAW_ALL
	);

	/** The stretch of every column that is drawn; everything on boards of ordinary size. */
	readonly drawn: { readonly from: number; readonly to: number } = $derived.by(() =>
		this.#windowed
			? { from: this.#fromY - STEP, to: this.#fromY + this.tall + 2 * STEP }
			: { from: -Infinity, to: Infinity }
	);

	/** Whether a column's strips are drawn. */
	draws(at: number): boolean {
		if (!this.#windowed) return true;
		const left = this.edges[at] ?? 0;
		return left + this.sizes.column > this.#fromX - STEP && left < this.#fromX + this.room + 2 * STEP;
	}

	/** Called on scroll. */
	scrolled(x: number, y: number): void {
		if (!this.#windowed) return;
		this.#fromX = Math.floor(x / STEP) * STEP;
		this.#fromY = Math.floor(y / STEP) * STEP;
	}

	/** What a reload should find again. */
	get toKeep(): KeptBoard {
		return {
			mode: this.chosenMode,
			twoLines: this.wantsTwoLines,
			order: this.boneyardOrder,
			boneyard: this.screen === 'laptop' ? this.boneyardChosen : this.#kept.boneyard,
			folded: [...this.folded]
		};
	}

	/** Folds a set, or unfolds it. */
	fold(id: StripId): void {
		if (!this.folded.delete(id)) this.folded.add(id);
	}

	foldAll(): void {
		for (const laid of this.lists) for (const row of laid.rows) if (row.group) this.folded.add(row.group.id);
	}
}
