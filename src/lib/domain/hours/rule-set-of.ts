/** The rule set of a commission where the production hasn't chosen one. */
import type { Production } from '../schedule/records.ts';
import type { PresetId } from './presets/index.ts';

/** Chinese hours, but for a vertical shot abroad. */
const BY_COMMISSION: Readonly<Record<Production['commission'], PresetId>> = {
	'platform-original': 'cn-standard',
	'mini-program': 'cn-standard',
	'co-investment': 'cn-standard',
	'overseas-vertical': 'us-ca-crew',
	own: 'cn-standard'
};

export const byCommission = (commission: Production['commission']): PresetId => BY_COMMISSION[commission];
