import type { z } from 'zod';
import { irrelevantParsedPayload, type ParsedPayload } from '../../contract/failure-source.ts';
import { listNamesInTrailers, mapNamesToRoles, type Roles } from '../../people/people.ts';
import { createChangeDraft } from '../../records/create-drafts.ts';
import { removeHtmlComments, toPlainText, toPlainTitle } from '../../records/to-plain-text.ts';
import type { PullRecord } from './schema.ts';

export function readPullRequest({ repository, pull, files }: z.output<typeof PullRecord>): ParsedPayload {
  if (!pull.merged_at) return irrelevantParsedPayload;
  const roles = mapNamesToRoles([
    { role: 'author', names: [pull.user?.login, ...listNamesInTrailers(pull.body ?? '')] },
    { role: 'reviewer', names: [pull.merged_by?.login] },
    { role: 'reviewer', names: (pull.requested_reviewers ?? []).map((reviewer) => reviewer.login) },
    { role: 'assignee', names: (pull.assignees ?? []).map((assignee) => assignee.login) },
  ]);
  return {
    outcome: 'stored',
    failures: [],
    changes: [
      createChangeDraft({
        kind: 'merged_pull_request',
        externalId: `${repository}#${pull.number}`,
        repository,
        title: toPlainTitle(pull.title, roles),
        text: toPlainText(removeHtmlComments(pull.body ?? ''), roles),
        sha: pull.merge_commit_sha ?? null,
        number: pull.number,
        branch: toPlainTitle(pull.head.ref, roles),
        base: plainBase(pull, roles),
        paths: files ?? [],
        occurredAt: pull.merged_at,
        url: pull.html_url ?? null,
        version: pull.updated_at,
      }),
    ],
  };
}

/** Returns the base branch; null for the default branch, or if the default branch is unknown. */
function plainBase({ base }: z.output<typeof PullRecord>['pull'], roles: Roles): string | null {
  const main = base?.repo?.default_branch;
  return base == null || main == null || base.ref === main ? null : toPlainTitle(base.ref, roles);
}
