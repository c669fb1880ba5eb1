import { AppError, Instant, parseInput } from '@refrain/domain';
import { z } from 'zod';
import type { WorldCommit } from '../world.ts';
import { formatCurrentInstant, type GitHubContext } from './context.ts';
import { AuthorLoginOrDefault, findNamedRepository } from './find-named-repository.ts';
import { addCommit, publishPushEvent } from './push.ts';
import type { GitHubWebhooks } from './webhooks.ts';

const WriteFile = z.object({
  repository: z.string(),
  path: z.string().min(1),
  content: z.string(),
  message: z.string().min(1).optional(),
  author: AuthorLoginOrDefault,
  at: Instant.optional(),
});
const MoveFile = z.object({
  repository: z.string(),
  path: z.string().min(1),
  to: z.string().min(1),
  message: z.string().min(1).optional(),
  author: AuthorLoginOrDefault,
  at: Instant.optional(),
});

export interface FileActions {
  writeFile(input: z.input<typeof WriteFile>): Promise<WorldCommit>;
  /** Renames a file in a new commit on the default branch. The content stays the same. */
  moveFile(input: z.input<typeof MoveFile>): Promise<WorldCommit>;
}

export function createFileActions(context: GitHubContext, webhooks: GitHubWebhooks): FileActions {
  const { state } = context;

  return {
    async writeFile(raw) {
      const { path, content, ...input } = parseInput(WriteFile, raw, 'A file');
      const repository = findNamedRepository(state, input.repository);
      repository.putFile({ path, content });
      const message = input.message ?? `Write ${path}`;
      const at = input.at ?? formatCurrentInstant(context);
      const commit = addCommit(repository, { message, files: [path], author: input.author, at });
      await publishPushEvent(context, webhooks, repository, [commit]);
      return commit;
    },
    async moveFile(raw) {
      const { path, to, ...input } = parseInput(MoveFile, raw, 'A move of a file');
      const repository = findNamedRepository(state, input.repository);
      if (repository.files.find(path) === null) {
        throw new AppError('not_found', `${repository.name} has no file ${path}`);
      }
      const message = input.message ?? `Move ${path} to ${to}`;
      const at = input.at ?? formatCurrentInstant(context);
      const moved = { message, files: [to], formerNames: { [to]: path }, author: input.author, at };
      const commit = addCommit(repository, moved);
      await publishPushEvent(context, webhooks, repository, [commit]);
      return commit;
    },
  };
}
