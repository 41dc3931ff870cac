import { duration, eighths, list } from '../../format.ts';
import type { reimport as English } from '../en/reimport.ts';

const signed = (n: number, say: (n: number) => string): string => `${n < 0 ? '−' : '+'}${say(Math.abs(n))}`;

export const reimport = {
	title: '导入新稿',
	why: '新剧本和现有计划并排对照。排期、预估、备注和拍摄状态都不动；采用哪些改动由你决定。',
	source: '新剧本',
	sourceHint: '只在本机读取。',
	textsMissing: (n) => `有${n}场的旧文字还不在本机。联网取一次再对照，或直接继续：按场景、人物和首句对照。`,
	found: '改了什么',
	nothing: '没有差别：计划已经是这一稿。',
	counts: (n) =>
		[
			n.added > 0 ? `新增${n.added}场` : '',
			n.changed > 0 ? `改动${n.changed}场` : '',
			n.moved > 0 ? `挪动${n.moved}场` : '',
			n.removed > 0 ? `删去${n.removed}场` : '',
			`${n.same}场不变`
		]
			.filter(Boolean)
			.join('，') + '。',
	outside: (n) => `文件里只有部分集。其他集的${n}场保持原样。`,
	whole: '这是全本：文件里没有的就是删了',
	kinds: {
		added: '新增',
		changed: '改动',
		moved: '挪动',
		removed: '删去',
		returned: '恢复',
		renumbered: '只改场号'
	},
	kindWhy: {
		added: '每场在待排区有一条场次条。',
		changed: '场次条留在原处。',
		moved: '是剧本里的位置，不是排期板上的。',
		removed: '标为删场。没拍的回待排区。',
		returned: '连同原来的场次条。',
		renumbered: '场次条换上新场号。'
	},
	takeAll: '全部采用',
	take: (number) => `采用第${number}场`,
	takeField: (field, number) => `采用第${number}场的${field}`,
	takeNumbers: '采用新场号',
	scene: (number) => `第${number}场`,
	was: (number) => `原${number}`,
	shot: '已拍',
	shotRewritten: '已拍，但改写了',
	splitFrom: (number) => `从第${number}场拆出`,
	mergedInto: (number) => `文字并入第${number}场`,
	yours: '上次导入后在这里改过',
	onDays: (days) => (days.length === 0 ? '待排区' : `第${list(days.map(String), 'zh-Hans')}个拍摄日`),
	fields: {
		number: '场号',
		episodes: '所属集',
		intExt: '内外景',
		time: '日夜',
		set: '场景',
		cast: '人物',
		eighths: '页数',
		synopsis: '梗概',
		elements: '分场内容',
		text: '文字'
	},
	movedInScript: '剧本里的位置',
	intExt: { int: '内', ext: '外', 'int-ext': '内外' } as Readonly<Record<string, string>>,
	time: { day: '日', night: '夜', dawn: '晨', dusk: '昏' } as Readonly<Record<string, string>>,
	none: '–',
	pages: (n) => `${eighths(n)}页`,
	before: '原来',
	after: '现在',
	textUnknown: '旧文字不详。',
	textGone: '新稿里没有这一场。',
	textNew: '旧稿里没有这一场。',
	textSame: '文字没有变。',
	unfold: (number) => `对照第${number}场的新旧文字`,
	offers: (n) => `有${n}个名字可能是已有的`,
	offersWhy: '你不确认就不合并。不合并的会成为新的名字。',
	offerKind: { character: '人物', set: '场景' },
	offerReason: { spelling: '写法不同', 'part-of': '一个是另一个的一部分', place: '出现在对方原来的位置' },
	offer: (name, known) => `${name}就是${known}`,
	newNames: (characters, sets) =>
		[
			characters.length > 0 ? `新人物：${list(characters, 'zh-Hans')}。` : '',
			sets.length > 0 ? `新场景：${list(sets, 'zh-Hans')}。` : ''
		].join(''),
	reason: '为什么改',
	reasonWhy: '只问这一次，以后加出来的活儿都记得原因。',
	reasons: { ours: '我们自己改的', request: '审核提的修改意见' },
	request: '哪一条意见',
	newRequest: '还没记下的意见',
	requestName: (from, round, number, words) =>
		`${{ platform: '平台', regulator: '监管', us: '自己' }[from]}第${round}轮第${number}条${words ? `：${words}` : ''}`,
	from: '谁提的',
	froms: { platform: '平台方', regulator: '监管部门' },
	round: '审核轮次',
	asked: '要求改什么',
	version: '版本',
	versionHint: '按编剧的叫法：蓝页、三稿、终稿2。',
	versionPlatform: '平台方的版本',
	versionPlatformHint: '剧本归平台方：写明对方发来的是哪一版。',
	effect: '对排期的影响',
	effectOf: (pages, minutes) =>
		pages === 0 && minutes === 0
			? '页数和时间都不变。'
			: `${pages === 0 ? '页数不变' : signed(pages, (n) => `${eighths(n)}页`)}，${minutes === 0 ? '拍摄时间不变' : `拍摄${signed(minutes, (n) => duration(n, 'zh-Hans'))}`}。`,
	waiting: (n) => `${n}条新场次条在待排区等着。`,
	leaving: (n) => `${n}条场次条离开拍摄日，回待排区。`,
	noDays: '没有哪个拍摄日变长或变短。',
	dayChange: (day, before, after) =>
		`第${day}个拍摄日：${duration(before, 'zh-Hans')} → ${duration(after, 'zh-Hans')}（${signed(after - before, (n) => duration(n, 'zh-Hans'))}）`,
	meanwhile: '你看的时候计划变了。这里已按现在的计划重新对照。',
	meanwhileImport: (version) =>
		`你看的时候有人导入了${version ? `“${version}”` : '新稿'}。这里已重新对照：计划里已有的不会再加一遍。`,
	seen: '我重新看过了',
	wrong: {
		reason: '请说明剧本为什么改。',
		request: '请选一条意见，或者把它记下来。',
		asked: '请写下要求改什么。',
		round: '请填1以上的整数。',
		version: '请写明平台方的版本。',
		meanwhile: '计划变了：请先重新看一遍。',
		nothing: '没有勾选任何改动。'
	},
	import: '采用',
	importing: '正在导入…',
	cancel: '取消',
	nothingYet: '按“采用”之前什么都不会写入。一次撤销就能全部收回。',
	done: (n) => `已导入新稿：${n}场有变化。`,
	failed: '没能导入。计划保持原样。',
	readOnly: '你的身份只能看计划，不能改。'
} satisfies typeof English;
