/** Production B, "custom" (field guide 5): what a newcomer opens. */
import { addDays } from '../../domain/calendar/day-key.ts';
import { addWorkdays } from '../../domain/calendar/workdays.ts';
import type { GateId, RequestId } from '../../domain/ids.ts';
import { gateRecord, requestRecord, type Gate } from '../../domain/launch/records.ts';
import { stableId } from '../../domain/stable-id.ts';
import { newRow } from '../../domain/schedule/new-rows.ts';
import { CREW_B } from '../crews.ts';
import type { Calendar, Need, Recipe } from '../recipe.ts';
import { PART_1 } from '../story/harbour-revenge-1.ts';
import { ZH_1 } from '../story/harbour-revenge-1.zh-hans.ts';
import { PART_2 } from '../story/harbour-revenge-2.ts';
import { ZH_2 } from '../story/harbour-revenge-2.zh-hans.ts';
import { PART_3 } from '../story/harbour-revenge-3.ts';
import { ZH_3 } from '../story/harbour-revenge-3.zh-hans.ts';
import { PART_4 } from '../story/harbour-revenge-4.ts';
import { ZH_4 } from '../story/harbour-revenge-4.zh-hans.ts';
import { readStory } from '../story/read-story.ts';

/** The planning number came this many working days after it was promised (field guide 5, B). */
const LATE = 4;

function gates({ dates, today, greenLight, launch, makeId }: Calendar): Gate[] {
	const first = dates[0] ?? today;
	const last = dates.at(-1) ?? today;
	const weekend = [6, 7];
	const numberOn = addWorkdays(first, -2, weekend);
	const gate = (values: Partial<Gate>): Gate => newRow(gateRecord, makeId<GateId>(), values);
	return [
		gate({
			kind: 'rating',
			owner: 'platform',
			plannedOn: addWorkdays(greenLight, 3, weekend),
			decidedOn: addWorkdays(greenLight, 3, weekend),
			status: 'approved',
			number: 'A−'
		}),
		gate({
			kind: 'planning',
			owner: 'regulator',
			plannedOn: addWorkdays(numberOn, -LATE, weekend),
			decidedOn: numberOn,
			status: 'approved',
			number: `备案(${numberOn.slice(0, 4)})第0412号`
		}),
		gate({
			kind: 'platform-review',
			owner: 'platform',
			round: 1,
			plannedOn: addDays(today, -2),
			decidedOn: addDays(today, -1),
			status: 'changes-asked'
		}),
		gate({ kind: 'platform-review', owner: 'platform', round: 2, plannedOn: addDays(last, 9) }),
		gate({ kind: 'completion-review', owner: 'platform', plannedOn: addDays(launch, -4) }),
		gate({ kind: 'licence', owner: 'platform', plannedOn: addDays(launch, -2) })
	];
}

const need = (name: string, category: Need['category'], when: RegExp, at?: RegExp): Need =>
	at ? { name, category, when, at } : { name, category, when };
const NOTHING = /(?!)/;

/** What scenes need beside their cast: told by what happens in them, or by where they play. */
const NEEDS: readonly Need[] = [
	need('Dock workers ×20 · 码头工人×20', 'background', /dock workers|dockers|helmets/i, /canteen/),
	need('Party guests ×40 · 宴会宾客×40', 'background', /quartet|guests|toast/i),
	need('Court public ×15 · 旁听群众×15', 'background', NOTHING, /Courtroom/),
	need('Police ×4 · 警察×4', 'background', /police|handcuffs|Inspector/i),
	need('Freed workers ×31 · 获救工人×31', 'background', /thirty-one|Blankets/i),
	need('Fall into the water · 落水戏', 'stunts', /jumps|bollard|brake|into the water/i),
	need('Fire on set · 现场明火', 'special-effects', /\bfire\b|burns|petrol|smoke/i),
	need('Speedboat · 快艇', 'vehicles', NOTHING, /Boat deck/),
	need('Container truck · 集装箱卡车', 'vehicles', /truck|container/i),
	need('Black car · 黑色轿车', 'vehicles', /\bcar\b|drives/i),
	need('Scooters ×6 · 电动车×6', 'vehicles', /scooters/i),
	need('Suitcase · 行李箱', 'props', /suitcase/i),
	need('Safety helmets ×200 · 安全帽×200', 'props', /helmet/i),
	need('Noodle bowls · 面碗', 'props', /noodle|bowl|soup/i, /Noodle stall/),
	need('Ledgers · 账本', 'props', /ledger/i),
	need('Photograph, framed · 带框照片', 'props', /photograph|picture/i),
	need('Uncut tape and player · 母带和放音机', 'props', /tape|recorder|listen/i),
	need('Pearls · 珍珠项链', 'props', /pearls/i),
	need('Father’s watch · 父亲的手表', 'props', /\bwatch\b/i),
	need('Customs uniform · 海关制服', 'wardrobe', /uniform|wearing it/i),
	need('Engagement dress, two · 订婚礼裙两条', 'wardrobe', /dress|mirror/i),
	need('Bandages and bruises · 绷带和伤妆', 'make-up', /bandages|marks|sleeve/i),
	need('Dog · 狗', 'animals', /\bdog\b/i),
	need('String quartet, live · 现场弦乐四重奏', 'music', /quartet/i),
	need('Ship’s horn, wild · 汽笛单独收音', 'sound', /horn|harbour answers/i),
	need('Roses to dig up · 可挖的玫瑰', 'greenery', /roses/i, /Villa garden/),
	need('Screens to be filled · 屏幕待合成', 'visual-effects', /screen|telephone|film of/i)
];

