import { z } from 'zod';

/**
 * A repository as `owner/name`. The name may contain dots, but it must not be `.` or `..`: in a URL, they would change
 * the path.
 */
export const FullRepositoryName = z
  .string()
  .regex(/^[\w-]{1,100}\/(?!\.{1,2}$)[\w.-]{1,100}$/u, 'must be owner/name, such as acme/checkout');

/**
 * Returns whether a location is the name of a repository. A deployment that only PagerDuty reported has the name of a
 * service instead.
 */
export function isRepositoryName(location: string): boolean {
  return FullRepositoryName.safeParse(location).success;
}
