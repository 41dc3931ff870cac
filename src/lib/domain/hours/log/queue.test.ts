import { describe, expect, test } from 'vitest';
import { day } from '../../calendar/day-key.ts';
import { decisionOn, loggedAnswer, loggedEntry, loggedPunch, loggedVoid } from '../testing/logged.ts';
import type { HoursFlag } from '../types.ts';
import type { Decision, Keyed, Logged } from './logged.ts';
import {
	inView,
	isPlain,
	mayApprove,
	mayPay,
	mayQuery,
	queueOf,
	rowsOf,
	wantsDecision,
	type PersonHours
} from './queue.ts';
import { dayStandings } from './standing.ts';

const now = { today: day('2026-11-14'), dayOf: () => day('2026-11-11') };
const call = (date: string) => ({ date: day(date), callAt: 420, wrapAt: 1170, meals: [] });
const flag = (code: string, severity: HoursFlag['severity']): HoursFlag => ({
	code,
	rule: '',
	date: day('2026-11-10'),
	severity,
	person: 'wang',
	minutes: 0,
	ruleText: '',
	source: '',
	entries: [],
	figures: {}
});
const person = (
	logged: Keyed<Logged>[],
	decisions: Keyed<Decision>[] = [],
	more: Partial<PersonHours> = {}
): PersonHours => ({
	personId: 'wang',
	days: dayStandings(logged, decisions),
	calls: [],
	flagsOn: new Map(),
	own: false,
	...more
});
const only = (...args: Parameters<typeof person>) => {
	const rows = rowsOf(person(...args), now);
	expect(rows).toHaveLength(1);
	return rows[0]!;
};
const TUE = '2026-11-10';
const day1 = loggedEntry('a', TUE);

test('the oldest day comes first, and people of one day in the order of the crew list', () => {
	const rows = queueOf(
		[
			person([loggedEntry('w', '2026-11-11', {}, 'wang')]),
			{
				...person([loggedEntry('z1', '2026-11-11', {}, 'zhao'), loggedEntry('z2', TUE, {}, 'zhao')]),
				personId: 'zhao'
			}
		],
		now
	);
	expect(rows.map(({ key }) => key)).toEqual([`zhao ${TUE}`, 'wang 2026-11-11', 'zhao 2026-11-11']);
});

describe('a day', () => {
	test('waits once it is logged, and can be approved and asked about', () => {
		const row = only([day1]);
		expect(row).toMatchObject({ state: 'waiting', consent: 'own', own: false });
		expect([mayApprove(row), mayQuery(row), mayPay(row), wantsDecision(row)]).toEqual([
			true,
			true,
			false,
			true
		]);
	});

	test('is nothing to decide while the clock runs', () => {
		const row = only([loggedPunch('p', TUE)]);
		expect(row.state).toBe('running');
		expect(mayApprove(row) || wantsDecision(row)).toBe(false);
	});

	test('of one’s own is seen and never decided, whatever its state', () => {
		for (const decisions of [[], [decisionOn('d', TUE, ['a'])]]) {
			const row = only([day1], decisions, { own: true });
			expect(mayApprove(row) || mayQuery(row) || mayPay(row) || isPlain(row)).toBe(false);
		}
	});

	test('that was called and never logged is missing once it is over, and not before', () => {
		const calls = [call('2026-11-13'), call('2026-11-14')];
		const rows = rowsOf(person([], [], { calls }), now);
		expect(rows.map(({ date, state }) => [date, state])).toEqual([['2026-11-13', 'missing']]);
		expect(mayApprove(rows[0]!) || mayQuery(rows[0]!)).toBe(false);
	});

	test('keeps the board’s call beside what was logged', () => {
		expect(only([day1], [], { calls: [call(TUE)] }).call?.wrapAt).toBe(1170);
	});
});

describe('consent is always there', () => {
	const forWang = loggedEntry('a', TUE, { self: false, by: 'gaffer' });
	test('silence on what another entered is open', () => {
		expect(only([forWang]).consent).toBe('open');
	});
	test('a disagreement outlives the approval', () => {
		const logged = [forWang, loggedAnswer('n', ['a'], 'disagree', 'wrapped at 20:00')];
		expect(only(logged, [decisionOn('d', TUE, ['a'])])).toMatchObject({
			state: 'approved',
			consent: 'disagreed'
		});
	});
	test('of two entries of a day the lesser consent counts', () => {
		const second = loggedEntry('b', TUE, { self: false, start: '18:00', end: '20:00' });
		expect(only([day1, second]).consent).toBe('open');
	});
	test('a correction of a disputed entry asks again and keeps the dispute readable', () => {
		const mended = loggedEntry('b', TUE, { self: false, supersedes: ['a'], reason: 'call sheet' });
		const row = only([forWang, loggedAnswer('n', ['a'], 'disagree', 'wrapped at 20:00'), mended]);
		expect(row.consent).toBe('open');
		expect(row.day?.standings[0]?.disputed.map(({ reason }) => reason)).toEqual(['wrapped at 20:00']);
	});
});

