/** United States: California law, federal minimum, IATSE low budget, SAG-AFTRA (hours-rules 2). Data only, as JSON would hold it; the numbers are those of hours-rules 7. */

export const usCaCrew = {
	id: 'us-ca-crew',
	name: 'California law, non-union film crew',
	jurisdiction: 'US-CA',
	version: '2026-1',
	effective_from: '2020-01-01',
	editable: true,
	week_start: 'SUN',
	rest_weekdays: [],
	holiday_basis: 'workday',
	rounding: null,
	breaks: {
		min_deduct_min: 30,
		max_deduct_min: 60
	},
	pay_rules: {
		day_types: {},
		daily: {
			applies_to: ['ordinary', 'rest', 'makeup', 'statutory'],
			tiers: [
				{
					after_min: 480,
					basis: 'worked',
					multiplier: 1.5
				},
				{
					after_min: 720,
					basis: 'worked',
					multiplier: 2
				}
			]
		},
		nth_day: [
			{
				n: 7,
				tiers: [
					{
						after_min: 0,
						multiplier: 1.5
					},
					{
						after_min: 480,
						multiplier: 2
					}
				]
			}
		],
		weekly: {
			threshold_min: 2400,
			multiplier: 1.5,
			exclude_day_types: []
		},
		period: null
	},
	meal: {
		first_within_min: 360,
		next_within_min: 360,
		min_valid_min: 30,
		ndb: null,
		severity: 'violation',
		penalty: {
			type: 'hours_per_day',
			hours: 1
		},
		source: 'IWC Wage Order 12 §11; Labor Code 226.7'
	},
	limits: [
		{
			code: 'CONSECUTIVE_DAYS',
			kind: 'consecutive',
			max_days: 6,
			basis: 'week',
			severity: 'violation',
			source: 'Labor Code 551, 552; Mendoza v. Nordstrom (2017)'
		},
		{
			code: 'REST_SHORT',
			kind: 'daily_rest',
			min_min: 600,
			severity: 'warn',
			source: 'Industry practice: no California statute for adults'
		}
	],
	rate: {
		day_rate_method: 'equivalent'
	},
	sources: [
		{
			text: 'Labor Code 510(a): 1.5 over 8 h and 40 h, 2.0 over 12 h, 7th day of the workweek',
			url: 'self-law.org/code/ca/labor-code/510',
			read_on: '2026-11',
			verified: true
		},
		{
			text: 'Labor Code 500: workday and workweek',
			url: 'self-law.org/code/ca/labor-code/500',
			read_on: '2026-11',
			verified: true
		},
		{
			text: 'Labor Code 551, 552, 556; Mendoza v. Nordstrom (2017): day of rest by workweek',
			url: 'mondaq.com/unitedstates/x/603262',
			read_on: '2026-11',
			verified: true
		},
		{
			text: 'IWC Wage Order 12 §11: meals of film crews',
			url: 'office-supply.com/meal_and_break_rules_in_californ.htm',
			read_on: '2026-11',
			verified: true
		},
		{
			text: 'Labor Code 226.7: one hour of premium pay a workday',
			url: 'calchamber.com',
			read_on: '2026-11',
			verified: true
		},
		{
			text: '10 h of turnaround: no California statute for adults',
			url: 'jwsoundgroup.net',
			read_on: '2026-11',
			verified: false
		}
	]
} as const;

export const usFlsa = {
	id: 'us-flsa',
	name: 'US federal minimum',
	jurisdiction: 'US',
	version: '2026-1',
	effective_from: '2020-01-01',
	editable: true,
	week_start: 'SUN',
	rest_weekdays: [],
	holiday_basis: 'workday',
	rounding: null,
	breaks: {
		min_deduct_min: 30,
		max_deduct_min: null
	},
	pay_rules: {
		day_types: {},
		daily: null,
		nth_day: [],
		weekly: {
			threshold_min: 2400,
			multiplier: 1.5,
			exclude_day_types: []
		},
		period: null
	},
	meal: null,
	limits: [],
	rate: {
		day_rate_method: 'equivalent'
	},
	sources: [
		{
			text: 'FLSA: 1.5 over 40 h in a workweek, nothing daily',
			url: 'payablaw.com/blog/2017/august/overtime-violations-in-california',
			read_on: '2026-11',
			verified: true
		},
		{
			text: '29 CFR 785.18, 785.19: short breaks are paid, meals of 30 min are not',
			url: 'webarchive.library.unt.edu',
			read_on: '2026-11',
			verified: true
		}
	]
} as const;

