import { reportWords, type ReportPage } from '@caseboard/wording';
import { say } from '../../../platform/words.js';
import { board, type Room } from './board.js';
import { text, widthOf, type Content, type Paper } from './look.js';
import { legible } from './legible.js';
import { parts } from './parts.js';
import { blank, layOut, toPdf, type LaidOut, type PrintSettings } from './print.js';

/** The report on paper: the page for the board, then all the rest. */
export async function reportPdf(page: ReportPage, paper: Paper): Promise<Buffer> {
  return toPdf(layOutReport(page, paper));
}

/** The pages before they are drawn: what stands where. */
export function layOutReport(page: ReportPage, paper: Paper): LaidOut {
  const settings = settingsOf(page, paper);
  const width = widthOf(paper);
  const document = blank(settings);
  const { font } = document.provideFont('Noto', false, false);
  const has = (code: number) => font.hasGlyphForCodePoint(code);
  const first = (room: Room) => board(page, width, room, (count) => say(reportWords, 'further', page.language, { count }));
  const fits = (room: Room) => layOut(document, () => legible(first(room), has).content, settings).pages.length === 1;
  const room = rooms.find(fits) ?? smallest;
  const build = () => {
    const { content, isWhole } = legible([...first(room), ...parts(page, width)], has);
    return isWhole ? content : [...content, unprintable(page)];
  };
  return layOut(document, build, settings);
}

/** What the board's page can hold depends on names and paper: as much as fits. */
const rooms: readonly Room[] = [
  { targets: 12, lines: 5, decisions: 3 },
  { targets: 10, lines: 4, decisions: 3 },
  { targets: 10, lines: 3, decisions: 2 },
  { targets: 8, lines: 3, decisions: 2 },
  { targets: 6, lines: 2, decisions: 2 },
  { targets: 5, lines: 2, decisions: 1 },
  { targets: 3, lines: 1, decisions: 1 },
];
const smallest: Room = { targets: 1, lines: 1, decisions: 1 };

const unprintable = ({ language }: ReportPage): Content =>
  text(say(reportWords, 'unprintable', language), 'note', { margin: [0, 12, 0, 0] });

function settingsOf({ language, title, partner }: ReportPage, paper: Paper): PrintSettings {
  return {
    paper,
    language,
    title: `${title} · ${partner}`,
    author: partner,
    foot: (page, pages) =>
      text(say(reportWords, 'page', language, { page, pages }), 'note', { alignment: 'right', margin: [42, 14, 42, 0] }),
  };
}
