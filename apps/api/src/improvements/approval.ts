import { guardrailLibrary } from '@refrain/analysis';
import { AppError, FullRepositoryName, type Improvement, isRepositoryName } from '@refrain/domain';
import { z } from 'zod';

/** What whoever approves wants otherwise than it was proposed. */
export const Approval = z
  .strictObject({
    repository: FullRepositoryName.optional(),
    title: z.string().trim().min(1).max(250).optional(),
    note: z.string().trim().min(1).max(5_000).nullable().optional().meta({
      description: 'What the issue says first, in your own Markdown; null takes it away.',
    }),
    guardrailId: z.string().max(100).nullable().optional().meta({
      description: 'Of the guardrail that it proposes; null has none but the best that is recommended.',
    }),
  })
  .default({});
export type Approval = z.output<typeof Approval>;

/** @throws {AppError} `invalid_input` */
export function refuseUnknownGuardrail({ guardrailId }: Approval): void {
  if (guardrailId == null || guardrailLibrary.some(({ id }) => id === guardrailId)) return;
  throw new AppError('invalid_input', `There is no guardrail ${guardrailId}: take one of GET /v1/guardrails.`);
}

/** @throws {AppError} `invalid_input` */
export function refuseWithoutRepository({ repository }: Improvement, edit: Approval): void {
  const place = edit.repository ?? repository;
  if (place !== null && isRepositoryName(place)) return;
  throw new AppError('invalid_input', 'Nobody knows where this issue belongs: give a `repository` as owner/name.');
}
