/**
 * For tests, loaded before the server by `--import`: plants the bug that acknowledgements exist against. The server
 * takes `hasty-log.ts` for its log and knows no difference.
 */
import { registerHooks } from 'node:module';

registerHooks({
	resolve(specifier, context, next) {
		const wanted = specifier.endsWith('/sqlite-log.ts') && context.parentURL?.endsWith('/server/attach.ts');
		return next(wanted ? new URL('./hasty-log.ts', import.meta.url).href : specifier, context);
	}
});
