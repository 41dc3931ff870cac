import { expect, test } from 'vitest';
import { day } from '../../calendar/day-key.ts';
import { assessHours } from '../assess-hours.ts';
import { readRuleSet } from '../rule-set.ts';
import { capsOf, summaryOf } from './summary.ts';

test('the figures people look at are those of the rule set', () => {
	expect(capsOf(readRuleSet('cn-standard'))).toEqual({ week: 2400, month: 2160, rest: 600, daysInARow: 6 });
	expect(capsOf(readRuleSet('uk-tv-drama'))).toEqual({ week: 2880, month: null, rest: 660, daysInARow: 6 });
	expect(capsOf(readRuleSet('us-flsa'))).toEqual({ week: 2400, month: null, rest: null, daysInARow: null });
});

test('a week says what was worked, what is planned, and which limit comes next', () => {
	const entry = (date: string, status: 'actual' | 'planned') => ({
		id: date,
		date,
		status,
		start: '07:00',
		end: '19:00',
		breaks: [{ start: '12:00', end: '13:00' }]
	});
	const judged = assessHours({
		entries: [
			entry('2026-11-09', 'actual'),
			entry('2026-11-10', 'actual'),
			entry('2026-11-11', 'planned'),
			entry('2026-11-12', 'planned')
		],
		ruleSet: 'cn-standard',
		zone: 'Asia/Shanghai'
	});
	const summary = summaryOf(judged, capsOf(readRuleSet('cn-standard')), day('2026-11-11'));
	// 11 h a day, three of them overtime
	expect(summary.week).toEqual({
		from: '2026-11-09',
		limit: 2400,
		worked: 1320,
		planned: 1320,
		overtime: 360,
		overtimePlanned: 360
	});
	expect(summary.daysInARow).toBe(3);
	expect(summary.next).toMatchObject({ code: 'OT_DAY_GT_1H', date: '2026-11-11' });
});
