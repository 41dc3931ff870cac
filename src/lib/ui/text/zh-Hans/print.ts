import type { print as en } from '../en/print.ts';

export const print: typeof en = {
	scene: '集-场',
	code: '景光',
	set: '场景',
	what: '内容提要',
	cast: '演员',
	pages: '页数',
	minutes: '分钟',
	hours: (call, wrap) => `${call}通告，${wrap}收工`,
	end: (day, scenes, pages) => `第${day}个拍摄日完：${scenes}场，${pages}页`,
	episode: '集',
	title: '标题',
	status: '状态',
	seconds: '秒',
	hook: '黄金三秒',
	twist: '反转',
	cliffhanger: '结尾钩子',
	access: '付费'
};
