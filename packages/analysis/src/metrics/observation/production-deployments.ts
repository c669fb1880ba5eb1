import type { Change } from '@refrain/domain';
import {
  getActionsRunUrl,
  isProductionEnvironment,
  isTemporaryEnvironment,
  maxMsBetweenParallelDeployments,
} from '../../detection/rollbacks/environment-history.ts';

const preProduction =
  /(?:^|[^a-z])(?:dev|devel|develop|development|test|testing|qa|uat|ci|stage|staging|stg|sandbox|local|integration|preprod|pre-prod(?:uction)?|nonprod|non-prod(?:uction)?|demo|docs|github-pages)(?:[^a-z]|$)/iu;

/**
 * Lists deployments to production, successful or not. Deployments of one revision count once if they are nearly
 * simultaneous or from one pipeline run.
 * @param changes the changes of one repository, in chronological order
 */
export function listProductionDeployments(changes: readonly Change[]): Change[] {
  return withoutRepeats(
    keepProduction(
      changes.filter(({ kind, environment }) => kind === 'deployment' && !isTemporaryEnvironment(environment)),
    ),
  );
}

/** Returns whether a deployment is GitHub's own record. A pipeline may report the same deployment a second time. */
export function isGitHubDeployment({ externalId }: Change): boolean {
  return externalId.includes('#deployment/');
}

/** Keeps deployments to environments called production or, if there are none, to all that may serve users. */
function keepProduction(deployments: readonly Change[]): readonly Change[] {
  const called = deployments.filter(
    ({ environment }) => isProductionEnvironment(environment) && !isPreProduction(environment),
  );
  return called.length > 0 ? called : deployments.filter(({ environment }) => !isPreProduction(environment));
}

function isPreProduction(environment: string | null): boolean {
  return preProduction.test((environment ?? '').slice(0, 300));
}

function withoutRepeats(deployments: readonly Change[]): Change[] {
  const last = new Map<string, number>();
  const runs = new Set<string>();
  return deployments.filter((deployment) => {
    const place = JSON.stringify([isGitHubDeployment(deployment), deployment.environment, getCommitKey(deployment)]);
    const run = getActionsRunUrl(deployment);
    const ofRun = JSON.stringify([place, run]);
    const at = Date.parse(deployment.occurredAt);
    const before = last.get(place) ?? Number.NEGATIVE_INFINITY;
    const isRepeat =
      deployment.sha !== null && (at - before < maxMsBetweenParallelDeployments || (run !== null && runs.has(ofRun)));
    last.set(place, at);
    runs.add(ofRun);
    return !isRepeat;
  });
}

export function getCommitKey({ sha, id }: Pick<Change, 'id' | 'sha'>): string {
  return sha?.toLowerCase() ?? id;
}
