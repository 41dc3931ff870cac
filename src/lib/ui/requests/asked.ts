/** What was asked, as it is typed: read, and judged field by field. */
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { RequestId } from '#lib/domain/ids.ts';
import { nextNumber, ringOf } from '#lib/domain/launch/requests/replaced.ts';
import type { Request } from '#lib/domain/launch/records.ts';
import { text } from '../text/index.svelte.ts';
import { whole } from './typed.ts';
import type { Asked, RequestShown } from './types.ts';

export type TypedAsked = {
	from: Request['from'];
	round: string;
	number: string;
	askedBy: string;
	text: string;
	replaces: string;
	replacesId: RequestId | '';
	askedOn: DayKey | null;
};

export const typedOf = (request: Request): TypedAsked => ({
	from: request.from,
	round: String(request.round),
	number: String(request.number),
	askedBy: request.askedBy,
	text: request.text,
	replaces: request.replaces,
	replacesId: request.replacesId ?? '',
	askedOn: request.askedOn
});

/** A new one: of the platform, in the last round that was asked in. */
export function blankAsked(requests: readonly RequestShown[], today: DayKey): TypedAsked {
	const rounds = requests.flatMap(({ request }) => (request.from === 'platform' ? [request.round] : []));
	return {
		from: 'platform',
		round: String(Math.max(1, ...rounds)),
		number: '',
		askedBy: '',
		text: '',
		replaces: '',
		replacesId: '',
		askedOn: today
	};
}

type Wrong = Readonly<Record<'round' | 'number' | 'text' | 'replacesId', string | null>>;

/** What is wrong with it, by field. @param id the request that is corrected; null: a new one */
export function wrongInAsked(
	asked: TypedAsked,
	id: RequestId | null,
	requests: readonly RequestShown[]
): Wrong {
	const words = text.requests.wrong;
	return {
		text: asked.text.trim() === '' ? words.text : null,
		round: whole(asked.round, 1, 99) === null ? words.round : null,
		number: id && whole(asked.number, 1, 999) === null ? words.number : null,
		replacesId: wrongReplaced(asked, id, requests)
	};
}

function wrongReplaced(
	{ replacesId }: TypedAsked,
	id: RequestId | null,
	requests: readonly RequestShown[]
): string | null {
	if (!replacesId || !id) return null;
	if (replacesId === id) return text.requests.wrong.itself;
	const own = requests.find(({ request }) => request.id === id)?.request;
	const rows = new Map(requests.map(({ request }) => [request.id, request]));
	if (own) rows.set(id, { ...own, replacesId });
	return ringOf(rows.get(id) as Request, rows) ? text.requests.wrong.ring : null;
}

/** The values, trimmed; a name that is taken gets the next number. Call it once nothing is wrong. */
export function valuesOf(
	asked: TypedAsked,
	id: RequestId | null,
	requests: readonly RequestShown[]
): Asked & { readonly number: number } {
	const round = Number(asked.round);
	const rows = new Map(
		requests.flatMap(({ request }) => (request.id === id ? [] : [[request.id, request] as const]))
	);
	const wanted = Number(asked.number);
	const taken = [...rows.values()].some(
		(one) => one.from === asked.from && one.round === round && one.number === wanted
	);
	return {
		from: asked.from,
		round,
		number: taken || !wanted ? nextNumber(rows, asked.from, round) : wanted,
		askedBy: asked.askedBy.trim(),
		text: asked.text.trim(),
		replaces: asked.replaces.trim(),
		replacesId: asked.replacesId || null,
		askedOn: asked.askedOn
	};
}
