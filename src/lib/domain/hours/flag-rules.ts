/** Number, wording and source of each flag code (RULES.md). A rule set's own `source` comes before the one here. */

export type FlagRule = { readonly rule: string; readonly text: string; readonly source: string };

const OWN = 'Product: bad input is shown, never silently mended';
const SET = 'The rule set in force';

export const FLAG_RULES: Readonly<Record<string, FlagRule>> = {
	DST_AMBIGUOUS: {
		rule: 'H1',
		text: 'A time the clock shows twice is the earlier one unless said otherwise',
		source: '29 CFR 785 (real hours are paid); DOL elaws, clock change'
	},
	DST_GAP: {
		rule: 'H1',
		text: 'A time the clock skips is moved forward by what it skips',
		source: '29 CFR 785 (real hours are paid); DOL elaws, clock change'
	},
	MISSING_END: { rule: 'H2', text: 'An entry without an end is not counted', source: OWN },
	ZERO_LENGTH: { rule: 'H2', text: 'An entry that ends when it starts is not counted', source: OWN },
	NEGATIVE_DURATION: { rule: 'H2', text: 'An entry that ends before it starts is not counted', source: OWN },
	ENTRY_OVER_24H: {
		rule: 'H2',
		text: 'An entry longer than the longest allowed is not counted',
		source: OWN
	},
	ENTRY_UNREADABLE: { rule: 'H2', text: 'An entry whose date or time is none is not counted', source: OWN },
	ENTRY_TYPE_UNKNOWN: { rule: 'H4', text: 'An entry of an unknown type counts as work', source: OWN },
	BREAK_OUTSIDE_SHIFT: {
		rule: 'H5',
		text: 'A break outside its entry is ignored, one past its end is cut',
		source: OWN
	},
	BREAK_UNREADABLE: { rule: 'H5', text: 'A break whose time is none is not deducted', source: OWN },
	MEAL_SHORT: {
		rule: 'H6',
		text: 'An unpaid meal shorter than the least that may be deducted stays work',
		source: '29 CFR 785.18, 785.19'
	},
	CORRECTION_CONFLICT: {
		rule: 'H7',
		text: 'Two corrections of one entry both count until a third settles them',
		source: OWN
	},
	PLANNED_OT: { rule: 'H8', text: 'A planned day is paid above straight time', source: SET },
	DUPLICATE: { rule: 'H9', text: 'The same span entered twice counts once', source: OWN },
	OVERLAP: { rule: 'H9', text: 'Overlapping entries count as their union', source: OWN },
	OT_DAY_GT_1H: {
		rule: 'H18',
		text: 'Generally no more than 1 hour of extension a day',
		source: 'Labour Law (劳动法) Art. 41'
	},
	OT_DAY_GT_3H: {
		rule: 'H18',
		text: 'For special reasons no more than 3 hours of extension a day',
		source: 'Labour Law (劳动法) Art. 41'
	},
	OT_MONTH_GT_36H: {
		rule: 'H19',
		text: 'No more than 36 hours of extension a month',
		source: 'Labour Law (劳动法) Art. 41'
	},
	CONSECUTIVE_DAYS: {
		rule: 'H20',
		text: 'One day of rest in seven',
		source: 'Labour Law (劳动法) Art. 38; Labor Code 551–552; WTR reg. 11; Directive 2003/88/EC Art. 5'
	},
	REST_SHORT: {
		rule: 'H21',
		text: 'The shortest rest between two shifts',
		source: 'WTR reg. 10; Directive 2003/88/EC Art. 3; SAG-AFTRA rest periods; else a product default'
	},
	WEEKLY_REST_SHORT: {
		rule: 'H22',
		text: 'One long rest that begins in each week',
		source: 'WTR reg. 10–11; Directive 2003/88/EC Art. 3 and 5; SAG-AFTRA and IATSE rest periods'
	},
	BREAK_MISSING: {
		rule: 'H23',
		text: 'A break of 20 minutes in a shift of more than 6 hours',
		source: 'WTR reg. 12; Directive 2003/88/EC Art. 4'
	},
	WEEK_AVG_GT_48H: {
		rule: 'H24',
		text: 'No more than 48 hours a week on average',
		source: 'WTR reg. 4–5; Directive 2003/88/EC Art. 6'
	},
	NIGHT_OVER_8H: {
		rule: 'H25',
		text: 'Night workers average no more than 8 hours',
		source: 'WTR reg. 6; Directive 2003/88/EC Art. 8 (legally an average)'
	},
	MEAL_LATE: {
		rule: 'H26',
		text: 'A meal begins within 6 hours of the call or of the end of the last',
		source: 'IWC Wage Order 12 §11; SAG-AFTRA meal periods'
	},
	MEAL_MISSED: {
		rule: 'H26',
		text: 'The wrap comes within 6 hours of the call or of the end of the last meal',
		source: 'IWC Wage Order 12 §11; SAG-AFTRA meal periods'
	},
	MINOR_LATE_WRAP: {
		rule: 'H32',
		text: 'The latest wrap typed for this minor',
		source: 'This production; no law is claimed'
	},
	MINOR_HOURS: {
		rule: 'H32',
		text: 'The hours on set typed for this minor',
		source: 'This production; no law is claimed'
	},
	CLOCK_OFF: {
		rule: 'H35',
		text: 'The device’s clock was not the server’s when the entry was made',
		source: OWN
	},
	CLOCK_JUMPED: {
		rule: 'H35',
		text: 'The device’s clock was set to another time before the entry was made',
		source: OWN
	},
	CLOCK_STRANGE: {
		rule: 'H35',
		text: 'By the device’s clock the entry was made before its day, or most of a year after it',
		source: OWN
	},
	ENTRY_AHEAD: { rule: 'H36', text: 'Hours of a day that has not come', source: OWN },
	CALENDAR_NOT_ENTERED: {
		rule: 'H33',
		text: 'The year’s holiday arrangement is not entered past the known dates',
		source: 'State Council General Office, 4 Nov 2025 (2026); none read for later years'
	}
};

/** A limit somebody added under a code of their own still carries a number. */
export const ruleOf = (code: string): FlagRule =>
	FLAG_RULES[code] ?? { rule: 'H34', text: code, source: SET };
