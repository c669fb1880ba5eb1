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
  harm: 'most harm',
  lastAt: 'most recent',
  episodes: 'most episodes',
  firstAt: 'newest',
  name: 'name',
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
  recurred: 'came back',
};

export const judgementLabels: Labels<Schemas['PatternJudgement'] | 'none'> = {
  none: 'not reviewed',
  confirmed: 'confirmed',
  dismissed: 'dismissed',
};
