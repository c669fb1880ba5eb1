import type { ConnectMethod, ProviderDescriptor } from '@refrain/domain';
import { createConnectFormField } from '../contract/provider-entry.ts';
import { publicGitHubApiUrl } from './client/client.ts';

const account = createConnectFormField({
  name: 'account',
  label: 'Organisation or user',
  placeholder: 'acme',
  isRequired: true,
});
const baseUrl = createConnectFormField({
  name: 'baseUrl',
  kind: 'url',
  label: 'API URL',
  placeholder: 'https://github.acme.example/api/v3',
  isAdvanced: true,
});

const permissions: ConnectMethod['permissions'] = [
  { name: 'Metadata', access: 'read', effect: 'nothing works' },
  { name: 'Contents', access: 'read', effect: 'no reverted changes, no post-mortems from files' },
  { name: 'Pull requests', access: 'read', effect: 'no merged changes and no reverts' },
  { name: 'Deployments', access: 'read', effect: 'no failed deployments' },
  { name: 'Actions', access: 'read', effect: 'no failed deployment workflows and none of their logs' },
  { name: 'Issues', access: 'read and write', effect: 'no incidents from issues, no improvement issues' },
];

const app: ConnectMethod = {
  id: 'app',
  label: 'GitHub App (recommended)',
  instructions:
    'GitHub opens in a new tab. Choose Create GitHub App there, then Install. The App belongs to you, has only the permissions in the table, and needs no token.',
  link: null,
  registersApp: true,
  credentialKind: null,
  fields: [{ ...account, description: 'You must be an owner of it.' }, baseUrl],
  advancedTitle: 'GitHub Enterprise Server',
  permissions: [
    ...permissions,
    {
      name: 'Checks',
      access: 'read and write',
      effect: 'no annotations of failed jobs, no checks on pull requests',
    },
  ],
  listsKeyKinds: false,
};

const token: ConnectMethod = {
  id: 'key',
  label: 'Token',
  instructions: 'Create a {link} with the permissions in the table, for all repositories that Refrain should read.',
  link: { text: 'fine-grained token', url: 'https://github.com/settings/personal-access-tokens/new' },
  registersApp: false,
  credentialKind: null,
  fields: [
    account,
    createConnectFormField({
      name: 'credential',
      kind: 'secret',
      label: 'Token',
      placeholder: 'github_pat_…',
      isRequired: true,
    }),
    baseUrl,
  ],
  advancedTitle: 'GitHub Enterprise Server',
  permissions: [
    ...permissions,
    {
      name: 'Webhooks',
      access: 'read and write',
      effect: 'events arrive every few minutes instead of immediately',
    },
  ],
  listsKeyKinds: false,
};

export const gitHubDescriptor: ProviderDescriptor = {
  id: 'github',
  name: 'GitHub',
  kind: 'code',
  summary:
    'Failed deployments, reverted changes, incidents in issues, and the changes that caused and resolved them. Refrain opens improvement issues here.',
  scope: {
    selects: 'repositories',
    example: 'acme/shop-*',
    excludes: 'forks',
    refinements: ['environments', 'workflows', 'incidentLabels', 'postmortemFolders'],
  },
  roots: [{ region: null, url: publicGitHubApiUrl }],
  webhook: {
    secretSource: 'refrain',
    instructions:
      'In the settings of the organisation (or of each repository): Webhooks → Add webhook, content type application/json, all events.',
    urlLabel: 'Payload URL',
  },
  writes:
    'Refrain writes only its webhook and, if your policy allows it, improvement issues with their labels and comments, and checks on pull requests.',
  connectMethods: [app, token],
};
