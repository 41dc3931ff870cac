import type { Text } from '../en.ts';

type Words = Readonly<Record<string, string>>;
type Figures = Readonly<Record<string, number>>;

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
		other: (w: Words) => `规则${w.rule}有提醒。`
	}
} satisfies Text['findings'];
