import * as Y from 'yjs';
import { Command } from './command.ts';
import { rootsOf, type Schema, type TypedDocument } from './document.ts';

/** What an undo would take back, or a redo do again. */
export type Step = { readonly name: string; readonly count: number };

const STEP = 'step';

/**
 * Undo and redo of what was done here, one command a step. What others did in between stays: a field that
 * somebody else has changed since is left as they set it.
 */
export class History {
	readonly #manager: Y.UndoManager;

	/** @param follows which commands can be undone here; all where it is left out */
	constructor(document: TypedDocument<Schema>, follows: (command: Command) => boolean = () => true) {
		this.#manager = new Y.UndoManager(rootsOf(document), {
			trackedOrigins: new Set<unknown>([Command]),
			captureTimeout: 0,
			// An undo of its own has this manager as its origin, and is what redo needs.
			captureTransaction: ({ origin }) => !(origin instanceof Command) || follows(origin)
		});
		this.#manager.on('stack-item-added', ({ stackItem, origin }) => {
			if (origin instanceof Command) stackItem.meta.set(STEP, { name: origin.name, count: origin.count });
			else if (this.#moving) stackItem.meta.set(STEP, this.#moving);
		});
	}

	#moving: Step | null = null;

	/** What `undo` would take back; null when there is nothing. */
	get undoable(): Step | null {
		return stepOf(this.#manager.undoStack);
	}

	/** What `redo` would do again; null when there is nothing. */
	get redoable(): Step | null {
		return stepOf(this.#manager.redoStack);
	}

	/** Takes the last own command back and says which it was. */
	undo(): Step | null {
		return this.#move(this.undoable, () => this.#manager.undo());
	}

	/** Does the last undone command again and says which it was. */
	redo(): Step | null {
		return this.#move(this.redoable, () => this.#manager.redo());
	}

	/** Calls back whenever what can be undone or redone changes. Returns the way to stop. */
	observe(listener: () => void): () => void {
		const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const;
		for (const event of events) this.#manager.on(event, listener);
		return () => {
			for (const event of events) this.#manager.off(event, listener);
		};
	}

	destroy(): void {
		this.#manager.destroy();
	}

	#move(step: Step | null, act: () => void): Step | null {
		if (!step) return null;
		this.#moving = step;
		act();
		this.#moving = null;
		return step;
	}
}

const stepOf = (stack: readonly { meta: Map<unknown, unknown> }[]): Step | null =>
	(stack.at(-1)?.meta.get(STEP) as Step | undefined) ?? null;
