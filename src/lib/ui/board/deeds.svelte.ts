import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { ShootDayId, StripId } from '#lib/domain/ids.ts';
import type { StripStatus } from '#lib/domain/schedule/records.ts';
import { date } from '../format.ts';
import { language, text } from '../text/index.svelte.ts';
import { toasts } from '../toast.svelte.ts';
import type { BannerKind, BoardActions, BoardView, Step } from './types.ts';

/** What a person does here: the command, the sentence about it for eye and ear, and the way back. */
export class Deeds {
	readonly #view: () => BoardView;
	readonly #actions: () => BoardActions;
	/** the last sentence for those who hear the board */
	heard = $state('');

	constructor(view: () => BoardView, actions: () => BoardActions) {
		this.#view = view;
		this.#actions = actions;
	}

	say(words: string): void {
		// The same sentence twice has to be heard twice.
		this.heard = this.heard === words ? `${words}\u00a0` : words;
	}

	/** A day in words: "D4 Fri 13 Nov"; the boneyard for null. */
	where(dayId: ShootDayId | null): string {
		const day = dayId === null ? null : this.#view().days.find(({ id }) => id === dayId);
		if (!day) return text.board.boneyard;
		const short = text.board.day.short(day.number, day.day.unit);
		return day.day.date ? `${short} ${date(day.day.date, language.current)}` : short;
	}

	move(ids: readonly StripId[], to: { dayId: ShootDayId | null; before: StripId | null }): number {
		const free = ids.filter((id) => this.#view().strip(id)?.strip.locked === false);
		const moved = free.length === 0 ? 0 : this.#actions().move(free, to);
		if (moved === 0) {
			toasts.say(text.board.said.notMoved);
			return 0;
		}
		this.#done(text.board.said.moved(moved, this.where(to.dayId)));
		return moved;
	}

	mark(ids: readonly StripId[], status: Exclude<StripStatus, 'partial'>): void {
		const marked = this.#actions().mark(ids, status);
		if (marked > 0) this.#done(text.board.said.marked(marked, text.board.status[status]));
	}

	partial(id: StripId, leftEighths: number): void {
		this.#actions().partial(id, leftEighths);
		this.#done(text.board.said.marked(1, text.board.status.partial));
	}

	addDays(count: number, after: DayKey | null = null): void {
		this.#actions().addDays(count, after);
		this.#done(text.board.day.added);
	}

	removeDay(id: ShootDayId): void {
		const number = this.#view().days.find((day) => day.id === id)?.number ?? 0;
		const strips = this.#actions().removeDay(id);
		this.#done(text.board.day.removed(number, strips));
	}

	addScene(dayId: ShootDayId | null): StripId {
		return this.#actions().addScene(dayId);
	}

	addBanner(dayId: ShootDayId, kind: BannerKind): StripId {
		const words = {
			move: text.board.day.bannerMove,
			meal: text.board.day.bannerMeal,
			note: text.board.day.bannerNote
		}[kind];
		const id = this.#actions().addBanner(dayId, kind, words);
		this.#done(text.board.step('add-banner', 1));
		return id;
	}

	removeBanner(id: StripId): void {
		this.#actions().removeBanner(id);
		this.#done(text.board.step('remove-banner', 1));
	}

	undo(): void {
		this.#tell(this.#actions().undo(), text.board.undone, text.board.nothingToUndo);
	}

	redo(): void {
		this.#tell(this.#actions().redo(), text.board.redone, text.board.nothingToRedo);
	}

	#tell(step: Step | null, words: (what: string) => string, nothing: string): void {
		const said = step ? words(text.board.step(step.name, step.count)) : nothing;
		toasts.say(said, undefined, 4000);
		this.say(said);
	}

	#done(words: string): void {
		toasts.say(words, { label: text.board.undo, run: () => this.undo() });
		this.say(words);
	}
}
