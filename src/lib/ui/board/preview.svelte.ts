import type { ShootDayId } from '#lib/domain/ids.ts';
import type { Night } from '#lib/domain/schedule/nights.ts';
import type { DaySummary } from '#lib/domain/schedule/summarise-day.ts';
import { text } from '../text/index.svelte.ts';
import type { Drag } from './drag.svelte.ts';
import type { BoardView, DayView } from './types.ts';

/** What the board would be if what is in the hand were dropped here: reckoned again when the target changes. */
export class Preview {
	readonly #board: () => BoardView;
	readonly #drag: Drag;
	constructor(board: () => BoardView, drag: Drag) {
		this.#board = board;
		this.#drag = drag;
	}

	readonly #move = $derived.by(() => {
		const { target, ids } = this.#drag;
		return target && ids.size > 0 ? this.#board().preview(ids, target) : null;
	});

	/** A day as it would be; null when it stays as it is. */
	summary(dayId: ShootDayId): DaySummary | null {
		return this.#move?.summaries.get(dayId) ?? null;
	}

	/** A night as it would be; null when nothing near it changes. */
	night(night: Night): Night | null {
		return (
			this.#move?.nights.find((one) => one.fromDate === night.fromDate && one.toDate === night.toDate) ?? null
		);
	}

	/** What changes about a day, in words: "+40 min, wrap 22:20, 6 more under 10 h". */
	words(day: DayView): string {
		const move = this.#move;
		const would = move?.summaries.get(day.id);
		const difference = move?.differences.get(day.id);
		if (!move || !would || !difference) return '';
		return text.board.would({
			minutes: difference.workedMinutes,
			wrapAt: would.wrapAt,
			beyond: would.beyondMinutes,
			under: this.#drag.target?.dayId === day.id ? move.moreUnderRest : 0,
			rest: this.#board().sentence.restMinutes,
			trouble:
				this.#drag.target?.dayId === day.id
					? move.newFindings.map((finding) => this.#board().brief(finding))
					: []
		});
	}

	/** The same for the day under the pointer. */
	get target(): string {
		const { target, ids } = this.#drag;
		if (!target) return '';
		if (target.dayId === null) return text.board.wouldWait(ids.size);
		const day = this.#board().days.find(({ id }) => id === target.dayId);
		return day ? this.words(day) : '';
	}

	/** Whether the day under the pointer would pass the longest day, somebody more would rest too little, or what is needed can't be had. */
	get bad(): boolean {
		const move = this.#move;
		const dayId = this.#drag.target?.dayId;
		if (!move || !dayId) return false;
		return (
			(move.summaries.get(dayId)?.beyondMinutes ?? 0) > 0 ||
			move.moreUnderRest > 0 ||
			move.newFindings.some(({ severity }) => severity === 'bad')
		);
	}
}
