/** Who changed what in one row of the plan, and when. */
import { planSchema } from '#lib/doc/schema/plan.ts';
import { documentName } from '#lib/domain/people/permissions.ts';
import type { Office } from './office.ts';
import { seat } from './production-routes.ts';
import { HttpError, type Answer, type Call, type Route } from './router.ts';

/** Changes in one answer: more than anybody reads about one scene. */
const MOST = 200;
const ID = /^[A-Za-z0-9_-]{1,64}$/;

export function historyRoutes(office: Office): Route[] {
	const { accounts, history } = office;

	async function read(call: Call): Promise<Answer> {
		const { production } = seat(office, call, 'readHistory');
		const query = new URL(call.request.url ?? '/', 'http://here').searchParams;
		const table = query.get('table') ?? '';
		const row = query.get('row') ?? '';
		if (!Object.hasOwn(planSchema.records, table))
			throw new HttpError(400, 'field', '“table” is no table of a plan.', 'table');
		if (!ID.test(row)) throw new HttpError(400, 'field', '“row” is not an id.', 'row');
		const document = documentName(production.id, 'plan');
		const { changes, more } = await history.of({ document, table, row, most: MOST });
		const names = new Map<string, string | null>();
		for (const { user } of changes)
			if (!names.has(user)) names.set(user, accounts.users.find(user)?.name ?? null);
		return {
			json: {
				changes: changes.map(({ user, ...change }) => ({ ...change, userId: user, name: names.get(user) })),
				more
			}
		};
	}

	return [{ method: 'GET', path: '/api/productions/:production/history', handle: read }];
}
