import type { PaidDays } from '#lib/doc/commands/money.ts';
import { addDays, type DayKey } from '#lib/domain/calendar/day-key.ts';
import type { Deal } from '#lib/domain/hours/deal.ts';
import type { PersonId, SceneId } from '#lib/domain/ids.ts';
import type { Budget } from '#lib/domain/launch/compression/budget.ts';
import { launchCases } from '#lib/domain/launch/compression/cases.ts';
import { firstDayLeft } from '#lib/domain/launch/compression/of-plan.ts';
import type { Tried } from '#lib/domain/launch/compression/reckoner.ts';
import type { Request } from '#lib/domain/launch/records.ts';
import { shootLoads } from '#lib/domain/launch/shoot-loads.ts';
import { gatesInOrder, tierOf } from '#lib/domain/launch/timeline/gates-in-order.ts';
import { movedTask, withTask, type Move } from '#lib/domain/launch/timeline/move-task.ts';
import {
	boardDates,
	planTimeline,
	promisedLaunch,
	type PlanTimelineOptions
} from '#lib/domain/launch/timeline/of-plan.ts';
import type { Timeline } from '#lib/domain/launch/critical-path.ts';
import { settledDays } from '#lib/domain/launch/wrap/settled-days.ts';
import { budgetOf } from '#lib/domain/money/budget-of.ts';
import { paidDaysOf } from '#lib/domain/money/days-bought.ts';
import { shootLeft } from '#lib/domain/money/shoot-left.ts';
import { byOrder } from '#lib/domain/order-key.ts';
import { byNumber } from '#lib/domain/schedule/episode-numbers.ts';
import { estimate, wasShot } from '#lib/domain/schedule/estimate.ts';
import type { Plan } from '#lib/domain/schedule/plan.ts';
import { NowIn } from '#lib/live/moment.svelte.ts';
import { Planned } from '#lib/live/planned.svelte.ts';
import { session } from '#lib/live/session.svelte.ts';
import type { OpenProduction } from '#lib/live/production.svelte.ts';
import type { LaunchView, Trial } from '#lib/ui/launch/types.ts';
import type { RequestsView } from '#lib/ui/requests/types.ts';
import { MoneyHere } from '../money/money-here.svelte.ts';
import { nameHere } from './request-acts.ts';
import { requestsView } from './requests-view.ts';
import { Reckoning } from './reckoning.svelte.ts';

/**
 * The way to the launch as the page shows it: the timeline at once, compression as soon as it is reckoned. On a
 * producer's device the money is open beside it; elsewhere the days paid for are the plan's. Made while a page is set up.
 */
export class LaunchHere {
	readonly money: MoneyHere;
	readonly planned: Planned;
	readonly #production: OpenProduction;
	readonly #now: NowIn;
	readonly #reckoning = new Reckoning();
	#tried = $state.raw<Tried | null>(null);