describe('decisions', () => {
	const approved = decisionOn('d', TUE, ['a']);
	const corrected = loggedEntry('b', TUE, { supersedes: ['a'], reason: 'forgot the load-out' });

	test('an approved day waits for its money, and says for how many days', () => {
		const row = only([day1], [approved]);
		expect(row).toMatchObject({ state: 'approved', unpaidDays: 3 });
		expect([mayPay(row), mayApprove(row), wantsDecision(row)]).toEqual([true, false, false]);
	});

	test('a correction after the approval shows as changed and wants a decision again', () => {
		const row = only([day1, corrected], [approved]);
		expect(row.state).toBe('changed');
		expect([wantsDecision(row), mayApprove(row), mayPay(row)]).toEqual([true, true, false]);
	});

	test('an entry taken out after the approval shows as changed, too', () => {
		expect(only([day1, loggedVoid('v', ['a'])], [approved]).state).toBe('changed');
	});

	test('taken out and approved so, nothing counts and nothing is owed', () => {
		const after = decisionOn('e', TUE, [], { after: ['d'] });
		const row = only([day1, loggedVoid('v', ['a'])], [approved, after]);
		expect([row.state, mayPay(row), wantsDecision(row)]).toEqual(['missing', false, false]);
	});

	test('a question waits until the entries are others', () => {
		const asked = decisionOn('q', TUE, ['a'], { says: 'query', text: 'Until when?' });
		expect(only([day1], [asked])).toMatchObject({ state: 'asked' });
		const answered = only([day1, corrected], [asked]);
		expect(answered.state).toBe('answered');
		expect(wantsDecision(answered)).toBe(true);
	});

	test('a question after an approval takes it back', () => {
		const asked = decisionOn('q', TUE, ['a'], { says: 'query', text: 'Really?', after: ['d'] });
		expect(only([day1], [approved, asked]).state).toBe('asked');
	});

	test('paid, corrected, approved anew is unpaid for the new entries, and paid once that was said', () => {
		const paid = decisionOn('p', TUE, ['a'], { says: 'paid', after: ['d'], on: day('2026-11-12') });
		expect(only([day1], [approved, paid]).state).toBe('paid');
		const again = decisionOn('e', TUE, ['b'], { after: ['p'] });
		expect(only([day1, corrected], [approved, paid, again]).state).toBe('approved');
		const rest = decisionOn('r', TUE, ['b'], { says: 'paid', after: ['e'], on: day('2026-11-20') });
		expect(only([day1, corrected], [approved, paid, again, rest]).state).toBe('paid');
	});
});

describe('a day is plain enough to be approved with many others', () => {
	const plain = (...args: Parameters<typeof person>): boolean => isPlain(only(...args));
	const flagged = (one: HoursFlag) => ({ flagsOn: new Map([[day(TUE), [one]]]) });
	const others = loggedEntry('a', TUE, { self: false });

	test('when no rule speaks and the person said it or agreed', () => {
		expect(plain([day1])).toBe(true);
		expect(plain([others, loggedAnswer('y', ['a'], 'confirm')])).toBe(true);
	});
	test('and not when a rule speaks, however softly; a calendar nobody entered is not of the day', () => {
		expect(plain([day1], [], flagged(flag('REST_SHORT', 'advice')))).toBe(false);
		expect(plain([day1], [], flagged(flag('OT_DAY_GT_3H', 'violation')))).toBe(false);
		expect(plain([day1], [], flagged(flag('CALENDAR_NOT_ENTERED', 'warn')))).toBe(true);
	});
	test('and not when another entered it and nobody answered, or the person disagrees', () => {
		expect(plain([others])).toBe(false);
		expect(plain([others, loggedAnswer('n', ['a'], 'disagree')])).toBe(false);
	});
	test('and not when it changed since a decision, or two corrections of one entry count', () => {
		const mended = loggedEntry('b', TUE, { supersedes: ['a'] });
		expect(plain([day1, mended], [decisionOn('d', TUE, ['a'])])).toBe(false);
		expect(plain([day1, mended, loggedEntry('c', TUE, { supersedes: ['a'] })])).toBe(false);
	});
});

test('a view shows what its name says, and a day is in one view besides all of them', () => {
	const rows = [
		only([day1]),
		only([day1], [decisionOn('d', TUE, ['a'])]),
		only([loggedPunch('p', TUE)]),
		only([day1], [decisionOn('q', TUE, ['a'], { says: 'query' })])
	];
	const views = ['wanted', 'unpaid', 'running', 'asked'] as const;
	expect(rows.map((row) => views.filter((view) => inView(row, view)))).toEqual(views.map((view) => [view]));
	expect(rows.every((row) => inView(row, 'all'))).toBe(true);
});
