export const tasks = ['similar', 'cluster', 'cause', 'sample'] as const;
export type Task = (typeof tasks)[number];
