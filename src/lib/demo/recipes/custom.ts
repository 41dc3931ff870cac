/** Production B, "custom" (field guide 5): what a newcomer opens. */
import { addDays } from '../../domain/calendar/day-key.ts';
import { addWorkdays } from '../../domain/calendar/workdays.ts';
import type { GateId, RequestId } from '../../domain/ids.ts';
import { gateRecord, requestRecord, type Gate } from '../../domain/launch/records.ts';
import { newRow } from '../../domain/schedule/new-rows.ts';
import { CREW_B } from '../crews.ts';
import type { Calendar, Recipe } from '../recipe.ts';
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
		gate({ kind: 'completion-review', owner: 'regulator', plannedOn: addDays(launch, -4) }),
		gate({ kind: 'licence', owner: 'regulator', plannedOn: addDays(launch, -2) })
	];
}

export const CUSTOM: Recipe = {
	title: 'Harbour Revenge · 港湾复仇',
	production: {
		zone: 'Asia/Shanghai',
		currency: 'CNY',
		contractEpisodes: 72,
		contractSeconds: 7200,
		commission: 'platform-original',
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
		villa: { name: 'Gu villa · 顾家别墅', address: '18 Binhai Road', hospital: 'Binhai Hospital' },
		harbour: {
			name: 'Harbour terminal · 港区码头',
			address: 'Berth 9–11, East Port',
			hospital: 'East Port Hospital'
		},
		court: { name: 'Court · 法院', address: '2 Renmin Square', hospital: 'Central Hospital' },
		tower: { name: 'Law firm tower · 律所大厦', address: '77 Haitian Avenue', hospital: 'Central Hospital' },
		lane: { name: 'Old town lane · 老城巷', address: 'Xinyi Lane', hospital: 'Old Town Clinic' },
		hospital: {
			name: 'Hospital wing · 医院旧楼',
			address: '5 Kangning Street',
			hospital: 'Central Hospital'
		},
		prison: {
			name: 'Detention centre · 看守所',
			address: 'Studio 4, East Port',
			hospital: 'East Port Hospital'
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
	postDays: 17,
	waiting: 14,
	callShift: [0, 0, 0, 0, 0, 0, 0, 0, 0],
	gates,
	requests: ({ today, makeId }) => [
		newRow(requestRecord, makeId<RequestId>(), {
			from: 'platform',
			round: 1,
			number: 1,
			text: 'Show that the case is reopened by law: the petition at the counter (episode 9), the review by the prosecutor’s office (38) and the order for retrial read out in court (66). · 请写明案件是依法重启的：窗口递交申诉（第9集）、检察机关复查（第38集）、当庭宣读再审决定（第66集）。',
			askedOn: addDays(today, -1),
			answer: 'accepted'
		})
	]
};
