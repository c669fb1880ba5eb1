import type { Change } from '@refrain/domain';
import { isProduction, isTransient, sideBySide } from '../../detection/rollbacks/environment-runs.ts';
import { actionsRunOf } from '../../detection/rollbacks/find-reruns.ts';
import { shaOf } from './sha-of.ts';

/** Environments that serve nobody but those who build; what is called otherwise may serve users. */
const inTheMaking =
  /(?:^|[^a-z])(?:dev|devel|develop|development|test|testing|qa|uat|ci|stage|staging|stg|sandbox|local|integration|preprod|pre-prod(?:uction)?|nonprod|non-prod(?:uction)?|demo|docs|github-pages)(?:[^a-z]|$)/iu;

/**
 * Deployments to production, whether they went through or not, once for each environment; several of one revision at one time,
 * or by one run of a pipeline, are one.
 * @param changes of one repository, by time
 */
export function listProductionDeployments(changes: readonly Change[]): Change[] {
  return withoutRepeats(
    ofProduction(changes.filter(({ kind, environment }) => kind === 'deployment' && !isTransient(environment))),
  );
}

/** Whether a deployment is one that GitHub keeps, not what a pipeline reports elsewhere: that tells of the same a second time. */
export function isTracked({ externalId }: Change): boolean {
  return externalId.includes('#deployment/');
}

/** Environments that are called production; where none is, those that are not called otherwise. */
function ofProduction(deployments: readonly Change[]): readonly Change[] {
  const called = deployments.filter(({ environment }) => isProduction(environment) && !isInTheMaking(environment));
  return called.length > 0 ? called : deployments.filter(({ environment }) => !isInTheMaking(environment));
}

function isInTheMaking(environment: string | null): boolean {
  return inTheMaking.test((environment ?? '').slice(0, 300));
}

function withoutRepeats(deployments: readonly Change[]): Change[] {
  const last = new Map<string, number>();
  const runs = new Set<string>();
  return deployments.filter((deployment) => {
    const place = JSON.stringify([isTracked(deployment), deployment.environment, shaOf(deployment)]);
    const run = actionsRunOf(deployment);
    const ofRun = JSON.stringify([place, run]);
    const at = Date.parse(deployment.occurredAt);
    const before = last.get(place) ?? Number.NEGATIVE_INFINITY;
    const isRepeat = deployment.sha !== null && (at - before < sideBySide || (run !== null && runs.has(ofRun)));
    last.set(place, at);
    runs.add(ofRun);
    return !isRepeat;
  });
}
