import { keep, kept } from '../kept.ts';
import type { BoneyardOrder } from './sort-boneyard.ts';
import type { Mode } from './types.ts';

/** How a board was last looked at on this device: a reload, or a tablet that ran out of power, keeps it. */
export type KeptBoard = {
	readonly mode: Mode;
	readonly twoLines: boolean;
	readonly order: BoneyardOrder;
	/** null: as the screen has room */
	readonly boneyard: boolean | null;
	/** the folded sets, by their first strip */
	readonly folded: readonly string[];
};

const KEY = 'daybreak.board';
/** Folds of several productions share the list; the oldest go. */
const FOLDS = 400;
const MODES: readonly Mode[] = ['whole', 'days', 'day'];
const ORDERS: readonly BoneyardOrder[] = ['set', 'number', 'script'];

export function keptBoard(): KeptBoard {
	let raw: Partial<Record<keyof KeptBoard, unknown>> = {};
	try {
		const read: unknown = JSON.parse(kept(KEY) ?? '{}');
		if (typeof read === 'object' && read !== null) raw = read;
	} catch {
		// written by another version, or by hand: begin anew
	}
	return {
		mode: MODES.find((mode) => mode === raw.mode) ?? 'days',
		twoLines: raw.twoLines === true,
		order: ORDERS.find((order) => order === raw.order) ?? 'set',
		boneyard: typeof raw.boneyard === 'boolean' ? raw.boneyard : null,
		folded: Array.isArray(raw.folded) ? raw.folded.filter((id) => typeof id === 'string') : []
	};
}

export function keepBoard(board: KeptBoard): void {
	keep(KEY, JSON.stringify({ ...board, folded: board.folded.slice(-FOLDS) }));
}
