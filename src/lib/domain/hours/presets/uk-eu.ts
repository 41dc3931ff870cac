/** United Kingdom and European Union (hours-rules 3). Data only, as JSON would hold it; the numbers are those of hours-rules 7. */

export const ukTvDrama = {
	id: 'uk-tv-drama',
	name: 'UK Pact/Bectu TV drama + WTR 1998',
	jurisdiction: 'UK',
	version: '2026-1',
	effective_from: '2023-01-01',
	editable: true,
	week_start: 'MON',
	rest_weekdays: [],
	calendar: {
		statutory: [
			'2026-01-01',
			'2026-04-03',
			'2026-04-06',
			'2026-05-04',
			'2026-05-25',
			'2026-08-31',
			'2026-12-25',
			'2026-12-28'
		],
		off: [],
		makeup: [],
		known_until: '2026-12-31'
	},
	holiday_basis: 'workday',
	rounding: {
		scope: 'overtime',
		unit_min: 15,
		mode: 'up'
	},
	breaks: {
		min_deduct_min: 20,
		max_deduct_min: null
	},
	pay_rules: {
		day_types: {
			statutory: 2
		},
		daily: {
			applies_to: ['ordinary', 'rest', 'makeup', 'statutory'],
			tiers: [
				{
					after_min: 600,
					basis: 'worked',
					multiplier: 1.5
				}
			]
		},
		nth_day: [
			{
				n: 6,
				tiers: [
					{
						after_min: 0,
						multiplier: 1.5
					}
				]
			},
			{
				n: 7,
				tiers: [
					{
						after_min: 0,
						multiplier: 2
					}
				]
			}
		],
		weekly: null,
		period: null
	},
	meal: null,
	limits: [
		{
			code: 'REST_SHORT',
			kind: 'daily_rest',
			min_min: 660,
			severity: 'violation',
			source: 'WTR 1998 reg. 10'
		},
		{
			code: 'WEEKLY_REST_SHORT',
			kind: 'weekly_rest',
			min_min: 2100,
			severity: 'violation',
			source: 'WTR 1998 reg. 10 and 11'
		},
		{
			code: 'BREAK_MISSING',
			kind: 'break_required',
			over_worked_min: 360,
			min_break_min: 20,
			severity: 'violation',
			source: 'WTR 1998 reg. 12'
		},
		{
			code: 'WEEK_AVG_GT_48H',
			kind: 'avg_week',
			limit_min: 2880,
			weeks: 17,
			opt_out_key: 'opt_out_48',
			severity: 'violation',
			source: 'WTR 1998 reg. 4–5'
		},
		{
			code: 'CONSECUTIVE_DAYS',
			kind: 'consecutive',
			max_days: 6,
			basis: 'week',
			severity: 'violation',
			source: 'WTR 1998 reg. 11'
		},
		{
			code: 'NIGHT_OVER_8H',
			kind: 'night',
			from: '23:00',
			to: '06:00',
			night_min: 180,
			over_min: 480,
			severity: 'warn',
			source: 'WTR 1998 reg. 6 (legally an average)'
		}
	],
	rate: {
		day_rate_method: 'contracted',
		ot_hour_min: 35,
		ot_hour_max: 70,
		currency: 'GBP'
	},
	sources: [
		{
			text: 'Working Time Regulations 1998 reg. 4–5: 48 h average, opt-out',
			url: 'legislation.gov.uk/uksi/1998/1833/regulation/4/made',
			read_on: '2026-11',
			verified: true
		},
		{
			text: 'WTR reg. 10, 12: 11 h of daily rest, 20 min over 6 h',
			url: 'lexisnexis.co.uk',
			read_on: '2026-11',
			verified: true
		},
		{
			text: 'WTR reg. 11 (by NI reg. 13): 24 h of weekly rest beside the daily rest, hence 35 h',
			url: 'legislation.gov.uk/nisr/2016/49/regulation/13/made',
			read_on: '2026-11',
			verified: true
		},
		{
			text: 'WTR reg. 6: night work; 23:00–06:00 and 3 h not seen here',
			url: 'lexisnexis.co.uk',
			read_on: '2026-11',
			verified: false
		},
		{
			text: 'Pact/Bectu TV Drama Agreement 2023: 10 + 1 day, overtime 35–70 an hour in steps of 15 min',
			url: 'sargent-disc.com/2023/03/10',
			read_on: '2026-11',
			verified: true
		},
		{
			text: 'When 2T starts, rates above the cap, 7th day and bank holiday at 2T, terms after 2025',
			url: '',
			read_on: '2026-11',
			verified: false
		},
		{
			text: 'Bank holidays of England and Wales 2026',
			url: 'particlenews.pages.dev',
			read_on: '2026-11',
			verified: true
		}
	]
} as const;

export const euWtd = {
	id: 'eu-wtd',
	name: 'EU Directive 2003/88/EC floor',
	jurisdiction: 'EU',
	version: '2026-1',
	effective_from: '2004-08-02',
	editable: true,
	week_start: 'MON',
	rest_weekdays: [],
	holiday_basis: 'workday',
	rounding: null,
	breaks: {
		min_deduct_min: 20,
		max_deduct_min: null
	},
	pay_rules: {
		day_types: {},
		daily: null,
		nth_day: [],
		weekly: null,
		period: null
	},
	meal: null,
	limits: [
		{
			code: 'REST_SHORT',
			kind: 'daily_rest',
			min_min: 660,
			severity: 'violation',
			source: 'Directive 2003/88/EC Art. 3'
		},
		{
			code: 'WEEKLY_REST_SHORT',
			kind: 'weekly_rest',
			min_min: 2100,
			severity: 'violation',
			source: 'Directive 2003/88/EC Art. 3 and 5'
		},
		{
			code: 'BREAK_MISSING',
			kind: 'break_required',
			over_worked_min: 360,
			min_break_min: 20,
			severity: 'violation',
			source: 'Directive 2003/88/EC Art. 4'
		},
		{
			code: 'WEEK_AVG_GT_48H',
			kind: 'avg_week',
			limit_min: 2880,
			weeks: 17,
			opt_out_key: 'opt_out_48',
			severity: 'violation',
			source: 'Directive 2003/88/EC Art. 6'
		},
		{
			code: 'CONSECUTIVE_DAYS',
			kind: 'consecutive',
			max_days: 6,
			basis: 'week',
			severity: 'violation',
			source: 'Directive 2003/88/EC Art. 5'
		},
		{
			code: 'NIGHT_OVER_8H',
			kind: 'night',
			from: '23:00',
			to: '06:00',
			night_min: 180,
			over_min: 480,
			severity: 'warn',
			source: 'Directive 2003/88/EC Art. 8 (legally an average)'
		}
	],
	rate: {
		day_rate_method: 'contracted'
	},
	sources: [
		{
			text: 'Directive 2003/88/EC Art. 3, 4, 5, 6, 8',
			url: 'wordscope.be',
			read_on: '2026-11',
			verified: true
		},
		{
			text: 'CJEU C-306/16 Marques da Rosa: the weekly rest may fall on any day of each seven',
			url: 'stevens-bolton.com',
			read_on: '2026-11',
			verified: true
		},
		{
			text: 'Art. 16, reference of four months; length of breaks and pay are national',
			url: '',
			read_on: '2026-11',
			verified: false
		}
	]
} as const;
