/** How much of a file is read. Each is far above any breakdown and below what stops a tablet. */
export const LIMITS = {
	/** bytes of the file itself */
	bytes: 20_000_000,
	/** files in an archive, bytes of all of them unpacked, and how many times its size one may grow */
	entries: 200,
	unpacked: 100_000_000,
	ratio: 100,
	/** small files of nothing but blanks grow more than that, and do no harm */
	ratioFloor: 2_000_000,
	rows: 200_000,
	columns: 512,
	/** cells that hold something, and places between them that hold nothing */
	cells: 1_000_000,
	places: 6_000_000,
	/** characters of one cell (as in a spreadsheet program) and of all */
	cellText: 32_767,
	text: 50_000_000,
	/** elements of one part of a workbook, how deep they stand, and attributes of one */
	elements: 5_000_000,
	depth: 64,
	attributes: 200
} as const;
