/** China: standard hours and comprehensive hours by the month (hours-rules 1). Data only, as JSON would hold it; the numbers are those of hours-rules 7. */

export const cnStandard = {
	id: 'cn-standard',
	name: 'China standard hours',
	jurisdiction: 'CN',
	version: '2026-1',
	effective_from: '2025-01-01',
	editable: true,
	week_start: 'MON',
	rest_weekdays: ['SAT', 'SUN'],
	calendar: {
		statutory: [
			'2026-01-01',
			'2026-02-16',
			'2026-02-17',
			'2026-02-18',
			'2026-02-19',
			'2026-04-05',
			'2026-05-01',
			'2026-05-02',
			'2026-06-19',
			'2026-09-25',
			'2026-10-01',
			'2026-10-02',
			'2026-10-03'
		],
		off: [
			'2026-01-02',
			'2026-01-03',
			'2026-02-15',
			'2026-02-20',
			'2026-02-21',
			'2026-02-22',
			'2026-02-23',
			'2026-04-04',
			'2026-04-06',
			'2026-05-03',
			'2026-05-04',
			'2026-05-05',
			'2026-06-20',
			'2026-06-21',
			'2026-09-26',
			'2026-09-27',
			'2026-10-04',
			'2026-10-05',
			'2026-10-06',
			'2026-10-07'
		],
		makeup: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
		known_until: '2026-12-31',
		unverified_statutory: [
			'2027-01-01',
			'2027-02-05',
			'2027-02-06',
			'2027-02-07',
			'2027-02-08',
			'2027-04-05',
			'2027-05-01',
			'2027-05-02',
			'2027-06-09',
			'2027-09-15',
			'2027-10-01',
			'2027-10-02',
			'2027-10-03'
		]
	},
	holiday_basis: 'calendar-minute',
	rounding: null,
	breaks: {
		min_deduct_min: 0,
		max_deduct_min: null
	},
	pay_rules: {
		day_types: {
			statutory: 3,
			rest: 2
		},
		daily: {
			applies_to: ['ordinary', 'makeup'],
			tiers: [
				{
					after_min: 480,
					basis: 'worked',
					multiplier: 1.5
				}
			]
		},
		nth_day: [],
		weekly: {
			threshold_min: 2400,
			multiplier: 1.5,
			exclude_day_types: ['makeup']
		},
		period: null
	},
	meal: null,
	limits: [
		{
			code: 'OT_DAY_GT_1H',
			kind: 'daily_extension',
			beyond_min: 480,
			over_min: 60,
			day_types: ['ordinary', 'makeup'],
			severity: 'warn',
			suppressed_by: 'OT_DAY_GT_3H',
			source: 'Labour Law (劳动法) Art. 41'
		},
		{
			code: 'OT_DAY_GT_3H',
			kind: 'daily_extension',
			beyond_min: 480,
			over_min: 180,
			day_types: ['ordinary', 'makeup'],
			severity: 'violation',
			source: 'Labour Law (劳动法) Art. 41'
		},
		{
			code: 'OT_MONTH_GT_36H',
			kind: 'monthly_premium',
			over_min: 2160,
			severity: 'violation',
			source: 'Labour Law (劳动法) Art. 41'
		},
		{
			code: 'CONSECUTIVE_DAYS',
			kind: 'consecutive',
			max_days: 6,
			basis: 'rolling',
			severity: 'violation',
			source: 'Labour Law (劳动法) Art. 38'
		},
		{
			code: 'REST_SHORT',
			kind: 'daily_rest',
			min_min: 600,
			severity: 'advice',
			source: 'Product default (advice): the Labour Law names no daily rest'
		}
	],
	rate: {
		month_paid_days: 21.75,
		hours_per_day: 8,
		day_rate_method: 'contracted'
	},
	sources: [
		{
			text: 'State Council Regulation on Working Hours (国务院关于职工工作时间的规定) Art. 3, 7: 8 h a day, 40 h a week',
			url: 'cnacce.org.cn/news/607.html',
			read_on: '2026-11',
			verified: true
		},
		{
			text: 'Labour Law (劳动法) Art. 36: 8 h a day, 44 h a week on average',
			url: 'law.lawtime.cn/lifadongtai/35088.html',
			read_on: '2026-11',
			verified: true
		},
		{
			text: 'Labour Law (劳动法) Art. 38–44: weekly rest, limits of extension, 150/200/300 %',
			url: 'neixun.cn/peixun/ldbj/china/labor_law_006.htm',
			read_on: '2026-11',
			verified: true
		},
		{
			text: '人社部发〔2025〕2号: 21.75 paid days, 20.67 working days a month',
			url: '84pj.cc/index.php?id=626',
			read_on: '2026-11',
			verified: true
		},
		{
			text: '全国年节及纪念日放假办法 (2024 revision) Art. 2: thirteen statutory days',
			url: 'mzfsra.com/PolicyInformation/info.aspx?itemid=886',
			read_on: '2026-11',
			verified: true
		},
		{
			text: 'State Council General Office, 4 Nov 2025: arrangement of holidays in 2026',
			url: 'politics.gmw.cn/2025-11/04/content_38391083.htm',
			read_on: '2026-11',
			verified: true
		},
		{
			text: 'Statutory dates of 2027 by Art. 2 and the lunar calendar; days off and make-up days are not announced',
			url: '',
			read_on: '2026-11',
			verified: false
		},
		{
			text: '10 h between shifts is this product’s advice: the Labour Law names no daily rest',
			url: '',
			read_on: '2026-11',
			verified: false
		},
		{
			text: 'Interim Provisions on Wage Payment (劳部发〔1994〕489号) Art. 13: the wage basis',
			url: 'cbltranslations.com',
			read_on: '2026-11',
			verified: false
		}
	]
} as const;

