import type { WorldCommit, WorldDeployment, WorldIssue, WorldPull, WorldRun } from '../world.ts';
import type { Permissions } from './permissions.ts';

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
  /** Author's association with the repository; a member by default. */
  readonly association?: 'OWNER' | 'MEMBER' | 'COLLABORATOR' | 'CONTRIBUTOR' | 'NONE';
  readonly createdAt: string;
}

export interface StoredFile {
  readonly path: string;
  readonly content: string | null;
}

export interface StoredLabel {
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

export interface StoredCheckRun {
  readonly id: number;
  readonly appId: number;
  readonly name: string;
  readonly headSha: string;
  readonly externalId: string | null;
  readonly detailsUrl: string | null;
  /** Whether someone requested a re-run that the App has not completed yet. */
  readonly isPending?: boolean;
  readonly conclusion: 'neutral' | 'success' | 'failure' | 'skipped' | 'cancelled' | 'timed_out' | 'action_required';
  readonly title: string;
  readonly summary: string;
  readonly actions: readonly { readonly label: string; readonly description: string; readonly identifier: string }[];
  readonly createdAt: string;
}

export interface StoredWebhook {
  readonly id: number;
  /** Name of the repository in the initial world; null for a webhook of the organisation or of an App. */
  readonly repository: string | null;
  /** Id of the App; only set for an App's webhook. */
  readonly appId?: number;
  readonly url: string;
  readonly contentType: 'json' | 'form';
  readonly secret: string | null;
  readonly events: readonly string[];
  readonly active: boolean;
  readonly createdAt: string;
  /** Time of the last change; by default the creation time. */
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
  /** The App's public key in PEM format. Only the App's owner has the private key. */
  readonly publicKey: string;
  readonly permissions: Permissions;
  /** Events to which the App's webhook and all installations subscribe. */
  readonly events: readonly string[];
  readonly hook: StoredWebhook;
  readonly setupUrl: string | null;
  /** Whether a person who has changed an installation is redirected to the setup URL. */
  readonly setupOnUpdate: boolean;
  readonly createdAt: string;
}

export interface StoredInstallation {
  readonly id: number;
  readonly appId: number;
  readonly permissions: Permissions;
  /** Keys of the repositories selected for the installation; null if all repositories are selected. */
  readonly repositories: readonly string[] | null;
  readonly createdAt: string;
  readonly suspendedAt: string | null;
}

/** An installation access token; only its digest is stored. */
export interface StoredInstallationToken {
  readonly digest: string;
  readonly installationId: number;
  readonly permissions: Permissions;
  readonly repositories: readonly string[] | null;
  readonly expiresAt: number;
}

/** Everything that was written to the emulator, by repository key. At the next start it is applied to the initial world again. */
export interface WrittenGitHubData {
  readonly issues: Record<string, StoredIssue[]>;
  readonly labels: Record<string, StoredLabel[]>;
  readonly commits: Record<string, WorldCommit[]>;
  readonly pulls: Record<string, WorldPull[]>;
  readonly deployments: Record<string, WorldDeployment[]>;
  readonly runs: Record<string, WorldRun[]>;
  readonly checks: Record<string, StoredCheckRun[]>;
  readonly files: Record<string, StoredFile[]>;
  /** All names that a repository had, oldest first. The last entry is null if the repository was deleted. */
  readonly names: Record<string, (string | null)[]>;
  readonly comments: StoredComment[];
  readonly hooks: StoredWebhook[];
  readonly apps: StoredApp[];
  readonly installations: StoredInstallation[];
  readonly tokens: StoredInstallationToken[];
}

export function emptyGitHubData(): WrittenGitHubData {
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
