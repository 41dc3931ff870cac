import type { PresetId } from '../presets/index.ts';

const LAW = 'Labour Law (劳动法) Art. 44';
const REGULATION = 'State Council Regulation on Working Hours (国务院关于职工工作时间的规定) Art. 3';
const CFR = '29 CFR 785.18–19';
const UNVERIFIED = 'not verified';

/**
 * Where the numbers of a rule set stand that belong to no limit (a limit names its own source), by rule or by the
 * number's kind where a rule has several (hours-rules 1–3). What is missing here is the product's own reading.
 */
export const NUMBER_SOURCES: Readonly<Record<PresetId, Readonly<Record<string, string>>>> = {
	'cn-standard': { 'tier.afterMin': REGULATION, H13: LAW, 'weekly.thresholdMin': REGULATION, H15: LAW },
	'cn-comprehensive-month': {
		H13: `common practice; ${UNVERIFIED}`,
		'period.thresholdMin': '人社部发〔2025〕2号: 20.67 × 8 h a month',
		H16: '劳部发〔1994〕503号 Art. 5'
	},
	'us-ca-crew': { H13: 'Labor Code 510(a)', H14: 'Labor Code 510(a)', H15: 'Labor Code 510(a)', H6: CFR },
	'us-flsa': { H15: 'FLSA', H6: CFR },
	'us-iatse-lowbudget': {
		H13: `IATSE low budget; ${UNVERIFIED}`,
		H14: `IATSE low budget; ${UNVERIFIED}`,
		H15: `IATSE low budget; ${UNVERIFIED}`,
		H6: CFR
	},
	'us-sag-performer': {
		H13: 'SAG-AFTRA overtime',
		H17: 'SAG-AFTRA overtime (tenths of an hour)',
		H6: 'SAG-AFTRA meal periods'
	},
	'uk-tv-drama': {
		'statutory.multiplier': `TV Drama Agreement 2023; ${UNVERIFIED}`,
		H13: 'TV Drama Agreement 2023',
		H14: 'TV Drama Agreement 2017, 2023',
		H17: 'TV Drama Agreement 2023 (15 min)',
		H6: 'WTR 1998 reg. 12'
	},
	'eu-wtd': { H6: `Directive 2003/88/EC Art. 4, length by national law; ${UNVERIFIED}` }
};
