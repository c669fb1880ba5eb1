export const periodWords = { week: 'week', month: 'month' } as const;
export const scopeWords = { organisation: 'all services', service: 'one service', team: 'one team' } as const;

export type DigestPeriodKind = keyof typeof periodWords;
export type DigestScopeKind = keyof typeof scopeWords;
