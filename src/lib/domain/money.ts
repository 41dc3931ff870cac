/** Sums of money: whole numbers of a currency's smallest unit (fen, cents, yen), so that nothing is lost by adding. */

/** A sum in the smallest unit of its currency. */
export type Cents = number;

/**
 * How many of the smallest unit make one: 100 for the yuan and the dollar, 1 for the yen. A currency nobody knows
 * has two decimals.
 */
export function unitsOf(currency: string): number {
	try {
		const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
			style: 'currency',
			currency
		}).resolvedOptions();
		return 10 ** maximumFractionDigits;
	} catch {
		return 100;
	}
}

/** A sum as a decimal number in whole units: for rules that reckon in those. */
export const inUnits = (sum: Cents, currency: string): number => sum / unitsOf(currency);
