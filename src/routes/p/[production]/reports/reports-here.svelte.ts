import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import { contractOf } from '#lib/domain/hours/deal.ts';
import { JudgeOnce } from '#lib/domain/hours/log/judge-once.ts';
import { rulesFor } from '#lib/domain/hours/own-rules/index.ts';
import { keepsHours, mayRead } from '#lib/domain/people/permissions.ts';
import {
	monthAround,
	weekAround,
	workloadOf,
	type Span,
	type WorkloadPerson,
	type WorkloadReport
} from '#lib/domain/reports/index.ts';
import { DEPARTMENTS, type Production } from '#lib/domain/schedule/records.ts';
import { links } from '#lib/links.ts';
import { CrewHours } from '#lib/live/crew-hours.svelte.ts';
import { DealsHere } from '#lib/live/deals-here.svelte.ts';
import { NowIn } from '#lib/live/moment.svelte.ts';
import type { OpenProduction } from '#lib/live/production.svelte.ts';
import { session } from '#lib/live/session.svelte.ts';
import type { DayBehind } from '#lib/ui/reports/types.ts';
import { text } from '#lib/ui/text/index.svelte.ts';

/**
 * The workload of everybody whose hours this member may see. Each person is judged once and again only when something
 * of that person's changed. Made while a page is set up.
 */
export class ReportsHere {
	readonly crew: CrewHours;
	readonly deals: DealsHere;
	readonly #production: OpenProduction;
	readonly #now: NowIn;
	readonly #once = new JudgeOnce();
	#span = $state.raw<Span | null>(null);
	/** '' shows all */
	department = $state('');

	constructor(production: OpenProduction) {
		this.#production = production;
		this.crew = new CrewHours(production);
		this.deals = new DealsHere(production, () => this.crew.people.map(({ id }) => id));
		this.#now = new NowIn(() => production.plan.production?.zone ?? 'Asia/Shanghai');
	}

	/** the day in the production's zone; changes at its midnight only */
	readonly today: DayKey = $derived.by(() => this.#now.moment.date);

	/** Whether this member keeps anybody's hours but own; false also while the server's list isn't known. */
	get keeping(): boolean {
		const listed = session.production(this.#production.id);
		return listed !== null && keepsHours(listed);
	}
	get production(): Production | null {
		return this.#production.plan.production;
	}
	get currency(): string {
		return this.production?.currency ?? 'CNY';
	}

	/** The span shown: this week until another is chosen. */
	get span(): Span {
		return this.#span ?? weekAround(this.today);
	}
	set span(span: Span) {
		this.#span = span;
	}
	/** The month of the span's first day: what payroll takes. */
	get month(): Span {
		return monthAround(this.span.from);
	}

	/** Everybody that is open here, as the report takes them. */
	readonly all = $derived.by((): readonly WorkloadPerson[] => {
		const { today, currency } = this;
		const source = this.#production.plan.ruleSource;
		if (!source) return [];
		return this.crew.members.map(({ person, hours, calls }) => {
			// The figures beside a span are those that hold when it begins.
			const { rules } = rulesFor(source, person, this.span.from);
			const deal = this.deals.of(person.id);
			const judged = this.#once.of({
				...source,
				...{ person, calls, today, days: hours.days.values() },
				deal: deal && contractOf(deal, currency)
			});
			return { person, judged, rules, days: hours.days, calls, deal };
		});
	});
	readonly people = $derived.by(() =>
		this.all.filter(({ person }) => this.department === '' || person.department === this.department)
	);
	/** The department shown, by the name it has on screen; null: all of them. */
	get departmentName(): string | null {
		const one = DEPARTMENTS.find((one) => one === this.department);
		return one ? text.people.departments[one] : null;
	}
	readonly departments = $derived.by(() =>
		DEPARTMENTS.filter((one) => this.crew.people.some(({ department }) => department === one))
	);
	readonly report = $derived.by(() =>
		this.production ? workloadOf(this.people, this.span, this.today, this.production) : null
	);
	/** The same of everybody, whatever department is shown: what a copy for outside is made of. */
	get whole(): WorkloadReport | null {
		return this.production ? workloadOf(this.all, this.span, this.today, this.production) : null;
	}

	/** What a cell is made of. */
	behind(personId: string, date: DayKey): DayBehind {
		const member = this.crew.members.find(({ person }) => person.id === personId);
		return {
			day: member?.hours.day(date) ?? null,
			placeOf: (key) => member?.hours.placeOf(key) ?? null,
			rulesHref: links.rules(this.#production.id)
		};
	}
	/** Somebody's hours as a page; null where this member may not open them. */
	hrefOf(personId: string, date?: DayKey): string | null {
		return mayRead(this.#production.accessTo('hours', personId))
			? links.hoursOf(this.#production.id, personId, date)
			: null;
	}
}
