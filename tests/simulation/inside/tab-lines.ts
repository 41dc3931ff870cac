/** BroadcastChannel in one process, as queued work that `rest` waits for, so that tabs take part in moved time. */
const lines = new Map<string, Set<Line>>();
/** lines of frozen tabs, with what they will hear when they thaw */
const frozen = new Map<Line, unknown[]>();

class Line {
	readonly name: string;
	onmessage: ((event: { data: unknown }) => void) | null = null;

	constructor(name: string) {
		this.name = name;
		const all = lines.get(name) ?? new Set();
		lines.set(name, all.add(this));
	}

	postMessage(message: unknown): void {
		for (const other of lines.get(this.name) ?? []) {
			if (other === this) continue;
			const data: unknown = structuredClone(message);
			setImmediate(() => {
				const held = frozen.get(other);
				if (held) held.push(data);
				else if (lines.get(this.name)?.has(other)) other.onmessage?.({ data });
			});
		}
	}

	close(): void {
		const all = lines.get(this.name);
		all?.delete(this);
		if (all?.size === 0) lines.delete(this.name);
	}
}

Object.assign(globalThis, { BroadcastChannel: Line });

/** Whatever tabs there are hear and say nothing more. */
export function closeTabs(): void {
	lines.clear();
	frozen.clear();
}

/** Freezes every tab there is now, as a phone does in the background: they hear nothing. Returns the way to thaw them. */
export function freezeTabs(): () => void {
	const these = [...lines.values()].flatMap((all) => [...all]);
	for (const line of these) frozen.set(line, []);
	return () => {
		for (const line of these) {
			const held = frozen.get(line) ?? [];
			frozen.delete(line);
			for (const data of held) line.onmessage?.({ data });
		}
	};
}
