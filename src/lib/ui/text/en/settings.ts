/** The production's own figures, and what is only about this device. */
import { duration, longDate } from '../../format.ts';
import type { DayKey } from '#lib/domain/calendar/day-key.ts';

const length = (minutes: number): string => duration(minutes, 'en');
const yuan = (fen: number): string => `¥${(fen / 100).toLocaleString('en-GB')}`;

export const settings = {
	title: 'Settings',
	readOnly: 'A producer or planner changes these. What is about this device and your account is yours.',
	newerOnly: 'Somebody changed this production with a newer Daybreak. Reload to change it here too.',
	everybody: 'Changes are saved as you leave a field, for everybody in the production.',
	notSaved: 'That could not be saved. What was there before still holds.',

	production: 'Production',
	productionTitle: 'Title',
	titleMissing: 'A production needs a title. The old one stays.',
	titleLong: 'A title has at most 200 characters. The old one stays.',
	listLater: 'Saved. Lists of productions show the new title once the server has been reached.',
	commission: 'Commission',
	commissions: {
		'platform-original': 'Platform original',
		'mini-program': 'Mini-program drama',
		'co-investment': 'Co-investment',
		'overseas-vertical': 'Overseas vertical',
		own: 'Own production'
	},
	subject: 'Subject',
	subjects: {
		general: 'General',
		political: 'Political',
		military: 'Military',
		diplomatic: 'Diplomatic',
		security: 'National security',
		'united-front': 'United front',
		ethnic: 'Ethnic affairs',
		religious: 'Religion',
		judicial: 'Judicial',
		police: 'Police'
	},
	scriptOwner: 'The script',
	scriptOwnerHint: 'Under work for hire it is the platform’s, and a rewrite names the platform’s version.',
	scriptOwners: { us: 'is ours', platform: 'is the platform’s' },
	importRewrite: 'Import a rewrite…',
	review: {
		key: (filed: DayKey, rules: string) =>
			`Released in China, this subject makes it a key production whatever it costs: it needs a planning number before the first shoot day (rules ${rules}, filed ${longDate(filed, 'en')}).`,
		byBudget: (filed: DayKey, rules: string, key: number, ordinary: number) =>
			`Released in China, the budget decides the review: key from ${yuan(key)}, ordinary from ${yuan(ordinary)}, below that the platform examines. Key and ordinary need a planning number before the first shoot day (rules ${rules}, filed ${longDate(filed, 'en')}).`,
		none: 'No review rules are on file for a green light this early.',
		noStart: 'Set the green light to see which review rules apply.'
	},

	dates: 'Dates',
	starts: 'Green light',
	shoots: 'First shoot day',
	shootsHint: 'The shoot days themselves are moved on the board.',
	launches: 'Launch',
	restDays: 'Nobody works on',
	restDaysHint: 'Days on the board stay where they are.',
	shootBeforeStart: 'The first shoot day would be before the green light. Not saved.',
	launchBeforeStart: 'The launch would be before the green light. Not saved.',
	launchBeforeShoot: 'The launch would be before the first shoot day. Not saved.',
	startAfterShoot: 'The green light would be after the first shoot day. Not saved.',
	startAfterLaunch: 'The green light would be after the launch. Not saved.',
	shootAfterLaunch: 'The first shoot day would be after the launch. Not saved.',
	dateMissing: 'Choose a day. The old one stays.',
	restAll: 'At least one weekday has to be a working day. Not saved.',

	place: 'Place and money',
	zone: 'Time zone',
	zoneHint: 'All days and calls are in this zone.',
	zoneOther: 'Another zone…',
	zoneName: 'City or name of the zone',
	zoneNow: (clock: string, label: string) => `There it is ${clock} now (${label}).`,
	zoneWrong: 'There is no such time zone. The old one stays.',
	zoneNames: {
		'Asia/Shanghai': 'Shanghai, Beijing',
		'Asia/Hong_Kong': 'Hong Kong',
		'Asia/Taipei': 'Taipei',
		'Asia/Singapore': 'Singapore',
		'Asia/Bangkok': 'Bangkok',
		'Asia/Tokyo': 'Tokyo',
		'Asia/Seoul': 'Seoul',
		'Australia/Sydney': 'Sydney',
		'Europe/London': 'London',
		'Europe/Berlin': 'Berlin',
		'America/New_York': 'New York',
		'America/Chicago': 'Chicago',
		'America/Denver': 'Denver',
		'America/Los_Angeles': 'Los Angeles',
		'America/Vancouver': 'Vancouver',
		UTC: 'UTC'
	},
	currency: 'Currency',

	workingDay: 'Working day',
	workingDayNote: 'The board reckons load, wrap and rest with these figures.',
	figures: {
		callAt: { label: 'Crew call', hint: 'When the whole crew is called, unless a day says otherwise.' },
		firstShotMinutes: {
			label: 'Call to first shot',
			hint: 'Line-up, light and make-up before the camera turns.'
		},
		mealMinutes: { label: 'Meal', hint: 'The break in the middle of the day; it doesn’t count as work.' },
		wrapMinutes: { label: 'Picture wrap to last wrap', hint: 'Packing up, until the last person goes home.' },
		contractMinutes: { label: 'Agreed day', hint: 'What people agreed to work; beyond it is overtime.' },
		longestMinutes: { label: 'Longest day', hint: 'Beyond it the board shows a day in red.' },
		restMinutes: {
			label: 'Shortest rest',
			hint: 'From wrap to the next call; less is shown in the night between two days.'
		},
		pageMinutes: {
			label: 'A page of script',
			hint: 'How long eight eighths take, where a scene has no estimate of its own.'
		},
		setupMinutes: {
			label: 'A set-up',
			hint: 'How long one camera position takes, where set-ups are counted.'
		},
		moveMinutes: { label: 'A company move', hint: 'Packing, driving and unpacking between two locations.' },
		setChangeMinutes: { label: 'A change of set', hint: 'From one set to the next at the same location.' }
	},
	inShort: (shooting: number, pages: string) =>
		`That leaves ${length(shooting)} of shooting in an agreed day: about ${pages} pages.`,
	longestShort: 'The longest day would be shorter than the agreed day. Not saved.',
	contractLong: 'The agreed day would be longer than the longest day. Not saved.',
	noShooting: 'Line-up and wrap would fill the whole agreed day. Not saved.',
	pace: 'Pace',
	durationWrong: 'Hours and minutes, such as 1:15, or minutes, such as 75 min. Not saved.',
	clockWrong: 'A time of day, such as 07:00. Not saved.',

	board: 'Board',
	palette: 'Strip colours at night',
	palettes: { board: 'Inside blue, outside green', singleton: 'Inside green, outside blue' },
	paletteHint: 'By day, inside is white and outside yellow in both. Choose what your crew is used to.',

	device: 'This device',
	deviceNote: 'Only for you, only here.',
	theme: 'Theme',
	language: 'Language',
	storage: 'Storage',
	storageProtected: 'The browser keeps what Daybreak saved here until you remove it.',
	storageUnprotected:
		'The browser may clear what Daybreak saved here when space runs out. Until it has synced, that would be lost.',
	storageUnknown: 'This browser does not say whether it keeps what Daybreak saved here.',
	storageUsed: (megabytes: string) => `${megabytes} MB used.`,
	protect: 'Ask the browser to keep it',
	protectRefused: 'The browser said no for now. Installing Daybreak usually makes it agree.',
	installed: 'Daybreak is installed on this device.',
	install: 'Install on this device',
	installHow: 'To install Daybreak, open the browser’s menu and choose “Add to Home Screen” or “Install”.',

	account: 'Your account',
	accountOf: (name: string) => `Signed in as ${name}.`,
	accountGuest: 'You are a guest on this device. Create an account to keep what you do here.',
	createAccount: 'Create an account',
	oldPassphrase: 'Passphrase now',
	newPassphrase: 'New passphrase',
	oldMissing: 'Enter the passphrase you have now.',
	newShort: 'A passphrase needs 8 characters or more.',
	same: 'That is the passphrase you have now.',
	changePassphrase: 'Change passphrase',
	passphraseChanged: 'Your passphrase is changed. Other devices have to sign in again.',

	exporting: 'Export',
	exportNote:
		'Everything in one file: the plan, the money, everybody’s hours with their record, names and roles. Keep it where only producers can read it. It opens again on any Daybreak server.',
	exportNow: 'Export the production',
	exportingNow: (megabytes: string) => `Writing the file, ${megabytes} MB so far …`,
	exported: (name: string) => `Saved as “${name}” in your downloads.`,

	end: 'Archive',
	archiveNote:
		'An archived production stands last in everybody’s list. Nothing in it is deleted, and you can bring it back at any time.',
	archive: 'Archive this production',
	unarchive: 'Bring it back',
	archiveTitle: (title: string) => `Archive “${title}”?`,
	archiveSure:
		'It moves to the end of everybody’s list, marked as archived. Nothing is deleted. You can bring it back here.',
	archived: 'Archived.',
	broughtBack: 'Brought back.'
};
