import type { TaskId } from '#lib/domain/ids.ts';
import type { Move } from '#lib/domain/launch/timeline/move-task.ts';

/** A finger has to rest this long before it drags: before that it scrolls. */
const HOLD_MS = 250;
/** Px a finger may slip while it rests, and a mouse before a press becomes a drag. */
const SLIP = 8;
const STIR = 4;

type Press = { id: TaskId; x: number; timer: ReturnType<typeof setTimeout> | null; held: boolean };

type Options = {
	/** px a day takes */
	readonly perDay: () => number;
	readonly onmove: (move: Move) => void;
};

/** One task being dragged, by mouse at once, by finger after a hold, or step by step by arrow keys. */
export class TaskDrag {
	#moving = $state.raw<Move | null>(null);
	#press: Press | null = null;
	#justDropped = false;
	readonly #options: Options;

	constructor(options: Options) {
		this.#options = options;
	}

	/** What is being moved and by how much so far; null when nothing is. */
	get moving(): Move | null {
		return this.#moving;
	}
	/** A pointer is down on a task: a menu of the browser's would end the drag. */
	get isHeld(): boolean {
		return this.#press?.held ?? false;
	}

	press(event: PointerEvent, id: TaskId): void {
		if (event.button !== 0) return;
		const bar = event.currentTarget as HTMLElement;
		const { pointerId, clientX } = event;
		const isFinger = event.pointerType === 'touch';
		this.#press = { id, x: clientX, timer: null, held: !isFinger };
		if (!isFinger) return bar.setPointerCapture(pointerId);
		this.#press.timer = setTimeout(() => {
			if (!this.#press) return;
			this.#press.held = true;
			bar.setPointerCapture(pointerId);
			this.#moving = { id, days: 0 };
		}, HOLD_MS);
	}

	drag(event: PointerEvent): void {
		const press = this.#press;
		if (!press) return;
		const by = event.clientX - press.x;
		if (!press.held) {
			if (Math.abs(by) > SLIP) this.release();
			return;
		}
		if (!this.#moving && Math.abs(by) < STIR) return;
		const days = Math.round(by / this.#options.perDay());
		if (this.#moving?.id !== press.id || this.#moving.days !== days) this.#moving = { id: press.id, days };
	}

	drop(): void {
		const done = this.#moving;
		this.#justDropped = done !== null;
		this.release();
		if (done && done.days !== 0) this.#options.onmove(done);
	}

	/** Everything as it was. */
	release(): void {
		if (this.#press?.timer) clearTimeout(this.#press.timer);
		this.#press = null;
		this.#moving = null;
	}
	/** A key's move ends when the task loses the focus; a pointer's goes on. */
	leave(): void {
		if (!this.#press) this.#moving = null;
	}

	/** Arrow keys move by a day, with Shift by a week; Enter drops, Escape puts back. */
	key(event: KeyboardEvent, id: TaskId): void {
		const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
		if (step !== 0) {
			event.preventDefault();
			const before = this.#moving?.id === id ? this.#moving.days : 0;
			this.#moving = { id, days: before + step * (event.shiftKey ? 7 : 1) };
		} else if (event.key === 'Escape' && this.#moving) {
			event.preventDefault();
			event.stopPropagation();
			this.release();
		} else if (event.key === 'Enter' && this.#moving) {
			event.preventDefault();
			this.drop();
			this.#justDropped = false;
		}
	}

	/** Whether a click is one, and not the end of a drag. */
	isClick(): boolean {
		const is = !this.#justDropped;
		this.#justDropped = false;
		return is;
	}
}
