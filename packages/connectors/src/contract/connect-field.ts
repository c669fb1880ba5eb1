import type { ConnectField } from '@refrain/domain';

type GivenField = Pick<ConnectField, 'name' | 'label'> & Partial<ConnectField>;

/** Creates a field of a connection form, which is optional text by default. */
export function connectField(given: GivenField): ConnectField {
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
