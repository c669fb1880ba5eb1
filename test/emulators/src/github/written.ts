import type { WorldCommit, WorldDeployment, WorldIssue, WorldPull, WorldRun } from '../world.ts';
import type { Permissions } from './permissions.ts';

export interface StoredIssue extends WorldIssue {
  updatedAt: string;
  closedAt: string | null;
}

export interface StoredComment {
  readonly id: number;
  /** The repository's first name. */
  readonly repository: string;
  readonly issue: number;
  readonly body: string;
  readonly author: string;
  /** What the author is to the repository; a member unless said otherwise. */
  readonly association?: 'OWNER' | 'MEMBER' | 'COLLABORATOR' | 'CONTRIBUTOR' | 'NONE';
  readonly createdAt: string;
}

export interface StoredFile {
  readonly path: string;
  /** Null where the file is no more. */
  readonly content: string | null;
}

export interface StoredLabel {
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

/** A check run of an App. */
export interface StoredCheck {
  readonly id: number;
  readonly appId: number;
  readonly name: string;
  readonly headSha: string;
  readonly externalId: string | null;
  readonly detailsUrl: string | null;
  /** Someone asked for it again, and its App has not said that it is done. */
  readonly isPending?: boolean;
  readonly conclusion: 'neutral' | 'success' | 'failure' | 'skipped' | 'cancelled' | 'timed_out' | 'action_required';
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  /** Buttons. */
  readonly actions: readonly { readonly label: string; readonly description: string; readonly identifier: string }[];
  readonly createdAt: string;
}

export interface StoredHook {
  readonly id: number;
  /** The first name of its repository; null for a hook of the organisation or of an App. */
  readonly repository: string | null;
  /** Present on the hook of an App. */
  readonly appId?: number;
  readonly url: string;
  readonly contentType: 'json' | 'form';
  readonly secret: string | null;
  readonly events: readonly string[];
  readonly active: boolean;
  readonly createdAt: string;
  /** Absent: as it was created. */
  readonly updatedAt?: string;
}

export interface StoredApp {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly owner: string;
  readonly description: string | null;
  readonly homepage: string;
  readonly clientId: string;
  /** PEM. Of the private key only the App's owner has a copy. */
  readonly publicKey: string;
  readonly permissions: Permissions;
  /** Of its installations; its hook lists the same. */
  readonly events: readonly string[];
  readonly hook: StoredHook;
  readonly setupUrl: string | null;
  /** Whether a person comes back there from a change of the installation as well. */
  readonly setupOnUpdate: boolean;
  readonly createdAt: string;
}

export interface StoredInstallation {
  readonly id: number;
  readonly appId: number;
  readonly permissions: Permissions;
  /** First names of the chosen repositories; null for all. */
  readonly repositories: readonly string[] | null;
  readonly createdAt: string;
  readonly suspendedAt: string | null;
}

/** An installation access token, which is itself not kept. */
export interface StoredToken {
  /** SHA-256, in hexadecimal. */
  readonly digest: string;
  readonly installationId: number;
  readonly permissions: Permissions;
  readonly repositories: readonly string[] | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** What was written since the world was made, by the repository's first name; put over the world at the next start. */
export interface GitHubWritten {
  readonly issues: Record<string, StoredIssue[]>;
  readonly labels: Record<string, StoredLabel[]>;
  readonly commits: Record<string, WorldCommit[]>;
  readonly pulls: Record<string, WorldPull[]>;
  readonly deployments: Record<string, WorldDeployment[]>;
  readonly runs: Record<string, WorldRun[]>;
  readonly checks: Record<string, StoredCheck[]>;
  readonly files: Record<string, StoredFile[]>;
  /** The names that a repository had, its present one last; null at the end for a deleted one. */
  readonly names: Record<string, (string | null)[]>;
  readonly comments: StoredComment[];
  readonly hooks: StoredHook[];
  readonly apps: StoredApp[];
  readonly installations: StoredInstallation[];
  readonly tokens: StoredToken[];
}

export function emptyWritten(): GitHubWritten {
  return {
    issues: {},
    labels: {},
    commits: {},
    pulls: {},
    deployments: {},
    runs: {},
    checks: {},
    files: {},
    names: {},
    comments: [],
    hooks: [],
    apps: [],
    installations: [],
    tokens: [],
  };
}
