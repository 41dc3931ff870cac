import type { grid as en } from '../en/grid.ts';

export const grid = {
	how: '方向键移动，直接打字替换，F2编辑，Alt加回车打开这一行，Alt加上方向键按这一列排序。按Escape再按Tab离开表格。',
	yes: '是',
	no: '否',
	newRow: '新的一行',
	open: (row) => `打开${row}`,
	reckoned: (column) => `“${column.name}”由其他内容算出，不能直接填写。`,
	taken: (n) => (n === 0 ? '没有改动。' : `已改${n}格。`),
	refused: (n) => `有${n}个值没有填入，原来的内容保留：`,
	outside: (n) => `有${n}格放不下：超出最后一列，或在最后一行以下。`,
	more: (n) => `再显示${n}条`
} satisfies typeof en;
