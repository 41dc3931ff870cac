/** Who is called on a day, from when to when. */
import type { Minutes } from '../calendar/duration.ts';
import type { CharacterId, PersonId } from '../ids.ts';
import type { Lookups } from './lookups.ts';
import type { Strip } from './records.ts';
import type { Meal, Timeline } from './timeline.ts';

/** One person's day. Times are minutes after midnight of the day's date. */
export type Called = {
	/** the person, or the character where nobody plays it yet */
	readonly who: PersonId | CharacterId;
	readonly personId: PersonId | null;
	/** the characters played that day; empty for crew */
	readonly characterIds: readonly CharacterId[];
	readonly crew: boolean;
	readonly callAt: Minutes;
	readonly wrapAt: Minutes;
	/** call to wrap less the meals in between */
	readonly workedMinutes: Minutes;
};

type Span = { callAt: Minutes; wrapAt: Minutes; personId: PersonId | null; characterIds: CharacterId[] };

/** Minutes of meals that lie within a span. */
const mealsWithin = (meals: readonly Meal[], from: Minutes, to: Minutes): Minutes =>
	meals.reduce(
		(sum, meal) =>
			sum + Math.max(0, Math.min(to, meal.startsAt + meal.minutes) - Math.max(from, meal.startsAt)),
		0
	);

/**
 * The crew from call to wrap; each of the cast from own call to own wrap (compression.md 2): as long before
 * their first scene as the crew has to the first shot, until as long after their last as the wrap takes. One
 * person who plays two characters is called once; one who is crew too works the crew's day. A character without
 * a person stands for itself. On a wrapped day the cast of the last scene go when the last person did.
 */
export function calls(
	strips: readonly Strip[],
	line: Timeline,
	wrapAt: Minutes,
	{ production, scene, character, crew }: Lookups
): Called[] {
	if (wrapAt <= line.callAt) return [];
	const spans = new Map<PersonId | CharacterId, Span>();
	const shooting = line.timed.filter((timed, i) => strips[i]?.kind === 'scene' && timed.basis !== 'idle');
	const last = shooting.at(-1);
	const ofStrip = new Map(strips.map((strip) => [strip.id, strip]));
	for (const timed of shooting) {
		const strip = ofStrip.get(timed.stripId);
		const cast = strip?.sceneId ? (scene(strip.sceneId)?.castIds ?? []) : [];
		for (const id of cast) {
			const personId = character(id)?.personId ?? null;
			const callAt = Math.max(line.callAt, timed.startsAt - production.firstShotMinutes);
			const own = timed === last ? wrapAt : Math.min(wrapAt, timed.endsAt + production.wrapMinutes);
			const span = spans.get(personId ?? id);
			if (!span)
				spans.set(personId ?? id, { callAt, wrapAt: Math.max(own, callAt), personId, characterIds: [id] });
			else {
				span.wrapAt = Math.max(span.wrapAt, own);
				if (!span.characterIds.includes(id)) span.characterIds.push(id);
			}
		}
	}
	const called: Called[] = [];
	const crewWorked = wrapAt - line.callAt - mealsWithin(line.meals, line.callAt, wrapAt);
	for (const person of crew) {
		const characterIds = spans.get(person.id)?.characterIds ?? [];
		spans.delete(person.id);
		called.push({
			who: person.id,
			personId: person.id,
			characterIds,
			crew: true,
			callAt: line.callAt,
			wrapAt,
			workedMinutes: crewWorked
		});
	}
	for (const [who, span] of spans)
		called.push({
			who,
			...span,
			crew: false,
			workedMinutes: span.wrapAt - span.callAt - mealsWithin(line.meals, span.callAt, span.wrapAt)
		});
	return called;
}
