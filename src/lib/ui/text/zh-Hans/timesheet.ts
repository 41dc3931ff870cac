import type { timesheet as en } from '../en/timesheet.ts';

export const timesheet = {
	open: '导入考勤表',
	title: '导入考勤表',
	intro: '支持CSV、Excel，或直接粘贴表格里的行。写入之前先看清每一条，本人都会收到核对。',
	paste: '把各行粘贴在这里',
	pasteHint: '有表头的话请一起粘贴。',
	read: '读取',
	file: '或拖入表格（XLSX、CSV）',
	pasted: '粘贴的行',
	another: '换一张表',
	backToDepartment: '按部门填写',
	sheet: '工作表',
	allSheets: (n: number) => `全部${n}张工作表`,
	grid: '日期横着排：每一格读作一个人一天。',
	columnsTitle: '各列的含义',
	columns: {
		name: '姓名',
		'first-name': '名',
		'last-name': '姓',
		department: '部门',
		job: '职务',
		date: '日期',
		type: '当天类型',
		call: '通告',
		in: '上班',
		'meal-from': '放饭开始',
		'meal-to': '放饭结束',
		'meal2-from': '第二餐开始',
		'meal2-to': '第二餐结束',
		meal: '放饭（起止或时长）',
		meal2: '第二餐（起止或时长）',
		wrap: '收工',
		out: '下班',
		'travel-from': '路途开始',
		'travel-to': '路途结束',
		travel: '路途（起止或时长）',
		span: '上下班写在一格',
		total: '合计',
		notes: '备注'
	},
	order: '日期的写法',
	orders: { 'day-first': '11/12是12月11日', 'month-first': '11/12是11月12日' },
	orderAsk: '这些日期有两种读法，请说明哪种对。',
	found: (n: number, who: number, span: string) =>
		n === 0 ? '没有读出工时' : `${who}人共${n}条${span ? `，${span}` : ''}`,
	sums: (kinds) =>
		[
			kinds.new > 0 ? `新的${kinds.new}条` : '',
			kinds.same > 0 ? `已记录${kinds.same}条` : '',
			kinds.differs > 0 ? `与已有记录不符${kinds.differs}条` : '',
			kinds.corrected > 0 ? `之后更正过${kinds.corrected}条` : '',
			kinds['taken-out'] > 0 ? `撤掉过${kinds['taken-out']}条` : '',
			kinds.running > 0 ? `正在计时${kinds.running}条` : '',
			kinds.ahead > 0 ? `还没到${kinds.ahead}条` : '',
			kinds.nobody > 0 ? `还不知道是谁的${kinds.nobody}条` : ''
		]
			.filter(Boolean)
			.join('，'),
	left: (totals: number, empty: number) =>
		[totals > 0 ? `${totals}行合计` : '', empty > 0 ? `${empty}行没有工时` : ''].filter(Boolean).join('、') +
		'，未导入。',
	names: '这些是谁的工时？',
	nameKinds: {
		known: '',
		doubtful: '和组里的人名字相近',
		'not-kept': '工时由别人负责',
		unknown: '组里没有这个名字'
	},
	who: (name: string, n: number) => `${name}（${n}条）`,
	whoIs: (name: string) => `${name}是谁？`,
	choose: '请选择……',
	sayWho: '请在上面说明是谁的',
	skip: '不导入',
	is: (name: string, job: string) => (job ? `${name}，${job}` : name),
	troubles: (n: number) => `有${n}处读不出来`,
	repairs: (n: number) => `有${n}处没有照字面读`,
	place: (sheet: string, row: number, letters: string, heading: string) =>
		[sheet, `第${row}行`, letters ? `${letters}列${heading ? `（${heading}）` : ''}` : '']
			.filter(Boolean)
			.join(' '),
	times: (n: number) => (n > 1 ? `另有${n - 1}处相同。` : ''),
	trouble: {
		'no-name': (value: string) => `没有姓名：${value}。未导入。`,
		'no-date': (value: string) => `没有日期：${value}。未导入。`,
		'no-start': () => '只有结束，没有开始。未导入。',
		'no-times': (value: string) => `只有合计（${value}），没有上下班时间。未导入。`,
		date: (value: string) => `“${value}”不是日期，整行未导入。`,
		time: (value: string, taken: boolean) =>
			`“${value}”不是时间，${taken ? '这一行的其余内容照收。' : '整行未导入。'}`,
		meal: (value: string) => `“${value}”读不出放饭时间，不扣除。`,
		travel: (value: string) => `路途“${value}”没有起止时间。未导入。`,
		total: (value: string) => `“${value}”读不出合计。`,
		formula: (value: string, taken: boolean) =>
			`公式没有结果（${value}）：请打开表格再保存一次。${taken ? '这一行的其余内容照收。' : '整行未导入。'}`,
		error: (value: string, taken: boolean) =>
			`表格本身显示${value}，${taken ? '这一行的其余内容照收。' : '整行未导入。'}`,
		twice: (value: string, _taken: boolean, first: number) =>
			`${value}的同一段工时在第${first}行已出现，只读一次。`,
		'too-many': (value: string) => `超过${value}条，从这里起没有读取。`
	},
	remarks: {
		decimal: (value, as) => `“${value}”按小数小时读作${as}。`,
		digits: (value, as) => `“${value}”少了冒号，读作${as}。`,
		fraction: (value, as) => `“${value}”是表格存时间的方式，读作${as}。`,
		seconds: (value, as) => `“${value}”带秒，读作${as}。`,
		formula: (value, as) => `是公式，取它最后的结果：${as || value}。`,
		'name-above': (_, as) => `这一行没有姓名，沿用上面的：${as}。`,
		'date-above': (_, as) => `这一行没有日期，沿用上面的：${as}。`,
		year: (value, as) => `“${value}”没有年份，取离拍摄最近的：${as}。`,
		order: (value, as) => `“${value}”有两种读法，读作${as}。`,
		'shoot-day': (value, as) => `“${value}”是排期板上${as}的拍摄日。`,
		'no-end': () => '没有结束时间：照样记下，补上之前不计入。',
		zero: (_, as) => `开始和结束都是${as}：不计入。`,
		'over-24h': (_, as) => `长达${as}小时：超过一天不计入。`,
		'meal-outside': (_, as) => `放饭${as}不在工时之内：之外的不扣除。`,
		'meal-no-end': (value) => `放饭只有一个时间（${value}）：不扣除，写进备注。`,
		'break-no-time': (value) => `休息${value}没有写时间：不扣除，写进备注。`,
		'travel-no-time': (value) => `路途${value}没有起止时间：只写进备注。`,
		'two-starts': (value, as) => `通告（${value}）和上班都有，取上班：${as}。`,
		'two-ends': (value, as) => `收工（${value}）和下班都有，取下班：${as}。`,
		total: (value, as) => `表上写${value}，按上下班算是${as}。`
	},
	kinds: {
		new: '新的',
		same: '已记录',
		corrected: '记录过，之后更正了',
		'taken-out': '记录过，之后撤掉了',
		differs: '与已有记录不符',
		running: '那天还在计时：请先收工或更正',
		ahead: '还没到这一天'
	},
	logged: (span: string, by: string, self: boolean) =>
		`已记录：${span}${self ? '，本人填写' : by ? `，${by}填写` : ''}`,
	decided: { approved: '已通过', paid: '已付款' },
	wouldReplace: '勾选后会替换已有记录，并请本人核对。',
	row: (n: number) => `第${n}行`,
	tick: (who: string, date: string, span: string) => `填写${who}，${date}，${span}`,
	tickAll: (who: string) => `${who}的全部`,
	save: (n: number, who: number) => (n === 0 ? '没有要填的' : `填写${who}人共${n}条`),
	noneDo: '每一条都要有人、日期和上班时间。请在下面说明各列是什么；读不出来的行会列在下面。',
	reason: (file: string, row: number) => `考勤表${file ? `“${file}”` : ''}第${row}行`,
	batch: (n: number, who: number, place: string) => `已替${who}人填写${n}条${place && ` · ${place}`}`,
	undo: '撤回整次导入',
	undone: (n: number) => `已撤回${n}条。`,
	undoneReason: '考勤表的导入已撤回',
	before: '以前导入的',
	beforeLine: (file: string, n: number, who: number, when: string, by: string) =>
		`${file || '粘贴的行'}：${who}人共${n}条，${when}，${by}`,
	sure: (n: number) => `撤回${n}条？`,
	takeBack: '撤回',
	source: (file: string, sheet: string, row: number) =>
		`来自${file ? `“${file}”` : '粘贴的行'}${sheet ? `的工作表“${sheet}”` : ''}，第${row}行`
} satisfies typeof en;
