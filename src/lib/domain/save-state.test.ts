import { describe, expect, test } from 'vitest';
import { saveState, type SaveFacts } from './save-state.ts';

const quiet: SaveFacts = {
	saving: 0,
	unsaved: 0,
	storage: true,
	waiting: 0,
	refused: 0,
	differing: 0,
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
		expect(saveState(quiet)).toEqual({ kind: 'synced', at: 1000, secure: true });
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
			protected: true,
			secure: true
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

	test('a record that was changed behind the device’s back is said before anything that sounds as if all were well', () => {
		for (const other of [{}, { saving: 3 }, { waiting: 5 }, { online: false }, { signedOut: true }]) {
			expect(saveState({ ...quiet, ...other, differing: 1 })).toEqual({ kind: 'record-differs', count: 1 });
		}
		expect(saveState({ ...quiet, differing: 1, refused: 1 }).kind).toBe('needs-you');
	});

	test('a browser whose storage can’t be used is said before anything else, with what is only in memory', () => {
		for (const other of [{}, { refused: 2 }, { waiting: 5 }, { connected: false }, { inApp: true }]) {
			const facts = { ...quiet, ...other, storage: false, unsaved: 3 };
			expect(saveState(facts)).toEqual({ kind: 'storage-unavailable', count: 3 });
		}
		expect(saveState({ ...quiet, storage: false })).toEqual({ kind: 'storage-unavailable', count: 0 });
	});

	test('an ended sign-in never hides that something isn’t kept, and says where the browser may clear what waits', () => {
		const out = { ...quiet, signedOut: true };
		expect(saveState({ ...out, unsaved: 2 }).kind).toBe('storage-unavailable');
		expect(saveState({ ...out, storage: false }).kind).toBe('storage-unavailable');
		expect(saveState({ ...out, saving: 1 }).kind).toBe('saving');
		expect(saveState({ ...out, waiting: 2, protected: false })).toMatchObject({
			kind: 'signed-out',
			count: 2,
			protected: false
		});
		expect(saveState({ ...out, protected: false, secure: false })).toMatchObject({
			protected: true,
			secure: true
		});
	});

	test('a built-in browser is never told that anything is saved', () => {
		for (const other of [
			{},
			{ saving: 1 },
			{ waiting: 3 },
			{ connected: false, waiting: 1 },
			{ signedOut: true }
		]) {
			expect(saveState({ ...quiet, ...other, inApp: true })).toEqual({ kind: 'wrong-browser' });
		}
	});

	test('an address without https is named beside every label, because the app itself isn’t kept there', () => {
		for (const other of [{}, { waiting: 3 }, { waiting: 3, connected: false }]) {
			expect(saveState({ ...quiet, ...other, secure: false })).toMatchObject({ secure: false });
		}
		expect(saveState({ ...quiet, connected: false, secure: false })).toEqual({ kind: 'needs-https' });
	});

	test('an ended sign-in is said with what still waits here', () => {
		expect(saveState({ ...quiet, connected: false, signedOut: true, waiting: 3 })).toEqual({
			kind: 'signed-out',
			count: 3,
			protected: true,
			secure: true
		});
	});

	test('an ended sign-in hides neither what isn’t saved nor that the browser may clear what waits', () => {
		const ended = { ...quiet, connected: false, signedOut: true };
		expect(saveState({ ...ended, unsaved: 1, waiting: 3 }).kind).toBe('storage-unavailable');
		expect(saveState({ ...ended, waiting: 3, protected: false })).toMatchObject({ protected: false });
		expect(saveState({ ...ended, protected: false })).toMatchObject({ kind: 'signed-out', protected: true });
	});
});
