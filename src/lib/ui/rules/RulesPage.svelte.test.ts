import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import '../tokens.css';
import '../base.css';
import { day } from '#lib/domain/calendar/day-key.ts';
import { effectOf } from '#lib/domain/hours/own-rules/index.ts';
import { ruleChangeRecord, type RuleChange } from '#lib/domain/hours/own-rules/record.ts';
import type { PersonId, ProductionId, RuleChangeId } from '#lib/domain/ids.ts';
import { newRow } from '#lib/domain/schedule/new-rows.ts';
import { personRecord, productionRecord } from '#lib/domain/schedule/records.ts';
import { language } from '../text/index.svelte.ts';
import RuleDraft from './RuleDraft.svelte';
import RulesPage from './RulesPage.svelte';
import type { RulesActs, RulesView, RuleWish } from './types.ts';

const production = newRow(productionRecord, 'p' as ProductionId, { ruleSet: 'cn-standard' });
const zhou = newRow(personRecord, 'zhou' as PersonId, { name: 'Zhou Wen', department: 'cast' });
const changed = (what: string, value: RuleChange['value'], more: Partial<RuleChange> = {}): RuleChange =>
	newRow(ruleChangeRecord, what as RuleChangeId, {
		...{ ruleSet: 'cn-standard', what, value, by: 'Mei Lin', at: Date.UTC(2026, 10, 12, 6, 32) },
		...more
	});
const open = async (changes: readonly RuleChange[] = [], more: Partial<RulesView> = {}, edits = true) => {
	const source = { production, ruleChanges: new Map(changes.map((one) => [one.id, one])) };
	const wish = vi.fn<(wishes: readonly RuleWish[]) => void>();
	const takeBack = vi.fn<RulesActs['takeBack']>();
	const view: RulesView = {
		...{ production, source, would: source, wishes: [], people: [zhou], today: day('2026-11-12') },
		...{ lastDay: day('2026-11-20'), log: changes },
		...more
	};
	const screen = await render(RulesPage, {
		...{
			view,
			acts: edits ? { wish, takeBack } : null,
			reason: edits ? null : 'Read only.',
			settingsHref: '/'
		}
	});
	return { screen, wish, takeBack };
};
const REST = 'Rest between wrap and call, at least';

beforeEach(() => language.choose('en'));

test('a number is wished, not written, once its field is left; outside its bounds it says what it may be', async () => {
	const { screen, wish } = await open();
	const field = screen.getByLabelText(REST);
	await expect.element(field).toHaveValue('10:00');
	await field.fill('25:00');
	await userEvent.tab();
	await expect
		.element(screen.getByText('A length of time from 0 min to 24 h, such as 10:00 or 36 h.'))
		.toBeVisible();
	expect(wish).not.toHaveBeenCalled();
	await field.fill('9:30');
	await userEvent.tab();
	expect(wish).toHaveBeenCalledExactlyOnceWith([
		{ personId: null, ruleSet: 'cn-standard', what: 'limit.REST_SHORT.minMin', value: 570 }
	]);
});

test('a number of its own stands beside the rule set’s, with its rule and source, and goes back to it', async () => {
	const { screen, wish } = await open([changed('limit.REST_SHORT.minMin', 540)]);
	await expect.element(screen.getByText(/The rule set’s own: 10 h · Rule H21/)).toBeVisible();
	await screen.getByRole('button', { name: `${REST}: back to 10 h` }).click();
	expect(wish.mock.calls[0]?.[0]).toMatchObject([{ what: 'limit.REST_SHORT.minMin', value: null }]);
});

test('days of a holiday are entered as a span, and what is not known past a date is said', async () => {
	const { screen, wish } = await open([], { lastDay: day('2027-01-05') });
	await expect
		.element(screen.getByText(/The shoot goes past 31 December 2026, and the holiday arrangement/))
		.toBeVisible();
	await screen.getByLabelText('First day').fill('2027-02-09');
	await userEvent.tab();
	await screen.getByLabelText('Last day').fill('2027-02-11');
	await userEvent.tab();
	await screen.getByLabelText('What it is').selectOptions('off');
	await screen.getByRole('button', { name: 'Add', exact: true }).click();
	expect(wish.mock.calls[0]?.[0].map(({ what, value }) => `${what} ${value}`)).toEqual([
		...['day 2027-02-09 off', 'day 2027-02-10 off', 'day 2027-02-11 off']
	]);
	await screen.getByRole('button', { name: 'The arrangement of 2027 is whole' }).click();
	expect(wish.mock.calls[1]?.[0]).toMatchObject([{ what: 'known-until', value: '2027-12-31' }]);
});

test('every change is listed with who and since when, and can be taken back or hold again', async () => {
	const gone = { ...changed('limit.OT_DAY_GT_1H.overMin', 30, { from: day('2026-11-10') }), archivedAt: 5 };
	const { screen, takeBack } = await open([changed('limit.REST_SHORT.minMin', 540)], {
		log: [changed('limit.REST_SHORT.minMin', 540), gone]
	});
	await expect.element(screen.getByText(`${REST}: 9 h`)).toBeVisible();
	await expect.element(screen.getByText(/Mei Lin · Holds for every day/)).toBeVisible();
	await screen.getByRole('button', { name: 'Let it hold again' }).click();
	expect(takeBack).toHaveBeenCalledExactlyOnceWith(gone.id, false);
});

test('what can’t hold is said in a sentence, and the rule set’s own number stands', async () => {
	const { screen } = await open([changed('limit.REST_SHORT.minMin', 'ten')]);
	await expect
		.element(
			screen.getByText(
				/Mei Lin changed “limit.REST_SHORT.minMin”, and that can’t hold: the number is outside/
			)
		)
		.toBeVisible();
	await expect.element(screen.getByLabelText(REST)).toHaveValue('10:00');
});

test('the crew reads every rule and can change none', async () => {
	const { screen } = await open([changed('limit.REST_SHORT.minMin', 540)], {}, false);
	await expect.element(screen.getByLabelText(REST)).toHaveAttribute('readonly');
	await expect.element(screen.getByLabelText('Rule set of the production')).toBeDisabled();
	expect(screen.container.querySelectorAll('button')).toHaveLength(0);
});

test('before it is kept a change says whom it touches and what it does to flags and paid time', async () => {
	const date = day('2026-11-12');
	const flag = { code: 'REST_SHORT', date, severity: 'advice', entries: ['a'] } as never;
	const paid = (times: string) => [{ date, entries: ['a'], payBuckets: { 1: 480, [times]: 120 } }] as never;
	const onkeep = vi.fn();
	const screen = await render(RuleDraft, {
		wishes: [{ personId: null, ruleSet: 'cn-standard', what: 'tier.1.multiplier', value: 2 }],
		...{ people: [zhou], today: date, from: date, planOnly: 0, onkeep, ondrop: () => {}, onfrom: () => {} },
		effect: effectOf([
			{
				personId: 'zhou',
				before: { flags: [], workDays: paid('1.5') },
				after: { flags: [flag], workDays: paid('2') }
			}
		])
	});
	await expect.element(screen.getByText('Changes 1 day of work, for 1 of 1 person.')).toBeVisible();
	await expect.element(screen.getByText(/1 flag more; paid as 11 h → 12 h of straight time/)).toBeVisible();
	await screen.getByRole('button', { name: 'Keep' }).click();
	expect(onkeep).toHaveBeenCalledOnce();
});
