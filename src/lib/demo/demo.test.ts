import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addDays, day } from '#lib/domain/calendar/day-key.ts';
import { boardSentence } from '#lib/domain/schedule/board-sentence.ts';
import { boardOf } from '#lib/domain/schedule/columns.ts';
import { conflicts } from '#lib/domain/schedule/conflicts.ts';
import { waiting } from '#lib/domain/schedule/place.ts';
import type { Plan } from '#lib/domain/schedule/plan.ts';
import { needsPlanningNumber } from '#lib/domain/schedule/rules/planning-number.ts';
import { lostToDelays, settledDays, settledInAll } from '#lib/domain/launch/wrap/settled-days.ts';
import { openGuest, openPlan, productionOf, readPlan } from '#lib/doc/plan-document.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import { demoHours } from './hours.ts';
import { inLanguage } from './in-language.ts';
import { openDocument } from '#lib/doc/document.ts';
import { dealSchema } from '#lib/doc/schema/deal.ts';
import { moneySchema } from '#lib/doc/schema/money.ts';
import { dayCost } from '#lib/domain/money/day-cost.ts';
import { shootLeft } from '#lib/domain/money/shoot-left.ts';
import { buildDemo, demoPlan, type WhichDemo } from './index.ts';

const TODAY = day('2026-11-22');
const eighths = (plan: Plan): number =>
	[...plan.scenes.values()].reduce((sum, scene) => sum + scene.eighths, 0);
const count = (plan: Plan) => ({
	episodes: plan.episodes.size,
	scenes: plan.scenes.size,
	pages: eighths(plan) / 8,
	days: plan.days.size,
	crew: [...plan.people.values()].filter((person) => person.department !== 'cast').length,
	cast: plan.characters.size
});
const someDay = fc.nat(3000).map((n) => addDays(day('2026-01-01'), n));

describe('the productions of the field guide', () => {
	it.each([
		['A', { episodes: 80, scenes: 210, pages: 80, days: 5, crew: 35, cast: 14 }],
		['B', { episodes: 72, scenes: 260, pages: 118, days: 9, crew: 42, cast: 18 }],
		['C', { episodes: 62, scenes: 240, pages: 96, days: 8, crew: 24, cast: 11 }]
	] as const)('%s has the size it should', (which, size) => {
		expect(count(demoPlan(which, 1, TODAY))).toEqual(size);
	});

	it('are the same for the same seed and day, and differ for another seed', () => {
		expect(demoPlan('B', 7, TODAY)).toEqual(demoPlan('B', 7, TODAY));
		expect(demoPlan('B', 8, TODAY)).not.toEqual(demoPlan('B', 7, TODAY));
	});

	it('on any day and seed: no scene is doubled or lost, today is worked, the days before are wrapped', () => {
		fc.assert(
			fc.property(fc.constantFrom<WhichDemo>('A', 'B', 'C'), fc.nat(), someDay, (which, seed, today) => {
				const plan = demoPlan(which, seed, today);
				const board = boardOf(plan);
				expect(conflicts(plan, board).filter(({ rule }) => ['S5', 'S6', 'S7', 'S8'].includes(rule))).toEqual(
					[]
				);
				const laid = new Set([...plan.strips.values()].map((strip) => strip.sceneId));
				expect(laid.size).toBe(plan.scenes.size);
				for (const summary of board.summaries) expect(summary.wrapped).toBe(summary.date! < today);
				const now = board.summaries.find((summary) => summary.date === today)!;
				expect(now.scenesShot).toBeGreaterThan(0);
				expect(now.leftMinutes).toBeGreaterThan(0);
			}),
			{ numRuns: 40 }
		);
	});

	it('B: every day of the half that is shot adds up, strip by strip, to its scenes', () => {
		const plan = demoPlan('B', 1, TODAY);
		for (const scene of plan.scenes.values()) {
			const own = [...plan.strips.values()].filter(
				(strip) => strip.sceneId === scene.id && strip.status !== 'dropped'
			);
			expect(own.reduce((sum, strip) => sum + (strip.eighths ?? scene.eighths), 0)).toBe(scene.eighths);
		}
	});
});

