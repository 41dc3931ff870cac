import { PAID_DAYS } from '#lib/doc/commands/money.ts';
import { History, type Step } from '#lib/doc/history.ts';
import { openPlan, type PlanDocument, type PlanTables } from '#lib/doc/plan-document.ts';
import type { RuleSource } from '#lib/domain/hours/own-rules/index.ts';
import type { Production } from '#lib/domain/schedule/records.ts';
import type * as Y from 'yjs';
import { Places } from './places.svelte.ts';
import { liveTables, Signal, type LiveTables } from './table.svelte.ts';

/** A plan as pages see it: live tables, where every strip lies, and undo. Made once a document, not a page. */
export class LivePlan {
	readonly document: PlanDocument;
	readonly tables: LiveTables<PlanTables>;
	readonly places: Places;
	readonly #history: History;
	readonly #historySignal = new Signal();

	constructor(doc: Y.Doc) {
		this.document = openPlan(doc);
		this.tables = liveTables(this.document.tables);
		this.places = new Places(this.document.tables.strips, this.document.tables.days);
		// The paid days follow the money: undo on the board leaves them alone.
		this.#history = new History(this.document, ({ name }) => name !== PAID_DAYS);
		this.#history.observe(() => this.#historySignal.fire());
	}

	/** The production's own row; null while the plan hasn't arrived on this device. */
	get production(): Production | null {
		for (const row of this.tables.productions.rows().values()) return row;
		return null;
	}

	/** Where the rules of hours stand; null while the plan hasn't arrived on this device. */
	get ruleSource(): (RuleSource & { readonly production: Production }) | null {
		const { production } = this;
		return production && { production, ruleChanges: this.tables.ruleChanges.rows() };
	}

	/** What undo would take back, and redo do again. */
	get undoable(): Step | null {
		this.#historySignal.read();
		return this.#history.undoable;
	}
	get redoable(): Step | null {
		this.#historySignal.read();
		return this.#history.redoable;
	}

	/** Takes back the last thing done here; answers what it was. */
	undo(): Step | null {
		return this.#history.undo();
	}
	redo(): Step | null {
		return this.#history.redo();
	}

	destroy(): void {
		this.#history.destroy();
		this.places.destroy();
		for (const table of Object.values(this.tables)) table.destroy();
	}
}
