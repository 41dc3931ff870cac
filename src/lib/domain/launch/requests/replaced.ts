import type { RequestId } from '../../ids.ts';
import type { Plan } from '../../schedule/plan.ts';
import type { Request } from '../records.ts';

/** Requests in the order they are listed: who asks, round, number; ties by id. */
export const requestsInOrder = (requests: Plan['requests']): Request[] =>
	[...requests.values()].sort(
		(a, b) =>
			SIDES.indexOf(a.from) - SIDES.indexOf(b.from) ||
			a.round - b.round ||
			a.number - b.number ||
			(a.id < b.id ? -1 : 1)
	);

const SIDES: readonly Request['from'][] = ['platform', 'regulator', 'us'];

/** Which later request took a request's place, by the earlier one. Of several the first in order. */
export function replacedBy(requests: Plan['requests']): ReadonlyMap<RequestId, Request> {
	const by = new Map<RequestId, Request>();
	for (const request of requestsInOrder(requests))
		if (request.replacesId && request.replacesId !== request.id && !by.has(request.replacesId))
			by.set(request.replacesId, request);
	return by;
}

/** The ring a request stands in by what it replaces, beginning with itself; null where there is none. */
export function ringOf(request: Request, requests: Plan['requests']): RequestId[] | null {
	const ring: RequestId[] = [];
	for (
		let at: Request | undefined = request;
		at;
		at = at.replacesId ? requests.get(at.replacesId) : undefined
	) {
		if (ring.includes(at.id)) return at.id === request.id ? ring : null;
		ring.push(at.id);
	}
	return null;
}

/** The next number of a side's round. */
export function nextNumber(requests: Plan['requests'], from: Request['from'], round: number): number {
	const taken = [...requests.values()].filter((one) => one.from === from && one.round === round);
	return Math.max(0, ...taken.map(({ number }) => number)) + 1;
}
