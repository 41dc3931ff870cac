/**
 * The sentence of each rule (RULES.md). Times come as text ("13 h 20"), days as "Day 3", people and scenes by
 * name and number.
 */
import { counted } from '../plural.ts';

const count = counted('en');

type Words = Readonly<Record<string, string>>;
type Figures = Readonly<Record<string, number>>;

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
		other: (w: Words) => `Rule ${w.rule} has something to say.`
	}
};
