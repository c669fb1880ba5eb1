import { AppError } from '@refrain/domain';
import { z } from 'zod';

/** An id of PagerDuty's, which may stand in the path of a request: whoever signs a webhook must not choose what is asked for. */
export const PagerDutyId = z.string().regex(/^[\w-]{1,60}$/u, 'has to be an id of letters, digits, _ and -');

export function isId(text: string): boolean {
  return PagerDutyId.safeParse(text).success;
}

/**
 * The path of an incident, or of a part of it (`notes`).
 * @throws {AppError} `invalid_input` for an id that would lead the request to something else
 */
export function incidentPath(id: string, part?: string): string {
  if (!isId(id)) {
    const shown = JSON.stringify(id.slice(0, 60));
    throw new AppError('invalid_input', `PagerDuty has no incident ${shown}: give an id of letters, digits, _ and -`);
  }
  return part === undefined ? `/incidents/${id}` : `/incidents/${id}/${part}`;
}
