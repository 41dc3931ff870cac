/** What each way of commissioning sets: one literal each, so that a way that changes is a changed row here. */
import { develop, FEEDBACK, finalReview, making, online, produce, PROPOSAL, RATING } from './parts.ts';
import type { Commission, Template } from './types.ts';

export { TASK_KEYS, type Commission, type TaskKey, type Template } from './types.ts';
export { startOf, type StartDates, type StartRows } from './start-of.ts';
export { ruleSetFor } from './rule-set-for.ts';

/** Shared by what is shot in China. */
const CN = { currency: 'CNY' } as const;

/** Work for hire: the platform brings script and budget, owns both, and pays once. */
const PLATFORM_ORIGINAL: Template = {
	commission: 'platform-original',
	production: { ...CN, scriptOwner: 'platform' },
	usual: { episodes: 72, seconds: 100, shootDays: 9 },
	unlocks: [],
	contractKind: 'package',
	tasks: [
		...PROPOSAL,
		RATING,
		develop('contract', { owner: 'platform', days: 2, bad: 5 }, 'rating'),
		develop('writing', { owner: 'platform', days: 8, bad: 15 }, 'proposal'),
		develop('script-approval', { owner: 'platform', days: 2, bad: 5 }, 'writing', 'rating'),
		produce('casting', { owner: 'producer', days: 5, bad: 8, people: 2 }, 'rating'),
		produce('preparation', { owner: 'producer', days: 7, bad: 10, people: 8 }, 'rating'),
		...making('planning-number', 'contract', 'script-approval'),
		...FEEDBACK,
		...finalReview('platform-review-2'),
		...online('licence')
	]
};

/** Adapted from a reading platform’s own story for its mini-program: first episodes free, later ones unlocked. */
const MINI_PROGRAM: Template = {
	commission: 'mini-program',
	production: { ...CN, scriptOwner: 'platform', pageMinutes: 50 },
	usual: { episodes: 80, seconds: 75, shootDays: 5 },
	unlocks: [10, 50],
	contractKind: 'package',
	tasks: [
		...PROPOSAL,
		RATING,
		develop('contract', { owner: 'platform', days: 2, bad: 4 }, 'rating'),
		develop('writing', { owner: 'producer', days: 6, bad: 10, people: 2 }, 'proposal'),
		develop('script-approval', { owner: 'platform', days: 2, bad: 4 }, 'writing'),
		produce('casting', { owner: 'producer', days: 3, bad: 5, people: 2 }, 'rating'),
		produce('preparation', { owner: 'producer', days: 5, bad: 7, people: 6 }, 'rating'),
		...making('planning-number', 'contract', 'script-approval'),
		...FEEDBACK,
		...finalReview('platform-review-2'),
		...online('licence')
	]
};

/** The producer puts in part of the budget, owns the copyright and gets a share of what comes back. */
const CO_INVESTMENT: Template = {
	commission: 'co-investment',
	production: { ...CN, scriptOwner: 'us' },
	usual: { episodes: 80, seconds: 90, shootDays: 8 },
	unlocks: [10, 50],
	contractKind: 'package',
	tasks: [
		...PROPOSAL,
		RATING,
		develop('financing', { owner: 'producer', days: 5, bad: 10, people: 1 }, 'rating'),
		develop('contract', { owner: 'platform', days: 3, bad: 7 }, 'rating'),
		develop('writing', { owner: 'producer', days: 8, bad: 14, people: 2 }, 'proposal'),
		produce('casting', { owner: 'producer', days: 5, bad: 8, people: 2 }, 'rating'),
		produce('preparation', { owner: 'producer', days: 7, bad: 10, people: 8 }, 'rating'),
		...making('planning-number', 'contract', 'financing', 'writing'),
		...FEEDBACK,
		...finalReview('platform-review-2'),
		...online('licence')
	]
};

/** For an app abroad: no filing, the app's own review; unions and long rests where it is shot there. */
const OVERSEAS: Template = {
	commission: 'overseas-vertical',
	production: {
		currency: 'USD',
		scriptOwner: 'platform',
		contractMinutes: 12 * 60,
		longestMinutes: 14 * 60,
		restMinutes: 12 * 60,
		mealMinutes: 30,
		setChangeMinutes: 15,
		moveMinutes: 60,
		deliverables: ['master', 'textless', 'cover', 'subtitles-en', 'music-effects', 'trailer']
	},
	usual: { episodes: 62, seconds: 90, shootDays: 8 },
	unlocks: [10],
	contractKind: 'day',
	tasks: [
		develop('proposal', { owner: 'producer', days: 2, bad: 4, people: 2 }),
		develop('platform-approval', { owner: 'platform', days: 4, bad: 8 }, 'proposal'),
		develop('contract', { owner: 'platform', days: 3, bad: 7 }, 'platform-approval'),
		develop('writing', { owner: 'producer', days: 8, bad: 14, people: 2 }, 'platform-approval'),
		develop('script-approval', { owner: 'platform', days: 2, bad: 5 }, 'writing'),
		produce('casting', { owner: 'producer', days: 6, bad: 10, people: 2 }, 'contract'),
		produce('preparation', { owner: 'producer', days: 8, bad: 12, people: 6 }, 'contract'),
		...making('contract', 'script-approval'),
		...FEEDBACK,
		...online('platform-review-2')
	]
};

/** Nobody commissioned it: own script, own money, shown to a platform when it is done. */
const OWN: Template = {
	commission: 'own',
	production: { ...CN, scriptOwner: 'us' },
	usual: { episodes: 60, seconds: 90, shootDays: 6 },
	unlocks: [],
	contractKind: 'package',
	tasks: [
		develop('writing', { owner: 'producer', days: 8, bad: 14, people: 2 }),
		develop('company-licence', { owner: 'producer', days: 1, bad: 10 }),
		develop('financing', { owner: 'producer', days: 5, bad: 10, people: 1 }),
		develop(
			'planning-number',
			{ owner: 'regulator', days: 10, bad: 20, gate: { kind: 'planning' } },
			'company-licence'
		),
		produce('casting', { owner: 'producer', days: 5, bad: 8, people: 2 }, 'financing'),
		produce('preparation', { owner: 'producer', days: 6, bad: 9, people: 5 }, 'financing'),
		...making('planning-number', 'writing'),
		...finalReview('finishing'),
		...online('licence')
	]
};

export const TEMPLATES: Readonly<Record<Commission, Template>> = {
	'platform-original': PLATFORM_ORIGINAL,
	'mini-program': MINI_PROGRAM,
	'co-investment': CO_INVESTMENT,
	'overseas-vertical': OVERSEAS,
	own: OWN
};
