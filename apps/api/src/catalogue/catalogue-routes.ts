import {
  AppError,
  CatalogueEntry,
  CatalogueImportResponse,
  CatalogueResponse,
  CatalogueSuggestionResponse,
  NewCatalogueEntry,
  ScopeNamesResponse,
} from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { formatChangedFields } from '../audit/format-changed-fields.ts';
import { ListQuery, omitUndefinedFields, RepositoryName, ServiceName } from '../http/requests/list-query.ts';
import { requireFound } from '../http/responses/problem.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createJobEnqueuer } from '../queues/enqueue.ts';
import { CatalogueUpload, importCatalogueFile } from './import-file.ts';

const CatalogueListQuery = ListQuery.extend({
  status: CatalogueEntry.shape.status.optional().meta({ description: 'Only entries with this status.' }),
  service: ServiceName.optional(),
  repository: RepositoryName.optional(),
});

export function createCatalogueRoutes(deps: ApiDeps): Route[] {
  const { store, producer } = deps;
  const enqueue = createJobEnqueuer(deps);

  function decision(
    { verb, operationId, summary }: { verb: string; operationId: string; summary: string },
    status: CatalogueEntry['status'],
    check?: (stored: CatalogueEntry) => void,
  ): Route {
    return defineRoute('post', `/v1/catalogue/{id}/${verb}`, {
      operationId,
      needs: 'triager',
      acceptsIfMatch: true,
      tag: 'catalogue',
      summary,
      responses: { 200: CatalogueEntry },
      errors: check === undefined ? ['not_found'] : ['not_found', 'conflict'],
      async handle({ params, ifMatch, audit }) {
        const entry = await store.catalogue.decide(params.id, status, (stored) => {
          ifMatch?.(stored);
          check?.(stored);
          audit({ ...pairOf(stored), ...formatChangedFields(stored, { status }) });
        });
        await enqueue('recluster', [{}]);
        return entry;
      },
    });
  }

  return [
    defineRoute('get', '/v1/catalogue', {
      operationId: 'listCatalogue',
      needs: 'viewer',
      tag: 'catalogue',
      summary: 'List entries by service, highest score first',
      query: CatalogueListQuery,
      responses: { 200: CatalogueResponse },
      handle: ({ query }) => store.catalogue.list(omitUndefinedFields(query)),
    }),
    defineRoute('get', '/v1/scope-names', {
      operationId: 'listScopeNames',
      needs: 'viewer',
      tag: 'catalogue',
      summary: 'List the names of services and repositories',
      description: 'Includes services and repositories that have failures or are in the catalogue.',
      responses: { 200: ScopeNamesResponse },
      handle: () => store.catalogue.listLocations(),
    }),
    defineRoute('post', '/v1/catalogue', {
      operationId: 'addCatalogueEntry',
      needs: 'triager',
      tag: 'catalogue',
      summary: 'Add an entry that states from which repository a service runs',
      body: NewCatalogueEntry,
      responses: { 201: CatalogueEntry },
      async handle({ body, audit }) {
        audit(pairOf(body));
        const entry = await store.catalogue.add(body);
        await enqueue('recluster', [{}]);
        return entry;
      },
    }),
    defineRoute('post', '/v1/catalogue/suggest', {
      operationId: 'suggestCatalogue',
      isCostly: true,
      needs: 'triager',
      tag: 'catalogue',
      summary: 'Suggest entries from stored data',
      responses: { 202: CatalogueSuggestionResponse },
      async handle() {
        await producer.enqueue('suggest-catalogue', {});
        return { asked: true as const };
      },
    }),
    defineRoute('post', '/v1/catalogue/import', {
      operationId: 'importCatalogueFile',
      isCostly: true,
      usesThread: true,
      needs: 'triager',
      tag: 'catalogue',
      summary: 'Import a catalog-info.yaml or CODEOWNERS file',
      body: CatalogueUpload,
      responses: { 200: CatalogueImportResponse },
      async handle({ body, audit }) {
        audit({ path: body.path, repository: body.repository, confirm: body.confirm });
        const imported = await importCatalogueFile(deps, body);
        if (imported.items.some(({ status }) => status === 'confirmed')) await enqueue('recluster', [{}]);
        return imported;
      },
    }),
    decision({ verb: 'confirm', operationId: 'confirmCatalogueEntry', summary: 'Confirm an entry' }, 'confirmed'),
    decision({ verb: 'reject', operationId: 'rejectCatalogueEntry', summary: 'Reject an entry' }, 'rejected'),
    decision(
      { verb: 'undecide', operationId: 'undecideCatalogueEntry', summary: 'Undo the decision on an entry' },
      'suggested',
      refuseIfAddedByPerson,
    ),
    defineRoute('get', '/v1/catalogue/{id}', {
      operationId: 'findCatalogueEntry',
      needs: 'viewer',
      tag: 'catalogue',
      summary: 'Get an entry',
      responses: { 200: CatalogueEntry },
      errors: ['not_found'],
      handle: async ({ params: { id } }) =>
        requireFound(await store.catalogue.find(id), `There is no catalogue entry ${id}.`),
    }),
    defineRoute('delete', '/v1/catalogue/{id}', {
      operationId: 'removeCatalogueEntry',
      needs: 'triager',
      tag: 'catalogue',
      summary: 'Remove an entry and the decision on it',
      description: 'The entry may be suggested again later.',
      responses: { 204: null },
      errors: ['not_found'],
      async handle({ params, audit }) {
        const entry = await store.catalogue.find(params.id);
        if (entry !== null) audit(pairOf(entry));
        await store.catalogue.remove(params.id);
        await enqueue('recluster', [{}]);
      },
    }),
  ];
}

function pairOf({ service, repository, path, environment }: NewCatalogueEntry) {
  return { service, repository, path, environment };
}

/** @throws {AppError} `conflict` if a person added the entry: such an entry has no earlier state to restore */
function refuseIfAddedByPerson({ origin }: CatalogueEntry): void {
  if (origin === 'person')
    throw new AppError(
      'conflict',
      'A person added this entry, so there is no decision to undo. Remove the entry with DELETE.',
    );
}
