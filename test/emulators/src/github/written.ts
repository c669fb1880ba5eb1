import type { WorldCommit, WorldDeployment, WorldIssue, WorldPull, WorldRun } from '../world.ts';
import type { Permissions } from './permissions.ts';

export interface StoredIssue extends WorldIssue {
  updatedAt: string;
  closedAt: string | null;
}

export interface StoredComment {
  readonly id: number;
  /** The repository's original name. */
  readonly repository: string;
  readonly issue: number;
  readonly body: string;
  readonly author: string;
  /** The author's association to the repository; a member by default. */
  readonly association?: 'OWNER' | 'MEMBER' | 'COLLABORATOR' | 'CONTRIBUTOR' | 'NONE';
  readonly createdAt: string;
}

export interface StoredFile {
  readonly path: string;
  /** Null for a deleted file. */
  readonly content: string | null;
}

export interface StoredLabel {
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

export interface StoredCheck {
  readonly id: number;
  readonly appId: number;
  readonly name: string;
  readonly headSha: string;
  readonly externalId: string | null;
  readonly detailsUrl: string | null;
  /** Whether someone requested it again and its App has not completed it. */
  readonly isPending?: boolean;
  readonly conclusion: 'neutral' | 'success' | 'failure' | 'skipped' | 'cancelled' | 'timed_out' | 'action_required';
  readonly title: string;
  /** In Markdown. */
  readonly summary: string;
  /** The buttons. */
  readonly actions: readonly { readonly label: string; readonly description: string; readonly identifier: string }[];
  readonly createdAt: string;
}

export interface StoredHook {
  readonly id: number;
  /** The original name of its repository; null for a hook of the organisation or of an App. */
  readonly repository: string | null;
  /** Only set for the hook of an App. */
  readonly appId?: number;
  readonly url: string;
  readonly contentType: 'json' | 'form';
  readonly secret: string | null;
  readonly events: readonly string[];
  readonly active: boolean;
  readonly createdAt: string;
  /** Defaults to the creation time. */
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
  /** In PEM. Only the App's owner has the private key. */
  readonly publicKey: string;
  readonly permissions: Permissions;
  /** The events of its installations, which are the same as those of its hook. */
  readonly events: readonly string[];
  readonly hook: StoredHook;
  readonly setupUrl: string | null;
  /** Whether a person is redirected to the setup address also after a change of the installation. */
  readonly setupOnUpdate: boolean;
  readonly createdAt: string;
}

export interface StoredInstallation {
  readonly id: number;
  readonly appId: number;
  readonly permissions: Permissions;
  /** Original names of the selected repositories; null for all. */
  readonly repositories: readonly string[] | null;
  readonly createdAt: string;
  readonly suspendedAt: string | null;
}

/** An installation access token, which itself is not stored. */
export interface StoredToken {
  /** The SHA-256 digest in hexadecimal. */
  readonly digest: string;
  readonly installationId: number;
  readonly permissions: Permissions;
  readonly repositories: readonly string[] | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/**
 * What was written since the world was created, by the repository's original name. It is applied to the world at the
 * next start.
 */
export interface GitHubWritten {
  readonly issues: Record<string, StoredIssue[]>;
  readonly labels: Record<string, StoredLabel[]>;
  readonly commits: Record<string, WorldCommit[]>;
  readonly pulls: Record<string, WorldPull[]>;
  readonly deployments: Record<string, WorldDeployment[]>;
  readonly runs: Record<string, WorldRun[]>;
  readonly checks: Record<string, StoredCheck[]>;
  readonly files: Record<string, StoredFile[]>;
  /** The names that a repository had, the current one last; null at the end for a deleted one. */
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
