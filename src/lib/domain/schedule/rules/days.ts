/** Rules about one day: S1, S3, S4. */
import type { Rule } from './view.ts';

/** S1: a day is worked longer than the longest day. Figures in minutes. */
export const longestDay: Rule = ({ summaries, plan }) =>
	summaries
		.filter((day) => day.beyondMinutes > 0)
		.map((day) => ({
			rule: 'S1',
			severity: 'bad',
			about: { dayId: day.dayId },
			figures: {
				worked: day.workedMinutes,
				limit: Math.max(plan.production.longestMinutes, plan.production.contractMinutes),
				over: day.beyondMinutes
			}
		}));

/** S3: a day is worked past the agreed day. Figures in minutes. */
export const agreedDay: Rule = ({ summaries, plan }) =>
	summaries
		.filter((day) => day.overtimeMinutes > 0)
		.map((day) => ({
			rule: 'S3',
			severity: 'warn',
			about: { dayId: day.dayId },
			figures: {
				worked: day.workedMinutes,
				limit: plan.production.contractMinutes,
				over: day.overtimeMinutes + day.beyondMinutes
			}
		}));

/** S4: a day has two company moves or more. Figures: moves, and the minutes they take. */
export const companyMoves: Rule = ({ summaries, plan }) =>
	summaries
		.filter((day) => day.companyMoves > 1)
		.map((day) => ({
			rule: 'S4',
			severity: 'warn',
			about: { dayId: day.dayId },
			figures: {
				moves: day.companyMoves,
				minutes: day.companyMoves * plan.production.moveMinutes
			}
		}));
