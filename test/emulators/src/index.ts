export { githubWorldFromReverts } from './fill/github-world-from-reverts.ts';
export { pagerDutyWorldFromIncidents } from './fill/pagerduty-world-from-incidents.ts';
export type { GitHubActions } from './github/actions.ts';
export type { GitHubLimits } from './github/github-rules.ts';
export type { GitHubEmulator, GitHubEmulatorOptions } from './github/start-github-emulator.ts';
export { startGitHubEmulator } from './github/start-github-emulator.ts';
export type { GitHubDelivery } from './github/webhooks.ts';
export type { Emulator, EmulatorOptions } from './http/emulator.ts';
export type { Exchange } from './http/exchange.ts';
export type { PagerDutyActions } from './pagerduty/actions.ts';
export type { PagerDutyLimits } from './pagerduty/pagerduty-rules.ts';
export type { PagerDutyEmulator, PagerDutyEmulatorOptions } from './pagerduty/start-pagerduty-emulator.ts';
export { startPagerDutyEmulator } from './pagerduty/start-pagerduty-emulator.ts';
export type { PagerDutyDelivery } from './pagerduty/webhooks.ts';
export { assertConforms, createSpecValidators, hasSpecs, listDepartures } from './spec/assert-conforms.ts';
export type { SpecValidator, Violation } from './spec/spec-validator.ts';
export { createSpecValidator } from './spec/spec-validator.ts';
export type {
  GitHubWorld,
  PagerDutyWorld,
  World,
  WorldAlert,
  WorldCommit,
  WorldDeployment,
  WorldDeploymentStatus,
  WorldIncident,
  WorldIssue,
  WorldLogEntry,
  WorldNote,
  WorldPull,
  WorldRepository,
  WorldService,
  WorldUser,
} from './world.ts';
