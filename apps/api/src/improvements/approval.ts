import { guardrailLibrary } from '@refrain/analysis';
import { AppError, FullRepositoryName, type Improvement, isRepositoryName } from '@refrain/domain';
import { z } from 'zod';

export const Approval = z
  .strictObject({
    repository: FullRepositoryName.optional(),
    title: z.string().trim().min(1).max(250).optional(),
    note: z.string().trim().min(1).max(5_000).nullable().optional().meta({
      description: 'Your own Markdown text at the top of the issue; null removes an earlier text.',
    }),
    guardrailId: z.string().max(100).nullable().optional().meta({
      description: 'The id of the guardrail to propose; null for the best recommended guardrail.',
    }),
  })
  .default({});
export type Approval = z.output<typeof Approval>;

/** @throws {AppError} `invalid_input` */
export function requireKnownGuardrail({ guardrailId }: Approval): void {
  if (guardrailId == null || guardrailLibrary.some(({ id }) => id === guardrailId)) return;
  throw new AppError('invalid_input', `There is no guardrail ${guardrailId}. Choose one from GET /v1/guardrails.`);
}

/** @throws {AppError} `invalid_input` */
export function requireIssueRepository({ repository }: Improvement, edit: Approval): void {
  const chosen = edit.repository ?? repository;
  if (chosen !== null && isRepositoryName(chosen)) return;
  throw new AppError('invalid_input', 'The repository of this issue is unknown. Give a `repository` as owner/name.');
}
