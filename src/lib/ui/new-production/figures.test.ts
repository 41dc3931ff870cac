import { expect, test } from 'vitest';
import { day } from '#lib/domain/calendar/day-key.ts';
import type { MakeId, ProductionId } from '#lib/domain/ids.ts';
import { firstSchedule } from '#lib/domain/schedule/first-schedule.ts';
import { byId, newRow } from '#lib/domain/schedule/new-rows.ts';
import { planOfImport } from '#lib/domain/schedule/plan-of-script.ts';
import { productionRecord } from '#lib/domain/schedule/records.ts';
import { readScript } from '#lib/domain/scripts/index.ts';
import { figuresOf } from './figures.ts';

/** A plan of so many scenes of a page each, laid over the days given. */
function plan(scenes: number, dates: readonly string[]) {
	const page =
		'He looks at the sea and she looks at him, and neither of them says what they think.\n\n'.repeat(14);
	const text = Array.from({ length: scenes }, (_, i) => `INT. VILLA - DAY #${i + 1}#\n\n${page}`).join('');
	const read = readScript(text);
	if (!read.ok) throw new Error(read.reason);
	let n = 0;
	const makeId = (() => `id${n++}`) as MakeId;
	const production = newRow(productionRecord, 'p' as ProductionId, { title: 'T' });
	const script = planOfImport(read.script, makeId);
	const { days, strips } = firstSchedule({
		scenes: script.scenes.values(),
		sets: script.sets,
		production,
		dates: dates.map(day),
		makeId
	});
	return { production, ...script, days: byId(days), strips: byId(strips) };
}

test('scenes that fit on no day are counted as waiting in the boneyard', () => {
	const figures = figuresOf(plan(40, ['2026-11-12']));
	expect(figures).toMatchObject({ first: '2026-11-12', last: '2026-11-12', empty: 0 });
	const onDays = figures?.days.reduce((sum, one) => sum + one.scenes, 0) ?? 0;
	expect(onDays + (figures?.boneyard ?? 0)).toBe(40);
	expect(figures?.boneyard).toBeGreaterThan(0);
	expect(figures?.needed).toBeGreaterThan(1);
});

test('two scenes on three days leave a day empty and everybody within the agreed day', () => {
	const figures = figuresOf(plan(2, ['2026-11-12', '2026-11-13', '2026-11-14']));
	expect(figures).toMatchObject({ boneyard: 0, overAgreed: 0, overLimit: 0, empty: 1 });
});

test('without a shoot day there is nothing to say', () => {
	expect(figuresOf(plan(2, []))).toBeNull();
});
