import type { Language } from '@caseboard/contracts';
import type { MailItem } from './mail-item.js';

/** What a mail says, in the order in which it says it; all of it plain text, which this file escapes. */
export interface MailParts {
  readonly language: Language;
  readonly subject: string;
  /** What a mail program shows beside the subject. */
  readonly preheader: string;
  readonly greeting: string;
  readonly lead: string;
  readonly items: readonly MailItem[];
  readonly open: string;
  readonly footer: readonly string[];
  readonly links: readonly { readonly text: string; readonly url: string }[];
}

/** A mail that reads without images, at 600 pixels and on a phone, by day and by night. */
export function mailHtml(parts: MailParts): string {
  const { language, subject, preheader, greeting, lead, items, open, footer, links } = parts;
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escape(subject)}</title><style>${night}</style></head>
<body class="ground" style="margin:0;padding:0;background:#f6f6f4">
<div style="display:none;max-height:0;overflow:hidden">${escape(preheader)}${'&#8199;&#847; '.repeat(40)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="ground" style="background:#f6f6f4"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;font:${font}">
<tr><td class="ink" style="padding:0 4px 16px;color:#18191b"><p style="margin:0 0 6px">${escape(greeting)}</p><p style="margin:0">${escape(lead)}</p></td></tr>
${items.map((item) => itemHtml(item, open)).join('\n')}
<tr><td class="quiet" style="padding:12px 4px 0;color:#66696f;font-size:13px;line-height:19px">${footer.map((line) => `<p style="margin:0 0 6px">${escape(line)}</p>`).join('')}
<p style="margin:0">${links.map(({ text, url }) => `<a class="link" href="${escape(url)}" style="color:#2a55c5;white-space:nowrap">${escape(text)}</a>`).join(' &#183; ')}</p></td></tr>
</table></td></tr></table></body></html>`;
}

function itemHtml(item: MailItem, open: string): string {
  const lines = [
    ...item.falls.map(({ text, stops }) => (stops ? strong(text) : paragraph(text))),
    ...[item.together, item.way].filter((text) => text !== null).map((text) => paragraph(text)),
    ...(item.owner === null ? [] : [paragraph(item.owner, 'quiet', '#66696f')]),
  ];
  const [weight, edge] = item.costs ? ['costs', '#c9373f'] : ['calm', '#85888e'];
  return `<tr><td style="padding:0 0 12px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="card ${weight}" style="background:#ffffff;border:1px solid #d8d7d2;border-left:4px solid ${edge};border-radius:6px"><tr><td class="ink" style="padding:16px 18px;color:#18191b">
<p class="quiet" style="margin:0 0 2px;color:#66696f;font-size:13px;line-height:19px">${escape(item.kind)} &#183; ${escape(item.on)}</p>
<h2 style="margin:0 0 2px;font-size:17px;line-height:24px;overflow-wrap:anywhere">${escape(item.name)}</h2>
${item.title === null ? '' : `<p class="quiet" style="margin:0 0 2px;color:#484b51;overflow-wrap:anywhere">${escape(item.title)}</p>`}
${lines.join('\n')}
<table role="presentation" cellpadding="0" cellspacing="0" style="margin-top:14px"><tr><td class="button" style="background:#1d1f22;border-radius:5px"><a class="button-text" href="${escape(item.url)}" style="display:inline-block;padding:9px 16px;color:#ffffff;font-weight:600;text-decoration:none">${escape(open)}</a></td></tr></table>
</td></tr></table></td></tr>`;
}

const strong = (text: string) =>
  `<p class="loss" style="margin:8px 0 0;color:#ad232c;font-weight:600;overflow-wrap:anywhere">${escape(text)}</p>`;
const paragraph = (text: string, className = 'ink', colour = '#18191b') =>
  `<p class="${className}" style="margin:8px 0 0;color:${colour};overflow-wrap:anywhere">${escape(text)}</p>`;

const font = `15px/22px -apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif`;

/** Programs that know the night; the others keep dark ink on light ground, which is said inline. */
const night = `@media (prefers-color-scheme:dark){.ground{background:#0f1012!important}.card{background:#16181a!important;border-color:#383c41!important}.costs{border-left-color:#e35d5f!important}.calm{border-left-color:#6f757d!important}.ink{color:#edeef0!important}.quiet{color:#b6bac1!important}.loss{color:#ff9290!important}.link{color:#93b3ff!important}.button{background:#eceef0!important}.button-text{color:#1d1f22!important}}`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** For text and for attributes in double quotes. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] as string);
}
