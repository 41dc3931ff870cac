import type { Awareness } from 'y-protocols/awareness';
import { Signal } from './table.svelte.ts';

/** Somebody who has the production open. Name and role are stamped by the server, never by the person. */
export type Present = {
	/** one a window: the same person on two devices is two */
	readonly clientId: number;
	readonly userId: string;
	readonly name: string;
	readonly role: string;
	/** what is selected or being edited there: ids of strips, scenes, people */
	readonly at: readonly string[];
	/** a stable number for a colour, 0 to 7 */
	readonly hue: number;
};

/** Who else is here, and on what. */
export class Presence {
	readonly #awareness: Awareness;
	readonly #anyone = new Signal();
	readonly #at = new Map<string, Signal>();
	#others: readonly Present[] = [];
	#byThing = new Map<string, Present[]>();
	readonly #listen = (): void => this.#read();

	constructor(awareness: Awareness) {
		this.#awareness = awareness;
		awareness.on('change', this.#listen);
		this.#read();
	}

	/** Everybody else who has this production open, one entry a window. */
	get others(): readonly Present[] {
		this.#anyone.read();
		return this.#others;
	}

	/** Who is on one thing (a strip, a scene, a person). Depends on that thing only. */
	on(id: string): readonly Present[] {
		let signal = this.#at.get(id);
		if (!signal) {
			signal = new Signal(() => this.#at.delete(id));
			this.#at.set(id, signal);
		}
		signal.read();
		return this.#byThing.get(id) ?? [];
	}

	/** Says what is selected here; others see it. At most 20 ids travel. */
	show(ids: readonly string[]): void {
		const at = ids.slice(0, 20);
		const was = this.#awareness.getLocalState()?.at;
		if (JSON.stringify(was ?? []) !== JSON.stringify(at)) this.#awareness.setLocalStateField('at', at);
	}

	destroy(): void {
		this.#awareness.off('change', this.#listen);
	}

	#read(): void {
		const others: Present[] = [];
		const byThing = new Map<string, Present[]>();
		for (const [clientId, state] of this.#awareness.getStates()) {
			if (clientId === this.#awareness.clientID) continue;
			const present = readState(clientId, state);
			if (!present) continue;
			others.push(present);
			for (const id of present.at) byThing.set(id, [...(byThing.get(id) ?? []), present]);
		}
		const touched = new Set([...this.#byThing.keys(), ...byThing.keys()]);
		this.#others = others.sort((a, b) => a.clientId - b.clientId);
		this.#byThing = byThing;
		this.#anyone.fire();
		for (const id of touched) this.#at.get(id)?.fire();
	}
}

function readState(clientId: number, state: { [key: string]: unknown }): Present | null {
	const user = state.user as { id?: unknown; name?: unknown; role?: unknown } | undefined;
	if (typeof user?.id !== 'string' || typeof user.name !== 'string') return null;
	const at = Array.isArray(state.at) ? state.at.filter((id) => typeof id === 'string') : [];
	let hue = 0;
	for (const letter of user.id) hue = (hue * 31 + letter.charCodeAt(0)) % 8;
	return { clientId, userId: user.id, name: user.name, role: String(user.role ?? ''), at, hue };
}