describe('Harbour Revenge, as a newcomer opens it', () => {
	const plan = demoPlan('B', 1, TODAY);
	const board = boardOf(plan);
	const strips = [...plan.strips.values()];

	it('says: 9 days, two over the limit, people who rest under 10 h, 14 unscheduled', () => {
		const unscheduled = waiting(board.boneyard, (id) => plan.scenes.get(id)).length;
		expect(boardSentence(board.summaries, board.nights, unscheduled, plan.production)).toMatchObject({
			days: 9,
			wrappedDays: 4,
			overLimit: 2,
			restMinutes: 600,
			unscheduled: 14
		});
		expect(board.nights.filter((night) => night.short.length > 0).length).toBeGreaterThanOrEqual(2);
	});

	it('is shot by half, with partials that left a rest and drops that were put on another day', () => {
		const of = (status: string) => strips.filter((strip) => strip.status === status);
		expect(of('shot').length).toBeGreaterThan(100);
		expect(of('shooting')).toHaveLength(1);
		expect(of('partial').length).toBeGreaterThanOrEqual(1);
		expect(of('dropped').length).toBeGreaterThanOrEqual(3);
		for (const strip of [...of('shot'), ...of('partial')]) expect(strip.actualMinutes).toBeGreaterThan(0);
	});

	it('is judicial, so its planning number matters; it came four working days late, before the shoot', () => {
		expect(needsPlanningNumber(plan)).toBe(true);
		const gate = [...plan.gates.values()].find(({ kind }) => kind === 'planning');
		expect(gate).toMatchObject({ plannedOn: '2026-11-10', decidedOn: '2026-11-16', status: 'approved' });
		expect(gate!.decidedOn! < plan.production.shootsOn!).toBe(true);
	});

	it('has one platform round that added three scenes, which wait in the boneyard', () => {
		const added = [...plan.scenes.values()].filter((scene) => scene.requestId !== null);
		expect(added.map((scene) => scene.number).sort()).toEqual(['38-1A', '66-1A', '9-1A']);
		const [first, second, ...more] = [...plan.requests.values()];
		expect(new Set(added.map((scene) => scene.requestId))).toEqual(new Set([first!.id]));
		expect([second!.answer, more.length]).toEqual(['open', 0]);
		for (const scene of added)
			expect(strips.filter((strip) => strip.sceneId === scene.id).map((strip) => strip.place.dayId)).toEqual([
				null
			]);
	});

	it('every episode has a title, a hook, a twist, a cliffhanger and its own scenes; no synopsis comes twice', () => {
		for (const episode of plan.episodes.values())
			for (const told of [episode.title, episode.hook, episode.twist, episode.cliffhanger])
				expect(told).not.toBe('');
		const told = [...plan.scenes.values()].map((scene) => scene.synopsis);
		expect(new Set(told).size).toBe(260);
		expect([...plan.scenes.values()].every((scene) => scene.castIds.length > 0)).toBe(true);
	});

	it('is free up to the unlock point at episode 10', () => {
		const paid = [...plan.episodes.values()].filter((episode) => episode.access === 'paid');
		expect(paid).toHaveLength(63);
		expect([...plan.episodes.values()].filter((one) => one.unlock).map((one) => one.number)).toEqual([
			10, 50
		]);
	});
});

describe('everything a demo carries for the other pages', () => {
	it.each(['A', 'B', 'C'] as const)(
		'%s has elements, places on the map with a hospital, tasks, an import',
		(which) => {
			const plan = demoPlan(which, 1, TODAY);
			const with_ = [...plan.scenes.values()].filter(({ elementIds }) => elementIds.length > 0).length;
			expect(with_ / plan.scenes.size).toBeGreaterThan(0.25);
			for (const place of plan.locations.values()) {
				expect(place.latitude).not.toBeNull();
				expect(place.hospitalPhone).not.toBe('');
			}
			const shoot = [...plan.tasks.values()].find(({ key }) => key === 'shoot')!;
			expect(shoot).toMatchObject({ startedOn: plan.production.shootsOn, finishedOn: null });
			for (const { toId, fromId } of plan.taskLinks.values())
				if (toId === shoot.id) expect(plan.tasks.get(fromId!)?.finishedOn).not.toBeNull();
			for (const { gateId } of plan.tasks.values()) if (gateId) expect(plan.gates.has(gateId)).toBe(true);
			expect(plan.imports.size).toBeGreaterThan(0);
			expect(plan.production.ruleSet).not.toBe('');
		}
	);

	it('every element of B is needed somewhere; the scenes a request added say which rewrite brought them', () => {
		const plan = demoPlan('B', 1, TODAY);
		const needed = new Set([...plan.scenes.values()].flatMap(({ elementIds }) => elementIds));
		expect([...plan.elements.values()].filter(({ id }) => !needed.has(id)).map(({ name }) => name)).toEqual(
			[]
		);
		expect(
			[...plan.sceneChanges.values()].map(({ sceneId }) => plan.scenes.get(sceneId!)?.number).sort()
		).toEqual(['38-1A', '66-1A', '9-1A']);
	});

	it('the minor of C can be had on the two days agreed and on no others', () => {
		const plan = demoPlan('C', 1, TODAY);
		const minor = [...plan.people.values()].find((person) => person.minor)!;
		const rows = [...plan.availability.values()].filter(({ personId }) => personId === minor.id);
		expect(rows.map(({ kind }) => kind)).toEqual(['only', 'only']);
		expect(minor.latestWrapAt).toBe(19 * 60);
	});

	it('B is told in the language of whoever opens it, every sentence of it', () => {
		const both = demoPlan('B', 1, TODAY);
		for (const [language, is] of [
			['en', (told: string) => !/\p{Script=Han}/u.test(told)],
			['zh-Hans', (told: string) => /\p{Script=Han}/u.test(told)]
		] as const) {
			const plan = inLanguage(both, language);
			const told = [
				...[...plan.episodes.values()].flatMap(({ hook, twist, cliffhanger }) => [hook, twist, cliffhanger]),
				...[...plan.scenes.values()].map(({ synopsis }) => synopsis),
				...[...plan.elements.values()].map(({ name }) => name),
				...[...plan.requests.values()].flatMap((request) =>
					[request.text, request.answerText, request.replaces].filter(Boolean)
				),
				...[...plan.requestNotes.values()].flatMap(({ why }) => why || [])
			];
			expect(told.filter((sentence) => !is(sentence))).toEqual([]);
		}
	});
});

