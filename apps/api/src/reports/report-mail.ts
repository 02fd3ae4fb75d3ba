import type { Language, ReportView } from '@caseboard/contracts';
import { formatDay, mailWords, reportMailWords, reportPage, type Figure, type ReportPage, type Sentence } from '@caseboard/wording';
import { button, escape, framed, stopLinks, type MailFrame } from '../platform/mail-frame.js';
import { format, say } from '../platform/words.js';

/** Whom a report's mail is for, and where its links lead. */
export interface ReportMailSettings {
  readonly person: { readonly name: string; readonly language: Language };
  /** How people reach the product, without a slash at the end. */
  readonly base: string;
  readonly unsubscribeSecret: string | null;
}

/** Changes that a mail has room for; the report has all. */
const changesShown = 8;

/** The report in short: what it finds, the four figures, what changed, and the way to all of it. */
export function reportMail(view: ReportView & { report: object }, settings: ReportMailSettings) {
  const { language } = settings.person;
  const { number, issuedAt, report, labels } = view;
  const page = reportPage(report, labels, { language, format, number, issuedAt });
  const frame = frameOf(page, settings);
  const url = `${settings.base}/reports/${number}`;
  return { subject: frame.subject, html: framed(frame, rowsOf(page, url)), text: textOf(page, frame, url) };
}

function frameOf(page: ReportPage, { person, base, unsubscribeSecret }: ReportMailSettings): MailFrame {
  const { language } = person;
  const day = (each: string) => formatDay(each, language);
  return {
    language,
    subject: say(reportMailWords, 'subject', language, { number: page.number, headline: said(page.headline) }),
    preheader: page.subtitle,
    greeting: say(mailWords, 'greeting', language, { name: person.name }),
    lead: say(reportMailWords, 'lead', language, { from: day(page.from), to: day(page.to) }),
    footer: [...page.foot.map(said), say(reportMailWords, 'footer', language), say(mailWords, 'sentBy', language)],
    links: [{ text: say(reportMailWords, 'all', language), url: `${base}/reports` }, ...stopLinks(base, language, unsubscribeSecret)],
  };
}

const said = ({ lead, text }: Sentence) => [lead, text].filter((part) => part !== '').join(' ');
const aside = ({ before, of }: Figure) => [of?.text, before?.text].filter((text) => text !== undefined).join(' · ');

/** What changed, as far as there is room, and what is said of the rest. */
function changesOf({ changes, language }: ReportPage): { heading: string; lines: { day: string; text: string }[]; more: string | null } {
  const lines = changes.lines.slice(0, changesShown).map(({ day, sentence }) => ({ day, text: said(sentence) }));
  const left = changes.lines.length - lines.length;
  return {
    heading: changes.heading,
    lines: lines.length === 0 && changes.none ? [{ day: '', text: changes.none }] : lines,
    more: left > 0 ? say(reportMailWords, 'more', language, { count: left }) : null,
  };
}

function textOf(page: ReportPage, { greeting, lead, footer, links }: MailFrame, url: string): string {
  const colon = page.language === 'zh' ? '：' : ': ';
  const figures = page.figures.map((figure) => {
    const beside = aside(figure);
    return `${figure.label}${colon}${figure.now.text}${beside ? ` (${beside})` : ''}`;
  });
  const { heading, lines, more } = changesOf(page);
  const changes = [heading, ...lines.map(({ day, text }) => (day ? `${day}${colon}${text}` : text)), ...(more ? [more] : [])];
  const tail = [...footer, ...links.map((link) => `${link.text}${colon}${link.url}`)].join('\n');
  const open = `${say(reportMailWords, 'open', page.language)}${colon}${url}`;
  return `${[greeting, lead, said(page.headline), figures.join('\n'), changes.join('\n'), open, `-- \n${tail}`].join('\n\n')}\n`;
}

function rowsOf(page: ReportPage, url: string): string {
  const { heading, lines, more } = changesOf(page);
  const changes = [...lines.map(({ day, text }) => lineHtml(day, text)), ...(more ? [lineHtml('', more)] : [])].join('\n');
  return `<tr><td style="padding:0 0 12px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="card" style="background:#ffffff;border:1px solid #d8d7d2;border-radius:6px"><tr><td class="ink" style="padding:16px 18px;color:#18191b">
<h1 style="margin:0 0 14px;font-size:21px;line-height:28px;overflow-wrap:anywhere">${escape(said(page.headline))}</h1>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0">${page.figures.map(figureHtml).join('\n')}</table>
<h2 style="margin:18px 0 2px;font-size:15px;line-height:22px">${escape(heading)}</h2>
${changes}
${button(say(reportMailWords, 'open', page.language), url)}
</td></tr></table></td></tr>`;
}

function figureHtml(figure: Figure): string {
  return `<tr><td style="padding:3px 12px 3px 0;font-size:21px;line-height:26px;font-weight:600;white-space:nowrap" width="1">${escape(figure.now.text)}</td>
<td style="padding:3px 0">${escape(figure.label)} <span class="quiet" style="color:#66696f">${escape(aside(figure))}</span></td></tr>`;
}

function lineHtml(day: string, text: string): string {
  const begin = day === '' ? '' : `<span class="quiet" style="color:#66696f;white-space:nowrap">${escape(day)}</span> `;
  return `<p style="margin:6px 0 0;overflow-wrap:anywhere">${begin}${escape(text)}</p>`;
}
