import * as z from 'zod/mini';
import {
  decisionOperationLabels,
  decisionTopicLabels,
  providerWriteActionLabels,
  providerWriteStateLabels,
  pullRequestCheckStateLabels,
} from '../labels/audit-labels.ts';
import { digestPeriodLabels, digestScopeLabels } from '../labels/describe-digest-period.ts';
import {
  catalogueEntryStatusLabels,
  causeLabels,
  deadLetterKindLabels,
  failureKindLabels,
  improvementStateLabels,
  patternJudgementLabels,
  recurrenceLabels,
  trendLabels,
  triggerLabels,
} from '../labels/domain-labels.ts';
import { type Labels, listLabelKeys } from '../labels/labels.ts';

/** Makes a search parameter optional and ignores invalid values, so that an old or mistyped link still works. */
function ignoreInvalid<Value extends z.ZodMiniType>(value: Value) {
  return z.catch(z.optional(value), undefined);
}

function keyOf<Name extends string>(labels: Labels<Name>) {
  return ignoreInvalid(z.enum(listLabelKeys(labels)));
}

const text = ignoreInvalid(z.coerce.string());

/** A day such as `2026-05-04`. Days that do not exist are invalid. */
const day = ignoreInvalid(
  z.string().check(
    z.regex(/^\d{4}-\d{2}-\d{2}$/u),
    z.refine((date) => !Number.isNaN(Date.parse(date))),
  ),
);

const periodDays = z.coerce.number().check(z.int(), z.minimum(7), z.maximum(3_660));

const sortOrder = ignoreInvalid(z.enum(['asc', 'desc']));

export const OverviewSearchParameters = z.object({
  /** Why the visitor's sign-in link failed: it was used or has expired, or links are disabled. */
  link: ignoreInvalid(z.enum(['used', 'off'])),
  /** The length of the shown period, which ends with the newest data. */
  days: ignoreInvalid(periodDays),
  /** The first and the last day of another period, in the viewer's time zone. */
  since: day,
  until: day,
  /** The open cell of the failure map. */
  service: text,
  repository: text,
  cause: keyOf(causeLabels),
});
export type OverviewSearchParameters = z.infer<typeof OverviewSearchParameters>;

export const PatternSearchParameters = z.object({
  query: text,
  recurrence: keyOf(recurrenceLabels),
  direction: keyOf(trendLabels),
  judgement: keyOf(patternJudgementLabels),
  kind: keyOf(failureKindLabels),
  cause: keyOf(causeLabels),
  trigger: keyOf(triggerLabels),
  mechanism: text,
  service: text,
  repository: text,
  improvement: ignoreInvalid(z.enum([...listLabelKeys(improvementStateLabels), 'none'])),
  /** The length of the period of the figures, or `all` for all time. */
  days: ignoreInvalid(z.union([z.literal('all'), periodDays])),
  /** The first and the last day of another period, in the viewer's time zone. */
  since: day,
  until: day,
  sort: ignoreInvalid(z.enum(['name', 'episodes', 'lastAt', 'impactHours'])),
  order: sortOrder,
});
export type PatternSearchParameters = z.infer<typeof PatternSearchParameters>;

export const PatternReportSearchParameters = z.object({
  /** The id of an earlier report. If absent, the page shows the newest report. */
  report: text,
  /** The open tab of details. */
  tab: text,
});

export const FailuresSearchParameters = z.object({
  query: text,
  kind: keyOf(failureKindLabels),
  service: text,
  repository: text,
  environment: text,
  connectionId: text,
  /** Whether a failure is in a pattern, in no pattern, or was assigned on arrival by similarity alone. */
  grouped: ignoreInvalid(z.enum(['in', 'none', 'new_failure'])),
  patternId: text,
  /** Lists excluded records instead of failures, or all records. */
  records: ignoreInvalid(z.enum(['excluded', 'all'])),
  /** The length of a period that ends now. If it and the days are absent, the list shows all time. */
  days: ignoreInvalid(z.union([z.literal('all'), periodDays])),
  /** Days in the viewer's time zone, both inclusive. */
  since: day,
  until: day,
  sort: ignoreInvalid(z.enum(['relevance', 'occurredAt', 'duration'])),
  order: sortOrder,
});
export type FailuresSearchParameters = z.infer<typeof FailuresSearchParameters>;

