import type { money as en } from '../en/money.ts';

export const money = {
	title: '资金',
	closed: '资金只有制片人能看',
	closedWhy: '预算对排期的影响，排期板和计划里都有：只写天数，不写金额。',
	arriving: '资金数据还没到这台设备',
	arrivingWhy: '有网络时会自动取回，之后离线也能看。',
	lacking: (n: number) => `还有${n}人的酬金没到这台设备，天数可能还会变。`,
	categories: {
		script: '剧本',
		cast: '演员',
		crew: '剧组人员',
		equipment: '器材',
		locations: '场地',
		art: '美术服化',
		catering: '餐饮',
		transport: '交通',
		post: '后期',
		review: '备案送审',
		marketing: '宣发投流',
		contingency: '不可预见费'
	},
	bases: { fixed: '一次性', day: '每个拍摄日', 'person-day': '每人每天' },

	buys: (total: number, worked: number, left: string, more: number, planned: number) =>
		worked === 0
			? `这笔钱够拍${total}天：可用于拍摄的还有${left}，排期板排了${planned}天。`
			: `这笔钱够拍${total}天：已拍${worked}天，剩${left}，还够拍${more}天。排期板还排了${planned}天。`,
	buysNone: (worked: number, left: string, day: string) =>
		`剩下的钱不够再拍一天：还有${left}，下一天要${day}。已拍${worked}天。`,
	overspent: (by: string) => `还没拍下一天，预算已超${by}。`,
	allShot: (worked: number, took: string, left: string) => `全部拍完：${worked}天用了${took}，还剩${left}。`,
	nothingToShoot: '还没有要拍的场次：添加场次后，这里会显示需要几天。',
	short: (days: number) => `比计划少${days}天。`,
	took: (sum: string, parts: string) => `开拍之前先用掉${sum}：${parts}。`,
	part: (name: string, sum: string) => `${name}${sum}`,
	moreSaves: (sum: string) => `多拍一天反而省${sum}：省下的加班费比这一天的成本高。`,
	marketing: (sum: string, days: number, hours: string | null) =>
		days > 0
			? `宣发投流占${sum}，够多拍${days}天${hours ? `，可少加班${hours}` : ''}。`
			: `宣发投流占${sum}，不够多拍一天。`,
	traffic: (needed: string, planned: string) =>
		`没有平台流量扶持时，小程序剧要盈利，买量大约是制作成本的十倍：${needed}。目前投流预算：${planned}。`,
	withoutDeal: (n: number) => `有${n}个被通告的人没有填酬金，这里没有计入。请在下面填写。`,

	chart: {
		title: '拍几天要多少钱',
		about: '用方向键换天数。',
		axis: '横轴是总拍摄天数。',
		paid: '要付的',
		unpaid: '干了没付的',
		left: (sum: string) => `剩${sum}`,
		plan: '计划',
		affordable: '付得起',
		cheapest: '最省',
		impossible: '不可行',
		at: (days: number, paid: string, unpaid: string, overtime: string) =>
			`${days}天：还要付${paid}，加班${overtime}，其中价值${unpaid}的没人付。`,
		isPaidFor: '剩下的钱够。',
		isNotPaidFor: (by: string) => `还差${by}。`,
		isImpossible: '会突破硬性限制：最长工作日、最短休息或每月加班上限。',
		table: '看表格',
		columns: { days: '天数', paid: '还要付', unpaid: '干了没付', overtime: '加班', verdict: '' },
		yes: '付得起',
		no: '付不起'
	},

	price: {
		title: '多一天，少一天',
		note: '按剩余工作量平均分配计算。“没付的加班”是打包价的人白干的时间。',
		more: (days: number) => `加一天，共${days}天`,
		fewer: (days: number) => `减一天，共${days}天`,
		costs: (sum: string) => `多花${sum}`,
		saves: (sum: string) => `省${sum}`,
		overtimeLess: (hours: string, sum: string) => `少加班${hours}，其中没付的${sum}`,
		overtimeMore: (hours: string, sum: string) => `多加班${hours}，其中没付的${sum}`,
		unpaidLess: (sum: string) => `没付的加班少${sum}`,
		unpaidMore: (sum: string) => `没付的加班多${sum}`,
		hoursLess: (hours: string) => `少加班${hours}`,
		hoursMore: (hours: string) => `多加班${hours}`,
		none: '还没排拍摄日，没有可加减的天。'
	},

	day: {
		title: '一天的成本',
		note: '剩余拍摄日中普通的一天，不含加班。',
		sum: '一个拍摄日',
		deals: (n: number) => `被通告的${n}人的酬金`,
		heads: (n: number) => `${n}人份`,
		line: '预算里的一行',
		toDeals: '看酬金',
		toLine: '看这一行'
	},

	budget: {
		title: '预算',
		note: '按天的行，每个拍摄日计一次；按人的行，每个被通告的人计一次。演员和剧组按下面的酬金计算。',
		total: '总额',
		grid: '预算明细',
		row: (name: string) => `明细：${name}`,
		add: '加一行',
		remove: '删除所选行',
		unnamed: '新的一行',
		columns: {
			name: '名目',
			category: '类别',
			basis: '计法',
			planned: '金额',
			whole: '合计',
			committed: '已签',
			spent: '已付',
			left: '剩余',
			note: '备注'
		},
		sums: (planned: string, committed: string, spent: string) =>
			`明细合计${planned}，已签${committed}，已付${spent}。`
	},

	empty: {
		title: '还没有预算',
		words: '先写总额，常用的名目会列好等你填。没有预算，天数、工时和提醒照常可用，只是算不出够拍几天。',
		total: '总额',
		begin: '开始做预算'
	},

	deals: {
		title: '酬金',
		note: '每个人只看得到自己的；除制片人外别人都看不到。',
		grid: '酬金',
		columns: {
			name: '姓名',
			job: '职务',
			pay: '计酬',
			amount: '金额',
			packageDays: '打包天数',
			paysOvertime: '付加班费',
			day: '每天'
		},
		pays: { day: '日薪', package: '打包价', month: '月薪', hour: '时薪' },
		open: '人员',
		none: '计划里还没有人，请先添加人员。'
	},

	hot: {
		title: '当日成本',
		note: '已拍的每一天：按酬金算的实际工时，加上支出，对比预算。没有记支出的名目按预算计。',
		none: '还没有拍过。记了工时以后，这里会逐日对比预算。',
		columns: {
			date: '日期',
			budgeted: '预算',
			wages: '酬金',
			overtimePaid: '加班费',
			spent: '支出',
			assumed: '按预算',
			actual: '合计',
			over: '超出',
			unpaid: '干了没付'
		},
		logged: (n: number) => `${n}人记了工时`,
		add: '记一笔支出',
		date: '日期',
		kind: '类别',
		amount: '金额',
		noteField: '用途'
	},

	contract: {
		title: '合同',
		note: '剧本、版权和后续收入由它决定。',
		kind: '合同类型',
		kinds: {
			'': '还没说',
			'work-for-hire': '承制',
			licensed: '剧本授权',
			'co-investment': '联合出品'
		},
		party: '对方',
		share: '我方分账比例',
		shareHint: '百分比。',
		ownPart: '我方出资',
		exclusiveUntil: '独家期至',
		copyright: { platform: '版权归平台方。', us: '版权归我们。' },
		script: { platform: '剧本归平台方，导演不能改。', us: '剧本由我们改。' },
		later: {
			nothing: '一次付清：播得再好也没有后续收入。',
			residuals: '后续按播放量给少量分成，金额小、不固定，不要算进预算。',
			share: '后续有分账，一般3–10%。'
		},
		exclusive: {
			'for-good': '平台方可以永久使用。',
			'for-a-time': '独家期过后，平台方保留非独家的使用权。',
			'as-agreed': '在哪里播，按约定。'
		},
		margin: (sum: string) => `没有任何后续收入时，还剩${sum}。`,
		loss: (sum: string) => `没有任何后续收入时，亏${sum}。`,
		fails: (gate: string, spent: string, owed: string, received: string) =>
			`如果${gate}没通过：已花${spent}，还欠${owed}，已到账${received}。`,
		failsNow: (spent: string, owed: string, received: string) =>
			`没有待定的审核：已花${spent}，还欠${owed}，已到账${received}。`,
		rest: (sum: string) => `会剩${sum}。`,
		missing: (sum: string) => `会缺${sum}。`,
		lost: (sum: string) => `有${sum}收不到。`,
		gates: {
			planning: '规划备案',
			rating: '平台评级',
			'platform-review': '平台审核',
			'completion-review': '成片审查',
			licence: '网络剧片发行许可证'
		},
		round: (gate: string, round: number) => (round > 1 ? `${gate}第${round}轮` : gate)
	},

	payments: {
		title: '收款',
		note: '合同约定的每笔款，以及它等哪个审核。',
		none: '还没有写下任何收款。',
		add: '加一笔收款',
		name: '款项',
		sum: '金额',
		gate: '等',
		noGate: '只看日期',
		due: '应收日',
		paidOn: '到账日',
		states: { paid: '已到账', late: '逾期', due: '该收了', waiting: '等待中', blocked: '审核未通过' },
		lateBy: (days: number) => `逾期${days}天`,
		came: '今天到账',
		remove: '删除',
		unnamed: '款项'
	},

	import: {
		open: '从表格导入',
		title: '从表格导入预算',
		note: '在表格里复制各行后粘贴到这里，或把文件拖进来。确认之前不会写入任何内容。',
		paste: '把各行粘贴在这里',
		read: '读取',
		file: '或拖入表格（XLSX、CSV）',
		sheet: '工作表',
		again: '换一张表',
		leaveOut: '不导入',
		column: (letter: string, heading: string) => (heading ? `${letter}列：${heading}` : `${letter}列`),
		noAmount: '没有哪一列是金额，请在上面选。',
		found: (n: number, sum: string) => `${n}行，金额合计${sum}`,
		row: (n: number) => `第${n}行：`,
		trouble: {
			'no-sum': (value: string) => `“${value}”没有金额，未导入。`,
			sum: (value: string) => `“${value}”不是金额，未导入。`,
			basis: (value: string) => `“${value}”看不出是一次性、按天还是按人，按一次性计。`,
			total: (value: string) => `“${value}”是表格自己的合计，未导入。`,
			'too-many': () => '超过1000行，之后的没有读。'
		},
		kindOf: (name: string) => `${name}的类别`,
		guess: '属于哪一类？',
		take: (n: number) => `导入${n}行`
	},

	wrong: {
		long: (most: number) => `超过${most}个字。`,
		sum: '这不是金额。请写数字，例如1250或1,250.50。',
		days: '这不是天数。',
		yes: '请填“是”或“否”。',
		choice: (words: string) => `请填其中之一：${words}。`,
		share: '请填0到100之间的百分比，例如6或6.5。'
	}
} satisfies typeof en;
