/** What a key means in a grid: the same as in a spreadsheet. */

export type Move = {
	readonly do: 'move';
	/** rows and columns; Infinity: to the edge of the grid, `jump`: to the edge of what is filled in */
	readonly rows: number;
	readonly cols: number;
	readonly jump?: boolean;
	readonly page?: boolean;
	readonly extend: boolean;
};

export type KeyAct =
	| Move
	| { readonly do: 'enter' | 'tab'; readonly back: boolean }
	| {
			readonly do:
				| 'edit'
				| 'clear'
				| 'fill'
				| 'fill-right'
				| 'undo'
				| 'redo'
				| 'all'
				| 'row'
				| 'toggle'
				| 'list'
				| 'open'
				| 'sort'
				| 'release';
	  };

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const ARROWS: Readonly<Record<string, readonly [rows: number, cols: number]>> = {
	ArrowUp: [-1, 0],
	ArrowDown: [1, 0],
	ArrowLeft: [0, -1],
	ArrowRight: [0, 1]
};

/** The act of a key while nothing is being edited; null where the key is nobody's or a letter to type. */
export function keyAct({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): KeyAct | null {
	const command = ctrlKey || metaKey;
	const arrow = ARROWS[key];
	if (arrow && altKey)
		return key === 'ArrowDown' ? { do: 'list' } : key === 'ArrowUp' ? { do: 'sort' } : null;
	if (arrow) return { do: 'move', rows: arrow[0], cols: arrow[1], jump: command, extend: shiftKey };
	switch (key) {
		case 'Home':
			return { do: 'move', rows: command ? -Infinity : 0, cols: -Infinity, extend: shiftKey };
		case 'End':
			return { do: 'move', rows: command ? Infinity : 0, cols: Infinity, extend: shiftKey };
		case 'PageUp':
			return { do: 'move', rows: -1, cols: 0, page: true, extend: shiftKey };
		case 'PageDown':
			return { do: 'move', rows: 1, cols: 0, page: true, extend: shiftKey };
		case 'Enter':
			return altKey || command ? { do: 'open' } : { do: 'enter', back: shiftKey };
		case 'Tab':
			return command || altKey ? null : { do: 'tab', back: shiftKey };
		case 'F2':
			return { do: 'edit' };
		case 'Escape':
			return { do: 'release' };
		case 'Delete':
		case 'Backspace':
			return { do: 'clear' };
		case ' ':
			return shiftKey ? { do: 'row' } : command ? null : { do: 'toggle' };
	}
	if (!command || altKey) return null;
	switch (key.toLowerCase()) {
		case 'd':
			return { do: 'fill' };
		case 'r':
			return { do: 'fill-right' };
		case 'z':
			return { do: shiftKey ? 'redo' : 'undo' };
		case 'y':
			return { do: 'redo' };
		case 'a':
			return { do: 'all' };
	}
	return null;
}

/**
 * Where Ctrl and an arrow lead: to the last filled cell of a run, or over empty ones to the next filled one, else to
 * the edge.
 * @param filled whether a cell is filled, by its place along the line
 */
export function jumpFrom(at: number, step: 1 | -1, length: number, filled: (at: number) => boolean): number {
	const inside = (n: number): boolean => n >= 0 && n < length;
	let to = at + step;
	if (!inside(to)) return at;
	if (filled(at) && filled(to)) {
		while (inside(to + step) && filled(to + step)) to += step;
		return to;
	}
	while (inside(to + step) && !filled(to)) to += step;
	return to;
}
