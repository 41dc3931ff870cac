import type { DayKey } from '../../calendar/day-key.ts';
import type { Finding } from '../../finding.ts';
import type { Plan } from '../../schedule/plan.ts';
import type { Request } from '../records.ts';
import { replacedBy, requestsInOrder, ringOf } from './replaced.ts';
import { standingOf } from './standing.ts';
import { turnRequest } from './turn.ts';
import { worksOf, type RequestsPlan } from './work.ts';

/** What is wrong with requests as they stand (RULES.md R1–R9), worst first within each request. */
export function requestFindings(plan: RequestsPlan & Pick<Plan, 'requestNotes'>, today: DayKey): Finding[] {
	const works = worksOf(plan);
	const later = replacedBy(plan.requests);
	const names = new Map<string, Request>();
	const notes = [...plan.requestNotes.values()];
	return requestsInOrder(plan.requests).flatMap((request) => {
		const { id, replacesId, answer, askedOn, answeredOn } = request;
		const found: Finding[] = [];
		const add = (
			rule: string,
			severity: Finding['severity'],
			about: Record<string, string> = {},
			figures: Record<string, number> = {}
		): void => void found.push({ rule, severity, about: { requestId: id, ...about }, figures });
		const standing = standingOf(request, notes);

		if (standing.isDisputed) add('R1', 'bad');
		for (const { isDisputed, who } of standing.positions) if (isDisputed) add('R2', 'warn', { who });
		if (replacesId === id || (replacesId && !plan.requests.has(replacesId))) add('R3', 'warn');
		else if (ringOf(request, plan.requests)) add('R4', 'warn', { otherId: replacesId ?? id });

		const turned = turnRequest(plan, id, answer === 'refused' ? 'out' : 'in', 0).scenes.size;
		if (turned > 0) add(answer === 'refused' ? 'R5' : 'R6', 'bad', {}, { scenes: turned });
		const { scenes = [], minutes = 0 } = works.get(id) ?? {};
		const gone = scenes.filter(({ state }) => state === 'gone').length;
		if (gone > 0) add('R7', 'warn', {}, { scenes: gone });

		const name = `${request.from} ${request.round} ${request.number}`;
		const same = names.get(name);
		if (same) add('R8', 'warn', { otherId: same.id });
		else names.set(name, request);

		if (askedOn && answeredOn && answeredOn < askedOn) add('R9', 'warn', { reason: 'answered-before' });
		else if (askedOn && askedOn > today) add('R9', 'warn', { reason: 'asked-ahead' });
		else if (answeredOn && answeredOn > today) add('R9', 'warn', { reason: 'answered-ahead' });

		const by = later.get(id);
		if (by && answer !== 'refused' && minutes > 0)
			add(
				'R10',
				'warn',
				{ otherId: by.id },
				{ scenes: scenes.filter(({ state }) => state === 'left').length }
			);
		return found;
	});
}
