import type { StripId } from '#lib/domain/ids.ts';
import type { Arrangement } from './arrangement.svelte.ts';
import type { Hit } from './drag.svelte.ts';
import { gapAt, indexOf } from './layout.ts';

const EDGE = 56;
const FASTEST = 22;
const TURN = 700;
const PHONE_EDGE = 28;

type Box = { left: number; top: number; right: number; bottom: number };

/**
 * Where things lie on screen during a drag. Measured once when the drag begins and when something scrolls or
 * resizes; the rest is arithmetic on the arrangement's sizes.
 */
export class Geometry {
	readonly #arrangement: Arrangement;
	#scroller: HTMLElement | null = null;
	#boneyard: HTMLElement | null = null;
	#days: Box = { left: 0, top: 0, right: 0, bottom: 0 };
	#bones: Box | null = null;
	#x = 0;
	#y = 0;
	#bonesY = 0;
	/** when a phone last went on by a day */
	#turned = 0;

	constructor(arrangement: Arrangement) {
		this.#arrangement = arrangement;
	}

	/** Measures the two panes. While the boneyard is folded (null) its button stands for it. */
	measure(scroller: HTMLElement | null, boneyard: HTMLElement | null, button: HTMLElement | null): void {
		this.#scroller = scroller;
		this.#boneyard = boneyard;
		if (scroller) this.#days = scroller.getBoundingClientRect();
		this.#bones = (boneyard ?? button)?.getBoundingClientRect() ?? null;
		this.#turned = performance.now();
		this.scrolled();
	}

	/** Takes the scroll positions over. */
	scrolled(): void {
		this.#x = this.#scroller?.scrollLeft ?? 0;
		this.#y = this.#scroller?.scrollTop ?? 0;
		this.#bonesY = this.#boneyard?.scrollTop ?? 0;
	}

	hit(x: number, y: number, moving: ReadonlySet<StripId>): Hit | null {
		const { edges, sizes, days, boneyard, boneyardSizes } = this.#arrangement;
		if (this.#bones && within(this.#bones, x, y)) {
			// The boneyard is sorted for searching: what is dropped there goes to its end, whatever the line.
			return {
				dayId: null,
				before: null,
				index: indexOf(boneyard.order, null, moving),
				y: gapAt(boneyard.rows, y - this.#bones.top + this.#bonesY, moving, boneyardSizes.pad).y
			};
		}
		if (!within(this.#days, x, y) || days.length === 0) return null;
		const at = x - this.#days.left + this.#x;
		let column = 0;
		for (let i = 1; i < edges.length; i++) {
			const gap = ((edges[i] ?? 0) - ((edges[i - 1] ?? 0) + sizes.column)) / 2;
			if (at >= (edges[i] ?? 0) - gap) column = i;
		}
		const day = days[column];
		if (!day) return null;
		const laid = this.#arrangement.laid(day);
		const inColumn = y - this.#days.top + this.#y - sizes.header;
		const gap = gapAt(laid.rows, inColumn, moving, sizes.pad);
		return { dayId: day.id, before: gap.before, index: indexOf(laid.order, gap.before, moving), y: gap.y };
	}

	/** Scrolls a pane whose edge the point is near; faster the nearer. */
	scroll(x: number, y: number): boolean {
		if (this.#bones && this.#boneyard && within(this.#bones, x, y)) {
			const dy = pull(y, this.#bones.top, this.#bones.bottom);
			if (dy === 0) return false;
			this.#boneyard.scrollTop += dy;
			return this.#took();
		}
		if (!this.#scroller) return false;
		const left = this.#days.left;
		const right =
			this.#bones && this.#boneyard ? Math.min(this.#days.right, this.#bones.left) : this.#days.right;
		const dx =
			x > left - EDGE && x < right + EDGE
				? pull(x, left, right, this.#arrangement.screen === 'phone' ? PHONE_EDGE : EDGE)
				: 0;
		const dy = pull(y, this.#days.top + (this.#arrangement.sizes.header - EDGE / 2), this.#days.bottom);
		if (dx === 0 && dy === 0) return false;
		if (this.#arrangement.screen === 'phone') this.#turn(Math.sign(dx));
		else this.#scroller.scrollLeft += dx;
		this.#scroller.scrollTop += dy;
		return this.#took() || this.#arrangement.screen === 'phone';
	}

	/** A phone shows one day: the edge goes on by one, then waits, so that nobody ends three days further. */
	#turn(by: number): void {
		const now = performance.now();
		if (by === 0 || !this.#scroller || now - this.#turned < TURN) return;
		const { edges, sizes } = this.#arrangement;
		const to = edges[Math.round(this.#x / sizes.column) + by];
		if (to === undefined) return;
		this.#turned = now;
		this.#scroller.scrollLeft = to;
	}

	#took(): boolean {
		const [x, y, bones] = [this.#x, this.#y, this.#bonesY];
		this.scrolled();
		return x !== this.#x || y !== this.#y || bones !== this.#bonesY;
	}
}

const within = (box: Box, x: number, y: number): boolean =>
	x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

function pull(at: number, from: number, to: number, edge = EDGE): number {
	if (to - from < 3 * edge) return 0;
	const before = from + edge - at;
	const after = at - (to - edge);
	const by = before > 0 ? -before : after > 0 ? after : 0;
	return Math.sign(by) * Math.min(FASTEST, Math.ceil((Math.abs(by) / edge) * FASTEST));
}
