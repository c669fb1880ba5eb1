/** What the two emulators know about one organisation when they start. Every time is an ISO 8601 instant in UTC. */
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
}

export interface WorldCommit {
  sha: string;
  parents: string[];
  message: string;
  author: { login: string; name: string; email: string };
  date: string;
  files: string[];
}

export interface WorldPull {
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

export interface WorldIssue {
  number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  labels: string[];
  /** A login. */
  author: string;
  createdAt: string;
}

export interface PagerDutyWorld {
  subdomain: string;
  services: WorldService[];
  users: WorldUser[];
  incidents: WorldIncident[];
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
  logEntries: WorldLogEntry[];
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

/** `type` is the vendor's, such as `trigger_log_entry` or `resolve_log_entry`. */
export interface WorldLogEntry {
  id: string;
  type: string;
  createdAt: string;
  summary: string;
}
