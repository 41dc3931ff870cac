/** Production C, a US vertical (field guide 5): IATSE-like rest, a forced call on day 6, a minor on two days. */
import { CREW_C } from '../crews.ts';
import type { Part, Recipe } from '../recipe.ts';
import { seasonOf, type Arc } from '../story/patterns.ts';

const PARTS: readonly Part[] = [
	{ name: 'June Calloway', kind: 'lead' },
	{ name: 'Everett Stone', kind: 'lead' },
	{ name: 'Vivian Stone', kind: 'lead' },
	{ name: 'Mateo', kind: 'support' },
	{ name: 'Dr. Amara Bell', kind: 'support' },
	{ name: 'Grandmother Stone', kind: 'support' },
	{ name: 'Caleb', kind: 'support' },
	{ name: 'Detective Ruiz', kind: 'day' },
	{ name: 'Mr. Pell', kind: 'support' },
	{ name: 'Sloane', kind: 'day' },
	{ name: 'Daisy', kind: 'support', minor: true }
];

const arc = (
	title: string,
	stake: string,
	[hero, rival, ally]: [number, number, number],
	[court, home, open]: [string, string, string]
): Arc => ({ title, stake, hero, rival, ally, court, home, open });

const ARCS: readonly Arc[] = [
	arc('The Contract', 'the marriage contract', [1, 3, 4], ['ballroom', 'apartment', 'drive']),
	arc('The Will', 'the old man’s will', [2, 9, 6], ['library', 'suite', 'terrace']),
	arc('Night Shift', 'the patient file', [1, 5, 4], ['clinic', 'apartment', 'street']),
	arc('The Heiress', 'the Stone pearls', [1, 3, 6], ['ballroom', 'suite', 'terrace']),
	arc('The Diner', 'the lease', [4, 9, 7], ['office', 'diner', 'street']),
	arc('The Witness', 'the dashcam card', [1, 8, 7], ['office', 'apartment', 'drive']),
	arc('The Wedding', 'the ring', [1, 10, 2], ['ballroom', 'suite', 'terrace']),
	arc('The Truth', 'the letter', [2, 3, 1], ['library', 'diner', 'street'])
];

export const VERTICAL: Recipe = {
	title: 'The Billionaire’s Night Nurse',
	file: 'night-nurse',
	needs: [
		{ name: 'Ballroom guests ×25', category: 'background', when: /whole room|witnesses/i, at: /ballroom/i },
		{ name: 'Nurses and patients ×6', category: 'background', when: /(?!)/, at: /clinic/i },
		{ name: 'Vintage car', category: 'vehicles', when: /(?!)/, at: /driveway/i },
		{ name: 'Contract and envelopes', category: 'props', when: /envelope|letter|page|small print/i },
		{ name: 'Fire on set', category: 'special-effects', when: /sparks|burns/i },
		{ name: 'Evening gown', category: 'wardrobe', when: /(?!)/, at: /ballroom/i },
		{ name: 'Phone screens', category: 'visual-effects', when: /telephone|screen/i }
	],
	production: {
		zone: 'America/Los_Angeles',
		currency: 'USD',
		contractEpisodes: 62,
		contractSeconds: 5400,
		commission: 'overseas-vertical',
		subject: 'general',
		pageMinutes: 42,
		moveMinutes: 60,
		setChangeMinutes: 15,
		contractMinutes: 12 * 60,
		longestMinutes: 14 * 60,
		restMinutes: 12 * 60,
		mealMinutes: 30,
		callAt: 7 * 60
	},
	story: seasonOf(
		ARCS,
		PARTS.map((part) => part.name),
		62,
		240
	),
	targetSeconds: 90,
	eighths: 768,
	unlocks: [10],
	unlockPrices: [499],
	parts: PARTS,
	names: 'us',
	crew: CREW_C,
	locations: {
		mansion: {
			name: 'Stone mansion',
			address: '1400 Hillcrest Drive',
			hospital: 'Valley Medical Center',
			hospitalAddress: '88 Valley Road',
			hospitalPhone: '555-0142',
			latitude: 34.1015,
			longitude: -118.3962,
			parking: 'Lower drive, 20 cars',
			hireBy: 'day'
		},
		studio: {
			name: 'Studio',
			address: '210 Foundry Street',
			hospital: 'County General',
			hospitalAddress: '1 County Plaza',
			hospitalPhone: '555-0110',
			latitude: 34.0391,
			longitude: -118.2322,
			hireBy: 'day'
		},
		town: {
			name: 'Main Street',
			address: 'Main and 4th',
			hospital: 'County General',
			hospitalAddress: '1 County Plaza',
			hospitalPhone: '555-0110',
			latitude: 34.0466,
			longitude: -118.2478,
			hireBy: 'half-day'
		}
	},
	sets: {
		ballroom: ['Ballroom', 'mansion'],
		library: ['Library', 'mansion'],
		suite: ['Guest suite', 'mansion'],
		terrace: ['Terrace', 'mansion'],
		drive: ['Driveway', 'mansion'],
		apartment: ['June’s apartment', 'studio'],
		clinic: ['Clinic', 'studio'],
		office: ['Pell’s office', 'studio'],
		diner: ['Diner', 'town'],
		street: ['Street', 'town']
	},
	restDaysFromToday: [1],
	days: 8,
	wrapped: 5,
	prepDays: 20,
	postDays: 24,
	waiting: 7,
	// Day 6, today, is called four hours early: a forced call.
	callShift: [0, 0, 0, 0, 90, -60, 0, 0],
	gates: () => [],
	requests: () => []
};
