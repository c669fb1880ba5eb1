import type { Schemas } from '../api/refrain.ts';
import type { Labels } from './labels.ts';

// The web app offers values in the order of the properties below.

export const failureKindLabels: Labels<Schemas['FailureKind']> = {
  incident: 'incident',
  failed_deployment: 'failed deployment',
  reverted_change: 'reverted change',
};

export const failureKindColors: Labels<Schemas['FailureKind']> = {
  incident: 'red',
  failed_deployment: 'orange',
  reverted_change: 'blue',
};

export const causeLabels: Labels<Schemas['Cause']> = {
  code_defect: 'code defect',
  configuration: 'configuration',
  capacity: 'capacity',
  dependency: 'dependency',
  infrastructure: 'infrastructure',
  data: 'data',
  expiry_time: 'expiry or time',
  security_access: 'security or access',
  process: 'process',
  unknown: 'unknown',
};

export const causeMeanings: Labels<Schemas['Cause']> = {
  code_defect: 'The code behaved differently from what its authors intended.',
  configuration: 'A setting, a flag or a rule was wrong or missing.',
  capacity: 'Demand exceeded a limit, such as memory, connections, time or a quota.',
  dependency: 'A service or package from another provider failed or changed.',
  infrastructure: 'Machines, networks, storage or the platform failed.',
  data: 'Stored or received data were wrong or missing.',
  expiry_time: 'A certificate, a token or a licence expired, or a clock was wrong.',
  security_access: 'Access was granted or denied wrongly.',
  process: 'A step, a review or a release procedure failed, or an alert was false.',
  unknown: 'The reports do not state the cause.',
};

export const triggerLabels: Labels<Schemas['Trigger']> = {
  deployment: 'deployment',
  config_push: 'configuration push',
  traffic: 'traffic',
  maintenance: 'maintenance',
  dependency_change: 'dependency change',
  hardware: 'hardware',
  time: 'time',
  unknown: 'unknown',
};

export const statementLabels: Labels<keyof Schemas['FailureStatements']> = {
  component: 'What failed',
  symptom: 'Symptom',
  mechanism: 'Mechanism',
  rootCause: 'Root cause',
  trigger: 'Trigger',
  resolution: 'Resolution',
};

export const statementKindLabels: Labels<Schemas['StatementKind']> = {
  component: 'component',
  symptom: 'symptom',
  mechanism: 'mechanism',
  root_cause: 'root cause',
  resolution: 'resolution',
};

export const linkTypeLabels: Labels<Schemas['LinkType']> = {
  caused_by: 'Caused by',
  resolved_by: 'Resolved by',
  shipped_by: 'Shipped by',
  same_episode: 'Same episode as',
};

export const recurrenceLabels: Labels<Schemas['Recurrence']> = {
  new: 'new',
  returned: 'returned',
  recurring: 'recurring',
  quiet: 'quiet',
};

export const trendLabels: Labels<Schemas['TrendDirection']> = {
  rising: 'rising',
  falling: 'falling',
  steady: 'steady',
  no_clear_change: 'no clear change',
  too_few: 'not enough data',
};

export const improvementStateLabels: Labels<Schemas['ImprovementState']> = {
  proposed: 'proposed',
  approved: 'approved',
  opened: 'opened',
  accepted: 'accepted',
  declined: 'declined',
  fixed: 'fixed',
  verified: 'verified',
  recurred: 'recurred',
};

export const patternJudgementLabels: Labels<Schemas['PatternJudgement'] | 'none'> = {
  none: 'not reviewed',
  confirmed: 'confirmed',
  dismissed: 'dismissed',
};

export const catalogueEntryStatusLabels: Labels<Schemas['CatalogueEntry']['status']> = {
  suggested: 'needs review',
  confirmed: 'confirmed',
  rejected: 'rejected',
};

export const catalogueEntryOriginLabels: Labels<Schemas['CatalogueOrigin']> = {
  suggestion: 'suggested from names, texts and times',
  catalog_info: 'from catalog-info.yaml',
  codeowners: 'from CODEOWNERS',
  person: 'added by a person',
};

export const deadLetterKindLabels: Labels<Schemas['DeadLetterKind']> = {
  job: 'job',
  record: 'record',
  delivery: 'message',
};

export const deadLetterKindMeanings: Labels<Schemas['DeadLetterKind']> = {
  job: 'A job is background work that failed on every attempt.',
  record: 'A record was received but could not be parsed.',
  delivery: 'A message is an event that a Slack channel or a webhook did not accept.',
};

export const replayLikelihoodLabels: Labels<Schemas['ReplayLikelihood']> = {
  likely: 'replay should help',
  after_fix: 'replay helps once the cause is fixed',
  none: 'replay cannot help',
};

export const replayLikelihoodColors: Labels<Schemas['ReplayLikelihood']> = {
  likely: 'teal',
  after_fix: 'orange',
  none: 'gray',
};

export const changeVerdictLabels: Readonly<Record<Schemas['ChangeVerdict'], string>> = {
  change: 'Triggered by a change',
  not_change_related: 'Not triggered by a change',
  undecided: 'Unknown whether a change triggered it',
};

export const changeKindLabels: Readonly<Record<Schemas['ChangeKind'], string>> = {
  merged_pull_request: 'merged pull request',
  deployment: 'deployment',
  commit: 'commit',
};
