/** What the page lends the bench that drives it. */
export type EpisodesBench = {
	/** milliseconds from the loaded document to its first paint (0 until then) */
	painted: number;
	/** Pastes a block of so many rows and columns into the grid; answers milliseconds until painted. */
	paste(rows: number, columns: number): Promise<number>;
	/** A colleague changes an episode's title; answers milliseconds until painted, and how many rows changed on the page. */
	remote(n: number): Promise<{ ms: number; rows: number }>;
	/** milliseconds between frames since `record` */
	frames: number[];
	record(): void;
};

declare global {
	interface Window {
		episodes: EpisodesBench;
	}
}
