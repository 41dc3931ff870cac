/**
 * What the crew of a demo logged on the days that are wrapped: own entries, some made by the department's head, a
 * correction, a disagreement, approvals up to the day before yesterday, and everybody's deal.
 */
import { formatClock } from '../domain/calendar/clock.ts';
import { addDays, type DayKey } from '../domain/calendar/day-key.ts';
import { instantOf } from '../domain/calendar/zone.ts';
import { entryKey } from '../doc/entry-key.ts';
import { pinnedRules } from '../doc/pinned-rules.ts';
import type { Deal } from '../domain/hours/deal.ts';
import type { Decision, Logged, LoggedEntry } from '../domain/hours/log/logged.ts';
import type { PersonId } from '../domain/ids.ts';
import { callsOf } from '../domain/schedule/calls-of.ts';
import { boardOf } from '../domain/schedule/columns.ts';
import type { Plan } from '../domain/schedule/plan.ts';
import type { Person } from '../domain/schedule/records.ts';
import type { DemoLanguage } from './in-language.ts';
import { randomFrom, type Random } from './random.ts';

export type DemoHours = {
	readonly personId: PersonId;
	readonly hours: readonly Logged[];
	readonly decisions: readonly Decision[];
	readonly deal: Deal;
};

const steps = (minutes: number): number => Math.round(minutes / 5) * 5;

/** Who decides, who enters for others, and the language people write in. */
export type Roles = {
	readonly producerId: PersonId;
	readonly managerId: PersonId;
	readonly language: DemoLanguage;
};

const WORDS = {
	en: {
		later: 'wrapped 15 min later',
		objection: 'the truck left 40 min later',
		question: 'Was that the reshoot of the night scene?'
	},
	'zh-Hans': { later: '晚了15分钟收工', objection: '车晚走了40分钟', question: '是补拍那场夜戏吗？' }
} as const satisfies Record<DemoLanguage, Record<string, string>>;

/** Hours, decisions and deals of everybody in a demo's plan. The same arguments give the same entries. */
export function demoHours(
	plan: Plan,
	today: DayKey,
	seed: number,
	{ producerId, managerId, language }: Roles
): DemoHours[] {
	const random = randomFrom(seed * 131 + 7);
	const { summaries } = boardOf(plan);
	const words = WORDS[language];
	const producer = plan.people.get(producerId) ?? null;
	const manager = plan.people.get(managerId) ?? producer;
	return [...plan.people.values()].map((person, n) => {
		const calls = callsOf(summaries, person.id).filter(({ date }) => date < today);
		const hours: Logged[] = [];
		for (const call of calls) {
			const late = person.department === 'cast' ? 0 : steps(random.whole(0, 35));
			// Departments that load in come before the call, and drivers leave last.
			const early = ['lighting', 'camera', 'make-up', 'art'].includes(person.department)
				? steps(random.whole(5, 40))
				: 0;
			const byHead = manager !== null && person.id !== manager.id && n % 7 === 3;
			const said = {
				date: call.date,
				start: formatClock(call.callAt - early),
				end: formatClock(call.wrapAt + late),
				breaks: call.meals.map(({ from, to }) => ({
					start: formatClock(from),
					end: formatClock(to),
					paid: false,
					kind: 'meal' as const
				}))
			};
			const writtenAt = instantOf(plan.production.zone, call.date, call.wrapAt + late + 10);
			const writer = byHead && manager ? manager : person;
			const entry = entryOf(person, writer, said, writtenAt, random);
			hours.push(entry);
			// Somebody looked at the clock again the morning after.
			if (!byHead && random.next() < 0.05) {
				const end = formatClock(call.wrapAt + late + 15);
				hours.push({
					...entryOf(person, person, { ...said, end }, writtenAt + 36_000_000, random),
					supersedes: [entryKey(entry)],
					reason: words.later
				});
			}
		}
		const objection = n % 14 === 3 ? hours.find(({ self }) => !self) : undefined;
		if (objection) {
			hours.push({
				...baseOf(person, person, objection.at + 40_000_000, random),
				kind: 'answer',
				to: [entryKey(objection)],
				says: 'disagree',
				reason: words.objection
			});
		}
		return {
			personId: person.id,
			hours,
			decisions:
				producer && person.id !== producer.id
					? approvals(plan, person, producer, hours, today, words.question, random)
					: [],
			deal: dealOf(plan, person, random)
		};
	});
}

type Said = Pick<LoggedEntry, 'date' | 'start' | 'end' | 'breaks'>;

const userOf = (person: Person): string => `demo ${person.id}`;

const baseOf = (person: Person, writer: Person, at: number, random: Random) => ({
	id: random.makeId<string>(),
	person: person.id,
	by: userOf(writer),
	byName: writer.name,
	self: writer.id === person.id,
	station: null,
	at,
	zone: 'Asia/Shanghai',
	device: writer.id === person.id ? 'phone' : 'tablet'
});

const entryOf = (person: Person, writer: Person, said: Said, at: number, random: Random): LoggedEntry => ({
	...baseOf(person, writer, at, random),
	kind: 'entry',
	type: 'work',
	startFold: null,
	endFold: null,
	note: '',
	supersedes: [],
	reason: '',
	punches: [],
	...said
});

/** All up to the day before yesterday is approved; the oldest of a few has a question. */
function approvals(
	plan: Plan,
	person: Person,
	producer: Person,
	hours: readonly Logged[],
	today: DayKey,
	question: string,
	random: Random
): Decision[] {
	const gone = new Set(hours.flatMap((one) => ('supersedes' in one ? one.supersedes : [])));
	const counting = hours.filter(
		(one): one is LoggedEntry =>
			one.kind === 'entry' && !gone.has(entryKey(one)) && one.date < addDays(today, -1)
	);
	return counting.map((entry, n) => {
		const {
			self: _self,
			station: _station,
			...base
		} = baseOf(person, producer, entry.at + 60_000_000, random);
		const asks = n === counting.length - 1 && random.next() < 0.08;
		return {
			...base,
			device: 'laptop',
			kind: 'decision',
			says: asks ? 'query' : 'approve',
			date: entry.date,
			keys: [entryKey(entry)],
			after: [],
			text: asks ? question : '',
			on: null,
			rules: pinnedRules(plan, person, entry.date)
		};
	});
}

/** Day rates such crews are paid, in whole units (field guide 2.1 and 5): the least, and a step above it. */
const RATES = {
	CNY: { lead: 1500, cast: 420, direction: 600, crew: 300, step: 20 },
	USD: { lead: 350, cast: 170, direction: 320, crew: 180, step: 10 }
} as const;

/** A rate by department, as a package for the days of the shoot or by the day, in the smallest unit. */
function dealOf(plan: Plan, person: Person, random: Random): Deal {
	const isLead = [...plan.characters.values()].some(
		({ personId, kind }) => personId === person.id && kind === 'lead'
	);
	const {
		lead: leads,
		cast,
		direction,
		crew,
		step
	} = RATES[plan.production.currency === 'CNY' ? 'CNY' : 'USD'];
	const base = isLead
		? leads
		: person.department === 'cast'
			? cast
			: person.department === 'direction'
				? direction
				: crew;
	const day = (base + random.whole(0, 6) * step) * 100;
	const days = Math.max(1, plan.days.size);
	if (person.contractKind === 'day') {
		// Gaffers and grips charge for time past the agreed day; hardly anybody else on such a crew can.
		const paysOvertime = person.department === 'lighting';
		return { pay: 'day', amount: day, packageDays: null, paysOvertime };
	}
	return { pay: 'package', amount: day * days, packageDays: days, paysOvertime: false };
}
