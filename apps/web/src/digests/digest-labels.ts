export const digestPeriodLabels = { week: 'week', month: 'month' } as const;
export const digestScopeLabels = { organisation: 'all services', service: 'one service', team: 'one team' } as const;

export type DigestPeriodKind = keyof typeof digestPeriodLabels;
export type DigestScopeKind = keyof typeof digestScopeLabels;
