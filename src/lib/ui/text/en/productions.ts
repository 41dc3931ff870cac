export const productions = {};
