/**
 * The categories of a breakdown (field guide 1.2), with the number Final Draft and Movie Magic give each. Cast,
 * synopsis, script day, unit, sequence, location and comments are fields of a scene rather than elements.
 */
export const ELEMENT_CATEGORIES = [
	'background',
	'stunts',
	'vehicles',
	'props',
	'camera',
	'special-effects',
	'wardrobe',
	'make-up',
	'animals',
	'animal-wrangler',
	'music',
	'sound',
	'art',
	'set-dressing',
	'greenery',
	'special-equipment',
	'security',
	'labor',
	'visual-effects',
	'mechanical-effects',
	'miscellaneous'
] as const;

export type ElementCategory = (typeof ELEMENT_CATEGORIES)[number];

/** Final Draft's number of each category, for reading and writing .fdx. */
export const FDX_NUMBERS: Readonly<Record<ElementCategory, number>> = {
	background: 3,
	stunts: 4,
	vehicles: 5,
	props: 6,
	camera: 7,
	'special-effects': 8,
	wardrobe: 9,
	'make-up': 10,
	animals: 11,
	'animal-wrangler': 12,
	music: 13,
	sound: 15,
	art: 16,
	'set-dressing': 17,
	greenery: 18,
	'special-equipment': 19,
	security: 20,
	labor: 21,
	'visual-effects': 23,
	'mechanical-effects': 24,
	miscellaneous: 25
};
