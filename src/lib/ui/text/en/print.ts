import { counted } from '../plural.ts';

const count = counted('en');

/** Words that stand on paper only. */
export const print = {
	scene: 'Scene',
	code: 'Code',
	set: 'Set',
	what: 'What happens',
	cast: 'Cast',
	pages: 'Pages',
	minutes: 'Min',
	hours: (call: string, wrap: string) => `Call ${call}, wrap ${wrap}`,
	end: (day: number, scenes: number, pages: string) =>
		`End of day ${day}: ${count(scenes, 'scene', 'scenes')}, ${pages} pages`,
	episode: 'No.',
	title: 'Title',
	status: 'Status',
	seconds: 'Sec',
	hook: 'Hook',
	twist: 'Twist',
	cliffhanger: 'Cliffhanger',
	access: 'Viewers'
};
