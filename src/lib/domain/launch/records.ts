/** The records of the plan that say what reviews ask and decide. */
import { readDay, type DayKey } from '../calendar/day-key.ts';
import type { GateId, RequestId } from '../ids.ts';
import { choice, record, shaped, text, whole, type RowOf } from '../record.ts';

const dayField = shaped<DayKey | null>(readDay, null);

/** A review that must pass. */
export const gateRecord = record<GateId>()('gate', {
	kind: choice(['planning', 'rating', 'platform-review', 'completion-review', 'licence'], 'platform-review'),
	owner: choice(['platform', 'regulator'], 'platform'),
	round: whole(1, 1),
	plannedOn: shaped<DayKey | null>(readDay, null),
	decidedOn: dayField,
	/** the number a decision came with: planning filing, licence */
	number: text(),
	status: choice(['open', 'approved', 'changes-asked', 'rejected'], 'open')
});

/** What a platform or a regulator asked to change. */
export const requestRecord = record<RequestId>()('request', {
	from: choice(['platform', 'regulator', 'us'], 'platform'),
	round: whole(1, 1),
	number: whole(1, 1),
	text: text(),
	askedOn: dayField,
	answer: choice(['open', 'accepted', 'negotiated', 'refused'], 'open')
});

export type Gate = RowOf<typeof gateRecord>;
export type Request = RowOf<typeof requestRecord>;
