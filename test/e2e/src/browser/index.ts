export { launchBrowser } from './launch-browser.ts';
export { openWatchedPage, type WatchedPage } from './open-watched-page.ts';
export { signInByLink, signInByNewLink } from './sign-in-by-link.ts';