export const usIatseLowbudget = {
	id: 'us-iatse-lowbudget',
	name: 'IATSE low budget (partly UNVERIFIED)',
	jurisdiction: 'US',
	version: '2026-1',
	effective_from: '2014-01-01',
	editable: true,
	week_start: 'SUN',
	rest_weekdays: [],
	holiday_basis: 'workday',
	rounding: null,
	breaks: {
		min_deduct_min: 30,
		max_deduct_min: 60
	},
	pay_rules: {
		day_types: {},
		daily: {
			applies_to: ['ordinary', 'rest', 'makeup', 'statutory'],
			tiers: [
				{
					after_min: 480,
					basis: 'worked',
					multiplier: 1.5
				},
				{
					after_min: 720,
					basis: 'worked',
					multiplier: 2
				},
				{
					after_min: 900,
					basis: 'elapsed',
					multiplier: 3
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
		weekly: {
			threshold_min: 2400,
			multiplier: 1.5,
			exclude_day_types: []
		},
		period: null
	},
	meal: {
		first_within_min: 360,
		next_within_min: 360,
		min_valid_min: 30,
		ndb: null,
		severity: 'violation',
		penalty: {
			type: 'steps',
			currency: 'USD',
			steps: [
				{
					min: 30,
					amount: 7.5
				},
				{
					min: 30,
					amount: 10
				}
			],
			thereafter: {
				min: 30,
				amount: 12.5
			}
		},
		source: 'IATSE low budget: 7.50 / 10 / 12.50 (UNVERIFIED)'
	},
	limits: [
		{
			code: 'REST_SHORT',
			kind: 'daily_rest',
			min_min: 600,
			severity: 'violation',
			source: 'IATSE daily rest'
		},
		{
			code: 'WEEKLY_REST_SHORT',
			kind: 'weekly_rest',
			min_min: 2880,
			min_if_six_days_min: 1920,
			severity: 'violation',
			source: 'IATSE low budget, weekend rest since 2014'
		}
	],
	rate: {
		day_rate_method: 'equivalent'
	},
	sources: [
		{
			text: 'IATSE low budget: triple time after a 15 h production day (2010 text; elapsed or worked unclear)',
			url: 'iatse.net/history/new-low-budget-theatrical-agreement',
			read_on: '2026-11',
			verified: true
		},
		{
			text: 'IATSE: daily rest 10 h; weekend rest 48 h (5-day), 32 h (6-day)',
			url: 'basic.iatse.net/history-of-rest-periods',
			read_on: '2026-11',
			verified: true
		},
		{
			text: 'IATSE low budget: 1.5 after 8, 2.0 after 12, 6th day 1.5, 7th day 2.0',
			url: '',
			read_on: '2026-11',
			verified: false
		},
		{
			text: 'IATSE low budget: meal penalties 7.50 / 10 / 12.50 a half hour',
			url: '',
			read_on: '2026-11',
			verified: false
		}
	]
} as const;

export const usSagPerformer = {
	id: 'us-sag-performer',
	name: 'SAG-AFTRA day performer',
	jurisdiction: 'US',
	version: '2026-1',
	effective_from: '2020-01-01',
	editable: true,
	week_start: 'SUN',
	rest_weekdays: [],
	holiday_basis: 'workday',
	rounding: {
		scope: 'overtime',
		unit_min: 6,
		mode: 'up'
	},
	breaks: {
		min_deduct_min: 30,
		max_deduct_min: 60
	},
	pay_rules: {
		day_types: {},
		daily: {
			applies_to: ['ordinary', 'rest', 'makeup', 'statutory'],
			tiers: [
				{
					after_min: 480,
					basis: 'worked',
					multiplier: 1.5
				},
				{
					after_min: 600,
					basis: 'worked',
					multiplier: 2
				}
			]
		},
		nth_day: [],
		weekly: null,
		period: null
	},
	meal: {
		first_within_min: 360,
		next_within_min: 360,
		min_valid_min: 30,
		ndb: {
			min: 15,
			within_min: 120
		},
		severity: 'violation',
		penalty: {
			type: 'steps',
			currency: 'USD',
			steps: [
				{
					min: 30,
					amount: 25
				},
				{
					min: 30,
					amount: 35
				}
			],
			thereafter: {
				min: 30,
				amount: 50
			}
		},
		source: 'SAG-AFTRA meal periods'
	},
	limits: [
		{
			code: 'REST_SHORT',
			kind: 'daily_rest',
			min_min: 720,
			severity: 'violation',
			penalty: {
				type: 'lesser_of_day_rate_or',
				amount: 900,
				currency: 'USD',
				code: 'FORCED_CALL'
			},
			source: 'SAG-AFTRA rest periods and forced calls'
		},
		{
			code: 'WEEKLY_REST_SHORT',
			kind: 'weekly_rest',
			min_min: 3360,
			min_if_six_days_min: 2160,
			alt: {
				min_min: 3240,
				next_call_not_before: '06:00'
			},
			severity: 'violation',
			source: 'SAG-AFTRA rest periods: 56 h, 54 h with a call from 06:00, 36 h in a six-day week'
		}
	],
	rate: {
		day_rate_method: 'equivalent'
	},
	sources: [
		{
			text: 'SAG-AFTRA overtime: 1.5 for hours 9–10, 2.0 beyond, in tenths',
			url: 'sagaftra.org/overtime',
			read_on: '2026-11',
			verified: true
		},
		{
			text: 'SAG-AFTRA meal periods and penalties: 25, 35, then 50 a half hour',
			url: 'sagaftra.org/meal-periods',
			read_on: '2026-11',
			verified: true
		},
		{
			text: 'SAG-AFTRA rest periods and forced calls',
			url: 'sagaftra.org/rest-periods-forced-calls-0',
			read_on: '2026-11',
			verified: true
		},
		{
			text: 'SAG-AFTRA Verticals Agreement (Oct 2025): hours terms not read',
			url: 'thevertibase.com',
			read_on: '2026-11',
			verified: false
		}
	]
} as const;
