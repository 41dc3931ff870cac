/** Words of the board. */
export const board = {
	/** letters of the code tile, by strip kind */
	tile: {
		di: 'D INT',
		de: 'D EXT',
		ni: 'N INT',
		ne: 'N EXT',
		dawn: 'DAWN',
		dusk: 'DUSK'
	},
	intExt: { int: 'INT', ext: 'EXT', 'int-ext': 'INT/EXT' },
	time: { day: 'Day', night: 'Night', dawn: 'Dawn', dusk: 'Dusk' },
	boneyard: 'Boneyard'
};
