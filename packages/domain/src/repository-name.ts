import { z } from 'zod';

/**
 * A repository as `owner/name`, in the form that GitHub permits: an owner has letters, digits, `-` and `_`, a name also dots, but is
 * neither `.` nor `..`. The two stand in the path of a request, where dots would lead elsewhere.
 */
export const FullRepositoryName = z
  .string()
  .regex(/^[\w-]{1,100}\/(?!\.{1,2}$)[\w.-]{1,100}$/u, 'has to be owner/name, as acme/checkout');

/** Whether a place is a repository: of a deployment that only PagerDuty reported, the place is the name of its service. */
export function isRepositoryName(place: string): boolean {
  return FullRepositoryName.safeParse(place).success;
}
