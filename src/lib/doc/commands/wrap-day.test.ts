import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { day } from '#lib/domain/calendar/day-key.ts';
import type { ShootDayId } from '#lib/domain/ids.ts';
import { settledDays, settlementsOf } from '#lib/domain/launch/wrap/settled-days.ts';
import { planOf } from '#lib/domain/schedule/testing/plan-of.ts';
import { History } from '../history.ts';
import { openPlan, readPlan, type PlanDocument } from '../plan-document.ts';
import { addDelay, addExtension, removeDelay, removeExtension, unwrapDay, wrapDay } from './wrap-day.ts';
import { writePlan } from './write-plan.ts';

const D1 = 'd1' as ShootDayId;
const at = (hours: number, minutes = 0): number => hours * 60 + minutes;
const mei = (n: number) => ({ by: 'Mei', at: n });

/** Two of the crew, ten scenes of an hour: from 7:00 to 19:15 as planned. */
function shot(): PlanDocument {
	const plan = openPlan(new Y.Doc());
	const scenes = Array.from({ length: 10 }, (_, i) => `s${i}`);
	writePlan(
		plan,
		planOf({
			production: { ruleSet: 'cn-standard' },
			scenes: Object.fromEntries(scenes.map((id) => [id, { estimateMinutes: 60 }])),
			crew: ['Bo', 'Chen'],
			days: { d1: { date: day('2026-11-10'), strips: scenes.map((scene) => ({ scene })) } }
		})
	);
	return plan;
}
const read = (plan: PlanDocument) => {
	const now = readPlan(plan)!;
	return {
		now: settledDays(now)[0] ?? null,
		all: settlementsOf(now.settlements.values(), D1),
		day: now.days.get(D1)!
	};
};

test('wrapping a day writes when it began and ended, and settles it in the same step of undo', () => {
	const plan = shot();
	const history = new History(plan);
	wrapDay(plan, D1, { startedAt: at(7), firstShotAt: at(7, 50), wrappedAt: at(20, 15) }, mei(1));
	expect(read(plan).day).toMatchObject({ startedAt: at(7), firstShotAt: at(7, 50), wrappedAt: at(20, 15) });
	// 12 h 15 of work, meal taken off: 255 min above eight hours, of each.
	expect(read(plan).now).toMatchObject({ overtime: 510, stale: false });
	expect(read(plan).all).toMatchObject([{ by: 'Mei', at: 1, replaces: null }]);
	expect(history.undo()?.name).toBe('wrap-day');
	expect(read(plan)).toMatchObject({ now: null, all: [], day: { wrappedAt: null } });
});

test('a correction is a settlement of its own that names the one before', () => {
	const plan = shot();
	wrapDay(plan, D1, { wrappedAt: at(20, 15) }, mei(5));
	wrapDay(plan, D1, { wrappedAt: at(21, 15) }, { by: 'Lin', at: 2 }, 'the truck left later');
	const { all, now } = read(plan);
	// A clock that runs behind doesn't put it before what it corrects.
	expect(all).toMatchObject([
		{ by: 'Lin', at: 6, replaces: all[1]!.id, why: 'the truck left later', overtime: 630 },
		{ by: 'Mei', at: 5, replaces: null, overtime: 510 }
	]);
	expect(now?.overtime).toBe(630);
});

test('a wrap taken back holds nothing and stays readable; the next wrap names it', () => {
	const plan = shot();
	wrapDay(plan, D1, { wrappedAt: at(20) }, mei(1));
	expect(unwrapDay(plan, D1, mei(2), 'one more scene')).toBe(true);
	expect(unwrapDay(plan, D1, mei(3), 'again')).toBe(false);
	expect(read(plan)).toMatchObject({ now: null, day: { wrappedAt: null } });
	wrapDay(plan, D1, { wrappedAt: at(21) }, mei(4));
	const { all } = read(plan);
	expect(all.map(({ at }) => at)).toEqual([4, 2, 1]);
	expect(all.map(({ replaces }) => replaces)).toEqual([all[1]!.id, all[2]!.id, null]);
});

test('delays and extensions written down on a wrapped day settle it anew, put away they do too', () => {
	const plan = shot();
	const rain = addDelay(plan, D1, { cause: 'weather', minutes: 60, note: 'rain' }, mei(1));
	expect(read(plan).all).toEqual([]);
	wrapDay(plan, D1, { wrappedAt: at(20, 15) }, mei(2));
	expect(read(plan).now?.to).toMatchObject({ events: 120 });
	const asked = addExtension(
		plan,
		D1,
		{ untilAt: at(20, 15), from: 'platform', askedBy: 'Ms Gao', cause: 'slower', why: 'another ending' },
		mei(3)
	);
	expect(read(plan).now?.to).toMatchObject({ events: 0, platform: 120 });
	removeExtension(plan, asked, mei(4));
	removeDelay(plan, rain, mei(5));
	expect(read(plan).now?.to).toMatchObject({ events: 0, platform: 0 });
	expect(read(plan).all).toHaveLength(4);
});

test('two who wrap one day offline both stay readable, and one of them holds on every device', () => {
	const [a, b] = [shot(), openPlan(new Y.Doc())];
	Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc));
	wrapDay(a, D1, { wrappedAt: at(20) }, mei(1));
	wrapDay(b, D1, { wrappedAt: at(21) }, { by: 'Lin', at: 2 });
	Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc));
	Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc));
	expect(read(a)).toEqual(read(b));
	expect(read(a).all).toHaveLength(2);
	expect(read(a).now?.stale).toBe(read(a).day.wrappedAt !== at(21));
});
