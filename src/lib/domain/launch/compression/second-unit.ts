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
	return together(dayByDay(scenes, days, unitDays, minutesADay));
}

/** Scenes it takes on each of its days; the first days are the same however many follow. */
function dayByDay(
	scenes: readonly WorkScene[],
	days: number,
	unitDays: number,
	minutesADay: Minutes
): WorkScene[][] {
	const board = [...scenes].sort(byPlace);
	const longest = [...scenes].sort((a, b) => b.minutes - a.minutes || (a.id < b.id ? -1 : 1));
	const needs = new Map(scenes.map((scene) => [scene.id, needsOf(scene)]));
	const gone = new Set<string>();
	let minutesLeft = sum(scenes);
	const taken: WorkScene[][] = [];
	let at = 0;
	for (let day = 0; day < Math.min(days, unitDays) && minutesADay > 0; day++) {
		const share = Math.ceil(minutesLeft / (days - day));
		const there = new Set<string>();
		for (let minutes = 0; at < board.length; at++) {
			const scene = board[at]!;
			if (gone.has(scene.id)) continue;
			if (minutes > 0 && minutes + scene.minutes > share) break;
			minutes += scene.minutes;
			minutesLeft -= scene.minutes;
			gone.add(scene.id);
			for (const need of needs.get(scene.id)!) there.add(need);
		}
		const own: WorkScene[] = [];
		let room = minutesADay;
		let place: string | null = null;
		for (const scene of longest) {
			const wants = needs.get(scene.id)!;
			if (scene.minutes > room || wants.length === 0 || gone.has(scene.id)) continue;
			// It moves no further than it has to: one place a day.
			if (scene.placeId && place !== null && scene.placeId !== place) continue;
			if (wants.some((need) => there.has(need))) continue;
			place = scene.placeId ?? place;
			room -= scene.minutes;
			minutesLeft -= scene.minutes;
			gone.add(scene.id);
			own.push(scene);
		}
		taken.push(own);
	}
	return taken;
}

function together(days: readonly (readonly WorkScene[])[]): BesideFirst {
	const all = days.flat();
	return {
		sceneIds: all.map(({ id }) => id).sort(),
		minutes: sum(all),
		days: days.filter((own) => own.length > 0).length
	};
}

/** A plan with its second unit at work: without the scenes that takes, and without what its days cost. */
export function withSecondUnit(input: CompressionInput, days: number): CompressionInput {
	const unit = input.secondUnit;
	const beside = unit ? besideOf(input, days)(unit.days) : NOTHING;
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

/** What a second unit could take of a plan, at its pace, by the number of days it works. */
export function besideOf(input: CompressionInput, days: number): (unitDays: number) => BesideFirst {
	const { pace } = input;
	const slower =
		pace && pace.strips >= 3 && pace.estimated > 0 && pace.actual > 0 ? pace.actual / pace.estimated : 1;
	const agreed = input.people.map(
		({ contractedMinutes, deal }) => contractedMinutes ?? deal?.contractedMinutes ?? CONTRACTED
	);
	const room = (agreed.length > 0 ? Math.min(...agreed) : CONTRACTED) - input.day.overheadMinutes;
	const aDay = Math.floor((input.secondUnit?.minutesADay ?? room) / slower);
	const all = dayByDay(input.scenes, days, days, aDay);
	return (unitDays) => together(all.slice(0, unitDays));
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
