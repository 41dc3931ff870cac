import type { pages as en } from '../en/pages.ts';

export const pages = {
	startList: '开机前清单',
	breakdown: '分场表',
	board: '排期板',
	episodes: '分集',
	today: '今日',
	hours: '工时',
	callSheets: '通告单',
	review: '待审',
	launch: '上线',
	requests: '修改意见',
	reports: '报表',
	money: '资金',
	circulation: '播出',
	people: '人员',
	settings: '设置',
	status: '进度',
	groups: { plan: '计划', set: '现场', people: '人员', launch: '上线', settings: '' },
	pages: '页面',
	fold: '收起菜单',
	unfold: '展开菜单',
	productionMenu: (title: string) => `${title}：切换项目、退出登录`,
	productions: '全部项目',
	signedInAs: (name: string) => `当前用户：${name}`,
	guest: '本机访客',
	signOut: '退出登录'
} satisfies typeof en;
