import { z } from 'zod';
import { DurationSummary } from './duration-summary.ts';
import { Instant } from './instant.ts';

const count = z.number().int().nonnegative();
const probability = z.number().min(0).max(1);

/** A share of the successful production deployments, with a 95 % interval. Each deployment is counted once. */
const deploymentShare = { count, deployments: count, value: probability, low: probability, high: probability };

/** The share of failed deployments. `reasons` counts each failed deployment once, in the first field that applies. */
export const ChangeFailRate = z.object({
  ...deploymentShare,
  reasons: z.object({ incident: count, rollback: count, revert: count }),
});

/** The share of deployments that were rework. `reasons` counts each rework once, in the first field that applies. */
export const DeploymentReworkRate = z.object({
  ...deploymentShare,
  reasons: z.object({ rollback: count, revert: count, fix: count, hotfix: count }),
});

export const DeploymentFrequency = z.object({
  deployments: count,
  /** The number of deployment attempts that failed. These attempts do not count as deployments. */
  attemptsFailed: count,
  /** Deployments per week, with a 95 % interval. */
  perWeek: z.number().nonnegative(),
  low: z.number().nonnegative(),
  high: z.number().nonnegative(),
  /** The share of days (UTC) with at least one deployment. */
  daysWithOne: probability,
});
export type DeploymentFrequency = z.infer<typeof DeploymentFrequency>;

/** Returns the schema of a figure with its definition. If there is no value, `missing` states the reason. */
function figure<T extends z.ZodType>(value: T) {
  return z.object({
    definition: z.string(),
    value: value.nullable(),
    /** Why the figure has no value, in one sentence; null if it has a value. */
    missing: z.string().nullable(),
  });
}

/** The five DORA metrics as of January 2026 (dora.dev/guides/dora-metrics). */
export const DeliveryFigures = z.object({
  changeLeadTime: figure(DurationSummary),
  deploymentFrequency: figure(DeploymentFrequency),
  failedDeploymentRecoveryTime: figure(DurationSummary),
  changeFailRate: figure(ChangeFailRate),
  deploymentReworkRate: figure(DeploymentReworkRate),
});
export type DeliveryFigures = z.infer<typeof DeliveryFigures>;

export const DeliveryMetrics = z.object({
  period: z.object({ from: Instant, until: Instant }),
  /** The names of the environments that count as production. */
  environments: z.array(z.string()),
  organisation: DeliveryFigures,
  /** Repositories with deployments, sorted by name, not by a metric: DORA advises against comparing applications. */
  repositories: z.array(DeliveryFigures.extend({ repository: z.string() })),
});
export type DeliveryMetrics = z.infer<typeof DeliveryMetrics>;
