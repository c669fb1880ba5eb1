import { z } from 'zod';

/** A repository as `owner/name`. The name may contain dots, but not be `.` or `..`, which would change a URL's path. */
export const FullRepositoryName = z
  .string()
  .regex(/^[\w-]{1,100}\/(?!\.{1,2}$)[\w.-]{1,100}$/u, 'must be owner/name, such as acme/checkout');

/** Returns whether a location is a repository name. Deployments reported only by PagerDuty have a service name. */
export function isRepositoryName(location: string): boolean {
  return FullRepositoryName.safeParse(location).success;
}
