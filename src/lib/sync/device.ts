import type { SaveFacts } from '#lib/domain/save-state.ts';
import { builtInBrowser } from '#lib/domain/built-in-browser.ts';

/** What this browser is, as far as keeping work safe goes. */
export type DeviceFacts = Pick<SaveFacts, 'protected' | 'secure' | 'inApp'>;

/** Facts known at once; whether storage is protected comes later and is false until then. */
export function deviceFacts(): DeviceFacts {
	const inPage = typeof window !== 'undefined';
	return {
		protected: false,
		secure: !inPage || window.isSecureContext,
		inApp: inPage && isBuiltIn()
	};
}

/** Whether this page is in another app's built-in browser, by its name or by what it lacks. */
export function isBuiltIn(): boolean {
	return builtInBrowser({
		userAgent: navigator.userAgent,
		installed: isInstalled(),
		keepsApps: !window.isSecureContext || 'serviceWorker' in navigator
	});
}

/** Whether this page runs as an installed app. */
export const isInstalled = (): boolean =>
	matchMedia('(display-mode: standalone)').matches ||
	('standalone' in navigator && navigator.standalone === true);

/** Whether the whole app is in this browser: its service worker is installed and answers. */
export async function isAppHere(): Promise<boolean> {
	try {
		return !!(await navigator.serviceWorker.getRegistration())?.active;
	} catch {
		return false;
	}
}

/** Whether the browser has promised not to clear this site's storage by itself. */
export async function isStorageProtected(): Promise<boolean> {
	try {
		return (await globalThis.navigator?.storage?.persisted?.()) ?? false;
	} catch {
		return false;
	}
}

/** Asks the browser to keep this site's storage, and says whether it does. */
export async function askToProtectStorage(): Promise<boolean> {
	if (await isStorageProtected()) return true;
	try {
		return (await globalThis.navigator?.storage?.persist?.()) ?? false;
	} catch {
		return false;
	}
}

/** What kind of device this is, kept beside each entry: nothing that tells one device from another. */
export function deviceKind(): string {
	const wide = Math.max(screen.width, screen.height);
	if (!matchMedia('(pointer: coarse)').matches) return 'laptop';
	return wide < 950 ? 'phone' : 'tablet';
}
