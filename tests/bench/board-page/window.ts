/** What the page lends the bench that drives it. */
export type BoardBench = {
	/** milliseconds from the loaded document to the mounted board, and to its first paint (0 until then) */
	mounted: number;
	painted: number;
	/** strips made ready to draw so far */
	readonly views: number;
	/** A colleague changes a scene's number; answers milliseconds until painted here, and strips made ready for it. */
	remote(n: number): Promise<{ ms: number; views: number }>;
	/** Somebody else on these strips. */
	visit(name: string, strips: number[]): void;
	/** milliseconds between frames since `record` */
	frames: number[];
	record(): void;
};

declare global {
	interface Window {
		bench: BoardBench;
	}
}
