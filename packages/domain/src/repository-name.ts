import { z } from 'zod';

/**
 * A repository as `owner/name`. Dots are allowed in the name, but `.` and `..` are not: in the path of a request URL they
 * would address another resource.
 */
export const FullRepositoryName = z
  .string()
  .regex(/^[\w-]{1,100}\/(?!\.{1,2}$)[\w.-]{1,100}$/u, 'must be owner/name, such as acme/checkout');

/** Returns whether a location is a repository. Deployments that only PagerDuty reported have a service name instead. */
export function isRepositoryName(location: string): boolean {
  return FullRepositoryName.safeParse(location).success;
}
