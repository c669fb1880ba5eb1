export { githubWorldFromReverts } from './fill/github-world-from-reverts.ts';
export { pagerDutyWorldFromIncidents } from './fill/pagerduty-world-from-incidents.ts';
export type { GitHubEmulatorActions } from './github/actions.ts';
export type { GitHubRateLimits } from './github/limits.ts';
export type { GitHubEmulator, GitHubEmulatorOptions } from './github/start-github-emulator.ts';
export { startGitHubEmulator } from './github/start-github-emulator.ts';
export type { GitHubDelivery } from './github/webhooks.ts';
export type { Clock, VirtualClock } from './http/clock.ts';
export { createVirtualClock } from './http/clock.ts';
export { setUniqueNamePrefix } from './http/create-unique-name.ts';
export type { Emulator, EmulatorOptions } from './http/emulator.ts';
export type { Exchange } from './http/exchange.ts';
export type { FaultReport } from './http/fault-injector.ts';
export type { FaultPlan, ResponseFault, WebhookFault } from './http/fault-plan.ts';
export type { PagerDutyEmulatorActions } from './pagerduty/create-control-routes.ts';
export type { PagerDutyApp } from './pagerduty/credentials.ts';
export type { PagerDutyRateLimits } from './pagerduty/pagerduty-rules.ts';
export type { PagerDutyEmulator, PagerDutyEmulatorOptions } from './pagerduty/start-pagerduty-emulator.ts';
export { startPagerDutyEmulator } from './pagerduty/start-pagerduty-emulator.ts';
export type { PagerDutyDelivery } from './pagerduty/webhooks.ts';
export type {
  FormerPaths,
  GitHubWorld,
  PagerDutyWorld,
  World,
  WorldAlert,
  WorldAnnotation,
  WorldChangeEvent,
  WorldComment,
  WorldCommit,
  WorldDeployment,
  WorldDeploymentStatus,
  WorldFile,
  WorldIncident,
  WorldIssue,
  WorldIssueTransition,
  WorldJob,
  WorldLogEntry,
  WorldNote,
  WorldPull,
  WorldRepository,
  WorldRun,
  WorldRunAttempt,
  WorldRunConclusion,
  WorldService,
  WorldStep,
  WorldUser,
} from './world.ts';
