import { until } from './clock.ts';
import type { Boundary } from '#lib/sync/boundary.ts';
import { Workspace } from '#lib/sync/workspace.ts';
import { ClientEnd, type Link, type Told } from './link.ts';
import type { Account, World } from './world.ts';

/** What is asked of the browser comes, or its bound does: time passes until then. */
export async function arrives<T>(promise: Promise<T>, ms = 60_000): Promise<T> {
	let done = false;
	void promise.finally(() => (done = true)).catch(() => {});
	await until('the browser answers', () => done, ms);
	return promise;
}

/**
 * Somebody signs out of this device: all of theirs is deleted.
 * @throws Error when a database of theirs is left
 */
export async function signOut(workspace: Workspace): Promise<void> {
	await arrives(workspace.wipe());
	const left = (await arrives(indexedDB.databases())).filter(({ name }) => name?.includes(workspace.userId));
	if (left.length > 0) throw new Error(`left on the tablet: ${left.map(({ name }) => name).join(', ')}`);
}

/** One browser of somebody: its workspace, and its way to the server, which can be cut. */
export class Browser {
	readonly account: Account;
	readonly links = new Set<Link>();
	reachable = true;
	/** how much its network carries each way */
	bytesPerSecond = Infinity;
	workspace!: Workspace;
	readonly #world: World;

	constructor(world: World, account: Account) {
		this.#world = world;
		this.account = account;
	}

	/** The socket a page of this browser gets. @param alive false: its tab is dead */
	socket(alive: () => boolean = () => true): typeof WebSocket {
		const dial = this.#world.dial(
			this.account,
			() => this.reachable && alive(),
			(link) => {
				link.up.bytesPerSecond = link.down.bytesPerSecond = this.bytesPerSecond;
				this.links.add(link);
			}
		);
		return class extends ClientEnd {
			constructor(url: string) {
				super(url, dial);
			}
		} as unknown as typeof WebSocket;
	}

	async open(boundary: Partial<Boundary>): Promise<Workspace> {
		const { userId } = this.account;
		this.workspace = await arrives(Workspace.open(userId, 'ws://server/sync', boundary));
		return this.workspace;
	}

	/** The way is gone; each end is told, or not. */
	cut(told: Told = { client: true, server: true }): void {
		for (const link of this.links) link.cut(told);
		this.links.clear();
	}
}
