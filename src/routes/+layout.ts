import { language } from '#lib/ui/text/index.svelte.ts';

// One shell serves every page: documents live on the device, so there is nothing to render on a server.
export const ssr = false;
export const prerender = false;

/** Pages that need only the words that come with the app: the first ones a newcomer sees. */
const LIGHT = /^\/$|\/board$/;

/** The words of a page are here before it is drawn; the board doesn't wait for those of other pages. */
export async function load({ url }: { url: URL }): Promise<void> {
	await (LIGHT.test(url.pathname) ? language.start() : language.complete());
}
