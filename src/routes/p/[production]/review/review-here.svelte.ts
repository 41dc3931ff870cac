import type { Writer } from '#lib/doc/commands/log-hours.ts';
import { pinnedRules } from '#lib/doc/pinned-rules.ts';
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import { todayIn } from '#lib/domain/calendar/zone.ts';
import type { Judged } from '#lib/domain/hours/log/judged.ts';
import { queueOf, type ReviewRow } from '#lib/domain/hours/log/queue.ts';
import { isPresetId } from '#lib/domain/hours/presets/index.ts';
import { keepsHours, mayWrite } from '#lib/domain/people/permissions.ts';
import { links } from '#lib/links.ts';
import { CrewHours, type CrewMember } from '#lib/live/crew-hours.svelte.ts';
import { NowIn } from '#lib/live/moment.svelte.ts';
import type { OpenProduction } from '#lib/live/production.svelte.ts';
import { session } from '#lib/live/session.svelte.ts';
import type { HoursActions } from '#lib/ui/hours/types.ts';
import type { Pinned, ReviewActions, ReviewedHours } from '#lib/ui/review/types.ts';
import { text } from '#lib/ui/text/index.svelte.ts';
import { hoursActions, writerOn, type HoursWriter } from '../hours/hours-actions.ts';
import { reviewActions } from './review-actions.ts';

const NO_FLAGS: Judged['flagsOn'] = new Map();

/**
 * The hours of everybody this member keeps, as the pages about others' hours take them: rows of the queue, what is
 * known of one person, and what may be done. Made while a page is set up.
 */
export class ReviewHere {
	readonly crew: CrewHours;
	readonly #production: OpenProduction;
	readonly #now: NowIn;

	constructor(production: OpenProduction) {
		this.#production = production;
		this.crew = new CrewHours(production);
		this.#now = new NowIn(() => this.#zone);
	}

	get #zone(): string {
		return this.#production.plan.production?.zone ?? 'Asia/Shanghai';
	}
	/** the day in the production's zone; changes at its midnight only */
	readonly today: DayKey = $derived.by(() => this.#now.moment.date);

	/** now in the production's zone: the day and minutes after its midnight */
	get now(): NowIn['moment'] {
		return this.#now.moment;
	}
	/** Whether this member keeps anybody's hours but own; false also while the server's list isn't known. */
	get keeping(): boolean {
		const listed = session.production(this.#production.id);
		return listed !== null && keepsHours(listed);
	}

	readonly members = $derived.by((): Readonly<Record<string, CrewMember>> =>
		Object.fromEntries(this.crew.members.map((one) => [one.person.id, one]))
	);

	readonly rows = $derived.by((): readonly ReviewRow[] => {
		const [today, zone] = [this.today, this.#zone];
		return queueOf(
			this.crew.members.map((member) => ({
				personId: member.person.id,
				days: member.hours.days,
				calls: member.calls,
				flagsOn: this.crew.judged(member, today)?.flagsOn ?? NO_FLAGS,
				own: member.own
			})),
			{ today, dayOf: (ms) => todayIn(zone, ms) }
		);
	});

	readonly #you = $derived.by((): HoursWriter | null => {
		const { user } = session;
		const { personId } = this.#production;
		if (!user) return null;
		const name = this.#production.plan.tables.people.row(personId)?.name || user.name;
		return { userId: user.id, name, personId, zone: this.#zone };
	});

	/** Decisions; null in an archived production. */
	readonly decisions = $derived.by((): ReviewActions | null => {
		const source = this.#production.plan.ruleSource;
		if (!this.#you || !source || session.production(this.#production.id)?.archivedAt != null) return null;
		return reviewActions(this.members, this.#you, source, this.#production.role === 'producer');
	});

	/** What may be written into somebody's hours; null for who only reads them. */
	actionsOn(personId: string): HoursActions | null {
		const member = this.members[personId];
		return member && this.#you ? hoursActions(member.hours, this.#you) : null;
	}

	/** Who writes into somebody's hours, now; null for who may not. */
	writerOn(personId: string): Writer | null {
		const member = this.members[personId];
		return member && this.#you && mayWrite(member.hours.access.hours)
			? writerOn(member.hours, this.#you)
			: null;
	}

	about(personId: string): ReviewedHours {
		const hours = this.members[personId]?.hours;
		return {
			placeOf: (key) => hours?.placeOf(key) ?? null,
			actions: this.actionsOn(personId),
			pinnedOf: (row) => this.#pinnedOf(row),
			rulesHref: links.rules(this.#production.id),
			href: links.hoursOf(this.#production.id, personId)
		};
	}

	/** The rules a day was approved under, in words, and whether others hold now. */
	#pinnedOf({ day, personId }: ReviewRow): Pinned | null {
		const rules = day?.decisions.find(({ says }) => says !== 'query')?.rules;
		const person = this.members[personId]?.person;
		const source = this.#production.plan.ruleSource;
		if (!rules || !person || !source || !day) return null;
		const now = pinnedRules(source, person, day.date);
		return {
			rules: isPresetId(rules.id) ? text.hours.ruleSets[rules.id] : rules.id,
			version: rules.version,
			moved: rules.id !== now.id || rules.version !== now.version || rules.overrides !== now.overrides
		};
	}
}
