/**
 * The rules of hours that hold for somebody on a day: the rule set followed, the version of it that was in force, what
 * the production changed in it, and the calendar. Everything that judges hours or plans asks here.
 */
import { readDay, type DayKey } from '../../calendar/day-key.ts';
import type { Person, Production } from '../../schedule/records.ts';
import { camelKeys, deepMerge, isJson } from '../json.ts';
import { isPresetId, PRESET_LIST, ruleSetOn, type PresetId } from '../presets/index.ts';
import { byCommission } from '../rule-set-of.ts';
import { baseOf, readRuleSet, withDays, type Rules } from '../rule-set.ts';
import type { Json } from '../types.ts';
import { isWithin, numbersOf, withNumber } from './numbers.ts';
import { dayNamed, isDayKind } from './own-days.ts';
import type { RuleChange, RuleChanges } from './record.ts';
import { safeOverrides } from './safe-overrides.ts';

/** Where the rules of a production stand: its own row and what was changed since. A whole plan is one. */
export type RuleSource = {
	readonly production: Pick<Production, 'ruleSet' | 'commission' | 'ruleSetOverrides'>;
	readonly ruleChanges: RuleChanges;
};

/** Whose rules are asked for; null: the production's own. */
export type Followed = Pick<Person, 'id' | 'ruleSet'> | null;

/** Rules and the first work day they hold for; null: from the beginning. */
export type RulesFrom = {
	readonly from: DayKey | null;
	readonly id: PresetId;
	readonly rules: Rules;
	/** the same as JSON, for showing and for pinning */
	readonly set: Json;
	/** what was changed of the preset, by name; empty where nothing was */
	readonly changed: Readonly<Record<string, string | number>>;
};

/** Changes in force on a day, the last made of each thing: of two made at once the one with the greater id. */
function inForce(changes: Iterable<RuleChange>, on: DayKey | null): Map<string, RuleChange> {
	const last = new Map<string, RuleChange>();
	for (const change of changes) {
		if (change.from !== null && (on === null || change.from > on)) continue;
		const key = `${change.personId ?? ''} ${change.ruleSet} ${change.what}`;
		const other = last.get(key);
		if (!other || other.at < change.at || (other.at === change.at && other.id < change.id))
			last.set(key, change);
	}
	return last;
}

/** The rule set somebody follows on a day: the own, else the production's, else that of its commission. */
function followedOn(source: RuleSource, person: Followed, changes: Map<string, RuleChange>): PresetId {
	const own = person && (changes.get(`${person.id}  set`)?.value ?? person.ruleSet);
	const whole = changes.get('  set')?.value ?? source.production.ruleSet;
	for (const id of [own, whole]) if (isPresetId(id)) return id;
	return byCommission(source.production.commission);
}

const WEEKDAYS = /^((MON|TUE|WED|THU|FRI|SAT|SUN)(,|$))*$/;
/** Weekdays of rest as a change holds them: `SAT,SUN`; empty for none. Null for anything else. */
export const readWeekdays = (raw: unknown): string[] | null =>
	typeof raw === 'string' && WEEKDAYS.test(raw) ? raw.split(',').filter(Boolean) : null;

/** Why a change can't hold; null: it can. */
export type Trouble = 'unknown-set' | 'unknown-number' | 'out-of-bounds' | 'not-a-day' | 'unreadable';

/** What keeps a change from holding, whatever the day: the rule set's own value stands where one is. */
export function troubleOf({ what, value, ruleSet }: RuleChange): Trouble | null {
	if (what === 'set') return value === null || value === '' || isPresetId(value) ? null : 'unknown-set';
	if (what.startsWith('day'))
		return dayNamed(what) === null ? 'not-a-day' : value === null || isDayKind(value) ? null : 'unreadable';
	if (what === 'known-until') return value === null || readDay(value) ? null : 'not-a-day';
	if (!isPresetId(ruleSet)) return 'unknown-set';
	if (what === 'rest-weekdays') return value === null || readWeekdays(value) ? null : 'unreadable';
	const number = numbersOf(baseOf(ruleSet)).find(({ name }) => name === what);
	if (!number) return 'unknown-number';
	return value === null || isWithin(number, value) ? null : 'out-of-bounds';
}

/** The version of a preset in force on a day; the oldest on file before that. */
function presetOn(id: PresetId, on: DayKey | null): Json {
	const versions = PRESET_LIST.filter((one) => one.id === id);
	const oldest = versions.reduce((a, b) => (a.effective_from <= b.effective_from ? a : b));
	return baseOf((on && ruleSetOn(versions, on)) ?? oldest);
}

