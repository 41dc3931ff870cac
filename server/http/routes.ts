/** Every route there is. A new one is a line in its table, and a row in `routes.test.ts` that says who may use it. */
import { accountRoutes } from './account-routes.ts';
import { demoRoutes } from './demo-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { historyRoutes } from './history-routes.ts';
import { invitationRoutes } from './invitation-routes.ts';
import type { Office } from './office.ts';
import { ownHoursRoutes } from './own-hours-routes.ts';
import { productionRoutes } from './production-routes.ts';
import type { Route } from './router.ts';
import { stationRoutes } from './station-routes.ts';

export const routesOf = (office: Office): Route[] =>
	[
		demoRoutes,
		accountRoutes,
		productionRoutes,
		invitationRoutes,
		fileRoutes,
		historyRoutes,
		ownHoursRoutes,
		stationRoutes
	].flatMap((of) => of(office));
