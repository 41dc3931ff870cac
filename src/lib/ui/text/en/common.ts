import { counted } from '../plural.ts';

const count = counted('en');

export const common = {
	name: 'Daybreak',
	sentence:
		'A planning board for micro-drama crews: plan the shoot together, on set and offline, and see whose night pays for it.',
	skip: 'Skip to the page',
	close: 'Close',
	cancel: 'Cancel',
	save: 'Save',
	back: 'Back',
	more: 'More',
	undo: 'Undo',
	retry: 'Try again',
	edit: 'Edit',
	remove: 'Remove',
	archive: 'Archive',
	copy: 'Copy',
	copied: 'Copied',
	copyFailed: 'This browser does not let us copy. Select the text and copy it by hand.',
	download: 'Download',
	loading: 'One moment…',
	optional: 'optional',
	theme: 'Theme',
	themes: { paper: 'Paper', dark: 'Dark', set: 'Set at night' },
	language: 'Language',
	meaning: (word: string) => `What “${word}” means`,
	people: (n: number) => count(n, 'person', 'people'),
	days: (n: number) => count(n, 'day', 'days'),
	here: 'Here now',
	hereNow: (names: string) => `Here now: ${names}`,
	moreHere: (n: number) => `and ${n} more`,
	dropFile: 'Drop a file here',
	chooseFile: 'Choose a file',
	fileTooBig: (megabytes: number) =>
		`This file is larger than ${megabytes} MB, so it was not read. Choose a smaller one.`,
	fileUnreadable: 'This file could not be opened. Check that it is still there, then choose it again.',
	durationWrong: 'Hours and minutes, such as 1:15, or minutes, such as 75 min.',
	clockWrong: 'A time of day, such as 07:00.',
	qr: 'QR code of this link'
};
