import { changeRules, takeRuleBack } from '#lib/doc/commands/change-rules.ts';
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { RuleChange, RuleSource } from '#lib/domain/hours/own-rules/index.ts';
import { ruleChangeRecord } from '#lib/domain/hours/own-rules/record.ts';
import type { PersonId, RuleChangeId } from '#lib/domain/ids.ts';
import { newRow } from '#lib/domain/schedule/new-rows.ts';
import { NowIn } from '#lib/live/moment.svelte.ts';
import { Planned } from '#lib/live/planned.svelte.ts';
import type { OpenProduction } from '#lib/live/production.svelte.ts';
import { session } from '#lib/live/session.svelte.ts';
import { did } from '#lib/ui/did.ts';
import { isSame, type RulesActs, type RulesView, type RuleWish } from '#lib/ui/rules/types.ts';
import { text } from '#lib/ui/text/index.svelte.ts';
import { toasts } from '#lib/ui/toast.svelte.ts';

/**
 * The rules of a production on a page: as they stand, and as they would be with what somebody wishes and hasn't kept.
 * Nothing is written before it is kept. Made while a page is set up.
 */
export class RulesHere {
	readonly planned: Planned;
	readonly #production: OpenProduction;
	readonly #now: NowIn;
	#wishes = $state.raw<readonly RuleWish[]>([]);
	/** undefined: nobody chose, so from today on */
	#from = $state.raw<DayKey | null | undefined>(undefined);

	constructor(production: OpenProduction) {
		this.#production = production;
		this.planned = new Planned(production.plan);
		this.#now = new NowIn(() => production.plan.production?.zone ?? 'Asia/Shanghai');
	}

	/** the day in the production's zone; changes at its midnight only */
	readonly today: DayKey = $derived.by(() => this.#now.moment.date);

	get wishes(): readonly RuleWish[] {
		return this.#wishes;
	}
	/** The first day the wishes would hold for; null: every day. */
	get from(): DayKey | null {
		return this.#from === undefined ? this.today : this.#from;
	}
	set from(from: DayKey | null) {
		this.#from = from;
	}

	/** A wish as a change: days of the calendar hold for themselves. */
	#fromOf({ what }: RuleWish): DayKey | null {
		return what.startsWith('day ') || what === 'known-until' ? null : this.from;
	}

	readonly #would = $derived.by((): RuleSource | null => {
		const source = this.#production.plan.ruleSource;
		if (!source || this.#wishes.length === 0) return source;
		const at = Math.max(0, ...[...source.ruleChanges.values()].map((one) => one.at)) + 1;
		const wished = this.#wishes.map((wish, i): [RuleChangeId, RuleChange] => {
			const id = `wish ${i}` as RuleChangeId;
			return [id, newRow(ruleChangeRecord, id, { ...wish, from: this.#fromOf(wish), at })];
		});
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew each time
		return { ...source, ruleChanges: new Map([...source.ruleChanges, ...wished]) };
	});
	/** The rules as they would be; null while the plan hasn't arrived. */
	get would(): RuleSource | null {
		return this.#would;
	}

	readonly view = $derived.by((): RulesView | null => {
		const { plan } = this.#production;
		const source = plan.ruleSource;
		const would = this.#would;
		if (!source || !would) return null;
		const { ruleChanges } = plan.tables;
		const dates = [...plan.tables.days.rows().values()].flatMap(({ date }) => date ?? []).sort();
		return {
			...{ production: source.production, source, wishes: this.#wishes, today: this.today },
			// What is shown as holding is what holds today: a wish for a later day is shown as if it did.
			would: this.#shown(would),
			people: [...plan.tables.people.rows().values()],
			lastDay: dates.at(-1) ?? null,
			log: [...ruleChanges.rows().values(), ...ruleChanges.archived()].sort(
				(a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)
			)
		};
	});

	#shown(would: RuleSource): RuleSource {
		if (this.from === null || this.from <= this.today) return would;
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew each time
		const ruleChanges = new Map(
			[...would.ruleChanges].map(([id, change]) =>
				id.startsWith('wish ') ? [id, { ...change, from: null }] : [id, change]
			)
		);
		return { ...would, ruleChanges };
	}

	readonly acts = $derived.by((): RulesActs | null =>
		this.#production.mayPlan
			? {
					wish: (wishes) => {
						const kept = this.#wishes.filter((one) => !wishes.some((other) => isSame(one, other)));
						this.#wishes = [...kept, ...wishes].filter((one) => !this.#holdsAlready(one));
					},
					takeBack: (id, back) => {
						takeRuleBack(this.#production.plan.document, id, back ? Date.now() : null);
					}
				}
			: null
	);

	/** Whether a wish is for what stands already: typed over and back again, nothing is left to keep. */
	#holdsAlready(wish: RuleWish): boolean {
		const source = this.#production.plan.ruleSource;
		if (!source) return false;
		const same = [...source.ruleChanges.values()]
			.filter((one) => isSame(one, wish) && (one.from === null || one.from <= this.today))
			.sort((a, b) => a.at - b.at)
			.at(-1);
		if (same) return same.value === wish.value;
		if (wish.what !== 'set') return wish.value === null;
		const person = this.#production.plan.tables.people.row(wish.personId as PersonId | null);
		return wish.value === (wish.personId ? (person?.ruleSet ?? '') : source.production.ruleSet);
	}

	drop(): void {
		this.#wishes = [];
		this.#from = undefined;
	}

	/** Writes what is wished, each with who and when, as one step of undo. */
	keep(): void {
		const { plan, personId } = this.#production;
		const by = plan.tables.people.row(personId)?.name || session.user?.name || '';
		const changes = this.#wishes.map((wish) => ({ ...wish, from: this.#fromOf(wish) }));
		changeRules(plan.document, changes, { by, at: Date.now() });
		this.drop();
		toasts.say(text.ruleSet.kept(changes.length), {
			label: text.common.undo,
			run: () => {
				const step = plan.undo();
				if (step) toasts.say(text.here.undone(did(step.name, step.count)));
			}
		});
	}
}
