import { date, longDate } from '../../format.ts';
import type { status as en } from '../en/status.ts';

export const status = {
	online: (days, on) => {
		if (days === 0) return `今天上线（${longDate(on, 'zh-Hans')}）。`;
		if (days < 0) return `原定${longDate(on, 'zh-Hans')}上线，已过${-days}天。`;
		return days === 1
			? `明天上线（${longDate(on, 'zh-Hans')}）。`
			: `还有${days}天上线，${longDate(on, 'zh-Hans')}。`;
	},
	noLaunch: '上线日期还没定。',
	startsOn: '立项',
	shootsOn: '开机',
	launchesOn: '上线',
	today: '今天',
	notSet: '未定',
	line: (from, to) => `${date(from, 'zh-Hans')}至${date(to, 'zh-Hans')}`,
	counts: (of, all) => `共${all}集：${of.map(({ word, count }) => `${word}${count}集`).join('，')}。`,
	draft: '日期以制片人目前填写的为准。'
} satisfies typeof en;
