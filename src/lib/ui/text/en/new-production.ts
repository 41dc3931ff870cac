export const newProduction = {};
