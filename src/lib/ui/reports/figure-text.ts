/** A figure of a workload as it is written: lengths of time, sums, counts. */
import { FIGURES, type Figure, type Workload } from '#lib/domain/reports/index.ts';
import { duration, money, number } from '../format.ts';
import { language } from '../text/index.svelte.ts';

const LENGTHS: ReadonlySet<Figure> = new Set([
	'worked',
	'called',
	'planned',
	'overtime',
	'overtimePlanned',
	'unpriced'
]);
const SUMS: ReadonlySet<Figure> = new Set(['paid', 'unpaid']);
/** Shown also where they are nothing: that nobody worked overtime is worth saying. */
const ALWAYS: ReadonlySet<Figure> = new Set(['worked', 'overtime', 'paid', 'unpaid']);

export const isCount = (figure: Figure): boolean => !LENGTHS.has(figure) && !SUMS.has(figure);

export const figureText = (figure: Figure, amount: number, currency: string): string =>
	LENGTHS.has(figure)
		? duration(amount, language.current)
		: SUMS.has(figure)
			? money(amount, currency, language.current)
			: number(amount, language.current);

/** The figures a page has something to say of; sums, and what has none, only for who may see them. */
export const figuresOf = (sum: Workload, priced: boolean): Figure[] =>
	FIGURES.filter(
		(figure) =>
			(priced || (!SUMS.has(figure) && figure !== 'unpriced')) &&
			(ALWAYS.has(figure) || (sum[figure] ?? 0) > 0)
	);
