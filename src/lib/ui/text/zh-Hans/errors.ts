import type { errors as en } from '../en/errors.ts';

export const errors = {
	codes: {
		offline: '连不上服务器。内容没有丢，有网络后再试。',
		server: '服务器没能完成。什么都没有改动，过一分钟再试。',
		busy: '现在登录的人很多，请稍后再试。',
		method: '服务器不认识这个操作。页面可能是旧版本，请刷新。',
		'not-json': '服务器没看懂这个请求。页面可能是旧版本，请刷新。',
		field: '服务器没有接受这里填的内容。请检查：太长、为空，或含有无法显示的字符。',
		'too-large': '一次发的内容太多，请少发一些。',
		'not-found': '这里没有这个内容，或者你无权查看。',
		'no-right': '你在这个项目里的角色不能做这件事，请找制片人。',
		'signed-out': '登录已失效。你做的改动都安全存在本机，重新登录后即可上传。',
		'foreign-origin': '这个请求不是从本服务器的页面发出的，已被拒绝。',
		'name-taken': '这个名字已有人用。换一个；如果就是你，请登录。',
		'passphrase-short': '口令至少8个字符，用四个不相关的词就很好。',
		'wrong-sign-in': '名字和口令对不上。请检查，口令区分大小写。',
		'wrong-passphrase': '原口令不对。',
		'wrong-recovery': '名字和恢复码对不上，或者恢复码已用过。',
		'too-many-tries': '试的次数太多了，请等15分钟再试。',
		'too-many-demos': '这里打开的示例项目已经够多了。请等一小时，或者注册账号。',
		'invitation-unknown': '没有这个邀请。请确认链接复制完整，或者再要一个。',
		'invitation-expired': '邀请已过期，请向制片人再要一个。',
		'invitation-used': '邀请的次数已用完，请向制片人再要一个。',
		'invitation-revoked': '邀请已被收回。如有疑问，请问制片人。',
		'already-member': '你已经在这个项目里了。',
		'last-producer': '项目里必须有一位制片人。请先让别人当制片人。',
		'id-taken': '项目编号被占用，没能创建。请再按一次“创建”。'
	},
	unknown: (code: string) => `出了点问题（${code}）。什么都没有改动，请再试。`,
	pageMissing: '没有这个页面。',
	pageMissingDo: '可能地址有误，或者你的角色不能打开。',
	pageBroken: '这个页面显示不出来。',
	pageBrokenDo: '已保存的内容都安全存在本机。请刷新；如果再次出现，请告诉负责服务器的人。',
	reload: '刷新',
	home: '回到首页'
} satisfies typeof en;
