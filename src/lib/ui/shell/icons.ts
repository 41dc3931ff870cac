import Banknote from '@lucide/svelte/icons/banknote';
import Clock from '@lucide/svelte/icons/clock';
import ChartColumn from '@lucide/svelte/icons/chart-column';
import ClipboardCheck from '@lucide/svelte/icons/clipboard-check';
import ListChecks from '@lucide/svelte/icons/list-checks';
import Rocket from '@lucide/svelte/icons/rocket';
import Rows3 from '@lucide/svelte/icons/rows-3';
import Settings from '@lucide/svelte/icons/settings';
import SquareKanban from '@lucide/svelte/icons/square-kanban';
import Users from '@lucide/svelte/icons/users';
import type { PageKey } from './pages.ts';

export const PAGE_ICONS = {
	board: SquareKanban,
	episodes: Rows3,
	hours: Clock,
	review: ClipboardCheck,
	reports: ChartColumn,
	launch: Rocket,
	money: Banknote,
	people: Users,
	settings: Settings,
	status: ListChecks
} as const satisfies Record<PageKey, unknown>;
