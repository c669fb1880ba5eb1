/** Generated from the comments of the schemas: npx vitest run -u --project stored test/contract */
export const descriptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "ApiToken": {
    "owner": "The user who created the token.",
    "parentId": "The id of the token that created this token; revoking it ends both. Null if a person created this token.",
    "expiresAt": "When the token expires; null if it does not expire.",
    "lastUsedAt": "When the token was last used, exact to a minute; null if never."
  },
  "ArchiveColumn": {
    "": "A column of an imported file.",
    "field": "The field that the column fills; null if the column is not imported.",
    "section": "The heading under which the text contains the column if it fills the text; null if the text contains it without a heading.",
    "samples": "The first values of the column, shortened."
  },
  "ArchiveField": {
    "": "A field that a column of an imported file can fill."
  },
  "ArchiveFileFormat": {
    "": "`markdown` is JSON Lines with one object per Markdown file: its `name` and its `text`."
  },
  "ArchiveImportResponse": {
    "": "The number of received records, and what the import did with them.",
    "stored": "The number of received records that were not stored before.",
    "changed": "The number of stored records that replace a stored record with the same id and other content."
  },
  "ArchivePreviewRecord": {
    "": "A record of a file as Refrain would import it.",
    "text": "The beginning of the text."
  },
  "BackfillProgress": {
    "since": "The earliest time from which history was requested; null for all history.",
    "state": "`running` while history is imported. Afterwards `done`, even while a sync reads what is new.",
    "syncedAt": "When a stream whose history is imported was last read; null if there is none.",
    "records": "The number of records of the newest pass over each stream.",
    "expected": "The estimated number of records of all streams; null before the first stream begins or if a stream has no estimate.",
    "pending": "The number of stored records that are waiting to be parsed.",
    "perSecond": "Records per second over the last minute; null during the first ten seconds, and while no records arrive.",
    "secondsLeft": "Seconds until all expected records are stored, at the current rate; null if the rate or `expected` is unknown."
  },
  "BacklogAge": {
    "": "The age in seconds of the oldest item that is waiting for each stage; 0 if nothing is waiting.",
    "parse": "The age in seconds of the oldest stored record that is waiting to be parsed; 0 if none is waiting.",
    "cluster": "The age in seconds of the oldest failure that is not clustered yet; 0 if none waits.",
    "report": "The age in seconds of the oldest failure that is clustered but not in a report of its pattern yet; 0 if none waits."
  },
  "BacklogResponse": {
    "": "The waiting work, and how long it has waited.",
    "queues": "The number of jobs by queue.",
    "queues.oldestSeconds": "The time in seconds for which the oldest job that can start has waited; 0 if none waits.",
    "pending": "The number of stored records that are waiting to be parsed.",
    "deadLetters": "The number of dead letters that nobody replayed or discarded yet, by kind and queue.",
    "aheadSeconds": "The seconds by which the latest stored time is ahead of the database clock; 0 if below 60. A value above 0 means that the time or the clock is wrong."
  },
  "Backtest": {
    "": "Compares forecasts that are computed as of past dates, only from earlier data, with what happened afterwards.",
    "from": "The first past date as of which a forecast is computed; null if the history is too short.",
    "until": "The last past date as of which a forecast is computed; null if the history is too short.",
    "origins": "The number of past dates as of which forecasts are computed."
  },
  "BrowserSession": {
    "": "The session of a signed-in browser.",
    "client": "The browser and operating system, such as `Firefox on Linux`; null if the browser does not send them.",
    "lastUsedAt": "When the session was last used, exact to a minute.",
    "expiresAt": "When the session ends at the latest. Without use, a session ends after a day.",
    "isCurrent": "Whether this request belongs to the session."
  },
  "CalibrationBin": {
    "": "The backtested forecasts whose probability was from `from` to `to`, and how often an episode followed."
  },
  "CandidateChange": {
    "": "A change that may have triggered an incident. Its author is omitted, because authorship is not evidence.",
    "score": "The estimated probability that this change triggered the incident, 0 to 1. The scores of one incident add up to at most 1.",
    "evidence": "The evidence for this change, strongest first."
  },
  "CatalogueDraft": {
    "": "A catalogue entry that is not stored yet.",
    "service": "The name of the service in PagerDuty or in the catalogue file.",
    "repository": "The repository as `owner/name`.",
    "path": "The folder that the service runs from; null for the whole repository.",
    "environment": "The environment to which the entry applies; null if it applies to all environments.",
    "score": "The confidence of a suggestion, 0 to 1; always 1 for entries from a file or a person."
  },
  "CatalogueEntry": {
    "": "The statement that a service runs from a repository, its evidence, and whether a person confirmed or rejected it.",
    "service": "The name of the service in PagerDuty or in the catalogue file.",
    "repository": "The repository as `owner/name`.",
    "path": "The folder that the service runs from; null for the whole repository.",
    "environment": "The environment to which the entry applies; null if it applies to all environments.",
    "score": "The confidence of a suggestion, 0 to 1; always 1 for entries from a file or a person."
  },
  "CatalogueImportResponse": {
    "items": "The entries of the file that were stored, because their services are known.",
    "problems": "The parts of the file that could not be used, each with the reason."
  },
  "CatalogueOrigin": {
    "": "The source of a catalogue entry: Refrain's analysis of names and texts, a file in the repository, or a person."
  },
  "CatalogueSuggestionResponse": {
    "": "Confirms that suggestions were requested. They are computed in the background and then appear in the list of entries."
  },
  "Cause": {
    "": "The weakness in the system that made a failure possible."
  },
  "CauseAssessment": {
    "confidence": "The estimated probability that the cause is right, 0 to 1; 0 for the cause `unknown`.",
    "evidence": "The words of the text, and signals such as a path, that support the cause.",
    "causes": "All causes that are likely enough to show, most likely first. Some are too unlikely to be the `cause`."
  },
  "Change": {
    "externalId": "The provider's id, unique per connection and kind (`acme/api#12`, `acme/api#deployment/42`, `acme/api@<sha>`).",
    "repository": "The repository as `owner/name`, or the service if the provider names no repository.",
    "sha": "The merge commit of a pull request, the deployed commit of a deployment, or the commit itself.",
    "parents": "The parents of a commit, first parent first; empty for other kinds.",
    "number": "The number of the pull request. For a commit, the number of the pull request that its subject names.",
    "branch": "The head branch of a pull request.",
    "base": "The branch that a pull request was merged into; null for the default branch or an unknown one.",
    "succeeded": "Whether a deployment succeeded; null while the deployment runs, and for other kinds of changes."
  },
  "ChangeAssessment": {
    "": "The assessment of which changes triggered and resolved an incident.",
    "confidence": "The estimated probability of the verdict, 0 to 1. For `undecided`, the probability of the likelier other verdict.",
    "isDecided": "Whether a person decided the verdict.",
    "candidates": "Candidate changes, most likely first."
  },
  "ChangeDraft": {
    "externalId": "The provider's id, unique per connection and kind (`acme/api#12`, `acme/api#deployment/42`, `acme/api@<sha>`).",
    "repository": "The repository as `owner/name`, or the service if the provider names no repository.",
    "sha": "The merge commit of a pull request, the deployed commit of a deployment, or the commit itself.",
    "parents": "The parents of a commit, first parent first; empty for other kinds.",
    "number": "The number of the pull request. For a commit, the number of the pull request that its subject names.",
    "branch": "The head branch of a pull request.",
    "base": "The branch that a pull request was merged into; null for the default branch or an unknown one.",
    "succeeded": "Whether a deployment succeeded; null while the deployment runs, and for other kinds of changes."
  },
  "ChangeFailRate": {
    "": "The share of failed deployments. `reasons` counts each failed deployment once, in the first field that applies."
  },
  "ChangeKind": {
    "": "The kind of change. A `commit` is on the default branch, pushed directly or created by a merged pull request."
  },
  "ChangePoint": {
    "": "A change of the weekly rate: from `before`, since the previous change point, to `after`, until the next one.",
    "earliest": "The start of the 95 % interval of the time `at`.",
    "latest": "The end of the 95 % interval of the time `at`.",
    "p": "The p-value of the difference between `before` and `after`."
  },
  "ChangeSummary": {
    "": "A change without its author. Null if the change was deleted.",
    "externalId": "The provider's id, unique per connection and kind (`acme/api#12`, `acme/api#deployment/42`, `acme/api@<sha>`).",
    "repository": "The repository as `owner/name`, or the service if the provider names no repository.",
    "sha": "The merge commit of a pull request, the deployed commit of a deployment, or the commit itself.",
    "parents": "The parents of a commit, first parent first; empty for other kinds.",
    "number": "The number of the pull request. For a commit, the number of the pull request that its subject names.",
    "branch": "The head branch of a pull request.",
    "base": "The branch that a pull request was merged into; null for the default branch or an unknown one.",
    "succeeded": "Whether a deployment succeeded; null while the deployment runs, and for other kinds of changes."
  },
  "ChangeVerdict": {
    "": "Whether a change triggered an incident. `change`: a known change did. `not_change_related`: no change of the organisation did. `undecided`: the evidence is insufficient."
  },
  "CheckedPullRequestOutcome": {
    "": "A checked pull request's outcome. `failed`: merged and caused a failure. `not_merged`: open, or closed unmerged."
  },
  "Completeness": {
    "accounts": "The number of connections to accounts.",
    "imported": "How many of these hold imported files, which cannot be compared with a provider. Absent in old digests.",
    "problems": "The problems of the accounts that need attention.",
    "gaps": "The number of days on which the provider has records that are not stored.",
    "uncompared": "The number of streams whose records were never compared with the provider. Absent in old digests.",
    "unassigned": "The number of failures that belong to no pattern; `of` is the number of all failures."
  },
  "CompletenessCheckResponse": {
    "": "The number of streams whose completeness check began."
  },
  "CompletenessDay": {
    "": "The completeness of one stream on one day: how many records exist at the provider, and how many are stored.",
    "day": "The day in UTC as `YYYY-MM-DD`.",
    "stored": "The number of records that exist at the provider and are stored."
  },
  "CompletenessResponse": {
    "existing": "The number of records that the provider has for the period from `since` to `until`.",
    "stored": "The number of records that the provider has for the period and that are stored.",
    "gaps": "All days with missing records, including days outside the period; newest first.",
    "days": "The days on which the provider has records, sorted by day, then stream.",
    "uncompared": "Streams that have never been compared with the provider."
  },
  "ConnectFormField": {
    "name": "The name of the field. `account`, `baseUrl`, `region`, `credential` and `webhookSecret` are also fields of `POST /v1/connections`.",
    "isAdvanced": "Whether the form hides the field among the advanced fields.",
    "options": "The options of a field of kind `choice`; the first one is the default.",
    "credentialPart": "The field of the JSON credential to which the value belongs; null if the value is not part of the credential."
  },
  "ConnectMethod": {
    "": "One kind of credential by which an account can be connected.",
    "instructions": "How a person creates the credential. `{link}` is replaced by `link`.",
    "registersApp": "Whether a person creates an app in the browser (`POST /v1/github-apps`) instead of entering a credential.",
    "credentialKind": "The field `kind` of a JSON credential; null for a plain token. The other fields of the credential are the form fields with a `credentialPart`.",
    "advancedTitle": "The title of the advanced fields in the form.",
    "listsKeyKinds": "Whether `permissions` lists kinds of keys instead of permissions."
  },
  "ConnectPermission": {
    "access": "The required access, `read` or `read and write`; null if the permission's name contains it.",
    "effect": "The features that need the permission, as text for people. If `listsKeyKinds` is true: the features that work with this kind of key."
  },
  "ConnectResponse": {
    "health": "The result of the connection test; null for an archive.",
    "webhook": "The webhook of the connection; null for an archive."
  },
  "Connection": {
    "": "A connection without its credential and webhook secret.",
    "account": "The GitHub organisation or user, the PagerDuty subdomain, or the name of an archive. Unique per API root.",
    "baseUrl": "The root URL of the provider's API without a trailing slash; null for an archive.",
    "statusReason": "Why the connection needs attention and what to do; null while it is active."
  },
  "ConnectionCheckResponse": {
    "": "A preview of the data that a connection would import.",
    "matched": "The repositories or services that would be imported.",
    "unmatched": "Globs and folders of the scope that match no visible repository or service.",
    "streams": "The streams that would be imported independently, such as `pulls:acme/api`."
  },
  "ConnectionHealth": {
    "": "The result of a connection test: the account, the accessible data and the request limit.",
    "visible": "Repositories or services that the credential can see.",
    "missing": "Missing permissions. `costs` names the feature that does not work without the permission.",
    "budget": "The provider's rate limit; null if the provider's response does not state it.",
    "respondedAt": "The time of the response by the provider's clock; null if the response has no time."
  },
  "ConnectionProblemsResponse": {
    "": "The problems of a connection. `subject` is `account`, `permissions`, `scope` or the name of a stream."
  },
  "ConnectionScope": {
    "": "The part of an account that is imported, as globs that match `owner/name` or service names. An empty list means all.",
    "environments": "Globs of environments. Only deployments to matching environments are imported; an empty list means all.",
    "workflows": "GitHub Actions workflows, by name or path, whose failed runs count as failed deployments. Empty means none.",
    "incidentLabels": "Issues with one of these labels count as incidents; an empty list means that no issue does.",
    "postmortemFolders": "Folders with post-mortems in Markdown, as `owner/name:path/of/folder`."
  },
  "ConnectionSummary": {
    "isActive": "Whether the connection has no problem.",
    "lastReceivedAt": "The time of the latest webhook event; null if there was none.",
    "webhook": "The state of the webhook at the provider.",
    "existing": "The number of records that the provider has for the last 30 days.",
    "stored": "The number of records that the provider has for the last 30 days and that are stored.",
    "unreadable": "The number of records that could not be parsed."
  },
  "ControlChart": {
    "": "A u chart: each week's rate of episodes (per week or 100 changes), with the control limits of a constant rate.",
    "kind": "`u` assumes Poisson counts. `u_prime` is Laney's chart, with wider limits for counts that vary more.",
    "centre": "The number of episodes divided by the exposure, over all weeks; null without exposure.",
    "widening": "Laney's sigma z: the factor by which the limits are wider than those of a `u` chart. 1 for a `u` chart.",
    "signals": "The signals of the chart, sorted by time.",
    "runLength": "The number of consecutive points on one side of the centre line that form a run.",
    "falseAlarmProbability": "For each rule, the probability that a chart of this length shows a signal although the rate is constant."
  },
  "ControlChartPoint": {
    "week": "The ISO 8601 week, such as `2026-W03`.",
    "exposure": "The week's exposure in weeks or hundreds of changes (see `unit`). At 0, `value`, `low` and `high` are null.",
    "low": "The lower control limit; a lower value is a signal.",
    "high": "The upper control limit; a higher value is a signal."
  },
  "ControlChartRule": {
    "": "The rule of a signal: a point outside the limits, or a run of consecutive points on one side of the centre line."
  },
  "ControlChartSignal": {
    "fromWeek": "The first week of the signal.",
    "toWeek": "The last week of the signal."
  },
  "CorrectionAction": {
    "": "The effect that several corrections have together. Other corrections describe themselves."
  },
  "CorrectionDecision": {
    "": "A person's decision about failures, links or patterns, which every later clustering obeys.",
    "patternId": "The pattern that is renamed.",
    "failureId": "A failure whose pattern is named; used for a pattern that only the next clustering creates.",
    "cause": "The decided cause. If it is absent, the current cause stays.",
    "trigger": "The decided trigger. If it is absent, the current trigger stays.",
    "statement": "The statement that is decided. A correction of the kind `cause` decides the trigger.",
    "quote": "The passage of the failure's title or text that makes the statement; null if none does. Each line of the quotation must occur in the title or the first 60,000 characters of the text, apart from white space and markup.",
    "mechanism": "The name of the mechanism, only for the statement `mechanism`. Absent if the report states no mechanism.",
    "right": "`true` confirms the pattern; `false` dismisses it as not worth watching."
  },
  "CorrectionSet": {
    "": "The step in which corrections were made. Its fields are null where they do not apply."
  },
  "CorrectionSetRequest": {
    "": "Corrections that a person made in one step. They are listed as one decision and undone together.",
    "patternId": "The pattern that is merged or split, or whose episodes are moved.",
    "otherPatternId": "The other pattern of a merge, or the target of a move.",
    "episodes": "The number of episodes that a split or move concerns."
  },
  "CorrectionSetResponse": {
    "": "The step that was stored, and its corrections in the order of the request."
  },
  "CorrectionsResponse": {
    "": "Corrections, oldest decision first."
  },
  "Cost": {
    "": "The estimated cost of episodes. A cost that is unknown counts as 0.",
    "impact": "The hours of impact. `high` is the 90th percentile per episode; null if fewer than ten durations are known.",
    "pages.all": "Incidents of high urgency, each of which paged somebody.",
    "pages.outOfHours": "Incidents of high urgency that began outside of working time.",
    "pages.unknownUrgency": "The number of incidents of unknown urgency, which may have paged somebody.",
    "people.total": "The people-hours of all episodes with known durations; null if no duration is known.",
    "people.perEpisode": "The people-hours per episode: the median of the low estimates and the median of the high estimates.",
    "people.withDuration": "The number of episodes with known durations: those in which all incidents have a known end.",
    "people.withResponders": "The number of episodes whose incidents state how many people responded. For other episodes, the number is assumed.",
    "avoided": "The cost that is saved if one episode is avoided: the median cost of an episode."
  },
  "CostAssumption": {
    "label": "The quantity that the assumption estimates, as a phrase.",
    "source": "Where the range comes from: a publication, the organisation's settings, or a note that it is an assumption."
  },
  "CostAssumptionName": {
    "": "The name of an assumption that is used where the data do not state how much time people spent."
  },
  "CostPart": {
    "": "One summand of the estimated people-hours.",
    "computation": "How the hours are computed, as a phrase that names the factors."
  },
  "CostSettings": {
    "": "An organisation's settings for the estimation of people's time.",
    "workday": "The hours of the day during which people work; all other hours are out of hours.",
    "weekend": "The days of the week on which nobody works; 1 is Monday.",
    "assumptions": "Ranges that replace the default assumptions."
  },
  "CostlyEpisode": {
    "": "One of the few episodes that account for most of the impact of a digest.",
    "episodeId": "The id of the episode, which is also the id of its first failure."
  },
  "DeadLetter": {
    "": "A job, record or delivery that was given up and waits for a person to replay or discard it. It blocks no other work.",
    "at": "When the last attempt failed; for a record, when it arrived.",
    "queue": "The queue to which the job, record or delivery belongs.",
    "name": "The name of the job, the type of the record, or the type of the event.",
    "subject": "What is affected: ids, the provider's key of a record, or the part of a receiver's URL that is not secret.",
    "connectionId": "The connection whose data was processed; null if no connection was involved.",
    "subscriptionId": "The subscription of a delivery; null for other kinds.",
    "code": "The code of the error; null if only its message is known.",
    "problem": "The problem in one line.",
    "attempts": "The number of failed attempts.",
    "isReplaying": "Whether a replay was requested and has not ended yet.",
    "advice": "The recommended action, in one or two sentences."
  },
  "DeadLetterKind": {
    "": "`job`: a job that failed every attempt. `record`: an unparsable payload. `delivery`: an undeliverable event."
  },
  "DeadLetterReplayResponse": {
    "replayed": "The number of dead letters that are replayed.",
    "notReplayed": "The number of selected dead letters that cannot be replayed."
  },
  "DeadLettersResponse": {
    "": "Dead letters, newest first."
  },
  "Decider": {
    "": "The author of a decision, with the names at the time of the decision: names can change and users can be deleted.",
    "userId": "The id of the user; null for an unknown user and for the policy.",
    "viaId": "The id of the token or session; null if the decision was made without a token or session.",
    "tokenName": "The name of the token; null if the decision was made without a token."
  },
  "Decision": {
    "": "One line of the audit log of decisions.",
    "operation": "The operation id of the API, or a name such as `signIn` for a decision that is not made through a route.",
    "what": "A short description of the operation.",
    "subject": "The ids of the target; the keys are the names of path parameters. `created` is the id of a new object.",
    "detail": "The values that were chosen, and for some settings the previous values.",
    "mentions": "The objects whose ids `subject` and `detail` contain.",
    "undone": "States who undid the decision, and when; null if it still applies or cannot be undone."
  },
  "DecisionChannel": {
    "": "How a decision was made: in a browser session, with a token, by a sign-in link, through an identity provider, by a comment on GitHub, or by the improvement policy in mode `auto`."
  },
  "DecisionDetail": {
    "": "Short facts about a decision: ids, names that people gave, numbers. They never contain a secret or ingested text."
  },
  "DecisionMention": {
    "": "An object that a decision mentions by its id, with its present name. A deleted object is not listed.",
    "name": "The name of the object; for an improvement, the name of its pattern."
  },
  "DecisionState": {
    "": "`begun` means that it is unknown whether the decision took effect, because a process failed midway."
  },
  "DecisionsResponse": {
    "": "Decisions, newest first."
  },
  "DeliveryFigures": {
    "": "The five DORA metrics as of January 2026 (dora.dev/guides/dora-metrics)."
  },
  "DeliveryMetrics": {
    "environments": "The names of the environments that count as production.",
    "repositories": "Repositories with deployments, sorted by name, not by a metric: DORA advises against comparing applications."
  },
  "DeploymentFrequency": {
    "attemptsFailed": "The number of deployment attempts that failed. These attempts do not count as deployments.",
    "perWeek": "Deployments per week, with a 95 % interval.",
    "daysWithOne": "The share of days (UTC) with at least one deployment."
  },
  "DeploymentReworkRate": {
    "": "The share of deployments that were rework. `reasons` counts each rework once, in the first field that applies."
  },
  "Digest": {
    "": "An immutable summary of a week or month.",
    "impactHours": "The sum of the known durations of the episodes in the period, each at most 24 hours; null if none is known.",
    "impactHoursBefore": "The impact hours of the preceding period of the same length.",
    "costliest": "At most three episodes that account for half of the impact or more, most hours first; empty if no so few do.",
    "changes": "The number of changes in the period; null if no change is known.",
    "patterns": "The patterns that had an episode or whose recurrence changed in the period, most episodes first.",
    "fixVerdicts": "The numbers of fixes whose effect was measured in the period, by the verdict.",
    "asOf": "The time of the newest failure that the digest considers."
  },
  "DigestPeriod": {
    "": "A week from Monday to Monday, or a calendar month, in UTC. `until` is exclusive."
  },
  "DigestScope": {
    "": "The failures that a digest covers: all, those of a service, or those in the repositories and folders of a team."
  },
  "DigestedPattern": {
    "": "How a pattern developed in the period of a digest.",
    "episodes": "The number of episodes in the period.",
    "episodesBefore": "The number of episodes in the preceding period of the same length.",
    "impactHours": "The sum of the known durations of the episodes in the period, each at most 24 hours; null if none is known.",
    "recurrence": "How the pattern recurred as of the end of the period; null if its failures did not form a pattern yet.",
    "newRecurrence": "The value of `recurrence` if it is new in this period, else null. Absent in digests of earlier versions.",
    "direction": "Whether the rate rises or falls significantly, corrected for the number of patterns; null if it does neither.",
    "probability": "The probability of at least one episode in the next period; null without a forecast."
  },
  "DiscardDeadLetterRequest": {
    "reason": "Why the dead letter is discarded, for the audit log."
  },
  "DurationQuantile": {
    "": "A quantile of durations in hours, with a 95 % interval. Each of the three values is null if it cannot be determined."
  },
  "DurationSummary": {
    "": "The distribution of durations. It has no mean, because a few very long durations would dominate the mean (Davidovič and others, \"Incident Metrics in SRE\", 2021; the VOID report, 2022).",
    "completed": "The number of durations with a known end.",
    "open": "The number of durations that have not ended yet. They count as censored observations.",
    "unknown": "The number of durations whose end is unknown. The quantiles ignore them.",
    "method": "`kaplan_meier` if some durations are ongoing, otherwise `order` for order statistics.",
    "histogram": "The number of ended durations by length, in bins of hours. Each bin is about three times as wide as the previous; the last has no upper end."
  },
  "EarlierResolution": {
    "": "How an earlier failure was resolved, and when that failure occurred.",
    "stated": "The passage that states the resolution; null if the text has none.",
    "change": "The change that resolved the failure; null if none is known or the failure is itself a reverted change.",
    "source": "The failure that was resolved: one that the query repeats, a similar one, or another one of the same pattern."
  },
  "Effect": {
    "": "How a pattern developed after its fix, as known at `until`. A verdict never changes once it is reached.",
    "decidedAt": "When the verdict was reached; null while it is too early.",
    "monitoringEndsAt": "When monitoring of the fix ends.",
    "weeksNeeded": "The weeks without an episode that lead to the verdict `held`; null after a verdict, or if no number of weeks would.",
    "per100Changes": "Rates per 100 changes; null if too few changes are known.",
    "explanation": "The verdict and its reasons in plain sentences."
  },
  "EffectRates": {
    "": "The rates of episodes before and after a fix, per week or per 100 changes.",
    "expectedRate": "The rate that would be expected without the fix, given the trend of all patterns; in the unit of `before`.",
    "expected": "The number of episodes that would be expected in the time since the fix if there had been no fix.",
    "after": "The rate after the fix; null if there was no exposure after the fix.",
    "ratio": "The rate after the fix divided by the expected rate, with a 95 % interval; null without exposure after the fix."
  },
  "EffectVerdict": {
    "": "Whether a fix worked. `held`: the rate of episodes is lower. `came_back`: the rate is not lower, and too high for a fix that prevents three of four episodes. `not_distinguishable`: monitoring ended without a clear result. `too_early`: monitoring continues."
  },
  "EncryptionKeyStatus": {
    "": "A key that encrypts stored data.",
    "id": "The id of the key: 8 hexadecimal digits that reveal nothing about the key.",
    "isPresent": "Whether the key encrypts new data.",
    "isGiven": "Whether the settings of the responding process contain the key.",
    "isNeeded": "Whether data are encrypted with the key, or may soon be. A key that is not needed can be removed."
  },
  "EncryptionStatus": {
    "rotation": "The current or latest rotation; null if there has been none."
  },
  "Episode": {
    "": "The failures of one event. The id of the earliest failure is also the id of the episode."
  },
  "Erasure": {
    "": "An erasure. The name of the repository or person is not stored.",
    "step": "The current step; null before the erasure begins and after it ends.",
    "rows": "The number of rows that were deleted or changed so far, by table.",
    "kept": "Data that Refrain cannot erase, as sentences; set when the erasure ends."
  },
  "ErasurePreview": {
    "": "A preview of the data that an erasure would delete.",
    "rows": "The number of rows that would be deleted or changed, by table.",
    "names": "All known names of the repository or person.",
    "kept": "Data that Refrain cannot erase, as sentences."
  },
  "ErasureSubject": {
    "": "The repository or person whose data are erased.",
    "name": "The current or a former name of the repository, as `owner/name`.",
    "names": "All names of the person: full name, login, email address. Even a name of one word is removed everywhere."
  },
  "ErrorCode": {
    "": "The code of an error. Each code determines whether a retry can help."
  },
  "EventType": {
    "": "The type of an event that subscribers can receive."
  },
  "Evidence": {
    "": "One reason for a link, a pattern membership or a similarity. A person can check it.",
    "signal": "The kind of signal, such as `time`, `service` or `sha`. `decision` is a person's decision.",
    "weight": "The part of the score that this reason contributes, 0 to 1."
  },
  "ExistingRecords": {
    "": "The records of an import that are skipped, because other connections have failures with the same kind, title and start.",
    "sources": "The connections that have these failures, most records first. A record counts for each of them.",
    "sources.name": "An account with its provider, such as `PagerDuty acme`, or the name of an archive."
  },
  "Failure": {
    "externalId": "The provider's id, unique per connection and kind, such as `acme/api#deployment/42` or `PD12345`.",
    "text": "All known text, with people replaced by roles; may be empty.",
    "services": "Service names as the provider spells them.",
    "repository": "The repository as `owner/name`.",
    "paths": "Paths of files that were changed or that the text names, relative to the repository.",
    "sha": "The commit that was deployed or reverted, or that an incident names.",
    "precision": "The precision of `occurredAt` or `resolvedAt`, whichever is coarser.",
    "timing": "Further times of the failure; null if only `occurredAt` and `resolvedAt` are known.",
    "severity": "The priority that people assigned, otherwise the provider's severity.",
    "responders": "The number of people who worked on the failure. Their names are not stored.",
    "references": "URLs of web pages about the same failure, such as the workflow run of a deployment or a post-mortem.",
    "version": "When the failure last changed at the provider. An older version never overwrites a newer one.",
    "isFailure": "False for a record that only looks like a failure, such as a planned revert or announced maintenance: it is shown but not clustered.",
    "confidence": "The confidence of `isFailure`, 0 to 1; 0.5 for a revert whose messages state no reason.",
    "decidingWords": "The words of the record that determined `isFailure`.",
    "episodeId": "The episode of the failure; null before the first clustering.",
    "duplicateOf": "The id of the failure that this failure duplicates; null if none. Duplicates are neither counted nor clustered."
  },
  "FailureDraft": {
    "": "A failure that a connector parsed or a detector found and that is not stored yet.",
    "externalId": "The provider's id, unique per connection and kind, such as `acme/api#deployment/42` or `PD12345`.",
    "text": "All known text, with people replaced by roles; may be empty.",
    "services": "Service names as the provider spells them.",
    "repository": "The repository as `owner/name`.",
    "paths": "Paths of files that were changed or that the text names, relative to the repository.",
    "sha": "The commit that was deployed or reverted, or that an incident names.",
    "precision": "The precision of `occurredAt` or `resolvedAt`, whichever is coarser.",
    "timing": "Further times of the failure; null if only `occurredAt` and `resolvedAt` are known.",
    "severity": "The priority that people assigned, otherwise the provider's severity.",
    "responders": "The number of people who worked on the failure. Their names are not stored.",
    "references": "URLs of web pages about the same failure, such as the workflow run of a deployment or a post-mortem.",
    "version": "When the failure last changed at the provider. An older version never overwrites a newer one.",
    "isFailure": "False for a record that only looks like a failure, such as a planned revert or announced maintenance: it is shown but not clustered.",
    "confidence": "The confidence of `isFailure`, 0 to 1; 0.5 for a revert whose messages state no reason.",
    "decidingWords": "The words of the record that determined `isFailure`."
  },
  "FailureLibraryEntry": {
    "": "A pattern in the failure library: its root cause or resolution is known, or its fix held.",
    "guardrail": "The first recommendation in the pattern's report.",
    "fix": "The pattern's improvement; null if none was proposed.",
    "failedFixes": "The names of the guardrails that were introduced and did not stop the failures, oldest first.",
    "episodes": "Examples of the pattern's episodes, newest first."
  },
  "FailureLibraryFile": {
    "": "A file of the exported failure library.",
    "path": "The path relative to the export folder; it cannot lead out of that folder."
  },
  "FailureLibraryResponse": {
    "withoutLesson": "The number of patterns that match the filters but teach nothing yet."
  },
  "FailureLibrarySort": {
    "": "`lastAt`: by the last episode, `episodes`: by the number of all episodes; the highest first"
  },
  "FailureMap": {
    "": "The episodes of each location by cause and trigger, with the number of changes for comparison.",
    "episodes": "The number of episodes. An episode that affected several services is in the cells of each service.",
    "changes": "The number of changes of the organisation.",
    "services": "The rows of the map, most episodes first; the unknown location is last.",
    "causes": "The cells by cause that have episodes. Significant cells come first, then those with the most episodes.",
    "triggers": "The cells by trigger that have episodes, in the same order as `causes`.",
    "hotspots": "Folders whose changes fail often, strongest evidence first. No listed folder contains another listed one.",
    "compared": "The number of compared cells and folders, including those without episodes.",
    "gaps": "The numbers of episodes and services for which some data are unknown.",
    "gaps.withoutEnvironment": "The number of episodes that the filter excluded because their environment is unknown.",
    "gaps.servicesWithoutChanges": "The number of services whose changes are unknown."
  },
  "FailureMapBaseline": {
    "": "The changes and episodes of each location, with which the counts of one pattern are compared."
  },
  "FailureMapCauseCell": {
    "per100Changes": "Episodes per 100 changes; null if the location or its changes are unknown.",
    "per100Episodes": "Episodes of this cause or trigger per 100 episodes of the location; null if the location is unknown.",
    "standsOut": "Whether failures are unusually frequent in this cell: the rates per day and per 100 changes are both above those of the organisation. If the number of changes is unknown, the rate per 100 episodes replaces the rate per 100 changes."
  },
  "FailureMapCell": {
    "per100Changes": "Episodes per 100 changes; null if the location or its changes are unknown.",
    "per100Episodes": "Episodes of this cause or trigger per 100 episodes of the location; null if the location is unknown.",
    "standsOut": "Whether failures are unusually frequent in this cell: the rates per day and per 100 changes are both above those of the organisation. If the number of changes is unknown, the rate per 100 episodes replaces the rate per 100 changes."
  },
  "FailureMapFilter": {
    "": "Selects the episodes of the failure map. An empty filter selects all episodes.",
    "team": "Shows only the locations that this team owns. Their rates are still compared with those of the whole organisation.",
    "environment": "Selects only episodes in this environment.",
    "kinds": "Selects only episodes with a failure of one of these kinds."
  },
  "FailureMapRate": {
    "": "A rate in one cell of the failure map. Fields with such a rate are named after its unit, such as `per100Changes`.",
    "observed": "The observed rate of the cell.",
    "organisation": "The rate of all compared cells together.",
    "estimate": "The estimated rate of the cell. The fewer data the cell has, the closer it is to the organisation's rate.",
    "low": "The lower end of the 90 % interval of the estimate.",
    "high": "The upper end of the 90 % interval of the estimate.",
    "isAbove": "Whether the rate is significantly above the organisation's rate, corrected for the number of cells."
  },
  "FailureMapRow": {
    "": "A row of the failure map: a service, or a repository without a known service.",
    "changes": "The number of changes; null if the repositories of the service are unknown."
  },
  "FailureMapTriggerCell": {
    "per100Changes": "Episodes per 100 changes; null if the location or its changes are unknown.",
    "per100Episodes": "Episodes of this cause or trigger per 100 episodes of the location; null if the location is unknown.",
    "standsOut": "Whether failures are unusually frequent in this cell: the rates per day and per 100 changes are both above those of the organisation. If the number of changes is unknown, the rate per 100 episodes replaces the rate per 100 changes."
  },
  "FailureResponse": {
    "externalId": "The provider's id, unique per connection and kind, such as `acme/api#deployment/42` or `PD12345`.",
    "text": "All known text, with people replaced by roles; may be empty.",
    "services": "Service names as the provider spells them.",
    "repository": "The repository as `owner/name`.",
    "paths": "Paths of files that were changed or that the text names, relative to the repository.",
    "sha": "The commit that was deployed or reverted, or that an incident names.",
    "precision": "The precision of `occurredAt` or `resolvedAt`, whichever is coarser.",
    "timing": "Further times of the failure; null if only `occurredAt` and `resolvedAt` are known.",
    "severity": "The priority that people assigned, otherwise the provider's severity.",
    "responders": "The number of people who worked on the failure. Their names are not stored.",
    "references": "URLs of web pages about the same failure, such as the workflow run of a deployment or a post-mortem.",
    "version": "When the failure last changed at the provider. An older version never overwrites a newer one.",
    "isFailure": "False for a record that only looks like a failure, such as a planned revert or announced maintenance: it is shown but not clustered.",
    "confidence": "The confidence of `isFailure`, 0 to 1; 0.5 for a revert whose messages state no reason.",
    "decidingWords": "The words of the record that determined `isFailure`.",
    "episodeId": "The episode of the failure; null before the first clustering.",
    "duplicateOf": "The id of the failure that this failure duplicates; null if none. Duplicates are neither counted nor clustered.",
    "isDecided": "Whether a person decided `isFailure`, either for this failure alone or for all reverts with similar titles.",
    "patternName": "The name of the failure's pattern; null if the failure is in no pattern.",
    "isProvisional": "Whether the pattern membership is provisional: it is based on similarity until the next clustering decides.",
    "durationSeconds": "How long the failure lasted; null while it is unresolved, and if its times have no time of day.",
    "episodeServices": "If `services` is empty: the services of the failure's episode as of the newest measurement, such as those that run from its repository. Otherwise empty.",
    "excerpt": "The part of the text around the first word of the query that the title lacks; null if the title has all words, and without a query.",
    "changeAssessment": "Changes that probably triggered or resolved an incident. Null for other failures and before any clustering.",
    "resolution": "How the failure was resolved; null if its text does not say how and no change is linked.",
    "statedDuration": "How long an incident lasted by its text, which measurements use; null if the text does not say.",
    "membership": "Why the failure belongs to its pattern, with confidence and evidence; null if it is in no pattern.",
    "links.other": "The linked change or failure. The title is null if that change or failure was deleted."
  },
  "FailureSentencesResponse": {
    "": "The passages that a person can choose for a statement: the title, and the sentences of the text in their order."
  },
  "FailureStatement": {
    "": "A passage of a failure's title or text that states something about the failure.",
    "quote": "The passage, verbatim except for white space and markup of links, lists and tables.",
    "confidence": "The confidence, 0 to 1: the share of similar passages that make this statement according to a human reader.",
    "isDecided": "Whether a person chose the passage. The confidence is then 1."
  },
  "FailureStatements": {
    "": "The statements of the title and the text of a failure. A statement is null if no passage clearly makes it, or if a person decided so. Passages that blame somebody or address people are not quoted.",
    "component": "The component that failed. The quotation is its name.",
    "symptom": "The symptom that people or alerts observed."
  },
  "FailureTiming": {
    "": "Times between the start and the end of a failure, as the provider reports them.",
    "reopenedAt": "When the failure was reopened after a resolution, oldest first."
  },
  "FileCheckResponse": {
    "": "Describes what an import of a file would store.",
    "records": "The number of records that can be read.",
    "fresh": "The number of these records that are new.",
    "changed": "The number of these records that replace a stored record with the same id and other content.",
    "columns": "The columns of the file; empty for Markdown.",
    "span": "When the first and the last of these records began; null without records.",
    "sameIdsIn": "Another archive that has most of the ids. An import into that archive updates its records. Null if there is none.",
    "repeated": "The number of rows that are equal to an earlier row of the file.",
    "skipped": "The number of rows that cannot be imported.",
    "problems": "Why rows are skipped, the most frequent problems first.",
    "notes": "Notes on columns and cells that are ignored.",
    "preview": "The first records."
  },
  "FileImportResponse": {
    "stored": "The number of received records that were not stored before.",
    "changed": "The number of stored records that replace a stored record with the same id and other content."
  },
  "Fix": {
    "": "The fix of an improvement: the pull request that closed the issue, or the closing of the issue as completed.",
    "url": "The URL of the pull request; null if the issue was closed without a pull request.",
    "mergedAt": "When the pull request was merged, or the issue was closed as completed.",
    "deployedAt": "The first production deployment that contains the fix; null while no such deployment is known."
  },
  "FixOutcome": {
    "": "An improvement whose fix has a verdict.",
    "stateSince": "When the improvement entered its current state. An undo restores the earlier time with the earlier state.",
    "reason": "Why the improvement is in its current state, in one sentence.",
    "repository": "The repository of the current or future issue, as `owner/name`; null while the repository is unknown.",
    "note": "The text that the approver put at the top of the issue. Its Markdown is shown verbatim.",
    "guardrailId": "The id of the recommended guardrail; null if no guardrail is recommended.",
    "peopleHours": "The people-hours of the pattern's episodes in the policy's last `windowDays` days; null if they are unknown.",
    "issueState": "The state of the issue; null before the issue is opened.",
    "previousIssueUrl": "The URL of the previous issue if the failure recurred after the fix of that issue; null otherwise.",
    "approvedBy": "The formatted name of the approver; null before the approval.",
    "approver": "The approver; null before the approval.",
    "lastDecision": "The latest decision, which can be undone; null if the state has changed since, or nobody has decided.",
    "openedAt": "When the issue was opened; null before it is opened.",
    "snoozedUntil": "The time until which a person snoozed the improvement; null if nobody snoozed it.",
    "fix": "The latest fix; null while nothing is fixed.",
    "effect": "The effect of the fix since its deployment; null before the first measurement.",
    "pastFixes": "Earlier fixes, oldest first.",
    "problem": "Why the latest write to the issue failed and what to do; null if the write succeeded.",
    "explanation": "The effect of the fix in one sentence; null if the effect was not measured."
  },
  "Folder": {
    "": "The path of a folder in a repository, without leading or trailing slashes."
  },
  "ForecastBasis": {
    "": "The numbers from which a forecast is computed.",
    "episodes": "The number of counted episodes.",
    "days": "The number of observed days.",
    "ownRate": "The observed number of episodes of this pattern per 30 days.",
    "usualRate": "How many episodes a pattern of this organisation usually has in 30 days.",
    "borrowed": "The weight of `usualRate` in the forecast, 0 to 1. The weight is high if the history of the pattern is short.",
    "changed": "The factor by which recent episodes, bursts, the overall trend and the season change the rate of the next 30 days.",
    "season": "The seasonal part of the factor `changed`; null if less than a year is known.",
    "fixHolds": "The probability that the fix holds; null without a fix."
  },
  "FullRepositoryName": {
    "": "A repository as `owner/name`. The name may contain dots, but not be `.` or `..`, which would change a URL's path."
  },
  "GitHubAppResponse": {
    "state": "`created` means that the GitHub App exists but is not installed yet.",
    "connection": "The connection of the GitHub App; null until it is installed."
  },
  "GitHubAppStartResponse": {
    "": "A GitHub App that is yet to be created; a person opens the URL in a browser to create it."
  },
  "Guardrail": {
    "": "A change to the system that prevents a kind of failure or makes it harmless.",
    "id": "The id of the guardrail. It never changes, because stored outcomes refer to the id.",
    "prevents": "The mechanisms, by id, of the failures that the guardrail prevents. `share` is the assumed share of these failures that the guardrail prevents or makes harmless.",
    "answers": "The causes and triggers of the failures that the guardrail addresses. `share` is the assumed share of these failures that the guardrail prevents or makes harmless.",
    "steps": "The steps to introduce the guardrail. They name no specific tools.",
    "proof": "A check that fails while the guardrail is missing, and a figure that people should watch.",
    "effort": "The assumed effort for one service or pipeline."
  },
  "GuardrailEvidence": {
    "": "One reason for or against a guardrail, with the failures as evidence.",
    "statement": "The reason in one sentence. It contains no ingested text except words that are also in the guardrail library.",
    "mechanism": "The name of the mechanism that the failures state. Absent if the reason is another one.",
    "strength": "The strength of the signal, above 0, at most 1."
  },
  "GuardrailOutcome": {
    "": "The effect of a guardrail that was introduced because of a pattern.",
    "patternId": "The pattern because of which the guardrail was introduced; null if the pattern is no longer known.",
    "causes": "The likely causes of the pattern because of which the guardrail was introduced."
  },
  "GuardrailSignal": {
    "": "An observation in a failure, episode or pattern that supports or contradicts a guardrail."
  },
  "GuardrailSource": {
    "": "A public document that describes the guardrail, with chapter and section in the title."
  },
  "HorizonBacktest": {
    "": "The backtest of the forecasts for `days` days.",
    "forecasts": "The number of backtested forecasts: one for each pattern as of each past date.",
    "observedShare": "The share of forecasts after which at least one episode followed.",
    "brierSkill": "The Brier skill score against the organisation's base rate: 1 is perfect, 0 is no better than the base rate.",
    "skillLow": "The lower end of the 90 % interval of `brierSkill`; null if the history is too short.",
    "skillHigh": "The upper end of the 90 % interval of `brierSkill`; null if the history is too short.",
    "isShown": "Whether forecasts for this number of days are shown. If not, `gap` states the reason.",
    "coverage90": "The share of outcomes within the 90 % intervals; ideally 0.9.",
    "calibrationError": "The expected calibration error, in [0, 1]."
  },
  "HorizonForecast": {
    "": "The forecast for the next `days` days. All four figures are null if `gap` states a reason.",
    "probability": "The probability of at least one more episode, in (0, 1).",
    "expected": "The expected number of episodes.",
    "low": "The lower end of the 90 % interval of the number of episodes.",
    "high": "The upper end of the 90 % interval of the number of episodes."
  },
  "ImpactHours": {
    "": "The hours of impact of several episodes with an incident: the duration that the text of an incident states, or else the time during which at least one incident of an episode was open. Failed deployments and reverts have no impact of their own.",
    "total": "The sum of the hours of all episodes with a known duration. One long episode can dominate the sum.",
    "median": "The median of the known durations; null if no duration is known.",
    "withDuration": "The number of episodes with a known duration.",
    "episodes": "The number of episodes with an incident."
  },
  "ImportProblem": {
    "": "Rows of a file that cannot be imported for the same reason.",
    "problem": "Says what is wrong, and what to do.",
    "example": "The part of the first row that causes the problem; null if the problem says everything.",
    "rows": "The number of rows with this problem.",
    "lines": "The lines of the first of these rows."
  },
  "ImportResponse": {
    "stored": "The number of received records that were not stored before.",
    "changed": "The number of stored records that replace a stored record with the same id and other content."
  },
  "Improvement": {
    "": "The recommended fix of a pattern, with its GitHub issue and its effect.",
    "stateSince": "When the improvement entered its current state. An undo restores the earlier time with the earlier state.",
    "reason": "Why the improvement is in its current state, in one sentence.",
    "repository": "The repository of the current or future issue, as `owner/name`; null while the repository is unknown.",
    "note": "The text that the approver put at the top of the issue. Its Markdown is shown verbatim.",
    "guardrailId": "The id of the recommended guardrail; null if no guardrail is recommended.",
    "peopleHours": "The people-hours of the pattern's episodes in the policy's last `windowDays` days; null if they are unknown.",
    "issueState": "The state of the issue; null before the issue is opened.",
    "previousIssueUrl": "The URL of the previous issue if the failure recurred after the fix of that issue; null otherwise.",
    "approvedBy": "The formatted name of the approver; null before the approval.",
    "approver": "The approver; null before the approval.",
    "lastDecision": "The latest decision, which can be undone; null if the state has changed since, or nobody has decided.",
    "openedAt": "When the issue was opened; null before it is opened.",
    "snoozedUntil": "The time until which a person snoozed the improvement; null if nobody snoozed it.",
    "fix": "The latest fix; null while nothing is fixed.",
    "effect": "The effect of the fix since its deployment; null before the first measurement.",
    "pastFixes": "Earlier fixes, oldest first.",
    "problem": "Why the latest write to the issue failed and what to do; null if the write succeeded."
  },
  "ImprovementDecision": {
    "": "The latest decision about an improvement, with what an undo of it restores.",
    "id": "Names the decision in a request to undo it.",
    "kind": "`undo` means that the previous decision was undone. The policy then leaves the improvement to people.",
    "before": "The improvement before the decision."
  },
  "ImprovementPolicy": {
    "": "An organisation's rules for which patterns get an issue, and for opening the issues.",
    "dryRun": "Whether Refrain only lists its writes to providers instead of sending them. Webhooks are still set up.",
    "minEpisodes": "The minimum number of episodes within the last `windowDays` days that a pattern needs to get an issue.",
    "windowDays": "The number of past days in which episodes are counted.",
    "minConfidence": "The minimum confidence, 0 to 1, that a pattern needs to get an issue. In generated organisations, 191 of 200 patterns above the default were right (all episodes were the same failure), but only 8 of 28 patterns below it.",
    "minPeopleHours": "Minimum people-hours that a pattern must have cost to get an issue. Rising and returned patterns are exempt.",
    "maxOpen": "The maximum number of open issues in mode `auto`. At this number, the policy opens no further issue.",
    "maxOpenPerRepository": "The maximum number of open issues per repository in mode `auto`. At this number, the policy opens none there.",
    "maxPerWeek": "The maximum number of issues that the policy opens within seven days in mode `auto`.",
    "quietOutside": "The working time outside of which the policy opens no issues in mode `auto`; null for any time.",
    "fallbackRepository": "The repository, as `owner/name`, in which issues are opened for patterns whose own repository is unknown.",
    "label": "The label of every issue, by which Refrain finds its issues again.",
    "acceptedLabel": "The label by which people accept an issue.",
    "declinedLabel": "The label by which people decline an issue.",
    "notesFor": "Names of the services whose incidents get an incident note if earlier failures are similar; `*` means all.",
    "notesFrom": "The email address of the PagerDuty user in whose name incident notes are written; PagerDuty requires one.",
    "checkPulls": "Whether open pull requests that resemble changes that failed get a pull request check. This requires a GitHub App.",
    "checkedShare": "The approximate maximum share of pull requests that get a pull request check, above 0, at most 0.1.",
    "onRecurrence": "What happens if the failure recurs after its fix: the issue is reopened, or a follow-up issue is opened."
  },
  "ImprovementSort": {
    "": "The properties by which improvements are sorted."
  },
  "ImprovementsResponse": {
    "period": "The period of the figures, rounded to hours; null before the first measurement. Without a chosen period, the recorded history."
  },
  "IncidentResolution": {
    "": "How an incident ended. `revert`: the causing change was reverted. `rollback`: an older version was deployed again. `fix`: another change repaired the system. `manual`: the text describes a manual step. `self_resolved`: no change was close in time, and the text describes no step."
  },
  "Instant": {
    "": "A time in UTC with milliseconds, such as `2026-01-31T08:15:00.000Z`. Sorting as text sorts by time."
  },
  "IntendedWrite": {
    "": "A write to a provider that has not been sent yet.",
    "target": "The target of the write: `acme/api`, `acme/api#12`, or the id of an incident.",
    "content": "The written content, without secrets."
  },
  "InvitationResponse": {
    "": "A new user, with the link of the invitation, which is returned only once.",
    "lastSeenAt": "When the user last sent a request, exact to a minute; null before the first request.",
    "isDisabled": "Whether the user can no longer sign in. Past decisions keep the user's name."
  },
  "IssuePreview": {
    "": "The issue that an approval would open.",
    "repository": "The repository of the issue as `owner/name`; null while it is unknown.",
    "body": "The text of the issue in GitHub Markdown."
  },
  "IssueState": {
    "": "The state of an issue on GitHub when Refrain last read it: open, or the reason for which it was closed."
  },
  "KeyRotation": {
    "": "The re-encryption of all stored data.",
    "keyId": "The key that encrypts everything when the rotation is done.",
    "total": "The number of values to re-encrypt when the rotation began.",
    "unreadable": "Values still encrypted with another key: no known key decrypts them, or a running process still uses its old key."
  },
  "LabelName": {
    "": "GitHub allows labels of 50 characters. A comma would split the label in a query for issues by label."
  },
  "LessonParts": {
    "": "The parts of a pattern's `lesson`, each one or more sentences, or null if unknown.",
    "mechanism": "How the system fails, with the number of episodes that state it.",
    "mechanismFailureIds": "One failure of each episode that states the mechanism, or points to the likely one. Absent without a mechanism.",
    "likelyMechanism": "The name of the mechanism that is only likely. Absent if at least half of the episodes state a mechanism, or none is likely.",
    "cause": "The quotation of a report that states the root cause.",
    "symptomFailureIds": "One failure of each episode whose title states the symptom. Absent if it is a count of errors, or unknown.",
    "causeQuotation": "What the lesson quotes about the cause. Absent if it quotes nothing.",
    "resolutionQuotation": "What the lesson quotes about the resolution. Absent if it quotes nothing.",
    "remedies": "The number of episodes that each remedy resolved. Absent if unknown."
  },
  "LessonQuotation": {
    "": "The words of a failure's report that a lesson quotes.",
    "at": "The start of the failure."
  },
  "LibraryFix": {
    "": "The latest fix of a pattern, proposed or made.",
    "name": "The name of the guardrail; null if no guardrail is recommended.",
    "effect": "The episodes since the fix, compared with those to be expected without it; null before the first measurement."
  },
  "LikelyPattern": {
    "": "The pattern to which the query most likely belongs.",
    "name": "The name of the pattern, a readable phrase.",
    "lesson": "A blameless summary of the trigger, the cause, the symptoms and the resolution.",
    "scenario": "The parts of `lesson`. Absent in patterns of earlier versions.",
    "terms": "The terms that distinguish the pattern from others, strongest first.",
    "mechanism": "The name of the mechanism that at least half of the episodes state, such as \"Out of memory\". Absent if they share none.",
    "causes": "The likely causes, best supported first. The confidence of a cause is the highest confidence among the failures, rounded to tenths. Absent in patterns of earlier versions.",
    "triggers": "The likely triggers, in the same form as `causes`.",
    "confidence": "The probability that the query belongs to the pattern, 0 to 1.",
    "kinds": "The number of failures by kind.",
    "harm": "The score by which patterns are ranked; higher is worse. It is computed from the impact hours, the severity and the recency of the failures.",
    "firstAt": "When the earliest failure of the pattern occurred.",
    "lastAt": "When the newest failure of the pattern occurred.",
    "judgement": "A person's latest judgement of the pattern; null or absent if nobody judged it.",
    "otherEpisodes": "The number of episodes without the episode of the searched failure, or of the failure that the text describes."
  },
  "LineageEvent": {
    "": "States that a pattern was split from another pattern, or merged into another pattern."
  },
  "Link": {
    "": "A link from a failure to a change or to another failure (`same_episode`), or from a reverted change to a deployment of the change (`shipped_by`).",
    "targetId": "The id of the linked change or failure.",
    "score": "The confidence of the link, 0 to 1."
  },
  "ListedCheck": {
    "": "A check with the outcome of its pull request.",
    "repository": "The repository as `owner/name`.",
    "headSha": "The commit that has the check run.",
    "patternId": "The pattern of the similar failures; null if they belong to no pattern.",
    "failureIds": "The similar earlier failures, most relevant first.",
    "score": "The calibrated probability that the pull request causes a failure, 0 to 1.",
    "averageScore": "The average probability that a change causes a failure, 0 to 1.",
    "url": "The URL of the check run; null before it is written."
  },
  "ListedCorrection": {
    "": "A correction and the author who made it last. The author is null if an earlier version of Refrain stored none.",
    "set": "The step in which the correction was made with others; null if it was made alone."
  },
  "ListedDigest": {
    "impactHours": "The sum of the known durations of the episodes in the period, each at most 24 hours; null if none is known.",
    "impactHoursBefore": "The impact hours of the preceding period of the same length.",
    "costliest": "At most three episodes that account for half of the impact or more, most hours first; empty if no so few do.",
    "changes": "The numbers of patterns by how they changed in the period. A pattern that is new, returned or quiet does not count by its trend.",
    "patterns": "The patterns that had an episode or whose recurrence changed in the period, most episodes first.",
    "fixVerdicts": "The numbers of fixes whose effect was measured in the period, by the verdict.",
    "asOf": "The time of the newest failure that the digest considers.",
    "news": "The patterns that `changes` counts, with their current names: at most three for each change, those with most impact first.",
    "fixes": "The number of improvements that changed in the period, without those whose effect was measured."
  },
  "ListedFailure": {
    "externalId": "The provider's id, unique per connection and kind, such as `acme/api#deployment/42` or `PD12345`.",
    "text": "All known text, with people replaced by roles; may be empty.",
    "services": "Service names as the provider spells them.",
    "repository": "The repository as `owner/name`.",
    "paths": "Paths of files that were changed or that the text names, relative to the repository.",
    "sha": "The commit that was deployed or reverted, or that an incident names.",
    "precision": "The precision of `occurredAt` or `resolvedAt`, whichever is coarser.",
    "timing": "Further times of the failure; null if only `occurredAt` and `resolvedAt` are known.",
    "severity": "The priority that people assigned, otherwise the provider's severity.",
    "responders": "The number of people who worked on the failure. Their names are not stored.",
    "references": "URLs of web pages about the same failure, such as the workflow run of a deployment or a post-mortem.",
    "version": "When the failure last changed at the provider. An older version never overwrites a newer one.",
    "isFailure": "False for a record that only looks like a failure, such as a planned revert or announced maintenance: it is shown but not clustered.",
    "confidence": "The confidence of `isFailure`, 0 to 1; 0.5 for a revert whose messages state no reason.",
    "decidingWords": "The words of the record that determined `isFailure`.",
    "episodeId": "The episode of the failure; null before the first clustering.",
    "duplicateOf": "The id of the failure that this failure duplicates; null if none. Duplicates are neither counted nor clustered.",
    "isDecided": "Whether a person decided `isFailure`, either for this failure alone or for all reverts with similar titles.",
    "patternName": "The name of the failure's pattern; null if the failure is in no pattern.",
    "isProvisional": "Whether the pattern membership is provisional: it is based on similarity until the next clustering decides.",
    "durationSeconds": "How long the failure lasted; null while it is unresolved, and if its times have no time of day.",
    "episodeServices": "If `services` is empty: the services of the failure's episode as of the newest measurement, such as those that run from its repository. Otherwise empty.",
    "excerpt": "The part of the text around the first word of the query that the title lacks; null if the title has all words, and without a query."
  },
  "ListedGuardrail": {
    "id": "The id of the guardrail. It never changes, because stored outcomes refer to the id.",
    "prevents": "The mechanisms, by id, of the failures that the guardrail prevents. `share` is the assumed share of these failures that the guardrail prevents or makes harmless.",
    "answers": "The causes and triggers of the failures that the guardrail addresses. `share` is the assumed share of these failures that the guardrail prevents or makes harmless.",
    "steps": "The steps to introduce the guardrail. They name no specific tools.",
    "proof": "A check that fails while the guardrail is missing, and a figure that people should watch.",
    "effort": "The assumed effort for one service or pipeline."
  },
  "ListedImprovement": {
    "stateSince": "When the improvement entered its current state. An undo restores the earlier time with the earlier state.",
    "reason": "Why the improvement is in its current state, in one sentence.",
    "repository": "The repository of the current or future issue, as `owner/name`; null while the repository is unknown.",
    "note": "The text that the approver put at the top of the issue. Its Markdown is shown verbatim.",
    "guardrailId": "The id of the recommended guardrail; null if no guardrail is recommended.",
    "peopleHours": "The people-hours of the pattern's episodes in the policy's last `windowDays` days; null if they are unknown.",
    "issueState": "The state of the issue; null before the issue is opened.",
    "previousIssueUrl": "The URL of the previous issue if the failure recurred after the fix of that issue; null otherwise.",
    "approvedBy": "The formatted name of the approver; null before the approval.",
    "approver": "The approver; null before the approval.",
    "lastDecision": "The latest decision, which can be undone; null if the state has changed since, or nobody has decided.",
    "openedAt": "When the issue was opened; null before it is opened.",
    "snoozedUntil": "The time until which a person snoozed the improvement; null if nobody snoozed it.",
    "fix": "The latest fix; null while nothing is fixed.",
    "effect": "The effect of the fix since its deployment; null before the first measurement.",
    "pastFixes": "Earlier fixes, oldest first.",
    "problem": "Why the latest write to the issue failed and what to do; null if the write succeeded.",
    "services": "The services of the pattern.",
    "episodes": "The number of the pattern's episodes in the period; of all episodes if the request chooses no period.",
    "impactHours": "The hours from start to resolution of the incidents of these episodes, each at most 24; null if no duration is known.",
    "lastAt": "When the newest failure of the pattern occurred.",
    "guardrailName": "The name of the recommended guardrail; null if no guardrail is recommended.",
    "effortDays": "The assumed effort of the guardrail for one service or pipeline, in person-days; null without a guardrail.",
    "teams": "The teams that own the pattern's services or else its repositories, as catalogue files say."
  },
  "ListedMechanism": {
    "": "A mechanism of the library, which a correction can name.",
    "name": "The name, such as “Out of memory”.",
    "clause": "A clause that says what fails; `…` stands for the component."
  },
  "ListedPattern": {
    "": "A pattern with the figures that help a reader choose among many.",
    "name": "The name of the pattern, a readable phrase.",
    "lesson": "A blameless summary of the trigger, the cause, the symptoms and the resolution.",
    "scenario": "The parts of `lesson`. Absent in patterns of earlier versions.",
    "terms": "The terms that distinguish the pattern from others, strongest first.",
    "mechanism": "The name of the mechanism that at least half of the episodes state, such as \"Out of memory\". Absent if they share none.",
    "causes": "The likely causes, best supported first. The confidence of a cause is the highest confidence among the failures, rounded to tenths. Absent in patterns of earlier versions.",
    "triggers": "The likely triggers, in the same form as `causes`.",
    "confidence": "How similar the failures of the pattern are to each other, 0 to 1.",
    "kinds": "The number of failures by kind.",
    "harm": "The score by which patterns are ranked; higher is worse. It is computed from the impact hours, the severity and the recency of the failures.",
    "firstAt": "When the earliest failure of the pattern occurred.",
    "lastAt": "When the newest failure of the pattern occurred.",
    "judgement": "A person's latest judgement of the pattern; null if nobody judged it.",
    "recurrence": "Whether and how the pattern recurs; null before the first measurement, and if the pattern has too few episodes.",
    "direction": "The trend of the weekly rate of episodes; null while the recorded period is too short.",
    "probability30": "The probability of at least one more episode within 30 days; null if no forecast is shown.",
    "episodes": "The number of episodes that began in the period of the list.",
    "episodesBefore": "The number of episodes in the period of equal length before; null if the recorded history does not contain it.",
    "timeline": "The number of episodes that began in each twelfth of the period of the list, oldest first.",
    "impactHours": "The sum of the known durations of the episodes in the period of the list, in hours, each at most 24; null if no duration is known.",
    "timedEpisodes": "The number of episodes in the period of the list with a known impact. Episodes without an incident have none.",
    "worstSeverity": "The highest severity of the episodes in the period of the list; null if none is known.",
    "teams": "The teams that own the pattern's services or else its repositories, as catalogue files say.",
    "improvement": "The pattern's improvement; null if none was proposed."
  },
  "ListedRevertTemplate": {
    "repository": "The repository as `owner/name`.",
    "reverts": "The number of matching reverts; `failures`, `planned`, `unclear` count them by Refrain's own verdict.",
    "linked": "The number of reverts that share an episode with an incident or a failed deployment.",
    "examples": "The newest reverts; those that count as failures come first.",
    "lastAt": "The time of the newest revert. Null if no revert matches; then the template is listed only because a person judged it.",
    "needsDecision": "Whether a person should judge the reverts: some count as failures, but none shares an episode with an incident or a failed deployment.",
    "decision": "The correction by which a person judged the reverts; null if nobody did."
  },
  "ListedUser": {
    "lastSeenAt": "When the user last sent a request, exact to a minute; null before the first request.",
    "isDisabled": "Whether the user can no longer sign in. Past decisions keep the user's name.",
    "linkExpiresAt": "When the newest unused sign-in link of the user expires; null if there is none."
  },
  "Measurement": {
    "trends": "The trends of the organisation and its services; null while the recorded period is too short.",
    "controlChart": "The weekly rates of episodes; null while the recorded period is too short.",
    "durations": "The distribution of the durations of episodes.",
    "delivery": "The DORA metrics of the last 90 days; null while the recorded period is too short.",
    "backtest": "The backtest of the forecasts; null while the recorded period is too short.",
    "baseline": "Changes and episodes by location; null while the recorded period is too short. Absent in old measurements.",
    "revertTemplates": "Reverts grouped by the form of their titles, largest group first. Absent in measurements of earlier versions.",
    "reportTemplates": "The instructions of report templates, which reports do not quote. Absent in measurements of earlier versions."
  },
  "MechanismStatement": {
    "": "The mechanism by which a system failed, according to its report or a person.",
    "quote": "The passage that states the mechanism; null if a person chose a mechanism that no sentence states.",
    "confidence": "The confidence, 0 to 1: the share of similar passages that make this statement according to a human reader.",
    "isDecided": "Whether a person chose the passage. The confidence is then 1.",
    "mechanism": "The name of a mechanism that `GET /v1/mechanisms` lists."
  },
  "Membership": {
    "": "States that a failure belongs to a pattern.",
    "confidence": "The confidence that the failure belongs to the pattern, 0 to 1."
  },
  "MissingForecastReason": {
    "": "Why a forecast is not shown."
  },
  "NamedLineageEvent": {
    "": "A split or merge with the present names of both patterns."
  },
  "NewCatalogueEntry": {
    "": "A service and the repository that it runs from, as a person entered them."
  },
  "NewSubscription": {
    "events": "The types of events to deliver; by default digests."
  },
  "NewSubscriptionResponse": {
    "": "The new subscription, and the secret that signs deliveries. The secret is shown only once; it is null for Slack."
  },
  "NewToken": {
    "scopes": "The permissions of the token; by default, all permissions of its creator."
  },
  "NewTokenResponse": {
    "": "The secret of the token is returned only once."
  },
  "NewUser": {
    "": "A user who signs in by links that an admin creates.",
    "email": "Shows who was invited. Refrain sends no e-mail."
  },
  "NewestReport": {
    "": "The newest report of a pattern.",
    "isPending": "Whether a newer report is about to be written, because the pattern has changed or is about to be clustered again."
  },
  "ObservedPeriod": {
    "": "The period that statistics cover, from `from` (inclusive) to `until` (exclusive)."
  },
  "OnboardingResponse": {
    "isHidden": "Whether an admin has hidden the checklist for everyone."
  },
  "OnboardingStepId": {
    "": "The steps after the installation, in the order in which most people take them."
  },
  "OpenPullRequest": {
    "repository": "The current name of the repository, as `owner/name`.",
    "paths": "The changed files, at most 1,000."
  },
  "Overview": {
    "": "The state of the organisation in a period, compared with the period before, as the overview page shows it.",
    "asOf": "The time up to which failures are measured; null before the first measurement.",
    "busy": "Whether data are still being processed.",
    "period": "The period of the figures, the chart and the map, rounded to hours; null before the first measurement.",
    "periodBefore": "The period of equal length before; null before the first measurement, and if the recorded history begins later.",
    "comparison": "Null without a period before.",
    "historyFrom": "When the recorded history begins; null before the first measurement.",
    "historyTrend": "How the weekly rate of episodes develops over the recorded history; null while the history is too short.",
    "controlChart": "The weekly rates of the period, with the limits of the whole history; null while the history is too short.",
    "tasks": "At most five decisions that wait for a person, about patterns with an episode in the period. Those with most impact in the period are first; each episode counts at most 24 hours.",
    "patternChanges": "Patterns with an episode in the period, by their recent trend; empty if the period ends earlier. A pattern can be in several lists.",
    "patternChanges.fresh": "Patterns that began in the last 30 days.",
    "patternChanges.rising": "Patterns whose rate rose significantly, corrected for the number of patterns.",
    "patternChanges.returned": "Patterns that had stopped and returned in the last 90 days.",
    "worst": "The patterns and the single episodes that did most harm in the period, at most five each; null before the first measurement.",
    "worst.byImpact": "In the order of the hours, of which each episode counts at most 24. Without patterns of unknown duration.",
    "worst.unassigned": "The longest episodes in no pattern, except those of unknown duration.",
    "fixes.newest": "The five latest improvements with a verdict, newest first.",
    "next30Days": "The forecast for the next 30 days; null before the first measurement.",
    "map": "The failure map; null before the first measurement. It may be older than the other data: `until` is its date."
  },
  "OverviewComparison": {
    "": "Whether the organisation fails less often than in the period before.",
    "unit": "The unit of exposure of the rates: that of the control chart, but a week if one of the periods has no changes.",
    "ratio": "The rate of the period divided by the rate of the period before.",
    "explanation": "The ratio as a sentence; null if there is no ratio."
  },
  "OverviewFailureMap": {
    "": "The failure map of the period, limited to the locations with the most episodes.",
    "episodes": "The number of episodes. An episode that affected several services is in the cells of each service.",
    "changes": "The number of changes of the organisation.",
    "services": "The twelve locations with the most episodes, most first.",
    "causes": "The causes of the cells, in the order of the `Cause` enum.",
    "triggers": "The cells by trigger that have episodes, in the same order as `causes`.",
    "hotspots": "Folders whose changes fail often, strongest evidence first. No listed folder contains another listed one.",
    "compared": "The number of compared cells and folders, including those without episodes.",
    "gaps": "The numbers of episodes and services for which some data are unknown.",
    "gaps.withoutEnvironment": "The number of episodes that the filter excluded because their environment is unknown.",
    "gaps.servicesWithoutChanges": "The number of services whose changes are unknown.",
    "cells": "The cells with episodes at the locations in `services`, sorted by location, then cause."
  },
  "OverviewForecast": {
    "expected": "The expected number of episodes of all patterns together; null if no pattern has a forecast.",
    "patterns": "The five patterns that are most likely to recur.",
    "gap": "Why there is no forecast; null if a forecast is shown.",
    "backtest": "The backtest of 30-day forecasts; null if the history is too short."
  },
  "OverviewTask": {
    "": "A decision that is waiting for a person.",
    "kind": "`recurred`: the failure recurred after its fix. `approve`: an improvement waits for approval. `returned` and `rising`: the pattern returned after a quiet time, or its rate rises. `review`: nobody has confirmed or dismissed the pattern, and it has no improvement.",
    "name": "The name of the pattern.",
    "episodes": "The number of episodes in the period.",
    "impactHours": "The sum of the known durations of these episodes in hours, each at most 24; null if no duration is known."
  },
  "Ownership": {
    "": "The teams that own a repository or a folder in it. Names of people in catalogue files are never stored.",
    "repository": "The repository as `owner/name`.",
    "path": "The owned folder; null for the whole repository.",
    "teams": "Team names, such as `team` for `@organisation/team`; empty if no team is an owner."
  },
  "PastFix": {
    "": "A fix of a pattern that was followed by a later fix.",
    "url": "The URL of the pull request; null if the issue was closed without a pull request.",
    "mergedAt": "When the pull request was merged, or the issue was closed as completed.",
    "deployedAt": "The first production deployment that contains the fix; null while no such deployment is known.",
    "verdict": "The verdict on the fix; null if the next fix was made before a verdict was reached."
  },
  "PathHotspot": {
    "": "A folder whose changes fail more often than those of the rest of its repository.",
    "repository": "The repository as `owner/name`.",
    "path": "The folder, without leading or trailing slashes.",
    "changes": "The number of changes to the folder.",
    "expected": "The number of episodes that would be expected from the folder's share of the repository's changes."
  },
  "Pattern": {
    "": "A pattern as of one clustering: a group of episodes in which the same failure recurred.",
    "name": "The name of the pattern, a readable phrase.",
    "lesson": "A blameless summary of the trigger, the cause, the symptoms and the resolution.",
    "scenario": "The parts of `lesson`. Absent in patterns of earlier versions.",
    "terms": "The terms that distinguish the pattern from others, strongest first.",
    "mechanism": "The name of the mechanism that at least half of the episodes state, such as \"Out of memory\". Absent if they share none.",
    "causes": "The likely causes, best supported first. The confidence of a cause is the highest confidence among the failures, rounded to tenths. Absent in patterns of earlier versions.",
    "triggers": "The likely triggers, in the same form as `causes`.",
    "confidence": "How similar the failures of the pattern are to each other, 0 to 1.",
    "kinds": "The number of failures by kind.",
    "harm": "The score by which patterns are ranked; higher is worse. It is computed from the impact hours, the severity and the recency of the failures.",
    "firstAt": "When the earliest failure of the pattern occurred.",
    "lastAt": "When the newest failure of the pattern occurred.",
    "judgement": "A person's latest judgement of the pattern; null or absent if nobody judged it."
  },
  "PatternFacets": {
    "": "For each filter of the pattern list, its values, each with the number of patterns that have the value and match all other filters. Values are sorted by count, highest first; values without patterns are absent.",
    "kind": "A pattern counts once for each kind of failure that it contains.",
    "mechanism": "Mechanisms by name. Patterns of several services may have the same mechanism.",
    "service": "At most 100 values. A pattern counts for each of its services.",
    "repository": "At most 100 values. A pattern counts for each of its repositories."
  },
  "PatternFailureMap": {
    "": "The services, repositories and folders in which the failures of a pattern happened.",
    "cells": "The locations with episodes. Significant locations come first, then those with the most episodes.",
    "compared": "The number of compared locations, including those without episodes.",
    "folders": "Folders, most episodes first. Of nested folders with the same episodes, only the innermost is listed.",
    "episodesWithPaths": "The number of episodes with known file paths."
  },
  "PatternGuardrails": {
    "": "The recommended guardrails and the introduced guardrails of a pattern, with the open questions.",
    "recommendations": "Recommendations, best first; empty if no guardrail fits.",
    "tried": "Guardrails that were introduced for this pattern, with their outcomes.",
    "openQuestions": "Questions whose answers would decide between the guardrails."
  },
  "PatternJudgement": {
    "": "A person's judgement of a pattern: confirmed, or dismissed as not worth watching."
  },
  "PatternMeasurement": {
    "": "The statistics of one pattern.",
    "trend": "The trend of the pattern; null while the recorded period is too short.",
    "forecast": "The forecast of the pattern; null while the recorded period is too short."
  },
  "PatternOutline": {
    "name": "The name of the pattern, a readable phrase.",
    "lesson": "A blameless summary of the trigger, the cause, the symptoms and the resolution.",
    "scenario": "The parts of `lesson`. Absent in patterns of earlier versions.",
    "terms": "The terms that distinguish the pattern from others, strongest first.",
    "mechanism": "The name of the mechanism that at least half of the episodes state, such as \"Out of memory\". Absent if they share none.",
    "causes": "The likely causes, best supported first. The confidence of a cause is the highest confidence among the failures, rounded to tenths. Absent in patterns of earlier versions.",
    "triggers": "The likely triggers, in the same form as `causes`.",
    "confidence": "How similar the failures of the pattern are to each other, 0 to 1.",
    "kinds": "The number of failures by kind.",
    "harm": "The score by which patterns are ranked; higher is worse. It is computed from the impact hours, the severity and the recency of the failures.",
    "firstAt": "When the earliest failure of the pattern occurred.",
    "lastAt": "When the newest failure of the pattern occurred.",
    "judgement": "A person's latest judgement of the pattern; null or absent if nobody judged it.",
    "probability30": "The probability of at least one episode in the next 30 days; null without a forecast."
  },
  "PatternReport": {
    "": "An immutable description of a pattern as of one clustering.",
    "episodeHours": "The hours that each episode lasted, by episode id: those of its incidents or, without one, the time until a deployment succeeded. Episodes of unknown duration are absent.",
    "coverage": "The number of all failures, and the number of failures that belong to a pattern.",
    "asOf": "The time up to which the report considers failures.",
    "measurement": "The statistics of the pattern; null before the first measurement, absent in reports of earlier versions.",
    "backtest": "The backtest of the forecasts in this organisation; null if there is none. Absent in reports of earlier versions.",
    "map": "Where the failures happened. Absent before the first measurement and in reports of earlier versions.",
    "choice": "The recommended guardrails with their evidence. Absent in reports of earlier versions.",
    "improvement": "The pattern's improvement when the report was written. Absent if none existed, and in reports of earlier versions.",
    "document": "The report as sections of text, tables and charts. Absent in reports of earlier versions."
  },
  "PatternResponse": {
    "name": "The name of the pattern, a readable phrase.",
    "lesson": "A blameless summary of the trigger, the cause, the symptoms and the resolution.",
    "scenario": "The parts of `lesson`. Absent in patterns of earlier versions.",
    "terms": "The terms that distinguish the pattern from others, strongest first.",
    "mechanism": "The name of the mechanism that at least half of the episodes state, such as \"Out of memory\". Absent if they share none.",
    "causes": "The likely causes, best supported first. The confidence of a cause is the highest confidence among the failures, rounded to tenths. Absent in patterns of earlier versions.",
    "triggers": "The likely triggers, in the same form as `causes`.",
    "confidence": "How similar the failures of the pattern are to each other, 0 to 1.",
    "kinds": "The number of failures by kind.",
    "harm": "The score by which patterns are ranked; higher is worse. It is computed from the impact hours, the severity and the recency of the failures.",
    "firstAt": "When the earliest failure of the pattern occurred.",
    "lastAt": "When the newest failure of the pattern occurred.",
    "judgement": "A person's latest judgement of the pattern; null if nobody judged it.",
    "whyNoImprovement": "Why the policy proposes no improvement for the pattern; null if an improvement exists, and before the first report.",
    "retirement": "What became of a pattern that no longer exists; null if the pattern exists."
  },
  "PatternRetirement": {
    "": "States when a clustering stopped to contain a pattern, and which patterns have its failures now.",
    "successors": "The patterns that have the failures of the pattern's newest report now, most failures first.",
    "successors.failures": "The number of these failures in the successor.",
    "failuresInNoPattern": "The number of failures of the newest report that are in no pattern now."
  },
  "PatternShortlist": {
    "": "A list of patterns, limited to the five most harmful. `total` counts all patterns of the list."
  },
  "PatternsResponse": {
    "period": "The period of the figures, rounded to hours; null before the first measurement. Without a chosen period, the recorded history."
  },
  "PeriodFigures": {
    "": "The figures of one period.",
    "changes": "The number of changes, which could have caused episodes.",
    "medianHours": "The median duration of the episodes in hours; null if no duration is known.",
    "impactHours": "The sum of the durations of the episodes in hours, each at most 24; null if no duration is known.",
    "unassigned": "The number of episodes in no pattern.",
    "unassignedHours": "The sum of the known durations of these episodes in hours, each at most 24.",
    "fixesVerified": "The number of fixes that were verified in the period.",
    "fixesRecurred": "The number of fixes after which the failure recurred, by the time of that verdict."
  },
  "PolicyMode": {
    "": "`propose`: a person approves each issue first. `auto`: the policy approves issues within its limits."
  },
  "PolicyResponse": {
    "": "The current policy, who set it and when. `decidedBy` and `decidedAt` are null while the default policy applies."
  },
  "PossiblePattern": {
    "": "The pattern of at least half of the similar failures, for a query that belongs to no pattern with certainty.",
    "name": "The name of the pattern, a readable phrase.",
    "lesson": "A blameless summary of the trigger, the cause, the symptoms and the resolution.",
    "scenario": "The parts of `lesson`. Absent in patterns of earlier versions.",
    "terms": "The terms that distinguish the pattern from others, strongest first.",
    "mechanism": "The name of the mechanism that at least half of the episodes state, such as \"Out of memory\". Absent if they share none.",
    "causes": "The likely causes, best supported first. The confidence of a cause is the highest confidence among the failures, rounded to tenths. Absent in patterns of earlier versions.",
    "triggers": "The likely triggers, in the same form as `causes`.",
    "confidence": "How similar the failures of the pattern are to each other, 0 to 1.",
    "kinds": "The number of failures by kind.",
    "harm": "The score by which patterns are ranked; higher is worse. It is computed from the impact hours, the severity and the recency of the failures.",
    "firstAt": "When the earliest failure of the pattern occurred.",
    "lastAt": "When the newest failure of the pattern occurred.",
    "judgement": "A person's latest judgement of the pattern; null or absent if nobody judged it.",
    "failures": "The number of similar failures that belong to the pattern.",
    "of": "The number of all similar failures, at most 10."
  },
  "ProblemDetails": {
    "": "The body of every error response: problem details (RFC 9457) with a `code`, and whether a retry can help.",
    "status": "The HTTP status code.",
    "detail": "One line for a person: what is wrong, then what to do.",
    "traceId": "The trace id of the request in the log."
  },
  "Provider": {
    "": "The id of a provider, such as `github`. The types of its records begin with the id (`github.commit`), and the URL of its webhooks contains it."
  },
  "ProviderDescriptor": {
    "": "Describes a provider to clients, which render the connection form of the provider from this description.",
    "summary": "The data that are imported from the provider, as a text for people.",
    "scope": "How the scope of a connection is chosen; null if everything is imported.",
    "roots": "The API roots to choose from, default first; empty for a provider of files.",
    "webhook": "How to create a webhook; null if the provider sends none.",
    "writes": "The writes that Refrain sends to the provider, as a text for people; null if it makes none.",
    "connectMethods": "The kinds of credentials, default first; empty for a provider of files."
  },
  "ProviderRoot": {
    "": "A root URL of a provider's API. If there are several, a person chooses one.",
    "region": "The name of the region; null for a provider without regions."
  },
  "ProviderScope": {
    "example": "An example of a glob, to be shown to a person.",
    "excludes": "A plural noun for what is omitted if the list of globs is empty, such as `forks`; null if nothing is omitted."
  },
  "ProviderWebhook": {
    "secretSource": "Which side creates the secret that signs webhook deliveries: Refrain or the provider.",
    "instructions": "How a person creates the webhook.",
    "urlLabel": "The label of the field for the URL in the provider's form."
  },
  "ProviderWrite": {
    "": "One entry of the audit log of writes to providers.",
    "target": "The target of the write: `acme/api`, `acme/api#12`, or the id of an incident.",
    "content": "The written content, without secrets.",
    "connectionId": "The connection to the provider.",
    "url": "The URL of the written object; null if unknown.",
    "problem": "Why the write failed and what to do; null if it did not fail.",
    "pattern": "The pattern of the written issue; null for other writes, and for an issue that another one has replaced.",
    "completedAt": "When the provider responded; null before the response."
  },
  "PullCheck": {
    "": "A check run on the newest commit of an open pull request that resembles changes that failed.",
    "repository": "The repository as `owner/name`.",
    "headSha": "The commit that has the check run.",
    "patternId": "The pattern of the similar failures; null if they belong to no pattern.",
    "failureIds": "The similar earlier failures, most relevant first.",
    "score": "The calibrated probability that the pull request causes a failure, 0 to 1.",
    "averageScore": "The average probability that a change causes a failure, 0 to 1.",
    "url": "The URL of the check run; null before it is written."
  },
  "PullCheckContent": {
    "": "The content of a check run that Refrain writes.",
    "title": "The title on one line.",
    "summary": "Markdown; GitHub allows 65,535 characters.",
    "detailsUrl": "The URL of the page with details; null if Refrain's public URL is not configured."
  },
  "PullCheckState": {
    "": "The state of a pull request check. `pending`: it is not written yet. `shown`: it is on the pull request. `unhelpful`: a person called it unhelpful, and the pull request gets no further check. `given_up`: the provider rejected it or did not respond; it is not written again."
  },
  "QueueCounts": {
    "isPaused": "Whether an admin paused the queue, so that no job of the queue starts."
  },
  "RateComparison": {
    "": "The rate of the recent window, compared with the rate before it.",
    "ratio": "The recent rate divided by the earlier rate, with a 95 % interval. `value` and `high` are null if they are unbounded.",
    "p": "The p-value of the difference; null if the episodes are too few for any difference to be significant."
  },
  "RawRecord": {
    "": "A payload as a provider sent it, with a key that identifies redeliveries.",
    "type": "The type of the payload, such as `github.pull_request` or `archive.incident`, which determines its schema.",
    "deliveryKey": "The key of the delivery, unique per connection and content. A second record with the same key is dropped."
  },
  "Recommendation": {
    "rank": "The rank of the recommendation; 1 is the best.",
    "confidence": "The probability that an engineer who knows the failures would accept the recommendation, 0 to 1.",
    "tried": "Earlier outcomes of the guardrail in this organisation."
  },
  "RecommendationScoreFactors": {
    "": "All factors of the ranking score of a recommendation, so that a person can recompute the score.",
    "expectedEpisodes": "The expected number of episodes within the horizon without the guardrail; null without a forecast.",
    "kindMatch": "The confidence that the guardrail prevents failures with the pattern's cause and trigger, 0 to 1.",
    "mechanisms": "The probability that an episode has a mechanism that the guardrail prevents, averaged over the episodes, 0 to 1.",
    "signals": "The combined strength of the signals that support the guardrail, averaged over the episodes, 0 to 1.",
    "fit": "The probability that the guardrail applies, given mechanisms and signals, averaged over the episodes, 0 to 1.",
    "share": "Assumed share of the episodes to which the guardrail applies that it would prevent.",
    "history": "The guardrail's outcomes in this organisation, weighted by closeness to the pattern, and the resulting factor.",
    "avoidedEpisodes": "The expected number of avoided episodes: `expectedEpisodes` × `fit` × `share` × `history.factor`.",
    "costHours": "People-hours per episode; null if they are unknown.",
    "hoursSavedPerDay": "People-hours saved per day of effort: `avoidedEpisodes` × `costHours` ÷ `effortDays`. Null if a factor is null.",
    "value": "The ranking score: as `hoursSavedPerDay`, but computed from mean values and without unknown factors.",
    "explanation": "The computation of `value`, as a sentence."
  },
  "RecordCheckResponse": {
    "": "Describes what an import of records would store.",
    "records": "The number of records that can be read.",
    "fresh": "The number of these records that are new.",
    "changed": "The number of these records that replace a stored record with the same id and other content."
  },
  "RecordState": {
    "": "How a record of an import compares with the stored data. A `changed` record replaces one with the same id, and an `unchanged` one is stored already. An `existing` record is a failure that another connection has delivered, and is skipped."
  },
  "Recurrence": {
    "": "How a pattern recurs. `new`: it became a pattern in the last 30 days. `returned`: it had stopped and came back in the last 90 days. `quiet`: at its rate, it would probably have had another episode by now. `recurring`: none of these."
  },
  "RefrainEvent": {
    "": "A message that something happened. It contains only ids, with which a subscriber requests the data.",
    "id": "The id of the event, equal in every delivery.",
    "position": "The position of the event in the sequence of all events. A subscriber sends it to resume the stream after this event.",
    "patternId": "The affected pattern; null for `digest_written`.",
    "reportId": "The new report; null unless the type is `report_written`.",
    "digestId": "The new digest; null unless the type is `digest_written`."
  },
  "RelatedService": {
    "": "Another service that is related to a service. At least one of the three statements is present.",
    "isDependency": "Whether the service depends on the other service according to a catalogue file.",
    "isDependent": "Whether the other service depends on the service according to a catalogue file.",
    "sharedEpisodes": "The number of episodes in the period in which both services failed."
  },
  "Remedies": {
    "": "How many episodes of the pattern each remedy resolved, the most frequent first, in words; null if that is unknown."
  },
  "ReplayDeadLettersRequest": {
    "": "Selects the dead letters to replay: those that match all given fields, or all dead letters if no field is given."
  },
  "ReplayLikelihood": {
    "": "Whether a replay is likely to succeed: now (`likely`), once the cause is fixed (`after_fix`) or never (`none`)."
  },
  "ReplayResponse": {
    "": "The number of records that are parsed again, and the number of records whose payload expired."
  },
  "ReportBadge": {
    "": "A part of a pattern's status in a few words, such as \"Returned\" or \"SEV-1\"."
  },
  "ReportCell": {
    "": "A cell of a table: a text, or the title of the source `ref`, which renderers link to the source."
  },
  "ReportChart": {
    "": "A chart in a report. All values are at least 0.",
    "levels": "Reference lines. Each line extends over the bars with the indexes `from` to `to`, inclusive."
  },
  "ReportDifference": {
    "": "One difference between two reports of a pattern. `text` states it in one sentence."
  },
  "ReportDocument": {
    "": "The content of a report or digest, from which Markdown, HTML and the web page are rendered.",
    "lead": "The most important statement: the key facts of a pattern, or the totals of a digest."
  },
  "ReportLink": {
    "targetAt": "When the linked change or failure occurred. Absent in reports of earlier versions.",
    "isConfirmed": "True if a person confirmed the link, otherwise absent."
  },
  "ReportMember": {
    "": "A failure of a pattern as a report shows it.",
    "excerpt": "The lines of the failure's text that are most relevant to the pattern, with people replaced by roles.",
    "precision": "The precision of `occurredAt` and `resolvedAt`; absent if both are exact.",
    "severity": "The priority that people assigned, otherwise the provider's severity. Absent if unknown.",
    "evidence": "Why the failure belongs to the pattern.",
    "answer": "Whether a change triggered the incident, and how the incident was resolved. Absent if the failure is no incident, and in old reports.",
    "statedRootCause": "The passage of the failure's text that states the root cause. Absent without such a passage.",
    "statedResolution": "The passage of the failure's text that states the resolution. Absent without such a passage.",
    "statedMechanism": "The mechanism that the failure's text clearly states, with the sentence that states it. Absent without such a sentence.",
    "statedImpact": "The sentence that says best what users suffered. Absent if no sentence says it clearly.",
    "plannedAction": "An action from the report's list of actions that should prevent the failure. Absent if the report lists none.",
    "statedDuration": "How long the incident lasted according to its text. Absent if the text does not say."
  },
  "ReportSection": {
    "id": "The id of the section. It is the same in all reports, so that links and comparisons can use it.",
    "isDetail": "True for statistics and background, which renderers fold until a reader opens them."
  },
  "ReportSource": {
    "": "A source of a report's statements, which a reader can open.",
    "ref": "The source's label, unique per report: `E3` an episode, `C2` a change, `P1` a pattern, `R1` further reading."
  },
  "ReportTemplate": {
    "": "Lines that the incident reports of a connection repeat because they come from a template, such as instructions."
  },
  "ReportsResponse": {
    "": "The reports of a pattern, newest first."
  },
  "Resolution": {
    "": "How a failure was resolved. At least one of the two fields is not null.",
    "stated": "The passage that states the resolution; null if the text has none.",
    "change": "The change that resolved the failure; null if none is known or the failure is itself a reverted change."
  },
  "ResolutionAssessment": {
    "changeId": "The change that resolved the incident; null if no change resolved it or the change is unknown.",
    "confidence": "The estimated probability that the resolution is right, 0 to 1; 0 for the kind `unknown`."
  },
  "ResolutionCertainty": {
    "": "How certain it is that a change resolved a failure. `nearly_certain` is an estimated probability of at least 0.9."
  },
  "ResolutionKind": {
    "": "How a failure was resolved. `retried`: the same deployment succeeded later. `self_resolved`: no resolving change is known."
  },
  "ResolvingChange": {
    "": "A change that is linked as the resolution of a failure.",
    "reason": "The strongest evidence for the link; null if a person confirmed it."
  },
  "RestartLogEntry": {
    "": "One line of `restarts.jsonl` in the data folder. `npm start` logs its own start there, and each end and restart of the processes that it supervises. `refrain doctor` reads the file.",
    "detail": "The exit code, signal or problem; empty for `started` and `restarted`."
  },
  "RevertTemplate": {
    "": "Reverts of one repository whose titles match one template, for a person to judge together.",
    "repository": "The repository as `owner/name`.",
    "reverts": "The number of matching reverts; `failures`, `planned`, `unclear` count them by Refrain's own verdict.",
    "linked": "The number of reverts that share an episode with an incident or a failed deployment.",
    "examples": "The newest reverts; those that count as failures come first.",
    "lastAt": "The time of the newest revert. Null if no revert matches; then the template is listed only because a person judged it."
  },
  "RevertTemplatesResponse": {
    "": "The title templates as of the latest clustering, most frequent first, with people's latest decisions."
  },
  "Role": {
    "": "The roles of users, lowest first. Each role has all permissions of the lower roles."
  },
  "Scope": {
    "": "A token's role for the whole API (`viewer`) or the routes with one tag (`search:viewer`, `connections:admin`)."
  },
  "ScopeNamesResponse": {
    "": "The names of all services and repositories with failures or catalogue entries, sorted.",
    "repositories": "Repositories as `owner/name`."
  },
  "ScopeRefinement": {
    "": "Further lists in a connection's scope, each of which limits what is imported from the selected repositories."
  },
  "ScopeSelection": {
    "": "Whether the scope of a connection selects repositories or services."
  },
  "SearchMatch": {
    "score": "The failure's similarity to the query, 0 to 1. On average, a failure and its nearest neighbour have a similarity of 0.5.",
    "isRepeat": "Whether the query repeats this failure: except for numbers, dates and ids, both have the same words.",
    "hasSameTitle": "Whether the query is a failure with the same title, or a text whose first line is this title, except for case, punctuation, numbers, dates and ids.",
    "isWeak": "Whether the failure shares only a common word or the name of a service with a text that says more.",
    "resolution": "How the failure was resolved. Null if no text states it and no linked change is confirmed or nearly certain.",
    "excerpt": "The sentence or line of the failure's text that says most about the query; null if it says no more than the title.",
    "shared": "What the failure has in common with the query.",
    "shared.hasLine": "Whether the failure has a line of the query, except for numbers, dates and ids.",
    "shared.words": "At most six words of the query that the failure contains, those that tell most first.",
    "shared.services": "The services of the failure that the query names, in lower case.",
    "evidence": "Why the failure is similar to the query. The weights add up to `score`, except for rounding."
  },
  "SearchQuery": {
    "": "A query for similar failures: a text, a stored failure, or the URL of a web page at a provider.",
    "limit": "The maximum number of matches in the response.",
    "service": "Searches only failures of this service; the letter case does not matter.",
    "environment": "Searches only failures in this environment; the letter case does not matter."
  },
  "SearchResponse": {
    "query": "How the query was interpreted. For a text, `id` and `title` are null.",
    "corrections": "The words of a typed text that no failure contains, each with the word that was searched instead. Empty for a failure, a web page and a long text.",
    "verdict.confidence": "The confidence of the verdict, 0 to 1. If `seenBefore` is true: 1 if the query repeats a failure, otherwise the confidence of the pattern, or without a pattern the score of the best match. If `seenBefore` is false: 1 minus the larger of the last two values, multiplied by the share of failures that were searched; 0 for an unspecific text.",
    "recorded": "The stored failure that a text describes itself: the text has its title or was copied from its text, and the failure began within the last day or is an open incident. Null if there is none. The other fields do not count this failure or others of its episode.",
    "repeats": "How many failures the query repeats, at most 100, and when the newest of them occurred. Null if it repeats none, or if these failures are in different patterns, because then their words are too general.",
    "unspecific": "Set if the text does not say what failed: it only names a service, or failures of different patterns have this title. Then there is no verdict. Null for all other queries.",
    "unspecific.sameTitle": "The number of failures with this title.",
    "unspecific.sameService": "The number of other failures whose titles name the same service; 0 if the text is a title.",
    "pattern": "The pattern of the repeated failure, or else the most likely pattern; null if that failure is in no pattern.",
    "possiblePattern": "Null if `pattern` or `repeats` is set, if the text is unspecific, or if the similar failures have no pattern in common.",
    "resolution": "How the most relevant earlier failure was resolved: a repeated failure, or else one of a service that the query names, the newest one of the pattern, or the most similar one. Only resolutions that a text states, or that are confirmed or nearly certain. Null if none is known.",
    "matches": "Similar failures: first those with the same title or words, newest first, then the others, most similar first.",
    "searched": "The number of failures that were searched.",
    "failures": "The number of all failures.",
    "complete": "Whether the index contains all failures. False while the index is being built.",
    "meaning": "Whether the meaning of a text was compared too, and how many failures have the sentence vectors for that. Null if there is no sentence model, or if the query is not a text."
  },
  "Season": {
    "": "A recurring time, such as the end of the month, at which significantly more episodes of a pattern begin."
  },
  "SecurityResponse": {
    "": "The security settings of the installation, for its operator.",
    "publicUrl": "The URL at which people and webhooks reach the installation.",
    "trustsProxies": "Whether a trusted proxy is configured, whose `X-Forwarded-For` states the addresses of clients.",
    "signInBy": "The identity providers by which people sign in.",
    "allowsSignInLinks": "Whether people can also sign in by links, which bypass a provider's second factor.",
    "people": "The number of users who may sign in.",
    "admins": "The number of admins who may sign in.",
    "lastingTokens": "The names of tokens that do not expire."
  },
  "ServicePattern": {
    "": "A pattern with its episodes at one service.",
    "name": "The name of the pattern, a readable phrase.",
    "lesson": "A blameless summary of the trigger, the cause, the symptoms and the resolution.",
    "scenario": "The parts of `lesson`. Absent in patterns of earlier versions.",
    "terms": "The terms that distinguish the pattern from others, strongest first.",
    "mechanism": "The name of the mechanism that at least half of the episodes state, such as \"Out of memory\". Absent if they share none.",
    "causes": "The likely causes, best supported first. The confidence of a cause is the highest confidence among the failures, rounded to tenths. Absent in patterns of earlier versions.",
    "triggers": "The likely triggers, in the same form as `causes`.",
    "confidence": "How similar the failures of the pattern are to each other, 0 to 1.",
    "kinds": "The number of failures by kind.",
    "harm": "The score by which patterns are ranked; higher is worse. It is computed from the impact hours, the severity and the recency of the failures.",
    "firstAt": "When the earliest failure of the pattern occurred.",
    "lastAt": "When the latest episode of the pattern in the service began.",
    "judgement": "A person's latest judgement of the pattern; null or absent if nobody judged it.",
    "episodes": "The number of the pattern's episodes in the service in the period.",
    "impactHours": "The sum of the known durations of these episodes in hours, each at most 24; null if no duration is known."
  },
  "ServiceProfile": {
    "": "A service with its recurring failures, owners, related services and delivery figures.",
    "period": "The period of the figures, rounded to hours.",
    "episodes": "The number of episodes that began in the period.",
    "impactHours": "The sum of the known durations of these episodes in hours, each at most 24; null if no duration is known.",
    "episodesBefore": "The number of episodes in the period of equal length before; null if the recorded history does not contain it.",
    "direction": "How the rate of episodes changed since the period before, by the test of the overview; null without a period before.",
    "timeline": "The number of episodes in each twelfth of the period, oldest first.",
    "patterns": "The patterns of the service, those with most impact in the period first, at most 24 hours of each episode; at most 50 patterns.",
    "totalPatterns": "The number of patterns with an episode in the period, without dismissed patterns.",
    "causes": "Episodes of the period by cause, most first.",
    "teams": "The owner teams, sorted by name.",
    "teamFiles": "The kinds of files that name the teams; empty if a provider names them, or if no team is known.",
    "teamProvider": "The provider that names the teams; null if files in repositories name them, or if no team is known.",
    "repositories": "The repositories or folders that contain the code of the service.",
    "services": "The services that run from the repository; empty for a service.",
    "related": "Services that fail in the same episodes, or on which the service depends; at most 12.",
    "delivery": "The DORA metrics of the repositories with deployments in the last 90 days."
  },
  "ServiceSummary": {
    "": "A service, or a repository with failures whose service is unknown.",
    "name": "The name of the service, or of the repository as `owner/name`.",
    "patterns": "The number of patterns with an episode in the period, without dismissed patterns.",
    "episodes": "The number of episodes that began in the period.",
    "episodesBefore": "The number of episodes in the period of equal length before; null if the recorded history does not contain it.",
    "impactHours": "The sum of the known durations of these episodes in hours, each at most 24; null if no duration is known.",
    "timeline": "The number of episodes in each twelfth of the period, oldest first.",
    "lastAt": "When the latest episode began, in the period or before.",
    "teams": "The owner teams according to CODEOWNERS and catalogue files, or else to PagerDuty; sorted by name.",
    "deployments": "The number of production deployments in the last 90 days; null if none is known."
  },
  "ServiceTeams": {
    "": "The teams that a provider names for a service. Known names of people are never listed.",
    "service": "The name of the service as the provider spells it."
  },
  "ServicesResponse": {
    "period": "The period of the figures, rounded to hours; null before the first measurement.",
    "idle": "How many of the services that match the filters have no episode in the period. They are only listed without `minEpisodes`."
  },
  "SessionResponse": {
    "": "The user who is signed in."
  },
  "SessionStartMethod": {
    "": "How a session began: by a sign-in link or through an identity provider."
  },
  "SessionsResponse": {
    "": "Sessions, most recently used first."
  },
  "SharedFolder": {
    "": "A folder that several episodes of a pattern have in common.",
    "repository": "The repository as `owner/name`.",
    "episodeIds": "The ids of the episodes, sorted by time."
  },
  "SignInLinkResponse": {
    "": "A link that signs a browser in once.",
    "expiresAt": "When the link stops working."
  },
  "SignInMethod": {
    "": "How a user signs in: by a link from an admin, through the organisation's OpenID Connect provider, or with GitHub."
  },
  "SignInMethodsResponse": {
    "": "The identity providers by which people sign in, each with the page that starts its sign-in.",
    "allowsLinks": "Whether people can also sign in by links that an admin creates."
  },
  "SlackEventType": {
    "": "Slack messages cannot show reports."
  },
  "Span": {
    "": "The likely range of a value, in the unit that the name of the field states."
  },
  "StatedDuration": {
    "": "How long a failure lasted according to its text.",
    "quote": "The words of the text, such as “2h 15m” or “from 10:02 to 11:40 UTC”. Their units show how exact the duration is."
  },
  "StatedOwnership": {
    "": "Owners with the kind of file that names them.",
    "repository": "The repository as `owner/name`.",
    "path": "The owned folder; null for the whole repository.",
    "teams": "Team names, such as `team` for `@organisation/team`; empty if no team is an owner."
  },
  "StatedPassage": {
    "": "A passage of a failure's text that states its root cause or its resolution.",
    "quote": "The passage, at most 3 sentences and 58 words, verbatim except for white space and markup of lists and tables.",
    "confidence": "The confidence, 0 to 1. It is the share of similar passages that a human reader chose as the statement too."
  },
  "Statement": {
    "": "A paragraph with its sources. May contain external text, so renderers must escape the text.",
    "label": "A short heading of the paragraph, such as the name of a recommended guardrail.",
    "isQuotation": "True if the paragraph quotes its sources, otherwise absent.",
    "refs": "The `ref` of each source.",
    "method": "How the stated figure is computed; null if the sources contain the statement."
  },
  "StatementKind": {
    "": "The statements of a failure that a person can correct. A correction of the kind `cause` decides the trigger."
  },
  "StatusResponse": {
    "unassigned": "The number of failures that belong to no pattern. `of` counts all failures except duplicates and dismissed ones.",
    "pending": "The number of stored records that are waiting to be parsed.",
    "busy": "Whether data are still being processed.",
    "isFirstAnalysis": "Whether the first import or backfill is being analysed: patterns may change a lot until its patterns and proposals are published. False for every later import."
  },
  "StreamProgress": {
    "": "The progress of one stream of a backfill, such as `pulls:acme/api` or `incidents`.",
    "records": "The number of records ingested so far.",
    "expected": "The estimated number of records of the stream; null if the provider's responses contain no basis for an estimate.",
    "problem": "Why the stream failed and what to do; null if it did not fail."
  },
  "Subscription": {
    "": "A webhook or Slack channel that receives events. The full URL and the secret are shown only once.",
    "kind": "`webhook`: signed requests as in Standard Webhooks. `slack`: messages to a Slack-compatible incoming webhook.",
    "address": "The part of the receiver's URL that is not secret.",
    "scope": "The part of the organisation whose patterns and digests are delivered: all of it, a service or a team.",
    "period": "Whether weekly or monthly digests are delivered; null for both.",
    "state": "`off` after days of failed deliveries. A successful test message switches the subscription on again.",
    "reason": "Why the subscription is off; null while it is on.",
    "lastProblem": "Why the latest delivery failed; null if it succeeded.",
    "pending": "The number of events that are waiting to be delivered.",
    "givenUp": "The number of events of the last 30 days that Refrain no longer tries to deliver, because deliveries failed."
  },
  "SubscriptionTestResponse": {
    "": "The result of a test message. If the message was not delivered, `problem` says why."
  },
  "TimePrecision": {
    "": "The precision of a time, finest first. A time of precision `minute`, `day` or `month` is the start of that period (UTC)."
  },
  "TitleTemplate": {
    "": "A form of titles (`Drain * for maintenance`): `*` matches exactly one word, other words match in any letter case."
  },
  "TokensResponse": {
    "": "Tokens, oldest first, including expired ones."
  },
  "Trend": {
    "": "The rate of episodes and its trend.",
    "id": "The id of the pattern, or the name of the service; empty for the organisation.",
    "observedFrom": "The start of the period in which episodes could occur. For a new service, this is its first change.",
    "recentFrom": "The start of the recent window; null if the observed period is too short for a recent window.",
    "per100Changes": "The trend per 100 changes; null if the number of changes is unknown.",
    "changePoints": "The change points of the weekly rate, earliest first; empty if no change is significant.",
    "dispersion": "The variance of the counts divided by their mean, at least 1. A higher value means that episodes come in bursts."
  },
  "TrendDirection": {
    "": "The direction of a rate. `steady`: a change by half or more is ruled out. `no_clear_change`: the rate may be constant or not. `too_few`: with so few episodes, no change could be significant."
  },
  "TrendMeasure": {
    "overall": "The rate over the whole observed period.",
    "comparison": "The recent rate compared with the earlier one; null if the observed period is too short for two windows.",
    "test": "The test of whether the rate is constant. For weekly rates, it also tests for change points. Null if no result could be significant."
  },
  "TrendRate": {
    "": "Episodes per unit of exposure, with a 95 % interval.",
    "exposure": "The exposure: the number of weeks or of hundreds of changes."
  },
  "TrendSignificanceTest": {
    "": "The result of a statistical test of whether a rate is constant.",
    "p": "The p-value of the test.",
    "q": "The p-value, adjusted for all simultaneous tests by Benjamini and Hochberg."
  },
  "TrendWeek": {
    "week": "The ISO 8601 week in UTC, such as `2026-W03`.",
    "days": "The number of observed days in the week; fewer than 7 at either end of the period.",
    "changes": "The number of changes; null if it is unknown."
  },
  "Trends": {
    "": "All trends of one period. The false discovery rate is controlled separately for patterns and services.",
    "significance": "The maximum p-value of a trend that is reported as rising or falling.",
    "falseDiscoveryRate": "The maximum expected share of trends reported by mistake. A trend is reported if its `q` is at most this share.",
    "services": "Trends by service, sorted by name.",
    "patterns": "Trends by pattern, sorted by id."
  },
  "Trigger": {
    "": "The event that started a failure: for example, a deployment. The defect in the deployed code would be the cause."
  },
  "TriggerStatement": {
    "": "The event that started a failure, according to its report or a person.",
    "quote": "The passage that states the trigger; null if a person chose a trigger that no sentence states.",
    "confidence": "The confidence, 0 to 1: the share of similar passages that make this statement according to a human reader.",
    "isDecided": "Whether a person chose the passage. The confidence is then 1."
  },
  "UnassignedEpisode": {
    "": "An episode in no pattern, named by its first incident, or else by its first failure.",
    "failureId": "The id of the failure that names the episode.",
    "title": "The title of that failure.",
    "hours": "The duration of the episode in hours, at most 24."
  },
  "UndoRequest": {
    "": "The request that undoes a write. Its path is relative to the root of the provider's API.",
    "expects": "The write is undone only if the object still has this text. Null if only Refrain edits the object."
  },
  "UnreadableRecordsResponse": {
    "": "Records that could not be parsed, newest first.",
    "deliveryKey": "The id that the sender gave to the delivery."
  },
  "User": {
    "": "A user who may sign in. Users never appear in the analysis.",
    "lastSeenAt": "When the user last sent a request, exact to a minute; null before the first request.",
    "isDisabled": "Whether the user can no longer sign in. Past decisions keep the user's name."
  },
  "UserUpdate": {
    "": "The changes to make to a user. Absent fields stay unchanged."
  },
  "UsersResponse": {
    "": "Users, oldest first."
  },
  "WebhookResponse": {
    "": "The URL to which the provider sends events, and the secret that signs them (null if only the provider has it)."
  },
  "WebhookState": {
    "": "The state of a webhook. `none`: no webhook was requested. `refused`: the credential may not create it, or the provider cannot reach the URL. `silent`: the webhook exists but its ping has not arrived. `active`: events arrive. `disabled`: switched off.",
    "problem": "What is wrong with the webhook and what to do; null if nothing is wrong.",
    "checkedAt": "When Refrain last requested the webhook's state from the provider.",
    "deliveredAt": "When the latest delivery with a valid signature arrived.",
    "isSecretDue": "Whether a person requested a new secret that the provider does not use yet."
  },
  "WordingEdit": {
    "": "The replacement of the text from `start` to `end`, in UTF-16 units."
  },
  "WordingFinding": {
    "start": "The start of the blaming words in the checked text, in UTF-16 units.",
    "end": "The end of the blaming words in the checked text, exclusive, in UTF-16 units.",
    "words": "The blaming words, verbatim.",
    "reason": "Why the wording is a problem, in one sentence.",
    "suggestion": "The sentence, reworded so that the system is its subject. A question if no safe rewording exists.",
    "edit": "The edit that applies the suggestion; null if the suggestion is a question. Edits of one text do not overlap."
  },
  "WordingKind": {
    "": "Why a wording blames people instead of describing the system."
  },
  "WordingResponse": {
    "findings": "The first 500 findings in the order of the text. Findings do not overlap.",
    "hasMore": "Whether the text has more than 500 findings.",
    "reworded": "The text with every edit applied."
  },
  "WorkingTime": {
    "": "When people work. All other time is out of hours.",
    "workday": "The hours of the day during which people work; all other hours are out of hours.",
    "weekend": "The days of the week on which nobody works; 1 is Monday."
  },
  "WorstPattern": {
    "": "A pattern with its figures in the period of the overview.",
    "name": "The name of the pattern, a readable phrase.",
    "lesson": "A blameless summary of the trigger, the cause, the symptoms and the resolution.",
    "scenario": "The parts of `lesson`. Absent in patterns of earlier versions.",
    "terms": "The terms that distinguish the pattern from others, strongest first.",
    "mechanism": "The name of the mechanism that at least half of the episodes state, such as \"Out of memory\". Absent if they share none.",
    "causes": "The likely causes, best supported first. The confidence of a cause is the highest confidence among the failures, rounded to tenths. Absent in patterns of earlier versions.",
    "triggers": "The likely triggers, in the same form as `causes`.",
    "confidence": "How similar the failures of the pattern are to each other, 0 to 1.",
    "kinds": "The number of failures by kind.",
    "harm": "The score by which patterns are ranked; higher is worse. It is computed from the impact hours, the severity and the recency of the failures.",
    "firstAt": "When the earliest failure of the pattern occurred.",
    "lastAt": "When the newest failure of the pattern occurred.",
    "judgement": "A person's latest judgement of the pattern; null or absent if nobody judged it.",
    "impactHours": "The sum of the known durations of the episodes in hours, each at most 24; null if no duration is known."
  },
  "WorstSeverity": {
    "": "The highest severity of several episodes, in the word of the provider, and the number of episodes with this severity."
  },
  "WriteAction": {
    "": "The kinds of writes that Refrain sends to providers."
  },
  "WriteReason": {
    "": "Why Refrain writes to a provider. `by` names who decided to write: a person, a token, a rule, or the URL of a comment."
  },
  "WriteState": {
    "": "The state of a write. `planned`: listed in a dry run, never sent. `begun`: being sent. `unknown`: sent without a response, so it may have succeeded. `refused`: rejected by the provider. `undone`: reverted by a later write."
  }
};
