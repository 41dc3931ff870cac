/** Names of pages, and of the groups the laptop's rail puts them in. */
export const pages = {
	/** in the production's menu */
	startList: 'Before the first shoot day',
	breakdown: 'Breakdown sheets',
	board: 'Board',
	episodes: 'Episodes',
	today: 'Today',
	hours: 'Hours',
	callSheets: 'Call sheets',
	review: 'Review',
	launch: 'Launch',
	requests: 'Requests',
	reports: 'Reports',
	money: 'Money',
	circulation: 'Circulation',
	people: 'People',
	settings: 'Settings',
	status: 'Status',
	groups: { plan: 'Plan', set: 'Set', people: 'People', launch: 'Launch', settings: '' },
	pages: 'Pages',
	fold: 'Fold the menu',
	unfold: 'Unfold the menu',
	productionMenu: (title: string) => `${title}: change production, sign out`,
	productions: 'All productions',
	signedInAs: (name: string) => `Signed in as ${name}`,
	guest: 'Guest on this device',
	signOut: 'Sign out'
};
