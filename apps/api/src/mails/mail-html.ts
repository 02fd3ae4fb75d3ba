import { button, escape, framed, type MailFrame } from '../platform/mail-frame.js';
import type { MailItem } from './mail-item.js';

/** A mail about alerts. */
export interface MailParts extends MailFrame {
  readonly items: readonly MailItem[];
  readonly open: string;
}

export function mailHtml({ items, open, ...frame }: MailParts): string {
  return framed(frame, items.map((item) => itemHtml(item, open)).join('\n'));
}

function itemHtml(item: MailItem, open: string): string {
  const lines = [
    ...item.falls.map(({ text, stops }) => (stops ? strong(text) : paragraph(text))),
    ...[item.together, item.way].filter((text) => text !== null).map((text) => paragraph(text)),
    ...item.wayCosts.map(strong),
    ...(item.owner === null ? [] : [paragraph(item.owner, 'quiet', '#66696f')]),
  ];
  const [weight, edge] = item.costs ? ['costs', '#c9373f'] : ['calm', '#85888e'];
  return `<tr><td style="padding:0 0 12px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="card ${weight}" style="background:#ffffff;border:1px solid #d8d7d2;border-left:4px solid ${edge};border-radius:6px"><tr><td class="ink" style="padding:16px 18px;color:#18191b">
<p class="quiet" style="margin:0 0 2px;color:#66696f;font-size:13px;line-height:19px">${escape(item.kind)} &#183; ${escape(item.on)}</p>
<h2 style="margin:0 0 2px;font-size:17px;line-height:24px;overflow-wrap:anywhere">${escape(item.name)}</h2>
${item.title === null ? '' : `<p class="quiet" style="margin:0 0 2px;color:#484b51;overflow-wrap:anywhere">${escape(item.title)}</p>`}
${lines.join('\n')}
${button(open, item.url)}
</td></tr></table></td></tr>`;
}

const strong = (text: string) =>
  `<p class="loss" style="margin:8px 0 0;color:#ad232c;font-weight:600;overflow-wrap:anywhere">${escape(text)}</p>`;
const paragraph = (text: string, className = 'ink', colour = '#18191b') =>
  `<p class="${className}" style="margin:8px 0 0;color:${colour};overflow-wrap:anywhere">${escape(text)}</p>`;
