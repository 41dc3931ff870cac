/** What went wrong, by the server's code: what happened, what is safe, what to do. */
export const errors = {
	codes: {
		offline: 'The server was not reached. Nothing was lost; try again when there is a connection.',
		server: 'The server could not do this. Nothing was changed; try again in a minute.',
		busy: 'Many people are signing in right now. Try again in a moment.',
		method: 'The server does not know this. Reload the page, it may be an old version.',
		'not-json': 'The server did not understand this. Reload the page, it may be an old version.',
		field:
			'The server did not take what was entered here. Check it: too long, empty, or with characters that cannot be shown.',
		'too-large': 'This is more than the server takes at once. Send less.',
		'not-found': 'This is not here, or not for you.',
		'no-right': 'Your role in this production does not include this. Ask a producer.',
		'signed-out': 'Your sign-in has ended. What you did is safe on this device; sign in again to send it.',
		'foreign-origin': 'This request came from another address than this server’s, so it was refused.',
		'name-taken': 'Somebody has this name already. Choose another, or sign in if it is you.',
		'passphrase-short': 'A passphrase needs 8 characters or more. Four unrelated words are good.',
		'wrong-sign-in': 'Name and passphrase do not match. Check both; capital letters count in the passphrase.',
		'wrong-passphrase': 'The old passphrase is not right.',
		'wrong-recovery': 'Name and recovery code do not match, or the code was used before.',
		'too-many-tries': 'Too many tries. Wait 15 minutes, then try again.',
		'too-many-demos':
			'Enough demo productions were opened from here for now. Wait an hour, or create an account.',
		'invitation-unknown':
			'This link is no invitation we know. Check that all of it was copied, or ask for a new one.',
		'join-code-unknown':
			'This join code is not known: mistyped, or older than 15 minutes. Check it, or ask for a new one.',
		'invitation-expired': 'This invitation has expired. Ask the producer for a new one.',
		'invitation-used': 'This invitation was used as often as it may be. Ask the producer for a new one.',
		'invitation-revoked': 'This invitation was withdrawn. Ask the producer whether you should have one.',
		'already-member': 'You are in this production already.',
		'last-producer': 'A production needs a producer. Make somebody else a producer first.',
		'station-unknown':
			'This code for a station is not known, was used, or is over an hour old. Ask for a new one.',
		'weak-pin': 'This PIN is among the first anybody would try. Choose another.',
		'too-many-stations': 'This production has as many stations as it may have. End one that is not needed.',
		'file-other': 'This file is not a production from Daybreak. Choose one that ends in .daybreak.',
		'file-newer': 'This file was written by a newer Daybreak than this server runs. Nothing was taken in.',
		'file-damaged':
			'This file does not hold together any more: it was changed or cut after it was written. Nothing was taken in; export it again.',
		'file-others':
			'This file says that people of this server wrote in it, and the server has no record of that. Nothing was taken in.',
		'production-exists': 'This production is on this server already. Nothing was changed.',
		'production-deleted': 'This production was deleted on the server, so it can’t be made there again.',
		'id-taken': 'This production could not be made under its number. Press Create again.'
	},
	damagedRow: (row: number) =>
		`This file was changed or cut after it was written: row ${row} of its record does not fit. Nothing was taken in; export it again.`,
	unknown: (code: string) => `Something went wrong (${code}). Nothing was changed; try again.`,
	pageMissing: 'There is no such page.',
	pageMissingDo: 'The address may be mistyped, or the page is not for your role.',
	pageBroken: 'This page could not be shown.',
	pageBrokenDo:
		'What you saved is safe on this device. Reload; if it happens again, tell whoever runs the server.',
	reload: 'Reload',
	home: 'To the start'
};
