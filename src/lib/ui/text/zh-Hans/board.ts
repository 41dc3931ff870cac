import type { board as en } from '../en/board.ts';

export const board = {
	tile: {
		di: '日内',
		de: '日外',
		ni: '夜内',
		ne: '夜外',
		dawn: '晨',
		dusk: '昏'
	},
	intExt: { int: '内', ext: '外', 'int-ext': '内/外' },
	time: { day: '日', night: '夜', dawn: '晨', dusk: '昏' },
	boneyard: '待排区'
} satisfies typeof en;
