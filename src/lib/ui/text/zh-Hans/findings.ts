import type { Text } from '../en.ts';

type Words = Readonly<Record<string, string>>;
type Figures = Readonly<Record<string, number>>;

const hours = (w: Words): string => (w.from ? `${w.from}至${w.to}` : '');

export const findings = {
	title: '规则提醒',
	none: '这份计划没有触发任何规则。',
	button: (bad: number, warn: number) => (bad > 0 ? `违反${bad}条` : `${warn}处需留意`),
	rule: (number: string) => `规则${number}`,
	worst: { bad: '超出限度', warn: '需留意', info: '供参考' },
	unscheduled: (n: number, first: string) => `${n}场还没排进拍摄日，从${first}起。`,
	day: (n: number) => `第${n}个拍摄日`,
	sentences: {
		S1: (w: Words) => `${w.day}工作${w.worked}，比最长${w.limit}多${w.over}。`,
		S2: (w: Words, f: Figures) =>
			`${w.fromDay}到${w.toDay}之间，${f.people}人休息不足${w.limit}；最短的是${w.who}，只有${w.rest}。`,
		S3: (w: Words) => `${w.day}工作${w.worked}，超时${w.over}（约定${w.limit}）。`,
		S4: (w: Words, f: Figures) => `${w.day}转场${f.moves}次，共${w.minutes}。`,
		S5: (w: Words, f: Figures) =>
			f.early === 0
				? `${w.day}要开拍，但该题材所需的规划备案号还没有日期。`
				: f.decided === 1
					? `${w.day}比规划备案号下来早了${f.early}天。`
					: `${w.day}比规划备案号预计日期早${f.early}天。`,
		S6: (w: Words, f: Figures) =>
			f.overlap === 0
				? `${w.who}在${w.day}被两组先后通告。`
				: `${w.who}在${w.day}被两组同时通告，重叠${w.overlap}。`,
		S7: (w: Words, f: Figures) => `${w.scene}场排了两次，共${f.strips}条。`,
		S8: (w: Words) => `${w.scene}场已删，仍在拍摄日里。`,
		S9: (w: Words) => `${w.scene}场：${w.pages}还没排进拍摄日。`,
		S10: (w: Words, f: Figures) => {
			const said =
				w.reason === 'contract'
					? `${w.day}不在${w.who}的合同期内`
					: w.reason === 'only'
						? `${w.who}在${w.day}${hours(w)}没有档期`
						: w.reason === 'travel'
							? `${w.who}在${w.day}${hours(w)}赶路`
							: w.reason === 'fitting'
								? `${w.who}在${w.day}${hours(w)}定妆`
								: w.reason === 'rehearsal'
									? `${w.who}在${w.day}${hours(w)}排练`
									: `${w.who}在${w.day}${hours(w)}不在`;
			return f.strips ? `${said}，涉及${f.strips}条。` : `${said}，当天却有通告。`;
		},
		S11: (w: Words, f: Figures) =>
			w.reason === 'hours'
				? `${w.place}开放时间是${w.from}至${w.to}，${w.day}有${f.strips}条排在时间之外。`
				: `${w.place}在${w.day}${hours(w)}不能用，有${f.strips}条排在那里。`,
		S12: (w: Words) =>
			w.reason === 'long'
				? `未成年演员${w.who}在${w.day}到场${w.onSet}，比约定的${w.limit}多${w.over}。`
				: `未成年演员${w.who}在${w.day}工作到${w.until}，比约定的${w.latest}晚${w.over}。`,
		S13: (w: Words, f: Figures) =>
			w.sun === undefined
				? `${w.day}${w.place}没有日出，却有${f.strips}条日外。`
				: w.reason === 'before'
					? `${w.day}在${w.place}有${f.strips}条日外排在${w.sun}日出之前，没有天光${w.dark}。`
					: `${w.day}在${w.place}有${f.strips}条日外拖过${w.sun}日落，没有天光${w.dark}。`,
		S14: (w: Words, f: Figures) =>
			`后面有${f.days ?? 1}天超过规则允许的时长（H18）：${w.day}工作${w.worked}，超出${w.limit}的上限${w.over}。`,
		S20: (w: Words) => `第${w.scene}场改写前已经拍过（${w.pages}）：补拍，或者就用拍好的。`,
		other: (w: Words) => `规则${w.rule}有提醒。`
	},
	brief: {
		S10: (w: Words) => (w.reason === 'contract' ? `${w.who}不在合同期` : `${w.who}没有档期`),
		S11: (w: Words) => (w.reason === 'hours' ? `${w.place}未开放` : `${w.place}不能用`),
		S12: (w: Words) => (w.reason === 'long' ? `${w.who}到场过久` : `${w.who}超过${w.latest}`),
		S13: (w: Words) =>
			w.sun === undefined ? '没有天光' : w.reason === 'before' ? `${w.sun}才日出` : `${w.sun}已日落`
	}
} satisfies Text['findings'];
