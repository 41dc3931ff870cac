/** The person as handed in → what the rules ask about them. */
import { parseClock } from '../calendar/clock.ts';
import type { Minutes } from '../calendar/duration.ts';
import { camelKeys, isJson, numberOr } from './json.ts';
import type { Json } from './types.ts';

export type Contract = {
	readonly pay: 'day' | 'month' | 'hour';
	readonly amounts: unknown;
	/** a single rate beside `pay`, where there are no `amounts` */
	readonly amount: unknown;
	readonly contractedMin: Minutes | null;
	readonly currency: string | null;
	/** a deal's own way of dividing a day rate */
	readonly method: string | null;
};

export type Person = {
	readonly id: string;
	readonly activity: string | null;
	readonly contract: Contract | null;
	readonly minor: { readonly latestWrap: Minutes | null; readonly onSet: Minutes | null } | null;
	/** whether an opt-out is signed, by the key a limit names (`opt_out_48`) */
	readonly hasOptedOut: (key: string) => boolean;
};

const text = (raw: unknown): string | null => (typeof raw === 'string' && raw !== '' ? raw : null);
const camel = (key: string): string =>
	key.replace(/_+([a-z0-9])/gi, (_all, next: string) => next.toUpperCase());

/** Reads a person in either spelling; a bare id is a person without a contract. */
export function readPerson(raw: unknown): Person {
	const person = (isJson(raw) ? camelKeys(raw) : { id: raw }) as Json;
	const contract = isJson(person.contract) ? person.contract : null;
	const own = { ...person, ...contract };
	return {
		id: text(person.id) ?? '',
		activity: text(own.activity),
		contract: contract && {
			pay: contract.pay === 'month' || contract.pay === 'hour' ? contract.pay : 'day',
			amounts: contract.amounts,
			amount: contract.amount ?? contract.rate ?? contract.dayRate ?? contract.monthRate ?? contract.hourRate,
			contractedMin: numberOr(contract.contractedMin, null),
			currency: text(contract.currency),
			method: text(contract.dayRateMethod)
		},
		minor: minorOf(isJson(person.minor) ? person.minor : own),
		hasOptedOut: (key) => (own as Json)[camel(key)] === true
	};
}

function minorOf(raw: Json): Person['minor'] {
	const wrap = text(raw.latestWrap);
	const latest = wrap === null ? null : parseClock(wrap);
	const hours = numberOr(raw.hoursOnSet, null);
	const onSet = numberOr(raw.minutesOnSet, hours === null ? null : Math.round(hours * 60));
	if (latest === null && onSet === null) return null;
	// A latest wrap of half past midnight is in the night after the call, not before it.
	return { latestWrap: latest !== null && latest < 360 ? latest + 1440 : latest, onSet };
}
