import { LiveBoard } from '#lib/live/board.svelte.ts';
import type { LivePlan } from '#lib/live/plan.svelte.ts';
import type { Presence } from '#lib/live/presence.svelte.ts';
import type { BoardView } from '#lib/ui/board/types.ts';

/** A live plan as the board takes it. Each answer depends on the rows it reads and no others. */
export function boardView(plan: LivePlan, presence: Pick<Presence, 'on'>): BoardView & { live: LiveBoard } {
	const live = new LiveBoard(plan);
	const { tables } = plan;
	const episodes = $derived(
		[...tables.episodes.rows().values()]
			.map(({ id, number }) => ({ id, number }))
			.sort((a, b) => a.number - b.number)
	);
	const setNames = $derived(
		[...tables.sets.rows().values()]
			.map(({ name }) => name)
			.filter(Boolean)
			.sort((a, b) => a.localeCompare(b))
	);
	const characters = $derived(
		[...tables.characters.rows().values()]
			.map(({ id, name, boardNumber }) => ({ id, name, number: boardNumber }))
			.sort((a, b) => (a.number ?? 9999) - (b.number ?? 9999))
	);
	return {
		live,
		get production() {
			return live.production;
		},
		get days() {
			return live.days;
		},
		get boneyard() {
			return live.boneyard;
		},
		get sentence() {
			return live.sentence;
		},
		get undoable() {
			return plan.undoable;
		},
		get redoable() {
			return plan.redoable;
		},
		strip: (id) => live.strip(id),
		nameOf: (who) => tables.people.row(who)?.name || tables.characters.row(who)?.name || '?',
		episodeNumbers: () => episodes,
		setNames: () => setNames,
		characters: () => characters,
		present: (id) => presence.on(id),
		preview: (ids, to) => live.preview(ids, to),
		rank: (ids) => live.rank(ids),
		daysNeeded: () => live.daysNeeded()
	};
}
