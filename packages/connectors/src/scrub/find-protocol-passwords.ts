import { findValueSpans, type Span } from './find-value-spans.ts';
import { isStateOrPlaceholder, isStrongPassword, looksRandom } from './is-secret-value.ts';

/** Matches a SASL PLAIN login in SMTP, IMAP or LDAP (https://www.rfc-editor.org/rfc/rfc4616). */
const plainLogin = /(?<![\w-])AUTH(?:ENTICATE)?[ \t]{1,3}PLAIN[ \t]{1,3}(?<value>[A-Za-z\d+/]{6,400}={0,2})/gu;
const afterUser =
  /\bUSER[ \t]{1,3}\S{1,100}[ \t]{0,3}\r?\n(?:[^\n]{0,200}\n){0,2}[^\w\n]{0,10}(?:[A-Z]:[ \t])?PASS[ \t]{1,3}(?<value>\S{3,200})/gu;
const passLine = /^[^\w\n]{0,10}(?:[A-Z]:[ \t])?PASS[ \t]{1,3}(?<value>\S{8,200})(?=[ \t]{0,3}(?:[\r\n]|$))/gmu;
/** Matches Redis' `AUTH` at a prompt, in the output of `MONITOR`, or on a line of a script. */
const redisLogin =
  /(?:^|[>"'] ?)(?:AUTH|auth)["']?[ \t]{1,3}(?:["']?(?<user>[\w.-]{1,60})["']?[ \t]{1,3})?["']?(?<value>[^\s"']{8,200})(?=["']?[ \t]{0,3}(?:[\r\n]|$))/gmu;
const imapLogin =
  /(?<=^|[\s>])[A-Za-z]{0,5}\d{1,6}[ \t]LOGIN[ \t]{1,3}\S{1,100}[ \t]{1,3}["']?(?<value>[^\s"']{8,200})/gmu;
/** Matches a line of a PostgreSQL password file (https://www.postgresql.org/docs/current/libpq-pgpass.html). */
const passFile =
  /^(?!\d)[\w.*-]{1,100}:(?:5432|5433|6432|\*):(?!\d)[\w.*-]{1,60}:(?!\d)[\w.*-]{1,60}:(?<value>[^\s:]{3,200})(?=[ \t]{0,3}(?:[\r\n]|$))/gmu;
/** Matches an SNMP community string, which serves as a password. */
const community =
  /(?<![\w-])(?:snmp-server[ ]community|r[ow]community6?|(?:snmp[ ])?community[ _-]?string["'*]{0,3}[ \t]{0,3}(?:[:=]|is))[ \t]{0,3}["'\x60]?(?<value>[^\s"'\x60,;()<>]{6,100})/giu;

export function findProtocolPasswords(text: string): Span[] {
  const find = (pattern: RegExp, isSecret: (value: string) => boolean) => findValueSpans(pattern, text, isSecret);
  const isGiven = (value: string) => !(isStateOrPlaceholder(value) || /^[$%{<[]/u.test(value));
  return [
    ...(text.includes('PLAIN') ? find(plainLogin, isPlainLogin) : []),
    ...(text.includes('PASS') ? [...find(afterUser, isGiven), ...find(passLine, isStrongPassword)] : []),
    ...(/AUTH|auth /u.test(text) ? find(redisLogin, isStrongPassword) : []),
    ...(text.includes(' LOGIN ') ? find(imapLogin, isStrongPassword) : []),
    ...(/:(?:[56]43[23]|\*):/u.test(text) ? find(passFile, (value) => isGiven(value) && value !== '*') : []),
    ...(/community/iu.test(text) ? find(community, (value) => isGiven(value) && looksRandom(value)) : []),
  ];
}

/** Tells whether base64 contains a SASL PLAIN login, in which a NUL precedes user and password. */
function isPlainLogin(value: string): boolean {
  return Buffer.from(value, 'base64').toString().split('\0').length === 3;
}
