export const periodLabels = { week: 'week', month: 'month' } as const;
export const scopeLabels = { organisation: 'all services', service: 'one service', team: 'one team' } as const;

export type DigestPeriodKind = keyof typeof periodLabels;
export type DigestScopeKind = keyof typeof scopeLabels;
