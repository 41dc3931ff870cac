/** The demo productions as documents: what the server stores for a guest, and what tests open. */
import * as Y from 'yjs';
import { day } from '#lib/domain/calendar/day-key.ts';
import type { PersonId, ProductionId } from '#lib/domain/ids.ts';
import { documentName, type DocumentName } from '#lib/domain/people/permissions.ts';
import { tellGuests } from '#lib/doc/commands/tell-guests.ts';
import { writeGuest, writePlan } from '#lib/doc/commands/write-plan.ts';
import { writeMoney } from '#lib/doc/commands/write-money.ts';
import { writeDeal } from '#lib/doc/commands/write-deal.ts';
import { openDocument } from '#lib/doc/document.ts';
import { openDecisions, openHours } from '#lib/doc/hours-documents.ts';
import { openGuest, openPlan } from '#lib/doc/plan-document.ts';
import { dealSchema } from '#lib/doc/schema/deal.ts';
import { moneySchema } from '#lib/doc/schema/money.ts';
import { demoPlan, isProducer, type WhichDemo } from './demo-plan.ts';
import { moneyLineRecord, type MoneyLine } from '#lib/domain/money/records.ts';
import { newRow } from '#lib/domain/schedule/new-rows.ts';
import { paidDaysOf } from '#lib/domain/money/days-bought.ts';
import { shootLeft } from '#lib/domain/money/shoot-left.ts';
import type { MoneyParts } from '#lib/doc/commands/write-money.ts';
import { boardOf } from '#lib/domain/schedule/columns.ts';
import { demoHours } from './hours.ts';
import { inLanguage, inRow, type DemoLanguage } from './in-language.ts';
import { demoMoney } from './money.ts';
import { randomFrom } from './random.ts';
import { wrapDays } from './wraps.ts';

export { demoPlan, type WhichDemo } from './demo-plan.ts';
export { DEMO_LANGUAGES, type DemoLanguage } from './in-language.ts';

export type DemoOrder = {
	readonly which: WhichDemo;
	readonly seed: number;
	/** `YYYY-MM-DD` in the production's zone: the day whose strips are being shot */
	readonly today: string;
	readonly productionId: string;
	/** what the guest is called in the plan; empty: the producer keeps the name of the demo */
	readonly guestName: string;
	/** which of its two names everything gets; left out: both */
	readonly language?: DemoLanguage;
};

export type BuiltDemo = {
	readonly title: string;
	/** documents by name, each as one update */
	readonly documents: { readonly name: DocumentName; readonly update: Uint8Array }[];
	/** the person of the plan the guest is: the producer */
	readonly personId: PersonId;
	/** everybody of the plan: each has documents of their own */
	readonly people: readonly PersonId[];
};

/**
 * A demo production as documents. The same order gives the same bytes.
 * @throws RangeError when `today` is no day
 */
export function buildDemo(order: DemoOrder): BuiltDemo {
	const { which, seed, today, productionId, guestName, language } = order;
	const both = demoPlan(which, seed, day(today), { productionId: productionId as ProductionId, guestName });
	const named = language ? inLanguage(both, language) : both;
	const producer = [...both.people.values()].find(isProducer);
	if (!producer) throw new Error(`demo ${which} has no producer`);
	const manager = [...both.people.values()].find(({ job }) => /manager/i.test(job));
	// A client id of its own for each production: the server tells writers apart by it.
	const random = randomFrom(
		[...productionId].reduce((all, letter) => Math.imul(all, 31) + letter.charCodeAt(0), seed)
	);
	const write = (fill: (doc: Y.Doc) => void): Uint8Array => {
		const doc = new Y.Doc();
		doc.clientID = random.whole(1, 2 ** 31 - 1);
		fill(doc);
		const update = Y.encodeStateAsUpdate(doc);
		doc.destroy();
		return update;
	};
	const hours = demoHours(named, day(today), seed, {
		producerId: producer.id,
		managerId: manager?.id ?? producer.id,
		language: language ?? 'en'
	});
	const deals = new Map(hours.map(({ personId, deal }) => [personId, deal]));
	const shoot = shootLeft(named, boardOf(named), (id) => deals.get(id) ?? null, day(today));
	const money = moneyIn(demoMoney(which, named, shoot, day(today), seed), language);
	const told = {
		...named,
		production: {
			...named.production,
			paidDays: paidDaysOf(money.total, money.lines.map(lineOf), shoot),
			paidDaysOn: day(today),
			paidDaysBy: producer.name
		}
	};
	const wrappedBy = named.people.get(manager?.id ?? producer.id)?.name ?? '';
	const plan = wrapDays(told, randomFrom(seed * 53 + which.charCodeAt(0)), wrappedBy, wordsAtWrap(language));
	return {
		title: plan.production.title,
		personId: producer.id,
		people: [...plan.people.keys()],
		documents: [
			{
				name: documentName(productionId, 'plan'),
				update: write((doc) => writePlan(openPlan(doc), plan))
			},
			{
				name: documentName(productionId, 'guest'),
				update: write((doc) => {
					writeGuest(openGuest(doc), plan.production);
					tellGuests(openGuest(doc), plan, 0);
				})
			},
			{
				name: documentName(productionId, 'money'),
				update: write((doc) =>
					writeMoney(openDocument(doc, moneySchema), productionId as ProductionId, money)
				)
			},
			...hours.flatMap(({ personId, hours, decisions, deal }) => {
				const entries = (kind: 'hours' | 'decisions', add: (doc: Y.Doc) => void) => ({
					name: documentName(productionId, kind, personId),
					update: write(add)
				});
				return [
					...(hours.length > 0 ? [entries('hours', (doc) => openHours(doc).add('demo', hours))] : []),
					...(decisions.length > 0
						? [entries('decisions', (doc) => openDecisions(doc).add('demo', decisions))]
						: []),
					{
						name: documentName(productionId, 'deal', personId),
						update: write((doc) => writeDeal(openDocument(doc, dealSchema), personId, deal))
					}
				];
			})
		]
	};
}

/** What was noted at wrap, in one language or both. */
function wordsAtWrap(language: DemoLanguage | undefined): { rain: string; ending: string } {
	const both = {
		rain: 'Cloudburst before the meal · 放饭前下暴雨',
		ending: 'The platform wanted another ending · 平台方要求再拍一个结尾'
	};
	return language ? inRow(both, language) : both;
}

const lineOf = (line: MoneyParts['lines'][number]): MoneyLine => newRow(moneyLineRecord, line.id, line);

/** The names of lines and payments in one language; both where none is asked for. */
function moneyIn(money: MoneyParts, language: DemoLanguage | undefined): MoneyParts {
	if (!language) return money;
	return {
		...money,
		lines: money.lines.map((row) => inRow(row, language)),
		contract: inRow(money.contract, language),
		milestones: money.milestones.map((row) => inRow(row, language))
	};
}
