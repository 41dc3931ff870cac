/** What a viewer sees: title, dates, and how far away the launch is. */
import { date, longDate } from '../../format.ts';
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import { counted } from '../plural.ts';

const count = counted('en');

export const status = {
	online: (days: number, on: DayKey): string => {
		if (days === 0) return `Online today, ${longDate(on, 'en')}.`;
		if (days < 0) return `Launch was planned for ${longDate(on, 'en')}, ${count(-days, 'day', 'days')} ago.`;
		return days === 1
			? `Online tomorrow, ${longDate(on, 'en')}.`
			: `Online in ${count(days, 'day', 'days')}, on ${longDate(on, 'en')}.`;
	},
	noLaunch: 'The day of the launch is not set yet.',
	startsOn: 'Green light',
	shootsOn: 'First shoot day',
	launchesOn: 'Launch',
	today: 'Today',
	notSet: 'not set',
	line: (from: DayKey, to: DayKey) => `From ${date(from, 'en')} to ${date(to, 'en')}`,
	counts: (of: readonly { word: string; count: number }[], all: number) =>
		`${count(all, 'episode', 'episodes')}: ${of.map(({ word, count: n }) => `${n} ${word.toLowerCase()}`).join(', ')}.`,
	waiting: (n: number) => (n === 1 ? 'One decision waits for you' : `${n} decisions wait for you`),
	decision: (gate: string, round: number) => (round > 1 ? `${gate}, round ${round}` : gate),
	gates: {
		planning: 'Planning filing',
		rating: 'Rating of the proposal',
		'platform-review': 'Review of the episodes',
		'completion-review': 'Final review',
		licence: 'Licence'
	},
	since: (on: string) => `with you since ${on}`,
	expected: (on: string) => `expected ${on}`,
	requests: 'What you asked to change',
	requestsSentence: (all: number, open: number) =>
		all === 0
			? 'Nothing so far.'
			: open === 0
				? `${count(all, 'request', 'requests')}, all answered.`
				: `${count(all, 'request', 'requests')}: ${open} ${open === 1 ? 'waits' : 'wait'} for our answer.`,
	requestName: (round: number, number: number) => `Round ${round}, no. ${number}`,
	notAnswered: 'Not answered yet',
	unclear: 'Being decided',
	askUs: 'Something else to change? Tell the producer: it stands here once it is written down.',
	draft: 'Dates as the producer has them now.'
};
