import type { Finding } from '#lib/domain/finding.ts';
import { LiveBoard } from '#lib/live/board.svelte.ts';
import { findingsOf } from '#lib/live/findings.svelte.ts';
import type { LivePlan } from '#lib/live/plan.svelte.ts';
import type { Presence } from '#lib/live/presence.svelte.ts';
import { marksOf, NO_MARKS } from '#lib/ui/board/marks.ts';
import { breakdownView } from '../breakdown-view.svelte.ts';
import type { BoardView } from '#lib/ui/board/types.ts';
import { findingBrief, findingText, type Names } from '#lib/ui/finding-text.ts';

/** A live plan as the board takes it. Each answer depends on the rows it reads and no others. */
export function boardView(
	plan: LivePlan,
	presence: Pick<Presence, 'on'>
): BoardView & { live: LiveBoard; names: Names; findings: readonly Finding[] } {
	const live = new LiveBoard(plan);
	const { tables } = plan;
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
	const nameOf = (who: string): string =>
		tables.people.row(who)?.name || tables.characters.row(who)?.name || '?';
	const names: Names = {
		dayNumber: (id) => live.days.find((day) => day.id === id)?.number ?? 0,
		who: nameOf,
		sceneNumber: (id) => plan.document.tables.scenes.get(id)?.number ?? '',
		place: (id) => plan.document.tables.locations.get(id)?.name || '?'
	};
	const findings = $derived(findingsOf(live));
	let said = NO_MARKS;
	const marks = $derived((said = marksOf(findings, (finding) => findingText(finding, names), said)));
	return {
		live,
		names,
		get findings() {
			return findings;
		},
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
		nameOf,
		breakdown: breakdownView(plan),
		setNames: () => setNames,
		characters: () => characters,
		present: (id) => presence.on(id),
		mark: (id) => marks.get(id) ?? null,
		brief: (finding) => findingBrief(finding, names),
		preview: (ids, to) => live.preview(ids, to),
		rank: (ids) => live.rank(ids),
		daysNeeded: () => live.daysNeeded()
	};
}
