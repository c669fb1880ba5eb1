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
  label: 'Address of its API',
  placeholder: 'https://github.acme.example/api/v3',
  isAdvanced: true,
});

const permissions: ConnectMethod['permissions'] = [
  { name: 'Metadata', access: 'read', effect: 'nothing works' },
  { name: 'Contents', access: 'read', effect: 'no reverted changes, no post-mortems from files' },
  { name: 'Pull requests', access: 'read', effect: 'no merged changes, nor what took them back' },
  { name: 'Deployments', access: 'read', effect: 'no failed deployments' },
  { name: 'Actions', access: 'read', effect: 'no failed runs of deployment workflows, nor their logs' },
  { name: 'Issues', access: 'read and write', effect: 'no incidents from issues, no improvement issues' },
];

const app: ConnectMethod = {
  id: 'app',
  label: 'App, in two clicks',
  instructions:
    'GitHub opens in a new tab: there choose Create GitHub App, then Install. The App is yours alone, has just the permissions of the table, and no token has to be copied.',
  link: null,
  registersApp: true,
  credentialKind: null,
  fields: [{ ...account, description: 'You have to be one of its owners.' }, baseUrl],
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
  instructions: 'Make a {link} with the permissions of the table, for all repositories that matter.',
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
      effect: 'news every few minutes, not at once (of the organisation or of each repository)',
    },
  ],
  listsKeyKinds: false,
};

export const gitHubDescriptor: ProviderDescriptor = {
  id: 'github',
  name: 'GitHub',
  kind: 'code',
  summary:
    'Failed deployments, reverted changes, incidents that are issues, and the changes that caused and resolved them. Improvement issues go here.',
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
    'Refrain reads. All it writes are its webhook and, as your policy has it, improvement issues with their labels and comments, and checks.',
  connectMethods: [app, token],
};
