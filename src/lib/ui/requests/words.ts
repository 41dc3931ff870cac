/** Requests in words: names, figures, findings and their history. */
import type { Finding } from '#lib/domain/finding.ts';
import type { RequestId } from '#lib/domain/ids.ts';
import type { Request } from '#lib/domain/launch/records.ts';
import type { RequestedScene } from '#lib/domain/launch/requests/work.ts';
import { readDay } from '#lib/domain/calendar/day-key.ts';
import { date, duration, eighths, list } from '../format.ts';
import { language, text } from '../text/index.svelte.ts';
import type { LogLine, RequestShown } from './types.ts';

export const requestName = ({ from, round, number }: Pick<Request, 'from' | 'round' | 'number'>): string =>
	text.requests.name(from, round, number);

/** Overtime of everybody in whole hours: minutes of it mean nothing. */
export const inHours = (minutes: number): number => Math.round(minutes / 60);

export const askedLine = ({ askedBy, askedOn }: Request): string =>
	text.requests.asked(askedBy, askedOn ? date(askedOn, language.current) : '');

/** What it adds, in a line: "3 scenes, 1 h 15 of shooting · 1 task". */
export function workLine({ work, request }: RequestShown): string {
	const words = text.requests;
	const scenes = work.scenes.filter(({ state }) => state !== 'none' && state !== 'gone');
	const minutes = request.answer === 'refused' ? work.minutes + work.outMinutes : work.minutes;
	const parts = [
		scenes.length > 0 ? words.workLine(scenes.length, duration(minutes, language.current)) : '',
		work.tasks.length > 0
			? words.taskLine(
					work.tasks.length,
					work.taskMinutes > 0 ? duration(work.taskMinutes, language.current) : ''
				)
			: ''
	].filter(Boolean);
	return parts.length > 0 ? parts.join(' · ') : words.noWork;
}

export function sceneLine({ scene, did, eighths: pages, state }: RequestedScene): string {
	const words = text.requests;
	if (!scene) return words.states.gone;
	return [words.did[did](eighths(pages)), words.states[state]].filter(Boolean).join(' · ');
}

/** Names of those who hold a position, as they are listed. */
export const namesWith = (shown: RequestShown, position: 'agreed' | 'objected'): string[] =>
	shown.standing.positions.flatMap(({ who, heads }) =>
		heads.some((head) => head.position === position) ? [who] : []
	);

/** A finding in words. */
export function findingWords({ rule, about, figures }: Finding, nameOf: (id: RequestId) => string): string {
	const words = text.requests.finding;
	const name = nameOf(about.requestId as RequestId);
	const other = nameOf(about.otherId as RequestId);
	const n = figures.scenes ?? 0;
	switch (rule) {
		case 'R1':
			return words.R1(name);
		case 'R2':
			return words.R2(name, about.who ?? '');
		case 'R3':
			return words.R3(name);
		case 'R4':
			return words.R4(name, other);
		case 'R5':
			return words.R5(name, n);
		case 'R6':
			return words.R6(name, n);
		case 'R7':
			return words.R7(name, n);
		case 'R8':
			return words.R8(name);
		case 'R10':
			return words.R10(name, other, n);
		default:
			return words[`R9 ${about.reason as 'asked-ahead' | 'answered-ahead' | 'answered-before'}`](name);
	}
}

/** One line of the history: what was done. Who and when stand beside it. */
export function logWords(line: LogLine, nameOf: (id: RequestId) => string): string {
	const words = text.requests;
	const { log } = words;
	if (line.kind === 'rewrite') {
		const { version, fileName, added, changed, removed } = line.rewrite;
		return log.rewrite(version || fileName, added, changed, removed);
	}
	const { note } = line;
	const named = (names: readonly string[]): string => list(names, language.current);
	switch (note.kind) {
		case 'written':
			return note.added.length > 0 ? log.writtenWith(named(note.added)) : log.written;
		case 'answer':
			return log.answered(words.answers[note.answer], note.answerText);
		case 'position':
			return log.position(note.who, words.position[note.position]);
		case 'put-away':
			return log.putAway;
		case 'taken-back':
			return log.takenBack;
		case 'scenes':
		case 'tasks':
			if (note.removed.length === 0) return log.added(named(note.added));
			if (note.added.length === 0) return log.removed(named(note.removed));
			return log.both(named(note.added), named(note.removed));
		default: {
			const said = (value: string): string => fieldWords(note.field, value, nameOf);
			return log.changed(log.fields[note.field] ?? note.field, said(note.before), said(note.after));
		}
	}
}

function fieldWords(field: string, value: string, nameOf: (id: RequestId) => string): string {
	if (value === '') return '';
	if (field === 'from') return (text.requests.sides as Readonly<Record<string, string>>)[value] ?? value;
	if (field === 'replacesId') return nameOf(value as RequestId);
	const day = field === 'askedOn' ? readDay(value) : null;
	return day ? date(day, language.current) : value;
}
