/** Generated from the comments of the schemas: npx vitest run -u --project stored test/contract */
export const descriptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "ApiToken": {
    "owner": "Who made it.",
    "parentId": "The id of the token that made it, with which it ends; null for one that a person made.",
    "expiresAt": "Null for one that does not expire.",
    "lastUsedAt": "Within a minute; null for one that was never used."
  },
  "ArchiveImportResponse": {
    "": "What was received for an archive.",
    "stored": "Those that were not known before."
  },
  "BackfillProgress": {
    "expected": "An estimate of all streams, of which some may not have begun; null before one has, or where one does not say.",
    "pending": "Records that are stored and not yet worked on.",
    "perSecond": "Records a second over the last minute; null before ten seconds can be measured, and when nothing moves.",
    "secondsLeft": "Seconds until all expected records are in, at that rate; null where either is not known."
  },
  "BacklogAge": {
    "": "How long the oldest has waited that has not reached the end of a stage, in seconds; 0 where none waits.",
    "normalise": "Records that are stored and not yet read.",
    "group": "Failures that no grouping knows yet.",
    "report": "Failures that were grouped, and are in no report of their pattern yet."
  },
  "BacklogResponse": {
    "": "What waits, and for how long.",
    "queues": "By the name of the queue.",
    "queues.oldestSeconds": "How long the oldest job that is ready to run has been due; 0 where none waits.",
    "pending": "Records that are stored and not yet read.",
    "deadLetters": "What was given up and not done since, by kind and queue; none where there is none.",
    "aheadSeconds": "Seconds by which the latest stored time is ahead of the clock of the database, because that clock was or is wrong; 0 up to a minute."
  },
  "Backtest": {
    "": "Forecasts as they would have been made in the past, each from what was known by then, and what came of them.",
    "from": "First and last moment from which was forecast; null where the history is too short."
  },
  "BacktestHorizon": {
    "": "How forecasts of one length would have done.",
    "forecasts": "Forecasts that were checked: of each pattern at each origin.",
    "observedShare": "Share of them after which at least one episode came.",
    "brierSkill": "Brier skill score against the organisation's base rate, as far as that was known at the time: 1 is perfect, 0 no better. Its 90 % interval is null where the history is too short for one.",
    "isShown": "Whether forecasts of this length are shown, and why not.",
    "coverage90": "Share of the outcomes that 90 % intervals cover; about .9 is right.",
    "calibrationError": "Expected calibration error, in [0, 1]."
  },
  "CalibrationBin": {
    "": "Forecasts of about the same chance, and how often something came."
  },
  "CandidateChange": {
    "": "A change that may have set an incident off. It bears no author: who made it is no evidence.",
    "score": "Estimated chance that this one is the cause, in [0, 1]. The candidates of an incident sum up to 1 at most.",
    "evidence": "What speaks for it, strongest first."
  },
  "CatalogueDraft": {
    "": "What is known of a pair before it is stored: that a service runs from a place in a repository, and why that is thought.",
    "service": "Name of the service as PagerDuty or the file has it.",
    "repository": "`owner/name`.",
    "path": "Folder in the repository; null is all of it.",
    "environment": "Environment that the service is; null is any.",
    "score": "In [0, 1]: how sure the suggestion is; 1 for what a file or a person says."
  },
  "CatalogueEntry": {
    "": "That a service runs from a repository: what says so, and what a person decided.",
    "service": "Name of the service as PagerDuty or the file has it.",
    "repository": "`owner/name`.",
    "path": "Folder in the repository; null is all of it.",
    "environment": "Environment that the service is; null is any.",
    "score": "In [0, 1]: how sure the suggestion is; 1 for what a file or a person says."
  },
  "CatalogueImportResponse": {
    "items": "What the file says that fits a known service, as it is stored now.",
    "problems": "What of the file could not be used, and why."
  },
  "CatalogueOrigin": {
    "": "Where an entry comes from: Refrain's own reading of names and texts, a file of the repository, or a person."
  },
  "CataloguePair": {
    "": "A pair that a person names."
  },
  "CatalogueSuggestionResponse": {
    "": "Suggestions are made in the background; they show in the list."
  },
  "Cause": {
    "": "What in the system allowed the failure."
  },
  "CauseAssessment": {
    "confidence": "Estimated chance that the cause is right, in [0, 1]; 0 where it is `unknown`.",
    "evidence": "The words of the text that led there, and signs such as a path.",
    "causes": "All that are likely enough to be told, likeliest first, without `unknown`. Also some that are not likely enough to be named above."
  },
  "CauseCell": {
    "per100Changes": "Null where the changes of the place, or the place, are not known.",
    "per100Episodes": "Of all episodes of the place: what part of its failures this is. Null where the place is not known.",
    "standsOut": "Whether it is above the organisation's rate for each change and for each day: being changed a lot or a little does not explain it. Where changes are not known: for each day and among the place's own episodes, so that it is not only large."
  },
  "Change": {
    "externalId": "Unique within connection and kind: `acme/api#12`, `acme/api#deployment/42`, `acme/api@<sha>`.",
    "repository": "`owner/name`, or the service that it names and nothing more.",
    "sha": "Merge commit of a pull request, deployed commit of a deployment, the commit itself.",
    "parents": "Parents of a commit, first parent first; empty for the others.",
    "number": "Pull request number: its own, or the one that a commit's subject names.",
    "branch": "Head branch of a pull request.",
    "base": "Branch that a pull request was merged into, where it was not the default branch; null where it was, or is not known.",
    "succeeded": "Whether a deployment ended well; null while it runs, and for what cannot fail."
  },
  "ChangeAssessment": {
    "": "What is said of an incident and the changes around it.",
    "confidence": "Estimated chance that the verdict is right, in [0, 1]: of `undecided`, the chance of the likeliest of the others.",
    "isDecided": "Whether a person decided it.",
    "candidates": "Likeliest first."
  },
  "ChangeDraft": {
    "externalId": "Unique within connection and kind: `acme/api#12`, `acme/api#deployment/42`, `acme/api@<sha>`.",
    "repository": "`owner/name`, or the service that it names and nothing more.",
    "sha": "Merge commit of a pull request, deployed commit of a deployment, the commit itself.",
    "parents": "Parents of a commit, first parent first; empty for the others.",
    "number": "Pull request number: its own, or the one that a commit's subject names.",
    "branch": "Head branch of a pull request.",
    "base": "Branch that a pull request was merged into, where it was not the default branch; null where it was, or is not known.",
    "succeeded": "Whether a deployment ended well; null while it runs, and for what cannot fail."
  },
  "ChangeFailRate": {
    "": "By what showed that it failed; of several, the first in this order."
  },
  "ChangeKind": {
    "": "`commit` is a commit on the default branch: a direct push, or the commit that a merged pull request left there."
  },
  "ChangePoint": {
    "": "A moment at which the rate changed for good; rates are per week, of the stretches between two change points.",
    "earliest": "The moment is in here with a chance of 95 %, if the rate changed once in the stretch.",
    "p": "Chance of so clear a change anywhere in the stretch around it, where the rate is constant."
  },
  "ChangeSummary": {
    "": "A change as it is told beside an incident: what, where and when; not whose. Null where it is gone.",
    "externalId": "Unique within connection and kind: `acme/api#12`, `acme/api#deployment/42`, `acme/api@<sha>`.",
    "repository": "`owner/name`, or the service that it names and nothing more.",
    "sha": "Merge commit of a pull request, deployed commit of a deployment, the commit itself.",
    "parents": "Parents of a commit, first parent first; empty for the others.",
    "number": "Pull request number: its own, or the one that a commit's subject names.",
    "branch": "Head branch of a pull request.",
    "base": "Branch that a pull request was merged into, where it was not the default branch; null where it was, or is not known.",
    "succeeded": "Whether a deployment ended well; null while it runs, and for what cannot fail."
  },
  "ChangeVerdict": {
    "": "Whether a change set an incident off: which one, none of the organisation's own, or what is known does not tell."
  },
  "CheckedOutcome": {
    "": "`failed`: it was merged, and a failure came of it. `not_merged`: it is open, or was closed without."
  },
  "Completeness": {
    "accounts": "Accounts that are read, and those of them that need attention, each with what is wrong.",
    "gaps": "Days on which the provider has records that are not stored.",
    "uncompared": "Streams that were never compared with the provider: of these no gap can be known. Absent in what earlier versions wrote.",
    "unassigned": "Failures that are like no other, of all."
  },
  "CompletenessCheckResponse": {
    "": "How many streams are compared now."
  },
  "CompletenessDay": {
    "": "What the provider says exists on one day (UTC) of one stream, against what is stored of it.",
    "day": "`YYYY-MM-DD`, in UTC.",
    "stored": "Those of the existing ones that are stored."
  },
  "CompletenessResponse": {
    "existing": "What the provider says exists of the days between, and what of that is stored.",
    "gaps": "All days on which something is missing, also those outside of the period; newest first.",
    "days": "Days on which there is something, by day, then stream.",
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
    "": "A connection as everyone may see it: its credential and webhook secret stay in the store, encrypted.",
    "account": "GitHub organisation or user, PagerDuty subdomain, name of an archive. Unique per provider and base address.",
    "baseUrl": "API root, without a slash at its end; null for an archive.",
    "statusReason": "Why it needs attention and what to do; null while active."
  },
  "ConnectionCheckResponse": {
    "": "What connecting would find; nothing of it is kept.",
    "matched": "Those of the visible repositories or services that would be taken in.",
    "unmatched": "Patterns and folders of the scope that fit none of the visible ones.",
    "streams": "What would be read, each by itself."
  },
  "ConnectionHealth": {
    "": "What `verify` found: who we are to the provider, what we may see, and how much we may ask.",
    "visible": "Repositories or services that the credential can see.",
    "missing": "Permissions that are missing, each with the feature that it costs. An optional one is asked for, and not insisted on.",
    "budget": "Requests left and when the count starts anew; null where the provider does not say.",
    "respondedAt": "When it answered, by the provider's own clock; null where it does not say."
  },
  "ConnectionScope": {
    "": "What of an account is taken in. Patterns are globs over `owner/name` or over service names; an empty list means all.",
    "environments": "Environments whose deployments are taken in.",
    "workflows": "Actions workflows, by name or path, whose failed runs are failed deployments; here an empty list means none.",
    "incidentLabels": "Issues with one of these labels are incidents; here an empty list means none.",
    "postmortemFolders": "Folders of post-mortems in Markdown, as `owner/name:path/of/folder`."
  },
  "ConnectionSummary": {
    "": "How a connection stands.",
    "isActive": "Whether nothing is wrong with it.",
    "lastReceivedAt": "When an event of its webhook came last; null where none ever did.",
    "webhook": "Whether its provider sends events.",
    "existing": "What the provider says exists of the last 30 days.",
    "stored": "What of that is stored.",
    "unreadable": "Records that could not be read."
  },
  "ControlChart": {
    "": "A u chart: episodes by exposure, week by week, and what one constant rate would let them be.",
    "kind": "`u`: a Poisson process; `u_prime`: Laney's, whose limits are wider since the counts vary more than that.",
    "centre": "Episodes by exposure over all weeks; null where there was no exposure.",
    "widening": "Laney's sigma z, by which the limits are wider; 1 for a `u` chart.",
    "signals": "By time.",
    "runLength": "So many points in a row on one side are a run.",
    "falseAlarmProbability": "Chance that a chart like this one shows a signal at all, of each rule, where the rate is constant at its centre."
  },
  "ControlPoint": {
    "week": "`2026-W03`",
    "exposure": "In units of the chart; 0 where nothing could fail, and then the other values are null.",
    "low": "A value below it is a signal.",
    "high": "A value above it is one."
  },
  "ControlRule": {
    "": "What is looked for in a chart. `beyond_limits`: a point outside; `run`: many points in a row on one side of the centre."
  },
  "ControlSignal": {
    "fromWeek": "The first and the last week of it."
  },
  "CorrectionDecision": {
    "": "What a person decided. A constraint on every later run.",
    "patternId": "Of a pattern it holds for what it shows, of a failure for that one alone; either teaches how others are judged.",
    "cause": "What is not given stays as it was judged, or decided before.",
    "right": "Whether it is a pattern; `false`: none that is worth watching."
  },
  "CorrectionsResponse": {
    "": "In the order in which they were decided."
  },
  "Cost": {
    "": "What episodes took: of what is known of them, and nothing for what is not.",
    "impact": "`high` is the hours that nine in ten stay below; null below ten that tell.",
    "pages.all": "Incidents that paged somebody: those of high urgency.",
    "pages.outOfHours": "Of them, those that began at night or on a weekend, by the clock of `timeZone`.",
    "pages.unknownUrgency": "Incidents of which nothing tells whether they paged.",
    "people.total": "Hours of people's time over the episodes that tell; null where none does.",
    "people.perEpisode": "Of an episode: the medians of both ends, so that one outlier does not decide.",
    "people.told": "Episodes that tell: all but those with an incident whose end is not known.",
    "people.withResponders": "Episodes whose incidents say how many people worked on them; for the others that is assumed.",
    "avoided": "What it is worth that one episode does not happen: what one took in the middle; null where it is not known."
  },
  "CostAssumption": {
    "label": "What it is a number of, as a reader is told.",
    "source": "Who says so: a publication, this organisation, or nobody: then it says that it is an assumption."
  },
  "CostAssumptionName": {
    "": "What people's time is reckoned with where nothing tells it."
  },
  "CostPart": {
    "": "A part of the people-hours: which time it is, from what it is counted, and by which assumptions.",
    "reckoning": "In words: what is multiplied with what."
  },
  "CostSettings": {
    "": "When people work, and what their time is reckoned with: what an organisation may set.",
    "workday": "Hours of the day between which people work; all others are out of hours.",
    "weekend": "Days of the week on which nobody works, 1 being Monday.",
    "assumptions": "In place of the product's own."
  },
  "DeadLetter": {
    "": "Something that was given up: it is in nobody's way, and waits for a person or for its cause to go.",
    "at": "When it was given up last; of a record, when it came.",
    "queue": "Where it was worked on: a queue.",
    "name": "Of the job, the record's type, or the event's type.",
    "about": "What it is about: ids, the sender's key of a record, as much of an address as gives nothing away.",
    "connectionId": "The account that it belongs to; null where it belongs to none.",
    "subscriptionId": "Null of what is no delivery.",
    "code": "Null where only its words are known.",
    "problem": "What went wrong, in one line.",
    "attempts": "Runs or sendings that it had before it was given up.",
    "isReplaying": "A replay was asked for and has not ended yet.",
    "advice": "What to do about it, in a sentence or two."
  },
  "DeadLetterKind": {
    "": "`job`: work that was given up after its attempts. `record`: a stored payload that could not be read. `delivery`: an event that a subscription did not take."
  },
  "DeadLetterReplayResponse": {
    "replayed": "How many are tried again.",
    "left": "How many of those that were meant stay as they are."
  },
  "DeadLettersResponse": {
    "": "Newest first."
  },
  "Decider": {
    "": "Who decides, as it was at that moment: names change, and users go.",
    "userId": "Of the user; null where nobody is known, and of the policy.",
    "viaId": "Of the token or the session; null of others.",
    "tokenName": "What the token is called; null of what is no token."
  },
  "DeciderVia": {
    "": "By what somebody decides: signed in with a browser, by a token, as whoever uses a link that was made for it or comes from a provider of identities, by a comment at GitHub, or as the policy in its mode `auto`, which is no person, whatever persons call themselves."
  },
  "Decision": {
    "": "One line of the audit of decisions.",
    "operation": "The operation of this document, or one of what is decided past it, as `signIn`.",
    "what": "What that does, in a few words.",
    "subject": "On what: ids, by their names in the address; `created` is the id of what it made.",
    "detail": "What was chosen, and what it was before, where that helps."
  },
  "DecisionDetail": {
    "": "Short facts about a decision: ids, names that people gave, numbers. Never a secret, never a text that was taken in."
  },
  "DecisionState": {
    "": "`begun`: it is not known whether it was carried out, since the process ended or a part of Refrain went away in the middle."
  },
  "DecisionsResponse": {
    "": "Newest first."
  },
  "DeliveryFigures": {
    "": "The five metrics of DORA, as of January 2026 (dora.dev/guides/dora-metrics)."
  },
  "DeliveryMetrics": {
    "environments": "What was taken for production, by name; an environment without a name is left out.",
    "repositories": "Each with a deployment, by name. DORA advises to measure one application at a time, and to compare none with another."
  },
  "DeploymentFrequency": {
    "attemptsFailed": "Attempts that did not go through: they are no deployments.",
    "perWeek": "Deployments per week, with a 95 % interval.",
    "daysWithOne": "Days in UTC on which there was one, as a part of all."
  },
  "DeploymentReworkRate": {
    "": "By what was deployed; of several, the first in this order."
  },
  "Digest": {
    "": "An immutable snapshot of a period.",
    "changes": "Occasions to fail; null where no change is known.",
    "patterns": "Those with an episode in the period, or whose standing changed in it; most episodes first.",
    "asOf": "The newest that was known when it was made."
  },
  "DigestPeriod": {
    "": "From Monday to Monday, or from the first of a month to that of the next, in UTC; `until` is not part of it."
  },
  "DigestScope": {
    "": "Whose failures a digest tells of. A team is an owner of repositories, never a person."
  },
  "DigestedPattern": {
    "": "What became of a pattern in a period. A pattern can be in several of them: returned and rising.",
    "episodes": "Episodes in the period, and in the one before of the same length.",
    "recurrence": "Where it stood at the end of the period; null where it was no pattern by then.",
    "became": "What it became in this period, so that each is told once: `new` became a pattern, `returned` came back, `quiet` fell silent. Null where it became nothing else; absent in what earlier versions wrote.",
    "direction": "That there are more or fewer of it than by chance, after control over all patterns.",
    "probability": "Chance of at least one more episode in the period after this one; null where forecasts have no skill."
  },
  "DiscardDeadLetter": {
    "reason": "Why; it stands in the audit."
  },
  "DurationQuantile": {
    "": "A duration that so large a part of them does not exceed, in hours, with a 95 % interval; null where it is not known."
  },
  "DurationSummary": {
    "": "How long it takes. There is no mean: a few very long ones make it, and it says nothing of any of them (Davidovič and others, \"Incident Metrics in SRE\", 2021; the VOID report, 2022).",
    "ended": "Those whose end is known.",
    "open": "Those that go on: they count as at least as long as they have been.",
    "unknown": "Those of which nothing tells whether they ended: they are left out.",
    "method": "By Kaplan and Meier where some are open, else by the order of the durations.",
    "histogram": "Ended ones by length, in hours; each bin about three times as wide as the one before. The last has no upper end."
  },
  "Effect": {
    "": "What became of a pattern after its fix. Figures are of all that is known by `until`; the verdict, once made, stays.",
    "decidedAt": "The look at which it was made; null while it is too early.",
    "monitoringEndsAt": "The last look at the latest.",
    "weeksNeeded": "So many more without an episode would show that it held; null where that is decided, or can no longer be shown.",
    "per100Changes": "Null where too few changes are known to tell.",
    "says": "The verdict with what it rests on, in plain sentences."
  },
  "EffectMeasure": {
    "": "Before the fix and since, by one kind of exposure.",
    "expectedRate": "The rate that it would be expected to go on with had nothing changed, in the unit of `before`: what all patterns tell is in it.",
    "expected": "Episodes since the fix that were to be expected had nothing changed.",
    "after": "Null where there was no exposure since.",
    "ratio": "The rate since by the one that it would have gone on with, with a 95 % interval; null where there was no exposure since."
  },
  "EffectVerdict": {
    "": "Whether a fix held. `held`: the rate is lower now. `came_back`: there are more episodes than a fix that prevents three of four would leave, and no fewer than before. `not_distinguishable`: the watch is over and neither could be told. `too_early`: it goes on."
  },
  "EncryptionStatus": {
    "rotation": "The last one, or the one under way; null where there was none."
  },
  "Episode": {
    "": "The failures that are one event. Its id is that of its earliest failure."
  },
  "Erasure": {
    "": "Something that was forgotten, or is being: nothing here says what it was called.",
    "step": "What is being worked on; null before it begins and at its end.",
    "rows": "Rows that are gone or were changed so far, by table.",
    "kept": "What Refrain does not reach, in sentences; said at the end."
  },
  "ErasurePreview": {
    "": "What would go.",
    "rows": "Rows that would go or be changed, by table.",
    "names": "All that it is known by.",
    "kept": "What Refrain does not reach, in sentences."
  },
  "ErasureSubject": {
    "": "What is to be forgotten.",
    "name": "`owner/name`, as it is called now or was before.",
    "names": "All that they are known by: full name, login, address. A single word goes wherever it stands as a word."
  },
  "ErrorCode": {
    "": "Every way in which Refrain can fail, as a closed list; each code says by itself whether trying again can help."
  },
  "Estimate": {
    "": "A mean with the range that it lies in."
  },
  "EventType": {
    "": "Everything that is told to who listens, as a closed list."
  },
  "Evidence": {
    "": "One reason for a link or a membership, in words a person can check.",
    "signal": "Which kind of sign: `time`, `service`, `words`, `paths`, `reference`, `sha`; `decision` where a person said so.",
    "weight": "Its part of the score, in [0, 1]."
  },
  "Failure": {
    "externalId": "The provider's own id, unique within connection and kind: `acme/api#deployment/42`, `PD12345`.",
    "text": "Everything readable that is known of it, people already replaced by roles. May be empty.",
    "services": "Service names as the provider has them.",
    "repository": "`owner/name`.",
    "paths": "Paths of the files that were changed or named, relative to the repository.",
    "sha": "The commit that failed, that was reverted, or that an incident names.",
    "precision": "How precisely `occurredAt` and `resolvedAt` are known: the coarser of the two.",
    "timing": "Null where nothing is known but start and end.",
    "severity": "Priority as the account names it, else how bad the provider says it is.",
    "responders": "How many people worked on it: a count, never who.",
    "references": "Addresses of pages that are about the same failure: the run behind a deployment, the page behind a post-mortem.",
    "version": "Instant of the provider's last change to it: an older version never overwrites a newer one.",
    "isFailure": "False for a planned toggle, a dependency bump, a revert without a reason and the like: kept and shown, never grouped.",
    "confidence": "In [0, 1]: how sure `isFailure` is; .5 for a revert whose messages do not tell.",
    "decidingWords": "Words of a revert's messages that decided `isFailure`; absent or empty where none did.",
    "episodeId": "The event that it is part of; null until linking has run.",
    "duplicateOf": "The failure that this one tells of a second time: kept and shown with it, never counted or grouped."
  },
  "FailureDraft": {
    "": "What a connector or a detector says of one failure, before it has an id in the store.",
    "externalId": "The provider's own id, unique within connection and kind: `acme/api#deployment/42`, `PD12345`.",
    "text": "Everything readable that is known of it, people already replaced by roles. May be empty.",
    "services": "Service names as the provider has them.",
    "repository": "`owner/name`.",
    "paths": "Paths of the files that were changed or named, relative to the repository.",
    "sha": "The commit that failed, that was reverted, or that an incident names.",
    "precision": "How precisely `occurredAt` and `resolvedAt` are known: the coarser of the two.",
    "timing": "Null where nothing is known but start and end.",
    "severity": "Priority as the account names it, else how bad the provider says it is.",
    "responders": "How many people worked on it: a count, never who.",
    "references": "Addresses of pages that are about the same failure: the run behind a deployment, the page behind a post-mortem.",
    "version": "Instant of the provider's last change to it: an older version never overwrites a newer one.",
    "isFailure": "False for a planned toggle, a dependency bump, a revert without a reason and the like: kept and shown, never grouped.",
    "confidence": "In [0, 1]: how sure `isFailure` is; .5 for a revert whose messages do not tell.",
    "decidingWords": "Words of a revert's messages that decided `isFailure`; absent or empty where none did."
  },
  "FailureMap": {
    "": "Where failures happen, and why: counts of episodes with what they are counted against.",
    "episodes": "How many episodes the map counts. One that hit several services is in the cells of each.",
    "changes": "How often the organisation could have failed.",
    "services": "Most episodes first; what no place is known of last.",
    "causes": "Only cells in which something happened; those that stand out and those of most episodes first.",
    "hotspots": "Surest first; no folder of another one that is in the list.",
    "compared": "Cells and folders that were compared, also those in which nothing happened.",
    "gaps": "What is left out of it or not known, for the reader.",
    "gaps.withoutEnvironment": "Left out by the filter since their environment is not known.",
    "gaps.servicesWithoutChanges": "Services whose changes are not known."
  },
  "FailureMapFilter": {
    "": "What of the map is shown; everything unless said otherwise.",
    "team": "An owner of repositories or folders, never a person. Rates stay compared with those of the whole organisation.",
    "kinds": "Episodes with a failure of one of these kinds."
  },
  "FailureResponse": {
    "externalId": "The provider's own id, unique within connection and kind: `acme/api#deployment/42`, `PD12345`.",
    "text": "Everything readable that is known of it, people already replaced by roles. May be empty.",
    "services": "Service names as the provider has them.",
    "repository": "`owner/name`.",
    "paths": "Paths of the files that were changed or named, relative to the repository.",
    "sha": "The commit that failed, that was reverted, or that an incident names.",
    "precision": "How precisely `occurredAt` and `resolvedAt` are known: the coarser of the two.",
    "timing": "Null where nothing is known but start and end.",
    "severity": "Priority as the account names it, else how bad the provider says it is.",
    "responders": "How many people worked on it: a count, never who.",
    "references": "Addresses of pages that are about the same failure: the run behind a deployment, the page behind a post-mortem.",
    "version": "Instant of the provider's last change to it: an older version never overwrites a newer one.",
    "isFailure": "False for a planned toggle, a dependency bump, a revert without a reason and the like: kept and shown, never grouped.",
    "confidence": "In [0, 1]: how sure `isFailure` is; .5 for a revert whose messages do not tell.",
    "decidingWords": "Words of a revert's messages that decided `isFailure`; absent or empty where none did.",
    "episodeId": "The event that it is part of; null until linking has run.",
    "duplicateOf": "The failure that this one tells of a second time: kept and shown with it, never counted or grouped.",
    "isDecided": "Whether a person decided that it is a failure or none, alone or with all whose titles are alike.",
    "patternName": "As people or Refrain call its pattern; null where it is in none.",
    "isProvisional": "Whether it is in its pattern by likeness alone, until the next regrouping confirms or moves it.",
    "changeAssessment": "What is said of an incident and the changes around it; null for others, and until a regrouping has looked at it.",
    "resolution": "Null where its text states none and no change is linked.",
    "membership": "How surely it is in its pattern, and why; null where it is in none.",
    "links.other": "What stands at the far end: the change, or the other failure. Without a title where it is gone."
  },
  "FailureTiming": {
    "": "How it went between its start and its end, as far as the provider says.",
    "reopenedAt": "When it came back after it had been resolved, oldest first."
  },
  "Fix": {
    "": "What was put in place: the pull request that closed the issue, or that people closed it as completed.",
    "url": "Pull request; null where the issue was closed without one.",
    "mergedAt": "When it was merged, or the issue closed.",
    "deployedAt": "When it was in production: of the first deployment with it; null while none is known to have it."
  },
  "FixOutcome": {
    "": "A fix of which is known whether it held.",
    "stateSince": "Since when it is in this state.",
    "reason": "Why it is in this state, in a sentence.",
    "repository": "`owner/name` where the issue belongs, or where it is by now; null while nobody knows.",
    "note": "What whoever approved it wants to say first; Markdown is shown as it is written.",
    "guardrailId": "The guardrail that it proposes; null where none is recommended.",
    "peopleHours": "What the pattern's episodes of the policy's window took of people's time; null where it is not known.",
    "issueState": "Null before it is opened.",
    "previousIssueUrl": "Address of the issue before this one, whose fix did not last; null where there was none.",
    "approvedBy": "Who approved it, as texts have it; null while nobody has.",
    "approver": "Who that is; null while nobody has, and of what a former version approved.",
    "openedAt": "When its issue was first recorded; null before.",
    "snoozedUntil": "Until when nothing is said of it, as a person asked; null where nobody did.",
    "fix": "Null while nothing was put in place.",
    "effect": "What came of the fix since it was deployed; null before that was measured.",
    "pastFixes": "Oldest first.",
    "problem": "Why the issue could not be opened or brought up to date the last time, and what to do; null when it could.",
    "says": "What came of it, in a sentence; null where it was not measured."
  },
  "Folder": {
    "": "Folder in a repository, without slashes at its ends."
  },
  "Forecast": {
    "": "Whether a pattern is expected again."
  },
  "ForecastBasis": {
    "": "The numbers behind a forecast.",
    "episodes": "Episodes counted, and the days over which they were.",
    "ownRate": "Episodes in 30 days: its own count as it is, and what is usual among the patterns of this organisation.",
    "borrowed": "In [0, 1]: how much of its rate is borrowed from the others, because its own history is short.",
    "changed": "By what its rate is multiplied for the next 30 days: how recent its episodes are, how they bunch, how all have changed, the season.",
    "season": "The part of it that is due to the time of the year; null where less than a year is known.",
    "fixHolds": "Chance that its fix holds; null without one."
  },
  "ForecastGap": {
    "": "Why there is no forecast."
  },
  "ForecastHorizon": {
    "": "What to expect within so many days. All four figures are null where `gap` says why.",
    "probability": "Of at least one more episode, in (0, 1).",
    "expected": "Mean number of episodes.",
    "low": "The number of episodes is from `low` to `high` with a chance as near to 90 % as whole numbers allow."
  },
  "FullRepositoryName": {
    "": "A repository as `owner/name`, in the form that GitHub permits: an owner has letters, digits, `-` and `_`, a name also dots, but is neither `.` nor `..`. The two stand in the path of a request, where dots would lead elsewhere."
  },
  "GitHubAppResponse": {
    "state": "`created`: the App is made and not installed yet.",
    "connection": "Null until it is connected."
  },
  "GitHubAppStartResponse": {
    "": "A GitHub App that is about to be made: the address is for a person's browser."
  },
  "GivenName": {
    "": "Of a service or an environment, as the provider has it."
  },
  "Guardrail": {
    "": "A change of the system after which a kind of failure does not come back, or does no harm when it does.",
    "id": "Never changes: outcomes are kept by it.",
    "answers": "The kinds of failure that it answers, each cause with each trigger. `share` is an assumption: of such failures, where the guardrail applies, the part that it would plausibly stop or make harmless.",
    "breadth": "An assumption: the part of those failures to which it applies even where no sign of it is seen. Low for what stops one thing only.",
    "steps": "How to do it, tool-neutral.",
    "proof": "A check that fails while the guardrail is missing, and a figure to watch.",
    "effort": "An assumption, for one service or one pipeline."
  },
  "GuardrailArithmetic": {
    "": "Every factor of a recommendation's value, so that it can be worked out again by hand.",
    "expectedEpisodes": "Episodes that are expected within the horizon if nothing changes; null where no forecast was given.",
    "kindMatch": "How surely cause and trigger are among those that it answers, in [0, 1].",
    "breadth": "Its breadth, an assumption of the library.",
    "signals": "Mean over the episodes of what the signs for it amount to, in [0, 1].",
    "fit": "Mean over the episodes of the chance that it applies to them, in [0, 1], after what speaks against it.",
    "share": "Of the episodes to which it applies, the part that it would stop: an assumption.",
    "history": "What became of it in this organisation: weights of outcomes, and what they multiply the share by.",
    "avoidedEpisodes": "Expected episodes × fit × share × history.",
    "costHours": "People-hours that one episode costs; null where not known.",
    "hoursSavedPerDay": "Avoided episodes × cost ÷ effort, from worst to best: people-hours saved for each day of work; null where a factor is.",
    "value": "What the ranking goes by: the product of the means of all factors that are known.",
    "explanation": "The same as a sentence."
  },
  "GuardrailChoice": {
    "": "What is recommended for a pattern, what was tried for it, and what is not known.",
    "recommendations": "Best first; empty where nothing fits.",
    "tried": "What was put in place for this very pattern, whatever came of it.",
    "openQuestions": "What would decide, were it known."
  },
  "GuardrailEvidence": {
    "": "One reason for or against, with the failures in which it can be looked up.",
    "says": "A sentence. Of what was ingested it holds nothing but words that the library knows.",
    "strength": "Of the sign, in (0, 1]."
  },
  "GuardrailOutcome": {
    "": "How it went with a guardrail that was put in place because of a pattern.",
    "patternId": "The pattern it was meant for; null where that is not known any more.",
    "causes": "Likely causes of that pattern."
  },
  "GuardrailSignal": {
    "": "Something that can be seen in a failure, an episode or a pattern, and speaks for or against a guardrail."
  },
  "GuardrailSource": {
    "": "A document that anybody can read: chapter and place."
  },
  "ImpactHours": {
    "": "Hours of impact of several episodes, each as long as at least one of its incidents or failed deployments was on.",
    "total": "Over the episodes that tell. One long episode may be most of it: read it beside the median.",
    "median": "Null where no episode tells.",
    "told": "How many episodes tell how long they were; the others are not counted as 0."
  },
  "ImportResponse": {
    "stored": "Those that were not known before."
  },
  "Improvement": {
    "": "The systemic fix for a pattern and its one GitHub issue.",
    "stateSince": "Since when it is in this state.",
    "reason": "Why it is in this state, in a sentence.",
    "repository": "`owner/name` where the issue belongs, or where it is by now; null while nobody knows.",
    "note": "What whoever approved it wants to say first; Markdown is shown as it is written.",
    "guardrailId": "The guardrail that it proposes; null where none is recommended.",
    "peopleHours": "What the pattern's episodes of the policy's window took of people's time; null where it is not known.",
    "issueState": "Null before it is opened.",
    "previousIssueUrl": "Address of the issue before this one, whose fix did not last; null where there was none.",
    "approvedBy": "Who approved it, as texts have it; null while nobody has.",
    "approver": "Who that is; null while nobody has, and of what a former version approved.",
    "openedAt": "When its issue was first recorded; null before.",
    "snoozedUntil": "Until when nothing is said of it, as a person asked; null where nobody did.",
    "fix": "Null while nothing was put in place.",
    "effect": "What came of the fix since it was deployed; null before that was measured.",
    "pastFixes": "Oldest first.",
    "problem": "Why the issue could not be opened or brought up to date the last time, and what to do; null when it could."
  },
  "ImprovementPolicy": {
    "": "Which patterns deserve an issue, and how issues are opened: what an organisation may set.",
    "dryRun": "Nothing is written to a provider but the webhook that brings its events; what would be is listed instead.",
    "minEpisodes": "At least so many episodes …",
    "windowDays": "… within so many days until now.",
    "minConfidence": "How well the members hold together, in [0, 1]. Of patterns of generated organisations that are this sure 191 of 200 are of one failure, of the others 8 of 28.",
    "minPeopleHours": "Unless it is rising or has returned, its episodes of the window took at least so many hours of people's time; 0 asks for none.",
    "maxOpen": "Issues that the policy opens by itself: so many open ones in all and in a repository, and so many opened in seven days.",
    "quietOutside": "The policy opens nothing by itself out of these hours; null knows no quiet hours.",
    "fallbackRepository": "`owner/name`, where nothing tells where an issue belongs.",
    "label": "Each issue carries it and is found again by it.",
    "acceptedLabel": "People put one of these on an issue to say so.",
    "notesFor": "Services, by name, whose incidents get a note when they begin like earlier ones; `*` is all of them.",
    "notesFrom": "E-mail address of the PagerDuty user in whose name notes are written: PagerDuty takes none without.",
    "checkPulls": "Whether open pull requests get a check where they resemble what failed before; needs a GitHub App.",
    "checkedShare": "At most about this share of pull requests gets one, in (0, .1].",
    "onRecurrence": "What becomes of an issue whose failure came back after its fix."
  },
  "IncidentResolution": {
    "": "How an incident ended: its cause was taken back (`revert`), an older state was deployed again (`rollback`), another change mended it (`fix`), its own words tell of a step that is no change (`manual`), or no change was near and no step is told of (`self_resolved`)."
  },
  "Instant": {
    "": "A point in time in UTC, to the millisecond, as `2026-01-31T08:15:00.000Z`: sorts as text in the order of time."
  },
  "IntendedWrite": {
    "": "What is about to be written at a provider.",
    "place": "Where: `acme/api`, `acme/api#12`, or the id of an incident.",
    "content": "What is sent, without any secret."
  },
  "IssuePreview": {
    "": "The issue as it would be written.",
    "repository": "Null while nobody knows where it belongs.",
    "body": "GitHub Markdown."
  },
  "IssueState": {
    "": "What GitHub says of an issue, or what is known of it: whether it is open, and why it was closed."
  },
  "KeyRotation": {
    "": "The sealing anew of all that is stored.",
    "keyId": "The key that everything is sealed by when it is done.",
    "total": "Values that were to be sealed anew when it began.",
    "unreadable": "Values that no known key opens, or that a process goes on sealing by another key: they stay as they are."
  },
  "KeyUse": {
    "": "A key that what is stored is sealed by. The id tells nothing of the key.",
    "id": "8 hexadecimal digits.",
    "isPresent": "Whether it seals what comes.",
    "isGiven": "Whether the process that answers was given it.",
    "isNeeded": "Whether something is sealed by it, or may be soon: one that is not can be taken away."
  },
  "LabelName": {
    "": "GitHub takes 50 characters; a comma would part it in two where issues are asked for by label."
  },
  "LatestResolution": {
    "": "The resolution of a pattern's newest failure whose resolution is known.",
    "stated": "Null where its text states none.",
    "change": "Null where no change is linked. The revert of a reverted change is none."
  },
  "LibraryEntry": {
    "": "A pattern as the failure library has it: what to know of it before it is met.",
    "guardrail": "What its report recommends first.",
    "episodes": "Some of its episodes, newest first."
  },
  "LibraryFile": {
    "": "A file of the exported library; `path` leads nowhere but into its folder."
  },
  "LikelyPattern": {
    "": "The pattern that what was asked about most likely belongs to.",
    "name": "A phrase in a person's words.",
    "lesson": "Blameless: under which condition, what the system allowed, how it showed, what ended it.",
    "scenario": "The lesson in its parts. Absent in what earlier versions wrote.",
    "terms": "The terms that tell it from the other patterns, strongest first.",
    "causes": "All that are likely, the one that most of its members speak for first, each as sure as its surest member, in tenths: finer is not known. Absent in what earlier versions wrote.",
    "confidence": "In [0, 1].",
    "kinds": "Members by the kind of failure.",
    "harm": "For ranking patterns: impact hours, severity and recency of incidents, then failed deployments, then reverts. More is worse.",
    "judgement": "What a person said of it the last time. Null or absent where nobody has.",
    "latestResolution": "The resolution of its newest failure whose resolution is known."
  },
  "LineageEvent": {
    "": "How a pattern came from others, or where it went."
  },
  "Link": {
    "": "A typed edge from a failure to a change or to another failure (`same_episode`). `shipped_by` leads from a reverted change to each deployment that brought it to an environment.",
    "targetId": "Id of the change or of the other failure.",
    "score": "In [0, 1]."
  },
  "ListedCheck": {
    "": "A check with what became of its pull request: whether the warning was right shows by this.",
    "repository": "`owner/name`.",
    "headSha": "The commit that it stands at.",
    "patternId": "The pattern that it resembles; null where what it resembles is in none.",
    "failureIds": "The earlier failures behind it, those that say most first.",
    "score": "Calibrated chance in [0, 1] that a failure comes of it, and that of any change.",
    "url": "Where it can be looked at; null before it is written."
  },
  "ListedCorrection": {
    "": "A correction with who made it last; null where that was before it was kept."
  },
  "ListedDigest": {
    "": "A digest as a list shows it.",
    "changes": "Occasions to fail; null where no change is known.",
    "patterns": "Those with an episode in the period, or whose standing changed in it; most episodes first.",
    "asOf": "The newest that was known when it was made."
  },
  "ListedFailure": {
    "externalId": "The provider's own id, unique within connection and kind: `acme/api#deployment/42`, `PD12345`.",
    "text": "Everything readable that is known of it, people already replaced by roles. May be empty.",
    "services": "Service names as the provider has them.",
    "repository": "`owner/name`.",
    "paths": "Paths of the files that were changed or named, relative to the repository.",
    "sha": "The commit that failed, that was reverted, or that an incident names.",
    "precision": "How precisely `occurredAt` and `resolvedAt` are known: the coarser of the two.",
    "timing": "Null where nothing is known but start and end.",
    "severity": "Priority as the account names it, else how bad the provider says it is.",
    "responders": "How many people worked on it: a count, never who.",
    "references": "Addresses of pages that are about the same failure: the run behind a deployment, the page behind a post-mortem.",
    "version": "Instant of the provider's last change to it: an older version never overwrites a newer one.",
    "isFailure": "False for a planned toggle, a dependency bump, a revert without a reason and the like: kept and shown, never grouped.",
    "confidence": "In [0, 1]: how sure `isFailure` is; .5 for a revert whose messages do not tell.",
    "decidingWords": "Words of a revert's messages that decided `isFailure`; absent or empty where none did.",
    "episodeId": "The event that it is part of; null until linking has run.",
    "duplicateOf": "The failure that this one tells of a second time: kept and shown with it, never counted or grouped.",
    "isDecided": "Whether a person decided that it is a failure or none, alone or with all whose titles are alike.",
    "patternName": "As people or Refrain call its pattern; null where it is in none.",
    "isProvisional": "Whether it is in its pattern by likeness alone, until the next regrouping confirms or moves it."
  },
  "ListedGuardrail": {
    "": "A guardrail as a list shows it, for who chooses one.",
    "id": "Never changes: outcomes are kept by it.",
    "answers": "The kinds of failure that it answers, each cause with each trigger. `share` is an assumption: of such failures, where the guardrail applies, the part that it would plausibly stop or make harmless.",
    "breadth": "An assumption: the part of those failures to which it applies even where no sign of it is seen. Low for what stops one thing only.",
    "steps": "How to do it, tool-neutral.",
    "proof": "A check that fails while the guardrail is missing, and a figure to watch.",
    "effort": "An assumption, for one service or one pipeline."
  },
  "ListedPattern": {
    "": "A pattern with what a reader of many decides by.",
    "name": "A phrase in a person's words.",
    "lesson": "Blameless: under which condition, what the system allowed, how it showed, what ended it.",
    "scenario": "The lesson in its parts. Absent in what earlier versions wrote.",
    "terms": "The terms that tell it from the other patterns, strongest first.",
    "causes": "All that are likely, the one that most of its members speak for first, each as sure as its surest member, in tenths: finer is not known. Absent in what earlier versions wrote.",
    "confidence": "In [0, 1]: how well its members hold together.",
    "kinds": "Members by the kind of failure.",
    "harm": "For ranking patterns: impact hours, severity and recency of incidents, then failed deployments, then reverts. More is worse.",
    "judgement": "What a person said of it the last time; null where nobody has.",
    "recurrence": "Where it stands; null before it was measured, and where it has too few episodes.",
    "direction": "Of its pace per week; null where the time that is known is no period yet.",
    "probability30": "Chance of at least one more episode within 30 days; null where no forecast is shown.",
    "improvement": "Null where nothing was proposed."
  },
  "ListedReport": {
    "": "A snapshot as a list shows it."
  },
  "ListedRevertTemplate": {
    "repository": "`owner/name`.",
    "reverts": "How many reverts fit it. The verdicts are those that were read from the messages, whatever people decided.",
    "linked": "How many of them belong to one event with an incident or a failed deployment.",
    "examples": "Titles of the newest ones.",
    "lastAt": "When the newest one happened; null if none fits a template that a person judged.",
    "isAsked": "Whether a person should judge them: some count as failures by their messages alone, and none belongs to an incident or a failed deployment. False once somebody did.",
    "decision": "The correction by which a person judged all of them; null if nobody did."
  },
  "MapBaseline": {
    "": "What there was to fail, place by place: what the counts of one pattern are held against."
  },
  "MapCell": {
    "per100Changes": "Null where the changes of the place, or the place, are not known.",
    "per100Episodes": "Of all episodes of the place: what part of its failures this is. Null where the place is not known.",
    "standsOut": "Whether it is above the organisation's rate for each change and for each day: being changed a lot or a little does not explain it. Where changes are not known: for each day and among the place's own episodes, so that it is not only large."
  },
  "MapRate": {
    "": "How often something happened for so much exposure, in the unit that the field which holds it names.",
    "observed": "As it was counted.",
    "organisation": "Of all cells that it is compared with, taken together.",
    "estimate": "What is thought of the cell: drawn towards the organisation's rate, the more the less is known of it.",
    "low": "Ends of the interval that holds the cell's rate with a chance of 90 %.",
    "isAbove": "Whether the interval lies above the organisation's rate, and chance among so many cells does not explain it."
  },
  "MapService": {
    "": "A row of the map: a service, or a repository of which no service is known.",
    "changes": "How often it could have failed; null where the repositories that a service runs from are not known."
  },
  "Measurement": {
    "": "What the statistics say of the organisation.",
    "trends": "Of everything, and of each service by name; null where the time that is known is no period yet.",
    "controlChart": "Episodes by exposure, week by week; null where the time that is known is no period yet.",
    "durations": "How long episodes lasted.",
    "delivery": "DORA's metrics of the last 90 days; null where the time that is known is no period yet.",
    "backtest": "How forecasts of patterns would have done; null where the time that is known is no period yet.",
    "baseline": "Null where the time that is known is no period yet; absent in what earlier versions wrote.",
    "revertTemplates": "The kinds of titles that are reverted most often, the most frequent first; absent in what earlier versions wrote."
  },
  "Membership": {
    "": "That a failure belongs to a pattern, how surely, and why.",
    "confidence": "In [0, 1]."
  },
  "NewSubscription": {
    "events": "Digests unless given."
  },
  "NewSubscriptionResponse": {
    "": "The secret that signs what is sent, shown this once; null for Slack, whose address is the secret."
  },
  "NewToken": {
    "scopes": "All that who makes it may do, unless given."
  },
  "NewTokenResponse": {
    "": "The token itself is told once."
  },
  "NewUser": {
    "": "Somebody who signs in by links that an admin makes."
  },
  "OpenPull": {
    "": "An open pull request as it is at its newest commit.",
    "repository": "Its repository's present name.",
    "paths": "Of the files that it changes; of many the first thousand."
  },
  "OpenSession": {
    "": "A browser that is signed in.",
    "client": "The browser and system, such as `Firefox on Linux`; null where the browser does not say.",
    "lastUsedAt": "Within a minute.",
    "expiresAt": "When it ends at the latest; it also ends a day after its last use.",
    "isCurrent": "Whether this request was made by it."
  },
  "Overview": {
    "": "Whether it is getting better: what one screen tells of an organisation.",
    "asOf": "Up to when failures were known to what was measured; null before the first time.",
    "busy": "Whether anything is still on its way to the patterns.",
    "controlChart": "Its last 52 weeks, and the signals that touch them; null while the time that is known is no period yet.",
    "trend": "Null while the time that is known is no period yet.",
    "became": "Patterns by what became of them; one can be in several.",
    "became.fresh": "Became a pattern in the last 30 days.",
    "became.rising": "More often than by chance, after control over all patterns.",
    "became.returned": "Had gone quiet, and came back in the last 90 days.",
    "fixes.newest": "The five that were found last to have held or not, newest first.",
    "next30Days": "Null before anything was measured.",
    "map": "Of the measurement before while the newest is made, as its `until` says; null before the first one."
  },
  "OverviewForecast": {
    "expected": "Episodes of all patterns that have a forecast, together; null where none has.",
    "patterns": "The likeliest to come again, at most five.",
    "gap": "Why there is no forecast; null where there is one.",
    "backtest": "Of the back-test of such forecasts; null where the history is too short for one."
  },
  "OverviewMap": {
    "": "The failure map of the last year, cut down to the places of most episodes.",
    "episodes": "How many episodes the map counts. One that hit several services is in the cells of each.",
    "changes": "How often the organisation could have failed.",
    "services": "At most twelve, most episodes first.",
    "causes": "Those of the cells, in the order of the product.",
    "hotspots": "Surest first; no folder of another one that is in the list.",
    "compared": "Cells and folders that were compared, also those in which nothing happened.",
    "gaps": "What is left out of it or not known, for the reader.",
    "gaps.withoutEnvironment": "Left out by the filter since their environment is not known.",
    "gaps.servicesWithoutChanges": "Services whose changes are not known.",
    "cells": "Of these places; only those in which something happened. By place, then cause."
  },
  "OverviewTrend": {
    "": "Whether the organisation fails less often than it did.",
    "unit": "For each hundred changes, where that can be told.",
    "ratio": "The recent window by the time before it; null where the time does not give two windows.",
    "says": "The ratio as a sentence; null where nothing can be compared."
  },
  "Ownership": {
    "": "That teams own a place in a repository. A team is a group: people whom the files name too are never kept.",
    "repository": "`owner/name`.",
    "path": "Folder in the repository; null is all of it.",
    "teams": "`team` of `@organisation/team`, or the name of the group; empty where nobody but people owns it, or nobody."
  },
  "PastFix": {
    "": "A fix that was followed by another one, with what came of it.",
    "url": "Pull request; null where the issue was closed without one.",
    "mergedAt": "When it was merged, or the issue closed.",
    "deployedAt": "When it was in production: of the first deployment with it; null while none is known to have it.",
    "verdict": "Null where it was followed before anything could be told."
  },
  "PathHotspot": {
    "": "A folder whose changes fail more often than those of the rest of its repository.",
    "repository": "`owner/name`.",
    "path": "Folder without slashes at its ends.",
    "changes": "Changes that touched it.",
    "expected": "Episodes that its share of the repository's changes would give."
  },
  "Pattern": {
    "": "What a pattern is at one moment, without its members' texts.",
    "name": "A phrase in a person's words.",
    "lesson": "Blameless: under which condition, what the system allowed, how it showed, what ended it.",
    "scenario": "The lesson in its parts. Absent in what earlier versions wrote.",
    "terms": "The terms that tell it from the other patterns, strongest first.",
    "causes": "All that are likely, the one that most of its members speak for first, each as sure as its surest member, in tenths: finer is not known. Absent in what earlier versions wrote.",
    "confidence": "In [0, 1]: how well its members hold together.",
    "kinds": "Members by the kind of failure.",
    "harm": "For ranking patterns: impact hours, severity and recency of incidents, then failed deployments, then reverts. More is worse.",
    "judgement": "What a person said of it the last time. Null or absent where nobody has."
  },
  "PatternFacets": {
    "": "By facet, how many patterns a list would have with each of its values, under all else that narrows it; most first. A value that none has is absent.",
    "kind": "A pattern counts with each kind that it has a failure of.",
    "service": "At most 100; a pattern counts with each of its services.",
    "repository": "At most 100; a pattern counts with each of its repositories."
  },
  "PatternJudgement": {
    "": "What a person said of a pattern: that it is one, or that it is none worth watching."
  },
  "PatternMap": {
    "": "Where a pattern happens.",
    "cells": "Only places in which it happened; those that stand out and those of most episodes first.",
    "compared": "Places that were compared, also those in which it did not happen.",
    "folders": "Of most episodes first. Of folders within each other that the same episodes touch, the innermost.",
    "episodesWithPaths": "How many episodes tell which files they come from."
  },
  "PatternMeasurement": {
    "": "What the statistics say of one pattern.",
    "trend": "Null where the time that is known is no period yet.",
    "forecast": "Null where the time that is known is no period yet."
  },
  "PatternOutline": {
    "name": "A phrase in a person's words.",
    "lesson": "Blameless: under which condition, what the system allowed, how it showed, what ended it.",
    "scenario": "The lesson in its parts. Absent in what earlier versions wrote.",
    "terms": "The terms that tell it from the other patterns, strongest first.",
    "causes": "All that are likely, the one that most of its members speak for first, each as sure as its surest member, in tenths: finer is not known. Absent in what earlier versions wrote.",
    "confidence": "In [0, 1]: how well its members hold together.",
    "kinds": "Members by the kind of failure.",
    "harm": "For ranking patterns: impact hours, severity and recency of incidents, then failed deployments, then reverts. More is worse.",
    "judgement": "What a person said of it the last time. Null or absent where nobody has.",
    "probability30": "Of at least one more episode within 30 days; null where there is no forecast."
  },
  "PatternReport": {
    "": "An immutable snapshot of a pattern: everything it claims can be opened down to the failures behind it.",
    "coverage": "Failures that are no pattern's member because nothing like them was seen: how complete the picture is.",
    "asOf": "Up to when failures would be known.",
    "measurement": "The statistics behind it; null before the first, absent in what earlier versions wrote.",
    "backtest": "How forecasts like its own would have done in the past of this organisation. Absent in what earlier versions wrote.",
    "map": "Where it happens. Absent before the first measurement and in what earlier versions wrote.",
    "choice": "What is recommended, and what speaks against it. Absent in what earlier versions wrote.",
    "improvement": "What is being done about it; absent where nothing is, and in what earlier versions wrote.",
    "document": "The report as it is read. Absent in what earlier versions wrote."
  },
  "PatternResponse": {
    "name": "A phrase in a person's words.",
    "lesson": "Blameless: under which condition, what the system allowed, how it showed, what ended it.",
    "scenario": "The lesson in its parts. Absent in what earlier versions wrote.",
    "terms": "The terms that tell it from the other patterns, strongest first.",
    "causes": "All that are likely, the one that most of its members speak for first, each as sure as its surest member, in tenths: finer is not known. Absent in what earlier versions wrote.",
    "confidence": "In [0, 1]: how well its members hold together.",
    "kinds": "Members by the kind of failure.",
    "harm": "For ranking patterns: impact hours, severity and recency of incidents, then failed deployments, then reverts. More is worse.",
    "judgement": "What a person said of it the last time; null where nobody has.",
    "whyNoImprovement": "Why the policy proposes no improvement for it; null where there is one, and before there is a report."
  },
  "PatternShortlist": {
    "": "Those of most episodes, and how many there are."
  },
  "PatternSort": {
    "": "What orders a list of patterns."
  },
  "PolicyMode": {
    "": "`propose`: a person approves each issue first. `auto`: the policy approves, within its caps."
  },
  "PolicyResponse": {
    "": "The policy as it is, and who set it: null while it is the product's own."
  },
  "Problem": {
    "": "How every error leaves the API: problem details (RFC 9457), with our `code` and whether trying again can help.",
    "status": "The HTTP status.",
    "detail": "One line for a person: what is wrong, then what to do.",
    "traceId": "By which the log tells of this request and of all that it set off."
  },
  "ProblemsResponse": {
    "": "`subject` is `account`, `permissions`, `scope`, or a stream; `problem` says what is wrong and what to do."
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
    "": "One line of the audit: a write at a provider.",
    "place": "Where: `acme/api`, `acme/api#12`, or the id of an incident.",
    "content": "What is sent, without any secret.",
    "connectionId": "The account through which it was written.",
    "url": "Where it can be looked at.",
    "problem": "Why it failed, and what to do.",
    "completedAt": "When the provider had answered; null before."
  },
  "PullCheck": {
    "": "What is said of an open pull request, at its newest commit: that it resembles what earlier failures grew from.",
    "repository": "`owner/name`.",
    "headSha": "The commit that it stands at.",
    "patternId": "The pattern that it resembles; null where what it resembles is in none.",
    "failureIds": "The earlier failures behind it, those that say most first.",
    "score": "Calibrated chance in [0, 1] that a failure comes of it, and that of any change.",
    "url": "Where it can be looked at; null before it is written."
  },
  "PullCheckState": {
    "": "`owed`: it is yet to be written. `shown`: it stands on the pull request. `unhelpful`: someone said that it does not help, and the pull request is left alone. `given_up`: the provider did not take it, or its answer is not known: it is not written twice."
  },
  "QueueCounts": {
    "isPaused": "Whether an admin paused the queue: none of its jobs starts until it is resumed."
  },
  "RateComparison": {
    "": "The recent window against the time before it.",
    "ratio": "Recent by before, with a 95 % interval; null stands for an unbounded end.",
    "p": "Chance of so large a difference where there is none; null where so few episodes could not tell, however they fell."
  },
  "RawRecord": {
    "": "A provider's payload as it came, with what is needed to store it once.",
    "type": "Says which schema reads the payload: `github.pull_request`, `pagerduty.incident`, `archive.incident`.",
    "deliveryKey": "Unique within the connection. Same key, same content: a second delivery is dropped."
  },
  "Recommendation": {
    "rank": "From 1.",
    "confidence": "In [0, 1]: how likely an engineer who knows the failures would accept it.",
    "tried": "Outcomes of the same guardrail in this organisation."
  },
  "Recurrence": {
    "": "Where a pattern stands. `new`: it became one in the last 30 days. `returned`: it had gone quiet and came back in the last 90. `quiet`: the time since its last episode is longer than its own pace explains. `recurring`: everything else."
  },
  "RefrainEvent": {
    "": "That something happened, with the ids of what it happened to: what is there is asked for.",
    "id": "The same each time that it is told.",
    "place": "Its place in the order of all events: what a listener goes on from.",
    "patternId": "Null for a digest.",
    "reportId": "Of `report_written` alone.",
    "digestId": "Of `digest_written` alone."
  },
  "ReplayDeadLetters": {
    "": "Which of them; all where nothing narrows it."
  },
  "ReplayLikelihood": {
    "": "Whether a replay is likely to bring it through: as it is, once the cause is removed, or not at all."
  },
  "ReplayResponse": {
    "": "How many records are read again, and how many cannot be because their payload expired."
  },
  "ReportChange": {
    "": "One thing that differs between two reports of a pattern, in a sentence."
  },
  "ReportChart": {
    "": "Figures to be drawn. All values are zero or more.",
    "levels": "Levels to compare with, each over some of the bars (`from` and `to` are positions, both inclusive)."
  },
  "ReportDocument": {
    "": "A report as it is read, whoever shows it: as Markdown, as a page of its own, in the web.",
    "lead": "The one thing to know."
  },
  "ReportLink": {
    "targetAt": "Absent in what earlier versions wrote.",
    "isConfirmed": "True where a person confirmed it, otherwise absent."
  },
  "ReportMember": {
    "": "A member as a report shows it.",
    "excerpt": "The lines of its text that matter most for the pattern; people are roles in it.",
    "precision": "How precise both times are; absent where they are instants.",
    "evidence": "Why it is here.",
    "answer": "Of an incident: whether a change set it off, and what ended it. Absent in what earlier versions wrote.",
    "statedResolution": "The passage of its text that states its resolution. Absent where none does."
  },
  "ReportSection": {
    "id": "Stable: for links to it, and for comparing two reports."
  },
  "ReportSource": {
    "": "What the sentences of a report rest on: something that can be opened.",
    "ref": "How sentences call it, unique within the report: `E3` an episode, `C2` a change, `P1` a pattern, `R1` a document to read.",
    "excerpt": "The lines of its text that tell most."
  },
  "ReportsResponse": {
    "": "Snapshots of a pattern's report, newest first."
  },
  "Resolution": {
    "": "How a failure was resolved, as far as is known. At least one of the two is given.",
    "stated": "Null where its text states none.",
    "change": "Null where no change is linked. The revert of a reverted change is none."
  },
  "ResolutionCertainty": {
    "": "How sure it is that a change resolved a failure: a person confirmed it, its estimated chance is at least .9, or it is possible and no more."
  },
  "ResolutionKind": {
    "": "How a failure ended, by the change that ended it. `retried`: the same deployment went through later. `self_resolved`: no change is known to have ended it."
  },
  "ResolvedBy": {
    "changeId": "The change that ended it; null where none did or none is known.",
    "confidence": "Estimated chance that it is right, in [0, 1]; 0 where it is `unknown`."
  },
  "ResolvingChange": {
    "": "A change that is linked to a failure as its resolution.",
    "reason": "The strongest evidence for it; null if a person confirmed it."
  },
  "RestartEntry": {
    "": "One line of the restart log (`restarts.jsonl` in the data folder), in which `npm start` records its own start, and the ends and restarts of the processes that it supervises. `refrain doctor` reads it.",
    "detail": "Exit code, signal or problem; empty for `started` and `restarted`."
  },
  "RevertTemplate": {
    "": "Reverts of one repository whose titles fit one template, so that a person can judge all of them at once.",
    "repository": "`owner/name`.",
    "reverts": "How many reverts fit it. The verdicts are those that were read from the messages, whatever people decided.",
    "linked": "How many of them belong to one event with an incident or a failed deployment.",
    "examples": "Titles of the newest ones.",
    "lastAt": "When the newest one happened; null if none fits a template that a person judged."
  },
  "RevertTemplatesResponse": {
    "": "The most frequent ones first, as of the last regrouping; those that were decided since have their decision already."
  },
  "Role": {
    "": "What somebody may do; each may do what those before it may."
  },
  "Scenario": {
    "": "What a pattern teaches, part by part; null where nothing is known. `condition` continues \"when\", `allowed` continues \"the system lets\"; the other two are sentences."
  },
  "Scope": {
    "": "What a token may do: a role everywhere (`viewer`), or in one part of the API (`search:viewer`, `connections:admin`)."
  },
  "ScopeNamesResponse": {
    "": "Names of what fails and of what is in the catalogue, sorted, to choose from.",
    "repositories": "`owner/name`."
  },
  "ScopeRefinement": {
    "": "Lists of a connection's scope that narrow down what is imported from the selected repositories."
  },
  "ScopeSelection": {
    "": "The list of a connection's scope that names what is imported."
  },
  "SearchMatch": {
    "score": "In (0, 1): one half where the two are as near as the nearest neighbours of both are on the whole.",
    "resolution": "Null where its text states none and no change is linked.",
    "evidence": "Why it is near; the weights add up to the score, but for rounding."
  },
  "SearchQuestion": {
    "": "What is asked about: a text as it was pasted, a failure that is stored, or the address of a page at a provider.",
    "limit": "Most matches in the answer.",
    "service": "Only failures of this service, or in this environment, whatever the case of letters."
  },
  "SearchResponse": {
    "asked": "What the question was taken to be about; of a text, neither id nor title.",
    "verdict.confidence": "In [0, 1]. Of \"seen\": that of the pattern, else the score of the best match. Of \"not seen\": 1 less the larger of that score and the chance of the likeliest pattern, times the share of the failures that were searched.",
    "matches": "Best first.",
    "searched": "How many failures were searched, and of how many.",
    "complete": "False while the index is being built: what is not in it yet cannot be found."
  },
  "Season": {
    "": "A day or an hour at which episodes begin more often than chance would have it."
  },
  "SecurityResponse": {
    "": "By what the installation is guarded, for who answers for it.",
    "publicUrl": "Where people and webhooks reach it.",
    "trustsProxies": "Whether proxies are named whose word on addresses is taken.",
    "signInBy": "Providers of identities by which people sign in.",
    "allowsSignInLinks": "Whether people can also sign in by links, which bypass a provider's second factor.",
    "people": "Who may sign in, and how many of them as admins.",
    "lastingTokens": "Tokens that do not expire, by name."
  },
  "SessionResponse": {
    "": "Who is signed in."
  },
  "SessionVia": {
    "": "How a session began: by a sign-in link, or by a provider of identities."
  },
  "SessionsResponse": {
    "": "Last used first."
  },
  "SharedFolder": {
    "": "A folder that several episodes of a pattern have in common.",
    "repository": "`owner/name`.",
    "episodeIds": "By time."
  },
  "SignInLinkResponse": {
    "": "A link that signs a browser in, once."
  },
  "SignInMethod": {
    "": "By what somebody signs in: a link that an admin made, the organisation's OpenID Connect provider, or GitHub."
  },
  "SignInMethodsResponse": {
    "": "The providers of identities by which people sign in, each with the page that leads to it and back.",
    "allowsLinks": "Whether sign-in links work too."
  },
  "Span": {
    "": "From the least to the most that is thought likely; in what unit, the field that holds it says."
  },
  "StatedResolution": {
    "": "The passage of a failure's text that states what resolved it.",
    "quote": "Verbatim, but for white space and marks of lists and tables; lines of the text stay lines. At most 3 sentences and 58 words.",
    "confidence": "In [0, 1]: the share of such quotations in which a reader saw the resolution."
  },
  "Statement": {
    "": "One sentence, or a few that rest on the same. Texts from outside stand in it as they are: whoever shows it makes them inert.",
    "refs": "Refs of the sources that show it.",
    "method": "How a figure in it comes about; null where it is read off the sources."
  },
  "StatusResponse": {
    "unassigned": "How many failures are in no pattern: too little speaks for one, or they happened once. Of all but duplicates and what is no failure.",
    "pending": "Records that are stored and not yet worked on.",
    "busy": "Whether anything is still on its way to the patterns."
  },
  "StreamProgress": {
    "": "One independent, resumable part of a backfill: `pulls:acme/api`, `incidents`.",
    "records": "Records taken in so far.",
    "expected": "Records expected, by what was read so far; null where the provider does not say.",
    "problem": "Why it failed and what to do."
  },
  "Subscription": {
    "": "Someone outside who is told of events. Its address and its secret are never shown again.",
    "kind": "`webhook`: a signed request of Standard Webhooks. `slack`: a message to an incoming webhook of Slack, or of what is like it.",
    "address": "As much of the address as gives nothing away.",
    "scope": "Whose events: of the organisation are all patterns, and its own digests.",
    "period": "Which digests; null is both.",
    "state": "`off` after days of failing; a test that succeeds switches it on again.",
    "reason": "Why it is off.",
    "lastProblem": "What went wrong the last time; null where that went well.",
    "pending": "Events that are still to be delivered, and those that were given up in the last 30 days."
  },
  "SubscriptionTestResponse": {
    "": "Whether a test message was taken, and if not, why."
  },
  "TimePrecision": {
    "": "How precisely a time is known. An instant of a day or a month is its beginning in UTC; of a minute, its beginning. Ordered from the finest to the coarsest."
  },
  "TimeZone": {
    "": "IANA name of a time zone."
  },
  "TitleTemplate": {
    "": "Titles of changes that differ in single words: `*` stands for exactly one word, every other word for itself, in upper or lower case, such as `Drain * for maintenance`."
  },
  "TokensResponse": {
    "": "Oldest first, expired ones too."
  },
  "Trend": {
    "": "How often something happens, and whether that changes. It counts episodes.",
    "id": "Id of the pattern, name of the service; empty for the organisation.",
    "observedFrom": "Since when it could have happened: the beginning of the period, or of the first change to what is new.",
    "recentFrom": "Where the recent window begins; null where there is too little time for one.",
    "per100Changes": "Null where it is not known how much was changed.",
    "changePoints": "Of the rate per week, earliest first; none where its test is not significant.",
    "dispersion": "Variance of the counts by their mean as it is likely to be, at least 1: above it episodes come in bursts and tell less."
  },
  "TrendDirection": {
    "": "What can be said of a rate. `steady` is a finding: a change by half or more is ruled out. `no_clear_change` is none: the data fit a constant rate and others too. `too_few`: no outcome of so few episodes in so little time would tell."
  },
  "TrendMeasure": {
    "overall": "Over all of the time that was observed.",
    "comparison": "Null where the time or the exposure does not give two windows.",
    "test": "By week of the comparison and the search for a change together, by changes of the comparison. Null where nothing could tell."
  },
  "TrendRate": {
    "": "Episodes per unit of exposure, with a 95 % interval.",
    "exposure": "In weeks of seven days, or in hundreds of changes; above 0."
  },
  "TrendTest": {
    "": "Whether a rate is constant.",
    "p": "Chance of data that speak so clearly against it where it is.",
    "q": "`p` after Benjamini and Hochberg, over all that were tested with it."
  },
  "TrendWeek": {
    "week": "ISO 8601 week in UTC: `2026-W03`.",
    "days": "Days of it that were observed, in (0, 7].",
    "changes": "Null where it is not known how much was changed."
  },
  "Trends": {
    "": "Trends of one period. Each of the three scopes is a family of its own for the false discovery rate.",
    "significance": "What is called rising or falling has a `p` up to this, and a `q` up to the next.",
    "falseDiscoveryRate": "The share of false ones among them is at most so high on average.",
    "services": "By name.",
    "patterns": "By id."
  },
  "Trigger": {
    "": "What set it off. Kept apart from the cause: a deployment is a trigger, what it carried is the cause."
  },
  "TriggerCell": {
    "per100Changes": "Null where the changes of the place, or the place, are not known.",
    "per100Episodes": "Of all episodes of the place: what part of its failures this is. Null where the place is not known.",
    "standsOut": "Whether it is above the organisation's rate for each change and for each day: being changed a lot or a little does not explain it. Where changes are not known: for each day and among the place's own episodes, so that it is not only large."
  },
  "UndoRequest": {
    "": "The request that takes a write back, below the root of the provider's API.",
    "expects": "Only while the text is still as it was written: null where nobody but Refrain changes it."
  },
  "UnreadableRecordsResponse": {
    "": "Newest first.",
    "deliveryKey": "What the sender calls it."
  },
  "User": {
    "": "Somebody who may sign in. Nothing of them is in any analysis.",
    "lastSeenAt": "Within a minute of the last request; null before the first.",
    "isDisabled": "One who may not sign in any more; what they did keeps their name."
  },
  "UserChange": {
    "": "What is not given stays as it is."
  },
  "UsersResponse": {
    "": "Oldest first."
  },
  "VisibleName": {
    "": "Name that a person gives to a user or a token: on one line, and visible."
  },
  "WantedCheck": {
    "": "What a check says.",
    "title": "One line.",
    "summary": "Markdown, of at most 65,535 characters.",
    "detailsUrl": "Where more of it stands; null where nobody said where Refrain is."
  },
  "WebhookResponse": {
    "": "Where the provider sends its events, and what it signs them with; the secret is null while the provider has it alone."
  },
  "WebhookState": {
    "": "Whether the provider sends events. `none`: nobody asked for them; `refused`: the credential may not create the subscription, or the address cannot be reached from there; `silent`: it is there and its ping has not arrived yet.",
    "problem": "What is wrong and what to do; null where nothing is.",
    "checkedAt": "When the provider was asked last.",
    "deliveredAt": "When a signed delivery came last.",
    "isSecretDue": "A new secret was asked for, which the provider has yet to make or, where it is ours, to be told."
  },
  "WordingEdit": {
    "": "What would stand in the text in place of what stands from `start` to `end` (UTF-16 units of the text)."
  },
  "WordingFinding": {
    "start": "Place of the words, in UTF-16 units of the text; `end` is the first unit after them.",
    "words": "As they stand in the text.",
    "reason": "Why it is a problem, in one sentence.",
    "suggestion": "The sentence with the system as its subject; where none can be made safely, a question that leads there.",
    "edit": "How the suggestion is made; null where it is a question. The edits of one text do not overlap."
  },
  "WordingKind": {
    "": "Why a wording makes people, rather than the system, the thing that failed."
  },
  "WordingResponse": {
    "findings": "In the order of the text; they do not overlap. The first 500.",
    "hasMore": "Whether the text has more findings than are listed.",
    "reworded": "The text with every edit made."
  },
  "WorkingTime": {
    "": "When people work. All other time is out of hours.",
    "workday": "Hours of the day between which people work; all others are out of hours.",
    "weekend": "Days of the week on which nobody works, 1 being Monday."
  },
  "WriteAction": {
    "": "Everything that Refrain writes at a provider, as a closed list."
  },
  "WriteReason": {
    "": "Why something is written, and who or what decided it: the name of a token, the page, a rule, the address of a comment."
  },
  "WriteState": {
    "": "`planned`: shown by a dry run, never sent. `begun`: on its way. `unknown`: no answer came, it may have been carried out. `refused`: the provider said no. `undone`: taken back by a later one."
  }
};
