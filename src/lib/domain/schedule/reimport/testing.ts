/** A plan as a script made it, and the same plan after an import: for tests. */
import { day } from '../../calendar/day-key.ts';
import { readFountain, readScript, type ReadScript } from '../../scripts/index.ts';
import { firstSchedule } from '../first-schedule.ts';
import { byId } from '../new-rows.ts';
import { planOfImport } from '../plan-of-script.ts';
import { emptyPlan, type Plan } from '../plan.ts';
import type { Scene, SceneText } from '../records.ts';
import { counting, production } from '../testing/plan-of.ts';
import { compareScripts, firstTexts, planWith, rowsOf, type ImportChoice, type Reimport } from './index.ts';

export type Started = { plan: Plan; texts: ReadonlyMap<SceneText['id'], SceneText> };

export const scriptOf = (text: string): ReadScript => {
	const read = readScript(text);
	return read.ok ? read.script : readFountain(text);
};

/** A production begun from a script, on three shoot days. */
export function begin(script: ReadScript): Started {
	const makeId = counting();
	const own = production();
	const parts = planOfImport(script, makeId);
	const first = firstTexts(script, parts.scenes, { production: own.id, fileName: 'first.fountain', at: 1 });
	const { days, strips } = firstSchedule({
		scenes: [...first.scenes.values()],
		sets: parts.sets,
		production: own,
		dates: [day('2026-11-10'), day('2026-11-11'), day('2026-11-12')],
		makeId
	});
	const plan: Plan = {
		...emptyPlan(own),
		...parts,
		scenes: first.scenes,
		imports: first.imports,
		days: byId(days),
		strips: byId(strips)
	};
	return { plan, texts: byId(first.texts) };
}

export const compare = (
	{ plan, texts }: Started,
	script: ReadScript,
	more: { joined?: ReadonlySet<string>; whole?: boolean } = {}
): Reimport =>
	compareScripts({ plan, texts, script, joined: more.joined ?? new Set(), whole: more.whole ?? false });

/** The plan after an import, with what was said about it. */
export function imported(
	start: Started,
	script: ReadScript,
	choice: Partial<ImportChoice> = {},
	joined: ReadonlySet<string> = new Set()
): Started {
	const input = { ...start, script, joined, whole: false };
	const rows = rowsOf(compareScripts(input), input, {
		leftOut: new Set(),
		fileName: 'rewrite.fountain',
		version: '',
		requestId: null,
		request: null,
		at: 2,
		...choice
	});
	return {
		plan: planWith(start.plan, rows),
		texts: new Map([...start.texts, ...rows.texts.map((text) => [text.id, text] as const)])
	};
}

export const sceneOf = ({ plan }: Started, number: string): Scene => {
	const found = [...plan.scenes.values()].filter((scene) => scene.number === number && !scene.omitted);
	if (found.length !== 1) throw new Error(`${found.length} scenes are called ${number}`);
	return found[0] as Scene;
};

/** What was found, as a person would list it: `changed 4`, `added 2`. */
export const said = ({ differences }: Reimport): string[] =>
	differences.map(({ kind, number }) => `${kind} ${number}`);
