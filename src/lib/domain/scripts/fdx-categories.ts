import { ELEMENT_CATEGORIES, FDX_NUMBERS, type ElementCategory } from '../schedule/element-categories.ts';

/** What a tag's category is to us: an element's, or a field of the scene. */
export type TagField =
	'synopsis' | 'cast' | 'notes' | 'scriptDay' | 'unit' | 'sequence' | 'location' | 'comments';
export type TagKind = ElementCategory | TagField;

/** The numbers of what is a field here. Source: field guide 1.2. */
const FIELD_NUMBERS: Readonly<Record<TagField, number>> = {
	synopsis: 1,
	cast: 2,
	notes: 26,
	scriptDay: 27,
	unit: 28,
	sequence: 29,
	location: 30,
	comments: 31
};

/** As Final Draft and Movie Magic write them; the first is what we write. Letters only count, so `Make-Up/Hair` is there. */
const NAMES: Readonly<Record<TagKind, string>> = {
	synopsis: 'Synopsis|剧情|梗概',
	cast: 'Cast Members|Cast|Cast Member|Characters|Character|Actors|Speaking Parts|演员|人物|角色',
	background: 'Background Actors|Background|Extras|Atmosphere|Background Action|群演|群众演员|群众',
	stunts: 'Stunts|Stunt|Stunt Performers|特技|武行|替身',
	vehicles: 'Vehicles|Vehicle|Picture Vehicles|Picture Cars|Cars|Vehicles/Animals|车辆|车',
	props: 'Props|Prop|Properties|Hand Props|道具',
	camera: 'Camera|Camera Equipment|摄影|摄影器材',
	'special-effects':
		'Special Effects|SFX|SPFX|Practical Effects|Special FX|Special Effect|特效|现场特效|烟火',
	wardrobe: 'Wardrobe|Costumes|Costume|Clothing|服装',
	'make-up':
		'Makeup/Hair|Makeup|Make-Up and Hair|Hair and Makeup|Hair/Makeup|Hair|Makeup & Hair|化妆|妆发|梳化',
	animals: 'Animals|Animal|Livestock|动物',
	'animal-wrangler': 'Animal Wrangler|Animal Wranglers|Animal Handler|Wranglers|驯兽师|动物训练',
	music: 'Music|Music Cues|Playback|音乐',
	sound: 'Sound|Sounds|Sound Effects|Audio|Sound FX|录音|声音|音效',
	art: 'Art Department|Art|Art Dept|美术',
	'set-dressing': 'Set Dressing|Set Decoration|Set Dec|Dressing|Set|陈设|置景',
	greenery: 'Greenery|Greens|Plants|绿植',
	'special-equipment': 'Special Equipment|Equipment|Grip|特殊器材|器材',
	security: 'Security|安保|保安',
	labor: 'Additional Labor|Additional Labour|Labor|Labour|Additional Crew|Extra Crew|额外人手|人工',
	'visual-effects': 'Visual Effects|VFX|CGI|Visual FX|Digital Effects|Visual Effect|视效|视觉特效|后期特效',
	'mechanical-effects': 'Mechanical Effects|Mechanical FX|Mechanical|机械特效',
	miscellaneous: 'Miscellaneous|Misc|Other|Others|其他|杂项',
	notes: 'Notes|Note|Production Notes|备注',
	scriptDay: 'Script Day|Story Day|Script Days|剧情日|戏剧日',
	unit: 'Unit|Units|组|拍摄组',
	sequence: 'Sequence|Sequences|段落',
	location: 'Location|Locations|拍摄地|场地',
	comments: 'Comments|Comment|说明|批注'
};

const lettersOnly = (name: string): string =>
	name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/&/g, 'and')
		.replace(/[^\p{L}\p{N}]+/gu, '');

const KINDS = Object.keys(NAMES) as TagKind[];
const byName = new Map(
	KINDS.flatMap((kind) => NAMES[kind].split('|').map((name) => [lettersOnly(name), kind]))
);
const byNumber = new Map<number, TagKind>(KINDS.map((kind) => [numberOf(kind), kind]));

/** Final Draft's number of a category. */
export function numberOf(kind: TagKind): number {
	return kind in FIELD_NUMBERS ? FIELD_NUMBERS[kind as TagField] : FDX_NUMBERS[kind as ElementCategory];
}

/** Final Draft's name of a category. */
export const nameOf = (kind: TagKind): string => NAMES[kind].split('|')[0] as string;

/**
 * Which category is meant. Number and name agree in Final Draft's own files. Where both are known and don't, the
 * name is what the writer sees, and other programs count in their own order; a number alone is Final Draft's.
 */
export function readCategory(number: string | undefined, name: string | undefined): TagKind | null {
	const named = byName.get(lettersOnly(name ?? '')) as TagKind | undefined;
	return named ?? (/^\d{1,3}$/.test(number ?? '') ? byNumber.get(Number(number)) : undefined) ?? null;
}

export const isElement = (kind: TagKind): kind is ElementCategory =>
	(ELEMENT_CATEGORIES as readonly string[]).includes(kind);
