import { type Change, dayInMs, type TouchingChange } from '@refrain/domain';
import { groupBy } from '../group-by.ts';
import { findCarriers } from '../linking/carriers.ts';
import { byTime } from '../linking/change-index.ts';
import { isProduction, isTransient, sideBySide } from '../rollbacks/environment-runs.ts';
import { actionsRunOf } from '../rollbacks/find-reruns.ts';
import { createServicesOfPlace, type KnownNames } from './services-of-place.ts';

export interface ChangesInput {
  readonly changes: readonly Change[];
  /** Names of services, as failures have them. */
  readonly services: KnownNames['services'];
  readonly catalogue?: KnownNames['catalogue'];
}

const month = 30 * dayInMs;
/** Environments that serve nobody but those who build; what is called otherwise may serve users. */
const inTheMaking =
  /(?:^|[^a-z])(?:dev|devel|develop|development|test|testing|qa|uat|ci|stage|staging|stg|sandbox|local|integration|preprod|pre-prod(?:uction)?|nonprod|non-prod(?:uction)?|demo|docs|github-pages)(?:[^a-z]|$)/iu;

/**
 * Each occasion on which the system could have failed, once. Of each repository one kind is counted over its whole history,
 * for a rate whose unit changes in the middle seems to change where nothing did: deployments to production; where they are
 * not known, merged pull requests; else the steps of the default branch, where a pull request and its commits are one. A kind
 * is known where it is found in half of the months in which the repository was changed.
 *
 * Deployments count whether they went through or not, once for each environment; several of one revision at one time, or by
 * one run of a pipeline, are one.
 * @returns by time
 */
export function observeChanges({ changes, services, catalogue = [] }: ChangesInput): TouchingChange[] {
  const byRepository = groupBy(changes, ({ repository }) => [repository]);
  const servicesOf = createServicesOfPlace({ services, repositories: byRepository.keys(), catalogue });
  const observed = [...byRepository.values()].flatMap((own) => {
    const sorted = [...own].sort(byTime);
    const pathsOf = collectPaths(sorted);
    return chooseKind(sorted).map((change) => {
      const { id, repository, environment, occurredAt: at, kind } = change;
      const paths = change.paths.length > 0 ? change.paths : (pathsOf.get(shaOf(change)) ?? []);
      const place = { repository, environment, paths: new Set(paths), isDeployed: kind === 'deployment' };
      return { id, at, repository, environment, services: servicesOf(place), paths };
    });
  });
  return observed.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
}

/** Of one repository, by time. */
function chooseKind(changes: readonly Change[]): readonly Change[] {
  const deployments = changes.filter(({ kind, environment }) => kind === 'deployment' && !isTransient(environment));
  const reaching = withoutRepeats(ofProduction(deployments));
  const isTracked = ({ externalId }: Change) => externalId.includes('#deployment/');
  const merged = changes.filter(({ kind, base }) => kind === 'merged_pull_request' && base === null);
  const steps = withoutCarried(changes, merged);
  const months = countMonths([...reaching, ...steps]);
  const kinds = [
    reaching.filter(isTracked),
    // What pipelines report elsewhere tells of the same deployments a second time.
    reaching.filter((change) => !isTracked(change)),
    merged,
  ];
  return kinds.find((kind) => kind.length > 0 && 2 * countMonths(kind) >= months) ?? steps;
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
    const isTracked = deployment.externalId.includes('#deployment/');
    const place = JSON.stringify([isTracked, deployment.environment, shaOf(deployment)]);
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

/** Merged pull requests and the commits that none of them and no merge brought. */
function withoutCarried(changes: readonly Change[], merged: readonly Change[]): readonly Change[] {
  const carriers = findCarriers(changes);
  const shas = new Set(merged.map(shaOf));
  const numbers = new Set(merged.flatMap(({ number }) => number ?? []));
  return changes.filter((change) => {
    const { kind, repository, number, base } = change;
    if (kind === 'deployment' || base !== null) return false;
    if (kind === 'merged_pull_request') return true;
    const isCarried = carriers.has(`${repository}@${shaOf(change)}`) || shas.has(shaOf(change));
    return !isCarried && (number === null || !numbers.has(number));
  });
}

function countMonths(changes: readonly Change[]): number {
  return new Set(changes.map(({ occurredAt }) => Math.floor(Date.parse(occurredAt) / month))).size;
}

/** What the commits of one repository touched: a deployment names no file of its own. */
function collectPaths(changes: readonly Change[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    changes.flatMap((change) =>
      change.kind === 'deployment' || change.sha === null || change.paths.length === 0
        ? []
        : [[shaOf(change), change.paths]],
    ),
  );
}

function shaOf({ sha, id }: Change): string {
  return sha?.toLowerCase() ?? id;
}
