import { createConnectFormField } from '@refrain/connectors/provider-kit';
import type { ProviderDescriptor } from '@refrain/domain';

export const publicApiUrl = 'https://api.statuspage.example/v1';

export const descriptor: ProviderDescriptor = {
  id: 'statuspage',
  name: 'Status page',
  kind: 'incidents',
  summary: 'Incidents that were published on a status page.',
  scope: { selects: 'services', example: 'Checkout', excludes: null, refinements: [] },
  roots: [{ region: null, url: publicApiUrl }],
  webhook: {
    secretSource: 'refrain',
    instructions: 'On the status page: Settings → Webhooks → new.',
    urlLabel: 'Endpoint',
  },
  writes: 'Refrain reads. It writes only its webhook.',
  connectMethods: [
    {
      id: 'key',
      label: 'API token',
      instructions: 'On the status page: Settings → API → new token.',
      link: null,
      registersApp: false,
      credentialKind: null,
      fields: [createConnectFormField({ name: 'credential', kind: 'secret', label: 'API token', isRequired: true })],
      advancedTitle: 'More',
      permissions: [{ name: 'incidents', access: 'read', effect: 'nothing works' }],
      listsKeyKinds: false,
    },
  ],
};
