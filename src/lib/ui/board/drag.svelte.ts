import type { StripId } from '#lib/domain/ids.ts';
import type { DropTarget } from './types.ts';

/** A place on screen that strips can be dropped on, and the line to draw there. */
export type Hit = DropTarget & { readonly y: number };

/** What the drag asks of the board. Everything is reckoned from kept geometry: nothing here measures the page. */
export type DragHost = {
	/** the strips that go with what was grabbed; empty when it can't be moved */
	grab(element: Element): readonly StripId[];
	/** of these, the ones still there */
	alive(ids: readonly StripId[]): readonly StripId[];
	/** where a point of the window lies; null: nowhere */
	hit(x: number, y: number, moving: ReadonlySet<StripId>): Hit | null;
	/** scrolls when the point is near an edge; answers whether it did */
	scroll(x: number, y: number): boolean;
	begin(ids: readonly StripId[]): void;
	drop(ids: readonly StripId[], at: Hit): void;
	/** `gone`: all that was dragged was taken away by somebody else */
	cancel(reason: 'let-go' | 'gone'): void;
};

const NOTHING: ReadonlySet<StripId> = new Set();
/** pixels a mouse moves before it drags, and a finger may tremble while it holds */
const MOUSE_SLACK = 4;
const FINGER_SLACK = 10;
const HOLD = 250;
/** as wide as what is in the hand gets */
const GHOST = 260;

type Pending = {
	readonly pointerId: number;
	readonly element: Element;
	readonly x: number;
	readonly y: number;
	readonly touch: boolean;
	timer?: ReturnType<typeof setTimeout>;
};

/**
 * Drags strips with mouse, pen and finger: the mouse at once, a finger after a hold, so that it can scroll. One
 * set of listeners on the board; during a drag one frame moves the ghost by a transform and looks up the target.
 */
export class Drag {
	/** the strips in the hand; empty while nothing is dragged */
	ids = $state.raw<ReadonlySet<StripId>>(NOTHING);
	/** where they would land */
	target = $state.raw<Hit | null>(null);
	readonly active = $derived(this.ids.size > 0);

	readonly #host: DragHost;
	#root: HTMLElement | null = null;
	#ghost: HTMLElement | null = null;
	#pending: Pending | null = null;
	#pointer = -1;
	#touch = false;
	#x = 0;
	#y = 0;
	#frame = 0;
	#justDragged = false;

	constructor(host: DragHost) {
		this.#host = host;
	}

