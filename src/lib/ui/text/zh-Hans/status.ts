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
	waiting: (n) => `有${n}项等你们决定`,
	decision: (gate, round) => (round > 1 ? `${gate}（第${round}轮）` : gate),
	gates: {
		planning: '规划备案',
		rating: '平台评级',
		'platform-review': '样片审核',
		'completion-review': '成片审核',
		licence: '发行许可'
	},
	since: (on) => `${on}已提交`,
	expected: (on) => `预计${on}`,
	requests: '你们提出的修改意见',
	requestsSentence: (all, open) =>
		all === 0 ? '目前没有。' : open === 0 ? `共${all}条，均已答复。` : `共${all}条，${open}条待我方答复。`,
	requestName: (round, number) => `第${round}轮第${number}条`,
	notAnswered: '还没有答复',
	unclear: '正在商定',
	askUs: '还有别的意见？请告诉制片人，记下后会出现在这里。',
	draft: '日期以制片人目前填写的为准。'
} satisfies typeof en;
