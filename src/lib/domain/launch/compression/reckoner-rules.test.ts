import { expect, test } from 'vitest';
import { day } from '../../calendar/day-key.ts';
import type { RuleChangeId } from '../../ids.ts';
import { ruleChangeRecord, type RuleChange } from '../../hours/own-rules/record.ts';
import { newRow } from '../../schedule/new-rows.ts';
import type { Plan } from '../../schedule/plan.ts';
import { planOf } from '../../schedule/testing/plan-of.ts';
import { Reckoner } from './reckoner.ts';

/** Thirteen hours from call to wrap on three days, meal and all. */
const plan = planOf({
	crew: ['Wang', 'Li'],
	scenes: Object.fromEntries(['a', 'b', 'c'].map((id) => [id, { estimateMinutes: 600 }])),
	production: { launchesOn: day('2026-12-21'), ruleSet: 'cn-standard' },
	days: {
		D1: { date: day('2026-11-10'), strips: [{ scene: 'a' }] },
		D2: { date: day('2026-11-11'), strips: [{ scene: 'b' }] },
		D3: { date: day('2026-11-12'), strips: [{ scene: 'c' }] }
	}
});
const overtime = (of: Plan): number =>
	new Reckoner().reckon({ plan: of, asOf: day('2026-11-09'), budget: null }).ahead;
const changed = (what: string, value: string | number, more: Partial<RuleChange> = {}): Plan => {
	const row = newRow(ruleChangeRecord, 'c' as RuleChangeId, {
		ruleSet: 'cn-standard',
		what,
		value,
		at: 1,
		...more
	});
	return { ...plan, ruleChanges: new Map([[row.id, row]]) };
};

test('compression reckons overtime by the production’s own numbers', () => {
	expect(overtime(plan)).toBeGreaterThan(0);
	// Two people on three days: overtime that begins an hour later is six hours less where each day has that hour.
	expect(overtime(plan) - overtime(changed('tier.1.afterMin', 540))).toBe(360);
});
test('and each person’s by the rules that person follows', () => {
	const [wang] = [...plan.people.values()];
	const own = changed('set', 'eu-wtd', { personId: wang!.id, ruleSet: '' });
	expect(overtime(own)).not.toBe(overtime(plan));
});
test('what is reckoned in a worker can be handed back', () => {
	const reckoned = new Reckoner().reckon({ plan, asOf: day('2026-11-09'), budget: null });
	expect(structuredClone(reckoned)).toEqual(reckoned);
	expect(reckoned.input.ruleSet).toBe('cn-standard');
});
