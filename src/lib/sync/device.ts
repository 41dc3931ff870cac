import type { SaveFacts } from '#lib/domain/save-state.ts';

/** What this browser is, as far as keeping work safe goes. */
export type DeviceFacts = Pick<SaveFacts, 'protected' | 'secure' | 'inApp'>;

/** Built-in browsers of other apps, by their own names. They may have no service worker and forget at will. */
const IN_APP = /MicroMessenger|WeChat|QQ\/|DingTalk|Lark|Weibo|FBAN|FBAV|Instagram|Line\//i;

/** Facts known at once; whether storage is protected comes later and is false until then. */
export function deviceFacts(): DeviceFacts {
	const inPage = typeof window !== 'undefined';
	return {
		protected: false,
		secure: !inPage || window.isSecureContext,
		inApp: inPage && IN_APP.test(navigator.userAgent)
	};
}

/** Asks the browser to keep this site's storage, and says whether it does. */
export async function askToProtectStorage(): Promise<boolean> {
	if (typeof navigator === 'undefined' || !navigator.storage?.persisted) return false;
	try {
		return (await navigator.storage.persisted()) || (await navigator.storage.persist());
	} catch {
		return false;
	}
}
