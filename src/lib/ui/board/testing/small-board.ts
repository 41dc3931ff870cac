import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { writePlan } from '#lib/doc/commands/write-plan.ts';
import { openPlan, type PlanDocument } from '#lib/doc/plan-document.ts';
import { day } from '#lib/domain/calendar/day-key.ts';
import type {
	CharacterId,
	LocationId,
	PersonId,
	ProductionId,
	SceneId,
	SetId,
	ShootDayId,
	StripId
} from '#lib/domain/ids.ts';
import { keysBetween } from '#lib/domain/order-key.ts';
import { byId, newRow } from '#lib/domain/schedule/new-rows.ts';
import {
	characterRecord,
	locationRecord,
	personRecord,
	productionRecord,
	sceneRecord,
	setRecord,
	shootDayRecord,
	stripRecord,
	type Scene,
	type Strip
} from '#lib/domain/schedule/records.ts';
import { LivePlan } from '#lib/live/plan.svelte.ts';
import { Presence } from '#lib/live/presence.svelte.ts';
import { boardActions } from '../../../../routes/p/[production]/board/board-actions.ts';
import { boardView } from '../../../../routes/p/[production]/board/board-view.svelte.ts';

const id = <I extends string>(name: string): I => name.padEnd(22, '0') as I;

/** Scenes of the small board by column; `2-1` is at another location, and each takes an hour. */
const COLUMNS: readonly { readonly date: string | null; readonly scenes: readonly string[] }[] = [
	{ date: '2026-11-12', scenes: ['1-1', '1-2', '2-1'] },
	{ date: '2026-11-13', scenes: ['3-1', '3-2', '3-3'] },
	{ date: '2026-11-14', scenes: ['4-1'] },
	{ date: null, scenes: ['5-1', '5-2'] }
];

export type SmallBoard = {
	/** this device's document, and a colleague's that is synced by hand */
	readonly mine: PlanDocument;
	readonly theirs: PlanDocument;
	readonly live: LivePlan;
	readonly view: ReturnType<typeof boardView>;
	readonly actions: ReturnType<typeof boardActions>;
	readonly awareness: Awareness;
	/** what the colleague did arrives here */
	sync(): void;
	/** scene numbers on a shoot day (1 …) or, with 0, in the boneyard, as the document has them */
	on(dayNumber: number): string[];
	strip(number: string): StripId;
	scene(number: string): SceneId;
	day(number: number): ShootDayId;
};

/** Three shoot days and a boneyard, with five of crew and two of cast, in two documents that share a past. */
export function smallBoard(empty: 'no' | 'no-days' | 'all' = 'no'): SmallBoard {
	const scenes: Scene[] = [];
	const strips: Strip[] = [];
	const orders = keysBetween(null, null, 12);
	for (const [at, column] of COLUMNS.entries())
		for (const number of column.scenes) {
			const sceneId = id<SceneId>(`scene-${number}`);
			scenes.push(
				newRow(sceneRecord, sceneId, {
					number,
					order: orders[scenes.length] as string,
					intExt: number.startsWith('3') ? 'ext' : 'int',
					time: number.startsWith('4') ? 'night' : 'day',
					setId: id<SetId>(number === '2-1' ? 'set-lobby' : 'set-salon'),
					eighths: 3,
					castIds: [id<CharacterId>('character-wan')],
					estimateMinutes: 60,
					synopsis: `What happens in ${number}`
				})
			);
			strips.push(
				newRow(stripRecord, id<StripId>(`strip-${number}`), {
					sceneId,
					place: {
						dayId: column.date === null || empty === 'no-days' ? null : id<ShootDayId>(`day-${at + 1}`),
						order: orders[strips.length] as string
					}
				})
			);
		}
	const days = COLUMNS.flatMap(({ date }, at) =>
		date === null ? [] : [newRow(shootDayRecord, id<ShootDayId>(`day-${at + 1}`), { date: day(date) })]
	);
	const crew = ['Zhao Lei', 'Li Na', 'Wang Bo', 'Chen Yu', 'Sun Hao'].map((name, n) =>
		newRow(personRecord, id<PersonId>(`person-${n}`), { name, department: 'camera' })
	);
	const theirs = openPlan(new Y.Doc());
	writePlan(theirs, {
		production: newRow(productionRecord, id<ProductionId>('production'), {
			title: 'Harbour Revenge',
			shootsOn: day('2026-11-12')
		}),
		...(empty === 'all'
			? {}
			: {
					scenes: byId(scenes),
					strips: byId(strips),
					...(empty === 'no-days' ? {} : { days: byId(days) }),
					people: byId(crew),
					locations: byId([
						newRow(locationRecord, id<LocationId>('at-villa'), { name: 'Villa' }),
						newRow(locationRecord, id<LocationId>('at-hotel'), { name: 'Hotel' })
					]),
					sets: byId([
						newRow(setRecord, id<SetId>('set-salon'), {
							name: 'Villa salon',
							locationId: id<LocationId>('at-villa')
						}),
						newRow(setRecord, id<SetId>('set-lobby'), {
							name: 'Lobby',
							locationId: id<LocationId>('at-hotel')
						})
					]),
					characters: byId([
						newRow(characterRecord, id<CharacterId>('character-wan'), { name: 'Lin Wan', boardNumber: 1 }),
						newRow(characterRecord, id<CharacterId>('character-gu'), { name: 'Gu Chen', boardNumber: 2 })
					])
				})
	});
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs.doc), 'remote');
	const live = new LivePlan(doc);
	const awareness = new Awareness(doc);
	const mine = live.document;
	return {
		mine,
		theirs,
		live,
		awareness,
		view: boardView(live, new Presence(awareness)),
		actions: boardActions(live),
		sync: () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs.doc, Y.encodeStateVector(doc)), 'remote'),
		on: (dayNumber) =>
			live.places
				.on(dayNumber === 0 ? null : id<ShootDayId>(`day-${dayNumber}`))
				.map(
					(stripId) => mine.tables.scenes.get(mine.tables.strips.get(stripId)?.sceneId ?? '')?.number ?? ''
				),
		strip: (number) => id(`strip-${number}`),
		scene: (number) => id(`scene-${number}`),
		day: (number) => id(`day-${number}`)
	};
}

/** Somebody else has these strips selected. */
export function visit(board: SmallBoard, name: string, strips: readonly string[]): void {
	board.awareness.states.set(77, {
		user: { id: name, name, role: 'planner' },
		at: strips.map((number) => board.strip(number))
	});
	board.awareness.emit('change', [{ added: [77], updated: [], removed: [] }, 'remote']);
}
