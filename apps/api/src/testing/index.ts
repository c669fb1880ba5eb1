export type { Descriptions } from '../http/openapi/add-descriptions.ts';
export { type ApiUnderTest, startApiUnderTest } from './api-under-test.ts';
export { startProviderUnderTest } from './provider-under-test.ts';
export { createChangeDraft, createFailureDraft, createTestPattern } from './stored-under-test.ts';
