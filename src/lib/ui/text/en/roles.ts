/** Roles by name, and what each may do in one line. */
export const roles = {
	producer: 'Producer',
	planner: 'Planner',
	crew: 'Crew',
	viewer: 'Viewer',
	station: 'Station',
	meaning: {
		producer: 'Plans, sees the money, invites people, decides.',
		planner: 'Plans: director, AD, production manager. Sees no sums.',
		crew: 'Reads the plan, logs own hours, comments.',
		viewer: 'A guest: sees dates, episode status and own requests. Nothing else.'
	}
};
