import type { WorldNote } from '../world.ts';
import type { PagerDutyContext } from './context.ts';
import { userReference } from './create-reference.ts';

export function formatNote(context: PagerDutyContext, note: WorldNote) {
  return {
    id: note.id,
    user: userReference(context, note.userId),
    channel: { summary: 'The PagerDuty website or APIs', type: 'web' },
    content: note.content,
    created_at: note.createdAt,
  };
}
