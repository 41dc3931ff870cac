/** How long compression takes: all 64 sets, the first time and while a slider moves. */
import { addDays, day } from '#lib/domain/calendar/day-key.ts';
import { assessCompression } from '#lib/domain/launch/assess-compression.ts';
import { leveller } from '#lib/domain/launch/compression/levelled.ts';
import type { CompressionInput } from '#lib/domain/launch/compression/types.ts';
import type { HoursEntry } from '#lib/domain/hours/types.ts';
import type { Figure } from './run.ts';

const FIRST = day('2026-11-23');

/** A production in trouble by every cause; `worked` gives each person a past of their own. */
function production(scenes: number, people: number, ruleSet: string, worked = 0): CompressionInput {
	const pastOf = (p: number): HoursEntry[] =>
		Array.from({ length: worked }, (_, d) => ({
			date: addDays(FIRST, d - worked),
			start: '07:00',
			end: `${19 + (p % 3)}:${10 + Math.floor(p / 3)}`,
			breaks: [{ start: '12:00', end: '13:00' }]
		}));
	return {
		zone: 'Asia/Shanghai',
		ruleSet,
		dates: Array.from({ length: 60 }, (_, i) => addDays(FIRST, i)),
		scenes: Array.from({ length: scenes }, (_, i) => ({
			id: `s${i}`,
			minutes: Math.max(1, Math.round(((12 + (i % 20)) * 400) / scenes)),
			from: i % 9 === 0 ? ('platform' as const) : i % 23 === 0 ? ('regulator' as const) : null,
			requestId: i % 9 === 0 ? `r${i % 4}` : null
		})),
		pace: { strips: 40, actual: 112, estimated: 100 },
		lostMinutes: 240,
		day: { callAt: 420, overheadMinutes: 75, mealMinutes: 60 },
		people: Array.from({ length: people }, (_, p) => ({
			id: `p${p}`,
			called: 1 + (p % 6),
			ofDays: 6,
			deal: { dayCents: 60_000 + (p % 2) * 20_000, contractedMinutes: 600, paysOvertime: p % 2 === 0 },
			worked: pastOf(p)
		})),
		window: [
			{ late: [], days: 31 },
			{ late: ['platform'], days: 27 },
			{ late: ['platform', 'regulator'], days: 24 },
			{ late: ['slower'], days: 29 }
		],
		budget: { leftCents: 60_000_000, dayCents: 650_000, marketingCents: 9_000_000 }
	};
}

function timed(act: () => void): number {
	const before = performance.now();
	act();
	return performance.now() - before;
}

const median = (runs: number, act: (n: number) => void): number => {
	const times = Array.from({ length: runs }, (_, n) => timed(() => act(n))).sort((a, b) => a - b);
	return times[Math.floor(runs / 2)] ?? 0;
};

export async function bench(): Promise<Figure[]> {
	const crew = production(400, 60, 'cn-standard');
	const first = timed(() => assessCompression(crew));
	const again = (input: CompressionInput, runs = 7) => median(runs, () => assessCompression(input));
	const plan = leveller(crew);
	assessCompression(crew, plan);
	const budget = crew.budget as { leftCents: number; dayCents: number };
	const slide = (n: number) =>
		assessCompression({ ...crew, budget: { ...budget, leftCents: budget.leftCents + n * 500_000 } }, plan);
	return [
		{
			name: 'first time: 400 scenes, 60 people, 31 days, 64 sets',
			value: first,
			unit: 'ms',
			note: 'cold; aim 100 in a worker'
		},
		{ name: 'again from nothing', value: again(crew), unit: 'ms' },
		{ name: 'a slider’s step (budget)', value: median(31, slide), unit: 'ms', note: 'aim under 16' },
		{
			name: 'a slider’s step (a scene fewer)',
			value: median(15, (n) => assessCompression({ ...crew, scenes: crew.scenes.slice(n + 1) }, plan)),
			unit: 'ms'
		},
		{ name: 'by California rules', value: again(production(400, 60, 'us-ca-crew')), unit: 'ms' },
		{ name: 'twice: 800 scenes, 120 people', value: again(production(800, 120, 'cn-standard')), unit: 'ms' },
		{
			name: 'five times: 2,000 scenes, 300 people',
			value: again(production(2000, 300, 'cn-standard')),
			unit: 'ms'
		},
		{
			name: 'each person with a past of their own',
			value: again(production(400, 60, 'cn-standard', 10), 3),
			unit: 'ms',
			note: '60 groups instead of 6'
		}
	];
}
