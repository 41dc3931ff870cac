/**
 * Where an entry or a decision is: `unsaved` (in this page's memory, and the disk doesn't take it), `saving` (on its way
 * to the disk), `saved` (on this device's disk), `synced` (on the server's disk), `refused` (needs a person); null: that
 * can't be said, so nothing is.
 */
export type EntryPlace = 'unsaved' | 'saving' | 'saved' | 'synced' | 'refused' | null;

/** A change made here, as far as it says which entries it wrote. */
type Wrote = { readonly intents: readonly { readonly row: string }[] };

export type PlaceFacts = {
	/** changes on this device's disk that the server has not acknowledged */
	readonly waiting: readonly (Wrote & { readonly refused: string | null })[];
	/** changes in memory and nowhere else */
	readonly unwritten: readonly Wrote[];
	/** the disk doesn't take them */
	readonly failing: boolean;
	/** what waits is known: storage can be read */
	readonly storage: boolean;
	/** another app's built-in browser, which may forget everything: nothing there is called kept */
	readonly inApp: boolean;
};

/** Where the entry under a key is. What came from the server is synced, and so is what was made here and waits no more. */
export function placeOfEntry(key: string, facts: PlaceFacts): EntryPlace {
	const wrote = ({ intents }: Wrote): boolean => intents.some(({ row }) => row === key);
	const waiting = facts.waiting.find(wrote);
	if (waiting && waiting.refused !== null) return 'refused';
	if (facts.unwritten.some(wrote)) return facts.failing ? 'unsaved' : 'saving';
	if (facts.inApp || !facts.storage) return null;
	return waiting ? 'saved' : 'synced';
}

const FARTHEST: readonly EntryPlace[] = ['refused', 'unsaved', 'saving', null, 'saved', 'synced'];

/** The least safe of several places; null of none. */
export const leastSafe = (places: readonly EntryPlace[]): EntryPlace =>
	FARTHEST.find((place) => places.includes(place)) ?? null;
