import type { StripView } from './types.ts';

export type BoneyardOrder = 'set' | 'number' | 'script';

const natural = new Intl.Collator('en', { numeric: true });

/** The boneyard in an order to search by; its own order on the board is nobody's plan. */
export function sortBoneyard(views: readonly StripView[], by: BoneyardOrder): StripView[] {
	const number = (a: StripView, b: StripView): number =>
		natural.compare(a.scene?.number ?? '', b.scene?.number ?? '') || a.strip.part - b.strip.part;
	const script = (a: StripView, b: StripView): number => {
		const [x, y] = [a.scene?.order ?? '', b.scene?.order ?? ''];
		return x < y ? -1 : x > y ? 1 : number(a, b);
	};
	if (by === 'number') return views.toSorted(number);
	if (by === 'script') return views.toSorted(script);
	return views.toSorted(
		(a, b) => natural.compare(a.setName || '\uffff', b.setName || '\uffff') || script(a, b)
	);
}
