import { counted } from '../plural.ts';

const count = counted('en');
const days = (n: number): string => count(n, 'day', 'days');

/** How a shoot day went, and whose its overtime is. */
export const wrap = {
	title: 'How the day went',
	planned: (call: string, wrap: string) => `Planned ${call}–${wrap}.`,
	wrapped: (at: string, by: string, late: boolean) =>
		by === ''
			? `Wrapped at ${at}, as planned.`
			: `Wrapped at ${at}, ${by} ${late ? 'later' : 'earlier'} than planned.`,
	times: 'From call to wrap',
	call: 'Call',
	firstShot: 'First shot',
	wrap: 'Wrap',
	nextDay: 'the next morning',
	doWrap: 'Wrap the day',
	correct: 'Correct the wrap',
	unwrap: 'Take the wrap back',
	whyCorrected: 'Why is it corrected?',
	noDate: 'This day has no date yet. Give it one, then it can be wrapped.',
	stillToCome: 'This day is still to come.',
	callMissing: 'When was the crew called? Write a time such as 07:00.',
	wrapMissing: 'When did the last person go home? Write a time such as 21:30.',
	wrapBeforeCall: 'The day would end before it began.',
	firstShotOutside: 'The first shot lies between call and wrap.',
	did: {
		wrap: 'Wrapped the day and settled its overtime',
		correct: 'Corrected the wrap and settled it again',
		unwrap: 'Took the wrap back',
		addDelay: 'Delay written down',
		removeDelay: 'Delay put away',
		addExtension: 'Extension written down',
		removeExtension: 'Extension put away'
	},

	settled: 'Whose the overtime is',
	stale: 'The day was changed after it was settled. Correct the wrap once more to settle it anew.',
	noOvertime: 'Nobody worked overtime by the rules.',
	cause: 'Cause',
	hours: 'Overtime of everyone',
	together: 'Together',
	settledBy: (by: string, when: string) => `Settled by ${by || 'somebody'}, ${when}.`,
	delayPart: (long: string, until: string) => `${long} of it made up for delays, until ${until}: events.`,
	extensionPart: (until: string, cause: string, long: string, by: string, why: string) =>
		`Until ${until}${by ? `, asked by ${by}` : ''}: ${long}, ${cause}.${why ? ` ${why}` : ''}`,
	assumptions: 'Under these assumptions',
	assumed: {
		calls: (n: number) =>
			`Hours of the ${count(n, 'person', 'people')} called, from call to wrap as written here; what each logs may differ.`,
		planned: (call: string, wrap: string) =>
			`At its call the day was planned ${call}–${wrap}, with the scenes that lie on it now.`,
		work: (work: string, needed: number, allowed: number) =>
			`${work} of shooting were left at the call: ${days(needed)} needed, ${allowed} allowed.`,
		paid: (n: number, on: string) =>
			`The budget pays for ${days(n)} of shooting${on ? `, as reckoned on ${on}` : ''}.`,
		noBudget: 'No budget was known, so every day counted as paid for.',
		launch: (on: string) => `The launch was promised for ${on}.`,
		noLaunch: 'No launch was promised.',
		shares: (parts: readonly string[]) => `Shares at that day’s call: ${parts.join(', ')}.`,
		noShares: 'No cause had a share at that day’s call: what nobody asked for is in the work itself.',
		lost: (long: string) =>
			`${long} of the delays weren’t made up for: they count as events in the work left.`,
		rules: (rules: string) => `Rule set ${rules}.`
	},

	delaysTitle: 'Delays',
	noDelays: 'None written down.',
	delayCause: 'What happened',
	delays: {
		weather: 'Weather',
		illness: 'Illness',
		breakdown: 'Breakdown',
		location: 'Location',
		'late-cast': 'Late cast',
		other: 'Something else'
	},
	minutesLost: 'Minutes lost',
	minutesWrong: 'Write minutes, such as 90, or a length such as 1:30.',
	note: 'Note',
	addDelay: 'Add the delay',
	removeDelay: 'Put this delay away',

	extensionsTitle: 'Who asked to go on',
	noExtensions: 'Nobody asked to go on past the plan.',
	until: 'Until',
	untilMissing: 'Until when? Write a time such as 22:00.',
	whoAsked: 'Who asked',
	askers: { us: 'We ourselves', platform: 'The platform', regulator: 'The regulator' },
	askedBy: 'Name of who asked',
	whatFor: 'What for',
	ownCauses: {
		slower: 'Work took longer than estimated',
		events: 'To make up for weather, illness, a breakdown',
		budget: 'To save paying for another day',
		launch: 'To keep the launch date'
	},
	why: 'Why',
	addExtension: 'Add the extension',
	removeExtension: 'Put this extension away',
	extensionLine: (until: string, who: string, by: string) => `Until ${until}: ${who}${by ? `, ${by}` : ''}`,

	writtenBy: (by: string, when: string) => `${by ? `${by}, ` : ''}${when}`,
	earlier: 'Settled before',
	takenBack: 'The wrap was taken back.',
	before: (wrap: string, overtime: string) => `Wrap at ${wrap}, ${overtime} of overtime.`
};
