import { z } from 'zod';
import { Instant } from './instant.ts';
import { Evidence } from './link.ts';

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
