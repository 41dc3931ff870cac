/** One's own hours as a file: every entry as it was written, with the proof of the record. */
import type { DayKey } from '../../calendar/day-key.ts';
import type { Decision, Keyed, Logged } from './logged.ts';

/** What the server's record says of these entries: its rows and the chain's head (reliability.md 3); null: made offline. */
export type RecordProof = {
	readonly head: { readonly seq: number; readonly hash: string };
	readonly rows: readonly object[];
} | null;

/**
 * A file that stands for itself: each entry under the key that holds its hash, so that anybody can check that not
 * a letter was changed, and where the server's record stood when the file was made.
 */
export type OwnFile = {
	readonly format: 'daybreak-own-hours';
	readonly version: 1;
	readonly production: { readonly title: string; readonly zone: string };
	readonly person: { readonly id: string; readonly name: string };
	readonly madeAt: string;
	readonly proof: RecordProof;
	readonly entries: readonly Keyed<Logged>[];
	readonly decisions: readonly Keyed<Decision>[];
};

export type OwnFileOf = Omit<OwnFile, 'format' | 'version' | 'madeAt'> & { readonly madeAt: number };

/** The file's content; entries in the order of their keys, so that the same hours give the same file. */
export const ownFile = ({ madeAt, ...rest }: OwnFileOf): OwnFile => ({
	format: 'daybreak-own-hours',
	version: 1,
	madeAt: new Date(madeAt).toISOString(),
	...rest
});

/** The days a file is about; null for none. */
export function spanOf(entries: readonly Logged[]): { from: DayKey; to: DayKey } | null {
	const dates = entries.flatMap((one) => (one.kind === 'entry' ? [one.date] : [])).sort();
	const [from] = dates;
	const to = dates.at(-1);
	return from && to ? { from, to } : null;
}
