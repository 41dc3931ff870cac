import { ruleChangeRecord } from '#lib/domain/hours/own-rules/record.ts';
import { delayRecord, extensionRecord, settlementRecord } from '#lib/domain/launch/wrap/records.ts';
import {
	gateRecord,
	requestNoteRecord,
	requestRecord,
	taskLinkRecord,
	taskRecord
} from '#lib/domain/launch/records.ts';
import {
	availabilityRecord,
	characterRecord,
	elementRecord,
	episodeRecord,
	importRecord,
	locationRecord,
	personRecord,
	productionRecord,
	sceneChangeRecord,
	sceneRecord,
	setRecord,
	shootDayRecord,
	stripRecord
} from '#lib/domain/schedule/records.ts';

/**
 * The plan of a production: which records it holds, under which root key. Keys are never used again for
 * something else; a key that goes out of use moves to `retired`. `format` grows only when an older client could
 * destroy what a newer one wrote: such a client then opens the document read-only.
 */
export const planSchema = {
	kind: 'plan',
	format: 1,
	records: {
		productions: productionRecord,
		episodes: episodeRecord,
		scenes: sceneRecord,
		strips: stripRecord,
		days: shootDayRecord,
		characters: characterRecord,
		people: personRecord,
		sets: setRecord,
		locations: locationRecord,
		gates: gateRecord,
		requests: requestRecord,
		requestNotes: requestNoteRecord,
		elements: elementRecord,
		availability: availabilityRecord,
		tasks: taskRecord,
		taskLinks: taskLinkRecord,
		imports: importRecord,
		sceneChanges: sceneChangeRecord,
		ruleChanges: ruleChangeRecord,
		delays: delayRecord,
		extensions: extensionRecord,
		settlements: settlementRecord
	},
	retired: [] as readonly string[]
} as const;

export type PlanRecords = typeof planSchema.records;
export type PlanTable = keyof PlanRecords;
