/** The initial data of both emulators about one organisation. Every time is an ISO 8601 instant in UTC. */
export interface World {
  github: GitHubWorld;
  pagerduty: PagerDutyWorld;
}

export interface GitHubWorld {
  organisation: string;
  repositories: WorldRepository[];
}

export interface WorldRepository {
  name: string;
  description: string;
  defaultBranch: string;
  createdAt: string;
  /** The default branch, oldest first. */
  commits: WorldCommit[];
  pulls: WorldPull[];
  deployments: WorldDeployment[];
  issues?: WorldIssue[];
  /** Runs of GitHub Actions. */
  runs?: WorldRun[];
  /** Files of the default branch whose text is known. */
  files?: WorldFile[];
}

export interface WorldCommit {
  sha: string;
  parents: string[];
  message: string;
  author: { login: string; name: string; email: string };
  date: string;
  files: string[];
  formerNames?: FormerNames;
}

/** The former name of each file that a change moves, by its current name. */
export type FormerNames = Readonly<Record<string, string>>;

export interface WorldPull extends WorldIssueLog {
  number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  mergedAt: string | null;
  mergeCommitSha: string | null;
  headRef: string;
  headSha: string;
  /** A login. */
  author: string;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  files: string[];
  formerNames?: FormerNames;
  labels: string[];
}

export interface WorldDeployment {
  id: number;
  sha: string;
  ref: string;
  environment: string;
  description: string;
  createdAt: string;
  /** A login. */
  creator: string;
  statuses: WorldDeploymentStatus[];
}

export interface WorldDeploymentStatus {
  id: number;
  state: 'error' | 'failure' | 'inactive' | 'in_progress' | 'queued' | 'pending' | 'success';
  description: string;
  createdAt: string;
  logUrl: string;
}

export interface WorldIssue extends WorldIssueLog {
  number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  labels: string[];
  /** A login. */
  author: string;
  createdAt: string;
  /** Defaults to the creation time. */
  updatedAt?: string;
  /** Defaults to the last update for a closed one. */
  closedAt?: string | null;
  /** The reason of the closing; `completed` by default. */
  stateReason?: 'completed' | 'not_planned' | 'duplicate';
  /** Logins. */
  assignees?: string[];
  locked?: boolean;
  /** Pull requests of its repository that people linked by hand, oldest first. */
  linkedPulls?: { number: number; at: string }[];
  /** Whether it returns 410 and is in no list. */
  deleted?: boolean;
  /** Oldest first. */
  comments?: WorldComment[];
}

/** Changes of an issue or a pull request after it was opened. */
export interface WorldIssueLog {
  /** How it was closed and reopened, oldest first; by default a closed one was closed once. */
  transitions?: WorldIssueTransition[];
  /** Changes of its labels, oldest first. */
  relabelled?: WorldRelabelling[];
}

export interface WorldIssueTransition {
  event: 'closed' | 'reopened';
  at: string;
}

export interface WorldRelabelling {
  event: 'labeled' | 'unlabeled';
  label: string;
  at: string;
}

export interface WorldComment {
  id: number;
  body: string;
  /** A login. */
  author: string;
  createdAt: string;
}

export interface WorldFile {
  path: string;
  content: string;
}

export type WorldConclusion =
  | 'success'
  | 'failure'
  | 'neutral'
  | 'cancelled'
  | 'skipped'
  | 'timed_out'
  | 'action_required'
  | 'stale'
  | 'startup_failure';

/** A run of a workflow. A re-run is another attempt of the same run. */
export interface WorldRun {
  id: number;
  /** The workflow's file, such as `.github/workflows/deploy.yml`. */
  workflow: string;
  name: string;
  /** The title on the run's page. */
  title: string;
  /** The event that triggered it, such as `push` or `schedule`. */
  event: string;
  branch: string;
  sha: string;
  /** A login. */
  actor: string;
  createdAt: string;
  /** Oldest first; at least one. */
  attempts: WorldRunAttempt[];
}

export interface WorldRunAttempt {
  /** Null while it runs. */
  conclusion: WorldConclusion | null;
  startedAt: string;
  updatedAt: string;
  jobs: WorldJob[];
}

export interface WorldJob {
  id: number;
  name: string;
  /** Null while it runs. */
  conclusion: WorldConclusion | null;
  startedAt: string;
  completedAt: string | null;
  steps: WorldStep[];
  annotations: WorldAnnotation[];
  /** Null if GitHub no longer has it. */
  log: string | null;
}

export interface WorldStep {
  name: string;
  conclusion: WorldConclusion | null;
}

export interface WorldAnnotation {
  path: string;
  line: number;
  level: 'notice' | 'warning' | 'failure';
  title: string;
  message: string;
}

export interface PagerDutyWorld {
  subdomain: string;
  /**
   * The account's time zone as an IANA name, in which PagerDuty reads times without an offset; `America/New_York` by
   * default.
   */
  timeZone?: string;
  services: WorldService[];
  users: WorldUser[];
  incidents: WorldIncident[];
  changeEvents?: WorldChangeEvent[];
  /** The account's priorities, most severe first; those of its incidents by default. */
  priorities?: string[];
}

/** A pipeline's report of a change to PagerDuty, with the pipeline's own time. */
export interface WorldChangeEvent {
  id: string;
  summary: string;
  timestamp: string;
  serviceIds: string[];
  source: string;
  links: { href: string; text: string }[];
  details: Record<string, unknown>;
}

export interface WorldService {
  id: string;
  name: string;
  description: string;
  createdAt: string;
}

export interface WorldUser {
  id: string;
  name: string;
  email: string;
}

export interface WorldIncident {
  id: string;
  number: number;
  title: string;
  description: string;
  serviceId: string;
  urgency: 'high' | 'low';
  /** The name of a priority, such as `P1`. */
  priority: string | null;
  createdAt: string;
  resolvedAt: string | null;
  updatedAt: string;
  assigneeId: string | null;
  incidentKey: string;
  alerts: WorldAlert[];
  notes: WorldNote[];
  /** Oldest first. */
  logEntries: WorldLogEntry[];
  /** The id of the incident that this one was merged into, which resolved it and moved its alerts. */
  mergedInto?: string;
  /** Whether a person declared it on the page, so that it has no alert. */
  isDeclared?: boolean;
  /** People whom the incident's responders asked to join. */
  responders?: { userId: string; state: 'pending' | 'joined' | 'declined'; requestedAt: string }[];
}

export interface WorldAlert {
  id: string;
  summary: string;
  severity: 'critical' | 'error' | 'warning' | 'info';
  createdAt: string;
  details: Record<string, unknown>;
}

export interface WorldNote {
  id: string;
  content: string;
  userId: string;
  createdAt: string;
}

/** An entry of the log. `type` is the vendor's, such as `trigger_log_entry` or `resolve_log_entry`. */
export interface WorldLogEntry {
  id: string;
  type: string;
  createdAt: string;
  summary: string;
  /** Who did it; by default the assignee, or the service if nobody is assigned. */
  userId?: string;
  /** A note's text, for an `annotate_log_entry`. */
  note?: string;
  /** The field that was set, for a `custom_field_value_change_log_entry`. */
  field?: { name: string; value: string };
}
