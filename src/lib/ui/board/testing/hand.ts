/** A hand on the mouse and a finger on the glass: real input, given to the browser and not to an element. */
import { cdp } from 'vitest/browser';

type Point = { readonly x: number; readonly y: number };

/** The tests run in a frame, drawn smaller where it doesn't fit. */
function onPage({ x, y }: Point): Point {
	const frame = window.frameElement?.getBoundingClientRect();
	if (!frame) return { x, y };
	return { x: frame.left + (x * frame.width) / innerWidth, y: frame.top + (y * frame.height) / innerHeight };
}

export function middleOf(element: Element | null | undefined, up = 0): Point {
	if (!element) throw new Error('There is nothing to point at.');
	const box = element.getBoundingClientRect();
	return { x: box.left + box.width / 2, y: box.top + box.height / 2 - up };
}

const mouse = (
	type: 'mousePressed' | 'mouseMoved' | 'mouseReleased',
	at: Point,
	held: boolean
): Promise<unknown> =>
	cdp().send('Input.dispatchMouseEvent', {
		type,
		...onPage(at),
		button: type === 'mouseMoved' && !held ? 'none' : 'left',
		buttons: held ? 1 : 0,
		clickCount: type === 'mouseMoved' ? 0 : 1
	});

/** Presses on one point and moves to another, and holds on. */
export async function grab(from: Point, to: Point): Promise<void> {
	await mouse('mouseMoved', from, false);
	await mouse('mousePressed', from, true);
	await mouse('mouseMoved', { x: from.x + 6, y: from.y + 6 }, true);
	await mouse('mouseMoved', to, true);
}

export const moveOn = (to: Point): Promise<unknown> => mouse('mouseMoved', to, true);
export const letGo = (at: Point): Promise<unknown> => mouse('mouseReleased', at, false);

export async function drag(from: Point, to: Point): Promise<void> {
	await grab(from, to);
	await letGo(to);
}

const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: Point | null): Promise<unknown> =>
	cdp().send('Input.dispatchTouchEvent', { type, touchPoints: at ? [onPage(at)] : [] });

export const finger = {
	down: (at: Point): Promise<unknown> => touch('touchStart', at),
	move: (to: Point): Promise<unknown> => touch('touchMove', to),
	up: (): Promise<unknown> => touch('touchEnd', null)
};
