/** The money of a demo (field guide 5): budget, fixed part and cost of a day as told there, opened to lines. */
import { addDays, type DayKey } from '../domain/calendar/day-key.ts';
import type { MilestoneId, MoneyLineId, SpendingId } from '../domain/ids.ts';
import type { Contract, MoneyLine } from '../domain/money/records.ts';
import type { MoneyParts } from '../doc/commands/write-money.ts';
import { dayCost } from '../domain/money/day-cost.ts';
import type { ShootLeft } from '../domain/money/shoot-left.ts';
import { keysBetween } from '../domain/order-key.ts';
import type { Plan } from '../domain/schedule/plan.ts';
import type { WhichDemo } from './which.ts';
import { randomFrom } from './random.ts';

/** In whole yuan or dollars: what there is, what goes before a day is shot, what a day takes. */
const FIGURES: Readonly<
	Record<WhichDemo, { budget: number; fixed: number; day: number; kind: Contract['kind']; party: string }>
> = {
	A: { budget: 300_000, fixed: 150_000, day: 24_500, kind: 'work-for-hire', party: 'Hongguo · 红果短剧' },
	B: { budget: 680_000, fixed: 330_000, day: 37_000, kind: 'work-for-hire', party: 'Kuaishou · 快手' },
	C: {
		budget: 190_000,
		fixed: 95_000,
		day: 11_500,
		kind: 'co-investment',
		party: 'Vertical platform · 竖屏平台'
	}
};

/** Shares of the fixed part, in hundredths, with what of it is committed and paid by the middle of a shoot. */
const FIXED: readonly (readonly [MoneyLine['category'], string, number, number, number])[] = [
	['script', 'Script · 剧本', 16, 100, 100],
	['cast', 'Casting and rehearsal · 选角与围读', 3, 100, 100],
	['art', 'Costumes, props, dressing · 服化道', 12, 100, 85],
	['equipment', 'Insurance and hard drives · 保险与硬盘', 4, 100, 100],
	['post', 'Edit, sound, grade, subtitles · 剪辑、声音、调色、字幕', 24, 60, 20],
	['review', 'Filing and review · 备案与送审', 3, 50, 50],
	['marketing', 'Bought traffic · 投流', 28, 30, 0],
	['contingency', 'Contingency · 不可预见费', 10, 0, 0]
];

/** Shares of a day beside wages, in hundredths; catering is by the head and takes what its heads come to. */
const DAILY: readonly (readonly [MoneyLine['category'], string, number])[] = [
	['equipment', 'Camera and lighting hire · 摄影灯光租赁', 42],
	['locations', 'Locations and studio · 场地', 30],
	['transport', 'Cars and fuel · 车辆油费', 14],
	['art', 'Consumables · 消耗品', 14]
];

export function demoMoney(
	which: WhichDemo,
	plan: Pick<Plan, 'gates' | 'production'>,
	shoot: ShootLeft,
	today: DayKey,
	seed: number
): MoneyParts {
	const { budget, fixed, day, kind, party } = FIGURES[which];
	const random = randomFrom(seed * 17 + 3);
	const dates = [...shoot.worked, ...shoot.planned];
	const calls = dates.map((date) => shoot.calledOn(date));
	const mean = (of: (called: (typeof calls)[number]) => number): number =>
		calls.reduce((sum, called) => sum + of(called), 0) / Math.max(1, calls.length);
	const wages = mean((called) => dayCost([], called).cents);
	const heads = mean((called) => called.length);
	const meal = which === 'C' ? 2200 : 3500;
	const rest = Math.max(0, day * 100 - wages - meal * heads);
	const whole = (cents: number): number => Math.round(cents / 1000) * 1000;
	const orders = keysBetween(null, null, FIXED.length + DAILY.length + 1);
	const line = (values: Partial<MoneyLine>, n: number) => ({
		id: random.makeId<MoneyLineId>(),
		order: orders[n] as string,
		...values
	});
	const once = FIXED.map(([category, name, share, committed, spent], n) => {
		const planned = whole(fixed * share);
		return line(
			{
				category,
				name,
				basis: 'fixed',
				planned,
				committed: whole((planned * committed) / 100),
				spent: whole((planned * spent) / 100)
			},
			n
		);
	});
	const daily = DAILY.map(([category, name, share], n) => {
		const planned = whole((rest * share) / 100);
		return line(
			{
				category,
				name,
				basis: 'day',
				planned,
				committed: planned * dates.length,
				spent: planned * Math.max(0, shoot.worked.length - 1)
			},
			FIXED.length + n
		);
	});
	const food = line(
		{ category: 'catering', name: 'Meals and water · 餐饮', basis: 'person-day', planned: meal },
		FIXED.length + DAILY.length
	);
	const gates = [...plan.gates.values()];
	const gateOf = (of: string, round?: number) =>
		gates.find((gate) => gate.kind === of && (round === undefined || gate.round === round)) ?? null;
	const { startsOn, launchesOn } = plan.production;
	const milestone = (
		name: string,
		share: number,
		gate: (typeof gates)[number] | null,
		dueOn: DayKey | null,
		paidOn: DayKey | null
	) => ({
		id: random.makeId<MilestoneId>(),
		name,
		gateId: gate?.id ?? null,
		sum: whole(budget * 1.12 * share),
		dueOn,
		paidOn
	});
	const first = dates[0] ?? today;
	return {
		total: budget * 100,
		lines: [...once, ...daily, food],
		contract: {
			kind,
			party,
			share: kind === 'co-investment' ? 600 : null,
			ownPart: kind === 'co-investment' ? whole(budget * 30) : 0,
			exclusiveUntil: null
		},
		milestones: [
			milestone('On signing · 签约', 30, gateOf('rating'), startsOn, startsOn),
			milestone('Start of photography · 开机', 30, null, first, addDays(first, 1)),
			milestone('Cut accepted by the platform · 平台过片', 25, gateOf('platform-review', 2), null, null),
			milestone('Online · 上线', 15, gateOf('licence'), launchesOn, null)
		],
		spendings: shoot.worked.slice(0, -1).flatMap((date, n) => [
			{
				id: random.makeId<SpendingId>(),
				date,
				category: 'transport' as const,
				amount: whole((rest * 14) / 100 + (n % 2 === 0 ? 60_000 : -20_000)),
				note: ''
			}
		])
	};
}
