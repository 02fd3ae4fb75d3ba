import { createHash } from 'node:crypto';
import type { Language } from '@caseboard/contracts';
import type { ToldAlert } from '../alerts/alert-content.service.js';
import { isAboutStudy, type Day } from '@caseboard/domain';
import { digestSubject, lossSubject, mailWords, subjectCountWords } from '@caseboard/wording';
import { mailHtml, type MailParts } from './mail-html.js';
import { lossesOf, mailItem, type MailItem } from './mail-item.js';
import { stopLinks } from '../platform/mail-frame.js';
import { format, say } from '../platform/words.js';

/** Whom a mail is for, and where its links lead. */
export interface MailSettings {
  readonly kind: 'digest' | 'loss' | 'test';
  readonly person: { readonly name: string; readonly language: Language };
  readonly organisation: string;
  readonly today: Day;
  /** How people reach the product, without a slash at the end. */
  readonly base: string;
  readonly unsubscribeSecret: string | null;
  /** What stands after the @ of a Message-ID. */
  readonly host: string;
}

export interface MailContent {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The Message-ID that all mails about one study refer to, where this is one. */
  readonly references: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** The whole mail about these alerts, which come most harmful first. */
export function mailContent(rows: readonly ToldAlert[], settings: MailSettings): MailContent {
  const parts = partsOf(rows, settings);
  return {
    subject: parts.subject,
    html: mailHtml(parts),
    text: mailText(parts),
    references: threadOf(rows, settings.host),
    headers: headersOf(settings.base, settings.unsubscribeSecret),
  };
}

function partsOf(rows: readonly ToldAlert[], settings: MailSettings): MailParts {
  const { kind, person, organisation, base, today } = settings;
  const { language } = person;
  const items = rows.map((row) => mailItem(row, { language, today, base }));
  const subject = subjectOf[kind](rows, settings);
  const lead = say(mailWords, kind, language, { count: rows.length, ...lossesOf(rows, today) });
  const footer = kind === 'test' ? [] : [say(mailWords, kind === 'loss' ? 'lossFooter' : 'footer', language, { organisation })];
  return {
    language,
    subject,
    preheader: items[0]?.way ?? items[0]?.falls[0]?.text ?? lead,
    greeting: say(mailWords, 'greeting', language, { name: person.name }),
    lead,
    items,
    open: say(mailWords, 'open', language),
    footer: [...footer, say(mailWords, 'sentBy', language)],
    links: linksOf(settings),
  };
}

const subjectOf: { readonly [K in MailSettings['kind']]: (rows: readonly ToldAlert[], settings: MailSettings) => string } = {
  digest: (rows, { person: { language }, today }) => digestSubject(rows, { today, language, format }),
  loss: (rows, { person: { language }, today }) => lossSubject(rows, { today, language, format }),
  test: (_, { person: { language } }) => say(subjectCountWords, 'test', language),
};

function linksOf({ base, person: { language }, unsubscribeSecret }: MailSettings): MailParts['links'] {
  return [
    { text: say(mailWords, 'openAll', language), url: `${base}/alerts` },
    { text: say(mailWords, 'rules', language), url: `${base}/account` },
    ...stopLinks(base, language, unsubscribeSecret),
  ];
}

function mailText({ language, greeting, lead, items, footer, links, open }: MailParts): string {
  const colon = language === 'zh' ? '：' : ': ';
  const tail = [...footer, ...links.map(({ text, url }) => `${text}${colon}${url}`)].join('\n');
  return `${[greeting, lead, ...items.map((item) => itemText(item, `${open}${colon}`)), `-- \n${tail}`].join('\n\n')}\n`;
}

function itemText({ kind, name, title, on, falls, together, way, wayCosts, owner, url }: MailItem, open: string): string {
  const lines = [`${kind} · ${on}`, name, title, ...falls.map(({ text }) => text), together, way, ...wayCosts, owner, `${open}${url}`];
  return lines.filter((line) => line !== null).join('\n');
}

/** A mail that is about one study belongs to that study's thread, whose root nobody sends: programs group by it all the same. */
function threadOf(rows: readonly ToldAlert[], host: string): string | null {
  const [first] = rows;
  if (!first || rows.some(({ kind, subject }) => subject.id !== first.subject.id || !isAboutStudy(kind))) return null;
  return `<study-${createHash('sha256').update(first.subject.id).digest('hex').slice(0, 24)}@${host}>`;
}

/** That nobody answers by machine (RFC 3834), and how mail programs stop these mails by one click (RFC 8058). */
export function headersOf(base: string, unsubscribeSecret: string | null): Record<string, string> {
  return {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    ...(unsubscribeSecret !== null && {
      'List-Unsubscribe': `<${base}/api/mail/unsubscribe/${unsubscribeSecret}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}
