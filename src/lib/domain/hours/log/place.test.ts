import { expect, test } from 'vitest';
import { leastSafe, placeOfEntry, type PlaceFacts } from './place.ts';

const nothing: PlaceFacts = { waiting: [], unwritten: [], failing: false, storage: true, inApp: false };
const wrote = { intents: [{ row: 'entry' }] };

test('an entry that the disk doesn’t take is never called synced, on whatever page it is seen', () => {
	expect(placeOfEntry('entry', { ...nothing, unwritten: [wrote] })).toBe('saving');
	expect(placeOfEntry('entry', { ...nothing, unwritten: [wrote], failing: true })).toBe('unsaved');
	expect(placeOfEntry('entry', { ...nothing, unwritten: [wrote], failing: true, storage: false })).toBe(
		'unsaved'
	);
	// The one before it, which the server sent, is where it was.
	expect(placeOfEntry('another', { ...nothing, unwritten: [wrote], failing: true })).toBe('synced');
});

test('an entry on this device’s disk is saved until the server has it, and needs a person where it was refused', () => {
	expect(placeOfEntry('entry', { ...nothing, waiting: [{ ...wrote, refused: null }] })).toBe('saved');
	expect(placeOfEntry('entry', { ...nothing, waiting: [{ ...wrote, refused: 'reader' }] })).toBe('refused');
	expect(placeOfEntry('entry', nothing)).toBe('synced');
});

test('where storage can’t be read, nobody knows what waits: nothing is said', () => {
	expect(placeOfEntry('entry', { ...nothing, storage: false })).toBeNull();
});

test('in another app’s browser nothing is called saved or synced; what needs a person still says so', () => {
	for (const waiting of [[], [{ ...wrote, refused: null }]]) {
		expect(placeOfEntry('entry', { ...nothing, waiting, inApp: true })).toBeNull();
	}
	const refused = [{ ...wrote, refused: 'reader' }];
	expect(placeOfEntry('entry', { ...nothing, waiting: refused, inApp: true })).toBe('refused');
});

test('a day is where its least safe entry is', () => {
	expect(leastSafe(['synced', 'saved'])).toBe('saved');
	expect(leastSafe(['saved', null, 'synced'])).toBeNull();
	expect(leastSafe(['saving', 'refused'])).toBe('refused');
	expect(leastSafe([])).toBeNull();
});
