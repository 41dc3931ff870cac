import { tick, untrack } from 'svelte';
import type { ShootDayId, StripId } from '#lib/domain/ids.ts';
import type { RankedDay } from '#lib/domain/schedule/rank-days.ts';
import { text } from '../text/index.svelte.ts';
import { toasts } from '../toast.svelte.ts';
import { Arrangement } from './arrangement.svelte.ts';
import { Deeds } from './deeds.svelte.ts';
import { Drag } from './drag.svelte.ts';
import { findOnBoard, inOrder } from './find-on-board.ts';
import { Geometry } from './geometry.ts';
import { press } from './keys.ts';
import { idsOf, type Row } from './layout.ts';
import { Preview } from './preview.svelte.ts';
import { Selection } from './selection.svelte.ts';
import type { BoardActions, BoardView, Mode } from './types.ts';

/** how wide the side sheet is (tokens.css) */
const SHEET = 400;

/** The hands on the board: what pointer and keyboard do to it. Made by the component that draws it. */
export class Hands {
	readonly #view: () => BoardView;
	readonly #editable: () => boolean;
	readonly arrangement: Arrangement;
	readonly selection = new Selection();
	readonly deeds: Deeds;
	readonly drag: Drag;
	readonly preview: Preview;
	readonly #geometry: Geometry;
	#begun = false;
	/** what is in the hand was chosen by taking it, not before */
	#choseByTaking = false;
	/** what is in the hand came out of a drawer that lies over the days */
	fromDrawer = $state(false);

	root = $state<HTMLElement | null>(null);
	scroller = $state<HTMLElement | null>(null);
	bonePane = $state<HTMLElement | null>(null);
	/** strips for which a day is being chosen, and the days, best first */
	moving = $state.raw<readonly StripId[] | null>(null);
	ranked = $state.raw<readonly RankedDay[]>([]);

	constructor(view: () => BoardView, actions: () => BoardActions, editable: () => boolean) {
		this.#view = view;
		this.#editable = editable;
		this.arrangement = new Arrangement(view);
		this.deeds = new Deeds(view, actions);
		this.#geometry = new Geometry(this.arrangement);
		this.drag = this.#makeDrag();
		this.preview = new Preview(view, this.drag);
	}

	get boneyardOpen(): boolean {
		const { screen, mode } = this.arrangement;
		return this.arrangement.boneyardChosen ?? (screen === 'laptop' && mode !== 'whole');
	}
	set boneyardOpen(open: boolean) {
		this.arrangement.boneyardChosen = open;
	}

