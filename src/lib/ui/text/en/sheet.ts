/** Spreadsheets in and out: names of columns (the reader knows each by its name here), values, refusals. */
import type { SheetColumn } from '#lib/domain/scripts/index.ts';
import type { OtherFile, TableRefusal } from '#lib/files/index.ts';

const columns: Record<SheetColumn, string> = {
	sheet: 'Sheet',
	episode: 'Episode',
	scene: 'Scene',
	part: 'Part',
	heading: 'Scene heading',
	'int-ext': 'I/E',
	time: 'D/N',
	light: 'I/E, D/N',
	set: 'Set',
	'sub-set': 'Set detail',
	location: 'Location',
	pages: 'Pages',
	eighths: 'Eighths',
	minutes: 'Minutes',
	setups: 'Setups',
	seconds: 'Screen seconds',
	'script-page': 'Script page',
	'script-day': 'Script day',
	sequence: 'Sequence',
	unit: 'Unit',
	synopsis: 'Synopsis',
	cast: 'Cast',
	'cast-member': 'One character',
	'cast-number': 'Board number',
	'cast-name': 'Character name',
	'shoot-day': 'Shoot day',
	'shoot-date': 'Date',
	order: 'Order',
	status: 'Status',
	notes: 'Notes',
	comments: 'Comments',
	background: 'Background',
	stunts: 'Stunts',
	vehicles: 'Vehicles',
	props: 'Props',
	camera: 'Camera',
	'special-effects': 'Special effects',
	wardrobe: 'Wardrobe',
	'make-up': 'Make-up/Hair',
	animals: 'Animals',
	'animal-wrangler': 'Animal wrangler',
	music: 'Music',
	sound: 'Sound',
	art: 'Art department',
	'set-dressing': 'Set dressing',
	greenery: 'Greenery',
	'special-equipment': 'Special equipment',
	security: 'Security',
	labor: 'Additional labor',
	'visual-effects': 'Visual effects',
	'mechanical-effects': 'Mechanical effects',
	miscellaneous: 'Miscellaneous'
};

/** A column's name by its key, as a warning carries it. */
export const columnName = (key: unknown): string => columns[key as SheetColumn] ?? String(key);

const refused: Record<TableRefusal, string> = {
	empty: 'There is nothing in it. Choose another; nothing was taken over.',
	'too-big': 'It is larger than 20 MB, so it was not read. Save the sheet by itself, without pictures.',
	'not-a-table': 'This is no table that can be read. Save it as XLSX or CSV.',
	damaged: 'The file is damaged or was cut off on its way. Save or send it again.',
	locked: 'It is protected by a password. Save a copy without one.',
	'unsafe-archive': 'It would unpack to far more than a sheet holds, so it was not read.',
	'too-many-rows': 'A sheet has more than 200,000 rows, so it was not read.',
	'too-many-cells': 'It has more cells than can be read here. Save the sheet by itself.'
};

const looksLike: Record<OtherFile, string> = {
	pdf: 'It is a PDF: export the sheet as XLSX or CSV.',
	xls: 'It is a workbook of before 2007 (.xls): save it as .xlsx.',
	xlsb: 'It is a binary workbook (.xlsb): save it as .xlsx.',
	numbers: 'It is a Numbers document: export it as Excel or CSV.',
	opendocument: 'It is an OpenDocument sheet: save it as .xlsx or CSV.',
	word: 'It is a Word document: copy its table into a sheet.',
	slides: 'It is a presentation.',
	archive: 'It is an archive: unpack it first.',
	image: 'It is a picture.',
	rtf: 'It is rich text: copy its table into a sheet.',
	html: 'It is a web page: copy its table into a sheet.',
	'final-draft': 'It is a Final Draft script: import it as a script.',
	xml: 'It is XML of another program: save it as .xlsx or CSV.'
};

export const sheet = {
	columns,
	refused,
	looksLike,
	where: (part: string) => `See “${part}”.`,
	/** what a column means, for a person to put right */
	choice: {
		leaveOut: 'leave out',
		column: (letter: string, heading: string) =>
			heading ? `Column ${letter}: ${heading}` : `Column ${letter}`
	},
	exports: {
		title: 'Export',
		note: 'Made on this device, without a network.',
		breakdown: 'A row a scene, with cast and everything it needs.',
		schedule: 'A row a strip, day by day in the order it is shot, with its state; then the boneyard.',
		script: 'Script',
		scriptNote: 'Scenes with numbers, lengths, cast, tags and the text as imported.',
		fdx: 'Final Draft (.fdx)',
		xlsx: 'Excel (.xlsx)',
		csv: 'CSV',
		saved: (name: string): string => `Saved as “${name}” in your downloads.`
	},
	breakdown: 'Breakdown',
	schedule: 'Schedule',
	cast: 'Cast',
	/** said of values; the reader knows each */
	values: {
		int: 'INT',
		ext: 'EXT',
		'int-ext': 'INT/EXT',
		day: 'DAY',
		night: 'NIGHT',
		dawn: 'DAWN',
		dusk: 'DUSK',
		todo: 'to do',
		shooting: 'shooting',
		shot: 'shot',
		partial: 'partial',
		dropped: 'dropped',
		omitted: 'omitted'
	}
};
