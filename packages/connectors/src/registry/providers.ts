import { archiveProvider } from '../archive/index.ts';
import { gitHubProvider } from '../github/index.ts';
import { pagerDutyProvider } from '../pagerduty/index.ts';
import { createProviderRegistry, type ProviderRegistry } from './create-registry.ts';

/** The built-in providers. To add a provider, create a folder and add its entry to this list. */
export const providers: ProviderRegistry = createProviderRegistry([gitHubProvider, pagerDutyProvider, archiveProvider]);
