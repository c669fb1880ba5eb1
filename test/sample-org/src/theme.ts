import type { Cause, Trigger } from '@refrain/domain';

/** The course of an episode. `episode-shapes.ts` has the number of failures of each shape. */
export type Shape =
  | 'page' // an incident without a causing change, resolved without a change
  | 'page-then-fix' // an incident without a causing change, resolved by a change
  | 'two-pages' // one event causes an incident in each of two services
  | 'change-page-revert' // a deployed change causes an incident and is reverted
  | 'change-page-fix' // a deployed change causes an incident and is repaired by another change
  | 'deploy-page-revert' // a deployment fails and causes an incident, and its change is reverted
  | 'deploy' // a deployment fails and is repaired by another change
  | 'deploy-twice' // two deployments fail, and another change repairs them
  | 'deploy-revert' // a deployment fails and its change is reverted, without an incident
  | 'deploy-retried' // a deployment fails and the same commit is deployed again without a change
  | 'revert'; // a change is reverted, without an incident

export type Season = 'month_end' | 'peak' | 'campaign' | 'clock_change' | 'night';

/** Kinds of alert titles that name only a symptom. Several patterns use each kind. */
export type SymptomKind = 'errors' | 'latency' | 'crash' | 'queue' | 'disk' | 'memory' | 'probe' | 'business';

/** The texts of one recurring failure. Each text is a template: `{slot}` is filled in, and `<a|b|>` is replaced by one of the alternatives. */
export interface Theme {
  readonly id: string;
  readonly name: string;
  readonly cause: Cause;
  readonly trigger: Trigger;
  /** Slugs of the services in which the failure happens; empty for any service. */
  readonly services: readonly string[];
  /** Frequency relative to the other themes. */
  readonly weight: number;
  readonly season?: Season;
  readonly fixed?: boolean;
  readonly shapes: Readonly<Partial<Record<Shape, number>>>;
  /** Repository of the causing change, if it differs from that of the service. */
  readonly repository?: string;
  /** Number of minutes from a causing change to its incident. */
  readonly lag?: readonly [number, number];
  readonly symptoms: readonly SymptomKind[];
  readonly alerts: readonly string[];
  readonly logs: readonly string[];
  readonly notes: readonly string[];
  readonly endings: readonly string[];
  /** Titles of changes that cause the failure. */
  readonly changes: readonly string[];
  /** Status descriptions of failed deployments. */
  readonly deploys: readonly string[];
  /** Reasons that the text of a revert may give. */
  readonly reverts: readonly string[];
  readonly fixes: readonly string[];
  readonly files: readonly string[];
  readonly slots: Readonly<Record<string, readonly string[]>>;
}

/**
 * A failure that never recurs; its texts are templates too. `change` is the title of the causing change if the trigger is a change,
 * otherwise of the resolving change; `seen` is the symptom, `why` the cause.
 */
export type Story = readonly [cause: Cause, trigger: Trigger, change: string, seen: string, why: string];
