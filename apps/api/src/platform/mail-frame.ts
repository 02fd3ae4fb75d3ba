import type { Language } from '@caseboard/contracts';
import { mailWords } from '@caseboard/wording';
import { say } from './words.js';

/** What every mail says, in the order in which it says it; all of it plain text, which this file escapes. */
export interface MailFrame {
  readonly language: Language;
  readonly subject: string;
  /** What a mail program shows beside the subject. */
  readonly preheader: string;
  readonly greeting: string;
  readonly lead: string;
  readonly footer: readonly string[];
  readonly links: readonly { readonly text: string; readonly url: string }[];
}

/** The link by which the reader stops such mails, for a mail that can be stopped. */
export function stopLinks(base: string, language: Language, unsubscribeSecret: string | null): MailFrame['links'] {
  if (unsubscribeSecret === null) return [];
  return [{ text: say(mailWords, 'unsubscribe', language), url: `${base}/unsubscribe/${unsubscribeSecret}` }];
}

/** A mail that reads without images, at 600 pixels and on a phone, by day and by night. `rows` is HTML: rows of its table. */
export function framed({ language, subject, preheader, greeting, lead, footer, links }: MailFrame, rows: string): string {
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escape(subject)}</title><style>${night}</style></head>
<body class="ground" style="margin:0;padding:0;background:#f6f6f4">
<div style="display:none;max-height:0;overflow:hidden">${escape(preheader)}${'&#8199;&#847; '.repeat(40)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="ground" style="background:#f6f6f4"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;font:${font}">
<tr><td class="ink" style="padding:0 4px 16px;color:#18191b"><p style="margin:0 0 6px">${escape(greeting)}</p><p style="margin:0">${escape(lead)}</p></td></tr>
${rows}
<tr><td class="quiet" style="padding:12px 4px 0;color:#66696f;font-size:13px;line-height:19px">${footer.map((line) => `<p style="margin:0 0 6px">${escape(line)}</p>`).join('')}
<p style="margin:0">${links.map(({ text, url }) => `<a class="link" href="${escape(url)}" style="color:#2a55c5;white-space:nowrap">${escape(text)}</a>`).join(' &#183; ')}</p></td></tr>
</table></td></tr></table></body></html>`;
}

/** The one thing to do. */
export const button = (text: string, url: string) =>
  `<table role="presentation" cellpadding="0" cellspacing="0" style="margin-top:14px"><tr><td class="button" style="background:#1d1f22;border-radius:5px"><a class="button-text" href="${escape(url)}" style="display:inline-block;padding:9px 16px;color:#ffffff;font-weight:600;text-decoration:none">${escape(text)}</a></td></tr></table>`;

const font = `15px/22px -apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif`;

/** Programs that know the night; the others keep dark ink on light ground, which is said inline. */
const night = `@media (prefers-color-scheme:dark){.ground{background:#0f1012!important}.card{background:#16181a!important;border-color:#383c41!important}.costs{border-left-color:#e35d5f!important}.calm{border-left-color:#6f757d!important}.ink{color:#edeef0!important}.quiet{color:#b6bac1!important}.loss{color:#ff9290!important}.link{color:#93b3ff!important}.button{background:#eceef0!important}.button-text{color:#1d1f22!important}}`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** For text and for attributes in double quotes. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] as string);
}
