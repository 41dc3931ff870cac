import type { DocumentKind } from '#lib/domain/people/permissions.ts';
import type { ReadyPoint, Standing } from '#lib/domain/readiness.ts';
import { counted } from '../plural.ts';

const count = counted('en');

/** Whether this device can go where there is no network, and what to do if not. */
export const ready = {
	title: 'Ready for location',
	note: 'Look here before you drive to a place without a network.',
	looking: 'Looking…',
	ready: 'Ready: this device works for days without a network.',
	notReady: 'Not ready yet.',
	names: {
		browser: 'Browser',
		app: 'The app',
		documents: 'This production',
		storage: 'Storage',
		installed: 'Installed',
		clock: 'Clock'
	} satisfies Record<ReadyPoint, string>,
	standing: { yes: 'in order', no: 'to do', unknown: 'not known' } satisfies Record<Standing, string>,
	points: {
		browser: { yes: 'This browser keeps apps and what is written in them.', no: '', unknown: '' },
		app: {
			yes: 'All of Daybreak is on this device and opens without a network.',
			no: 'Daybreak itself is not on this device yet. Stay on this page with a network for a moment, then look again.',
			unknown: ''
		},
		documents: { yes: '', no: '', unknown: '' },
		storage: {
			yes: 'The browser promised to keep what is saved here.',
			no: 'The browser may clear what is saved here when space runs out. Under Storage above, ask it to keep it; installing Daybreak usually makes it agree.',
			unknown: ''
		},
		installed: {
			yes: 'Daybreak runs as an app of its own.',
			no: 'Put Daybreak on the home screen (above), and open it from there.',
			unknown: ''
		},
		clock: {
			yes: 'This device’s clock agrees with the server’s.',
			no: '',
			unknown: 'The clock could not be held against the server’s. Connect once and look again.'
		}
	} satisfies Record<ReadyPoint, Record<Standing, string>>,
	browserBuiltIn:
		'This is another app’s built-in browser, or a private window: it may forget everything. Open this address in Safari or Chrome.',
	browserHttp:
		'This address is not secure (http), so the browser keeps no app. Ask whoever runs the server for its https address.',
	documentsHere: (n: number) =>
		`${count(n, 'document is', 'documents are')} on this device, all that your role reads.`,
	documentsMissing: (n: number) => `${count(n, 'document is', 'documents are')} not on this device yet:`,
	clockOff: (minutes: number, ahead: boolean) =>
		`This device’s clock is ${count(minutes, 'minute', 'minutes')} ${ahead ? 'ahead' : 'behind'}. Turn on automatic time in the device’s settings.`,
	kinds: {
		plan: 'plan',
		script: 'script',
		issued: 'call sheets',
		guest: 'what viewers see',
		private: 'private details',
		money: 'money',
		talk: 'comments',
		deal: 'deals',
		hours: 'hours',
		decisions: 'decisions on hours'
	} satisfies Record<DocumentKind, string>,
	comma: ', ',
	fetchAll: 'Fetch all now',
	look: 'Look again',
	fetching: (done: number, of: number) => `Fetching: ${done} of ${of}`,
	failed: (n: number) =>
		`${count(n, 'document', 'documents')} did not come. Check the network and try again.`,
	offline: 'There is no network now. This is what the device knows by itself.'
};
