export const productions = {
	title: 'Productions',
	none: 'No production yet',
	noneDo: 'Start one with a script, or look around in the demo production first.',
	create: 'New production',
	openFile: 'Open a production file',
	sendingFile: (percent: number) => `Sending the file, ${percent} % …`,
	checkingFile: 'Checking every row of the record …',
	openedFile: (title: string) =>
		`“${title}” is here now, and you are its producer. Invite the others again: they sign in anew on this server.`,
	role: 'Role',
	production: 'Production',
	state: 'State',
	running: 'Running',
	demo: 'Demo',
	demoUntil: (date: string) => `Demo, kept until ${date}`,
	archived: 'Archived',
	archivedOn: (date: string) => `Archived ${date}`,
	guest: 'You are here as a guest. Create an account and your demo production stays yours.',
	expired: 'Your sign-in has ended. Everything on this device is safe; sign in again to sync.',
	offline: 'No connection: this is the list as this device knows it.',
	signOut: 'Sign out',
	signedInAs: (name: string) => `Signed in as ${name}`
};
