/** Generated from the comments of the schemas: npx vitest run -u --project stored test/contract */
export const descriptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "ApiToken": {
    "owner": "The user who created the token.",
    "parentId": "The id of the token that created this one. This token ends when that one does. Null if a person created it.",
    "expiresAt": "Null if the token does not expire.",
    "lastUsedAt": "Exact to a minute; null if the token was never used."
  },
  "ArchiveImportResponse": {
    "": "The result of an import into an archive.",
    "stored": "Records that were not known before."
  },
  "BackfillProgress": {
    "expected": "The estimated total of all streams, including those that have not begun; null before the first one has begun, and if a stream has no estimate.",
    "pending": "Records that are stored but not yet parsed.",
    "perSecond": "Records per second over the last minute; null before ten seconds are measured, and while nothing arrives.",
    "secondsLeft": "Seconds until all expected records are stored, at the current rate; null if either figure is unknown."
  },
  "BacklogAge": {
    "": "The age in seconds of the oldest item that has not passed each stage; 0 if none waits.",
    "normalise": "Records that are stored but not yet parsed.",
    "group": "Failures that are not clustered yet.",
    "report": "Failures that are clustered but not in a report of their pattern yet."
  },
  "BacklogResponse": {
    "": "The waiting work and its age.",
    "queues": "The queues by name.",
    "queues.oldestSeconds": "The seconds since the oldest ready job became due; 0 if none waits.",
    "pending": "Records that are stored but not yet parsed.",
    "deadLetters": "Unresolved dead letters by kind and queue; empty without any.",
    "aheadSeconds": "Seconds by which the latest stored time is ahead of the database clock, because that clock is or was wrong; 0 if it is at most a minute."
  },
  "Backtest": {
    "": "Forecasts for past dates from what was known then, compared with what happened.",
    "from": "The first and last date of a forecast; null if the history is too short."
  },
  "BacktestHorizon": {
    "": "The backtest result for one forecast length.",
    "forecasts": "The number of tested forecasts: one for each pattern at each origin.",
    "observedShare": "The share of forecasts that at least one episode followed.",
    "brierSkill": "The Brier skill score against the organisation's base rate as known at the time: 1 is perfect, 0 is no better. The ends of its 90 % interval are null if the history is too short.",
    "isShown": "Whether forecasts of this length are shown; `gap` has the reason if not.",
    "coverage90": "The share of outcomes within the 90 % intervals; about .9 is right.",
    "calibrationError": "The expected calibration error, in [0, 1]."
  },
  "CalibrationBin": {
    "": "Forecasts of similar probability, and how often an episode followed."
  },
  "CandidateChange": {
    "": "A change that may have triggered an incident. It has no author, because authorship is no evidence.",
    "score": "The estimated probability that this change is the cause, in [0, 1]. The scores of one incident add up to at most 1.",
    "evidence": "The evidence for this change, strongest first."
  },
  "CatalogueDraft": {
    "": "A catalogue entry before it is stored, with its evidence.",
    "service": "The name of the service in PagerDuty or in the file.",
    "repository": "As `owner/name`.",
    "path": "A folder in the repository; null for the whole repository.",
    "environment": "The environment that the service represents; null for any.",
    "score": "The confidence of a suggestion, in [0, 1]; 1 for entries from a file or a person."
  },
  "CatalogueEntry": {
    "": "States that a service runs from a repository, with the evidence and a person's decision.",
    "service": "The name of the service in PagerDuty or in the file.",
    "repository": "As `owner/name`.",
    "path": "A folder in the repository; null for the whole repository.",
    "environment": "The environment that the service represents; null for any.",
    "score": "The confidence of a suggestion, in [0, 1]; 1 for entries from a file or a person."
  },
  "CatalogueImportResponse": {
    "items": "The entries of the file that match a known service, as they are now stored.",
    "problems": "The parts of the file that could not be used, each with the reason."
  },
  "CatalogueOrigin": {
    "": "The source of an entry: Refrain's analysis of names and texts, a file of the repository, or a person."
  },
  "CataloguePair": {
    "": "A service and the repository that it runs from, as a person states them."
  },
  "CatalogueSuggestionResponse": {
    "": "Suggestions are computed in the background and then appear in the list."
  },
  "Cause": {
    "": "The weakness in the system that made the failure possible."
  },
  "CauseAssessment": {
    "confidence": "The estimated probability that the cause is right, in [0, 1]; 0 if it is `unknown`.",
    "evidence": "The supporting words of the text, and signals such as a path.",
    "causes": "All candidates that are likely enough to show, most likely first, without `unknown`. Some of them are too unlikely to be the `cause` above."
  },
  "CauseCell": {
    "per100Changes": "Null if the location or its changes are unknown.",
    "per100Episodes": "The share of this kind among all episodes of the location. Null if the location is unknown.",
    "standsOut": "Whether the cell is above the organisation's rate per change and per day, so that frequent or rare changes do not explain it. Without known changes: per day and among the location's own episodes, so that its size does not explain it."
  },
  "Change": {
    "externalId": "Unique within connection and kind: `acme/api#12`, `acme/api#deployment/42`, `acme/api@<sha>`.",
    "repository": "`owner/name`, or the service if the change names only that.",
    "sha": "The merge commit of a pull request, the deployed commit of a deployment, or the commit itself.",
    "parents": "The parents of a commit, first parent first; empty for other kinds.",
    "number": "The number of the pull request, or of the one that a commit's subject names.",
    "branch": "The head branch of a pull request.",
    "base": "The branch that a pull request was merged into; null if it was the default branch or is unknown.",
    "succeeded": "Whether a deployment succeeded; null while it runs, and for kinds that cannot fail."
  },
  "ChangeAssessment": {
    "": "The likely cause and resolution of an incident among the changes around it.",
    "confidence": "The estimated probability that the verdict is right, in [0, 1]. For `undecided`, the probability of the more likely of the other two verdicts.",
    "isDecided": "Whether a person decided the verdict.",
    "candidates": "Sorted most likely first."
  },
  "ChangeDraft": {
    "externalId": "Unique within connection and kind: `acme/api#12`, `acme/api#deployment/42`, `acme/api@<sha>`.",
    "repository": "`owner/name`, or the service if the change names only that.",
    "sha": "The merge commit of a pull request, the deployed commit of a deployment, or the commit itself.",
    "parents": "The parents of a commit, first parent first; empty for other kinds.",
    "number": "The number of the pull request, or of the one that a commit's subject names.",
    "branch": "The head branch of a pull request.",
    "base": "The branch that a pull request was merged into; null if it was the default branch or is unknown.",
    "succeeded": "Whether a deployment succeeded; null while it runs, and for kinds that cannot fail."
  },
  "ChangeFailRate": {
    "": "Counts by the evidence of the failure; with several, the first in this order."
  },
  "ChangeKind": {
    "": "The kind of a change. `commit` is a commit on the default branch: a direct push, or the commit that a merged pull request created there."
  },
  "ChangePoint": {
    "": "A moment at which the rate changed permanently. The rates are per week, between this and the neighbouring change points.",
    "earliest": "The 95 % interval of the moment, if the rate changed once between the neighbouring change points.",
    "p": "The p-value of a change anywhere between the neighbouring change points."
  },
  "ChangeSummary": {
    "": "A change as an incident shows it, without its author. Null if the change was deleted.",
    "externalId": "Unique within connection and kind: `acme/api#12`, `acme/api#deployment/42`, `acme/api@<sha>`.",
    "repository": "`owner/name`, or the service if the change names only that.",
    "sha": "The merge commit of a pull request, the deployed commit of a deployment, or the commit itself.",
    "parents": "The parents of a commit, first parent first; empty for other kinds.",
    "number": "The number of the pull request, or of the one that a commit's subject names.",
    "branch": "The head branch of a pull request.",
    "base": "The branch that a pull request was merged into; null if it was the default branch or is unknown.",
    "succeeded": "Whether a deployment succeeded; null while it runs, and for kinds that cannot fail."
  },
  "ChangeVerdict": {
    "": "Whether a change triggered an incident: `change` names one, `not_change_related` rules out all changes of the organisation, and `undecided` means that the evidence is insufficient."
  },
  "CheckedOutcome": {
    "": "`failed`: it was merged and caused a failure. `not_merged`: it is open or was closed."
  },
  "Completeness": {
    "accounts": "The number of connected accounts, and the problems of those that need attention.",
    "gaps": "Days on which the provider has records that are not stored.",
    "uncompared": "Streams that were never compared with the provider, so that their gaps are unknown. Absent in digests of earlier versions.",
    "unassigned": "Failures that belong to no pattern, and all failures."
  },
  "CompletenessCheckResponse": {
    "": "The number of streams that are now being compared."
  },
  "CompletenessDay": {
    "": "The number of records that the provider has for one day (UTC) of one stream, and how many of them are stored.",
    "day": "As `YYYY-MM-DD`, in UTC.",
    "stored": "The existing records that are stored."
  },
  "CompletenessResponse": {
    "existing": "The number of records that the provider has for this period, and how many of them are stored.",
    "gaps": "All days with missing records, including days outside the period; newest first.",
    "days": "Days with records, sorted by day, then stream.",
    "uncompared": "Streams that were never compared with the provider."
  },
  "ConnectField": {
    "name": "`account`, `baseUrl`, `region`, `credential` and `webhookSecret` are fields of `POST /v1/connections`.",
    "isAdvanced": "Whether the form folds it away.",
    "options": "The choices of a `choice`; the first one is the default.",
    "credentialPart": "The field of a JSON credential that holds the value; null if it is no part of the credential."
  },
  "ConnectMethod": {
    "": "One kind of credential by which an account can be connected.",
    "instructions": "Tells a person how to create the credential; `{link}` stands for the link.",
    "registersApp": "Whether a person creates and installs an app in the browser (`POST /v1/github-apps`) instead of filling in a form.",
    "credentialKind": "The `kind` of a JSON credential that is made of the fields with a `credentialPart`; null for a plain token.",
    "advancedTitle": "Title of the part of the form that folds away the advanced fields.",
    "listsKeyKinds": "Whether `permissions` lists kinds of keys instead."
  },
  "ConnectPermission": {
    "access": "`read` or `read and write`; null if the name says it.",
    "effect": "Names the loss without it. For a kind of key, names the functions that work."
  },
  "ConnectResponse": {
    "health": "Null for an archive.",
    "webhook": "Null for an archive."
  },
  "Connection": {
    "": "A connection without its secrets: the store keeps the credential and the webhook secret encrypted.",
    "account": "The GitHub organisation or user, the PagerDuty subdomain, or the name of an archive. Unique per provider and base address.",
    "baseUrl": "The root of the API without a trailing slash; null for an archive.",
    "statusReason": "Why it needs attention and what to do; null while active."
  },
  "ConnectionCheckResponse": {
    "": "A preview of a connection. Nothing is stored.",
    "matched": "The visible repositories or services that would be imported.",
    "unmatched": "Patterns and folders of the scope that match no visible repository or service.",
    "streams": "The streams that would be imported, each independent of the others."
  },
  "ConnectionHealth": {
    "": "The result of a connection test: the account, the accessible data and the request limit.",
    "visible": "Repositories or services that the credential can see.",
    "missing": "Missing permissions, each with the feature that it disables. Refrain works without an optional one.",
    "budget": "The remaining requests and the time of the next reset; null if the provider does not send them.",
    "respondedAt": "The time of the response by the provider's clock; null if it does not send one."
  },
  "ConnectionScope": {
    "": "The part of an account that is imported. Patterns are globs over `owner/name` or service names; an empty list means all.",
    "environments": "Environments whose deployments are imported.",
    "workflows": "Actions workflows, by name or path, whose failed runs are failed deployments; an empty list means none.",
    "incidentLabels": "Issues with one of these labels are incidents; an empty list means none.",
    "postmortemFolders": "Folders with post-mortems in Markdown, as `owner/name:path/of/folder`."
  },
  "ConnectionSummary": {
    "": "The state of a connection.",
    "isActive": "Whether the connection has no problem.",
    "lastReceivedAt": "The time of the latest webhook event; null if there was none.",
    "webhook": "Whether its provider sends events.",
    "existing": "The number of records that the provider has for the last 30 days.",
    "stored": "The stored ones among them.",
    "unreadable": "Records that could not be parsed."
  },
  "ControlChart": {
    "": "A u chart: episodes per exposure by week, with the control limits of a constant rate.",
    "kind": "`u` assumes a Poisson process. `u_prime` is Laney's chart, with wider limits because the counts vary more than that.",
    "centre": "Episodes per exposure over all weeks; null without exposure.",
    "widening": "Laney's sigma z, the factor by which the limits are wider; 1 for a `u` chart.",
    "signals": "Sorted by time.",
    "runLength": "The number of consecutive points on one side that make a run.",
    "falseAlarmProbability": "For each rule, the probability that a chart like this one shows any signal although the rate is constant."
  },
  "ControlPoint": {
    "week": "The ISO 8601 week, such as `2026-W03`.",
    "exposure": "In the unit of the chart; if it is 0, the values below are null.",
    "low": "A value below this limit is a signal.",
    "high": "A value above this limit is a signal."
  },
  "ControlRule": {
    "": "The rule for a signal in a chart. `beyond_limits`: a point outside the limits. `run`: many consecutive points on one side of the centre line."
  },
  "ControlSignal": {
    "fromWeek": "The first and the last week of the signal."
  },
  "CorrectionDecision": {
    "": "A person's decision, which constrains every later clustering.",
    "patternId": "A decision on a pattern changes what the pattern shows, a decision on a failure only that failure. Both influence how other failures are judged.",
    "cause": "Absent fields keep the earlier judgement or decision.",
    "right": "Whether it is a pattern; `false` dismisses it as not worth watching."
  },
  "CorrectionsResponse": {
    "": "Sorted in the order of the decisions."
  },
  "Cost": {
    "": "The cost of episodes, from what is known about them. Unknown costs add nothing.",
    "impact": "`high` is the 90th percentile in hours; null with fewer than ten known durations.",
    "pages.all": "Incidents that paged somebody, which are those of high urgency.",
    "pages.outOfHours": "Pages that began at night or on a weekend, in `timeZone`.",
    "pages.unknownUrgency": "Incidents for which it is unknown whether they paged anybody.",
    "people.total": "People-hours of all episodes with known durations; null if there are none.",
    "people.perEpisode": "People-hours per episode: the medians of both ends, so that one outlier does not dominate.",
    "people.told": "Episodes with known durations: all except those with an incident whose end is unknown.",
    "people.withResponders": "Episodes whose incidents state how many people worked on them; an assumption replaces it for the others.",
    "avoided": "The value of avoiding one episode: the median cost of one. Null if it is unknown."
  },
  "CostAssumption": {
    "label": "A readable name of the quantity.",
    "source": "A publication or this organisation; otherwise a statement that it is an assumption."
  },
  "CostAssumptionName": {
    "": "An assumption for estimating people's time where the data do not state it."
  },
  "CostPart": {
    "": "One part of the people-hours: the kind of time, what it is computed from, and the assumptions.",
    "reckoning": "The computation in words: what is multiplied by what."
  },
  "CostSettings": {
    "": "When people work and how their time is estimated, as an organisation sets it.",
    "workday": "The hours of the day during which people work; all others are out of hours.",
    "weekend": "The days of the week on which nobody works; 1 is Monday.",
    "assumptions": "Replacements for the default assumptions."
  },
  "DeadLetter": {
    "": "A job, record or delivery that was given up. It blocks nothing, and waits for a person or for its cause to disappear.",
    "at": "The time of the last failure; for a record, of its arrival.",
    "queue": "The queue that processed it.",
    "name": "The name of the job, the type of the record, or the type of the event.",
    "about": "The objects that it refers to: ids, the sender's key of a record, or the part of an address that is not secret.",
    "connectionId": "The connection that it belongs to; null if there is none.",
    "subscriptionId": "Null unless it is a delivery.",
    "code": "Null if only the message is known.",
    "problem": "The problem in one line.",
    "attempts": "The number of attempts before it was given up.",
    "isReplaying": "Whether a replay was requested and has not ended yet.",
    "advice": "The recommended action, in one or two sentences."
  },
  "DeadLetterKind": {
    "": "`job`: a job that failed all its attempts. `record`: a stored payload that could not be parsed. `delivery`: an event that a subscription did not accept."
  },
  "DeadLetterReplayResponse": {
    "replayed": "The number of dead letters that are retried.",
    "left": "The number of selected dead letters that stay unchanged."
  },
  "DeadLettersResponse": {
    "": "Sorted newest first."
  },
  "Decider": {
    "": "The author of a decision as of that moment, because names change and users are deleted.",
    "userId": "Null if the user is unknown, and for the policy.",
    "viaId": "The id of the token or session; null otherwise.",
    "tokenName": "The name of the token; null without one."
  },
  "DeciderVia": {
    "": "How a decision was made: in a browser session, with a token, by a link that was created for it, through an identity provider, by a comment on GitHub, or by the policy in mode `auto`. The policy is never a person, even if a person has that name."
  },
  "Decision": {
    "": "One line of the audit log of decisions.",
    "operation": "The operation id of this document, or the name of a decision that is made outside of the API, such as `signIn`.",
    "what": "A short description of the operation.",
    "subject": "The target: ids by the parameter names of the path; `created` is the id of a new object.",
    "detail": "The chosen values, and the previous ones where that helps."
  },
  "DecisionDetail": {
    "": "Short facts about a decision: ids, names that people gave, numbers. Never a secret, never ingested text."
  },
  "DecisionState": {
    "": "`begun`: it is unknown whether the decision took effect, because a process or a part of Refrain failed midway."
  },
  "DecisionsResponse": {
    "": "Sorted newest first."
  },
  "DeliveryFigures": {
    "": "The five DORA metrics as of January 2026 (dora.dev/guides/dora-metrics)."
  },
  "DeliveryMetrics": {
    "environments": "The names of the environments that count as production; an environment without a name does not count.",
    "repositories": "Repositories with at least one deployment, sorted by name. DORA advises to measure one application at a time and not to compare applications."
  },
  "DeploymentFrequency": {
    "attemptsFailed": "Failed attempts, which do not count as deployments.",
    "perWeek": "Deployments per week, with a 95 % interval.",
    "daysWithOne": "The share of days (UTC) with at least one deployment."
  },
  "DeploymentReworkRate": {
    "": "Counts by the content of the deployment; with several, the first in this order."
  },
  "Digest": {
    "": "An immutable summary of a period.",
    "changes": "Changes, as opportunities to fail; null if no change is known.",
    "patterns": "Patterns with an episode in the period or with a changed recurrence; most episodes first.",
    "asOf": "The time of the newest failure that was known when the digest was written."
  },
  "DigestPeriod": {
    "": "From Monday to Monday, or from the first of a month to the first of the next, in UTC. `until` is exclusive."
  },
  "DigestScope": {
    "": "The failures that a digest covers. A team is an owner of repositories, never a person."
  },
  "DigestedPattern": {
    "": "How a pattern developed in a period. A pattern can be in several groups, such as returned and rising.",
    "episodes": "Episodes in the period, and in the preceding period of the same length.",
    "recurrence": "The recurrence at the end of the period; null if it was no pattern by then.",
    "became": "The recurrence that began in this period, so that each is reported once: `new` became a pattern, `returned` came back, `quiet` stopped. Null if nothing changed; absent in digests of earlier versions.",
    "direction": "A statistically significant rise or fall, corrected for the number of patterns.",
    "probability": "The probability of at least one more episode in the next period; null if forecasts have no skill."
  },
  "DiscardDeadLetter": {
    "reason": "The reason, which the audit log records."
  },
  "DurationQuantile": {
    "": "A quantile of the durations in hours, with a 95 % interval; null if it is unknown."
  },
  "DurationSummary": {
    "": "The distribution of durations. There is no mean, because a few very long durations dominate it (Davidovič and others, \"Incident Metrics in SRE\", 2021; the VOID report, 2022).",
    "ended": "Durations with a known end.",
    "open": "Ongoing durations: they count as at least as long as they have lasted so far.",
    "unknown": "Durations whose end is unknown: they are left out.",
    "method": "`kaplan_meier` if some durations are open, otherwise the order statistics.",
    "histogram": "Ended durations in hours; each bin is about three times as wide as the previous one. The last bin has no upper end."
  },
  "Effect": {
    "": "The development of a pattern after its fix. Figures include everything known by `until`; a verdict, once reached, stays.",
    "decidedAt": "The time of the verdict; null while it is too early.",
    "monitoringEndsAt": "The time of the last check.",
    "weeksNeeded": "The weeks without an episode that would show that the fix held; null if it is decided or can no longer be shown.",
    "per100Changes": "Null if too few changes are known.",
    "says": "The verdict and its reasons in plain sentences."
  },
  "EffectMeasure": {
    "": "The rates before and after the fix, for one kind of exposure.",
    "expectedRate": "The rate that would be expected without the fix, in the unit of `before`; the trend of all patterns is considered.",
    "expected": "The number of episodes since the fix that would be expected without it.",
    "after": "Null without exposure since the fix.",
    "ratio": "The rate since the fix divided by the expected rate, with a 95 % interval; null without exposure since the fix."
  },
  "EffectVerdict": {
    "": "Whether a fix worked. `held`: the rate is lower now. `came_back`: there are more episodes than after a fix that prevents three of four, and no fewer than before. `not_distinguishable`: monitoring ended without a clear result. `too_early`: monitoring continues."
  },
  "EncryptionStatus": {
    "rotation": "The latest or current rotation; null if there was none."
  },
  "Episode": {
    "": "The failures of one event. Its id is that of its earliest failure."
  },
  "Erasure": {
    "": "A finished or running erasure. It does not contain the name of its subject.",
    "step": "The current step; null before it begins and after it ends.",
    "rows": "Rows that were deleted or changed so far, by table.",
    "kept": "Data that Refrain cannot erase, in sentences; set at the end."
  },
  "ErasurePreview": {
    "": "A preview of an erasure.",
    "rows": "Rows that would be deleted or changed, by table.",
    "names": "All known names of the subject.",
    "kept": "Data that Refrain cannot erase, in sentences."
  },
  "ErasureSubject": {
    "": "The repository or person whose data are erased.",
    "name": "`owner/name`, under its current or a former name.",
    "names": "All known names: full name, login, address. A single word is removed wherever it occurs as a whole word."
  },
  "ErrorCode": {
    "": "Every way in which Refrain can fail, as a closed list. Each code determines whether a retry can help."
  },
  "Estimate": {
    "": "A mean with its range."
  },
  "EventType": {
    "": "Every event that subscribers can receive, as a closed list."
  },
  "Evidence": {
    "": "One reason for a link or a membership, in words that a person can check.",
    "signal": "The kind of signal: `time`, `service`, `words`, `paths`, `reference`, `sha`; `decision` if a person decided it.",
    "weight": "Its part of the score, in [0, 1]."
  },
  "Failure": {
    "externalId": "The provider's own id, unique within connection and kind: `acme/api#deployment/42`, `PD12345`.",
    "text": "All known text, with people replaced by roles. May be empty.",
    "services": "Service names as the provider spells them.",
    "repository": "As `owner/name`.",
    "paths": "Paths of the files that were changed or named, relative to the repository.",
    "sha": "The commit that failed, that was reverted, or that an incident names.",
    "precision": "The precision of `occurredAt` and `resolvedAt`: the coarser of the two.",
    "timing": "Null if only start and end are known.",
    "severity": "The priority that the account assigned, otherwise the severity by the provider.",
    "responders": "The number of people who worked on it; never who they were.",
    "references": "Addresses of pages about the same failure: the run behind a deployment, the page behind a post-mortem.",
    "version": "The time of the provider's latest change to it. An older version never overwrites a newer one.",
    "isFailure": "False for a planned toggle, a dependency update, a revert without a reason and the like. These are kept and shown but never clustered.",
    "confidence": "The confidence of `isFailure`, in [0, 1]; .5 for a revert whose messages give no reason.",
    "decidingWords": "Words in a revert's messages that determined `isFailure`; absent or empty without any.",
    "episodeId": "The event that it belongs to; null until episodes are linked.",
    "duplicateOf": "The failure that this one repeats. A duplicate is kept and shown with it but never counted or clustered."
  },
  "FailureDraft": {
    "": "A failure as a connector or detector describes it, before it has an id in the store.",
    "externalId": "The provider's own id, unique within connection and kind: `acme/api#deployment/42`, `PD12345`.",
    "text": "All known text, with people replaced by roles. May be empty.",
    "services": "Service names as the provider spells them.",
    "repository": "As `owner/name`.",
    "paths": "Paths of the files that were changed or named, relative to the repository.",
    "sha": "The commit that failed, that was reverted, or that an incident names.",
    "precision": "The precision of `occurredAt` and `resolvedAt`: the coarser of the two.",
    "timing": "Null if only start and end are known.",
    "severity": "The priority that the account assigned, otherwise the severity by the provider.",
    "responders": "The number of people who worked on it; never who they were.",
    "references": "Addresses of pages about the same failure: the run behind a deployment, the page behind a post-mortem.",
    "version": "The time of the provider's latest change to it. An older version never overwrites a newer one.",
    "isFailure": "False for a planned toggle, a dependency update, a revert without a reason and the like. These are kept and shown but never clustered.",
    "confidence": "The confidence of `isFailure`, in [0, 1]; .5 for a revert whose messages give no reason.",
    "decidingWords": "Words in a revert's messages that determined `isFailure`; absent or empty without any."
  },
  "FailureMap": {
    "": "The locations and causes of failures: episode counts with their exposure.",
    "episodes": "The number of episodes in the map. An episode that affected several services is in the cells of each.",
    "changes": "The number of the organisation's opportunities to fail.",
    "services": "Sorted by episodes, most first; the unknown location is last.",
    "causes": "Only cells with episodes; significant ones first, then by episodes.",
    "hotspots": "Sorted by certainty, highest first. No listed folder contains another.",
    "compared": "The number of compared cells and folders, including those without episodes.",
    "gaps": "The data that the map lacks.",
    "gaps.withoutEnvironment": "Episodes that the filter excluded because their environment is unknown.",
    "gaps.servicesWithoutChanges": "Services whose changes are unknown."
  },
  "FailureMapFilter": {
    "": "Selects what the map shows; by default everything.",
    "team": "An owner of repositories or folders, never a person. Rates are still compared with those of the whole organisation.",
    "kinds": "Only episodes with a failure of one of these kinds."
  },
  "FailureResponse": {
    "externalId": "The provider's own id, unique within connection and kind: `acme/api#deployment/42`, `PD12345`.",
    "text": "All known text, with people replaced by roles. May be empty.",
    "services": "Service names as the provider spells them.",
    "repository": "As `owner/name`.",
    "paths": "Paths of the files that were changed or named, relative to the repository.",
    "sha": "The commit that failed, that was reverted, or that an incident names.",
    "precision": "The precision of `occurredAt` and `resolvedAt`: the coarser of the two.",
    "timing": "Null if only start and end are known.",
    "severity": "The priority that the account assigned, otherwise the severity by the provider.",
    "responders": "The number of people who worked on it; never who they were.",
    "references": "Addresses of pages about the same failure: the run behind a deployment, the page behind a post-mortem.",
    "version": "The time of the provider's latest change to it. An older version never overwrites a newer one.",
    "isFailure": "False for a planned toggle, a dependency update, a revert without a reason and the like. These are kept and shown but never clustered.",
    "confidence": "The confidence of `isFailure`, in [0, 1]; .5 for a revert whose messages give no reason.",
    "decidingWords": "Words in a revert's messages that determined `isFailure`; absent or empty without any.",
    "episodeId": "The event that it belongs to; null until episodes are linked.",
    "duplicateOf": "The failure that this one repeats. A duplicate is kept and shown with it but never counted or clustered.",
    "isDecided": "Whether a person decided that this is or is not a failure, for it alone or for all failures with similar titles.",
    "patternName": "The name that people or Refrain gave to its pattern; null if it is in none.",
    "isProvisional": "Whether it was assigned to its pattern by similarity alone. The next re-clustering confirms or moves it.",
    "changeAssessment": "The likely cause and resolution of an incident. Null for other kinds of failures, and until the first clustering.",
    "resolution": "Null if its text states none and no change is linked.",
    "membership": "The confidence and evidence of its membership; null if it is in no pattern.",
    "links.other": "The change or failure at the other end of the link. The title is null if it was deleted."
  },
  "FailureTiming": {
    "": "The times between the start and the end of a failure, as far as the provider states them.",
    "reopenedAt": "When it was reopened after a resolution, oldest first."
  },
  "Fix": {
    "": "The fix of an issue: the pull request that closed the issue, or the closing of the issue as completed.",
    "url": "The pull request; null if the issue was closed without one.",
    "mergedAt": "When it was merged or the issue was closed.",
    "deployedAt": "The first production deployment that contains it; null while none is known."
  },
  "FixOutcome": {
    "": "A fix whose effect is known.",
    "stateSince": "When it entered this state.",
    "reason": "Why it is in this state, in one sentence.",
    "repository": "The repository for the issue, as `owner/name`, or its current one; null while it is unknown.",
    "note": "The introduction by the person who approved it; Markdown is shown verbatim.",
    "guardrailId": "The proposed guardrail; null if none is recommended.",
    "peopleHours": "The people-hours of the pattern's episodes within the policy's window; null if they are unknown.",
    "issueState": "Null before it is opened.",
    "previousIssueUrl": "The address of the previous issue, whose fix did not last; null if there was none.",
    "approvedBy": "The formatted name of the approver; null before the approval.",
    "approver": "The approver; null before the approval, and if an earlier version recorded it.",
    "openedAt": "When its issue was first recorded; null before.",
    "snoozedUntil": "The end of the snooze that a person requested; null if nobody did.",
    "fix": "Null while nothing is fixed.",
    "effect": "The effect of the fix since its deployment; null before the first measurement.",
    "pastFixes": "Sorted oldest first.",
    "problem": "Why the latest write to the issue failed and what to do; null if it succeeded.",
    "says": "The effect in one sentence; null if it was not measured."
  },
  "Folder": {
    "": "A folder in a repository, without leading or trailing slashes."
  },
  "Forecast": {
    "": "Whether a pattern is expected again."
  },
  "ForecastBasis": {
    "": "The numbers behind a forecast.",
    "episodes": "The number of counted episodes, and of the days in which they happened.",
    "ownRate": "Episodes in 30 days: the observed rate of the pattern, and the typical rate of patterns in this organisation.",
    "borrowed": "The weight of the typical rate in [0, 1]; it is high if the pattern's own history is short.",
    "changed": "The factor on the rate for the next 30 days, from the recency and clustering of episodes, the overall trend and the season.",
    "season": "The part of the factor that is due to the season; null if less than a year is known.",
    "fixHolds": "The probability that the fix holds; null without a fix."
  },
  "ForecastGap": {
    "": "Why there is no forecast."
  },
  "ForecastHorizon": {
    "": "The forecast for a number of days. All four figures are null if `gap` has a reason.",
    "probability": "The probability of at least one more episode, in (0, 1).",
    "expected": "The mean number of episodes.",
    "low": "The interval of the number of episodes, as near to 90 % probability as whole numbers allow."
  },
  "FullRepositoryName": {
    "": "A repository as `owner/name`, in the form that GitHub permits: an owner has letters, digits, `-` and `_`, a name also dots, but is neither `.` nor `..`. Both become parts of a request path, where dots would lead elsewhere."
  },
  "GitHubAppResponse": {
    "state": "`created`: the App exists but is not installed yet.",
    "connection": "Null until it is connected."
  },
  "GitHubAppStartResponse": {
    "": "A GitHub App before its creation; the address is for a person's browser."
  },
  "GivenName": {
    "": "The name of a service or environment as its provider spells it."
  },
  "Guardrail": {
    "": "A change to the system that prevents a kind of failure or makes it harmless.",
    "id": "Never changes, because outcomes refer to it.",
    "answers": "The kinds of failures that it prevents, as causes combined with triggers. `share` is an assumption: the part of these failures that it would plausibly prevent or make harmless where it applies.",
    "breadth": "An assumption: the share of these failures to which it applies even without a signal. Low for guardrails against one specific thing.",
    "steps": "The steps to introduce it, independent of tools.",
    "proof": "A check that fails while the guardrail is missing, and a figure to watch.",
    "effort": "An assumption, for one service or pipeline."
  },
  "GuardrailArithmetic": {
    "": "Every factor of a recommendation's value, so that a person can recompute it.",
    "expectedEpisodes": "The expected number of episodes within the horizon without a change; null without a forecast.",
    "kindMatch": "The confidence that cause and trigger are among those that it prevents, in [0, 1].",
    "breadth": "The assumed breadth of the guardrail.",
    "signals": "The combined strength of the signals for it, as a mean over the episodes, in [0, 1].",
    "fit": "The probability that it applies to an episode, as a mean over the episodes, in [0, 1], after the signals against it.",
    "share": "The share of applicable episodes that it would prevent: an assumption.",
    "history": "Past outcomes in this organisation: their weights, and the factor on the share that follows from them.",
    "avoidedEpisodes": "Expected episodes × fit × share × history.",
    "costHours": "People-hours per episode; null if they are unknown.",
    "hoursSavedPerDay": "Avoided episodes × cost ÷ effort, from worst to best: people-hours saved per day of work. Null if a factor is.",
    "value": "The ranking score: the product of the means of all known factors.",
    "explanation": "The same computation as a sentence."
  },
  "GuardrailChoice": {
    "": "The recommended guardrails of a pattern, those that were tried, and what is unknown.",
    "recommendations": "Sorted best first; empty if nothing fits.",
    "tried": "Guardrails that were introduced for this pattern, whatever their outcome.",
    "openQuestions": "Facts that would decide the choice if they were known."
  },
  "GuardrailEvidence": {
    "": "One reason for or against a guardrail, with the failures that show it.",
    "says": "One sentence. It contains no ingested text except words that the library knows.",
    "strength": "The strength of the signal, in (0, 1]."
  },
  "GuardrailOutcome": {
    "": "The effect of a guardrail that was introduced because of a pattern.",
    "patternId": "The pattern for which it was introduced; null if that is no longer known.",
    "causes": "The likely causes of that pattern."
  },
  "GuardrailSignal": {
    "": "An observation in a failure, episode or pattern that speaks for or against a guardrail."
  },
  "GuardrailSource": {
    "": "A public document with chapter and section."
  },
  "ImpactHours": {
    "": "Hours of impact of several episodes. An episode lasts while at least one of its incidents or failed deployments is open.",
    "total": "The sum over episodes with a known duration. One long episode can dominate it: compare it with the median.",
    "median": "Null if no episode has a known duration.",
    "told": "Episodes with a known duration; the others do not count as 0."
  },
  "ImportResponse": {
    "stored": "Records that were not known before."
  },
  "Improvement": {
    "": "The systemic fix for a pattern and its GitHub issue.",
    "stateSince": "When it entered this state.",
    "reason": "Why it is in this state, in one sentence.",
    "repository": "The repository for the issue, as `owner/name`, or its current one; null while it is unknown.",
    "note": "The introduction by the person who approved it; Markdown is shown verbatim.",
    "guardrailId": "The proposed guardrail; null if none is recommended.",
    "peopleHours": "The people-hours of the pattern's episodes within the policy's window; null if they are unknown.",
    "issueState": "Null before it is opened.",
    "previousIssueUrl": "The address of the previous issue, whose fix did not last; null if there was none.",
    "approvedBy": "The formatted name of the approver; null before the approval.",
    "approver": "The approver; null before the approval, and if an earlier version recorded it.",
    "openedAt": "When its issue was first recorded; null before.",
    "snoozedUntil": "The end of the snooze that a person requested; null if nobody did.",
    "fix": "Null while nothing is fixed.",
    "effect": "The effect of the fix since its deployment; null before the first measurement.",
    "pastFixes": "Sorted oldest first.",
    "problem": "Why the latest write to the issue failed and what to do; null if it succeeded."
  },
  "ImprovementPolicy": {
    "": "An organisation's settings for which patterns deserve an issue and how issues are opened.",
    "dryRun": "Whether Refrain only lists its intended writes and writes nothing to a provider, except the webhook for its events.",
    "minEpisodes": "The minimum number of episodes …",
    "windowDays": "… within this number of days until now.",
    "minConfidence": "The minimum confidence of the pattern, in [0, 1]. In generated organisations, 191 of 200 patterns above the default consist of one failure, and 8 of 28 below it.",
    "minPeopleHours": "The minimum people-hours of the episodes in the window, unless the pattern is rising or has returned; 0 disables the condition.",
    "maxOpen": "Limits for issues that the policy opens on its own: open issues in total, open issues per repository, and new issues in seven days.",
    "quietOutside": "The hours in which the policy may open issues on its own; null for any time.",
    "fallbackRepository": "The repository, as `owner/name`, of issues whose repository is unknown.",
    "label": "The label of every issue, by which issues are found again.",
    "acceptedLabel": "Labels by which people accept or decline an issue.",
    "notesFor": "Names of the services whose incidents get a note if they resemble earlier ones; `*` means all.",
    "notesFrom": "The e-mail address of the PagerDuty user who signs the notes; PagerDuty requires one.",
    "checkPulls": "Whether open pull requests get a check if they resemble changes that failed; requires a GitHub App.",
    "checkedShare": "The approximate maximum share of pull requests that get a check, in (0, .1].",
    "onRecurrence": "Whether an issue is reopened or gets a follow-up if its failure comes back after the fix."
  },
  "IncidentResolution": {
    "": "How an incident ended. `revert`: its cause was reverted. `rollback`: an older state was deployed again. `fix`: another change repaired it. `manual`: its text describes a step that is no change. `self_resolved`: no change was near and the text describes no step."
  },
  "Instant": {
    "": "A point in time in UTC with milliseconds, such as `2026-01-31T08:15:00.000Z`. Its text order is its time order."
  },
  "IntendedWrite": {
    "": "A write at a provider before it is sent.",
    "place": "The target: `acme/api`, `acme/api#12`, or the id of an incident.",
    "content": "The content without secrets."
  },
  "IssuePreview": {
    "": "The issue as it would be written.",
    "repository": "Null while the repository is unknown.",
    "body": "In GitHub Markdown."
  },
  "IssueState": {
    "": "The state of an issue by GitHub or as last known: open, or the reason for its closing."
  },
  "KeyRotation": {
    "": "The re-encryption of all stored data.",
    "keyId": "The key that encrypts everything when the rotation is done.",
    "total": "Values to re-encrypt when the rotation began.",
    "unreadable": "Values that no known key decrypts, or that a process keeps encrypting with another key. They stay unchanged."
  },
  "KeyUse": {
    "": "A key that encrypts stored data. The id reveals nothing about the key.",
    "id": "A string of 8 hexadecimal digits.",
    "isPresent": "Whether it encrypts new data.",
    "isGiven": "Whether the responding process has the key.",
    "isNeeded": "Whether stored data need the key, or may soon. A key that is not needed can be removed."
  },
  "LabelName": {
    "": "GitHub allows 50 characters. A comma would split the label in queries for issues by label."
  },
  "LatestResolution": {
    "": "The resolution of a pattern's newest failure whose resolution is known.",
    "stated": "Null if its text states none.",
    "change": "Null if no change is linked. The revert of a reverted change does not count."
  },
  "LibraryEntry": {
    "": "A pattern in the failure library, to learn from before it happens.",
    "guardrail": "The first recommendation of its report.",
    "episodes": "Some of its episodes, newest first."
  },
  "LibraryFile": {
    "": "A file of the exported library. `path` stays within its folder."
  },
  "LikelyPattern": {
    "": "The pattern to which the query most likely belongs.",
    "name": "A readable phrase.",
    "lesson": "A blameless summary: the condition, what the system allowed, the symptoms, and the resolution.",
    "scenario": "The parts of the lesson. Absent in patterns of earlier versions.",
    "terms": "The terms that distinguish it from other patterns, strongest first.",
    "causes": "All likely causes, the one with the most support among the members first. Each has the confidence of its surest member, rounded to tenths because nothing finer is known. Absent in patterns of earlier versions.",
    "confidence": "In [0, 1].",
    "kinds": "The number of members by kind.",
    "harm": "The ranking score: impact hours, severity and recency of incidents, then failed deployments, then reverts. A higher value is worse.",
    "judgement": "A person's latest judgement. Null or absent if nobody judged the pattern.",
    "latestResolution": "The resolution of its newest failure with a known resolution."
  },
  "LineageEvent": {
    "": "States that a pattern was split from another one or merged into it."
  },
  "Link": {
    "": "A typed edge from a failure to a change or to another failure (`same_episode`). `shipped_by` leads from a reverted change to each deployment that brought it to an environment.",
    "targetId": "The id of the change or of the other failure.",
    "score": "In [0, 1]."
  },
  "ListedCheck": {
    "": "A check with the outcome of its pull request, which shows whether the warning was right.",
    "repository": "As `owner/name`.",
    "headSha": "The commit that it is attached to.",
    "patternId": "The pattern that it resembles; null if the similar failures belong to none.",
    "failureIds": "The similar earlier failures, most relevant first.",
    "score": "The calibrated probability in [0, 1] that it causes a failure, and the average of all changes.",
    "url": "Its address; null before it is written."
  },
  "ListedCorrection": {
    "": "A correction with its latest author; null if it predates the recording of authors."
  },
  "ListedDigest": {
    "": "A digest as lists show it.",
    "changes": "Changes, as opportunities to fail; null if no change is known.",
    "patterns": "Patterns with an episode in the period or with a changed recurrence; most episodes first.",
    "asOf": "The time of the newest failure that was known when the digest was written."
  },
  "ListedFailure": {
    "externalId": "The provider's own id, unique within connection and kind: `acme/api#deployment/42`, `PD12345`.",
    "text": "All known text, with people replaced by roles. May be empty.",
    "services": "Service names as the provider spells them.",
    "repository": "As `owner/name`.",
    "paths": "Paths of the files that were changed or named, relative to the repository.",
    "sha": "The commit that failed, that was reverted, or that an incident names.",
    "precision": "The precision of `occurredAt` and `resolvedAt`: the coarser of the two.",
    "timing": "Null if only start and end are known.",
    "severity": "The priority that the account assigned, otherwise the severity by the provider.",
    "responders": "The number of people who worked on it; never who they were.",
    "references": "Addresses of pages about the same failure: the run behind a deployment, the page behind a post-mortem.",
    "version": "The time of the provider's latest change to it. An older version never overwrites a newer one.",
    "isFailure": "False for a planned toggle, a dependency update, a revert without a reason and the like. These are kept and shown but never clustered.",
    "confidence": "The confidence of `isFailure`, in [0, 1]; .5 for a revert whose messages give no reason.",
    "decidingWords": "Words in a revert's messages that determined `isFailure`; absent or empty without any.",
    "episodeId": "The event that it belongs to; null until episodes are linked.",
    "duplicateOf": "The failure that this one repeats. A duplicate is kept and shown with it but never counted or clustered.",
    "isDecided": "Whether a person decided that this is or is not a failure, for it alone or for all failures with similar titles.",
    "patternName": "The name that people or Refrain gave to its pattern; null if it is in none.",
    "isProvisional": "Whether it was assigned to its pattern by similarity alone. The next re-clustering confirms or moves it."
  },
  "ListedGuardrail": {
    "": "A guardrail as lists show it.",
    "id": "Never changes, because outcomes refer to it.",
    "answers": "The kinds of failures that it prevents, as causes combined with triggers. `share` is an assumption: the part of these failures that it would plausibly prevent or make harmless where it applies.",
    "breadth": "An assumption: the share of these failures to which it applies even without a signal. Low for guardrails against one specific thing.",
    "steps": "The steps to introduce it, independent of tools.",
    "proof": "A check that fails while the guardrail is missing, and a figure to watch.",
    "effort": "An assumption, for one service or pipeline."
  },
  "ListedPattern": {
    "": "A pattern with the figures that help a reader choose among many.",
    "name": "A readable phrase.",
    "lesson": "A blameless summary: the condition, what the system allowed, the symptoms, and the resolution.",
    "scenario": "The parts of the lesson. Absent in patterns of earlier versions.",
    "terms": "The terms that distinguish it from other patterns, strongest first.",
    "causes": "All likely causes, the one with the most support among the members first. Each has the confidence of its surest member, rounded to tenths because nothing finer is known. Absent in patterns of earlier versions.",
    "confidence": "How well its members hold together, in [0, 1].",
    "kinds": "The number of members by kind.",
    "harm": "The ranking score: impact hours, severity and recency of incidents, then failed deployments, then reverts. A higher value is worse.",
    "judgement": "A person's latest judgement; null if nobody judged the pattern.",
    "recurrence": "Null before the first measurement, and if the pattern has too few episodes.",
    "direction": "The direction of the weekly rate; null while too little time is known.",
    "probability30": "The probability of at least one more episode within 30 days; null if no forecast is shown.",
    "improvement": "Null if no improvement was proposed."
  },
  "ListedReport": {
    "": "A report as lists show it."
  },
  "ListedRevertTemplate": {
    "repository": "As `owner/name`.",
    "reverts": "The number of matching reverts. The verdicts are those from the messages, regardless of people's decisions.",
    "linked": "Reverts that share an episode with an incident or a failed deployment.",
    "examples": "Titles of the newest ones.",
    "lastAt": "The time of the newest one; null if no revert matches a template that a person judged.",
    "isAsked": "Whether a person should judge them: some count as failures by their messages alone, and none belongs to an incident or a failed deployment. False after a decision.",
    "decision": "The correction by which a person judged all of them; null if nobody did."
  },
  "MapBaseline": {
    "": "The changes and episodes of each location, to which the counts of one pattern are compared."
  },
  "MapCell": {
    "per100Changes": "Null if the location or its changes are unknown.",
    "per100Episodes": "The share of this kind among all episodes of the location. Null if the location is unknown.",
    "standsOut": "Whether the cell is above the organisation's rate per change and per day, so that frequent or rare changes do not explain it. Without known changes: per day and among the location's own episodes, so that its size does not explain it."
  },
  "MapRate": {
    "": "A rate per exposure, in the unit that the name of its field states.",
    "observed": "The observed rate.",
    "organisation": "The rate over all compared cells together.",
    "estimate": "The estimated rate of the cell, drawn towards the organisation's rate the more the fewer data there are.",
    "low": "The ends of the 90 % interval of the cell's rate.",
    "isAbove": "Whether the interval is above the organisation's rate and the difference is significant given the number of cells."
  },
  "MapService": {
    "": "A row of the map: a service, or a repository without a known service.",
    "changes": "The number of opportunities to fail; null if the repositories of the service are unknown."
  },
  "Measurement": {
    "": "The statistics of the organisation.",
    "trends": "The trends of the organisation, and of each service by name; null while too little time is known.",
    "controlChart": "Episodes per exposure by week; null while too little time is known.",
    "durations": "The durations of episodes.",
    "delivery": "The DORA metrics of the last 90 days; null while too little time is known.",
    "backtest": "The backtest of the patterns' forecasts; null while too little time is known.",
    "baseline": "Null while too little time is known; absent in measurements of earlier versions.",
    "revertTemplates": "The most frequent titles of reverts, as templates, most frequent first; absent in measurements of earlier versions."
  },
  "Membership": {
    "": "States that a failure belongs to a pattern, with confidence and evidence.",
    "confidence": "In [0, 1]."
  },
  "NewSubscription": {
    "events": "Defaults to digests."
  },
  "NewSubscriptionResponse": {
    "": "The secret that signs deliveries, shown only once; null for Slack, where the address is the secret."
  },
  "NewToken": {
    "scopes": "Defaults to everything that the creator may do."
  },
  "NewTokenResponse": {
    "": "The secret of the token is returned only once."
  },
  "NewUser": {
    "": "A user who signs in by links that an admin creates."
  },
  "OpenPull": {
    "": "An open pull request at its newest commit.",
    "repository": "The current name of its repository.",
    "paths": "The changed files, at most the first thousand."
  },
  "OpenSession": {
    "": "The session of a signed-in browser.",
    "client": "The browser and system, such as `Firefox on Linux`; null if the browser does not send them.",
    "lastUsedAt": "Exact to a minute.",
    "expiresAt": "The latest end of the session; it also ends a day after its last use.",
    "isCurrent": "Whether this request belongs to the session."
  },
  "Overview": {
    "": "The state and trend of an organisation on one screen.",
    "asOf": "The time up to which the measurement covers failures; null before the first one.",
    "busy": "Whether any data are still being processed.",
    "controlChart": "The last 52 weeks with their signals; null while too little time is known.",
    "trend": "Null while too little time is known.",
    "became": "Patterns by their development. A pattern can be in several lists.",
    "became.fresh": "Patterns that began in the last 30 days.",
    "became.rising": "Patterns with a significant rise, corrected for the number of patterns.",
    "became.returned": "Patterns that had stopped and came back in the last 90 days.",
    "fixes.newest": "The five latest fixes with a verdict, newest first.",
    "next30Days": "Null before the first measurement.",
    "map": "The map of the previous measurement while a newer one is computed, as `until` shows; null before the first one."
  },
  "OverviewForecast": {
    "expected": "The expected episodes of all patterns with a forecast together; null if none has one.",
    "patterns": "The patterns most likely to recur, at most five.",
    "gap": "Why there is no forecast; null if there is one.",
    "backtest": "The backtest of these forecasts; null if the history is too short."
  },
  "OverviewMap": {
    "": "The failure map of the last year, limited to the locations with most episodes.",
    "episodes": "The number of episodes in the map. An episode that affected several services is in the cells of each.",
    "changes": "The number of the organisation's opportunities to fail.",
    "services": "At most twelve, most episodes first.",
    "causes": "The causes of the cells, in the order of the `Cause` list.",
    "hotspots": "Sorted by certainty, highest first. No listed folder contains another.",
    "compared": "The number of compared cells and folders, including those without episodes.",
    "gaps": "The data that the map lacks.",
    "gaps.withoutEnvironment": "Episodes that the filter excluded because their environment is unknown.",
    "gaps.servicesWithoutChanges": "Services whose changes are unknown.",
    "cells": "Only cells of these locations with episodes. Sorted by location, then cause."
  },
  "OverviewTrend": {
    "": "Whether the organisation fails less often than before.",
    "unit": "Per hundred changes if the number of changes is known.",
    "ratio": "The rate of the recent window divided by the earlier rate; null if the known time is too short for two windows.",
    "says": "The ratio as a sentence; null without a comparison."
  },
  "Ownership": {
    "": "The teams that own a place in a repository. Names of people in the files are never stored.",
    "repository": "As `owner/name`.",
    "path": "A folder in the repository; null for the whole repository.",
    "teams": "`team` for `@organisation/team`, or the name of the group; empty if only people own the place, or nobody does."
  },
  "PastFix": {
    "": "A fix that was followed by another one, with its effect.",
    "url": "The pull request; null if the issue was closed without one.",
    "mergedAt": "When it was merged or the issue was closed.",
    "deployedAt": "The first production deployment that contains it; null while none is known.",
    "verdict": "Null if the next fix came before a verdict."
  },
  "PathHotspot": {
    "": "A folder whose changes fail more often than those of the rest of its repository.",
    "repository": "As `owner/name`.",
    "path": "A folder without leading or trailing slashes.",
    "changes": "Changes that touched it.",
    "expected": "The number of episodes that its share of the repository's changes would predict."
  },
  "Pattern": {
    "": "A pattern at one moment, without the texts of its members.",
    "name": "A readable phrase.",
    "lesson": "A blameless summary: the condition, what the system allowed, the symptoms, and the resolution.",
    "scenario": "The parts of the lesson. Absent in patterns of earlier versions.",
    "terms": "The terms that distinguish it from other patterns, strongest first.",
    "causes": "All likely causes, the one with the most support among the members first. Each has the confidence of its surest member, rounded to tenths because nothing finer is known. Absent in patterns of earlier versions.",
    "confidence": "How well its members hold together, in [0, 1].",
    "kinds": "The number of members by kind.",
    "harm": "The ranking score: impact hours, severity and recency of incidents, then failed deployments, then reverts. A higher value is worse.",
    "judgement": "A person's latest judgement. Null or absent if nobody judged the pattern."
  },
  "PatternFacets": {
    "": "For each facet, the number of patterns that the list would have with each value, given all other filters. Sorted by count, highest first. Values without a pattern are absent.",
    "kind": "A pattern counts for each kind of failure that it contains.",
    "service": "At most 100 values. A pattern counts for each of its services.",
    "repository": "At most 100 values. A pattern counts for each of its repositories."
  },
  "PatternJudgement": {
    "": "A person's judgement of a pattern: confirmed, or dismissed as not worth watching."
  },
  "PatternMap": {
    "": "The locations of a pattern.",
    "cells": "Only locations with episodes; significant ones first, then by episodes.",
    "compared": "The number of compared locations, including those without episodes.",
    "folders": "Sorted by episodes, most first. Of nested folders with the same episodes only the innermost is listed.",
    "episodesWithPaths": "Episodes with known file paths."
  },
  "PatternMeasurement": {
    "": "The statistics of one pattern.",
    "trend": "Null while too little time is known.",
    "forecast": "Null while too little time is known."
  },
  "PatternOutline": {
    "name": "A readable phrase.",
    "lesson": "A blameless summary: the condition, what the system allowed, the symptoms, and the resolution.",
    "scenario": "The parts of the lesson. Absent in patterns of earlier versions.",
    "terms": "The terms that distinguish it from other patterns, strongest first.",
    "causes": "All likely causes, the one with the most support among the members first. Each has the confidence of its surest member, rounded to tenths because nothing finer is known. Absent in patterns of earlier versions.",
    "confidence": "How well its members hold together, in [0, 1].",
    "kinds": "The number of members by kind.",
    "harm": "The ranking score: impact hours, severity and recency of incidents, then failed deployments, then reverts. A higher value is worse.",
    "judgement": "A person's latest judgement. Null or absent if nobody judged the pattern.",
    "probability30": "The probability of at least one more episode within 30 days; null without a forecast."
  },
  "PatternReport": {
    "": "An immutable description of a pattern. Every claim can be traced to its failures.",
    "coverage": "All failures, and those that belong to a pattern: how complete the picture is.",
    "asOf": "The time up to which failures would be known.",
    "measurement": "The statistics of the pattern; null before the first measurement, absent in reports of earlier versions.",
    "backtest": "The backtest of such forecasts in this organisation. Absent in reports of earlier versions.",
    "map": "The locations of the pattern. Absent before the first measurement and in reports of earlier versions.",
    "choice": "The recommended guardrails with their evidence. Absent in reports of earlier versions.",
    "improvement": "The current improvement; absent if there is none, and in reports of earlier versions.",
    "document": "The readable content. Absent in reports of earlier versions."
  },
  "PatternResponse": {
    "name": "A readable phrase.",
    "lesson": "A blameless summary: the condition, what the system allowed, the symptoms, and the resolution.",
    "scenario": "The parts of the lesson. Absent in patterns of earlier versions.",
    "terms": "The terms that distinguish it from other patterns, strongest first.",
    "causes": "All likely causes, the one with the most support among the members first. Each has the confidence of its surest member, rounded to tenths because nothing finer is known. Absent in patterns of earlier versions.",
    "confidence": "How well its members hold together, in [0, 1].",
    "kinds": "The number of members by kind.",
    "harm": "The ranking score: impact hours, severity and recency of incidents, then failed deployments, then reverts. A higher value is worse.",
    "judgement": "A person's latest judgement; null if nobody judged the pattern.",
    "whyNoImprovement": "Why the policy proposes no improvement; null if there is one, and before the first report."
  },
  "PatternShortlist": {
    "": "The patterns with most episodes, and the total number."
  },
  "PatternSort": {
    "": "The sort key of a list of patterns."
  },
  "PolicyMode": {
    "": "`propose`: a person approves each issue first. `auto`: the policy approves issues within its limits."
  },
  "PolicyResponse": {
    "": "The current policy and who set it. Both are null while the default policy holds."
  },
  "Problem": {
    "": "The body of every error response: problem details (RFC 9457), with a `code` and whether a retry can help.",
    "status": "The HTTP status.",
    "detail": "One line for a person: what is wrong, then what to do.",
    "traceId": "The id under which the log has this request and everything that it caused."
  },
  "ProblemsResponse": {
    "": "`subject` is `account`, `permissions`, `scope` or a stream; `problem` says what is wrong and what to do."
  },
  "Provider": {
    "": "The id of a provider, such as `github`. The registry of `@refrain/connectors` lists the providers that exist. The id is also the first part of the types of its records (`github.commit`) and part of the address of its webhooks."
  },
  "ProviderDescriptor": {
    "": "Describes a provider to clients: its name, scope, connection form and webhook.",
    "summary": "Tells a person who chooses a provider which data it imports.",
    "scope": "Null if everything is imported.",
    "roots": "The first one is the default. Empty for a provider of files.",
    "webhook": "Null if it sends no webhooks.",
    "writes": "Tells a person which writes Refrain makes there.",
    "connectMethods": "The first one is the default. Empty for a provider of files, which are imported."
  },
  "ProviderRoot": {
    "": "An API root that needs no typing.",
    "region": "Null for a provider without regions."
  },
  "ProviderScope": {
    "example": "A pattern, as an example for a person.",
    "excludes": "A plural noun for the things that an empty list leaves out: `forks`. Null if it leaves out nothing."
  },
  "ProviderWebhook": {
    "secretSource": "The side that creates the secret of the deliveries.",
    "instructions": "Tells a person how to create the webhook.",
    "urlLabel": "The label that the provider gives to the address field."
  },
  "ProviderWrite": {
    "": "One line of the audit log: a write at a provider.",
    "place": "The target: `acme/api`, `acme/api#12`, or the id of an incident.",
    "content": "The content without secrets.",
    "connectionId": "The connection that wrote it.",
    "url": "The address of the result.",
    "problem": "Why it failed, and what to do.",
    "completedAt": "The time of the provider's response; null before."
  },
  "PullCheck": {
    "": "A check of the newest commit of an open pull request that resembles changes which failed.",
    "repository": "As `owner/name`.",
    "headSha": "The commit that it is attached to.",
    "patternId": "The pattern that it resembles; null if the similar failures belong to none.",
    "failureIds": "The similar earlier failures, most relevant first.",
    "score": "The calibrated probability in [0, 1] that it causes a failure, and the average of all changes.",
    "url": "Its address; null before it is written."
  },
  "PullCheckState": {
    "": "`pending`: it is not written yet. `shown`: it is on the pull request. `unhelpful`: a person marked it as unhelpful, and the pull request gets no further check. `given_up`: the provider rejected it or did not respond, and it is not written twice."
  },
  "QueueCounts": {
    "isPaused": "Whether an admin paused the queue: none of its jobs starts until it is resumed."
  },
  "RateComparison": {
    "": "The recent window compared with the time before it.",
    "ratio": "The recent rate divided by the earlier one, with a 95 % interval; null stands for an unbounded end.",
    "p": "The p-value of the difference; null if no outcome of so few episodes could be significant."
  },
  "RawRecord": {
    "": "A provider's payload as received, with the key that makes storing it idempotent.",
    "type": "Selects the schema of the payload: `github.pull_request`, `pagerduty.incident`, `archive.incident`.",
    "deliveryKey": "Unique within the connection. The same key means the same content, so that a redelivery is dropped."
  },
  "Recommendation": {
    "rank": "Counts from 1.",
    "confidence": "The probability that an engineer who knows the failures would accept it, in [0, 1].",
    "tried": "Outcomes of the same guardrail in this organisation."
  },
  "Recurrence": {
    "": "The recurrence of a pattern. `new`: it became a pattern in the last 30 days. `returned`: it had stopped and came back in the last 90 days. `quiet`: the time since its last episode is longer than its rate explains. `recurring`: everything else."
  },
  "RefrainEvent": {
    "": "Announces that something happened. It contains only ids; subscribers request the data.",
    "id": "The same in every delivery of the event.",
    "place": "Its position in the order of all events, from which a listener resumes.",
    "patternId": "Null for a digest.",
    "reportId": "Only set for `report_written`.",
    "digestId": "Only set for `digest_written`."
  },
  "ReplayDeadLetters": {
    "": "Selects dead letters; without a filter, all of them."
  },
  "ReplayLikelihood": {
    "": "Whether a replay is likely to succeed: as it is, after the cause is fixed, or not at all."
  },
  "ReplayResponse": {
    "": "How many records are parsed again, and how many cannot be because their payload expired."
  },
  "ReportChange": {
    "": "One difference between two reports of a pattern, in one sentence."
  },
  "ReportChart": {
    "": "A chart. All values are zero or more.",
    "levels": "Reference levels, each over some of the bars (`from` and `to` are inclusive indexes)."
  },
  "ReportDocument": {
    "": "The content of a report, independent of the format: Markdown, a standalone page or the web.",
    "lead": "The most important statement."
  },
  "ReportLink": {
    "targetAt": "Absent in reports of earlier versions.",
    "isConfirmed": "True if a person confirmed it, otherwise absent."
  },
  "ReportMember": {
    "": "A member of a pattern as a report shows it.",
    "excerpt": "The lines of its text that are most relevant to the pattern, with people replaced by roles.",
    "precision": "The precision of both times; absent if they are instants.",
    "evidence": "The reasons for its membership.",
    "answer": "For an incident: whether a change triggered it, and how it was resolved. Absent in reports of earlier versions.",
    "statedResolution": "The passage of its text that states its resolution. Absent if there is none."
  },
  "ReportSection": {
    "id": "Stable, for links and for comparing two reports."
  },
  "ReportSource": {
    "": "A source of statements in a report, which a reader can open.",
    "ref": "The reference in sentences, unique within the report: `E3` an episode, `C2` a change, `P1` a pattern, `R1` a document to read.",
    "excerpt": "The most informative lines of its text."
  },
  "ReportsResponse": {
    "": "The reports of a pattern, newest first."
  },
  "Resolution": {
    "": "How a failure was resolved, as far as is known. At least one of the two fields is set.",
    "stated": "Null if its text states none.",
    "change": "Null if no change is linked. The revert of a reverted change does not count."
  },
  "ResolutionCertainty": {
    "": "How certain it is that a change resolved a failure: a person confirmed it, its estimated probability is at least .9, or it is only possible."
  },
  "ResolutionKind": {
    "": "How a failure was resolved. `retried`: the same deployment succeeded later. `self_resolved`: no resolving change is known."
  },
  "ResolvedBy": {
    "changeId": "The change that resolved it; null if there was none or it is unknown.",
    "confidence": "The estimated probability that it is right, in [0, 1]; 0 if it is `unknown`."
  },
  "ResolvingChange": {
    "": "A change that is linked to a failure as its resolution.",
    "reason": "The strongest evidence for it; null if a person confirmed it."
  },
  "RestartEntry": {
    "": "One line of the restart log (`restarts.jsonl` in the data folder), in which `npm start` records its own start and the ends and restarts of the processes that it supervises. `refrain doctor` reads it.",
    "detail": "Exit code, signal or problem; empty for `started` and `restarted`."
  },
  "RevertTemplate": {
    "": "Reverts of one repository whose titles match one template, so that a person can judge all of them at once.",
    "repository": "As `owner/name`.",
    "reverts": "The number of matching reverts. The verdicts are those from the messages, regardless of people's decisions.",
    "linked": "Reverts that share an episode with an incident or a failed deployment.",
    "examples": "Titles of the newest ones.",
    "lastAt": "The time of the newest one; null if no revert matches a template that a person judged."
  },
  "RevertTemplatesResponse": {
    "": "Sorted by frequency as of the latest clustering; later decisions are included."
  },
  "Role": {
    "": "The permissions of a user. Each role includes the ones before it."
  },
  "Scenario": {
    "": "The parts of a pattern's lesson; null if a part is unknown. `condition` continues \"when\", `allowed` continues \"the system lets\"; the other two are sentences."
  },
  "Scope": {
    "": "The permission of a token: a role everywhere (`viewer`), or in one part of the API (`search:viewer`, `connections:admin`)."
  },
  "ScopeNamesResponse": {
    "": "The names of services and repositories that have failures or catalogue entries, sorted, to choose from.",
    "repositories": "As `owner/name`."
  },
  "ScopeRefinement": {
    "": "Lists of a connection's scope that narrow down what is imported from the selected repositories."
  },
  "ScopeSelection": {
    "": "The list of a connection's scope that names what is imported."
  },
  "SearchMatch": {
    "score": "In (0, 1). One half means that the two are as similar as nearest neighbours are on average.",
    "resolution": "Null if its text states none and no change is linked.",
    "evidence": "Why it is similar; the weights add up to the score except for rounding."
  },
  "SearchQuestion": {
    "": "The query: a pasted text, a stored failure, or the address of a page at a provider.",
    "limit": "The maximum number of matches in the response.",
    "service": "Only failures of this service, or in this environment, in any letter case."
  },
  "SearchResponse": {
    "asked": "The interpretation of the query; for a text, both id and title are null.",
    "verdict.confidence": "In [0, 1]. If seen before: the confidence of the pattern, otherwise the score of the best match. If not: 1 minus the larger of that score and the probability of the most likely pattern, times the searched share of the failures.",
    "matches": "Sorted best first.",
    "searched": "The number of searched failures, and of all failures.",
    "complete": "False while the index is being built; failures that are not indexed yet cannot be found."
  },
  "Season": {
    "": "A day or hour at which significantly more episodes begin."
  },
  "SecurityResponse": {
    "": "The security settings of the installation, for its operator.",
    "publicUrl": "The address at which people and webhooks reach the installation.",
    "trustsProxies": "Whether proxies are configured whose forwarded client addresses are trusted.",
    "signInBy": "The identity providers by which people sign in.",
    "allowsSignInLinks": "Whether people can also sign in by links, which bypass a provider's second factor.",
    "people": "The number of users who may sign in, and how many of them are admins.",
    "lastingTokens": "The names of tokens that do not expire."
  },
  "SessionResponse": {
    "": "The user who is signed in."
  },
  "SessionVia": {
    "": "How a session began: by a sign-in link or through an identity provider."
  },
  "SessionsResponse": {
    "": "Sorted by last use, newest first."
  },
  "SharedFolder": {
    "": "A folder that several episodes of a pattern have in common.",
    "repository": "As `owner/name`.",
    "episodeIds": "Sorted by time."
  },
  "SignInLinkResponse": {
    "": "A link that signs a browser in once."
  },
  "SignInMethod": {
    "": "How a user signs in: by a link that an admin created, through the organisation's OpenID Connect provider, or with GitHub."
  },
  "SignInMethodsResponse": {
    "": "The identity providers by which people sign in, each with the page that starts its sign-in.",
    "allowsLinks": "Whether sign-in links work too."
  },
  "Span": {
    "": "The likely range of a value; the name of its field states the unit."
  },
  "StatedResolution": {
    "": "The passage of a failure's text that states what resolved it.",
    "quote": "Verbatim except for white space and markup of lists and tables; line breaks stay. At most 3 sentences and 58 words.",
    "confidence": "In [0, 1]: the share of such quotations in which a reader saw the resolution."
  },
  "Statement": {
    "": "One sentence, or several with the same sources. It contains external text verbatim: the renderer must escape it.",
    "refs": "The refs of its sources.",
    "method": "How a figure in it is computed; null if the sources state it."
  },
  "StatusResponse": {
    "unassigned": "Failures in no pattern, because the evidence is too weak or they happened once. `of` counts all failures without duplicates and without those that were dismissed.",
    "pending": "Records that are stored but not yet parsed.",
    "busy": "Whether any data are still being processed."
  },
  "StreamProgress": {
    "": "The progress of one independent, resumable part of a backfill: `pulls:acme/api`, `incidents`.",
    "records": "Records ingested so far.",
    "expected": "The estimated total by what was read so far; null if the provider gives no hint.",
    "problem": "Why it failed and what to do."
  },
  "Subscription": {
    "": "An external receiver of events. Its address and secret are never shown again.",
    "kind": "`webhook`: a signed request by Standard Webhooks. `slack`: a message to an incoming webhook of Slack or a compatible service.",
    "address": "The part of the address that is not secret.",
    "scope": "Its scope of events: the organisation has all patterns and its own digests.",
    "period": "The kind of digests that it receives; null means both.",
    "state": "`off` after days of failures; a successful test switches it on again.",
    "reason": "Why it is off.",
    "lastProblem": "The problem of the latest delivery; null if it succeeded.",
    "pending": "Events that are still to be delivered, and those that were given up in the last 30 days."
  },
  "SubscriptionTestResponse": {
    "": "Whether a test message was delivered, and the problem if not."
  },
  "TimePrecision": {
    "": "The precision of a time. An instant of precision `minute`, `day` or `month` is the beginning of that period in UTC. Ordered from the finest to the coarsest."
  },
  "TimeZone": {
    "": "An IANA time zone name."
  },
  "TitleTemplate": {
    "": "A pattern for titles of changes that differ in single words: `*` matches exactly one word, every other word itself in any letter case, such as `Drain * for maintenance`."
  },
  "TokensResponse": {
    "": "Sorted oldest first; expired tokens are included."
  },
  "Trend": {
    "": "The rate of episodes and its trend.",
    "id": "The id of the pattern or the name of the service; empty for the organisation.",
    "observedFrom": "Since when it could have happened: the beginning of the period, or of the first change to a new service.",
    "recentFrom": "The beginning of the recent window; null if the time is too short for one.",
    "per100Changes": "Null if the number of changes is unknown.",
    "changePoints": "Change points of the weekly rate, earliest first; empty if the test is not significant.",
    "dispersion": "The estimated ratio of variance to mean of the counts, at least 1. If it is higher, episodes come in bursts and are less informative."
  },
  "TrendDirection": {
    "": "The direction of a rate. `steady`: a change by half or more is ruled out. `no_clear_change`: the data fit a constant rate and others too. `too_few`: no outcome of so few episodes in so little time would be significant."
  },
  "TrendMeasure": {
    "overall": "Over the whole observed time.",
    "comparison": "Null if the time or the exposure is too short for two windows.",
    "test": "Per week: the comparison and the change point search combined; per changes: the comparison. Null if no outcome could be significant."
  },
  "TrendRate": {
    "": "Episodes per unit of exposure, with a 95 % interval.",
    "exposure": "In weeks of seven days or hundreds of changes; above 0."
  },
  "TrendTest": {
    "": "The test of a constant rate.",
    "p": "The p-value of the test.",
    "q": "`p` adjusted by Benjamini and Hochberg over all simultaneous tests."
  },
  "TrendWeek": {
    "week": "An ISO 8601 week in UTC: `2026-W03`.",
    "days": "The number of observed days, in (0, 7].",
    "changes": "Null if the number of changes is unknown."
  },
  "Trends": {
    "": "The trends of one period. Each of the three scopes is a separate family for the false discovery rate.",
    "significance": "The upper limit of `p` for a rising or falling trend; the next field limits `q`.",
    "falseDiscoveryRate": "The average share of false ones among them is at most this.",
    "services": "Sorted by name.",
    "patterns": "Sorted by id."
  },
  "Trigger": {
    "": "The event that started the failure. It is distinct from the cause: a deployment is a trigger, and the defect that it contained is the cause."
  },
  "TriggerCell": {
    "per100Changes": "Null if the location or its changes are unknown.",
    "per100Episodes": "The share of this kind among all episodes of the location. Null if the location is unknown.",
    "standsOut": "Whether the cell is above the organisation's rate per change and per day, so that frequent or rare changes do not explain it. Without known changes: per day and among the location's own episodes, so that its size does not explain it."
  },
  "UndoRequest": {
    "": "The request that undoes a write, relative to the root of the provider's API.",
    "expects": "Undo only if the text is unchanged; null if nobody but Refrain edits it."
  },
  "UnreadableRecordsResponse": {
    "": "Sorted newest first.",
    "deliveryKey": "The sender's id of the delivery."
  },
  "User": {
    "": "A user who may sign in. No analysis contains anything about users.",
    "lastSeenAt": "Exact to a minute; null before the first request.",
    "isDisabled": "Whether the user may no longer sign in. Past decisions keep the user's name."
  },
  "UserChange": {
    "": "Fields that are absent stay unchanged."
  },
  "UsersResponse": {
    "": "Sorted oldest first."
  },
  "VisibleName": {
    "": "A name that a person gives to a user or token."
  },
  "WantedCheck": {
    "": "The content of a check.",
    "title": "One line.",
    "summary": "Markdown of at most 65,535 characters.",
    "detailsUrl": "The address of the details; null if the public address of Refrain is not configured."
  },
  "WebhookResponse": {
    "": "The address to which the provider sends events, and the secret that signs them. The secret is null while only the provider has it."
  },
  "WebhookState": {
    "": "Whether the provider sends events. `none`: nobody requested them. `refused`: the credential may not create the webhook, or the provider cannot reach the address. `silent`: it exists but its ping has not arrived. `active`: events arrive. `disabled`: it was switched off.",
    "problem": "The problem and what to do; null if there is none.",
    "checkedAt": "The time of the latest request for its state.",
    "deliveredAt": "The time of the latest delivery with a valid signature.",
    "isSecretDue": "Whether a new secret was requested and is not in use yet: the provider has not created it, or has not received ours."
  },
  "WordingEdit": {
    "": "The replacement of the text from `start` to `end`, in UTF-16 units."
  },
  "WordingFinding": {
    "start": "The position of the words in UTF-16 units of the text; `end` is exclusive.",
    "words": "The words, verbatim.",
    "reason": "Why it is a problem, in one sentence.",
    "suggestion": "The sentence with the system as its subject, or a question if no safe rewording exists.",
    "edit": "The edit that applies the suggestion; null if it is a question. The edits of one text do not overlap."
  },
  "WordingKind": {
    "": "Why a wording blames people instead of describing the system."
  },
  "WordingResponse": {
    "findings": "The first 500 findings in the order of the text; they do not overlap.",
    "hasMore": "Whether the text has more findings than are listed.",
    "reworded": "The text with every edit applied."
  },
  "WorkingTime": {
    "": "When people work. All other time is out of hours.",
    "workday": "The hours of the day during which people work; all others are out of hours.",
    "weekend": "The days of the week on which nobody works; 1 is Monday."
  },
  "WriteAction": {
    "": "Everything that Refrain writes at a provider, as a closed list."
  },
  "WriteReason": {
    "": "Why something is written, and who decided it: the name of a token, the page, a rule, or the address of a comment."
  },
  "WriteState": {
    "": "`planned`: listed by a dry run, never sent. `begun`: being sent. `unknown`: no response came, so it may have succeeded. `refused`: the provider rejected it. `undone`: a later write reverted it."
  }
};
