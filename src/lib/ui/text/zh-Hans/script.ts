import type { ScriptWords, script as en } from '../en/script.ts';

export const script = {
	warnings: {
		'heading-no-location': () => '场头没有写地点。',
		'heading-no-int-ext': () => '没写内景还是外景，先空着。',
		'heading-no-time': () => '没写日还是夜，先空着。',
		'time-inherited': (d: ScriptWords) => `时间取自第${d.from}场。`,
		'time-guessed': (d: ScriptWords) => `时间读作“${d.read}”。`,
		'number-duplicate': (d: ScriptWords) => `${d.number}场已经有了，这一场记为${d.named}。`,
		'number-missing': (d: ScriptWords) => `没有场号，记为${d.named}。`,
		'numbers-restart': () => '每集场号重新开始，按“集-场”读取。',
		'number-out-of-order': (d: ScriptWords) => `${d.number}场排在${d.after}场之后。`,
		'text-before-first-scene': (d: ScriptWords) => `第一场之前有${d.lines}行没有读。`,
		'text-outside-scene': (d: ScriptWords) => `有${d.lines}行不属于任何一场，没有读。`,
		'note-unclosed': () => '批注 [[ 没有结束，当作正文保留。',
		'boneyard-unclosed': () => '注释 /* 没有结束，当作正文保留。',
		'looks-like-heading': () => '像场头，但没有单独成行，当作正文。',
		'cue-maybe-transition': () => '读作转场提示，不是人物说话。',
		'cue-maybe-action': (d: ScriptWords) =>
			d.readAs === 'character' ? '读作人物，也可能是动作描写。' : '读作动作描写，也可能是人物。',
		'cue-without-at': () => '读作动作描写；如果是人名，请在前面加 @。',
		'cue-no-dialogue': () => '写了人物，但没有台词。',
		'speaker-not-listed': (d: ScriptWords) => `${d.name}有台词但不在人物表里，已加进本场。`,
		'episode-unmarked': () => '读作一集的开头。',
		'episode-repeated': () => '这一集前面已经开始，场次并在一起。',
		'episode-mismatch': (d: ScriptWords) => `${d.number}场写在第${d.under}集下面。`,
		'episode-empty': () => '这一集没有场次。',
		'scene-without-episode': () => '这一场在第一集之前。',
		'encoding-guessed': (d: ScriptWords) => `文件编码是猜的：${d.encoding}，请看看有没有乱码。`,
		'text-damaged': (d: ScriptWords) => `有${d.count}个字符读不出来。`,
		'too-many-scenes': (d: ScriptWords) => `读到这里为止：超过${d.limit}场。`,
		more: (d: ScriptWords) => `同样的情况还有${d.count}处。`
	},
	refused: {
		empty: '文件是空的，请换一个。什么都没有导入。',
		'too-big': '作为剧本文件太大（上限20 MB）。什么都没有导入。',
		'not-text': '这不是文本文件，无法当剧本读取。请导出成Fountain或纯文本。',
		'no-scenes': '没有找到场头。场头的样子：1-1 日 内 别墅，或INT. VILLA - DAY。',
		'too-many-scenes': '场次超过了一个项目能放的数量。什么都没有导入。'
	},
	looksLike: {
		pdf: '看起来是PDF，请把剧本导出成Fountain或文本。',
		zip: '看起来是压缩包，请先解压。',
		word: '看起来是Word文档，请先另存为纯文本。',
		rtf: '看起来是富文本，请先另存为纯文本。',
		image: '看起来是图片。',
		'final-draft': '看起来是Final Draft文件，目前请导出成Fountain或文本。',
		html: '看起来是网页，请复制文字后粘贴。'
	},
	nearest: (line: number) => `第${line}行最接近。`,
	stoppedAt: (line: number) => `到第${line}行超出上限。`
} satisfies typeof en;
