import { AppError } from '@refrain/domain';
import { z } from 'zod';

/** A PagerDuty id. It must be safe in a request path, because the sender of a webhook chooses it. */
export const PagerDutyId = z.string().regex(/^[\w-]{1,60}$/u, 'has to be an id of letters, digits, _ and -');

export function isId(text: string): boolean {
  return PagerDutyId.safeParse(text).success;
}

/** Returns the API path of an incident or of a part of it, such as `notes`. Throws if the id is not safe in a path. */
export function formatIncidentPath(id: string, part?: string): string {
  if (!isId(id)) {
    const quoted = JSON.stringify(id.slice(0, 60));
    throw new AppError('invalid_input', `The PagerDuty incident id ${quoted} is invalid: use letters, digits, _ and -`);
  }
  return part === undefined ? `/incidents/${id}` : `/incidents/${id}/${part}`;
}
