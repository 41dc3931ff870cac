/** The board's measures in pixels. The layout is reckoned from them, so a drag never has to measure the page. */
import type { Mode } from './types.ts';

export type Sizes = {
	/** width of a day, of the night after it, and between days with no night */
	readonly column: number;
	readonly gutter: number;
	readonly gap: number;
	/** the day's header, kept in sight while strips scroll (phone: with the night as a row) */
	readonly header: number;
	readonly strip: number;
	readonly setHeader: number;
	/** space above the first strip and below the last */
	readonly pad: number;
	/** whether strips of one set stand under a header */
	readonly grouped: boolean;
};

export type Screen = 'phone' | 'tablet' | 'laptop';

export const screenOf = (width: number): Screen =>
	width < 700 ? 'phone' : width < 1280 ? 'tablet' : 'laptop';

const GUTTER = 56;
const WHOLE_GUTTER = 40;

/**
 * @param room width the board has for days
 * @param days how many there are: in Whole they narrow a little (to 92) when that makes all of them fit
 * @param twoLines strips with cast and minutes on a second line
 */
export function sizesFor(mode: Mode, screen: Screen, room: number, days: number, twoLines: boolean): Sizes {
	const touch = screen !== 'laptop';
	if (mode === 'whole') {
		const fitting = Math.floor((room - 16 - WHOLE_GUTTER * Math.max(0, days - 1)) / Math.max(1, days));
		return {
			column: fitting >= 92 ? Math.min(104, fitting) : 104,
			gutter: WHOLE_GUTTER,
			gap: 8,
			header: 92,
			strip: touch ? 32 : 24,
			setHeader: 0,
			pad: 4,
			grouped: false
		};
	}
	const strip = (touch ? 44 : 32) + (twoLines ? (touch ? 12 : 20) : 0);
	const phone = screen === 'phone';
	if (mode === 'day' || phone) {
		return {
			column: Math.max(280, phone ? room : Math.min(room - GUTTER, 1120)),
			gutter: phone ? 0 : GUTTER,
			gap: 0,
			header: phone ? 144 : 96,
			strip: phone ? Math.max(strip, 56) : touch ? 48 : 40,
			setHeader: touch ? 44 : 32,
			pad: 8,
			grouped: phone
		};
	}
	return {
		column: 224,
		gutter: GUTTER,
		gap: 16,
		header: 96,
		strip,
		setHeader: touch ? 44 : 28,
		pad: 6,
		grouped: true
	};
}
