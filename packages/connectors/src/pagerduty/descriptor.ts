import type { ConnectMethod, ProviderDescriptor } from '@refrain/domain';
import { createConnectFormField } from '../contract/provider-entry.ts';
import { pagerDutyApiRoots } from './client/credential.ts';

const region = createConnectFormField({
  name: 'region',
  kind: 'choice',
  label: 'Where the account lives',
  options: [
    { value: 'us', label: 'US' },
    { value: 'eu', label: 'EU (eu.pagerduty.com)' },
  ],
});
const subdomain = createConnectFormField({ name: 'account', label: 'Subdomain', placeholder: 'acme' });
const advanced = [
  createConnectFormField({
    name: 'webhookSecret',
    kind: 'secret',
    label: 'Secret of a webhook made by hand',
    description: 'PagerDuty shows it once. Refrain sets up its webhook itself, where the credential may.',
    isAdvanced: true,
  }),
  createConnectFormField({
    name: 'baseUrl',
    kind: 'url',
    label: 'Address of the API',
    placeholder: pagerDutyApiRoots.us,
    isAdvanced: true,
  }),
];

const key: ConnectMethod = {
  id: 'key',
  label: 'API key',
  instructions: 'In PagerDuty: Integrations → API Access Keys → new key.',
  link: null,
  registersApp: false,
  credentialKind: null,
  fields: [
    createConnectFormField({ name: 'credential', kind: 'secret', label: 'API key', isRequired: true }),
    { ...subdomain, description: 'Only if the key does not tell it: that of an account without services.' },
    region,
    ...advanced,
  ],
  advancedTitle: 'More',
  permissions: [
    { name: 'Key with full access', access: null, effect: 'everything' },
    {
      name: 'Read-only key',
      access: null,
      effect: 'all but notes on incidents; news every few minutes, not at once',
    },
  ],
  listsKeyKinds: true,
};

const app: ConnectMethod = {
  id: 'app',
  label: 'App with scopes',
  instructions:
    'In PagerDuty: Integrations → App Registration → new app with Scoped OAuth and the scopes of the table.',
  link: null,
  registersApp: false,
  credentialKind: 'pagerduty_app',
  fields: [
    { ...subdomain, isRequired: true, credentialPart: 'subdomain' },
    createConnectFormField({ name: 'clientId', label: 'Client ID', isRequired: true, credentialPart: 'clientId' }),
    createConnectFormField({
      name: 'credential',
      kind: 'secret',
      label: 'Client secret',
      isRequired: true,
      credentialPart: 'clientSecret',
    }),
    { ...region, credentialPart: 'region' },
    ...advanced,
    createConnectFormField({
      name: 'identityUrl',
      kind: 'url',
      label: 'Token server',
      placeholder: 'https://identity.pagerduty.com',
      isAdvanced: true,
      credentialPart: 'identityUrl',
    }),
  ],
  advancedTitle: 'More',
  permissions: [
    { name: 'incidents.read', access: null, effect: 'nothing works' },
    { name: 'services.read', access: null, effect: 'nothing works' },
    { name: 'change_events.read', access: null, effect: 'no deployments that pipelines report to PagerDuty' },
    { name: 'incidents.write', access: null, effect: 'no note on an incident that has happened before' },
    { name: 'webhook_subscriptions.read', access: null, effect: 'news every few minutes, not at once' },
    { name: 'webhook_subscriptions.write', access: null, effect: 'news every few minutes, not at once' },
  ],
  listsKeyKinds: false,
};

export const pagerDutyDescriptor: ProviderDescriptor = {
  id: 'pagerduty',
  name: 'PagerDuty',
  kind: 'incidents',
  summary:
    'Incidents with their alerts and timelines. Refrain can tell people on call how similar incidents were resolved.',
  scope: { selects: 'services', example: 'shop-*', excludes: null, refinements: [] },
  roots: [
    { region: 'us', url: pagerDutyApiRoots.us },
    { region: 'eu', url: pagerDutyApiRoots.eu },
  ],
  webhook: {
    secretSource: 'provider',
    instructions: 'In PagerDuty: Integrations → Generic Webhooks (v3) → new, for the whole account, all events.',
    urlLabel: 'Webhook URL',
  },
  writes: 'Refrain reads. All it writes are its webhook and, as your policy has it, notes on incidents.',
  connectMethods: [key, app],
};
