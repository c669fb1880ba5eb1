import type { Shape } from './theme.ts';

export interface EpisodeShapeParts {
  readonly incidents: number;
  readonly failedDeployments: number;
  readonly caused: boolean;
  readonly ending: 'revert' | 'fix' | 'retry' | null;
}

export const episodeShapeParts: Readonly<Record<Shape, EpisodeShapeParts>> = {
  page: { incidents: 1, failedDeployments: 0, caused: false, ending: null },
  'page-then-fix': { incidents: 1, failedDeployments: 0, caused: false, ending: 'fix' },
  'two-pages': { incidents: 2, failedDeployments: 0, caused: false, ending: null },
  'change-page-revert': { incidents: 1, failedDeployments: 0, caused: true, ending: 'revert' },
  'change-page-fix': { incidents: 1, failedDeployments: 0, caused: true, ending: 'fix' },
  'deploy-page-revert': { incidents: 1, failedDeployments: 1, caused: true, ending: 'revert' },
  deploy: { incidents: 0, failedDeployments: 1, caused: true, ending: 'fix' },
  'deploy-twice': { incidents: 0, failedDeployments: 2, caused: true, ending: 'fix' },
  'deploy-revert': { incidents: 0, failedDeployments: 1, caused: true, ending: 'revert' },
  'deploy-retried': { incidents: 0, failedDeployments: 1, caused: true, ending: 'retry' },
  revert: { incidents: 0, failedDeployments: 0, caused: true, ending: 'revert' },
};

export function countShapeFailures(shape: Shape): number {
  const { incidents, failedDeployments, ending } = episodeShapeParts[shape];
  return incidents + failedDeployments + (ending === 'revert' ? 1 : 0);
}
