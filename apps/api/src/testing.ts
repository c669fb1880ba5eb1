export { type ApiUnderTest, startApiUnderTest } from './api-under-test.ts';
export { startProviderUnderTest } from './provider-under-test.ts';
export type { Descriptions } from './route/add-descriptions.ts';
export { changeDraft, failureDraft, patternOf } from './stored-under-test.ts';
