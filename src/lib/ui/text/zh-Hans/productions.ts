import type { productions as en } from '../en/productions.ts';

export const productions = {
	title: '项目',
	none: '还没有项目',
	noneDo: '用剧本新建一个，或者先看看示例项目。',
	create: '新建项目',
	openFile: '打开项目文件',
	sendingFile: (percent: number) => `正在上传文件，${percent}%……`,
	checkingFile: '正在逐行核对记录……',
	openedFile: (title: string) =>
		`《${title}》已在这里，你是制片人。请重新邀请其他人：他们要在这台服务器上重新登录。`,
	role: '角色',
	production: '项目',
	state: '状态',
	running: '进行中',
	demo: '示例',
	demoUntil: (date: string) => `示例，保留到${date}`,
	archived: '已归档',
	archivedOn: (date: string) => `${date}归档`,
	guest: '你现在是访客。注册账号后，示例项目会一直归你。',
	expired: '登录已失效。本机内容都安全，重新登录后继续同步。',
	offline: '没有网络，这里是本机记得的列表。',
	signOut: '退出登录',
	signedInAs: (name: string) => `当前用户：${name}`
} satisfies typeof en;
