/** A settlement in sentences. */
import type { SettledBasis, SettledPart, Settlement } from '#lib/domain/launch/wrap/records.ts';
import { CAUSES } from '#lib/domain/launch/compression/types.ts';
import { clock, date, duration } from '../../format.ts';
import { language, text } from '../../text/index.svelte.ts';

const long = (minutes: number): string => duration(minutes, language.current);

/** What an extension or a delay took: "Until 21:15 for the platform (Ms Gao): 2 h. Another ending." */
export function partWords({ kind, cause, minutes, untilAt, askedBy, why }: SettledPart): string {
	const words = text.wrap;
	return kind === 'delay'
		? words.delayPart(long(minutes), clock(untilAt))
		: words.extensionPart(clock(untilAt), text.launch.cause[cause], long(minutes), askedBy, why);
}

/** What was assumed at that day's call, so that it can be put on the table. */
export function assumptions(settlement: Settlement, basis: SettledBasis): string[] {
	const words = text.wrap.assumed;
	const shares = CAUSES.filter((cause) => basis.shares[cause] > 0).map(
		(cause) => `${text.launch.cause[cause]} ${long(basis.shares[cause])}`
	);
	return [
		words.calls(basis.people),
		words.planned(clock(basis.callAt), clock(basis.plannedWrapAt)),
		words.work(long(basis.workLeft), basis.daysNeeded, basis.daysAllowed),
		basis.paidDays === null
			? words.noBudget
			: words.paid(basis.paidDays, basis.paidDaysOn ? date(basis.paidDaysOn, language.current) : ''),
		basis.launchesOn ? words.launch(date(basis.launchesOn, language.current)) : words.noLaunch,
		shares.length > 0 ? words.shares(shares) : words.noShares,
		...(settlement.lostMinutes > 0 ? [words.lost(long(settlement.lostMinutes))] : []),
		words.rules(basis.ruleSet)
	];
}
