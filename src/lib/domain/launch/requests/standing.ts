/** How a request stands: our answer, who agrees, and whether two devices said different things of it. */
import type { Request, RequestNote } from '../records.ts';

/** An answer that no later one knew of. */
export type StandingAnswer = Pick<
	RequestNote,
	'answer' | 'answerText' | 'answeredOn' | 'by' | 'why' | 'at'
> & {
	/** null: the request itself says so, and no note does */
	readonly noteId: RequestNote['id'] | null;
};

/** What one person thinks of a request. */
export type StandingPosition = {
	readonly who: string;
	readonly whoId: string;
	/** the last word; more than one where two devices said different things without knowing of each other */
	readonly heads: readonly RequestNote[];
	readonly isDisputed: boolean;
};

export type RequestStanding = {
	/** the answer in force first; more than one where they contradict each other */
	readonly answers: readonly StandingAnswer[];
	readonly isDisputed: boolean;
	/** of everybody who has one, by name */
	readonly positions: readonly StandingPosition[];
};

/** Something said that names what was known when it was said. */
type Said = { readonly id: string; readonly sawIds: readonly string[] };

/** Those that no other of them knew of: one, unless two devices spoke without knowing of each other. */
export function headsOf<N extends Said>(notes: readonly N[]): N[] {
	const seen = new Set(notes.flatMap(({ id, sawIds }) => sawIds.filter((saw) => saw !== id)));
	const heads = notes.filter(({ id }) => !seen.has(id));
	return heads.length > 0 ? heads : [...notes];
}

/** Notes in the order they were given: by the clocks of the devices, but never before one they knew of. */
export function notesInOrder(notes: Iterable<RequestNote>): RequestNote[] {
	const byId = new Map([...notes].map((note) => [note.id, note]));
	const times = new Map<string, number>();
	const timeOf = (note: RequestNote): number => {
		const known = times.get(note.id);
		if (known !== undefined) return known;
		times.set(note.id, note.at);
		const saw = note.sawIds.flatMap((id) => byId.get(id) ?? []);
		const time = Math.max(note.at, ...saw.map((one) => timeOf(one) + 1));
		times.set(note.id, time);
		return time;
	};
	return [...byId.values()].sort((a, b) => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1));
}

/** How a request stands after all that was noted of it. */
export function standingOf(request: Request, notes: Iterable<RequestNote>): RequestStanding {
	const own = notesInOrder(notes).filter(({ requestId }) => requestId === request.id);
	const given: StandingAnswer[] = headsOf(own.filter(({ kind }) => kind === 'answer')).map((note) => ({
		...note,
		noteId: note.id
	}));
	// An answer of no note (a demo, another client) counts as long as none says otherwise.
	const holds = given.some(({ answer }) => answer === request.answer);
	const plain = request.answer !== 'open' || given.length > 0;
	const answers = holds || !plain ? given : [ofRequest(request), ...given];
	const inForce = answers.findIndex(({ answer }) => answer === request.answer);
	return {
		answers: inForce > 0 ? [answers[inForce]!, ...answers.filter((_, n) => n !== inForce)] : answers,
		isDisputed: new Set(answers.map(({ answer }) => answer)).size > 1,
		positions: positionsOf(own)
	};
}

const ofRequest = ({ answer, answerText, answeredOn }: Request): StandingAnswer => ({
	noteId: null,
	answer,
	answerText,
	answeredOn,
	by: '',
	why: '',
	at: 0
});

function positionsOf(notes: readonly RequestNote[]): StandingPosition[] {
	const byWho = new Map<string, RequestNote[]>();
	for (const note of notes) {
		if (note.kind !== 'position') continue;
		const of = byWho.get(note.whoId);
		if (of) of.push(note);
		else byWho.set(note.whoId, [note]);
	}
	return [...byWho]
		.map(([whoId, of]): StandingPosition => {
			const heads = headsOf(of);
			return {
				whoId,
				who: of.at(-1)!.who,
				heads,
				isDisputed: new Set(heads.map(({ position }) => position)).size > 1
			};
		})
		.filter(({ heads }) => heads.some(({ position }) => position !== 'none'))
		.sort((a, b) => (a.who < b.who ? -1 : a.who > b.who ? 1 : a.whoId < b.whoId ? -1 : 1));
}

/** Who a position belongs to: the person of the plan, else the account, else the name as it was typed. */
export const whoIdOf = (who: {
	readonly personId?: string | null;
	readonly userId?: string | null;
	readonly name: string;
}): string => who.personId ?? who.userId ?? `name ${who.name.trim().toLocaleLowerCase()}`;
