/** A second unit: what it can shoot beside the first, and the plan that leaves (compression.md 5 and 6). */
import type { Minutes } from '../../calendar/duration.ts';
import type { CompressionInput, WorkScene } from './types.ts';

export type BesideFirst = {
	/** scenes the second unit takes, by id */
	readonly sceneIds: readonly string[];
	/** their minutes as estimated */
	readonly minutes: Minutes;
	/** days on which it found something to shoot */
	readonly days: number;
};

const NOTHING: BesideFirst = { sceneIds: [], minutes: 0, days: 0 };
/** Agreed minutes of a day where nobody said any. */
const CONTRACTED = 600;

/**
 * Lays the scenes out over days as a board does, place by place, and gives the second unit on the first `unitDays` of
 * them what shares no cast and no location with that day's first unit, the longest first, up to an agreed day. A scene
 * whose cast and location aren't known can't be told apart from others: it stays with the first unit.
 *
 * @param days days the first unit has; its scenes are spread evenly over them
 * @param minutesADay minutes the second unit can shoot on a day
 */
export function besideFirst(
	scenes: readonly WorkScene[],
	days: number,
	unitDays: number,
	minutesADay: Minutes
): BesideFirst {
	if (days < 1 || unitDays < 1 || minutesADay < 1) return NOTHING;
	const left = [...scenes].sort(byPlace);
	const taken: WorkScene[] = [];
	let used = 0;
	for (let day = 0; day < days && left.length > 0; day++) {
		const share = Math.ceil(sum(left) / (days - day));
		const needs = new Set<string>();
		for (let minutes = 0; left.length > 0 && (minutes === 0 || minutes + left[0]!.minutes <= share);) {
			const scene = left.shift()!;
			minutes += scene.minutes;
			for (const need of needsOf(scene)) needs.add(need);
		}
		if (day >= unitDays) continue;
		let room = minutesADay;
		const there = new Set<string>();
		for (const scene of [...left].sort((a, b) => b.minutes - a.minutes || (a.id < b.id ? -1 : 1))) {
			const own = needsOf(scene);
			if (scene.minutes > room || own.length === 0 || own.some((need) => needs.has(need))) continue;
			// It moves no further than the first unit does: one place a day.
			if (scene.placeId && there.size > 0 && !there.has(scene.placeId)) continue;
			if (scene.placeId) there.add(scene.placeId);
			room -= scene.minutes;
			taken.push(scene);
			left.splice(left.indexOf(scene), 1);
		}
		if (room < minutesADay) used++;
	}
	return { sceneIds: taken.map(({ id }) => id).sort(), minutes: sum(taken), days: used };
}

/** A plan with its second unit at work: without the scenes that takes, and without what its days cost. */
export function withSecondUnit(input: CompressionInput, days: number): CompressionInput {
	const unit = input.secondUnit;
	const beside = unit ? besideOf(input, days, unit.days) : NOTHING;
	if (!unit || beside.days === 0) return input;
	const gone = new Set(beside.sceneIds);
	const { budget } = input;
	return {
		...input,
		scenes: input.scenes.filter(({ id }) => !gone.has(id)),
		budget:
			budget && !('paidDays' in budget)
				? { ...budget, leftCents: budget.leftCents - beside.days * (secondUnitCents(input) ?? 0) }
				: budget
	};
}

/** What a second unit could take of a plan, at its pace, on so many days. */
export function besideOf(input: CompressionInput, days: number, unitDays: number): BesideFirst {
	const { pace } = input;
	const slower =
		pace && pace.strips >= 3 && pace.estimated > 0 && pace.actual > 0 ? pace.actual / pace.estimated : 1;
	const contracted = Math.min(
		...input.people.map(
			({ contractedMinutes, deal }) => contractedMinutes ?? deal?.contractedMinutes ?? CONTRACTED
		)
	);
	const room = (Number.isFinite(contracted) ? contracted : CONTRACTED) - input.day.overheadMinutes;
	return besideFirst(
		input.scenes,
		days,
		unitDays,
		Math.floor((input.secondUnit?.minutesADay ?? room) / slower)
	);
}

/**
 * Its own cost of a day; where nobody said one, that of the first unit's day: the day's own sum and the day rates of
 * those called, by the share of days they are called on. Null without money.
 */
export function secondUnitCents({ secondUnit, budget, people }: CompressionInput): number | null {
	if (secondUnit?.dayCents != null) return secondUnit.dayCents;
	if (!budget || 'paidDays' in budget) return null;
	const wages = people.reduce(
		(all, { deal, called, ofDays }) => all + (deal && ofDays > 0 ? (deal.dayCents * called) / ofDays : 0),
		0
	);
	return budget.dayCents + Math.round(wages);
}

const needsOf = ({ castIds = [], placeId }: WorkScene): string[] => [
	...castIds.map((id) => `cast ${id}`),
	...(placeId ? [`place ${placeId}`] : [])
];
const sum = (scenes: readonly WorkScene[]): Minutes => scenes.reduce((all, { minutes }) => all + minutes, 0);
const byPlace = (a: WorkScene, b: WorkScene): number => {
	const [pa, pb] = [a.placeId ?? '', b.placeId ?? ''];
	return pa < pb ? -1 : pa > pb ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
};
