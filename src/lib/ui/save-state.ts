export type { SaveState } from '#lib/domain/save-state.ts';

/** One thing that waits or was refused, in words, for the badge's list. */
export type WaitingChange = {
	id: string;
	/** what it is: "Moved 34-1 to day 3" */
	what: string;
	/** when it was made, milliseconds */
	at?: number;
	/** why the server refused it */
	why?: string;
	/** what was written, a line a value, so that nothing has to be decided about unread */
	content?: readonly string[];
};
