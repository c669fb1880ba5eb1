export type { Descriptions } from '../http/openapi/add-descriptions.ts';
export { type ApiUnderTest, startApiUnderTest } from './api-under-test.ts';
export { startProviderUnderTest } from './provider-under-test.ts';
export { changeDraft, failureDraft, patternOf } from './stored-under-test.ts';
