import { posix } from 'node:path';
import {
  AppError,
  type CatalogueStatement,
  isRepositoryName,
  type Ownership,
  type ParsedCatalogueFile,
} from '@refrain/domain';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

const maxDocuments = 1_000;
const maxNeeds = 100;
/**
 * Matches a reference to a component or system; kind and namespace are optional
 * (https://backstage.io/docs/features/software-catalog/references).
 */
const componentReference = /^(?:(?:component|system):)?(?:[\w.-]{1,63}\/)?([\w.-]{1,63})$/iu;
/** Limits YAML alias expansion per document; Backstage's own files have no aliases. */
const maxAliases = 20;

/** Entity of Backstage's descriptor format (https://backstage.io/docs/features/software-catalog/descriptor-format). */
const Entity = z.object({
  kind: z.string(),
  metadata: z.object({
    name: z.string().regex(/^[\w.-]{1,63}$/u),
    title: z.string().max(200).nullish(),
    annotations: z.record(z.string(), z.unknown()).nullish(),
  }),
  spec: z
    .object({ type: z.unknown(), lifecycle: z.unknown(), owner: z.unknown(), dependsOn: z.unknown() })
    .partial()
    .nullish(),
});
type Entity = z.output<typeof Entity>;

/** Types of components that do not run, so nobody is paged for them. */
const notRunning: ReadonlySet<string> = new Set(['library', 'documentation', 'template']);
/** Matches an owner that is a group. Owners without a kind are groups in Backstage. Users are ignored. */
const group = /^(?:group:)?(?:[\w.-]{1,63}\/)?([\w.-]{1,63})$/iu;

export function readCatalogInfo(path: string, text: string, repository: string | null): ParsedCatalogueFile {
  const read: ReadEntities = { facts: [], owners: [], problems: [] };
  const { problems } = read;
  for (const [index, value] of parseDocuments(path, text).entries()) {
    if (value === null || value === undefined) continue;
    const entity = Entity.safeParse(value);
    if (!entity.success) problems.push(`document ${index + 1} lacks the kind or metadata.name that Backstage requires`);
    else if (/^(?:component|system)$/iu.test(entity.data.kind)) readEntity(entity.data, path, repository, read);
  }
  return read;
}

interface ReadEntities {
  readonly facts: CatalogueStatement[];
  readonly owners: Ownership[];
  readonly problems: string[];
}

function readEntity(
  { kind, metadata, spec }: Entity,
  path: string,
  repository: string | null,
  { facts, owners, problems }: ReadEntities,
): void {
  const annotation = (name: string): string | null => {
    const value = metadata.annotations?.[name];
    return typeof value === 'string' && value.trim() !== '' && value.length <= 1_000 ? value.trim() : null;
  };
  const serviceId = /^[A-Z\d]{5,30}$/iu.exec(annotation('pagerduty.com/service-id') ?? '')?.[0] ?? null;
  const type = wordOf(spec?.type);
  const isRunning = serviceId !== null || type === null || !notRunning.has(type);
  if (isRunning && serviceId === null && annotation('pagerduty.com/integration-key') !== null) {
    problems.push(
      `${metadata.name} names its PagerDuty service only by an integration key, which is a secret and therefore ignored: add pagerduty.com/service-id`,
    );
  }
  const slug = annotation('github.com/project-slug');
  const located = parseSourceLocation(annotation('backstage.io/source-location'));
  const repositoryInFile = slug !== null && isRepositoryName(slug) ? slug : (located?.repository ?? repository);
  const isOwn = isSameRepository(repositoryInFile, repository);
  const named = isOwn ? repository : repositoryInFile;
  if (named === null) {
    if (isRunning)
      problems.push(
        `${metadata.name} names no repository: add github.com/project-slug, or specify the repository as owner/name`,
      );
    return;
  }
  const folder = posix.dirname(posix.normalize(path)).replace(/^\/+/u, '');
  const folderPath = isOwn && folder !== '.' && folder !== '' && !folder.startsWith('..') ? folder : null;
  const componentPath =
    located?.path != null && isSameRepository(located.repository, named) ? located.path : folderPath;
  const team = typeof spec?.owner === 'string' ? group.exec(spec.owner.trim())?.[1] : undefined;
  if (team !== undefined) owners.push({ repository: named, path: componentPath, teams: [team] });
  if (!isRunning) return;
  const about = [type, wordOf(spec?.lifecycle)].filter((word) => word !== null).join(', ');
  const needs = readNeeds(spec?.dependsOn);
  const title = metadata.title?.replace(/\s+/gu, ' ').trim() ?? '';
  facts.push({
    origin: 'catalog_info',
    names: [...new Set([metadata.name, title].filter((name) => name !== ''))],
    serviceId,
    repository: named,
    path: componentPath,
    ...(needs.length === 0 ? {} : { dependsOn: needs }),
    detail: `${posix.basename(path)} has the ${kind.toLowerCase()} ${metadata.name}${about === '' ? '' : ` (${about})`}${serviceId === null ? '' : ` with the PagerDuty service ${serviceId}`}`,
  });
}

/** Returns the components and systems in references such as `component:default/cart-api`. Ignores resources. */
function readNeeds(dependsOn: unknown): string[] {
  if (!Array.isArray(dependsOn)) return [];
  const names = dependsOn
    .slice(0, maxNeeds)
    .map((written) => (typeof written === 'string' ? componentReference.exec(written.trim())?.[1] : undefined));
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** Compares repository names case-insensitively, as GitHub does. */
function isSameRepository(one: string | null, other: string | null): boolean {
  return one?.toLowerCase() === other?.toLowerCase();
}

function wordOf(value: unknown): string | null {
  return typeof value === 'string' ? (/^[\w.-]{1,60}$/u.exec(value.trim())?.[0].toLowerCase() ?? null) : null;
}

function parseDocuments(path: string, text: string): unknown[] {
  const refuse = (why: string, cause?: unknown) =>
    new AppError('invalid_input', `${posix.basename(path)} ${why}`, { cause });
  try {
    const documents = parseAllDocuments(text, { schema: 'core', logLevel: 'silent', prettyErrors: false });
    if (!Array.isArray(documents)) return [];
    if (documents.length > maxDocuments) throw refuse(`has more than ${maxDocuments} documents: split it`);
    return documents.map((document, index) => {
      const [error] = document.errors;
      if (error !== undefined)
        throw refuse(`has invalid YAML in document ${index + 1}: correct it (${error.code})`, error);
      return document.toJS({ maxAliasCount: maxAliases });
    });
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw refuse('cannot be read as YAML: it is nested too deep, or has too many aliases', thrown);
  }
}

const name = '[\\w.-]{1,100}';
const location = new RegExp(
  `^url:https://[^/\\s]{1,200}/(${name}/${name}?)(?:\\.git)?/?(?:(?:tree|blob)/[^/]{1,200}(/.{0,500})?)?$`,
  'u',
);

/**
 * Parses `url:https://github.com/acme/shop/tree/main/services/cart/`. If the branch name contains a slash, the part
 * after that slash counts as part of the path.
 */
function parseSourceLocation(text: string | null): Pick<Ownership, 'repository' | 'path'> | null {
  const found = text === null ? null : location.exec(text);
  if (found?.[1] === undefined) return null;
  const path = (found[2] ?? '').split('/').filter((step) => step !== '' && step !== '.');
  const repository = found[1].replace(/\.git$/u, '');
  if (path.includes('..') || !isRepositoryName(repository)) return null;
  return { repository, path: path.length === 0 ? null : path.join('/') };
}
