/** Reckons a plan's board in a thread of its own and answers who is called when around today. */
import { parentPort } from 'node:worker_threads';
import * as Y from 'yjs';
import { openPlan, readPlan } from '#lib/doc/plan-document.ts';
import { callsOf } from '#lib/domain/schedule/calls-of.ts';
import { boardOf } from '#lib/domain/schedule/columns.ts';
import type { Answered, Asked } from './ask-thread.ts';
import { datesAround, type CallsAnswer, type CallsQuestion } from './calls.ts';

function answer({ updates, now }: CallsQuestion): CallsAnswer {
	const doc = new Y.Doc();
	doc.transact(() => {
		for (const update of updates) Y.applyUpdate(doc, update);
	});
	const plan = readPlan(openPlan(doc));
	doc.destroy();
	if (!plan) return { zone: null, dates: [], calls: [] };
	const { zone } = plan.production;
	const dates = datesAround(zone, now);
	const { summaries } = boardOf(plan);
	return {
		...{ zone, dates },
		calls: [...plan.people.keys()].flatMap((personId) =>
			callsOf(summaries, personId)
				.filter(({ date }) => dates.includes(date))
				.map(({ date, callAt, wrapAt }) => ({ personId, date, callAt, wrapAt }))
		)
	};
}

parentPort?.on('message', ({ id, question }: Asked<CallsQuestion>) => {
	try {
		parentPort?.postMessage({ id, value: answer(question) } satisfies Answered<CallsAnswer>);
	} catch (error) {
		parentPort?.postMessage({ id, error: String(error) } satisfies Answered<CallsAnswer>);
	}
});
