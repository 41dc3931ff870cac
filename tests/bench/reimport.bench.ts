import type { ProductionId } from '../../src/lib/domain/ids.ts';
import type { MakeId } from '../../src/lib/domain/ids.ts';
import { byId, newRow } from '../../src/lib/domain/schedule/new-rows.ts';
import { emptyPlan, type Plan } from '../../src/lib/domain/schedule/plan.ts';
import { planOfImport } from '../../src/lib/domain/schedule/plan-of-script.ts';
import { productionRecord, type SceneText } from '../../src/lib/domain/schedule/records.ts';
import { compareScripts, firstTexts } from '../../src/lib/domain/schedule/reimport/index.ts';
import { readScript, type ReadScript } from '../../src/lib/domain/scripts/index.ts';

type Figure = { name: string; value: number; unit: string; note?: string };

const WORDS =
	'rain ledger coat tower tin ring promise lift bridge neon key doctor glass shoe letter boat'.split(' ');
const CAST = ['LIN WAN', 'CHEN MO', 'MRS. CHEN', 'RECEPTIONIST', 'NURSE'];

/** A series with words of its own in each scene; `shift` scenes are put in at its beginning, every tenth rewritten. */
function series(scenes: number, shift: number): ReadScript {
	const text: string[] = [];
	for (let i = -shift; i < scenes; i++) {
		const word = (n: number): string =>
			`${WORDS[Math.abs(i * 7 + n * 3) % WORDS.length]}${Math.abs(i * 13 + n * 5) % 997}`;
		text.push(`INT. SET ${Math.abs(i) % 17} - ${i % 3 ? 'DAY' : 'NIGHT'} #${i + shift + 1}#`, '');
		for (let line = 0; line < 8; line++) {
			const last =
				shift > 0 && i % 10 === 0 && line > 5 ? 'Everything is different now' : `and ${word(line + 20)}`;
			text.push(
				`${CAST[Math.abs(i + line) % CAST.length]}`,
				`The ${word(line)} was ${word(line + 40)}, ${last}.`,
				''
			);
		}
	}
	const read = readScript(text.join('\n'));
	if (!read.ok) throw new Error(read.reason);
	return read.script;
}

function begin(script: ReadScript): { plan: Plan; texts: ReadonlyMap<SceneText['id'], SceneText> } {
	let count = 0;
	const makeId: MakeId = <I extends string>() => `id-${++count}` as I;
	const production = newRow(productionRecord, 'p' as ProductionId, {});
	const parts = planOfImport(script, makeId);
	const first = firstTexts(script, parts.scenes, { production: 'p', fileName: 'a', at: 1 });
	return {
		plan: { ...emptyPlan(production), ...parts, scenes: first.scenes, imports: first.imports },
		texts: byId(first.texts)
	};
}

/** The middle of five runs, in milliseconds. */
function time(scenes: number): number {
	const start = begin(series(scenes, 0));
	const script = series(scenes, 3);
	const runs: number[] = [];
	for (let run = 0; run < 6; run++) {
		const before = performance.now();
		const { differences } = compareScripts({ ...start, script, joined: new Set(), whole: false });
		if (run > 0) runs.push(performance.now() - before);
		const added = differences.filter(({ kind }) => kind === 'added').length;
		if (added !== 3) throw new Error(`${added} scenes were taken for new ones instead of 3`);
	}
	return runs.sort((a, b) => a - b)[2] as number;
}

/** Comparing a rewrite, all scenes counted anew and every tenth changed, with 500 scenes and with 4,990. */
export async function bench(): Promise<Figure[]> {
	const [some, many] = [time(500), time(4990)];
	return [
		{ name: 'Compare a rewrite of 500 scenes', value: Math.round(some), unit: 'ms' },
		{
			name: 'Compare a rewrite of 4,990 scenes',
			value: Math.round(many),
			unit: 'ms',
			note: `linear is ${Math.round(some * 10)}`
		}
	];
}
