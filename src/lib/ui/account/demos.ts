/** The demo productions that stand beside the one a newcomer opens (B). */
export type WhichDemo = 'A' | 'B' | 'C';
export const OTHER_DEMOS = ['A', 'C'] as const;
