import { describe, expect, test } from 'vitest';
import { day } from '#lib/domain/calendar/day-key.ts';
import type { Decision, Keyed, Logged } from '#lib/domain/hours/log/logged.ts';
import { dayStandings } from '#lib/domain/hours/log/standing.ts';
import { decisionOn, loggedEntry } from '#lib/domain/hours/testing/logged.ts';
import { stateOf } from './day-view.ts';

const THU = day('2026-11-12');
const stateOn = (logged: readonly Keyed<Logged>[], decisions: readonly Keyed<Decision>[]): string => {
	const found = dayStandings(logged, decisions).get(THU);
	if (!found) throw new Error('nothing on Thursday');
	return stateOf(found);
};
const WORKED = loggedEntry('a', THU);
const LONGER = loggedEntry('b', THU, { end: '19:00', supersedes: ['a'], reason: 'wrapped later' });
const APPROVED = decisionOn('d1', THU, ['a']);
const PAID = decisionOn('d2', THU, ['a'], { says: 'paid', after: ['d1'], on: day('2026-11-20') });
const RECEIVED = {
	...WORKED,
	key: 'r',
	id: 'r',
	kind: 'received',
	decision: 'd2',
	on: day('2026-11-21')
} as unknown as Keyed<Logged>;

describe('what the row of a day says first', () => {
	test('a day is paid while the payment names exactly its entries, and received once its person says so', () => {
		expect(stateOn([WORKED], [APPROVED, PAID])).toBe('paid');
		expect(stateOn([WORKED, RECEIVED], [APPROVED, PAID])).toBe('received');
	});

	test('corrected after the payment it has changed, whatever was received', () => {
		expect(stateOn([WORKED, LONGER, RECEIVED], [APPROVED, PAID])).toBe('changed');
	});

	test('corrected and approved anew it is approved and not paid: the money was for other entries', () => {
		const again = decisionOn('d3', THU, ['b'], { after: ['d2'] });
		expect(stateOn([WORKED, LONGER], [APPROVED, PAID, again])).toBe('approved');
		expect(stateOn([WORKED, LONGER, RECEIVED], [APPROVED, PAID, again])).toBe('approved');
	});

	test('and paid again it is paid', () => {
		const again = decisionOn('d3', THU, ['b'], { after: ['d2'] });
		const more = decisionOn('d4', THU, ['b'], { says: 'paid', after: ['d3'], on: day('2026-11-25') });
		expect(stateOn([WORKED, LONGER], [APPROVED, PAID, again, more])).toBe('paid');
	});
});
