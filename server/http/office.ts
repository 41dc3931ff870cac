/** What the routes work with. */
import type { Attempts } from '../auth/attempts.ts';
import type { JoinCodes } from '../auth/join-codes.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { Config } from '../config.ts';
import type { RowReader } from '../files/row-reader.ts';
import type { CallKeeper } from '../jobs/calls.ts';
import type { DemoMaker } from '../jobs/demo.ts';
import type { Historian } from '../jobs/history.ts';
import type { Accounts } from '../store/accounts.ts';
import type { LogStore } from '../store/log-store.ts';
import type { Hub } from '../sync/hub.ts';

export type Office = {
	readonly config: Config;
	readonly accounts: Accounts;
	readonly store: LogStore;
	readonly sessions: Sessions;
	readonly joinCodes: JoinCodes;
	readonly hub: Hub;
	readonly demos: DemoMaker;
	readonly history: Historian;
	readonly calls: CallKeeper;
	readonly rowReader: RowReader;
	readonly attempts: {
		readonly account: Attempts;
		readonly address: Attempts;
		readonly invitation: Attempts;
		readonly demo: Attempts;
		readonly signUp: Attempts;
		readonly import: Attempts;
		readonly record: Attempts;
	};
	/** ids of productions that are being read from a file */
	readonly importing: Set<string>;
};
