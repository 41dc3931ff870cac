import { judgeHours, type Judged, type Judging } from './judged.ts';

type Known = Pick<Judging, 'person' | 'production' | 'ruleChanges'> & {
	readonly entries: string;
	readonly rest: string;
	readonly judged: Judged;
};

/**
 * Judges many people and remembers each: a person is judged again only when something a rule looks at has changed
 * for that person. A decision, a signature or an answer changes nothing a rule looks at. One of these a page.
 */
export class JudgeOnce {
	readonly #known = new Map<string, Known>();
	/** how many judgements were made so far, for those who want to know that none was made in vain */
	judgements = 0;

	/** The judgement on one person, the same object while nothing of it has changed. */
	of(judging: Judging): Judged {
		const { person, production, ruleChanges } = judging;
		const days = [...judging.days];
		// A key names exactly one entry, content and all.
		const entries = days.flatMap(({ keys }) => keys).join();
		const rest = JSON.stringify([judging.today, judging.calls, judging.deal ?? null]);
		const known = this.#known.get(person.id);
		if (
			known &&
			known.person === person &&
			known.production === production &&
			known.ruleChanges === ruleChanges &&
			known.entries === entries &&
			known.rest === rest
		)
			return known.judged;
		const judged = judgeHours({ ...judging, days });
		this.judgements++;
		this.#known.set(person.id, { person, production, ruleChanges, entries, rest, judged });
		return judged;
	}
}
