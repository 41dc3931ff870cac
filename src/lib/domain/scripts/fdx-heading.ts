import { readChineseHeading } from './chinese-heading.ts';
import { beginsAsHeading, readHeading, type Heading } from './heading.ts';
import { hasHan } from './letters.ts';

/** No writer's number is longer: it is text that slipped into the field. */
const NUMBER_MOST = 24;

/** The number as written, in the one way numbers are compared: half-width, capitals, one space at most. */
export function tidyFdxNumber(number: string | undefined): string | null {
	const tidy = (number ?? '')
		.normalize('NFKC')
		.replace(/[–—]/g, '-')
		.replace(/\s+(?!\()/g, '')
		.replace(/\.+$/, '')
		.toUpperCase();
	return tidy && tidy.length <= NUMBER_MOST ? tidy : null;
}

/**
 * Reads a heading that is one for certain, whatever it says. In a Chinese script the number belongs to the heading,
 * wherever the program keeps it: 3-2 is of episode 3. Null when it is too long to be a heading.
 *
 * @param number as `tidyFdxNumber` has it
 * @param lastNumber of the scene before, so that a bare 3-2 counts when it follows 3-1
 */
export function readFdxHeading(
	plain: string,
	number: string | null,
	lastNumber: string | null
): Heading | null {
	const around = {
		afterBlank: true,
		lastNumber,
		labelBelow: false,
		labelled: false
	};
	const chinese = (text: string): Heading | null => (hasHan(text) ? readChineseHeading(text, around) : null);
	if (beginsAsHeading(plain)) return withNumber(readHeading(plain, false), number);
	const own = chinese(plain);
	const numbered = number && own?.number !== number ? chinese(`${number} ${plain}`) : null;
	return own?.number || !numbered
		? withNumber(own ?? readHeading(plain, true), number)
		: withNumber(numbered, number);
}

const withNumber = (read: Heading | null, number: string | null): Heading | null =>
	read && { ...read, number: number ?? read.number };
