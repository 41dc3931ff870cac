import { counted } from '../plural.ts';

const count = counted('en');

/** The one badge. Each label promises exactly what reliability.md 1 says and nothing more. */
export const save = {
	about: 'Where your changes are',
	saving: 'Saving…',
	saved: 'Saved on this device',
	savedShort: 'Saved here',
	synced: (time: string) => `Synced ${time}`,
	waiting: (n: number) => `${count(n, 'change', 'changes')} waiting`,
	waitingShort: (n: number) => `${n} waiting`,
	needsYou: 'Needs you',
	recordDiffers: 'Record changed',
	connecting: 'Connecting…',
	offline: 'Offline',
	notSaved: 'Not saved',
	storageUnavailable: 'Nothing is kept here',
	needsHttps: 'Offline needs https',
	wrongBrowser: 'Open in Safari or Chrome',
	signedOut: 'Sign in to sync',
	unprotected: 'this browser may clear it',
	meaning: {
		saving: 'The change is on screen and on its way to this device’s storage.',
		saved:
			'Your changes survive closing, a crash and a restart of this device. They have not reached the server yet.',
		synced: 'The server has everything made here. It survives the loss of this device.',
		waiting: 'These changes are safe on this device and go to the server as soon as there is a connection.',
		needsYou:
			'The server refused these changes. They are still on this device: read them, export them, or discard them.',
		recordDiffers:
			'The server’s record of this production is not the one this device synced with: something in it was changed or taken out, or an old copy was put back by hand. Nothing here was touched. Export what this device has, and ask whoever runs the server to check the record.',
		connecting: 'What you see is what this device has. The first connection is being made.',
		offline: 'There is no connection. Everything works; changes are kept on this device until it is back.',
		storageUnavailable:
			'This browser’s storage cannot be used: changes not yet synced are lost when the page closes. Export them, then close other tabs, free some space, or use an ordinary window. It is tried again by itself.',
		needsHttps:
			'This address is not secure (http), so the browser cannot keep the app for use without a network. Ask whoever runs the server for its https address.',
		wrongBrowser:
			'This browser is built into another app, or keeps no apps (a private window): it may forget everything. Press ⋯ or the share sign at its edge, choose “Open in browser” (or copy the address into Safari or Chrome), and work there.',
		signedOut: 'Your sign-in has ended. Your changes are safe on this device; sign in again to send them.',
		unprotected:
			'This browser has not promised to keep its storage. Installing Daybreak (Add to home screen) makes it safer.'
	},
	whatWaits: 'What waits',
	refused: 'Refused by the server',
	export: 'Export',
	discard: 'Discard…',
	discardSure: (n: number) => `Discard ${count(n, 'change', 'changes')}? This cannot be undone.`,
	discardYes: 'Discard',
	retry: 'Send again',
	goOn: 'I have seen it, go on',
	content: 'What it says',
	ready: 'Ready for a place without a network?',
	signIn: 'Sign in'
};
