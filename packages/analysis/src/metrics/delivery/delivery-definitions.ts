/**
 * DORA's five metrics and how Refrain computes them, as shown beside each figure (after "DORA's software delivery
 * performance metrics", dora.dev/guides/dora-metrics, January 2026).
 */
export const deliveryDefinitions = {
  changeLeadTime:
    'Change lead time (DORA): the time from when a change is committed to when it is deployed to production. Counted here for each commit that is not a merge, from its commit to the first deployment that holds it.',
  deploymentFrequency:
    'Deployment frequency (DORA): how many deployments to production there are in a period. Counted here are those that went through; several of one revision at one time are one.',
  failedDeploymentRecoveryTime:
    'Failed deployment recovery time (DORA): the time that it takes to recover from a deployment that fails and needs immediate intervention. Counted here from the start of the first incident that it caused until the last of them was resolved; where no incident is known, from the deployment until it was rolled back or its revert was deployed.',
  changeFailRate:
    'Change fail rate (DORA): the share of deployments to production that need immediate intervention. Counted here once each: those that an incident is linked to as its cause, that were rolled back, or whose revert was deployed within seven days.',
  deploymentReworkRate:
    'Deployment rework rate (DORA): the share of deployments to production that were not planned and were made because of an incident in production. Counted here once each: rollbacks, reverts of what had failed, changes that ended an incident, and hotfixes by name. Another attempt at a deployment that did not go through is none.',
} as const;
