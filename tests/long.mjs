// The long column by the piece: `npm run test:long -- storage tabs` runs these alone, each at its count. What a piece
// says is printed while it runs, every batch with its first seed: one that was stopped goes on with
// `SEED=<first seed of the batch that was running> HISTORIES=<how many are left> npm run test:long -- storage`.

/** Counts of the long run; what is set by hand wins. */
export const COUNTS = {
	DAYBREAK_LONG: '1',
	KILL_ROUNDS: '500',
	FUZZ: '100000',
	RESTORES: '500',
	FRAMES: '1000000'
};

/** Each piece: test files of a project, or titles of the end-to-end tests. */
export const PIECES = {
	network: { project: 'simulation', files: ['tests/simulation/inside/network'] },
	storage: { project: 'simulation', files: ['tests/simulation/inside/storage'] },
	tabs: { project: 'simulation', files: ['tests/simulation/inside/tabs'] },
	matrix: { project: 'simulation', files: ['tests/simulation/inside/matrix'] },
	planners: { project: 'simulation', files: ['tests/simulation/planners'] },
	histories: { project: 'simulation', files: ['tests/simulation/histories'] },
	restore: { project: 'simulation', files: ['tests/simulation/restore'] },
	kills: { project: 'unit', files: ['server/store/kill'] },
	crashes: { project: 'unit', files: ['server/sync/crash'] },
	ledger: { project: 'unit', files: ['server/store/verify-log'] },
	frames: { project: 'unit', files: ['server/sync/fuzz'] },
	files: { project: 'unit', files: ['src/lib/files/fuzz', 'src/lib/domain/scripts/fuzz'] },
	clocks: { project: 'unit', files: ['src/lib/domain/hours/clocks'] },
	browser: { titles: 'a browser killed' },
	tablet: { titles: 'on a shared tablet nobody' }
};
