import type { Cause, Trigger } from '@refrain/domain';

/** How an episode shows. The number of failures that each leaves is in `episode-shapes.ts`. */
export type Shape =
  | 'page' // an incident that no change caused and that ends by itself or by hand
  | 'page-then-fix' // an incident that no change caused, ended by a change
  | 'two-pages' // the same event pages two services
  | 'change-page-revert' // a change goes live, pages, is reverted
  | 'change-page-fix' // a change goes live, pages, is repaired by another change
  | 'deploy-page-revert' // its deployment fails, pages, and the change is reverted
  | 'deploy' // its deployment fails and is repaired by another change
  | 'deploy-twice' // the same, and a second attempt fails too
  | 'deploy-revert' // its deployment fails and the change is reverted, nobody is paged
  | 'revert'; // a change is reverted, nobody is paged

export type Season = 'month_end' | 'peak' | 'campaign' | 'clock_change' | 'night';

/** Alert titles that name a symptom only; several patterns share each of them. */
export type SymptomFamily = 'errors' | 'latency' | 'crash' | 'queue' | 'disk' | 'memory' | 'probe' | 'business';

/**
 * The text material of one recurring failure. Each text is a template: `{slot}` is filled from the context, the theme's own
 * slots or the common ones; `<a|b|>` takes one of its alternatives.
 */
export interface Theme {
  readonly id: string;
  readonly name: string;
  readonly cause: Cause;
  readonly trigger: Trigger;
  /** Slugs of the services where it happens; empty means anywhere. */
  readonly services: readonly string[];
  /** How often, relative to the other themes. */
  readonly weight: number;
  readonly season?: Season;
  /** Whether someone removed the cause for good within the time that is told. */
  readonly fixed?: boolean;
  readonly shapes: Readonly<Partial<Record<Shape, number>>>;
  /** Repository that holds the causing change, where that is not the service's own. */
  readonly repository?: string;
  /** Minutes from a causing change to its page. */
  readonly lag?: readonly [number, number];
  readonly symptoms: readonly SymptomFamily[];
  readonly alerts: readonly string[];
  readonly logs: readonly string[];
  readonly notes: readonly string[];
  readonly endings: readonly string[];
  /** Titles of changes that cause it. */
  readonly changes: readonly string[];
  /** Status descriptions of failed deployments. */
  readonly deploys: readonly string[];
  /** Reasons in a revert's body. */
  readonly reverts: readonly string[];
  /** Titles of changes that end it. */
  readonly fixes: readonly string[];
  readonly files: readonly string[];
  readonly slots: Readonly<Record<string, readonly string[]>>;
}

/**
 * A failure that never comes back, its texts templates too. `change` is the title of the change that caused it where the trigger
 * is a change, and of the one that ended it otherwise; `seen` names the symptom, `why` what it was.
 */
export type Story = readonly [cause: Cause, trigger: Trigger, change: string, seen: string, why: string];
