import { z } from 'zod';
import { Instant } from './instant.ts';
import { Evidence } from './link.ts';
import { FullRepositoryName } from './repository-name.ts';

/** Folder in a repository, without slashes at its ends. */
const Folder = z
  .string()
  .max(500)
  .regex(
    /^(?!\.{1,2}(?:\/|$))[^/\p{Cc}]+(?:\/(?!\.{1,2}(?:\/|$))[^/\p{Cc}]+)*$/u,
    'has to be a folder, as services/cart',
  );
/** Of a service or an environment, as the provider has it. */
const GivenName = z
  .string()
  .trim()
  .max(300)
  .regex(/^\P{Cc}+$/u, 'has to be a name on one line');

/** Where an entry comes from: Refrain's own reading of names and texts, a file of the repository, or a person. */
export const CatalogueOrigin = z.enum(['suggestion', 'catalog_info', 'codeowners', 'person']);
export type CatalogueOrigin = z.infer<typeof CatalogueOrigin>;

/** That a service runs from a repository: what says so, and what a person decided. */
export const CatalogueEntry = z.object({
  id: z.string(),
  /** Name of the service as PagerDuty or the file has it. */
  service: z.string().min(1),
  /** `owner/name`. */
  repository: z.string().min(1),
  /** Folder in the repository; null is all of it. */
  path: z.string().nullable(),
  /** Environment that the service is; null is any. */
  environment: z.string().nullable(),
  origin: CatalogueOrigin,
  status: z.enum(['suggested', 'confirmed', 'rejected']),
  /** In [0, 1]: how sure the suggestion is; 1 for what a file or a person says. */
  score: z.number().min(0).max(1),
  evidence: z.array(Evidence),
  updatedAt: Instant,
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

/** What is known of a pair before it is stored: that a service runs from a place in a repository, and why that is thought. */
export const CatalogueDraft = CatalogueEntry.pick({
  service: true,
  repository: true,
  path: true,
  environment: true,
  origin: true,
  score: true,
  evidence: true,
});
export type CatalogueDraft = z.infer<typeof CatalogueDraft>;

/** A pair that a person names. */
export const CataloguePair = z.strictObject({
  service: GivenName,
  repository: FullRepositoryName,
  path: Folder.nullable().default(null),
  environment: GivenName.nullable().default(null),
});
export type CataloguePair = z.infer<typeof CataloguePair>;

/**
 * What a catalogue file says of one place in a repository. Names are as the file has them: which services they stand for
 * is found out by comparing.
 */
export interface CatalogueFact {
  readonly origin: 'catalog_info' | 'codeowners';
  /** Names of the component (`catalog_info`) or of the team that owns the place (`codeowners`). */
  readonly names: readonly string[];
  /** PagerDuty's id of the service, where the file names it. */
  readonly serviceId: string | null;
  readonly repository: string;
  readonly path: string | null;
  /** Names of the components that it needs, as the file has them; absent where it names none. */
  readonly needs?: readonly string[];
  /** The words of the file that say so, for a person to check. */
  readonly detail: string;
}

/** That teams own a place in a repository. A team is a group: people whom the files name too are never kept. */
export const Ownership = z.object({
  /** `owner/name`. */
  repository: z.string().min(1),
  /** Folder in the repository; null is all of it. */
  path: z.string().nullable(),
  /** `team` of `@organisation/team`, or the name of the group; empty where nobody but people owns it, or nobody. */
  teams: z.array(z.string()),
});
export type Ownership = z.infer<typeof Ownership>;

/** That a service needs another one to work, and who says so. */
export interface ServiceDependency {
  readonly service: string;
  readonly needs: string;
  readonly detail: string;
}

/** A catalogue file as it was read. */
export interface CatalogueFile {
  readonly facts: readonly CatalogueFact[];
  readonly owners: readonly Ownership[];
  /** What in it could not be used, and what to do; each one line. */
  readonly problems: readonly string[];
}
