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
  reverted_change: 'indigo',
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

export const patternSortLabels: Labels<Schemas['PatternSort']> = {
  harm: 'Harm',
  impactHours: 'Impact hours',
  lastAt: 'Last seen',
  episodes: 'Episodes',
  firstAt: 'First seen',
  name: 'Name',
};

export const causeMeanings: Labels<Schemas['Cause']> = {
  code_defect: 'The code does something else than was meant.',
  configuration: 'A setting, a flag or a rule does not fit what it is used for.',
  capacity: 'More was asked for than there was room, time or quota for.',
  dependency: 'Something that others run or publish failed or changed.',
  infrastructure: 'Machines, networks, storage or the platform under the services failed.',
  data: 'What is stored or sent is not as it is expected to be.',
  expiry_time: 'A certificate, a token, a licence or a clock ran out or was wrong.',
  security_access: 'Somebody or something was let in, or kept out, that should not have been.',
  process: 'How work is done here: steps, reviews, releases, and alarms that ring for nothing.',
  unknown: 'What is known does not say.',
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
  caused_by: 'Probably caused by',
  resolved_by: 'Possibly resolved by',
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
  too_few: 'too few to tell',
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
  suggested: 'to be decided',
  confirmed: 'confirmed',
  rejected: 'rejected',
};

export const catalogueEntryOriginLabels: Labels<Schemas['CatalogueOrigin']> = {
  suggestion: 'by names, texts and times',
  catalog_info: 'by a catalog-info.yaml',
  codeowners: 'by a CODEOWNERS file',
  person: 'by a person',
};

export const deadLetterKindLabels: Labels<Schemas['DeadLetterKind']> = {
  job: 'job',
  record: 'record',
  delivery: 'message',
};

export const deadLetterKindMeanings: Labels<Schemas['DeadLetterKind']> = {
  job: 'A job is work that was given up after its attempts.',
  record: 'A record was ingested and could not be parsed.',
  delivery: 'A message is an event that a channel or a program did not take.',
};

export const replayLikelihoodLabels: Labels<Schemas['ReplayLikelihood']> = {
  likely: 'a replay should help',
  after_fix: 'a replay helps once the cause is gone',
  none: 'a replay cannot help',
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

/** Labels for the resolution of an incident whose text does not say how it was resolved. An unknown resolution is not shown. */
export const incidentResolutionLabels: Readonly<Record<Exclude<Schemas['IncidentResolution'], 'unknown'>, string>> = {
  revert: 'Resolved by a revert',
  rollback: 'Resolved by a rollback',
  fix: 'Resolved by a later change',
  manual: 'Resolved by a manual step',
  self_resolved: 'Ended without a known change or manual step',
};

export const changeKindLabels: Readonly<Record<Schemas['ChangeKind'], string>> = {
  merged_pull_request: 'merged pull request',
  deployment: 'deployment',
  commit: 'commit',
};
