/** Initial data of both emulators for one organisation. Every time is an ISO 8601 instant in UTC. */
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
  commits: WorldCommit[];
  pulls: WorldPull[];
  deployments: WorldDeployment[];
  issues?: WorldIssue[];
  runs?: WorldRun[];
  /** Files of the default branch whose content is known. */
  files?: WorldFile[];
}

export interface WorldCommit {
  sha: string;
  parents: string[];
  message: string;
  author: { login: string; name: string; email: string };
  date: string;
  files: string[];
  formerNames?: FormerPaths;
}

/** The former path of each moved file, by its new path. */
export type FormerPaths = Readonly<Record<string, string>>;

export interface WorldPull extends WorldIssueLog {
  number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  mergedAt: string | null;
  mergeCommitSha: string | null;
  headRef: string;
  headSha: string;
  author: string;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  files: string[];
  formerNames?: FormerPaths;
  labels: string[];
}

export interface WorldDeployment {
  id: number;
  sha: string;
  ref: string;
  environment: string;
  description: string;
  createdAt: string;
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
  author: string;
  createdAt: string;
  /** Time of the last update; by default the creation time. */
  updatedAt?: string;
  /** Time at which the issue was closed; for a closed issue by default the time of the last update. */
  closedAt?: string | null;
  /** Reason for closing; `completed` by default. */
  stateReason?: 'completed' | 'not_planned' | 'duplicate';
  assignees?: string[];
  locked?: boolean;
  /** Pull requests of the same repository that people linked manually, oldest first. */
  linkedPulls?: { number: number; at: string }[];
  /** Whether the issue was deleted: a request for the issue returns 410, and no list contains the issue. */
  deleted?: boolean;
  comments?: WorldComment[];
}

export interface WorldIssueLog {
  /** Times at which the issue was closed and reopened, oldest first. By default, a closed issue was closed once. */
  transitions?: WorldIssueTransition[];
  relabelled?: WorldLabelChange[];
}

export interface WorldIssueTransition {
  event: 'closed' | 'reopened';
  at: string;
}

export interface WorldLabelChange {
  event: 'labeled' | 'unlabeled';
  label: string;
  at: string;
}

export interface WorldComment {
  id: number;
  body: string;
  author: string;
  createdAt: string;
}

export interface WorldFile {
  path: string;
  content: string;
}

export type WorldRunConclusion =
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
  /** Path of the workflow file, such as `.github/workflows/deploy.yml`. */
  workflow: string;
  name: string;
  /** Title of the run on GitHub's page. */
  title: string;
  /** Event that triggered the run, such as `push` or `schedule`. */
  event: string;
  branch: string;
  sha: string;
  actor: string;
  createdAt: string;
  attempts: WorldRunAttempt[];
}

export interface WorldRunAttempt {
  /** Null while the attempt is running. */
  conclusion: WorldRunConclusion | null;
  startedAt: string;
  updatedAt: string;
  jobs: WorldJob[];
}

export interface WorldJob {
  id: number;
  name: string;
  /** Null while the job is running. */
  conclusion: WorldRunConclusion | null;
  startedAt: string;
  completedAt: string | null;
  steps: WorldStep[];
  annotations: WorldAnnotation[];
  /** Null if GitHub no longer stores the log. */
  log: string | null;
}

export interface WorldStep {
  name: string;
  conclusion: WorldRunConclusion | null;
  /** By default the start of the job. */
  startedAt?: string;
  /** By default the end of the job. */
  completedAt?: string;
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
  /** IANA name of the account's time zone, in which PagerDuty interprets times without an offset; `America/New_York` by default. */
  timeZone?: string;
  services: WorldService[];
  users: WorldUser[];
  incidents: WorldIncident[];
  changeEvents?: WorldChangeEvent[];
  /** Names of the account's priorities, most severe first; by default the priorities that the incidents have. */
  priorities?: string[];
}

/** A change that a pipeline reported to PagerDuty, with the time that the pipeline stated. */
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
  /** Names of the teams that are associated with the service; absent for none. */
  teams?: readonly string[];
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
  /** Name of a priority, such as `P1`. */
  priority: string | null;
  createdAt: string;
  resolvedAt: string | null;
  updatedAt: string;
  assigneeId: string | null;
  incidentKey: string;
  alerts: WorldAlert[];
  notes: WorldNote[];
  logEntries: WorldLogEntry[];
  /** Id of the incident into which this incident was merged. The merge resolved this incident and moved its alerts. */
  mergedInto?: string;
  /** Whether a person declared the incident in the web interface, so that it has no alert. */
  isDeclared?: boolean;
  /** People whom the responders asked to join the incident. */
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

/** A log entry. `type` is a type of PagerDuty, such as `trigger_log_entry` or `resolve_log_entry`. */
export interface WorldLogEntry {
  id: string;
  type: string;
  createdAt: string;
  summary: string;
  /** Person who acted; by default the assignee, or the service if nobody is assigned. */
  userId?: string;
  /** Text of the note, for an `annotate_log_entry`. */
  note?: string;
  /** Field that was set, for a `custom_field_value_change_log_entry`. */
  field?: { name: string; value: string };
}
