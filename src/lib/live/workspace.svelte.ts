import { saveState, type SaveState } from '#lib/domain/save-state.ts';
import { plainOf } from '#lib/doc/plain.ts';
import type { Change, Waiting } from '#lib/sync/outbox.ts';
import { Workspace, type Unsent } from '#lib/sync/workspace.ts';
import { forgetHere } from './forget-here.ts';
import { openHere } from './open-here.ts';
import { session } from './session.svelte.ts';
import { Signal } from './table.svelte.ts';

/** A user's workspace as pages see it: the badge's state and what waits. */
export class LiveWorkspace {
	readonly workspace: Workspace;
	readonly #signal = new Signal();

	constructor(workspace: Workspace) {
		this.workspace = workspace;
		workspace.observe(() => this.#signal.fire());
		openHere.add(this);
	}

	/** What the badge says. */
	get state(): SaveState {
		return this.stateWhen(false);
	}

	/**
	 * The same where the server may have said that the sign-in has ended: no document has to be open for that. What is
	 * more pressing, such as a change that isn't kept, is still said.
	 */
	stateWhen(expired: boolean): SaveState {
		this.#signal.read();
		const { facts } = this.workspace;
		return saveState({ ...facts, signedOut: facts.signedOut || expired });
	}

	/** Whether what waits on this device is known: the browser lets its storage be read. */
	get storage(): boolean {
		this.#signal.read();
		return this.workspace.facts.storage;
	}

	/** The browser is another app's and may forget everything: nothing here is to be called kept. */
	get inApp(): boolean {
		return this.workspace.facts.inApp;
	}

	/** Changes made here that are in this page's memory and nowhere else, oldest first. */
	get unwritten(): readonly Change[] {
		this.#signal.read();
		return this.workspace.unwritten;
	}

	/** Changes on this device that no server has, refused ones included, oldest first. */
	get waiting(): readonly Waiting[] {
		this.#signal.read();
		return this.workspace.waiting;
	}

	/**
	 * Changes no server has, refused ones and those only in memory included, once each is on disk or known not to be:
	 * what deleting this user from the device would lose. Where `storage` says so, there may be more.
	 */
	async unsent(): Promise<readonly Unsent[]> {
		await this.workspace.settled();
		return this.workspace.unsent();
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

	/** Lets go of everything; what wasn't sent stays on this device. */
	async close(): Promise<void> {
		openHere.delete(this);
		await this.workspace.close();
	}

	/** Deletes all that this user has on this device. */
	async wipe(): Promise<void> {
		openHere.delete(this);
		await this.workspace.wipe();
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

	/** Throws away these refused changes: a person has seen each of them. */
	async discard(keys: readonly number[]): Promise<void> {
		await this.workspace.discard(keys);
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
 * A socket was closed because the sign-in had ended: the server is asked who is here, so that pages know it too; where
 * they have signed in again meanwhile, in another tab, the documents go on.
 */
function askWhenShutOut(workspace: Workspace): void {
	let told = false;
	workspace.observe(() => {
		const out = workspace.facts.signedOut;
		if (out && !told) {
			void session.ask().then((answer) => {
				if (answer.ok && answer.value.user.id === workspace.userId) workspace.wake();
			});
		}
		told = out;
	});
}

/**
 * The workspace of a user on this device, opened once a page. Another user's closes first.
 * Where the browser gives no storage it opens all the same, and says so.
 */
export async function workspaceOf(userId: string): Promise<LiveWorkspace> {
	if (current?.userId !== userId) {
		const before = current;
		const opening = (async () => {
			if (before) await before.opening.then((live) => live.close()).catch(() => {});
			// Whose page it is goes along: by the next connection somebody else may be signed in in this browser.
			const workspace = await Workspace.open(userId, `${syncServer()}?for=${encodeURIComponent(userId)}`);
			// Signed out in another tab: nothing more is kept here, so no page may go on as if it were.
			workspace.onWiped(() => {
				forgetHere();
				location.reload();
			});
			askWhenShutOut(workspace);
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
	await open.wipe();
}
