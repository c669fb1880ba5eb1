import type { ConnectField } from '@refrain/domain';

/** Creates a field of the form for connecting an account. The default is an optional text field. */
export function createConnectField(given: Pick<ConnectField, 'name' | 'label'> & Partial<ConnectField>): ConnectField {
  return {
    kind: 'text',
    description: null,
    placeholder: null,
    isRequired: false,
    isAdvanced: false,
    options: [],
    credentialPart: null,
    ...given,
  };
}
