import type { WorldCommit, WorldDeployment, WorldIssue, WorldPull } from '../world.ts';

export interface StoredIssue extends WorldIssue {
  updatedAt: string;
  closedAt: string | null;
}

export interface StoredComment {
  readonly id: number;
  readonly repository: string;
  readonly issue: number;
  readonly body: string;
  readonly author: string;
  readonly createdAt: string;
}

export interface StoredLabel {
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

export interface StoredHook {
  readonly id: number;
  /** Null for a hook of the organisation. */
  readonly repository: string | null;
  readonly url: string;
  readonly contentType: 'json' | 'form';
  readonly secret: string | null;
  readonly events: readonly string[];
  readonly active: boolean;
  readonly createdAt: string;
}

/** What was written since the world was made, by repository name; put over the world at the next start. */
export interface GitHubWritten {
  readonly issues: Record<string, StoredIssue[]>;
  readonly labels: Record<string, StoredLabel[]>;
  readonly commits: Record<string, WorldCommit[]>;
  readonly pulls: Record<string, WorldPull[]>;
  readonly deployments: Record<string, WorldDeployment[]>;
  readonly comments: StoredComment[];
  readonly hooks: StoredHook[];
}

export function emptyWritten(): GitHubWritten {
  return { issues: {}, labels: {}, commits: {}, pulls: {}, deployments: {}, comments: [], hooks: [] };
}