/** The rules as they hold for somebody from a day on. */
function rulesOn(source: RuleSource, person: Followed, on: DayKey | null): RulesFrom {
	const all = inForce(source.ruleChanges.values(), on);
	const id = followedOn(source, person, all);
	const preset = presetOn(id, on);
	const changed: Record<string, string | number> = {};
	let set = preset;
	const brought = source.production.ruleSetOverrides;
	if (brought && id === followedOn(source, null, all)) {
		const { taken } = safeOverrides(preset, camelKeys(brought) as Json);
		if (Object.keys(taken).length > 0) changed.overrides = JSON.stringify(taken);
		set = deepMerge(set, taken);
	}
	const days: Record<string, string[] | string> = {};
	const put = (what: string, value: string | number): void => {
		changed[what] = value;
	};
	for (const change of [...all.values()].sort((a, b) => (a.what < b.what ? -1 : 1))) {
		const { what, value, personId, ruleSet } = change;
		if (personId !== null || what === 'set' || value === null || troubleOf(change)) continue;
		const date = dayNamed(what);
		if (date) {
			((days[String(value)] ??= []) as string[]).push(date);
			put(what, value);
		} else if (what === 'known-until') {
			days.knownUntil = String(value);
			put(what, value);
		} else if (ruleSet === id && what === 'rest-weekdays') {
			set = { ...set, restWeekdays: readWeekdays(value) };
			put(what, value);
		} else if (ruleSet === id) {
			// The number is looked up in what holds by now: overrides from a file may have other limits.
			const number = numbersOf(set).find(({ name }) => name === what);
			if (!number) continue;
			set = withNumber(set, number.path, Number(value));
			put(what, value);
		}
	}
	if (Object.keys(days).length > 0) set = withDays(set, days);
	if (Object.keys(changed).length === 0)
		return { from: on, id, set, changed, rules: readRuleSet(same(preset, id)) };
	const rules = readRuleSet(set);
	return { from: on, id, set, changed, rules: { ...rules, version: `${rules.version}+${mark(changed)}` } };
}

/** Tells rules with other changes apart, in eight letters (FNV-1a): on a pay list, and wherever a result is kept. */
function mark(changed: RulesFrom['changed']): string {
	let hash = 0x811c9dc5;
	for (const letter of JSON.stringify(changed)) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
	return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The preset's id where that is the same rules, so that they are made ready once for everybody. */
const same = (preset: Json, id: PresetId): Json | string =>
	preset.version === baseOf(id).version ? id : preset;

type Dated = (typeof PRESET_LIST)[number];
const isEarlierOf = (a: Dated, b: Dated): boolean => a.id === b.id && a.effective_from < b.effective_from;

/** Days on which something begins to hold, the beginning first. */
function turnsOf({ ruleChanges }: RuleSource): (DayKey | null)[] {
	// Where a preset's next version comes into force, the rules turn as well.
	const days = new Set(
		PRESET_LIST.filter((one) => PRESET_LIST.some((other) => isEarlierOf(other, one))).map(
			({ effective_from }) => effective_from as DayKey
		)
	);
	for (const { from } of ruleChanges.values()) if (from) days.add(from);
	return [null, ...[...days].sort()];
}

const known = new WeakMap<
	RuleChanges,
	WeakMap<RuleSource['production'], Map<string, readonly RulesFrom[]>>
>();

/**
 * The rules that hold for somebody, in order of the days they hold from; always at least one. Reckoned once for all
 * who follow the same, and the same object until the production or a change does.
 */
export function datedRules(source: RuleSource, person: Followed): readonly RulesFrom[] {
	let ofProduction = known.get(source.ruleChanges);
	if (!ofProduction) known.set(source.ruleChanges, (ofProduction = new WeakMap()));
	let byPerson = ofProduction.get(source.production);
	if (!byPerson) ofProduction.set(source.production, (byPerson = new Map()));
	const hasOwn = person && [...source.ruleChanges.values()].some(({ personId }) => personId === person.id);
	const key = hasOwn ? `of ${person.id}` : `as ${person?.ruleSet ?? ''}`;
	let dated = byPerson.get(key);
	if (!dated) byPerson.set(key, (dated = reckon(source, person)));
	return dated;
}

function reckon(source: RuleSource, person: Followed): RulesFrom[] {
	const dated: RulesFrom[] = [];
	let last = '';
	for (const on of turnsOf(source)) {
		const next = rulesOn(source, person, on);
		const says = JSON.stringify([next.id, next.set.version, next.changed]);
		if (says === last) continue;
		last = says;
		dated.push(next);
	}
	return dated;
}

/** The rules that hold for somebody on a day. */
export const rulesFor = (source: RuleSource, person: Followed, on: DayKey): RulesFrom => {
	const dated = datedRules(source, person);
	return dated.findLast(({ from }) => from === null || from <= on) ?? dated[0]!;
};

/** Something of the rules that can't hold: whose, what, and why. `change` is null for what a file brought. */
export type RuleTrouble = {
	readonly change: RuleChange | null;
	readonly person: Followed;
	readonly what: string;
	readonly why: Trouble;
};

/** Everything that was changed and can't hold, so that it can be said; the rule set's own stands in its place. */
export function troublesOf(source: RuleSource, people: Iterable<NonNullable<Followed>>): RuleTrouble[] {
	const { production, ruleChanges } = source;
	const troubles: RuleTrouble[] = [];
	const say = (
		what: string,
		why: Trouble | null,
		change: RuleChange | null = null,
		person: Followed = null
	) => {
		if (why) troubles.push({ change, person, what, why });
	};
	if (production.ruleSet !== '' && !isPresetId(production.ruleSet)) say('set', 'unknown-set');
	const followed = datedRules(source, null)[0]!.id;
	const brought = production.ruleSetOverrides;
	if (isJson(brought))
		for (const path of safeOverrides(baseOf(followed), camelKeys(brought) as Json).left)
			say(path, 'unreadable');
	for (const person of people)
		if (person.ruleSet !== '' && !isPresetId(person.ruleSet)) say('set', 'unknown-set', null, person);
	for (const change of ruleChanges.values()) say(change.what, troubleOf(change), change);
	return troubles;
}