	/** Opens on the first day that isn't wrapped: what is behind needs no more planning. To be run in an effect. */
	begin(): void {
		const { scroller: pane, arrangement } = this;
		if (!pane || this.#begun || arrangement.room < 100) return;
		this.#begun = true;
		untrack(() => {
			const { days } = this.#view();
			const first = days.findIndex((day) => !day.summary.wrapped && day.strips.length > 0);
			arrangement.oneDay = days[Math.max(0, first)]?.id ?? null;
			if (first > 0 && arrangement.mode !== 'whole')
				void tick().then(() => (pane.scrollLeft = arrangement.edges[first] ?? 0));
		});
	}

	/** Brings what the side sheet is about out from under it. To be run in an effect. */
	reveal(): void {
		const { open } = this.selection;
		const { scroller: pane, arrangement } = this;
		if (open === null || !pane || arrangement.screen === 'phone') return;
		untrack(() => {
			const list = arrangement.days.findIndex((day) => day.strips.some(({ id }) => id === open));
			const left = arrangement.edges[list];
			const sheet = innerWidth - SHEET - pane.getBoundingClientRect().left;
			if (left === undefined || left + arrangement.sizes.column <= pane.scrollLeft + sheet) return;
			void tick().then(() => (pane.scrollLeft = left + arrangement.sizes.column - sheet));
		});
	}

	/** Looks at what changed by other hands: chosen strips that have gone, a drag over days that moved. In an effect. */
	follow(): void {
		this.selection.keep((id) => this.#view().strip(id) !== null);
		if (!this.drag.active) return;
		for (const laid of this.arrangement.lists) void laid.rows;
		this.drag.refresh();
	}

	#makeDrag(): Drag {
		const board = this.#view;
		const { selection, deeds } = this;
		const inBoneyard = (id: StripId): boolean => board().boneyard.some((view) => view.id === id);
		/** A set taken by its header is not left chosen: the next strip taken from it would bring them all. */
		const letGo = (ids: readonly StripId[]): void => {
			if (this.#choseByTaking && ids.length > 1) selection.clear();
		};
		return new Drag({
			grab: (element) => {
				const row = this.#editable() ? this.#rowOf(element) : null;
				if (!row) return [];
				const own = idsOf(row);
				const ids = own.every((id) => selection.ids.has(id)) ? inOrder(board(), [...selection.ids]) : own;
				const free = ids.filter((id) => board().strip(id)?.strip.locked === false);
				if (free.length === 0) toasts.say(text.board.said.locked);
				return free;
			},
			alive: (ids) => ids.filter((id) => board().strip(id) !== null),
			hit: (x, y, moving) => this.#geometry.hit(x, y, moving),
			scroll: (x, y) => this.#geometry.scroll(x, y),
			begin: (ids) => {
				// On a small screen the drawer steps aside for what comes out of it; folded, its button takes strips.
				this.fromDrawer = this.arrangement.screen !== 'laptop' && ids.some(inBoneyard);
				const beside = this.boneyardOpen && !this.fromDrawer;
				const button = this.root?.querySelector<HTMLElement>('[data-open-boneyard]') ?? null;
				this.#geometry.measure(this.scroller, beside ? this.bonePane : null, button);
				this.#choseByTaking = !ids.every((id) => selection.ids.has(id));
				if (this.#choseByTaking) selection.only(ids);
				deeds.say(text.board.said.grabbed(ids.length));
			},
			drop: (ids, at) => {
				if (at.dayId === null && ids.every(inBoneyard)) deeds.say(text.board.said.cancelled);
				else deeds.move(ids, at);
				letGo(ids);
			},
			cancel: (reason) => {
				deeds.say(text.board.said[reason === 'gone' ? 'gone' : 'cancelled']);
				if (reason === 'gone') toasts.say(text.board.said.gone);
			}
		});
	}

	#rowOf(element: Element): Row | null {
		const key = element.getAttribute('data-row');
		for (const laid of this.arrangement.lists) {
			const row = laid.rows.find((one) => one.key === key);
			if (row) return row;
		}
		return null;
	}

	/** Called on scroll of the days. */
	scrolled(pane: HTMLElement): void {
		this.arrangement.scrolled(pane.scrollLeft, pane.scrollTop);
		if (this.drag.active) this.#geometry.scrolled();
	}

	/** Shows a row and puts the keyboard on it. */
	async focusRow(list: number, row: Row): Promise<void> {
		const { arrangement } = this;
		this.selection.focus = row.key;
		if (arrangement.lists[list] !== arrangement.boneyard) {
			if (this.scroller) this.#show(this.scroller, row, arrangement.edges[list] ?? 0);
		} else {
			this.boneyardOpen = true;
			if (this.bonePane) this.#show(this.bonePane, row, null);
		}
		await tick();
		const rows = this.root?.querySelectorAll<HTMLElement>('[data-row]') ?? [];
		[...rows].find((one) => one.dataset.row === row.key)?.focus({ preventScroll: true });
	}

	/** Scrolls just far enough to show a row; `left`: the edge of its column, null in the boneyard. */
	#show(pane: HTMLElement, row: Row, left: number | null): void {
		const { sizes } = this.arrangement;
		const header = left === null ? 0 : sizes.header;
		if (row.y < pane.scrollTop) pane.scrollTop = row.y - 8;
		else if (row.y + row.height + header > pane.scrollTop + pane.clientHeight)
			pane.scrollTop = row.y + row.height + header - pane.clientHeight + 8;
		if (left === null) return;
		if (left < pane.scrollLeft) pane.scrollLeft = left;
		else if (left + sizes.column > pane.scrollLeft + pane.clientWidth)
			pane.scrollLeft = left + sizes.column - pane.clientWidth;
	}

	/** Brings a day, or a scene on its day or in the boneyard, into view, however the board is looked at. */
	async show(dayId: string | null, sceneId: string | null): Promise<void> {
		const { arrangement } = this;
		const { day, strip } = findOnBoard(this.#view(), dayId, sceneId);
		if (!strip && !day) return;
		if (day) arrangement.oneDay = day.id;
		else this.boneyardOpen = true;
		await tick();
		const list = day ? arrangement.days.indexOf(day) : arrangement.lists.length - 1;
		const rows = arrangement.lists[list]?.rows ?? [];
		const row = strip && rows.find(({ id, group }) => id === strip.id && !group);
		if (row) {
			this.selection.only([row.id]);
			await this.focusRow(list, row);
		} else if (this.scroller && day) this.scroller.scrollLeft = arrangement.edges[list] ?? 0;
	}

	/** Asks which day strips should go to. */
	moveTo(ids: readonly StripId[]): void {
		const board = this.#view();
		const there = inOrder(board, ids).filter((id) => board.strip(id)?.strip.locked === false);
		if (there.length === 0) {
			toasts.say(text.board.said.locked);
			return;
		}
		this.ranked = board.rank(there);
		this.moving = there;
	}

	/** The answer: a day at its best place, or the boneyard. */
	pickDay(day: RankedDay | null): void {
		const ids = this.moving ?? [];
		this.moving = null;
		const list = this.#view().days.find(({ id }) => id === day?.dayId);
		const stay = list?.strips.filter(({ id }) => !ids.includes(id));
		this.deeds.move(ids, {
			dayId: day?.dayId ?? null,
			before: day === null ? null : (stay?.[day.index]?.id ?? null)
		});
	}

	/** A press chooses; on what alone is chosen, or with the sheet open, it opens. */
	readonly click = (event: MouseEvent): void => {
		const { selection, arrangement } = this;
		const element = event.target instanceof Element ? event.target.closest('[data-row]') : null;
		const row = element && this.#rowOf(element);
		if (!row) return;
		selection.focus = row.key;
		if (event.ctrlKey || event.metaKey || selection.selecting) return selection.toggle(idsOf(row));
		if (row.group) return arrangement.fold(row.group.id);
		if (event.shiftKey) {
			const laid = arrangement.lists.find((one) => one.rows.includes(row));
			return selection.reach(laid?.rows.filter((one) => !one.group).map(({ id }) => id) ?? [], row.id);
		}
		const again = selection.ids.size === 1 && selection.ids.has(row.id);
		if (selection.open !== null || again) selection.open = row.id;
		selection.only([row.id]);
	};

	/** Wherever focus comes from (Tab, a screen reader), the keys act on that row. */
	readonly focusIn = (event: FocusEvent): void => {
		const key = event.target instanceof Element ? event.target.getAttribute('data-row') : null;
		if (key !== null) this.selection.focus = key;
	};

	/** A key while a strip has the keyboard. What a key moves keeps it. */
	readonly key = async (event: KeyboardEvent): Promise<void> => {
		if (!(event.target instanceof HTMLElement) || !event.target.hasAttribute('data-row')) return;
		const { arrangement, selection, deeds } = this;
		const key = selection.focus;
		const used = press(event, {
			arrangement,
			selection,
			deeds,
			editable: this.#editable(),
			focus: (list, row) => void this.focusRow(list, row),
			open: (id) => (selection.open = id),
			moveTo: (ids) => this.moveTo(ids)
		});
		if (!used) return;
		event.preventDefault();
		event.stopPropagation();
		if (!event.altKey || key === null) return;
		await tick();
		const list = arrangement.lists.findIndex((laid) => laid.rows.some((row) => row.key === key));
		const row = arrangement.lists[list]?.rows.find((one) => one.key === key);
		if (row) await this.focusRow(list, row);
	};

	/** Undo and redo anywhere on the page but in a field, which has its own; Escape lets go of what is chosen. */
	readonly pageKey = (event: KeyboardEvent): void => {
		if (event.defaultPrevented || this.moving !== null) return;
		if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select')) return;
		const { selection, deeds } = this;
		if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'z') {
			if (!this.#editable()) return;
			event.preventDefault();
			if (event.shiftKey) deeds.redo();
			else deeds.undo();
		} else if (event.key === 'Escape') {
			if (selection.open !== null) selection.open = null;
			else selection.clear();
			selection.selecting = false;
		}
	};

	/** Another way of looking, at the same day: what was chosen, else what stood first on screen. */
	setMode(mode: Mode): void {
		const { arrangement, selection, scroller: pane } = this;
		const chosen = arrangement.days.find((day) =>
			arrangement.laid(day).rows.some((row) => row.key === selection.focus)
		);
		const left = (pane?.scrollLeft ?? 0) - arrangement.sizes.column / 2;
		const first = arrangement.days.find((_, at) => (arrangement.edges[at] ?? 0) > left);
		const seen = chosen ?? (arrangement.mode === 'days' ? first : undefined);
		if (seen) arrangement.oneDay = seen.id;
		arrangement.chosenMode = mode;
		if (!pane) return;
		pane.scrollTop = 0;
		const at = arrangement.days.findIndex(({ id }) => id === arrangement.oneDay);
		void tick().then(() => (pane.scrollLeft = mode === 'days' ? (arrangement.edges[at] ?? 0) : 0));
	}

	addScene(dayId: ShootDayId | null): void {
		const id = this.deeds.addScene(dayId);
		this.selection.only([id]);
		this.selection.open = id;
	}
}
