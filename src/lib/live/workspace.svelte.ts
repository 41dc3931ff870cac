import { saveState, type SaveState } from '#lib/domain/save-state.ts';
import { plainOf } from '#lib/doc/plain.ts';
import type { Waiting } from '#lib/sync/outbox.ts';
import { Workspace } from '#lib/sync/workspace.ts';
import { forgetHere } from './forget-here.ts';
import { Signal } from './table.svelte.ts';

/** A user's workspace as pages see it: the badge's state and what waits. */
export class LiveWorkspace {
	readonly workspace: Workspace;
	readonly #signal = new Signal();

	constructor(workspace: Workspace) {
		this.workspace = workspace;
		workspace.observe(() => this.#signal.fire());
	}

	/** What the badge says. */
	get state(): SaveState {
		this.#signal.read();
		return saveState(this.workspace.facts);
	}

	/** Changes on this device that no server has, refused ones included, oldest first. */
	get waiting(): readonly Waiting[] {
		this.#signal.read();
		return this.workspace.waiting;
	}

	/**
	 * How many changes no server has, once each is on disk or known not to be: what signing out would lose. Infinity
	 * where that can't be known, because the browser doesn't let its storage be read.
	 */
	async unsent(): Promise<number> {
		await this.workspace.settled();
		const { unsaved, saving, storage } = this.workspace.facts;
		return storage ? this.workspace.waiting.length + unsaved + saving : Infinity;
	}

	/**
	 * What waits as a file's text, for a person to keep: plain field values, nothing of the wire. Where the server's
	 * record was changed, all that this device has of it too.
	 */
	async export(): Promise<string> {
		const plain = (await this.workspace.unsent()).map(({ document, name, at, refused, intents }) => ({
			document,
			change: name,
			madeAt: new Date(at).toISOString(),
			refused,
			values: intents
		}));
		return JSON.stringify({ kept: plain, here: await this.#here() }, null, '\t');
	}

	/** A person has seen that the server's record was changed. */
	async goOn(): Promise<void> {
		await this.workspace.seenDiffering();
	}

	async #here(): Promise<Record<string, unknown>> {
		const here: Record<string, unknown> = {};
		for (const document of this.workspace.differing) {
			const channel = await this.workspace.open(document);
			here[document] = plainOf(channel.doc);
			await this.workspace.release(channel);
		}
		return here;
	}

	/** Throws away every refused change a person has seen. */
	async discardRefused(): Promise<void> {
		await this.workspace.discard(this.waiting.map(({ key }) => key));
	}

	/** Offers these refused changes to the server once more. */
	async sendAgain(keys: readonly number[]): Promise<void> {
		await this.workspace.sendAgain(keys);
		this.workspace.wake();
	}
}

let current: { userId: string; opening: Promise<LiveWorkspace> } | null = null;

/** The address of the sync server: the one that served the page. */
export const syncServer = (): string =>
	`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`;

/**
 * The workspace of a user on this device, opened once a page. Another user's closes first.
 * Where the browser gives no storage it opens all the same, and says so.
 */
export async function workspaceOf(userId: string): Promise<LiveWorkspace> {
	if (current?.userId !== userId) {
		const before = current;
		const opening = (async () => {
			if (before) await before.opening.then(({ workspace }) => workspace.close()).catch(() => {});
			// Whose page it is goes along: by the next connection somebody else may be signed in in this browser.
			const workspace = await Workspace.open(userId, `${syncServer()}?for=${encodeURIComponent(userId)}`);
			// Signed out in another tab: nothing more is kept here, so no page may go on as if it were.
			workspace.onWiped(() => {
				forgetHere();
				location.reload();
			});
			return new LiveWorkspace(workspace);
		})();
		current = { userId, opening };
		opening.catch(() => {
			if (current?.opening === opening) current = null;
		});
	}
	return current.opening;
}

/** Deletes everything of a user from this device. Call only after nothing waits, or a person said to discard it. */
export async function wipeWorkspace(userId: string): Promise<void> {
	const open = await workspaceOf(userId);
	current = null;
	await open.workspace.wipe();
}