describe('a US vertical', () => {
	it('has a minor on two days only, by daylight', () => {
		for (let seed = 1; seed <= 12; seed++) {
			const plan = demoPlan('C', seed, TODAY);
			const minor = [...plan.people.values()].find((person) => person.minor)!;
			const days = boardOf(plan).summaries.filter((one) => one.called.some(({ who }) => who === minor.id));
			expect(days).toHaveLength(2);
		}
	});

	it('has its own zone, money and rest, and no planning number', () => {
		const plan = demoPlan('C', 1, TODAY);
		expect(plan.production).toMatchObject({ zone: 'America/Los_Angeles', currency: 'USD', restMinutes: 720 });
		expect(needsPlanningNumber(plan)).toBe(false);
	});

	it('has a forced call on day 6: less than twelve hours after the wrap of day 5', () => {
		const { nights } = boardOf(demoPlan('C', 1, TODAY));
		expect(nights[4]?.toDate).toBe(TODAY);
		expect(nights[4]?.restMinutes).toBeLessThan(720);
	});
});

describe('a demo as documents', () => {
	const order = {
		which: 'B',
		seed: 1,
		today: TODAY,
		productionId: 'demo_production_000001',
		guestName: 'Guest'
	} as const;
	const demo = buildDemo(order);
	const opened = (kind: string): Y.Doc => {
		const doc = new Y.Doc();
		const found = demo.documents.find(({ name }) => name === `${order.productionId}.${kind}`);
		Y.applyUpdate(doc, found!.update);
		return doc;
	};

	it('holds the plan row by row as it was made', () => {
		const plan = readPlan(openPlan(opened('plan')))!;
		const made = demoPlan('B', 1, TODAY, { productionId: plan.production.id, guestName: 'Guest' });
		expect(plan.scenes).toEqual(made.scenes);
		expect(plan.strips).toEqual(made.strips);
		expect(plan.people).toEqual(made.people);
		const { paidDays, paidDaysOn, paidDaysBy } = plan.production;
		const { delays, extensions, settlements } = plan;
		expect(plan).toEqual({
			...made,
			...{ delays, extensions, settlements },
			production: { ...made.production, paidDays, paidDaysOn, paidDaysBy }
		});
		expect({ paidDays, paidDaysOn }).toEqual({ paidDays: 9, paidDaysOn: TODAY });
	});

	it('has every wrapped day settled: an hour of rain under events, another ending under the platform', () => {
		const plan = readPlan(openPlan(opened('plan')))!;
		const settled = settledDays(plan);
		const wrapped = [...plan.days.values()].filter(({ wrappedAt }) => wrappedAt !== null);
		expect(settled).toHaveLength(wrapped.length);
		expect(settled.every(({ stale }) => !stale)).toBe(true);
		for (const { overtime, to } of settled)
			expect(Object.values(to).reduce((sum, minutes) => sum + minutes, 0)).toBe(overtime);
		const inAll = settledInAll(settled);
		expect(inAll.events + lostToDelays(plan, TODAY)).toBeGreaterThan(0);
		expect(inAll.platform).toBeGreaterThan(0);
	});

	it.each([
		['A', 300_000, 6, 24_500],
		['B', 680_000, 9, 37_000],
		['C', 190_000, 8, 11_500]
	] as const)(
		'%s has the budget, days paid for and cost of a day of the field guide',
		(which, budget, days, cost) => {
			const { documents, productionId } = { ...buildDemo({ ...order, which }), ...order };
			const doc = (kind: string): Y.Doc => {
				const found = documents.find(({ name }) => name === `${productionId}.${kind}`);
				const made = new Y.Doc();
				Y.applyUpdate(made, found!.update);
				return made;
			};
			const money = openDocument(doc('money'), moneySchema).tables;
			expect([...money.budgets.rows().values()][0]?.total).toBe(budget * 100);
			expect(readPlan(openPlan(doc('plan')))?.production.paidDays).toBe(days);
			const deals = new Map(
				documents.flatMap(({ name, update }) => {
					if (!name.includes('.deal.')) return [];
					const one = new Y.Doc();
					Y.applyUpdate(one, update);
					return [...openDocument(one, dealSchema).tables.deals.rows()];
				})
			);
			const plan = readPlan(openPlan(doc('plan')))!;
			const shoot = shootLeft(plan, boardOf(plan), (id) => deals.get(id) ?? null, TODAY);
			const all = [...shoot.worked, ...shoot.planned];
			const lines = [...money.lines.rows().values()];
			const mean =
				all.reduce((sum, date) => sum + dayCost(lines, shoot.calledOn(date)).cents, 0) / all.length / 100;
			expect(Math.abs(mean - cost) / cost).toBeLessThan(0.03);
		}
	);

	it('binds the guest to the producer, by name', () => {
		const plan = readPlan(openPlan(opened('plan')))!;
		expect(plan.people.get(demo.personId)).toMatchObject({ name: 'Guest', department: 'production' });
		expect(plan.production.id).toBe(order.productionId);
	});

	it('tells viewers title and dates', () => {
		const guest = openGuest(opened('guest'));
		const row = [...guest.tables.productions.rows().values()][0];
		expect(row).toMatchObject({ title: demo.title });
		expect(productionOf(openPlan(opened('plan')))?.title).toBe(demo.title);
	});

	it('comes out byte for byte the same', () => {
		expect(buildDemo(order)).toEqual(demo);
	});
});

