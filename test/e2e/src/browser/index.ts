export { launchBrowser } from './launch-browser.ts';
export { openVisit, type Visit } from './open-visit.ts';
export { signInByLink, signInByNewLink } from './sign-in-by-link.ts';
