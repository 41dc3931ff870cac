/** The field's own words: how each is written, and what it means in one sentence. */
export const glossary = {
	episode: {
		word: 'episode',
		meaning: 'One part of the series, usually one or two minutes long, with a twist and a cliffhanger.'
	},
	scene: { word: 'scene', meaning: 'A piece of the script in one place at one time of day.' },
	strip: { word: 'strip', meaning: 'One scene, or a part of one, as a coloured bar on the board.' },
	stripboard: {
		word: 'stripboard',
		meaning: 'The schedule as strips: a column a shoot day, in the order they are shot.'
	},
	dayBreak: { word: 'day break', meaning: 'The line between two shoot days on the board.' },
	banner: { word: 'banner', meaning: 'A strip that is no scene: a move, a meal, a note.' },
	boneyard: { word: 'boneyard', meaning: 'Where strips wait that are on no shoot day yet.' },
	shootDay: { word: 'shoot day', meaning: 'A day on which the unit shoots, counted from the first.' },
	unit: { word: 'unit', meaning: 'A crew that shoots on its own; unit A is the main one.' },
	call: { word: 'call', meaning: 'The time somebody has to be at work.' },
	wrap: { word: 'wrap', meaning: 'The time work ends, of the shoot or of one person.' },
	callSheet: {
		word: 'call sheet',
		meaning: 'The sheet for one shoot day: who comes when, where, for which scenes.'
	},
	oneLiner: { word: 'one-liner', meaning: 'The whole schedule with one line a scene.' },
	dood: {
		word: 'day-out-of-days',
		meaning: 'A table of which days each cast member starts, works, holds and finishes.'
	},
	eighths: {
		word: 'eighths',
		meaning: 'Page length counted in eighths of a script page: 1 3/8 is one page and three eighths.'
	},
	setup: { word: 'set-up', meaning: 'One position of camera and light.' },
	set: { word: 'set', meaning: 'The place in the story, such as “villa salon”.' },
	location: { word: 'location', meaning: 'The real place where sets are shot.' },
	companyMove: {
		word: 'company move',
		meaning: 'The whole unit packs up and goes to another location in the middle of a day.'
	},
	turnaround: { word: 'turnaround', meaning: 'The rest between a person’s wrap and the next call.' },
	forcedCall: { word: 'forced call', meaning: 'A call before the agreed rest is over.' },
	mealPenalty: { word: 'meal penalty', meaning: 'What is owed when a meal break comes late.' },
	hotCost: { word: 'hot cost', meaning: 'What a shoot day really cost, reckoned the same evening.' },
	gate: { word: 'gate', meaning: 'A review that has to be passed before work goes on.' },
	slack: { word: 'slack', meaning: 'How many days a task can slip before the launch does.' },
	criticalPath: {
		word: 'critical path',
		meaning: 'The chain of tasks without slack: a day lost there is a day lost at launch.'
	},
	compression: {
		word: 'compression',
		meaning: 'Work pressed into fewer days than it needs; people pay for it in hours.'
	},
	unlockPoint: { word: 'unlock point', meaning: 'The episode from which viewers have to pay.' },
	traffic: { word: 'traffic', meaning: 'Viewers brought by promotion, given by the platform or bought.' },
	hook: { word: 'hook', meaning: 'The first three seconds, which decide whether a viewer stays.' },
	twist: { word: 'twist', meaning: 'The turn in an episode that nobody saw coming.' },
	cliffhanger: { word: 'cliffhanger', meaning: 'The open ending that makes viewers start the next episode.' },
	breakdown: { word: 'breakdown', meaning: 'What each scene needs: cast, set, time of day, length, props.' },
	greenLight: { word: 'green light', meaning: 'The decision that the series will be made.' },
	launch: { word: 'launch', meaning: 'The day the first episodes go online.' }
};

export type Word = keyof typeof glossary;
