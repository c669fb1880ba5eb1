import { z } from 'zod';
import { Instant } from './instant.ts';
import { Evidence } from './link.ts';
import { FullRepositoryName } from './repository-name.ts';

/** A folder in a repository, without leading or trailing slashes. */
const Folder = z
  .string()
  .max(500)
  .regex(
    /^(?!\.{1,2}(?:\/|$))[^/\p{Cc}]+(?:\/(?!\.{1,2}(?:\/|$))[^/\p{Cc}]+)*$/u,
    'must be a folder, such as services/cart',
  );
/** The name of a service or environment as its provider spells it. */
const GivenName = z
  .string()
  .trim()
  .max(300)
  .regex(/^\P{Cc}+$/u, 'must be a name on one line');

/** The source of an entry: Refrain's analysis of names and texts, a file of the repository, or a person. */
export const CatalogueOrigin = z.enum(['suggestion', 'catalog_info', 'codeowners', 'person']);
export type CatalogueOrigin = z.infer<typeof CatalogueOrigin>;

/** States that a service runs from a repository, with the evidence and a person's decision. */
export const CatalogueEntry = z.object({
  id: z.string(),
  /** The name of the service in PagerDuty or in the file. */
  service: z.string().min(1),
  /** As `owner/name`. */
  repository: z.string().min(1),
  /** A folder in the repository; null for the whole repository. */
  path: z.string().nullable(),
  /** The environment that the service represents; null for any. */
  environment: z.string().nullable(),
  origin: CatalogueOrigin,
  status: z.enum(['suggested', 'confirmed', 'rejected']),
  /** The confidence of a suggestion, in [0, 1]; 1 for entries from a file or a person. */
  score: z.number().min(0).max(1),
  evidence: z.array(Evidence),
  updatedAt: Instant,
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

/** A catalogue entry before it is stored, with its evidence. */
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

/** A service and the repository that it runs from, as a person states them. */
export const CataloguePair = z.strictObject({
  service: GivenName,
  repository: FullRepositoryName,
  path: Folder.nullable().default(null),
  environment: GivenName.nullable().default(null),
});
export type CataloguePair = z.infer<typeof CataloguePair>;

/**
 * A statement of a catalogue file about one place in a repository. Names are verbatim; matching them with services
 * comes later.
 */
export interface CatalogueFact {
  readonly origin: 'catalog_info' | 'codeowners';
  /** The names of the component (`catalog_info`) or of the owning team (`codeowners`). */
  readonly names: readonly string[];
  /** The PagerDuty id of the service; null if the file does not name it. */
  readonly serviceId: string | null;
  readonly repository: string;
  readonly path: string | null;
  /** The names of required components, verbatim; absent if the file lists none. */
  readonly needs?: readonly string[];
  /** The passage of the file, so that a person can check it. */
  readonly detail: string;
}

/** The teams that own a place in a repository. Names of people in the files are never stored. */
export const Ownership = z.object({
  /** As `owner/name`. */
  repository: z.string().min(1),
  /** A folder in the repository; null for the whole repository. */
  path: z.string().nullable(),
  /** `team` for `@organisation/team`, or the name of the group; empty if only people own the place, or nobody does. */
  teams: z.array(z.string()),
});
export type Ownership = z.infer<typeof Ownership>;

/** States that a service needs another one to work, with the source of that statement. */
export interface ServiceDependency {
  readonly service: string;
  readonly needs: string;
  readonly detail: string;
}

/** The parsed content of a catalogue file. */
export interface CatalogueFile {
  readonly facts: readonly CatalogueFact[];
  readonly owners: readonly Ownership[];
  /** The parts that could not be used and what to do, one line each. */
  readonly problems: readonly string[];
}
