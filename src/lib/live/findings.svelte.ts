import { readPlan } from '#lib/doc/plan-document.ts';
import type { Finding } from '#lib/domain/finding.ts';
import { conflicts } from '#lib/domain/schedule/conflicts.ts';
import type { LiveBoard } from './board.svelte.ts';

/**
 * What the rules say about the board as it stands, the worst first. Days and nights are those the board has reckoned
 * already; depends on everything the rules look at, so read it where it is shown and nowhere else.
 */
export function findingsOf(board: LiveBoard): readonly Finding[] {
	const { tables, document } = board.plan;
	for (const table of [
		tables.scenes,
		tables.gates,
		tables.productions,
		tables.people,
		tables.characters,
		tables.sets,
		tables.locations,
		tables.availability
	])
		table.rows();
	const plan = readPlan(document);
	if (!plan) return [];
	const days = board.days.map(({ day, strips, summary, night }) => ({ day, strips, summary, night }));
	return conflicts(plan, {
		columns: days.map(({ day, strips }) => ({ day, strips: strips.map(({ strip }) => strip) })),
		boneyard: board.boneyard.map(({ strip }) => strip),
		summaries: days.map(({ summary }) => summary),
		nights: days.flatMap(({ night }) => (night ? [night] : []))
	});
}
