import { listWordsInOriginalSpelling } from './tokens.ts';

/** Matches the state of an alert and the name of its rule, such as “[FIRING:1] HostDown” and “alertname=HostDown”. */
const taggedName = /\[[A-Z]{4,12}(?::\d{1,4})?\](?: ?[A-Z][a-z\d]{1,30}[A-Z][A-Za-z\d]{1,60}(?!\w))?/gu;
const labelledName = /(?<!\w)alert_?name[ :="']{1,4}[\w.-]{2,80}/giu;
/** Matches names of the usual Prometheus rules for Kubernetes, such as `KubePodCrashLooping`. Other untagged names may be error codes. */
const kubernetesRule = /(?<!\w)Kube(?:[A-Z][a-z\d]{1,30}){2,8}(?!\w)/gu;
/** Minimum number of words beside the name of the rule from which they say what failed */
const minWords = 3;

/**
 * Removes the states of alerts and the names of alert rules from a masked text. Failures of unrelated causes share them. A text that
 * says little else is returned unchanged, because the name of the rule is then the best description.
 */
export function removeAlertNames({ title, text }: { readonly title: string; readonly text: string }) {
  const patterns = [taggedName, labelledName, kubernetesRule];
  const remove = (masked: string) => patterns.reduce((rest, pattern) => rest.replace(pattern, ' '), masked);
  const rest = { title: remove(title), text: remove(text) };
  return listWordsInOriginalSpelling(`${rest.title}\n${rest.text}`).length < minWords ? { title, text } : rest;
}
