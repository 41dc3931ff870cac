import { duration, longDate } from '../../format.ts';
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { settings as en } from '../en/settings.ts';

const length = (minutes: number): string => duration(minutes, 'zh-Hans');
const wan = (fen: number): string => `${fen / 1_000_000}万元`;

export const settings = {
	title: '设置',
	readOnly: '这些由制片人或统筹修改；“本机”和“我的账号”由你自己定。',
	newerOnly: '有人用更新版本的Daybreak改过这个项目，重新加载后才能在这里修改。',
	everybody: '离开输入框就会保存，对全组生效。',
	notSaved: '没有存上，仍按原来的算。',

	production: '项目',
	productionTitle: '片名',
	titleMissing: '片名不能为空，仍用原来的。',
	titleLong: '片名最多200个字，仍用原来的。',
	listLater: '已保存。连上服务器后，项目列表里也会显示新片名。',
	commission: '立项方式',
	commissions: {
		'platform-original': '平台定制',
		'mini-program': '小程序剧',
		'co-investment': '联合出品',
		'overseas-vertical': '海外竖屏剧',
		own: '自制'
	},
	subject: '题材',
	subjects: {
		general: '一般',
		political: '政治',
		military: '军事',
		diplomatic: '外交',
		security: '国家安全',
		'united-front': '统战',
		ethnic: '民族',
		religious: '宗教',
		judicial: '司法',
		police: '公安'
	},
	review: {
		key: (filed: DayKey, rules: string) =>
			`在国内上线的话，这个题材不论投资多少都按重点微短剧管理，开机前要拿到规划备案号（规则${rules}，按${longDate(filed, 'zh-Hans')}备案）。`,
		byBudget: (filed: DayKey, rules: string, key: number, ordinary: number) =>
			`在国内上线的话，按投资额定审查：${wan(key)}起为重点，${wan(ordinary)}起为普通，再低由平台审核。重点和普通都要在开机前拿到规划备案号（规则${rules}，按${longDate(filed, 'zh-Hans')}备案）。`,
		none: '立项太早，没有对应的审查规则。',
		noStart: '填上立项日期，就能看到适用哪一版审查规则。'
	},

	dates: '日期',
	starts: '立项',
	shoots: '开机',
	shootsHint: '具体的拍摄日在排期板上调整。',
	launches: '上线',
	restDays: '每周休息',
	restDaysHint: '板上已有的拍摄日不会跟着变。',
	shootBeforeStart: '这样开机就早于立项了，没有保存。',
	launchBeforeStart: '这样上线就早于立项了，没有保存。',
	launchBeforeShoot: '这样上线就早于开机了，没有保存。',
	startAfterShoot: '这样立项就晚于开机了，没有保存。',
	startAfterLaunch: '这样立项就晚于上线了，没有保存。',
	shootAfterLaunch: '这样开机就晚于上线了，没有保存。',
	dateMissing: '请选择日期，仍用原来的。',
	restAll: '一周至少留一天开工，没有保存。',

	place: '时区和币种',
	zone: '时区',
	zoneHint: '日期和通告时间都按这个时区。',
	zoneOther: '其他时区……',
	zoneName: '城市或时区名',
	zoneNow: (clock, label) => `当地现在${clock}（${label}）。`,
	zoneWrong: '没有这个时区，仍用原来的。',
	zoneNames: {
		'Asia/Shanghai': '北京、上海',
		'Asia/Hong_Kong': '香港',
		'Asia/Taipei': '台北',
		'Asia/Singapore': '新加坡',
		'Asia/Bangkok': '曼谷',
		'Asia/Tokyo': '东京',
		'Asia/Seoul': '首尔',
		'Australia/Sydney': '悉尼',
		'Europe/London': '伦敦',
		'Europe/Berlin': '柏林',
		'America/New_York': '纽约',
		'America/Chicago': '芝加哥',
		'America/Denver': '丹佛',
		'America/Los_Angeles': '洛杉矶',
		'America/Vancouver': '温哥华',
		UTC: '协调世界时'
	},
	currency: '币种',

	workingDay: '工作日',
	workingDayNote: '排期板按这些数字算工作量、收工时间和休息。',
	figures: {
		callAt: { label: '全组通告时间', hint: '当天没有另定时，全组几点到。' },
		firstShotMinutes: { label: '通告到首镜', hint: '开拍前的准备、布光和化妆。' },
		mealMinutes: { label: '放饭', hint: '中间吃饭的时间，不算工时。' },
		wrapMinutes: { label: '拍完到收工', hint: '收拾器材，直到最后一个人离开。' },
		contractMinutes: { label: '约定每日工时', hint: '事先谈好的时长，超过就是超时。' },
		longestMinutes: { label: '最长工作日', hint: '超过这个时长，排期板上标红。' },
		restMinutes: { label: '最短休息间隔', hint: '从收工到下一次通告，不足会标在两天之间的夜里。' },
		pageMinutes: { label: '一页剧本', hint: '没有单独估时的场次，按八个八分之一页算。' },
		setupMinutes: { label: '一个机位', hint: '填了机位数的场次，按这个算。' },
		moveMinutes: { label: '转场', hint: '两个拍摄地之间收、走、装的时间。' },
		setChangeMinutes: { label: '换场景', hint: '同一拍摄地里换到下一个场景。' }
	},
	inShort: (shooting, pages) => `这样，约定的一天里能拍${length(shooting)}，约${pages}页。`,
	longestShort: '这样最长工作日就比约定工时还短，没有保存。',
	contractLong: '这样约定工时就超过最长工作日了，没有保存。',
	noShooting: '这样准备和收工就把一天占满了，没有保存。',
	pace: '速度',
	durationWrong: '请填小时和分钟，如1:15，或分钟数，如75分。没有保存。',
	clockWrong: '请填时间，如07:00。没有保存。',

	board: '排期板',
	palette: '夜戏颜色',
	palettes: { board: '夜内蓝、夜外绿', singleton: '夜内绿、夜外蓝' },
	paletteHint: '两种都是日内白、日外黄，按剧组习惯选。',

	device: '本机',
	deviceNote: '只对你、只在这台设备上有效。',
	theme: '主题',
	language: '语言',
	storage: '存储',
	storageProtected: '存在本机的内容浏览器会一直保留，除非你自己删除。',
	storageUnprotected: '空间不够时，浏览器可能清掉存在本机的内容；还没同步的就会丢。',
	storageUnknown: '这个浏览器没有说明会不会保留本机内容。',
	storageUsed: (megabytes) => `已用${megabytes} MB。`,
	protect: '请浏览器保留',
	protectRefused: '浏览器暂时没有同意。把Daybreak安装到本机后通常就会同意。',
	installed: 'Daybreak已安装在本机。',
	install: '安装到本机',
	installHow: '想安装Daybreak，请打开浏览器菜单，选择“添加到主屏幕”或“安装”。',

	account: '我的账号',
	accountOf: (name) => `已登录：${name}。`,
	accountGuest: '你在这台设备上是访客。创建账号，才能留住这里的内容。',
	createAccount: '创建账号',
	oldPassphrase: '现在的口令',
	newPassphrase: '新口令',
	oldMissing: '请输入现在的口令。',
	newShort: '口令至少8个字符。',
	same: '这就是现在的口令。',
	changePassphrase: '修改口令',
	passphraseChanged: '口令已修改，其他设备要重新登录。',

	exporting: '导出',
	exportNote:
		'一个文件装下全部内容：计划、经费、每个人的工时及其记录、人员和角色。请放在只有制片人能看到的地方。可以在任何一台Daybreak服务器上重新打开。',
	exportNow: '导出项目',
	exportingNow: (megabytes) => `正在写文件，已有${megabytes} MB……`,
	exported: (name) => `已存到下载文件夹：“${name}”。`,

	end: '归档',
	archiveNote: '归档后排在大家列表的最后。内容不会删除，随时可以恢复。',
	archive: '归档这个项目',
	unarchive: '恢复项目',
	archiveTitle: (title) => `归档《${title}》？`,
	archiveSure: '项目会标为“已归档”，排到大家列表的最后。内容不会删除，可以在这里恢复。',
	archived: '已归档。',
	broughtBack: '已恢复。'
} satisfies typeof en;
