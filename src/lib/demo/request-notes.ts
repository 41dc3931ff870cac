/** What was said of a demo's requests: who wrote them down, who agreed, who objected, what was answered. */
import { instantOf } from '../domain/calendar/zone.ts';
import type { RequestId, RequestNoteId } from '../domain/ids.ts';
import { requestNoteRecord, type Request, type RequestNote } from '../domain/launch/records.ts';
import { byId, newRow } from '../domain/schedule/new-rows.ts';
import type { Plan } from '../domain/schedule/plan.ts';
import type { Person } from '../domain/schedule/records.ts';
import type { Random } from './random.ts';

const AT = { written: 10 * 60, position: 14 * 60, answer: 18 * 60 } as const;

export function requestNotes(plan: Plan, random: Random): Plan['requestNotes'] {
	const found = (job: RegExp): Person | undefined =>
		[...plan.people.values()].find((person) => job.test(person.job));
	const [producer, director, manager] = [
		found(/^Producer/),
		found(/^Director/),
		found(/^Production manager/i)
	];
	return byId(
		[...plan.requests.values()].flatMap((request): RequestNote[] => {
			const day = request.askedOn;
			if (day === null) return [];
			const note = (
				by: Person | undefined,
				kind: keyof typeof AT,
				values: Partial<RequestNote> = {}
			): RequestNote[] =>
				by
					? [
							newRow(requestNoteRecord, random.makeId<RequestNoteId>(), {
								requestId: request.id,
								kind,
								by: by.name,
								at: instantOf(plan.production.zone, day, AT[kind]),
								...values
							})
						]
					: [];
			const position = (of: Person | undefined, values: Partial<RequestNote>): RequestNote[] =>
				note(of, 'position', of && { who: of.name, whoId: of.id, ...values });
			const written = note(manager ?? producer, 'written', { added: addedBy(request.id, plan) });
			return request.answer === 'open'
				? written
				: [
						...written,
						...position(director, {
							position: 'objected',
							why: 'The days are full: it is shot at night, on top of ten hours. · 日程已满：只能在十小时之外连夜拍。'
						}),
						...position(producer, { position: 'agreed' }),
						...note(producer, 'answer', answerOf(request))
					];
		})
	);
}

const answerOf = ({ answer, answerText, answeredOn }: Request): Partial<RequestNote> => ({
	answer,
	answerText,
	answeredOn,
	why: 'Without it the review doesn’t pass. · 不补就过不了审。'
});

const addedBy = (id: RequestId, { scenes }: Plan): string[] =>
	[...scenes.values()].flatMap(({ requestId, number }) => (requestId === id ? [number] : []));
