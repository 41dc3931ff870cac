import type { launch as en } from '../en/launch.ts';

const hours = (n: number): string => `${n}小时`;
const days = (n: number): string => `${n}天`;

export const launch: typeof en = {
	tab: '上线或修改意见',
	tabs: { launch: '上线', requests: '修改意见' },
	short: (on, n) => `按${on}上线，还差${n}天。`,
	shootShort: (on, n) => `要按${on}上线，拍摄得少用${n}天。`,
	kept: (on, n) => (n === 0 ? `${on}上线，没有余量。` : `${on}上线，还有${n}天余量。`),
	noLaunch: '还没有约定上线日期。',
	noLaunchDo: '去定日期',
	reckoning: '正在计算工时……',
	failed: '工时算不出来：设置里的时区或规则无法识别。',
	ahead: (n, parts) =>
		parts.length > 0 ? `后面还有${hours(n)}加班：${parts.join('，')}。` : `后面还有${hours(n)}加班。`,
	noOvertime: '后面没有加班。',
	cases: (likely, bad) =>
		likely === bad ? `通常和不顺利时都在${likely}上线。` : `通常${likely}上线，不顺利时${bad}。`,
	beside: (n, names) => `拍摄以外的任务还有${hours(n)}加班：${names}。`,
	besideTask: (name, n) => `${name}${n}小时`,
	settled: (n, worked, parts) =>
		`已结算${worked}天，加班${hours(n)}${parts.length > 0 ? `：${parts.join('，')}` : ''}。`,
	settledStale: (n) => `其中${n}天之后又有改动，请在排期板上重新结算。`,
	nobody: '还没有人被通告，暂不计算工时。',
	nothingLeft: '全部拍完。',
	part: {
		budget: (n) => `预算造成${n}小时`,
		launch: (n) => `上线日期造成${n}小时`,
		platform: (n) => `平台修改造成${n}小时`,
		regulator: (n) => `审查造成${n}小时`,
		events: (n) => `突发情况造成${n}小时`,
		slower: (n) => `比预计慢造成${n}小时`,
		packing: (n) => `排期松紧不均造成${n}小时`,
		work: (n) => `工作量和规定本身占${n}小时`
	},
	cause: {
		budget: '预算',
		launch: '上线日期',
		platform: '平台修改',
		regulator: '主管部门',
		events: '突发情况',
		slower: '比预计慢',
		packing: '排期松紧不均',
		work: '工作量和规定本身'
	},
	causes: '这些加班是谁造成的',
	causeColumns: { cause: '原因', share: '分摊', without: '去掉它' },
	hours: (n) => `${n}小时`,
	saved: (n) => `省下${n}小时`,
	withoutIt: (n) => (n === 0 ? '单独去掉没有变化' : n > 0 ? `少${n}小时` : `多${-n}小时`),
	withoutSentence: {
		budget: (n) => `如果每一天都有预算，加班少${n}小时。`,
		launch: (n) => `如果上线日期给足时间，加班少${n}小时。`,
		platform: (n) => `没有平台的修改、平台按计划时间审完，加班少${n}小时。`,
		regulator: (n) => `主管部门按计划时间审完，加班少${n}小时。`,
		events: (n) => `没有突发情况耽误的时间，加班少${n}小时。`,
		slower: (n) => `按预计的速度拍，加班少${n}小时。`,
		packing: (n) =>
			n < 0
				? `排期板上每个人各有自己的通告和收工时间。要是均匀排、人人从通告待到收工，反而多${-n}小时。`
				: `把工作均匀排到现有的天数里，加班少${n}小时。`,
		work: (n) => `无论怎么改，这${n}小时都在：来自休息日和每周工时的规定。`
	},
	opened: {
		share: (n) => `分摊到它的是${hours(n)}：按六个原因先后出现的所有顺序，取它增加的平均值。`,
		saves: (n) => `它省下${hours(n)}。`,
		days: (n, all) => `缺的${all}个拍摄日里，有${n}天是它造成的。`,
		marketing: (n, saved) => `投流和宣传的钱如果用在拍摄上，一共够拍${n}天，加班少${hours(saved)}。`,
		until: (on) => `要赶上上线，最晚${on}拍完。`,
		lost: (words) => `记录的耽误占${words}。`,
		asked: (names) => `提出的修改：${names}。`,
		took: (name, took, planned) => `${name}：用了${took}个工作日，计划${planned}个。`
	},
	openCause: { budget: '打开资金', requests: '打开修改意见', board: '打开排期板' },
	asTable: '看表格和计算依据',
	hidden: '它被另一个原因盖住了：单独去掉没有变化，一起去掉才有。',
	assumptions: '计算依据',
	assumed: {
		even: '剩下的工作均匀排到允许的天数里；每个人被通告的天数比例与排期板一致。',
		window: (dates, n) => `最晚拍到${dates}：从现在起还有${n}个工作日。`,
		noWindow: '没有约定上线日期，时间按够用算。',
		budget: (n, worked) => `预算够拍${n}天${worked > 0 ? `，其中${worked}天已拍` : ''}。`,
		paidOn: (n, worked, on, by) =>
			`预算够拍${n}天${worked > 0 ? `，其中${worked}天已拍` : ''}（${on}${by ? `，${by}` : ''}）。`,
		unplaced: (n) => `还有${n}场没有排到任何一天，所以排期板自己的加班不完整，没有计入。`,
		noBudget: '这里看不到预算，每一天都按有预算算。',
		pace: (percent, n) => `实际用时是预计的${percent}%，按已拍的${n}条场次算。`,
		noPace: '按预计用时算：拍完的还不到三条。',
		overhead: (words) => `每天除拍摄外还要${words}。`,
		rules: (words) => `工时规则：${words}。`,
		planned: '已经过去的日子按排期板的通告到收工计算。'
	},
	impossible: '在现有的天数里做不到：',
	noDay: '要保上线，已经没有可拍的日子了。',
	unfit: (n, names) => `有${n}场戏排不进任何一天：${names}。`,
	limits: '排得再均匀，也会突破最短休息间隔或每月加班上限。',
	picture: '到上线的全程',
	nextGates: '接下来的审核',
	gateLine: (name, on) => `${name}：${on}`,
	baseline: {
		freeze: '固定为基准',
		frozen: '已固定：以后都与这份时间表对照。',
		start: '最初的计划',
		of: (on, by) => `${on}的计划${by ? `（${by}）` : ''}`,
		sentence: (plan, later, tasks) =>
			tasks === 0
				? `与${plan}一致。`
				: `与${plan}相比：${later === 0 ? '上线日期不变' : later > 0 ? `上线晚${later}天` : `上线早${-later}天`}，${tasks}项任务有变动。`,
		task: (from, to) => `基准：${from === to ? from : `${from}–${to}`}。`
	},
	stages: { development: '开发', production: '制作', circulation: '上线' },
	shootLoad: '人均工时',
	zoom: '比例',
	zooms: { month: '全程', week: '按周', day: '按天' },
	taskWords: (name, from, to) => `${name}，${from}至${to}`,
	done: '已完成',
	going: '进行中',
	critical: '在关键路径上',
	slackWords: (n) => (n < 0 ? `缺${-n}天` : `余量${n}天`),
	episodes: (from, to) =>
		from === null || to === null ? '' : from === to ? `第${from}集` : `第${from}–${to}集`,
	unlock: (n) => `付费卡点：第${n}集`,
	dayLoad: (date, mean, longest, people) => `${date}：人均${mean}，最长${longest}，${people}人`,
	dragTo: (name, date) => `${name} → ${date}。`,
	dropLaunch: (date, n) => (n > 0 ? `${date}上线：缺${n}天。` : `${date}上线：来得及。`),
	dropTask: (online, n) => (n > 0 ? `${online}才能上线，缺${n}天。` : `${online}可上线，赶得上。`),
	followers: (n) => `另有${n}项跟着移动。`,
	dragStays: (name, on) => `${name}最早${on}开始：要等前面的任务。`,
	dragHint: '拖动任务；也可以选中后按方向键移动，回车确认。',
	moved: (name, date) => `${name}移到${date}。`,
	undo: '撤销',
	shootOnBoard: '拍摄日期在排期板上调整。',
	toBoard: '打开排期板',
	addTask: '添加任务',
	newTask: '新任务',
	noTasks: '还没有任务',
	noTasksDo: '按这类项目的通常时长，排出从立项到上线的时间表；每一项都能改。',
	fill: '用常见任务开始',
	findings: '先看这些',
	lacking: {
		budget: '还没有预算，每个拍摄日都按有预算算。',
		days: '排期板上还没有定日期的拍摄日：工作按上线前的天数平均算。',
		zero: (names) => `这些任务没有填天数：${names}。`
	},
	finding: {
		T1: (names) => `这些任务互相等待，形成循环：${names}。请去掉其中一个前后关系。`,
		T2: (name, room, needs) => `${name}：约定的起止日期之间只有${room}天，需要${needs}天。`,
		T3: (name) => `${name}的结束早于开始，请改正其中一个日期。`,
		T4: (name, late) => `${name}赶不上约定的日期：晚${late}天。`,
		T5: (name) => `${name}填的日期还没到。`,
		T6: (name, before) => `${before}还没完成，${name}就开始了。`,
		T7: (early, isThere) =>
			isThere ? `开机比规划备案号下达早${early}天。` : `开机比规划备案号预计下达早${early}天。`,
		T8: (early, isThere) =>
			isThere ? `上线比许可证下达早${early}天。` : `上线比许可证预计下达早${early}天。`
	},
	task: {
		name: '任务',
		stage: '阶段',
		owner: '由谁负责',
		owners: { producer: '我方', platform: '平台', regulator: '主管部门' },
		notes: '备注',
		ratedContent: '内容评级',
		ratedMarketing: '营销评级',
		ratedBusiness: '商业评级',
		promotion: '平台承诺',
		promotionHint: '用文字写推广和流量的承诺；金额写在资金页的合同里。',
		days: '工作日（通常）',
		badDays: '不顺利时',
		people: '人数',
		work: '合计工时',
		fixedStart: '约定开始',
		fixedFinish: '约定结束',
		startedOn: '实际开始',
		finishedOn: '实际结束',
		waits: '要等',
		waitsForNothing: '不用等，随时可以开始。',
		addWait: '再等一项',
		choose: '选择任务',
		afterEnd: '它结束',
		afterStart: '它开始',
		kind: '从何时算',
		lag: '间隔天数',
		unlink: (name) => `不再等${name}`,
		remove: '从时间表去掉',
		removed: (name) => `${name}已从时间表去掉。`,
		whole: '请填整数。',
		dates: (from, to) => (from === to ? from : `${from}–${to}`),
		gate: '审核结果',
		status: { open: '未出结果', approved: '通过', 'changes-asked': '要求修改', rejected: '不通过' },
		number: '编号',
		decidedOn: '结果日期',
		plannedOn: '预计日期'
	},
	whatIf: {
		secondUnit: 'B组',
		secondUnitAt: (n, scenes) => (n === 0 ? '没有' : `${n}天${scenes === null ? '' : `，${scenes}场`}`),
		secondUnitWhy: 'B组只拍与当天A组没有共同演员、共同拍摄地的场次。要保留，请在排期板上给它单独的拍摄日。',
		title: '试算',
		launch: '上线',
		launchAt: (n, on) => (n === 0 ? on : n > 0 ? `晚${n}天：${on}` : `早${-n}天：${on}`),
		scenes: '场次',
		scenesAt: (n) => (n === 0 ? '一场不减' : `减${n}场`),
		paid: '预算够拍的天数',
		paidAt: (n) => days(n),
		paidWhy: '够拍几天由预算决定，要由制片人改。',
		budget: '预算',
		budgetAt: (sum, more, by) => (more === 0 ? sum : more > 0 ? `增加${by}：${sum}` : `减少${by}：${sum}`),
		refuse: (name) => `拒绝：${name}`,
		result: (now, then) =>
			then === now
				? `加班${hours(now)}，与现在一样。`
				: `加班${hours(then)}：${then < now ? '少' : '多'}${hours(Math.abs(now - then))}。`,
		keep: '保留',
		back: '还原',
		kept: '已保留。'
	},
	ways: {
		secondUnit: (n, scenes) => `加B组拍${n}天：${scenes}场`,
		title: '解决办法',
		none: '后面没有加班，不用调整。',
		noneHelps: '单独改预算、上线日期、场次或修改意见，都减不了加班。',
		launch: (n) => `晚${n}天上线`,
		scenes: (n) => `减${n}场`,
		request: (name) => `拒绝${name}`,
		money: (sum) => `增加${sum}`,
		level: '把工作均匀排到现有的天数里',
		removes: (n) => `−${n}小时`,
		costs: (sum, anHour) => `花费${sum}：每减一小时加班${anHour}。`,
		saves: (sum) => `还能省${sum}。`,
		free: '不花钱。',
		which: (names, more) => (more > 0 ? `场次${names}，另${more}场。` : `场次${names}。`),
		settles: '之后除规定本身外，没有加班。'
	},
	tier: (tier, filed, since, rule) =>
		`${tier === 'key' ? '重点微短剧：由广电总局审核' : tier === 'ordinary' ? '普通微短剧：由省级广电审核' : '其他微短剧：由平台审核'}。${filed}备案，适用${since}起施行的规则（${rule}）。`,
	tierUnknown: (filed, since, rule) =>
		`由谁审核取决于预算，这里看不到预算。${filed}备案，适用${since}起施行的规则（${rule}）。`
};
