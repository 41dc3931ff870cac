/** What was written down when the demo's days were wrapped: an hour of rain, somebody who asked to go on, settlements. */
import { readDayNumber } from '#lib/domain/calendar/day-number.ts';
import { zoneClock } from '#lib/domain/calendar/zone-clock.ts';
import type { DelayId, ExtensionId, SettlementId } from '#lib/domain/ids.ts';
import { delayRecord, extensionRecord, settlementRecord } from '#lib/domain/launch/wrap/records.ts';
import { settleWrap } from '#lib/domain/launch/wrap/settle-wrap.ts';
import { byDate } from '#lib/domain/schedule/columns.ts';
import { byId, newRow } from '#lib/domain/schedule/new-rows.ts';
import type { Plan } from '#lib/domain/schedule/plan.ts';
import type { ShootDay } from '#lib/domain/schedule/records.ts';
import type { Random } from './random.ts';

const RAIN_MINUTES = 60;

/**
 * The days that are over, settled one after another by whoever wrapped them. On the day before the last it rained; on the
 * last the platform asked for another ending.
 *
 * @param by who wrapped them
 * @param notes what was noted about the rain and about the ending, in the demo's language
 */
export function wrapDays(
	plan: Plan,
	random: Random,
	by: string,
	notes: { readonly rain: string; readonly ending: string }
): Plan {
	const over = [...plan.days.values()]
		.filter(({ wrappedAt, date }) => wrappedAt !== null && date !== null)
		.sort(byDate);
	const clock = zoneClock(plan.production.zone);
	const atWrap = ({ date, wrappedAt }: ShootDay): number =>
		clock.instantOf(readDayNumber(date!)! * 1440 + wrappedAt!).at * 60_000;
	const [rainy, last] = [over.at(-2), over.at(-1)];
	const delays = rainy
		? [
				newRow(delayRecord, random.makeId<DelayId>(), {
					...{ dayId: rainy.id, cause: 'weather', minutes: RAIN_MINUTES, note: notes.rain },
					...{ by, at: atWrap(rainy) }
				})
			]
		: [];
	const extensions = last
		? [
				newRow(extensionRecord, random.makeId<ExtensionId>(), {
					...{ dayId: last.id, untilAt: last.wrappedAt!, from: 'platform', why: notes.ending },
					...{ by, at: atWrap(last) }
				})
			]
		: [];
	let settled: Plan = { ...plan, delays: byId(delays), extensions: byId(extensions) };
	for (const one of over) {
		const result = settleWrap(settled, one.id);
		if (!result) continue;
		const row = newRow(settlementRecord, random.makeId<SettlementId>(), {
			...{ dayId: one.id, ...result, by, at: atWrap(one) }
		});
		settled = { ...settled, settlements: new Map([...settled.settlements, [row.id, row]]) };
	}
	return settled;
}
