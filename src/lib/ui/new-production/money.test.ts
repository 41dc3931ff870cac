import { expect, test } from 'vitest';
import { currencyFor } from './money.ts';

test.each([
	['Asia/Shanghai', 'en', 'CNY'],
	['Asia/Hong_Kong', 'zh-Hans', 'HKD'],
	['Europe/Paris', 'en', 'EUR'],
	['Europe/London', 'zh-Hans', 'GBP'],
	['Africa/Nairobi', 'en', 'USD'],
	['Africa/Nairobi', 'zh-Hans', 'CNY']
] as const)('a production in %s, spoken of in %s, reckons in %s', (zone, language, currency) => {
	expect(currencyFor(zone, language)).toBe(currency);
});