	/** Attachment for the board's root element. */
	readonly board = (root: HTMLElement): (() => void) => {
		this.#root = root;
		const stop = new AbortController();
		const { signal } = stop;
		root.addEventListener('pointerdown', this.#down, { signal });
		root.addEventListener('pointermove', this.#move, { signal });
		root.addEventListener('pointerup', this.#up, { signal });
		root.addEventListener('pointercancel', this.#lost, { signal });
		root.addEventListener('lostpointercapture', this.#lost, { signal });
		root.addEventListener('click', this.#swallowClick, { signal, capture: true });
		root.addEventListener('contextmenu', this.#menu, { signal });
		// A finger that drags must not scroll as well; the browser has to know before it starts to.
		root.addEventListener('touchmove', this.#touchMove, { signal, passive: false });
		window.addEventListener('keydown', this.#key, { signal, capture: true });
		return () => {
			stop.abort();
			this.#end();
			this.#root = null;
		};
	};

	/** Attachment for the thing that follows the pointer. */
	readonly ghost = (element: HTMLElement): (() => void) => {
		this.#ghost = element;
		this.#draw();
		return () => {
			this.#ghost = null;
		};
	};

	/** Lets go of everything, as Escape does. */
	cancel(reason: 'let-go' | 'gone' = 'let-go'): void {
		if (!this.active) return;
		this.#end();
		this.#host.cancel(reason);
	}

	readonly #down = (event: PointerEvent): void => {
		this.#justDragged = false;
		if (event.button !== 0 || !event.isPrimary || this.active) return;
		const element = event.target instanceof Element ? event.target.closest('[data-row]') : null;
		if (!element) return;
		this.#forget();
		const touch = event.pointerType === 'touch';
		const pending: Pending = {
			pointerId: event.pointerId,
			element,
			x: event.clientX,
			y: event.clientY,
			touch
		};
		this.#pending = pending;
		this.#x = event.clientX;
		this.#y = event.clientY;
		if (touch) pending.timer = setTimeout(() => this.#begin(), HOLD);
	};

	readonly #move = (event: PointerEvent): void => {
		if (this.active) {
			if (event.pointerId !== this.#pointer) return;
			this.#x = event.clientX;
			this.#y = event.clientY;
			this.#ask();
			return;
		}
		const pending = this.#pending;
		if (!pending || event.pointerId !== pending.pointerId) return;
		const far = Math.hypot(event.clientX - pending.x, event.clientY - pending.y);
		this.#x = event.clientX;
		this.#y = event.clientY;
		if (pending.touch) {
			if (far > FINGER_SLACK) this.#forget();
		} else if (far > MOUSE_SLACK) this.#begin();
	};

	#begin(): void {
		const pending = this.#pending;
		this.#forget();
		if (!pending || !this.#root) return;
		const ids = this.#host.grab(pending.element);
		if (ids.length === 0) return;
		this.#pointer = pending.pointerId;
		this.#touch = pending.touch;
		this.#justDragged = true;
		try {
			this.#root.setPointerCapture(pending.pointerId);
		} catch {
			// A pointer the browser doesn't know (a test's, an assistive tool's) is followed all the same.
		}
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- replaced, never changed
		this.ids = new Set(ids);
		if (pending.touch) navigator.vibrate?.(10);
		this.#host.begin(ids);
		this.#ask();
	}

	#ask(): void {
		if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#step);
	}

	readonly #step = (): void => {
		this.#frame = 0;
		if (!this.active) return;
		const alive = this.#host.alive([...this.ids]);
		if (alive.length === 0) return this.cancel('gone');
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- replaced, never changed
		if (alive.length < this.ids.size) this.ids = new Set(alive);
		const scrolled = this.#host.scroll(this.#x, this.#y);
		const hit = this.#host.hit(this.#x, this.#y, this.ids);
		if (!sameHit(hit, this.target)) this.target = hit;
		this.#draw();
		if (scrolled) this.#ask();
	};

	/** The board changed under the drag (a colleague, a scroll): look again. */
	refresh(): void {
		if (this.active) this.#ask();
	}

	#draw(): void {
		if (!this.#ghost) return;
		// Beside a mouse, above a finger that would hide it.
		const [dx, dy] = this.#touch ? [-40, -96] : [14, 10];
		const left = Math.max(4, Math.min(this.#x + dx, innerWidth - GHOST - 4));
		this.#ghost.style.transform = `translate3d(${left}px, ${Math.max(4, this.#y + dy)}px, 0)`;
	}

	readonly #up = (event: PointerEvent): void => {
		this.#forget();
		if (!this.active || event.pointerId !== this.#pointer) return;
		this.#x = event.clientX;
		this.#y = event.clientY;
		const ids = this.#host.alive([...this.ids]);
		const hit = this.#host.hit(this.#x, this.#y, this.ids);
		this.#end();
		if (ids.length === 0) this.#host.cancel('gone');
		else if (hit) this.#host.drop(ids, hit);
		else this.#host.cancel('let-go');
	};

	readonly #lost = (event: PointerEvent): void => {
		if (event.pointerId === this.#pending?.pointerId) this.#forget();
		if (event.pointerId === this.#pointer) this.cancel();
	};

	readonly #key = (event: KeyboardEvent): void => {
		if (event.key !== 'Escape' || !this.active) return;
		event.preventDefault();
		event.stopPropagation();
		this.cancel();
	};

	readonly #touchMove = (event: TouchEvent): void => {
		if (this.active && event.cancelable) event.preventDefault();
	};

	readonly #menu = (event: Event): void => {
		if (this.active || this.#pending?.touch) event.preventDefault();
	};

	/** The click that ends a drag is no tap. */
	readonly #swallowClick = (event: MouseEvent): void => {
		if (!this.#justDragged) return;
		this.#justDragged = false;
		event.preventDefault();
		event.stopPropagation();
	};

	#forget(): void {
		clearTimeout(this.#pending?.timer);
		this.#pending = null;
	}

	#end(): void {
		cancelAnimationFrame(this.#frame);
		this.#frame = 0;
		this.#forget();
		const pointer = this.#pointer;
		this.#pointer = -1;
		if (this.#root?.hasPointerCapture(pointer)) this.#root.releasePointerCapture(pointer);
		this.ids = NOTHING;
		this.target = null;
	}
}

const sameHit = (a: Hit | null, b: Hit | null): boolean =>
	a === b ||
	(!!a && !!b && a.dayId === b.dayId && a.before === b.before && a.index === b.index && a.y === b.y);
