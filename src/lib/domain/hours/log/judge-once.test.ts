import { expect, test } from 'vitest';
import { addDays, day } from '../../calendar/day-key.ts';
import type { PersonId, ProductionId } from '../../ids.ts';
import { newRow } from '../../schedule/new-rows.ts';
import { personRecord, productionRecord } from '../../schedule/records.ts';
import { decisionOn, loggedAnswer, loggedEntry } from '../testing/logged.ts';
import { JudgeOnce } from './judge-once.ts';
import type { Decision, Keyed, Logged } from './logged.ts';
import { dayStandings } from './standing.ts';

const production = newRow(productionRecord, 'p' as ProductionId, { zone: 'Asia/Shanghai' });
const people = Array.from({ length: 60 }, (_, n) =>
	newRow(personRecord, `p${n}` as PersonId, { name: `${n}` })
);
const first = day('2026-11-01');
const month = (person: string): Keyed<Logged>[] =>
	Array.from({ length: 31 }, (_, n) => loggedEntry(`${person}-${n}`, addDays(first, n), {}, person));

const logged = new Map(people.map(({ id }) => [id as string, month(id)]));
const decisions = new Map<string, Keyed<Decision>[]>();
const NO_CHANGES = new Map();
const judgeAll = (once: JudgeOnce, today = '2026-12-02') =>
	people.map((person) =>
		once.of({
			person,
			production,
			ruleChanges: NO_CHANGES,
			days: dayStandings(logged.get(person.id) ?? [], decisions.get(person.id)).values(),
			calls: [],
			today: day(today)
		})
	);

test('of sixty people with a month of hours only those are judged again of whom something changed', () => {
	const once = new JudgeOnce();
	const before = judgeAll(once);
	expect(once.judgements).toBe(60);
	expect(before[0]?.workDays).toHaveLength(31);

	judgeAll(once);
	expect(once.judgements).toBe(60);

	// Decisions and answers are nothing a rule looks at.
	decisions.set('p3', [decisionOn('d', first, ['p3-0'], {}, 'p3')]);
	logged.set('p4', [...month('p4'), loggedAnswer('y', ['p4-0'], 'confirm', '', 'p4')]);
	judgeAll(once);
	expect(once.judgements).toBe(60);

	logged.set('p5', [
		...month('p5'),
		loggedEntry('longer', first, { supersedes: ['p5-0'], end: '23:00' }, 'p5')
	]);
	const after = judgeAll(once);
	expect(once.judgements).toBe(61);
	expect(after[5]).not.toBe(before[5]);
	expect(after[6]).toBe(before[6]);

	// Another day: what the plan holds for the past no longer counts, for anybody.
	judgeAll(once, '2026-12-03');
	expect(once.judgements).toBe(121);
});