export const CUSTOM: Recipe = {
	title: 'Harbour Revenge · 港湾复仇',
	file: 'harbour-revenge',
	needs: NEEDS,
	production: {
		zone: 'Asia/Shanghai',
		currency: 'CNY',
		contractEpisodes: 72,
		contractSeconds: 7200,
		commission: 'platform-original',
		scriptOwner: 'platform',
		variants: ['Kuaishou · 快手', 'Douyin · 抖音'],
		subject: 'judicial',
		pageMinutes: 42,
		moveMinutes: 60,
		setChangeMinutes: 10,
		callAt: 7 * 60
	},
	story: [
		readStory(PART_1, ZH_1),
		readStory(PART_2, ZH_2),
		readStory(PART_3, ZH_3),
		readStory(PART_4, ZH_4)
	].flat(),
	targetSeconds: 100,
	eighths: 944,
	unlocks: [10, 50],
	unlockPrices: [990, 1990],
	parts: [
		{ name: 'Lin Wan · 林晚', kind: 'lead' },
		{ name: 'Gu Chen · 顾辰', kind: 'lead' },
		{ name: 'Qiao Yi · 乔伊', kind: 'lead' },
		{ name: 'Gu Zhenhai · 顾振海', kind: 'support' },
		{ name: 'Zhou Mu · 周牧', kind: 'support' },
		{ name: 'Lin Guodong · 林国栋', kind: 'support' },
		{ name: 'Shen Man · 沈曼', kind: 'support' },
		{ name: 'Lin Xiao · 林晓', kind: 'support' },
		{ name: 'Judge Han · 韩法官', kind: 'support' },
		{ name: 'Captain Deng · 邓船长', kind: 'support' },
		{ name: 'Tang Rui · 唐锐', kind: 'support' },
		{ name: 'Fang Min · 方敏', kind: 'support' },
		{ name: 'Xia Man · 夏满', kind: 'support' },
		{ name: 'Nurse Xu · 许护士', kind: 'day' },
		{ name: 'Auntie He · 何姨', kind: 'support' },
		{ name: 'Inspector Lu · 陆队', kind: 'day' },
		{ name: 'Pan · 潘会计', kind: 'day' },
		{ name: 'Reporter Jiang · 江记者', kind: 'day' }
	],
	names: 'cn',
	crew: CREW_B,
	locations: {
		villa: {
			name: 'Gu villa · 顾家别墅',
			address: '18 Binhai Road · 滨海路18号',
			hospital: 'Binhai Hospital · 滨海医院',
			hospitalAddress: '3 Binhai Road · 滨海路3号',
			hospitalPhone: '0532-5550 1120',
			latitude: 36.0512,
			longitude: 120.3345,
			parking: 'Behind the garden wall, 12 cars · 花园围墙后，12个车位',
			hireBy: 'day'
		},
		harbour: {
			name: 'Harbour terminal · 港区码头',
			address: 'Berth 9–11, East Port · 东港9–11号泊位',
			hospital: 'East Port Hospital · 东港医院',
			hospitalAddress: '1 Port Road · 港前路1号',
			hospitalPhone: '0532-5550 2120',
			latitude: 36.0921,
			longitude: 120.2967,
			hireBy: 'hour'
		},
		court: {
			name: 'Court · 法院',
			address: '2 Renmin Square · 人民广场2号',
			hospital: 'Central Hospital · 市中心医院',
			hospitalAddress: '16 Renmin Road · 人民路16号',
			hospitalPhone: '0532-5550 3120',
			latitude: 36.0672,
			longitude: 120.3826,
			hireBy: 'half-day'
		},
		tower: {
			name: 'Law firm tower · 律所大厦',
			address: '77 Haitian Avenue · 海天大道77号',
			hospital: 'Central Hospital · 市中心医院',
			hospitalAddress: '16 Renmin Road · 人民路16号',
			hospitalPhone: '0532-5550 3120',
			latitude: 36.0645,
			longitude: 120.3891,
			hireBy: 'hour'
		},
		lane: {
			name: 'Old town lane · 老城巷',
			address: 'Xinyi Lane · 信义巷',
			hospital: 'Old Town Clinic · 老城诊所',
			hospitalAddress: '9 Xinyi Lane · 信义巷9号',
			hospitalPhone: '0532-5550 4120',
			latitude: 36.0701,
			longitude: 120.3218,
			hireBy: 'none'
		},
		hospital: {
			name: 'Hospital wing · 医院旧楼',
			address: '5 Kangning Street · 康宁街5号',
			hospital: 'Central Hospital · 市中心医院',
			hospitalAddress: '16 Renmin Road · 人民路16号',
			hospitalPhone: '0532-5550 3120',
			latitude: 36.0788,
			longitude: 120.3702,
			hireBy: 'half-day'
		},
		prison: {
			name: 'Detention centre · 看守所',
			address: 'Studio 4, East Port · 东港四号棚',
			hospital: 'East Port Hospital · 东港医院',
			hospitalAddress: '1 Port Road · 港前路1号',
			hospitalPhone: '0532-5550 2120',
			latitude: 36.0899,
			longitude: 120.299,
			hireBy: 'day'
		}
	},
	sets: {
		salon: ['Villa salon · 别墅客厅', 'villa'],
		kitchen: ['Villa kitchen · 别墅厨房', 'villa'],
		study: ['Villa study · 别墅书房', 'villa'],
		garden: ['Villa garden · 别墅花园', 'villa'],
		bedroom: ['Villa guest room · 别墅客房', 'villa'],
		gate: ['Villa gate · 别墅门口', 'villa'],
		quay: ['Quay · 码头', 'harbour'],
		yard: ['Container yard · 集装箱堆场', 'harbour'],
		wh7: ['Warehouse 7 · 七号仓', 'harbour'],
		tug: ['Boat deck · 船甲板', 'harbour'],
		canteen: ['Dock canteen · 码头食堂', 'harbour'],
		court: ['Courtroom · 法庭', 'court'],
		ccorr: ['Court corridor · 法院走廊', 'court'],
		steps: ['Court steps · 法院台阶', 'court'],
		chambers: ['Judge’s chambers · 法官办公室', 'court'],
		recep: ['Reception · 律所前台', 'tower'],
		office: ['Lin Wan’s office · 林晚办公室', 'tower'],
		meet: ['Meeting room · 会议室', 'tower'],
		roof: ['Rooftop · 天台', 'tower'],
		noodle: ['Noodle stall · 面摊', 'lane'],
		flat: ['Lin family flat · 林家', 'lane'],
		alley: ['Alley · 小巷', 'lane'],
		ward: ['Ward · 病房', 'hospital'],
		hcorr: ['Hospital corridor · 医院走廊', 'hospital'],
		visit: ['Visiting room · 会见室', 'prison'],
		pgate: ['Detention gate · 看守所门口', 'prison']
	},
	restDaysFromToday: [2],
	days: 9,
	wrapped: 4,
	prepDays: 17,
	postDays: 25,
	waiting: 14,
	callShift: [0, 0, 0, 0, 0, 0, 0, 0, 0],
	gates,
	requests: ({ today, makeId }) => [
		newRow(requestRecord, makeId<RequestId>(), {
			from: 'platform',
			round: 1,
			number: 1,
			text: 'Show that the case is reopened by law: the petition at the counter (episode 9), the review by the prosecutor’s office (38) and the order for retrial read out in court (66). · 请写明案件是依法重启的：窗口递交申诉（第9集）、检察机关复查（第38集）、当庭宣读再审决定（第66集）。',
			askedBy: 'Chen Lan · 陈岚',
			askedOn: addDays(today, -1),
			answer: 'accepted',
			answerText:
				'All three scenes, in the days we have; the court is hired already. · 三场都补，天数不变；法庭景已经租好。',
			answeredOn: addDays(today, -1)
		}),
		// an id of its own, so that chance shoots the same days as without it
		newRow(requestRecord, stableId<RequestId>('demo B, second request'), {
			from: 'platform',
			round: 1,
			number: 2,
			text: 'End episode 10 on the confession itself, not on the phone ringing. · 第10集结尾改停在认罪那一刻，不要停在电话铃响。',
			replaces: 'The cliffhanger agreed in the script. · 剧本里定下的结尾钩子。',
			askedBy: 'Chen Lan · 陈岚',
			askedOn: today
		})
	]
};
