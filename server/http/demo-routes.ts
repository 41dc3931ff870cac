/** "Open the demo production": an own copy, for anybody. */
import { WHICH_DEMO } from '#lib/demo/which.ts';
import { DEMO_LANGUAGES } from '#lib/demo/in-language.ts';
import { newId } from '../auth/tokens.ts';
import type { Office } from './office.ts';
import { HttpError, type Answer, type Call, type Route } from './router.ts';

const GUEST_NAME = 'Guest';

export function demoRoutes(office: Office): Route[] {
	const { accounts, attempts, demos, sessions } = office;

	async function openDemo(call: Call): Promise<Answer> {
		const seconds = attempts.demo.wait(call.address);
		if (seconds > 0) {
			const minutes = Math.ceil(seconds / 60);
			const message = `Enough demos were opened from here for now. Try again in ${minutes} min.`;
			throw new HttpError(429, 'too-many-demos', message);
		}
		const language = DEMO_LANGUAGES.find((known) => known === call.body.language);
		const which = WHICH_DEMO.find((known) => known === call.body.which) ?? 'B';
		attempts.demo.add(call.address);
		const user = call.session?.user ?? accounts.users.addGuest(newId(), GUEST_NAME, Date.now());
		const production = await demos.make(user.id, user.guest ? '' : user.name, { language, which });
		if (!call.session) sessions.start(user.id, call.request, call.response);
		const { id, title, expiresAt } = accounts.productions.find(production) ?? { id: production };
		return { status: 201, json: { production: { id, title, expiresAt } } };
	}

	return [{ method: 'POST', path: '/api/demo', handle: openDemo }];
}
