/** Who works on such a crew (field guide 2.1: about 35 people, 42 on B, 24 on C). */
import type { Person } from '../domain/schedule/records.ts';
import type { Job } from './recipe.ts';

/** `department | job | contract`, one a line; a number in front means as many of them. */
const read = (text: string): Job[] =>
	text
		.trim()
		.split('\n')
		.flatMap((line) => {
			const [count, department, job, contract] = line.split('|').map((part) => part.trim());
			return Array.from({ length: Number(count) }, () => ({
				department: department as Person['department'],
				job: job ?? '',
				contractKind: contract as Person['contractKind']
			}));
		});

/** 42 people of a custom title; the first one is whoever opens the demo. */
export const CREW_B = read(`
1 | production | Production manager · 制片主任 | package
1 | direction | Director · 导演 | package
1 | direction | First AD · 执行导演 | package
1 | direction | Second AD · 副导演 | package
1 | direction | Script supervisor · 场记 | day
1 | production | Producer · 制片人 | package
1 | production | Production coordinator · 统筹 | package
2 | production | Set assistant · 现场制片 | day
1 | camera | Director of photography · 摄影指导 | package
2 | camera | Camera operator · 掌机 | day
2 | camera | Focus puller · 跟焦员 | day
1 | camera | Data wrangler · DIT | day
1 | lighting | Gaffer · 灯光师 | package
4 | lighting | Electrician · 灯光助理 | day
2 | lighting | Grip · 场务 | day
1 | sound | Sound mixer · 录音师 | package
1 | sound | Boom operator · 话筒员 | day
1 | art | Production designer · 美术指导 | package
1 | art | Set dresser · 陈设师 | day
2 | art | Props · 道具师 | day
1 | costume | Costume designer · 服装师 | package
1 | costume | Wardrobe assistant · 服装助理 | day
1 | make-up | Make-up artist · 化妆师 | package
2 | make-up | Make-up assistant · 化妆助理 | day
1 | locations | Location manager · 外联 | package
1 | locations | Location assistant · 外联助理 | day
2 | transport | Driver · 司机 | day
1 | catering | Catering · 生活制片 | day
2 | other | Stunt coordinator · 动作指导 | day
1 | post | Editor · 剪辑师 | package
1 | post | Assistant editor · 剪辑助理 | month
`);

/** 35 people of a flow title, nearly all for a package. */
export const CREW_A = read(`
1 | production | Production manager · 制片主任 | package
1 | direction | Director · 导演 | package
1 | direction | First AD · 执行导演 | package
1 | direction | Script supervisor · 场记 | package
1 | production | Producer · 制片人 | package
1 | production | Production coordinator · 统筹 | package
2 | production | Set assistant · 现场制片 | package
1 | camera | Director of photography · 摄影指导 | package
2 | camera | Camera operator · 掌机 | package
2 | camera | Focus puller · 跟焦员 | package
1 | lighting | Gaffer · 灯光师 | package
4 | lighting | Electrician · 灯光助理 | package
2 | lighting | Grip · 场务 | package
1 | sound | Sound mixer · 录音师 | package
1 | sound | Boom operator · 话筒员 | package
1 | art | Production designer · 美术指导 | package
2 | art | Props · 道具师 | package
2 | costume | Period costume · 古装服装 | package
2 | make-up | Make-up and wigs · 梳化 | package
1 | locations | Location manager · 外联 | package
2 | transport | Driver · 司机 | package
1 | catering | Catering · 生活制片 | package
1 | other | Stunt coordinator · 动作指导 | day
1 | post | Editor · 剪辑师 | package
`);

/** 24 people of a US vertical. */
export const CREW_C = read(`
1 | production | Unit production manager | day
1 | direction | Director | package
1 | direction | First AD | day
1 | direction | Second AD | day
1 | direction | Script supervisor | day
1 | production | Producer | package
1 | production | Production assistant | hour
1 | camera | Director of photography | day
1 | camera | Camera operator | day
1 | camera | First AC | day
1 | lighting | Gaffer | day
2 | lighting | Electrician | day
1 | lighting | Key grip | day
1 | lighting | Grip | day
1 | sound | Sound mixer | day
1 | art | Production designer | package
1 | art | Props | day
1 | costume | Costume designer | day
1 | make-up | Hair and make-up | day
1 | locations | Location manager | day
1 | transport | Driver | hour
1 | catering | Craft service | hour
1 | post | Editor | package
`);
