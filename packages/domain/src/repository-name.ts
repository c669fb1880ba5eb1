import { z } from 'zod';

/**
 * A repository as `owner/name`, in the form that GitHub permits: an owner has letters, digits, `-` and `_`, a name also
 * dots, but is neither `.` nor `..`. Both become parts of a request path, where dots would lead elsewhere.
 */
export const FullRepositoryName = z
  .string()
  .regex(/^[\w-]{1,100}\/(?!\.{1,2}$)[\w.-]{1,100}$/u, 'must be owner/name, such as acme/checkout');

/**
 * Returns whether a location is a repository. The location of a deployment that only PagerDuty reported is the name of
 * its service.
 */
export function isRepositoryName(location: string): boolean {
  return FullRepositoryName.safeParse(location).success;
}
