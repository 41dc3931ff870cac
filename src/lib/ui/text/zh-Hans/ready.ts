import type { Text } from '../en.ts';

export const ready = {
	title: '外景准备',
	note: '去没有网络的地方之前，先看一眼这里。',
	looking: '正在检查……',
	ready: '准备好了：这台设备没有网络也能用好几天。',
	notReady: '还没准备好。',
	names: {
		browser: '浏览器',
		app: '应用本身',
		documents: '本项目',
		storage: '存储',
		installed: '安装',
		clock: '时钟'
	},
	standing: { yes: '没问题', no: '待处理', unknown: '不清楚' },
	points: {
		browser: { yes: '这个浏览器能保存应用和写下的内容。', no: '', unknown: '' },
		app: {
			yes: 'Daybreak已完整存到本机，没有网络也能打开。',
			no: 'Daybreak本身还没存到本机。请联网在此页停留片刻，再检查一次。',
			unknown: ''
		},
		documents: { yes: '', no: '', unknown: '' },
		storage: {
			yes: '浏览器承诺保留本机内容。',
			no: '空间不够时，浏览器可能清掉本机内容。请在上面“存储”处请浏览器保留；把Daybreak安装到本机后通常就会同意。',
			unknown: ''
		},
		installed: {
			yes: 'Daybreak已作为独立应用运行。',
			no: '请把Daybreak添加到主屏幕（见上方），并从那里打开。',
			unknown: ''
		},
		clock: {
			yes: '本机时间与服务器一致。',
			no: '',
			unknown: '还没有和服务器对过时间。请联网一次再检查。'
		}
	},
	browserBuiltIn: '这是其他应用的内置浏览器或无痕窗口，内容可能会被清掉。请用Safari或Chrome打开这个地址。',
	browserHttp: '这个地址不是https，浏览器无法保存应用。请向负责服务器的人要https地址。',
	documentsHere: (n: number) => `你能看的${n}份内容都已存到本机。`,
	documentsMissing: (n: number) => `还有${n}份内容没存到本机：`,
	clockOff: (minutes: number, ahead: boolean) =>
		`本机时间${ahead ? '快' : '慢'}了${minutes}分钟。请在设备设置里打开自动校时。`,
	kinds: {
		plan: '计划',
		script: '剧本',
		issued: '通告单',
		guest: '访客可见内容',
		private: '私密信息',
		money: '资金',
		talk: '评论',
		deal: '酬金约定',
		hours: '工时',
		decisions: '工时审批'
	},
	comma: '、',
	fetchAll: '全部存到本机',
	look: '再检查一次',
	fetching: (done: number, of: number) => `正在获取：${done}/${of}`,
	failed: (n: number) => `有${n}份没有取到。请检查网络后再试。`,
	offline: '现在没有网络，以上是本机自己知道的情况。'
} satisfies Text['ready'];
