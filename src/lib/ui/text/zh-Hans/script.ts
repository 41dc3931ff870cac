import type { ScriptWords, script as en } from '../en/script.ts';

export const script = {
	kinds: {
		'heading-no-location': '场头没有写地点。',
		'heading-no-int-ext': '没写内景还是外景，先空着。',
		'heading-no-time': '没写日还是夜，先空着。',
		'time-inherited': '时间沿用前面的场次。',
		'time-guessed': '时间是从场头里猜的。',
		'number-duplicate': '场号重复，后面的另编了号。',
		'number-missing': '有场次没写场号，已补上。',
		'numbers-restart': '每集场号重新开始，按“集-场”读取。',
		'number-out-of-order': '场号前后颠倒，按原样保留。',
		'text-before-first-scene': '第一场之前的文字',
		'text-outside-scene': '不属于任何一场的文字',
		'note-unclosed': '批注 [[ 没有结束，当作正文保留。',
		'boneyard-unclosed': '注释 /* 没有结束，当作正文保留。',
		'looks-like-heading': '像场头，但没有单独成行，当作正文。',
		'cue-maybe-transition': '读作转场提示，不是人物说话。',
		'cue-maybe-action': '可能是人物，也可能是动作描写。',
		'cue-without-at': '读作动作描写；如果是人名，请在前面加 @。',
		'cue-no-dialogue': '写了人物，但没有台词。',
		'speaker-not-listed': '有台词但不在本场人物表里，已加上。',
		'episode-unmarked': '读作一集的开头。',
		'episode-repeated': '这一集前面已经开始，场次并在一起。',
		'episode-mismatch': '场号里的集数和所在的集不一致。',
		'episode-empty': '有一集没有场次。',
		'scene-without-episode': '有场次在第一集之前。',
		'encoding-guessed': '文件编码是猜的，请看看人名有没有乱码。',
		'text-damaged': '读不出来的字符',
		'too-many-scenes': '场次到了一个项目的上限，读到这里为止。',
		more: '还有同样的情况。'
	},
	details: {
		'time-inherited': (d: ScriptWords) => `同第${d.from}场`,
		'time-guessed': (d: ScriptWords) => `读作“${d.read}”`,
		'number-duplicate': (d: ScriptWords) => `${d.number}改记为${d.named}`,
		'number-missing': (d: ScriptWords) => `记为${d.named}`,
		'number-out-of-order': (d: ScriptWords) => `${d.number}在${d.after}之后`,
		'text-before-first-scene': (d: ScriptWords) => `${d.lines}行`,
		'text-outside-scene': (d: ScriptWords) => `${d.lines}行`,
		'cue-maybe-action': (d: ScriptWords) => (d.readAs === 'character' ? '读作人物' : '读作动作描写'),
		'speaker-not-listed': (d: ScriptWords) => String(d.name),
		'episode-mismatch': (d: ScriptWords) => `${d.number}写在第${d.under}集下面`,
		'encoding-guessed': (d: ScriptWords) => String(d.encoding).toUpperCase(),
		'text-damaged': (d: ScriptWords) => `${d.count}个字符`,
		'too-many-scenes': (d: ScriptWords) => `超过${d.limit}场`
	},
	refused: {
		empty: '里面是空的，请换一个。什么都没有导入。',
		'too-big': '作为剧本太大了（上限20 MB），没有读取。',
		'not-text': '这不是文本文件，没法当剧本读。',
		'no-scenes': '没有找到场头，什么都没有导入。场头要单独成行，写法如“1-1 日 内 别墅”或“INT. VILLA - DAY”。',
		'too-many-scenes': '场次超过了一个项目的上限，什么都没有导入。'
	},
	looksLike: {
		pdf: '看起来是PDF，请把剧本导出成Fountain或纯文本。',
		zip: '看起来是压缩包，请先解压。',
		word: '看起来是Word文档，请另存为纯文本，或复制文字后粘贴。',
		rtf: '看起来是RTF文档，请另存为纯文本，或复制文字后粘贴。',
		image: '看起来是图片。',
		'final-draft': '看起来是Final Draft文件，请先导出成Fountain或纯文本。',
		html: '看起来是网页，请复制文字后粘贴。'
	},
	otherFormat: '请导出成Fountain或纯文本，或复制文字后粘贴。',
	nearest: (line) => `第${line}行最接近。`,
	stoppedAt: (line, limit) => `第${limit + 1}场从第${line}行开始。`
} satisfies typeof en;
