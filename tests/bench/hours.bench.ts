/** How long the hours engine takes. Each value is the median of several runs after a warm-up, the first run apart. */
import { addDays, day } from '#lib/domain/calendar/day-key.ts';
import { assessHours } from '#lib/domain/hours/assess-hours.ts';
import { readRuleSet } from '#lib/domain/hours/rule-set.ts';
import type { HoursEntry } from '#lib/domain/hours/types.ts';
import type { Figure } from './run.ts';

const FIRST = day('2026-11-01');

/** A crew's month: long days, a meal each, some past midnight, the second half planned. */
function month(people: number, days: number): HoursEntry[][] {
	return Array.from({ length: people }, (_, p) =>
		Array.from({ length: days }, (_, d): HoursEntry => {
			const late = (p + d) % 7 === 0;
			return {
				id: `p${p}-d${d}`,
				person: `p${p}`,
				type: 'work',
				status: d < days / 2 ? 'actual' : 'planned',
				date: addDays(FIRST, d),
				start: late ? '14:00' : `0${6 + (p % 3)}:30`,
				end: late ? '26:15' : '20:10',
				breaks: [{ start: late ? '19:00' : '12:30', end: late ? '20:00' : '13:20', kind: 'meal' }]
			};
		})
	);
}

function median(runs: number, act: () => void): number {
	for (let i = 0; i < Math.min(runs, 10); i++) act();
	const times = Array.from({ length: runs }, () => {
		const before = performance.now();
		act();
		return performance.now() - before;
	}).sort((a, b) => a - b);
	return Number((times[Math.floor(runs / 2)] ?? 0).toFixed(3));
}

const contract = { pay: 'day', amounts: { day: 1200 }, contractedMin: 600 } as const;

function assessAll(crew: readonly HoursEntry[][], preset: string, zone: string): void {
	const ruleSet = readRuleSet(preset);
	crew.forEach((entries, p) => assessHours({ entries, ruleSet, zone, person: { id: `p${p}`, contract } }));
}

export async function bench(): Promise<Figure[]> {
	const crew = month(60, 31);
	const before = performance.now();
	assessAll(crew, 'cn-standard', 'Asia/Shanghai');
	const first = performance.now() - before;
	const one = [
		...crew[7]!,
		{ ...crew[7]![3]!, id: 'new', supersedes: 'p7-d3', end: '22:40' } satisfies HoursEntry
	];
	const ruleSet = readRuleSet('cn-standard');
	const run = (of: readonly HoursEntry[][], preset: string, zone: string) =>
		median(25, () => assessAll(of, preset, zone));
	const [twice, five, long] = [month(120, 31), month(300, 31), month(60, 155)];
	return [
		{
			name: 'first run, 60 × 31',
			value: first,
			unit: 'ms',
			note: 'cold: code and zone are met for the first time'
		},
		{
			name: '60 people × 31 days',
			value: run(crew, 'cn-standard', 'Asia/Shanghai'),
			unit: 'ms',
			note: 'aim under 10'
		},
		{ name: 'by SAG-AFTRA rules', value: run(crew, 'us-sag-performer', 'America/Los_Angeles'), unit: 'ms' },
		{ name: 'by UK rules', value: run(crew, 'uk-tv-drama', 'Europe/London'), unit: 'ms' },
		{
			name: 'one person again, a new entry',
			value: median(200, () => {
				assessHours({ entries: one, ruleSet, zone: 'Asia/Shanghai', person: { id: 'p7', contract } });
			}),
			unit: 'ms'
		},
		{ name: 'twice the people', value: run(twice, 'cn-standard', 'Asia/Shanghai'), unit: 'ms' },
		{ name: 'five times the people', value: run(five, 'cn-standard', 'Asia/Shanghai'), unit: 'ms' },
		{ name: 'five times the days', value: run(long, 'cn-standard', 'Asia/Shanghai'), unit: 'ms' }
	];
}
