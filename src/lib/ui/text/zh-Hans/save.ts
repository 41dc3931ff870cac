import type { save as en } from '../en/save.ts';

export const save = {
	about: '改动存到了哪里',
	saving: '正在保存……',
	saved: '已存本机',
	savedShort: '已存本机',
	synced: (time: string) => `已同步 ${time}`,
	waiting: (n: number) => `${n}项待上传`,
	waitingShort: (n: number) => `${n}项待传`,
	needsYou: '需要你处理',
	recordDiffers: '服务器记录有变',
	connecting: '正在连接…',
	offline: '离线',
	notSaved: '未保存',
	storageUnavailable: '本机存不了内容',
	needsHttps: '离线使用需要https',
	wrongBrowser: '请用Safari或Chrome打开',
	signedOut: '登录后才能同步',
	unprotected: '浏览器可能会清掉',
	meaning: {
		saving: '改动已在屏幕上，正在写入本机。',
		saved: '关闭、崩溃、重启都不会丢，但还没有传到服务器。',
		synced: '这里的改动服务器都已收到，设备丢了也不怕。',
		waiting: '这些改动已安全存在本机，一有网络就会上传。',
		needsYou: '服务器没有接受这些改动。内容还在本机，可以查看、导出或放弃。',
		recordDiffers:
			'服务器上这个项目的记录，和本机上次同步时的对不上：有内容被改过、删掉，或有人手动换回了旧副本。本机内容没有动过。请先导出本机内容，再请负责服务器的人核对记录。',
		connecting: '目前显示的是本机内容，正在建立连接。',
		offline: '现在没有网络。一切照常使用，改动先存在本机，联网后自动上传。',
		storageUnavailable:
			'浏览器的存储用不了，还没同步的改动关掉页面就会丢失。请先导出，再关掉其他标签页、腾出空间，或换普通窗口。系统会自动重试。',
		needsHttps: '这个地址不是https，浏览器无法保存应用供离线使用。请向负责服务器的人要https地址。',
		wrongBrowser:
			'这是其他应用的内置浏览器，或是不保存应用的无痕窗口，内容可能会被清掉。请点屏幕边上的“⋯”或分享按钮，选“在浏览器打开”（或把地址复制到Safari、Chrome），再开始工作。',
		signedOut: '登录已失效。改动仍安全存在本机，重新登录后即可上传。',
		unprotected: '浏览器没有承诺长期保留数据。把Daybreak添加到主屏幕会更稳妥。'
	},
	whatWaits: '待上传的内容',
	refused: '服务器未接受',
	export: '导出',
	discard: '放弃……',
	discardSure: (n: number) => `放弃这${n}项改动？放弃后无法找回。`,
	discardYes: '放弃',
	retry: '重新上传',
	goOn: '我已知悉，继续',
	content: '改了什么',
	ready: '外景没有网络，准备好了吗？',
	signIn: '登录'
} satisfies typeof en;
