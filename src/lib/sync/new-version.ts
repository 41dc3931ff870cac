/**
 * Registers the service worker and says when a newer build waits. Nothing reloads by itself: a page that is
 * saving must not lose its thread, so a person is asked.
 * @param onWaiting called with the way to switch: it waits until nothing is being saved, activates the new build, and
 *   the page reloads once
 * @param settled resolves once everything made in this page is on this device's disk, or known not to be; answers
 *   whether it is
 * @returns false where the browser has no service worker (plain http that isn't localhost, some in-app browsers)
 */
export function followVersions(
	onWaiting: (useIt: () => Promise<boolean>) => void,
	settled: () => Promise<boolean>
): boolean {
	if (typeof navigator === 'undefined' || !('serviceWorker' in navigator)) return false;
	let switching = false;
	navigator.serviceWorker.addEventListener('controllerchange', () => {
		if (switching) location.reload();
	});
	const offer = (worker: ServiceWorker): void =>
		onWaiting(async () => {
			if (!(await settled())) return false;
			switching = true;
			worker.postMessage('use-new-version');
			return true;
		});
	void navigator.serviceWorker
		.register('/service-worker.js', { type: 'module' })
		.then((registration) => {
			if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
			registration.addEventListener('updatefound', () => {
				const worker = registration.installing;
				worker?.addEventListener('statechange', () => {
					if (worker.state === 'installed' && navigator.serviceWorker.controller) offer(worker);
				});
			});
			// A tablet that stays open for days asks now and then.
			setInterval(() => void registration.update().catch(() => {}), 30 * 60_000);
		})
		.catch(() => {});
	return true;
}