/** The period of the figures of a service. */
export const ServiceSearchParameters = z.object({
  days: ignoreInvalid(periodDays),
  since: day,
  until: day,
});

export const ServicesSearchParameters = z.object({
  ...ServiceSearchParameters.shape,
  query: text,
  team: text,
  /** Also list services without an episode in the period. A search finds them anyway. */
  idle: ignoreInvalid(z.literal('shown')),
  sort: ignoreInvalid(z.enum(['episodes', 'impactHours', 'patterns', 'lastAt', 'deployments', 'name'])),
  order: ignoreInvalid(z.enum(['desc', 'asc'])),
});
export type ServicesSearchParameters = z.infer<typeof ServicesSearchParameters>;

export const DigestsSearchParameters = z.object({
  period: keyOf(digestPeriodLabels),
  scope: keyOf(digestScopeLabels),
  name: text,
});
export type DigestsSearchParameters = z.infer<typeof DigestsSearchParameters>;

export const ImprovementsSearchParameters = z.object({
  repository: text,
  service: text,
  team: text,
  /** The period of the figures. */
  days: ignoreInvalid(z.union([z.literal('all'), periodDays])),
  since: day,
  until: day,
  sort: ignoreInvalid(z.enum(['newest', 'waiting'])),
});
export type ImprovementsSearchParameters = z.infer<typeof ImprovementsSearchParameters>;

export const ImprovementSearchParameters = z.object({ edit: ignoreInvalid(z.boolean()) });

/** A pasted text is never part of the URL, because it may contain secrets. */
export const SeenBeforeSearchParameters = z.object({
  url: ignoreInvalid(z.string()),
  failure: text,
  service: text,
  environment: text,
});

export const LibrarySearchParameters = z.object({
  query: text,
  cause: keyOf(causeLabels),
  mechanism: text,
  service: text,
  /** The length of the period in which a pattern has an episode; all time if it and the days are absent */
  days: ignoreInvalid(periodDays),
  since: day,
  until: day,
  /** `lastAt` if not given */
  sort: ignoreInvalid(z.enum(['episodes'])),
});
export type LibrarySearchParameters = z.infer<typeof LibrarySearchParameters>;

/** The values of the form are not part of the URL, because they include a secret. */
export const ConnectSearchParameters = z.object({
  provider: text,
  /** `app` is a GitHub App or a PagerDuty app, `key` a token or an API key. */
  by: ignoreInvalid(z.enum(['app', 'key'])),
  /** Id of the connected account whose credential is replaced. */
  account: text,
  baseUrl: text,
  step: ignoreInvalid(z.enum(['choose'])),
});

export const connectionTabs = ['progress', 'access', 'completeness', 'records', 'settings'] as const;
export type ConnectionTab = (typeof connectionTabs)[number];

export const ConnectionSearchParameters = z.object({
  tab: ignoreInvalid(z.enum(connectionTabs)),
  /** Number of past days whose completeness is shown. */
  days: ignoreInvalid(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(3_660))),
});

export const CatalogueSearchParameters = z.object({
  status: keyOf(catalogueEntryStatusLabels),
  service: text,
  repository: text,
});
export type CatalogueSearchParameters = z.infer<typeof CatalogueSearchParameters>;

/** The parameters of the sections "Failed jobs" (both) and "Background jobs" (`queue`). */
export const SettingsSearchParameters = z.object({
  /** Whether the dialog that invites a member is open. */
  invite: ignoreInvalid(z.literal(true)),
  kind: keyOf(deadLetterKindLabels),
  queue: text,
});
export type SettingsSearchParameters = z.infer<typeof SettingsSearchParameters>;

export const AuditSearchParameters = z.object({
  show: ignoreInvalid(z.enum(['writes', 'planned', 'checks'])),
  state: keyOf(providerWriteStateLabels),
  action: keyOf(providerWriteActionLabels),
  target: text,
  check: keyOf(pullRequestCheckStateLabels),
  repository: text,
  /** The parameters `user` (a user's id, `policy` or `comment`), `topic`, `operation`, `from` and `until` filter the decisions. */
  user: text,
  topic: keyOf(decisionTopicLabels),
  operation: keyOf(decisionOperationLabels),
  from: day,
  until: day,
  write: text,
});
export type AuditSearchParameters = z.infer<typeof AuditSearchParameters>;
