/** What the browser says about this device. */
export type DeviceHere = {
	/** whether it keeps what is saved here; null when it doesn't say */
	readonly kept: boolean | null;
	readonly usedBytes: number | null;
	/** running as an installed app */
	readonly installed: boolean;
};

export const UNKNOWN_DEVICE: DeviceHere = { kept: null, usedBytes: null, installed: false };

/** Asks the browser; nothing here fails. */
export async function lookAtDevice(): Promise<DeviceHere> {
	const installed = matchMedia('(display-mode: standalone)').matches;
	try {
		const kept = await navigator.storage.persisted();
		const { usage } = await navigator.storage.estimate();
		return { kept, usedBytes: usage ?? null, installed };
	} catch {
		return { ...UNKNOWN_DEVICE, installed };
	}
}

/** The browser's own offer to install the app, kept until somebody takes it. */
export type InstallOffer = Event & { readonly prompt: () => Promise<unknown> };
export const isInstallOffer = (event: Event): event is InstallOffer => 'prompt' in event;
