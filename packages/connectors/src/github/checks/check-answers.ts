import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';

/** The name of the button by which people say that a check does not help. */
export const unhelpful = 'unhelpful';

const RequestedAction = z.looseObject({
  action: z.literal('requested_action'),
  requested_action: z.looseObject({ identifier: z.literal(unhelpful) }),
  check_run: z.looseObject({ external_id: z.string().min(1) }),
});
const PullEvent = z.looseObject({
  action: z.enum(['opened', 'reopened', 'synchronize', 'edited', 'ready_for_review']),
  pull_request: z.looseObject({ number: z.number().int().positive(), state: z.literal('open') }),
  repository: z.looseObject({ full_name: z.string() }),
});

type Told = Pick<RawRecord, 'type' | 'payload'>;

/** The id of a check of which a webhook tells that someone found it unhelpful; null for every other record. */
export function readCheckAnswer({ type, payload }: Told): string | null {
  if (type !== 'github.event.check_run') return null;
  return RequestedAction.safeParse(payload).data?.check_run.external_id ?? null;
}

/** The open pull request that is new, or not what it was, as a webhook tells; null for every other record. */
export function readChangedPull({
  type,
  payload,
}: Told): { readonly repository: string; readonly number: number } | null {
  if (type !== 'github.event.pull_request') return null;
  const { data } = PullEvent.safeParse(payload);
  return data === undefined ? null : { repository: data.repository.full_name, number: data.pull_request.number };
}
