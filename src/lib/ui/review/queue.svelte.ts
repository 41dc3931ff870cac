import { SvelteSet } from 'svelte/reactivity';
import {
	inView,
	isPlain,
	mayPay,
	REVIEW_VIEWS,
	type ReviewRow,
	type ReviewView
} from '#lib/domain/hours/log/queue.ts';
import type { Reviewed } from './types.ts';

/** Rows drawn at first, and with each "more": sixty people log nineteen hundred days in a month. */
export const STEP = 150;

/** What of the queue is shown, which day is in front and which are selected. Decides nothing. */
export class ReviewQueue {
	readonly #rows: () => readonly ReviewRow[];
	readonly #people: () => readonly Reviewed[];
	readonly #onchoice: () => void;
	#view = $state<ReviewView>('wanted');
	#department = $state('');
	#personId = $state('');
	#activeKey = $state<string | null>(null);
	readonly #picked = new SvelteSet<string>();
	/** rows drawn */
	limit = $state(STEP);

	/** @param onchoice another choice of days is shown: whatever was begun on the ones before is over */
	constructor(rows: () => readonly ReviewRow[], people: () => readonly Reviewed[], onchoice: () => void) {
		this.#rows = rows;
		this.#people = people;
		this.#onchoice = onchoice;
	}

	get view(): ReviewView {
		return this.#view;
	}
	set view(view: ReviewView) {
		this.#view = view;
		this.#fromTop();
	}
	/** '' shows all */
	get department(): string {
		return this.#department;
	}
	set department(department: string) {
		this.#department = department;
		this.#fromTop();
	}
	/** '' shows all */
	get personId(): string {
		return this.#personId;
	}
	set personId(personId: string) {
		this.#personId = personId;
		this.#fromTop();
	}
	/** Another choice starts at its top, with nothing selected. */
	#fromTop(): void {
		this.limit = STEP;
		this.#picked.clear();
		this.#onchoice();
	}
	everything(): void {
		this.view = 'all';
		this.department = this.personId = '';
	}

	readonly #byId = $derived.by((): Readonly<Record<string, Reviewed>> =>
		Object.fromEntries(this.#people().map((one) => [one.id, one]))
	);
	nameOf({ personId }: ReviewRow): string {
		return this.#byId[personId]?.name || '–';
	}
	readonly #inScope = $derived.by(() =>
		this.#rows().filter(
			({ personId }) =>
				(this.#department === '' || this.#byId[personId]?.department === this.#department) &&
				(this.#personId === '' || personId === this.#personId)
		)
	);
	readonly shown = $derived.by(() => this.#inScope.filter((row) => inView(row, this.#view)));
	readonly active = $derived.by(
		() => this.shown.find(({ key }) => key === this.#activeKey) ?? this.shown[0] ?? null
	);
	readonly chosen = $derived.by(() => this.shown.filter(({ key }) => this.#picked.has(key)));
	readonly plain = $derived.by(() => this.shown.filter(isPlain));
	readonly payable = $derived.by(() => this.shown.filter(mayPay));
	/** how many days each view has; own hours are counted where all are shown alone: nothing of them is decided here */
	readonly counts = $derived.by(
		() =>
			Object.fromEntries(
				REVIEW_VIEWS.map((view) => [
					view,
					this.#inScope.filter((row) => inView(row, view) && (view === 'all' || !row.own)).length
				])
			) as Record<ReviewView, number>
	);

	isPicked({ key }: ReviewRow): boolean {
		return this.#picked.has(key);
	}
	pick(rows: readonly ReviewRow[]): void {
		this.#picked.clear();
		for (const { key } of rows) this.#picked.add(key);
	}
	toggle(row: ReviewRow): void {
		if (row.own || !row.day) return;
		if (!this.#picked.delete(row.key)) this.#picked.add(row.key);
		this.#activeKey = row.key;
	}
	putInFront({ key }: ReviewRow): void {
		this.#activeKey = key;
	}
	/** Another day in front, so many rows further on; beyond an end it is the last one there. */
	move(by: number): void {
		const { shown, active } = this;
		const at = active ? shown.indexOf(active) : -1;
		const to = Math.min(shown.length - 1, Math.max(0, at + by));
		const next = shown[to];
		if (!next) return;
		this.#activeKey = next.key;
		if (to >= this.limit) this.limit = to + STEP;
	}
	/**
	 * Puts in front what comes after the days that are about to leave the list.
	 * @returns whether anything does
	 */
	goOn(decided: readonly ReviewRow[]): boolean {
		const { shown, active } = this;
		const gone = decided.map(({ key }) => key);
		const stays = ({ key }: ReviewRow): boolean => !gone.includes(key);
		const at = active ? shown.indexOf(active) : 0;
		const next = shown.slice(at).find(stays) ?? shown.findLast(stays) ?? null;
		this.#activeKey = next?.key ?? null;
		for (const key of gone) this.#picked.delete(key);
		return next !== null;
	}
}