it('shows every name of a demo in one language in that language, and nothing else differs', () => {
	const order = {
		which: 'B',
		seed: 1,
		today: '2026-11-22',
		productionId: 'p'.repeat(22),
		guestName: ''
	} as const;
	const namesIn = (language?: 'en' | 'zh-Hans') => {
		const doc = new Y.Doc();
		for (const { update } of buildDemo({ ...order, language }).documents) Y.applyUpdate(doc, update);
		const { sets, characters, strips } = openPlan(doc).tables;
		return {
			names: [...sets.rows().values(), ...characters.rows().values()].map(({ name }) => name),
			strips: [...strips.rows().keys()]
		};
	};
	expect(namesIn('en').names.filter((name) => /\p{Script=Han}/u.test(name))).toEqual([]);
	expect(namesIn('zh-Hans').names.filter((name) => !/\p{Script=Han}/u.test(name))).toEqual([]);
	expect(namesIn('zh-Hans').strips).toEqual(namesIn().strips);
});

describe('hours of the demo', () => {
	const plan = demoPlan('B', 1, day('2026-11-26'));
	const [producerId, managerId] = [...plan.people.values()]
		.filter(({ job }) => /^Producer|manager/i.test(job))
		.map(({ id }) => id)
		.reverse();
	const all = demoHours(plan, day('2026-11-26'), 1, {
		producerId: producerId as PersonId,
		managerId: managerId as PersonId,
		language: 'en'
	});

	it('everybody who was called on a wrapped day logged it, and nobody a day to come', () => {
		expect(all).toHaveLength(plan.people.size);
		const dates = new Set(
			all.flatMap(({ hours }) => hours.flatMap((one) => (one.kind === 'entry' ? [one.date] : [])))
		);
		expect(Math.max(...[...dates].map((date) => Date.parse(date)))).toBeLessThan(Date.parse('2026-11-26'));
		expect(dates.size).toBe(4);
		expect(all.filter(({ hours }) => hours.length === 0).length).toBeLessThan(all.length / 4);
	});

	it('some were entered by others, one person disagrees, something was corrected, older days are approved', () => {
		const entries = all.flatMap(({ hours }) => hours);
		expect(entries.some((one) => one.kind === 'entry' && !one.self)).toBe(true);
		expect(entries.some((one) => one.kind === 'answer' && one.says === 'disagree')).toBe(true);
		expect(entries.some((one) => one.kind === 'entry' && one.supersedes.length > 0)).toBe(true);
		expect(all.some(({ decisions }) => decisions.some(({ says }) => says === 'approve'))).toBe(true);
		expect(all.every(({ personId, decisions }) => personId !== producerId || decisions.length === 0)).toBe(
			true
		);
	});
});
