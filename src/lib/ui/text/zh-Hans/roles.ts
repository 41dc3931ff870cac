import type { roles as en } from '../en/roles.ts';

export const roles = {
	producer: '制片人',
	planner: '统筹',
	crew: '组员',
	viewer: '访客',
	station: '公用平板',
	meaning: {
		producer: '排期、管钱、邀请人、做决定。',
		planner: '排期：导演、执行导演、制片主任。看不到金额。',
		crew: '看计划，记自己的工时，可以留言。',
		viewer: '外部人员：只看日期、各集进度和自己提的意见。'
	}
} satisfies typeof en;
