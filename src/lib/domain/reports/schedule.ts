import { columnsOf, dayNumbers } from '../schedule/columns.ts';
import type { Plan } from '../schedule/plan.ts';
import type { Scene, ShootDay, Strip } from '../schedule/records.ts';
import type { SheetColumn } from '../scripts/sheet-columns.ts';
import { sceneColumns } from './scene-columns.ts';
import { tableOf, type ColumnOf, type ReportTable } from './table.ts';

type Line = { strip: Strip; scene: Scene; day: ShootDay | null; order: number };

/**
 * The schedule: a row a strip, in the order it is shot, then the boneyard in script order. Columns are those
 * `readSheet` knows: day, order, parts and states come in again equal. Banners are no strips of scenes and stay
 * on the board.
 */
export function scheduleTable(plan: Plan): ReportTable<SheetColumn> {
	const { number, episode, where, people } = sceneColumns(plan);
	const numbers = dayNumbers(plan.days.values());
	const inPlan = (column: ColumnOf<Scene, SheetColumn>): ColumnOf<Line, SheetColumn> =>
		({ ...column, of: ({ scene }: Line) => column.of(scene) }) as ColumnOf<Line, SheetColumn>;
	const lines = linesOf(plan);
	const units = new Set(lines.map(({ day }) => day?.unit ?? 'A')).size > 1;
	return tableOf<Line, SheetColumn>('schedule', lines, [
		{ key: 'shoot-day', kind: 'number', width: 10, of: ({ day }) => (day && numbers.get(day.id)) ?? null },
		{ key: 'shoot-date', kind: 'day', width: 12, of: ({ day }) => day?.date ?? null },
		...(units
			? [{ key: 'unit', kind: 'text', width: 7, of: ({ day }: Line) => day?.unit ?? null } as const]
			: []),
		{ key: 'order', kind: 'number', width: 7, of: ({ day, order }) => (day ? order : null) },
		inPlan(episode),
		inPlan(number),
		{ key: 'part', kind: 'number', width: 6, ifAny: true, of: ({ strip }) => strip.part || null },
		...where.map(inPlan),
		{ key: 'pages', kind: 'eighths', width: 8, of: ({ strip, scene }) => strip.eighths ?? scene.eighths },
		{
			...{ key: 'minutes', kind: 'minutes', width: 9, ifAny: true },
			of: ({ strip, scene }) => strip.minutes ?? (strip.part > 0 ? null : scene.estimateMinutes)
		},
		inPlan(people),
		{ key: 'status', kind: 'word', width: 10, of: ({ strip }) => strip.status },
		inPlan({ key: 'notes', kind: 'text', width: 30, ifAny: true, of: (scene) => scene.notes })
	]);
}

function linesOf(plan: Plan): Line[] {
	const { columns, boneyard } = columnsOf(plan);
	const line = (strip: Strip, day: ShootDay | null, order: number): Line[] => {
		const scene = strip.sceneId === null ? undefined : plan.scenes.get(strip.sceneId);
		return strip.kind === 'scene' && scene && !scene.omitted ? [{ strip, scene, day, order }] : [];
	};
	const byScript = (a: Line, b: Line): number =>
		a.scene.order < b.scene.order ? -1 : a.scene.order > b.scene.order ? 1 : a.strip.part - b.strip.part;
	return [
		...columns.flatMap(({ day, strips }) => strips.flatMap((strip, i) => line(strip, day, i + 1))),
		...boneyard.flatMap((strip) => line(strip, null, 0)).sort(byScript)
	];
}
