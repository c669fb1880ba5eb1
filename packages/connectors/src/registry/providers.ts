import { archive } from '../archive/index.ts';
import { github } from '../github/index.ts';
import { pagerduty } from '../pagerduty/index.ts';
import { createProviderRegistry, type ProviderRegistry } from './create-registry.ts';

/** The built-in providers. To add a provider, create a folder and add its entry to this list. */
export const providers: ProviderRegistry = createProviderRegistry([github, pagerduty, archive]);
