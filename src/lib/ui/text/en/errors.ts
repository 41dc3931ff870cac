/** What went wrong, by the server's code: what happened, what is safe, what to do. */
export const errors = {
	codes: {
		offline: 'There is no connection to the server. Nothing was lost; try again when you are online.',
		'server-error': 'The server could not do this. Nothing was changed; try again in a minute.',
		'bad-request': 'The server did not understand this. Reload the page and try again.',
		'too-big': 'This is more than the server takes at once. Send less.',
		'not-found': 'This does not exist, or not for you.',
		forbidden: 'Your role here does not include this. Ask a producer.',
		'signed-out': 'Your sign-in has ended. Sign in again; what you did is safe on this device.',
		'foreign-origin': 'This request came from another site, so it was refused.',
		'name-taken': 'Somebody has this name already. Choose another, or sign in if it is you.',
		'name-invalid': 'A name has 2 to 40 letters, figures, spaces or - . _',
		'passphrase-short': 'A passphrase needs 8 characters or more. Four unrelated words are good.',
		'passphrase-long': 'This passphrase is too long. 200 characters are enough.',
		'wrong-sign-in': 'Name and passphrase do not match. Check both; capital letters count in the passphrase.',
		'wrong-recovery': 'Name and recovery code do not match. A code works only once.',
		'too-many-tries': 'Too many tries. Wait 15 minutes, then try again.',
		'invitation-unknown':
			'This link is not an invitation we know. Check that all of it was copied, or ask for a new one.',
		'invitation-expired': 'This invitation has expired. Ask the producer for a new one.',
		'invitation-used': 'This invitation was used as often as it may be. Ask the producer for a new one.',
		'invitation-revoked': 'This invitation was taken back. Ask the producer if you should have one.',
		'already-member': 'You are in this production already.',
		'last-producer': 'A production needs a producer. Make somebody else producer first.',
		'demo-limit':
			'Five demo productions were opened from here in the last hour. Wait a little, or create an account.',
		'title-invalid': 'A title has 1 to 120 characters.',
		'production-exists': 'This production is on the server already.',
		archived: 'This production is archived and can only be read.',
		'role-invalid': 'Choose one of the four roles.',
		'person-taken': 'Another member is already bound to this person of the plan. Choose another person.'
	},
	unknown: (code: string) => `Something went wrong (${code}). Nothing was changed; try again.`,
	pageMissing: 'There is no such page.',
	pageMissingDo: 'The address may be mistyped, or the page is not for your role.',
	pageBroken: 'This page could not be shown.',
	pageBrokenDo:
		'What you saved is safe on this device. Reload; if it happens again, tell whoever runs the server.',
	reload: 'Reload',
	home: 'To the start'
};
