import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { rulesFor } from '#lib/domain/hours/own-rules/index.ts';
import { day } from '#lib/domain/calendar/day-key.ts';
import type { ProductionId } from '#lib/domain/ids.ts';
import { newRow } from '#lib/domain/schedule/new-rows.ts';
import { productionRecord } from '#lib/domain/schedule/records.ts';
import { changeRules, takeRuleBack, type NewRuleChange } from './commands/change-rules.ts';
import { writePlan } from './commands/write-plan.ts';
import { History } from './history.ts';
import { openPlan, readPlan, type PlanDocument } from './plan-document.ts';

const made = (): Y.Doc => {
	const doc = new Y.Doc();
	writePlan(openPlan(doc), {
		production: newRow(productionRecord, 'p' as ProductionId, { ruleSet: 'cn-standard' })
	});
	return doc;
};
const rest = (value: number | null): NewRuleChange => ({
	...{ personId: null, ruleSet: 'cn-standard', what: 'limit.REST_SHORT.minMin', value, from: null }
});
const restIn = (plan: PlanDocument): unknown =>
	rulesFor(readPlan(plan)!, null, day('2026-11-12')).changed['limit.REST_SHORT.minMin'];

test('a change of the rules is kept with who and when, and one undo takes back all that was kept together', () => {
	const plan = openPlan(made());
	const history = new History(plan);
	changeRules(plan, [rest(540), { ...rest(30), what: 'limit.OT_DAY_GT_1H.overMin' }], {
		by: 'Mei Lin',
		at: 7
	});
	expect([...plan.tables.ruleChanges.rows().values()]).toMatchObject([
		{ by: 'Mei Lin', at: 7, value: 540 },
		{ by: 'Mei Lin', at: 7, value: 30 }
	]);
	expect(restIn(plan)).toBe(540);
	history.undo();
	expect(restIn(plan)).toBeUndefined();
	history.redo();
	expect(restIn(plan)).toBe(540);
});

test('taken back, a change stays in the list and can hold again', () => {
	const plan = openPlan(made());
	const [id] = changeRules(plan, [rest(540)], { by: 'Mei Lin', at: 7 });
	takeRuleBack(plan, id!, 9);
	expect(restIn(plan)).toBeUndefined();
	expect(plan.tables.ruleChanges.archived()).toHaveLength(1);
	takeRuleBack(plan, id!, null);
	expect(restIn(plan)).toBe(540);
});

test('two who change two numbers offline both keep theirs; who changes the same one later holds, whatever the clocks say', () => {
	const [a, b] = [made(), new Y.Doc()];
	Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
	const [mine, theirs] = [openPlan(a), openPlan(b)];
	changeRules(mine, [rest(540)], { by: 'Mei Lin', at: 9_000_000 });
	changeRules(theirs, [{ ...rest(30), what: 'limit.OT_DAY_GT_1H.overMin' }], { by: 'Zhao Qi', at: 5 });
	Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
	Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
	for (const plan of [mine, theirs])
		expect(rulesFor(readPlan(plan)!, null, day('2026-11-12')).changed).toEqual({
			...{ 'limit.REST_SHORT.minMin': 540, 'limit.OT_DAY_GT_1H.overMin': 30 }
		});
	// The second device's clock is far behind, but it had seen the first change.
	changeRules(theirs, [rest(660)], { by: 'Zhao Qi', at: 6 });
	Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
	expect([restIn(mine), restIn(theirs)]).toEqual([660, 660]);
});