export const cnComprehensiveMonth = {
	id: 'cn-comprehensive-month',
	name: 'China comprehensive hours, monthly cycle',
	jurisdiction: 'CN',
	version: '2026-1',
	effective_from: '2025-01-01',
	editable: true,
	note: 'Needs the labour authority’s approval; film crews commonly do not hold it.',
	week_start: 'MON',
	rest_weekdays: ['SAT', 'SUN'],
	calendar: 'as cn-standard',
	holiday_basis: 'calendar-minute',
	rounding: null,
	breaks: {
		min_deduct_min: 0,
		max_deduct_min: null
	},
	pay_rules: {
		day_types: {
			statutory: 3
		},
		daily: null,
		nth_day: [],
		weekly: null,
		period: {
			unit: 'month',
			threshold_min: 9922,
			multiplier: 1.5
		}
	},
	meal: null,
	limits: [
		{
			code: 'OT_MONTH_GT_36H',
			kind: 'monthly_premium',
			over_min: 2160,
			severity: 'violation',
			source: 'Labour Law (劳动法) Art. 41, over the cycle'
		},
		{
			code: 'REST_SHORT',
			kind: 'daily_rest',
			min_min: 600,
			severity: 'advice',
			source: 'Product default (advice): the Labour Law names no daily rest'
		}
	],
	rate: {
		month_paid_days: 21.75,
		hours_per_day: 8,
		day_rate_method: 'contracted'
	},
	sources: [
		{
			text: '劳部发〔1994〕503号 Art. 5: comprehensive hours need approval; averages match the standard',
			url: 'wechat.estsglobal.com/wechat/law_contents/24',
			read_on: '2026-11',
			verified: true
		},
		{
			text: 'Extension under the comprehensive system averages at most 36 h a month',
			url: 'uianet.net/dictionary/b4291047.html',
			read_on: '2026-11',
			verified: true
		},
		{
			text: '人社部发〔2025〕2号: 20.67 × 8 h = 165.36 h a month',
			url: '84pj.cc/index.php?id=626',
			read_on: '2026-11',
			verified: true
		},
		{
			text: '300 % on statutory holidays and no 200 % on rest days under this system: common practice',
			url: '',
			read_on: '2026-11',
			verified: false
		}
	]
} as const;
