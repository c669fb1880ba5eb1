import { z } from 'zod';
import { DurationSummary } from './duration-summary.ts';
import { Instant } from './instant.ts';

const count = z.number().int().nonnegative();
const probability = z.number().min(0).max(1);

/** A part of the deployments to production that went through, with a 95 % interval. Each deployment counts once. */
const deploymentShare = { count, deployments: count, value: probability, low: probability, high: probability };

/** By what showed that it failed; of several, the first in this order. */
export const ChangeFailRate = z.object({
  ...deploymentShare,
  reasons: z.object({ incident: count, rollback: count, revert: count }),
});
export type ChangeFailRate = z.infer<typeof ChangeFailRate>;

/** By what was deployed; of several, the first in this order. */
export const DeploymentReworkRate = z.object({
  ...deploymentShare,
  reasons: z.object({ rollback: count, revert: count, fix: count, hotfix: count }),
});
export type DeploymentReworkRate = z.infer<typeof DeploymentReworkRate>;

export const DeploymentFrequency = z.object({
  deployments: count,
  /** Attempts that did not go through: they are no deployments. */
  attemptsFailed: count,
  /** Deployments per week, with a 95 % interval. */
  perWeek: z.number().nonnegative(),
  low: z.number().nonnegative(),
  high: z.number().nonnegative(),
  /** Days in UTC on which there was one, as a part of all. */
  daysWithOne: probability,
});
export type DeploymentFrequency = z.infer<typeof DeploymentFrequency>;

/** A figure, or why there is none, with the definition that goes with it wherever it is shown. */
function figure<T extends z.ZodType>(value: T) {
  return z.object({
    definition: z.string(),
    value: value.nullable(),
    /** A sentence; null where there is a value. */
    missing: z.string().nullable(),
  });
}

/** The five metrics of DORA, as of January 2026 (dora.dev/guides/dora-metrics). */
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
  /** What was taken for production, by name; an environment without a name is left out. */
  environments: z.array(z.string()),
  organisation: DeliveryFigures,
  /** Each with a deployment, by name. DORA advises to measure one application at a time, and to compare none with another. */
  repositories: z.array(DeliveryFigures.extend({ repository: z.string() })),
});
export type DeliveryMetrics = z.infer<typeof DeliveryMetrics>;
