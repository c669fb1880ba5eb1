export type { BuiltProcess, Ready } from './built-process.ts';
export {
  endBuiltProcess,
  exchangeSignInLinkForCookie,
  signInAndCreateToken,
  startBuiltProcess,
} from './built-process.ts';
export type { Ask } from './create-api-requester.ts';
export { createApiRequester } from './create-api-requester.ts';
