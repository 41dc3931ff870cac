/**
 * The sentence of each rule (RULES.md). Times come as text ("13 h 20"), days as "Day 3", people and scenes by
 * name and number.
 */
import { counted } from '../plural.ts';

const count = counted('en');

type Words = Readonly<Record<string, string>>;
type Figures = Readonly<Record<string, number>>;

/** "from 10:00 to 12:00", where hours are known. */
const hours = (w: Words): string => (w.from ? ` from ${w.from} to ${w.to}` : '');
const strips = (f: Figures): string => count(f.strips ?? 0, 'strip', 'strips');

export const findings = {
	title: 'What the rules say',
	none: 'No rule has anything to say about this plan.',
	button: (bad: number, warn: number) =>
		bad > 0
			? `${count(bad, 'rule broken', 'rules broken')}`
			: `${count(warn, 'thing to look at', 'things to look at')}`,
	rule: (number: string) => `Rule ${number}`,
	worst: { bad: 'Breaks a limit', warn: 'Look at it', info: 'Worth knowing' },
	unscheduled: (n: number, first: string) =>
		`${count(n, 'scene is', 'scenes are')} on no shoot day, ${first} first.`,
	day: (n: number) => `Day ${n}`,
	sentences: {
		S1: (w: Words) => `${w.day} is worked ${w.worked}: ${w.over} over the longest day of ${w.limit}.`,
		S2: (w: Words, f: Figures) =>
			`The night from ${w.fromDay} to ${w.toDay} gives ${count(f.people ?? 0, 'person', 'people')} less than ${w.limit} rest; the shortest is ${w.who} with ${w.rest}.`,
		S3: (w: Words) => `${w.day} is worked ${w.worked}: ${w.over} over the agreed ${w.limit}.`,
		S4: (w: Words, f: Figures) => `${w.day} has ${f.moves} company moves; they take ${w.minutes}.`,
		S5: (w: Words, f: Figures) =>
			f.early === 0
				? `${w.day} is to be shot, and no date is known for the planning number this subject needs.`
				: f.decided === 1
					? `${w.day} lies ${count(f.early ?? 0, 'day', 'days')} before the planning number came.`
					: `${w.day} lies ${count(f.early ?? 0, 'day', 'days')} before the planning number is due.`,
		S6: (w: Words, f: Figures) =>
			f.overlap === 0
				? `${w.who} is called by two units on ${w.day}, one after the other.`
				: `${w.who} is called by two units on ${w.day}, ${w.overlap} of it at the same time.`,
		S7: (w: Words, f: Figures) => `Scene ${w.scene} is scheduled twice: ${f.strips} strips.`,
		S8: (w: Words) => `Scene ${w.scene} is omitted and still lies on a shoot day.`,
		S9: (w: Words) => `Scene ${w.scene}: ${w.pages} on no shoot day.`,
		S10: (w: Words, f: Figures) => {
			const said =
				w.reason === 'contract'
					? `${w.day} lies outside ${w.who}’s contract`
					: w.reason === 'only'
						? `${w.who} hasn’t given ${w.day} as a day they can${hours(w)}`
						: w.reason === 'travel'
							? `${w.who} travels on ${w.day}${hours(w)}`
							: w.reason === 'fitting'
								? `${w.who} has a fitting on ${w.day}${hours(w)}`
								: w.reason === 'rehearsal'
									? `${w.who} rehearses on ${w.day}${hours(w)}`
									: `${w.who} is away on ${w.day}${hours(w)}`;
			return f.strips ? `${said}; ${strips(f)} with them.` : `${said} and is called.`;
		},
		S11: (w: Words, f: Figures) =>
			w.reason === 'hours'
				? `${w.place} is open from ${w.from} to ${w.to}; on ${w.day} ${strips(f)} there outside these hours.`
				: `${w.place} can’t be had on ${w.day}${hours(w)}; ${strips(f)} there.`,
		S12: (w: Words) =>
			w.reason === 'long'
				? `${w.who}, a minor, is on set for ${w.onSet} on ${w.day}: ${w.over} more than the agreed ${w.limit}.`
				: `${w.who}, a minor, works until ${w.until} on ${w.day}: ${w.over} past the agreed ${w.latest}.`,
		S13: (w: Words, f: Figures) =>
			w.sun === undefined
				? `The sun doesn’t rise at ${w.place} on ${w.day}: ${strips(f)} for an exterior day scene.`
				: w.reason === 'before'
					? `${strips(f)} of day exteriors at ${w.place} on ${w.day} before sunrise at ${w.sun}: ${w.dark} in the dark.`
					: `${strips(f)} of day exteriors at ${w.place} on ${w.day} past sunset at ${w.sun}: ${w.dark} in the dark.`,
		S14: (w: Words, f: Figures) =>
			`${count(f.days ?? 1, 'day ahead is', 'days ahead are')} longer than the rules allow (H18): ${w.day} is worked ${w.worked}, ${w.over} past ${w.limit}.`,
		S20: (w: Words) =>
			`Scene ${w.scene} was shot before the rewrite changed it (${w.pages}). Shoot it again, or leave it as it is.`,
		other: (w: Words) => `Rule ${w.rule} has something to say.`
	},
	/** what a drop would bring, in the fewest words: the day is clear from where it stands */
	brief: {
		S10: (w: Words) => (w.reason === 'contract' ? `${w.who} not under contract` : `${w.who} not available`),
		S11: (w: Words) => (w.reason === 'hours' ? `${w.place} closed then` : `${w.place} not to be had`),
		S12: (w: Words) => (w.reason === 'long' ? `${w.who} too long on set` : `${w.who} past ${w.latest}`),
		S13: (w: Words) =>
			w.sun === undefined
				? 'no daylight'
				: w.reason === 'before'
					? `before sunrise ${w.sun}`
					: `past sunset ${w.sun}`
	}
};
