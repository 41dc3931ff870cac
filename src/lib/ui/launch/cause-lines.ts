import type { SettledTo } from '#lib/domain/launch/compression/settle.ts';
import type { Reckoned } from '#lib/domain/launch/compression/reckoner.ts';
import type { Cause } from '#lib/domain/launch/compression/types.ts';
import { tookOf } from '#lib/domain/launch/timeline/late-by.ts';
import type { Exact } from '#lib/domain/hours/exact.ts';
import { date, duration, list } from '../format.ts';
import { language, text } from '../text/index.svelte.ts';
import { requestName } from '../requests/words.ts';
import { inHours, taskName } from './names.ts';
import type { CausePart } from './parts.ts';
import type { LaunchView } from './types.ts';

const isCause = (one: SettledTo): one is Cause => one !== 'packing' && one !== 'work';
/** An exact fraction to one decimal: shares of days are told to a tenth. */
const tenths = ({ over, under }: Exact): number => Math.round((Number(over) * 10) / Number(under)) / 10;

/** What there is to say about one cause, a sentence a line: the share first, then where it comes from. */
export function causeLines(part: CausePart, view: LaunchView, reckoned: Reckoned): string[] {
	const words = text.launch;
	const { cause, hours, without } = part;
	if (!isCause(cause)) return [words.withoutSentence[cause](cause === 'work' ? hours : inHours(without))];
	const share = reckoned.result.shares.find((one) => one.cause === cause);
	const days = share ? tenths(share.daysShort) : 0;
	return [
		hours < 0 ? words.opened.saves(-hours) : words.opened.share(hours),
		without === 0 && hours !== 0 ? words.hidden : words.withoutSentence[cause](inHours(without)),
		...(days > 0 ? [words.opened.days(days, reckoned.result.daysShort)] : []),
		...origins(cause, view, reckoned)
	];
}

function origins(cause: Cause, view: LaunchView, { result, input, until }: Reckoned): string[] {
	const words = text.launch.opened;
	switch (cause) {
		case 'budget':
			return result.marketing && result.marketing.removed > 0
				? [words.marketing(result.marketing.days, inHours(result.marketing.removed))]
				: [];
		case 'launch':
			return until === null ? [] : [words.until(date(until, language.current))];
		case 'slower': {
			const { pace } = input;
			const took = lateTasks(view, 'producer');
			return [
				...(pace && pace.strips >= 3 && pace.estimated > 0
					? [text.launch.assumed.pace(Math.round((pace.actual * 100) / pace.estimated), pace.strips)]
					: []),
				...took
			];
		}
		case 'events':
			return input.lostMinutes ? [words.lost(duration(input.lostMinutes, language.current))] : [];
		default: {
			const asked = view.requests.filter(
				({ from, id }) => from === cause && view.scenes.some((one) => one.requestId === id && !one.omitted)
			);
			return [
				...(asked.length > 0 ? [words.asked(list(asked.map(requestName), language.current))] : []),
				...lateTasks(view, cause)
			];
		}
	}
}

/** Tasks of a party that took, or take, longer than they were planned for. */
function lateTasks(view: LaunchView, owner: 'producer' | 'platform' | 'regulator'): string[] {
	return view.timeline.tasks.flatMap((timed) => {
		const { task, state } = timed;
		if (task.owner !== owner || task.key === 'shoot' || state === 'ahead') return [];
		const { took, planned } = tookOf(timed, view.production.restWeekdays);
		return took > planned ? [text.launch.opened.took(taskName(task), took, planned)] : [];
	});
}
