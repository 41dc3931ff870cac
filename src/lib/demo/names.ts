/** Names for cast and crew. None of them is anybody. */
import type { Random } from './random.ts';

const SURNAMES =
	'Wang 王,Li 李,Zhang 张,Liu 刘,Chen 陈,Yang 杨,Zhao 赵,Huang 黄,Zhou 周,Wu 吴,Xu 徐,Sun 孙,Hu 胡,Zhu 朱,Gao 高,Lin 林,He 何,Guo 郭,Ma 马,Luo 罗,Liang 梁,Song 宋,Zheng 郑,Xie 谢,Tang 唐,Feng 冯,Dong 董,Cheng 程,Cao 曹,Yuan 袁';
const GIVEN =
	'Lei 磊,Jing 静,Hao 浩,Min 敏,Yuchen 雨辰,Xiaoyu 晓雨,Jianguo 建国,Ting 婷,Bo 博,Na 娜,Zihan 子涵,Mei 梅,Qiang 强,Yan 燕,Peng 鹏,Jia 佳,Wenbo 文博,Siqi 思琪,Tao 涛,Xin 欣,Zhihao 志豪,Lan 兰,Kai 凯,Yue 悦,Guang 光,Ruoxi 若曦,Dawei 大伟,Fang 芳,Ming 明,Shuang 爽,Yifan 一凡,Hong 红,Chao 超,Li 丽,Junjie 俊杰,Qing 晴,Hai 海,Xue 雪,Long 龙,Nian 念';
const FIRST =
	'Maya,Derek,Alicia,Tom,Priya,Marcus,Jenna,Luis,Hannah,Andre,Sophie,Kevin,Rosa,Eli,Grace,Omar,Tess,Victor,Naomi,Ben,Carla,Wes,Imani,Pete,Lena,Raj,Dana,Hugo,Kim,Otis';
const LAST =
	'Alvarez,Brooks,Chandler,Duarte,Ellison,Fisher,Greene,Hollis,Ibarra,Jensen,Keller,Lowe,Mercer,Navarro,Owens,Parrish,Quinn,Reyes,Sutton,Tran,Underwood,Vega,Whitaker,Young,Zamora';

/** Answers a name nobody has yet, each time it is asked. Chinese names come as `Wang Lei · 王磊`. */
export function namesFrom(kind: 'cn' | 'us', random: Random): () => string {
	const taken = new Set<string>();
	const families = (kind === 'cn' ? SURNAMES : LAST).split(',');
	const given = (kind === 'cn' ? GIVEN : FIRST).split(',');
	const one = (): string => {
		const family = random.pick(families);
		const own = random.pick(given);
		if (kind === 'us') return `${own} ${family}`;
		const [latin, hanzi] = [family.split(' '), own.split(' ')];
		return `${latin[0]} ${hanzi[0]} · ${latin[1]}${hanzi[1]}`;
	};
	return () => {
		let name = one();
		while (taken.has(name)) name = one();
		taken.add(name);
		return name;
	};
}
