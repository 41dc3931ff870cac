import { describe, expect, test } from 'vitest';
import { saveState, type SaveFacts } from './save-state.ts';

const quiet: SaveFacts = {
	saving: 0,
	unsaved: 0,
	waiting: 0,
	refused: 0,
	online: true,
	connected: true,
	everConnected: true,
	syncedAt: 1000,
	signedOut: false,
	protected: true,
	secure: true,
	inApp: false
};

describe('the badge', () => {
	test('says synced only while connected and with nothing on its way', () => {
		expect(saveState(quiet)).toEqual({ kind: 'synced', at: 1000 });
		expect(saveState({ ...quiet, saving: 1 }).kind).toBe('saving');
		expect(saveState({ ...quiet, waiting: 1 }).kind).toBe('saved');
		expect(saveState({ ...quiet, connected: false }).kind).toBe('offline');
		expect(saveState({ ...quiet, syncedAt: null }).kind).not.toBe('synced');
	});

	test('counts what waits on this device while there is no network', () => {
		expect(saveState({ ...quiet, online: false, connected: false, waiting: 12 })).toEqual({
			kind: 'waiting',
			count: 12,
			online: false,
			protected: true
		});
	});

	test('a change that a person must look at hides behind nothing', () => {
		for (const other of [{}, { saving: 3 }, { waiting: 5 }, { online: false }, { signedOut: true }]) {
			expect(saveState({ ...quiet, ...other, refused: 2 })).toEqual({
				kind: 'needs-you',
				count: 2
			});
		}
		expect(saveState({ ...quiet, refused: 1, unsaved: 1 }).kind).toBe('storage-unavailable');
	});

	test('an ended sign-in is said with what still waits here', () => {
		expect(saveState({ ...quiet, connected: false, signedOut: true, waiting: 3 })).toEqual({
			kind: 'signed-out',
			count: 3
		});
	});
});
