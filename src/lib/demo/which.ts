/** The productions of field guide 5: A "flow", B "custom" (what a newcomer opens), C a US vertical. */
export const WHICH_DEMO = ['A', 'B', 'C'] as const;
export type WhichDemo = (typeof WHICH_DEMO)[number];

/** Where each of them is shot. */
export const DEMO_ZONES: Readonly<Record<WhichDemo, string>> = {
	A: 'Asia/Shanghai',
	B: 'Asia/Shanghai',
	C: 'America/Los_Angeles'
};
