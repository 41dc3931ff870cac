import type * as Y from 'yjs';
import { readDecision, readLogged, type Decision, type Logged } from '#lib/domain/hours/log/logged.ts';
import { Entries } from './entries.ts';

/** One person's hours: entries, punches, corrections, answers and signatures, only ever added. */
export type HoursDocument = Entries<Logged>;
/** What was decided on one person's hours, only ever added; the person reads it and never writes it. */
export type DecisionsDocument = Entries<Decision>;

const hours = new WeakMap<Y.Doc, HoursDocument>();
const decisions = new WeakMap<Y.Doc, DecisionsDocument>();

/** The hours in a document; the same object for the same document. */
export function openHours(doc: Y.Doc): HoursDocument {
	const known = hours.get(doc) ?? new Entries<Logged>(doc, readLogged);
	hours.set(doc, known);
	return known;
}

/** The decisions in a document; the same object for the same document. */
export function openDecisions(doc: Y.Doc): DecisionsDocument {
	const known = decisions.get(doc) ?? new Entries<Decision>(doc, readDecision);
	decisions.set(doc, known);
	return known;
}
