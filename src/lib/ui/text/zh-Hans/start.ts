import type { start as en } from '../en/start.ts';

export const start: typeof en = {
	title: '开机前清单',
	sentence: (done, of) => `${of}项中已完成${done}项。`,
	complete: '都齐了，祝拍摄顺利。',
	doneTitle: '已完成',
	isDone: '已完成',
	have: (n) => String(n),
	haveOf: (n, of) => `${n}/${of}`,
	goFor: (item) => `去看：${item}`,
	dismiss: '不再显示在排期板上',
	showAgain: '重新显示在排期板上',
	number: '规划备案号',
	numberHint: '下来以后填在这里。',
	onBoard: (done, of) => `开机前：${done}/${of}`,
	items: {
		dates: '立项、开机、上线日期已定',
		episodes: '分集已建',
		scenes: '剧本已导入',
		'broken-down': '每场戏都有场景和所需要素',
		'cast-named': '每个角色都有演员',
		'crew-listed': '制片、导演、摄影、录音已有人',
		places: '每个场景都有拍摄地',
		hospitals: '每个拍摄地都填了最近的医院',
		minors: '未成年演员的收工时间和在场时长已约定',
		schedule: '每场戏都排了拍摄日',
		'planning-number': '规划备案号已下',
		'people-invited': '已邀请其他人',
		contract: '合同已签',
		permits: '各拍摄地许可已办',
		'deals-signed': '演职人员已签约，写明工时和报酬',
		insurance: '开机当天起全员有保险',
		safety: '安全有人负责，安全交底已安排',
		'first-call': '第一张通告单已发'
	},
	places: {
		board: '排期板',
		episodes: '分集',
		breakdown: '分场表',
		people: '人员',
		settings: '设置',
		start: '这里'
	}
};
