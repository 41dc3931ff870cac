/** What tabs of one user that have the same document open tell each other. */
export type TabMessage =
	/** somebody new, who has this much */
	| { readonly type: 'hello'; readonly vector: Uint8Array }
	/** something others may lack */
	| { readonly type: 'update'; readonly update: Uint8Array }
	/** what the tab that sends knows of the connection */
	| { readonly type: 'state'; readonly state: SharedState }
	/** whether the tab that sends is alive */
	| { readonly type: 'are you there' }
	/** it is */
	| { readonly type: 'i am' }
	/** try to connect at once */
	| { readonly type: 'wake' }
	/** the document has to be opened anew */
	| { readonly type: 'rebuilt' };

/** What followers show of the sender's connection. */
export type SharedState = {
	readonly connected: boolean;
	readonly syncedAt: number | null;
	readonly ended: number | null;
};

/** The line between tabs for one document: named by user, so that two sign-ins in one browser never meet. */
export class Tabs {
	readonly #line: BroadcastChannel | null;
	readonly #heard: (message: TabMessage) => void;
	#closed = false;

	constructor(name: string, heard: (message: TabMessage) => void) {
		this.#line = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
		this.#heard = heard;
	}

	/** From here on messages are passed on; those that came before are not. */
	listen(): void {
		if (this.#line) this.#line.onmessage = ({ data }) => this.#heard(data as TabMessage);
	}

	post(message: TabMessage): void {
		if (!this.#closed) this.#line?.postMessage(message);
	}

	close(): void {
		this.#closed = true;
		this.#line?.close();
	}
}
