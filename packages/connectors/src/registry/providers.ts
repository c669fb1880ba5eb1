import { archive } from '../archive/index.ts';
import { github } from '../github/index.ts';
import { pagerduty } from '../pagerduty/index.ts';
import { createProviderRegistry, type ProviderRegistry } from './create-registry.ts';

/** The providers that Refrain comes with. A new provider is one folder and one more name in this list. */
export const providers: ProviderRegistry = createProviderRegistry([github, pagerduty, archive]);