	constructor(production: OpenProduction) {
		this.#production = production;
		this.planned = new Planned(production.plan);
		this.money = new MoneyHere(production);
		this.#now = new NowIn(() => production.plan.production?.zone ?? 'Asia/Shanghai');
		$effect(() => this.money.open());
		$effect(() => {
			if (this.money.mayRead) this.money.follow(this.#people);
		});
		$effect(() => {
			const { plan } = this.planned;
			if (plan && this.#hasMoney) this.#reckoning.ask({ plan, asOf: this.today, budget: this.#budget });
		});
		$effect(() => () => this.#reckoning.stop());
	}

	/** the day in the production's zone; changes at its midnight only */
	readonly today: DayKey = $derived.by(() => this.#now.moment.date);

	readonly #people = $derived.by((): readonly PersonId[] => [...(this.planned.plan?.people.keys() ?? [])]);

	/** Whether what this member may know of the money is open: until then no number would hold. */
	readonly #hasMoney = $derived.by(
		() => !this.money.mayRead || (this.money.money !== null && this.money.hasAll(this.#people))
	);
	readonly total = $derived.by(() =>
		this.#hasMoney
			? (this.money.money?.tables.budgets.row(this.#production.id as never)?.total ?? null)
			: null
	);
	readonly dealOf = (id: PersonId): Deal | null => this.money.deal(id)?.tables.deals.row(id) ?? null;

	/** null where the sums aren't known, or not all of them have come: the plan's days paid for hold then */
	readonly #budget = $derived.by((): Budget | null => {
		const { plan, board } = this.planned;
		const tables = this.money.money?.tables;
		if (!plan || !board || !tables || !this.money.hasCome || this.money.lacking(this.#people) > 0)
			return null;
		if (this.total === null) return null;
		return budgetOf(
			this.total,
			this.#lines,
			shootLeft(plan, board, this.dealOf, this.today),
			plan,
			this.dealOf
		);
	});
	readonly #lines = $derived.by(() =>
		[...(this.money.money?.tables.lines.rows().values() ?? [])].sort(byOrder)
	);

	/** the name of whoever is at this device, for what is signed with it */
	get by(): string {
		const { personId } = this.#production;
		return (
			(personId && this.planned.plan?.people.get(personId as PersonId)?.name) || session.user?.name || ''
		);
	}

	/** What planners are told once the money has changed; null while not all that it needs is open here. */
	paidDays(): PaidDays | null {
		const { plan, board } = this.planned;
		if (!plan || !board || !this.money.hasCome || this.money.lacking(this.#people) > 0) return null;
		const days = paidDaysOf(this.total, this.#lines, shootLeft(plan, board, this.dealOf, this.today));
		return { days, date: this.today, by: this.by };
	}

	get budgetFen(): number | null {
		return this.#budget?.wholeFen ?? null;
	}

	readonly options = $derived.by((): PlanTimelineOptions => {
		const { plan, board } = this.planned;
		return {
			asOf: this.today,
			board: board && boardDates(board),
			isShootOpen:
				plan !== null && [...plan.strips.values()].some((one) => one.kind === 'scene' && !wasShot(one))
		};
	});
	readonly #timeline = $derived.by(
		(): Timeline | null => this.planned.plan && planTimeline(this.planned.plan, this.options)
	);
	readonly #tier = $derived.by(() => {
		const { plan } = this.planned;
		if (!plan) return null;
		const filing = this.#timeline?.tasks.find(({ task }) => task.key === 'planning-number');
		const filedOn = filing?.from ?? plan.production.startsOn;
		const answer = tierOf(plan, this.#budget?.wholeFen ?? null, filedOn);
		return answer && filedOn && { ...answer, filedOn };
	});

	/** What was asked to change, with what it comes to once that is reckoned. */
	readonly requests = $derived.by((): RequestsView | null => {
		const { plan } = this.planned;
		if (!plan) return null;
		const away = this.#production.plan.document.tables.requests.archived();
		return requestsView(plan, away, this.today, this.#reckoning.now, {
			name: nameHere(this.#production),
			personId: this.#production.personId,
			userId: session.user?.id ?? null,
			hasMoney: this.#budget !== null,
			failed: this.#reckoning.failed
		});
	});

	readonly view = $derived.by((): LaunchView | null => {
		const { plan, board } = this.planned;
		const timeline = this.#timeline;
		if (!plan || !board || !timeline) return null;
		const episodes = [...plan.episodes.values()].sort(byNumber);
		return {
			production: plan.production,
			today: this.today,
			promised: promisedLaunch(plan),
			timeline,
			findings: [
				...timeline.findings,
				...gatesInOrder(plan, timeline, {
					firstShootDay: this.options.board?.first ?? null,
					tier: this.#tier
				})
			],
			tier: this.#tier,
			loads: shootLoads(board, this.today),
			settled: settledDays(plan),
			cases: this.#cases,
			reckoned: this.#reckoning.now,
			failed: this.#reckoning.failed,
			trial: this.#trial,
			total: this.total,
			episodes: episodes.length,
			unlocks: episodes.filter(({ unlock }) => unlock).map(({ number }) => number),
			links: [...plan.taskLinks.values()],
			gates: plan.gates,
			requests: [...plan.requests.values()].sort(byRound),
			scenes: [...plan.scenes.values()].sort(byOrder),
			minutesOf: (id) => minutesOf(plan, id),
			would: (move) => this.#would(plan, move) ?? timeline
		};
	});

	readonly #cases = $derived.by(() => {
		const { plan, board } = this.planned;
		return plan && board
			? launchCases(plan, board, this.today, firstDayLeft(board, this.today))
			: { likely: null, bad: null };
	});

	/** The timeline after a drag; null where nothing moves. */
	#would(plan: Plan, move: Move): Timeline | null {
		const moved = movedTask(plan, this.options, move);
		if (!moved) return null;
		return moved.kind === 'launch'
			? planTimeline(plan, { ...this.options, launchesOn: moved.launchesOn })
			: planTimeline(withTask(plan, move.id, moved.values), this.options);
	}

	readonly #trial = $derived.by((): Trial | null => {
		const tried = this.#tried;
		const { plan } = this.planned;
		if (!tried || !plan) return null;
		const now = promisedLaunch(plan);
		const promised = now && addDays(now, tried.later);
		return {
			tried,
			promised,
			timeline: planTimeline(plan, { ...this.options, launchesOn: promised }),
			reckoned: this.#reckoning.tried
		};
	});
	/** null: nothing is tried out any more */
	try(tried: Tried | null): void {
		this.#tried = tried;
		this.#reckoning.try(tried);
	}
}

const byRound = (a: Request, b: Request): number =>
	a.round - b.round || (a.from < b.from ? -1 : a.from > b.from ? 1 : a.number - b.number);

/** Minutes of shooting a scene takes, over all its parts. */
function minutesOf(plan: Plan, id: SceneId): number {
	let sum = 0;
	for (const strip of plan.strips.values())
		if (strip.sceneId === id && strip.kind === 'scene')
			sum += estimate({ ...strip, actualMinutes: null }, plan.scenes.get(id), plan.production).minutes;
	return sum;
}
