import { z } from 'zod';
import { Instant } from './instant.ts';
import { Evidence } from './link.ts';
import { Provider } from './provider.ts';
import { FullRepositoryName } from './repository-name.ts';

/** The path of a folder in a repository, without leading or trailing slashes. */
const Folder = z
  .string()
  .max(500)
  .regex(
    /^(?!\.{1,2}(?:\/|$))[^/\p{Cc}]+(?:\/(?!\.{1,2}(?:\/|$))[^/\p{Cc}]+)*$/u,
    'must be a folder, such as services/cart',
  );
const GivenName = z
  .string()
  .trim()
  .max(300)
  .regex(/^\P{Cc}+$/u, 'must be a name on one line');

/** The source of a catalogue entry: Refrain's analysis of names and texts, a file in the repository, or a person. */
export const CatalogueOrigin = z.enum(['suggestion', 'catalog_info', 'codeowners', 'person']);
export type CatalogueOrigin = z.infer<typeof CatalogueOrigin>;

/** The statement that a service runs from a repository, its evidence, and whether a person confirmed or rejected it. */
export const CatalogueEntry = z.object({
  id: z.string(),
  /** The name of the service in PagerDuty or in the catalogue file. */
  service: z.string().min(1),
  /** The repository as `owner/name`. */
  repository: z.string().min(1),
  /** The folder that the service runs from; null for the whole repository. */
  path: z.string().nullable(),
  /** The environment to which the entry applies; null if it applies to all environments. */
  environment: z.string().nullable(),
  origin: CatalogueOrigin,
  status: z.enum(['suggested', 'confirmed', 'rejected']),
  /** The confidence of a suggestion, 0 to 1; always 1 for entries from a file or a person. */
  score: z.number().min(0).max(1),
  evidence: z.array(Evidence),
  updatedAt: Instant,
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

/** A catalogue entry that is not stored yet. */
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

/** A service and the repository that it runs from, as a person entered them. */
export const NewCatalogueEntry = z.strictObject({
  service: GivenName,
  repository: FullRepositoryName,
  path: Folder.nullable().default(null),
  environment: GivenName.nullable().default(null),
});
export type NewCatalogueEntry = z.infer<typeof NewCatalogueEntry>;

/** A statement of a catalogue file about one folder of a repository. Its names are not matched with known services yet. */
export interface CatalogueStatement {
  readonly origin: 'catalog_info' | 'codeowners';
  /** The names of the component (`catalog_info`) or of the owner team (`codeowners`). */
  readonly names: readonly string[];
  /** The PagerDuty id of the service; null if the file does not state the id. */
  readonly serviceId: string | null;
  readonly repository: string;
  readonly path: string | null;
  /** The names of components that the component depends on; absent if the file lists none. */
  readonly dependsOn?: readonly string[];
  /** The quoted lines of the file, for a person to check. */
  readonly detail: string;
}

/** The teams that own a repository or a folder in it. Names of people in catalogue files are never stored. */
export const Ownership = z.object({
  /** The repository as `owner/name`. */
  repository: z.string().min(1),
  /** The owned folder; null for the whole repository. */
  path: z.string().nullable(),
  /** Team names, such as `team` for `@organisation/team`; empty if no team is an owner. */
  teams: z.array(z.string()),
});
export type Ownership = z.infer<typeof Ownership>;

export const OwnerFile = CatalogueOrigin.extract(['codeowners', 'catalog_info']);
export type OwnerFile = z.infer<typeof OwnerFile>;

/** Owners with the kind of file that names them. */
export const StatedOwnership = Ownership.extend({ file: OwnerFile });
export type StatedOwnership = z.infer<typeof StatedOwnership>;

/** The teams that a provider names for a service. Known names of people are never listed. */
export const ServiceTeams = z.object({
  /** The name of the service as the provider spells it. */
  service: z.string().min(1),
  provider: Provider,
  teams: z.array(z.string()),
});
export type ServiceTeams = z.infer<typeof ServiceTeams>;

/** States that a service needs another service to work. */
export interface ServiceDependency {
  readonly service: string;
  /** The name of the service that `service` depends on. */
  readonly dependsOn: string;
  /** What the catalogue file states, as a clause that becomes part of the evidence. */
  readonly detail: string;
}

export interface ParsedCatalogueFile {
  readonly facts: readonly CatalogueStatement[];
  readonly owners: readonly Ownership[];
  /** The parts of the file that could not be used and what to do, one line each. */
  readonly problems: readonly string[];
}
