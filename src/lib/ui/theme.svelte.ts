/** The theme of this device: paper for sun and desk, dark, and set for shooting at night. */
import { keep, kept } from './kept.ts';

export const THEMES = ['paper', 'dark', 'set'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'daybreak.theme';
const isTheme = (raw: unknown): raw is Theme => (THEMES as readonly unknown[]).includes(raw);

let current = $state<Theme>('paper');

function show(to: Theme): void {
	current = to;
	const root = document.documentElement;
	root.dataset.theme = to;
	// the browser's own bar takes the page's ground
	const ground = getComputedStyle(root).getPropertyValue('--ground').trim();
	document.querySelector('meta[name="theme-color"]')?.setAttribute('content', ground);
}

export const theme = {
	get current(): Theme {
		return current;
	},
	/** Shows what was chosen on this device, else paper. */
	start(): void {
		const chosen = kept(KEY);
		show(isTheme(chosen) ? chosen : 'paper');
	},
	choose(to: Theme): void {
		keep(KEY, to);
		show(to);
	}
};
